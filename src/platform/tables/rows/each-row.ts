import { refuse } from '../../../core/base/index.ts'
import { fileLimits } from '../../files/limits.ts'
import { readTable } from '../read-table.ts'
import { type ByteSource, headOf, openSource } from './byte-source.ts'
import { eachCsvRow } from './csv/each-csv-row.ts'
import { FieldRow } from './field-row.ts'
import { type RowLimits, rowLimits } from './limits.ts'
import type { OnRow, RowSource } from './row.ts'
import { trimmedEnd, trimmedStart } from './trim.ts'

export interface RowOptions {
  readonly limits?: Partial<RowLimits>
  /** Told now and then how much of the file has passed. */
  readonly onProgress?: (bytesRead: number, bytesTotal: number) => void
}

const headBytes = 65_536

/**
 * Streams all rows of all sheets of a CSV (UTF-8, cp1251, UTF-16, BOM; `;` `,` tab; quotes) or XLSX, told by content, never by name.
 * Blank rows are not given, but they count in `row.number`.
 *
 * @param onRow called for each row in order; may return 'next-sheet' or 'stop'
 * @throws refuse('invalid', 'tables/empty' | 'tables/broken-csv' | 'tables/broken-text'),
 *   refuse('unsupported', 'tables/not-a-table' | 'tables/unknown-encoding'),
 *   refuse('too-large', 'tables/too-large' | 'tables/row-too-long' | 'tables/too-many-columns')
 * @example await eachRow({ path }, row => { sum += Math.max(0, row.whole(3)) })
 */
export async function eachRow(from: RowSource, onRow: OnRow, options: RowOptions = {}): Promise<void> {
  const limits = { ...rowLimits, ...options.limits }
  const source = await openSource(from)
  try {
    await eachRowOf(source, onRow, limits, options.onProgress ?? (() => {}))
  } finally {
    await source.close()
  }
}

async function eachRowOf(
  source: ByteSource,
  onRow: OnRow,
  limits: RowLimits,
  onProgress: (bytesRead: number, bytesTotal: number) => void,
): Promise<void> {
  if (source.size > limits.fileBytes)
    throw refuse('too-large', 'tables/too-large', {
      foundMb: Math.ceil(source.size / 1048576),
      limitMb: limits.fileBytes / 1048576,
    })
  const head = await headOf(source, headBytes)
  const row = new FieldRow()
  if (isArchive(head)) await simple(source, row, onRow, limits)
  else await eachCsvRow(source, head, row, onRow, limits, onProgress)
  if (row.number === 0) throw refuse('invalid', 'tables/empty')
}

const isArchive = ([p, k, third]: Uint8Array) => p === 0x50 && k === 0x4b && (third === 3 || third === 5)

async function simple(source: ByteSource, row: FieldRow, onRow: OnRow, limits: RowLimits): Promise<void> {
  const bytes = await headOf(source, source.size)
  for (const [at, sheet] of (await readTable(bytes, fileLimits)).entries())
    for (const [index, fields] of sheet.rows.entries()) {
      if (!fields.some(field => field.trim() !== '')) continue
      fillRow(row, fields.slice(0, limits.columns), index + 1)
      const wish = onRow(row, { name: sheet.name, at })
      if (wish === 'stop') return
      if (wish === 'next-sheet') break
    }
}

function fillRow(row: FieldRow, fields: readonly string[], number: number): void {
  const bytes = Buffer.from(fields.join(''))
  row.spare.starts = new Int32Array(fields.length)
  row.spare.ends = new Int32Array(fields.length)
  let start = 0
  for (const [at, field] of fields.entries()) {
    const end = start + Buffer.byteLength(field)
    row.spare.starts[at] = trimmedStart(bytes, start, end)
    row.spare.ends[at] = trimmedEnd(bytes, row.spare.starts[at], end)
    start = end
  }
  row.take(bytes, row.bytes, fields.length, number)
}
