import { refuse } from '../../../core/base/index.ts'
import { type ByteSource, headOf, openSource } from './byte-source.ts'
import { eachCsvRow } from './csv/each-csv-row.ts'
import { FieldRow } from './field-row.ts'
import { type RowLimits, rowLimits } from './limits.ts'
import type { OnRow, RowSource } from './row.ts'
import { eachXlsxRow } from './xlsx/each-xlsx-row.ts'

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
 *   refuse('too-large', 'tables/too-large' | 'tables/row-too-long' | 'tables/too-many-columns' | 'tables/too-many-texts'),
 *   and for a broken or hostile XLSX 'files/broken-archive', 'files/archive-bomb', 'files/archive-entries', 'files/encrypted',
 *   'files/broken-xml', 'files/xml-entity', 'files/xml-too-deep'
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
  if (isArchive(head)) await eachXlsxRow(source, row, onRow, limits, onProgress)
  else await eachCsvRow(source, head, row, onRow, limits, onProgress)
  if (row.number === 0) throw refuse('invalid', 'tables/empty')
}

const isArchive = ([p, k, third]: Uint8Array) => p === 0x50 && k === 0x4b && (third === 3 || third === 5)
