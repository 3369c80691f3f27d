import { readFile } from 'node:fs/promises'
import { readTable } from '../read-table.ts'
import { FieldRow } from './field-row.ts'
import { type RowLimits, rowLimits } from './limits.ts'
import type { OnRow, RowSource } from './row.ts'
import { trimmedEnd, trimmedStart } from './trim.ts'

export interface RowOptions {
  readonly limits?: Partial<RowLimits>
  /** Told now and then how much of the file has passed. */
  readonly onProgress?: (bytesRead: number, bytesTotal: number) => void
}

/**
 * Streams all rows of all sheets of a CSV (UTF-8, cp1251, UTF-16, BOM; `;` `,` tab; quotes) or XLSX, told by content, never by name.
 * Blank rows are not given, but they count in `row.number`.
 *
 * @param onRow called for each row in order; may return 'next-sheet' or 'stop'
 * @throws refuse('invalid', 'tables/empty' | 'tables/broken-csv'), refuse('unsupported', 'tables/not-a-table'), refuse('too-large', 'tables/too-large')
 * @example await eachRow({ path }, row => { sum += Math.max(0, row.whole(3)) })
 */
export async function eachRow(source: RowSource, onRow: OnRow, options: RowOptions = {}): Promise<void> {
  const limits = { ...rowLimits, ...options.limits }
  const bytes = 'bytes' in source ? source.bytes : await readFile(source.path)
  const row = new FieldRow()
  for (const [at, sheet] of (await readTable(bytes)).entries())
    for (const [index, fields] of sheet.rows.entries()) {
      if (!fields.some(field => field.trim() !== '')) continue
      fillRow(row, fields.slice(0, limits.columns), index + 1)
      const wish = onRow(row, { name: sheet.name, at })
      if (wish === 'stop') return
      if (wish === 'next-sheet') break
    }
  options.onProgress?.(bytes.length, bytes.length)
}

function fillRow(row: FieldRow, fields: readonly string[], number: number): void {
  row.beforeBytes = row.bytes
  row.beforeStarts = row.starts
  row.beforeEnds = row.ends
  row.beforeCount = row.count
  row.number = number
  row.count = fields.length
  row.bytes = Buffer.from(fields.join(''))
  row.starts = new Int32Array(fields.length)
  row.ends = new Int32Array(fields.length)
  let start = 0
  for (const [at, field] of fields.entries()) {
    const end = start + Buffer.byteLength(field)
    row.starts[at] = trimmedStart(row.bytes, start, end)
    row.ends[at] = trimmedEnd(row.bytes, row.starts[at], end)
    start = end
  }
}
