import { refuse } from '../../core/base/index.ts'
import { eachRow, type OnRow } from '../../platform/tables/index.ts'

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
 * @throws refuse('invalid', 'identify/no-column' | 'identify/column-twice' | 'identify/extra-cell' | 'identify/no-rows') and as eachRowOf
 */
export async function readSheet(
  file: string,
  wanted: Readonly<Record<string, readonly string[]>>,
  required: readonly string[],
): Promise<NamedSheet> {
  const columns: string[] = []
  const named: NamedRow[] = []
  // Codes, names and small numbers come again and again: each text is kept once.
  const known = new Map<string, string>()
  const kept = (text: string) => {
    const before = known.get(text)
    if (before === undefined) known.set(text, text)
    return before ?? text
  }
  await eachRowOf(file, (row, sheet) => {
    if (sheet.at > 0) return 'stop'
    if (columns.length === 0) {
      for (let at = 0; at < row.count; at++) columns.push(codeOf(row.text(at), wanted))
      checkColumns(columns, required, file, row.number)
      return
    }
    const cells: Record<string, string> = {}
    for (let at = 0; at < row.count; at++) {
      const name = columns[at]
      if (name) cells[name] = kept(row.text(at))
      else if (!row.isBlank(at))
        throw refuse('invalid', 'identify/extra-cell', {
          file,
          row: row.number,
          column: at + 1,
          found: short(row.text(at)),
        })
    }
    named.push({ number: row.number, cells })
  })
  if (named.length === 0) throw refuse('invalid', 'identify/no-rows', { file })
  return { file, columns, rows: named }
}

/** @throws refuse('not-found', 'files/not-found'), refuse('invalid', 'files/is-folder') and what `eachRow` refuses */
async function eachRowOf(path: string, onRow: OnRow): Promise<void> {
  try {
    await eachRow({ path }, onRow)
  } catch (error) {
    const { code } = error as { readonly code?: string }
    if (code === 'ENOENT' || code === 'ENOTDIR') throw refuse('not-found', 'files/not-found', { path })
    if (code === 'EISDIR') throw refuse('invalid', 'files/is-folder', { path })
    throw error
  }
}

function checkColumns(columns: readonly string[], required: readonly string[], file: string, row: number): void {
  for (const name of required)
    if (!columns.includes(name)) throw refuse('invalid', 'identify/no-column', { file, name, row })
  for (const [at, name] of columns.entries())
    if (name !== '' && columns.indexOf(name) !== at)
      throw refuse('invalid', 'identify/column-twice', { file, name, row, column: at + 1 })
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
