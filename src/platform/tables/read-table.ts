import { type FileLimits, fileLimits } from '../files/limits.ts'
import { eachRow } from './rows/each-row.ts'
import type { Sheet } from './sheet.ts'

/** A gap of more rows than this is a slip of the mouse, not data. */
const gapAtMost = 10_000

/**
 * Reads a table that somebody uploaded, all at once: for registers and lists, which are small. Whatever `eachRow` reads, told by content.
 *
 * @returns the sheets that have at least one filled cell, texts trimmed, rows at the places where a person sees them; a CSV is one sheet
 *   without a name
 * @throws what `eachRow` refuses
 * @example (await readTable(bytes))[0]!.rows[0] // ['Наименование', 'ИНН']
 */
export async function readTable(bytes: Uint8Array, limits: FileLimits = fileLimits): Promise<readonly Sheet[]> {
  const sheets: { at: number; name: string; rows: string[][] }[] = []
  const { fileBytes, archiveEntries, inflatedBytes, inflationRatio, ratioFromBytes } = limits
  await eachRow(
    { bytes },
    (row, { at, name }) => {
      if (sheets.at(-1)?.at !== at) sheets.push({ at, name, rows: [] })
      const { rows } = sheets.at(-1)!
      if (row.number - rows.length <= gapAtMost) while (rows.length < row.number - 1) rows.push([])
      rows.push(Array.from({ length: row.count }, (_, field) => row.text(field)))
    },
    { limits: { fileBytes, archiveEntries, inflatedBytes, inflationRatio, ratioFromBytes } },
  )
  return sheets.map(({ name, rows }) => ({ name, rows }))
}
