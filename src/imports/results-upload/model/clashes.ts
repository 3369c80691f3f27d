import type { CellKey } from '../../../assessments/contract.ts'

type OwnedKey = CellKey & { readonly organisationId: string }

export interface Clash {
  /** The cell that several files name. */
  readonly cell: OwnedKey
  /** Places of those files, in order. */
  readonly places: readonly number[]
}

/** The unit that a file replaces, as one text. */
function unitOf(cell: CellKey, school: string): string {
  return [school, cell.procedure, cell.subject, cell.grade, cell.year, cell.wave, cell.class].join('\n')
}

/**
 * Cells that two files of one upload name: a class is not added up from two files, so a person says which of them counts.
 *
 * @example clashesOf([{ place: 1, cells }, { place: 2, cells }]).length // as many as there are cells in both
 */
export function clashesOf(files: readonly { readonly place: number; readonly cells: readonly OwnedKey[] }[]): Clash[] {
  const found = new Map<string, { cell: OwnedKey; places: number[] }>()
  for (const { place, cells } of files)
    for (const cell of cells) {
      const unit = unitOf(cell, cell.organisationId)
      const before = found.get(unit)
      if (!before) found.set(unit, { cell, places: [place] })
      else if (!before.places.includes(place)) before.places.push(place)
    }
  return [...found.values()].filter(({ places }) => places.length > 1)
}
