import { slotName } from '../../core/rules/judged-cells.ts'
import { cellState, emptyTable, type ResultsTable, type Slot } from '../../core/rules/results-table.ts'
import type { ReadResults } from '../actions/runs.ts'

/** Both ОГЭ of two years: what the methodology «два года подряд» looks at. */
export const exampleSlots: readonly Slot[] = [2024, 2025].flatMap(year =>
  ['русский язык', 'математика'].map(subject => ({ procedure: 'ОГЭ', subject, grade: 9, year })),
)

/** Results of a school: below and participants in the order of the slots; null where there is no row. */
export type ExampleRow = readonly (readonly [below: number, participants: number] | null)[]

export const everyYearLow: ExampleRow = [
  [6, 20],
  [0, 20],
  [7, 20],
  [0, 20],
]
export const oneYearLow: ExampleRow = [
  [0, 20],
  [0, 20],
  [6, 20],
  [5, 20],
]
export const neverLow: ExampleRow = [
  [1, 20],
  [2, 20],
  [0, 20],
  [1, 20],
]
export const halfKnown: ExampleRow = [[6, 20], [0, 20], null, null]

/**
 * A table of results for schools of a register.
 * @example aTable([[school.id, everyYearLow]])
 */
export function aTable(rows: readonly (readonly [id: string, row: ExampleRow])[]): ResultsTable {
  const schools = rows.map(([code]) => ({ code, name: '', type: null, region: '', municipality: '', traits: {} }))
  const table = emptyTable(schools, exampleSlots)
  for (const [school, [, row]] of rows.entries())
    for (const [at, cell] of row.entries()) {
      if (!cell) continue
      const place = school * exampleSlots.length + at
      table.state[place] = cellState.reported
      table.below[place] = cell[0]
      table.participants[place] = cell[1]
    }
  return table
}

/** The same as results of the region, in the place of those of the database. */
export function resultsOf(table: ResultsTable, inputsHash = 'as-given'): ReadResults {
  return async () => ({ table, inputsHash })
}

/** «ОГЭ, математика, 9 класс, 2025» */
export const exampleNames: readonly string[] = exampleSlots.map(slotName)
