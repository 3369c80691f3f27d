import { refuse } from '../../core/base/index.ts'

/** The schools of one stratum in the order of the file. */
export interface StratumCounts {
  readonly stratum: string
  readonly schools: string[]
  /** Participants. */
  readonly n: number[]
  /** Of them below the mark or the minimum. */
  readonly k: number[]
}

/** Nobody has a school of a million participants: a longer number is a code in the wrong column. */
const mostParticipants = 1_000_000

/** Columns and the Russian names that they may bear. */
const columnNames = {
  stratum: ['stratum', 'группа', 'страта'],
  school: ['school', 'школа'],
  n: ['n', 'участников'],
  k: ['k', 'ниже'],
} as const
type Column = keyof typeof columnNames

/**
 * Reads the rows of a table with the columns stratum, school, n, k (in any order, others left alone).
 *
 * @param rows as the file has them, the first filled one being the header; rows and columns of refusals are counted from 1
 * @returns strata in the order of their first rows
 * @throws refuse('invalid', 'chance/no-column' | 'chance/column-twice' | 'chance/no-rows' | 'chance/empty-cell' | 'chance/extra-cell' |
 *   'chance/bad-number' | 'chance/school-twice')
 * @example readCounts([['stratum', 'school', 'n', 'k'], ['mathematics 9', 's1', '20', '6']])[0]?.k // [6]
 */
export function readCounts(rows: readonly (readonly string[])[]): StratumCounts[] {
  const headerAt = rows.findIndex(isFilled)
  const header = rows[headerAt] ?? []
  const places = placesOf(header, headerAt + 1)
  const strata = new Map<string, Growing>()
  for (let at = headerAt + 1; at < rows.length; at++) {
    const cells = rows[at]!
    if (!isFilled(cells)) continue
    const row = at + 1
    refuseExtra(cells, header, row)
    const stratum = wordIn(cells, places, 'stratum', row)
    const school = wordIn(cells, places, 'school', row)
    const n = wholeIn(cells, places, 'n', row, mostParticipants)
    const k = wholeIn(cells, places, 'k', row, n)
    const known: Growing = strata.get(stratum) ?? { stratum, schools: [], n: [], k: [], firstRows: new Map() }
    strata.set(stratum, known)
    const first = known.firstRows.get(school)
    if (first !== undefined)
      throw refuse('invalid', 'chance/school-twice', { row, column: places.school + 1, school, stratum, first })
    known.firstRows.set(school, row)
    known.schools.push(school)
    known.n.push(n)
    known.k.push(k)
  }
  if (strata.size === 0) throw refuse('invalid', 'chance/no-rows')
  return [...strata.values()]
}

interface Growing extends StratumCounts {
  /** Row in which each school stands. */
  readonly firstRows: Map<string, number>
}

function isFilled(cells: readonly string[]): boolean {
  return cells.some(cell => cell.trim() !== '')
}

function placesOf(header: readonly string[], row: number): Readonly<Record<Column, number>> {
  const words = header.map(cell => cell.trim().toLowerCase())
  const places = { stratum: -1, school: -1, n: -1, k: -1 }
  for (const [name, spellings] of Object.entries(columnNames) as [Column, readonly string[]][]) {
    for (const [at, word] of words.entries()) {
      if (!spellings.includes(word)) continue
      if (places[name] >= 0) throw refuse('invalid', 'chance/column-twice', { row, column: at + 1, name: word })
      places[name] = at
    }
    if (places[name] < 0) throw refuse('invalid', 'chance/no-column', { row, name })
  }
  return places
}

function refuseExtra(cells: readonly string[], header: readonly string[], row: number): void {
  for (let at = header.length; at < cells.length; at++)
    if (cells[at]!.trim() !== '')
      throw refuse('invalid', 'chance/extra-cell', { row, column: at + 1, found: short(cells[at]!) })
}

function wordIn(cells: readonly string[], places: Readonly<Record<Column, number>>, name: Column, row: number): string {
  const text = (cells[places[name]] ?? '').trim()
  if (text === '') throw refuse('invalid', 'chance/empty-cell', { row, column: places[name] + 1, name })
  return text
}

function wholeIn(
  cells: readonly string[],
  places: Readonly<Record<Column, number>>,
  name: Column,
  row: number,
  limit: number,
): number {
  const text = wordIn(cells, places, name, row)
  const value = /^\d{1,9}([.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN
  if (!(value <= limit))
    throw refuse('invalid', 'chance/bad-number', { row, column: places[name] + 1, name, found: short(text), limit })
  return value
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
