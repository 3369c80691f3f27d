import { refuse } from '../../core/base/index.ts'
import { openFile } from '../../platform/files/open-file.ts'
import { readTable } from '../../platform/tables/index.ts'

/** A row of a file whose columns are known by name; `number` as a person counts rows, the header being 1. */
export interface NamedRow {
  readonly number: number
  readonly cells: Readonly<Record<string, string>>
}
export interface NamedSheet {
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: readonly NamedRow[]
}

/**
 * Reads a file (CSV or XLSX) whose first row names the columns.
 *
 * @param wanted columns by code, each with the words that may stand in the header; the first word is the one that is printed
 * @throws refuse('invalid', 'identify/no-column' | 'identify/column-twice' | 'identify/extra-cell' | 'identify/no-rows') and what `readTable` refuses
 */
export async function readSheet(
  file: string,
  wanted: Readonly<Record<string, readonly string[]>>,
  required: readonly string[],
): Promise<NamedSheet> {
  const [sheet] = await readTable(await openFile(file))
  const rows = sheet?.rows ?? []
  const start = rows.findIndex(row => row.some(cell => cell.trim() !== ''))
  const columns = (rows[start] ?? []).map(cell => codeOf(cell, wanted))
  for (const name of required)
    if (!columns.includes(name)) throw refuse('invalid', 'identify/no-column', { file, name, row: start + 1 })
  for (const [at, name] of columns.entries())
    if (name !== '' && columns.indexOf(name) !== at)
      throw refuse('invalid', 'identify/column-twice', { file, name, row: start + 1, column: at + 1 })
  const named: NamedRow[] = []
  for (let at = start + 1; at < rows.length; at++) {
    const row = rows[at]!
    if (row.every(cell => cell.trim() === '')) continue
    const cells: Record<string, string> = {}
    for (const [place, cell] of row.entries()) {
      const name = columns[place]
      if (name) cells[name] = cell.trim()
      else if (cell.trim() !== '')
        throw refuse('invalid', 'identify/extra-cell', { file, row: at + 1, column: place + 1, found: short(cell) })
    }
    named.push({ number: at + 1, cells })
  }
  if (named.length === 0) throw refuse('invalid', 'identify/no-rows', { file })
  return { file, columns, rows: named }
}

/** Refuses a cell with its row and column. */
export function badCell(
  { file, columns }: NamedSheet,
  { number, cells }: NamedRow,
  name: string,
  expected: string,
  facts: Readonly<Record<string, string | number>> = {},
): Error {
  return refuse('invalid', 'identify/bad-cell', {
    file,
    row: number,
    column: columns.indexOf(name) + 1,
    name,
    found: short(cells[name] ?? ''),
    expected,
    other: '',
    ...facts,
  })
}

/** A whole number that is not negative, or null. */
export function wholeIn(text: string): number | null {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(/[.,]0+$/, '')
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null
}

function codeOf(header: string, wanted: Readonly<Record<string, readonly string[]>>): string {
  const plain = header.trim().toLowerCase()
  const code = Object.entries(wanted).find(([name, words]) => name === plain || words.includes(plain))?.[0]
  return code ?? header.trim()
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
