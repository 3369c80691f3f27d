import { refuse } from '../../../../core/base/index.ts'
import type { ByteSource } from '../byte-source.ts'
import type { FieldRow } from '../field-row.ts'
import type { RowLimits } from '../limits.ts'
import type { OnRow } from '../row.ts'
import { tellEncoding } from './encoding.ts'
import { RowScanner } from './row-scanner.ts'
import { tellSeparator } from './separator.ts'
import { TextWindow } from './text-window.ts'

/** Streams the rows of a CSV. Memory is one chunk and one row, whatever the size of the file. */
export async function eachCsvRow(
  source: ByteSource,
  head: Uint8Array,
  row: FieldRow,
  onRow: OnRow,
  limits: RowLimits,
  onProgress: (bytesRead: number, bytesTotal: number) => void,
): Promise<void> {
  const { encoding, skip } = tellEncoding(head)
  const text = new TextDecoder(encoding === 'ascii' ? 'utf-8' : encoding).decode(head)
  if (!isTable(text)) throw refuse('unsupported', 'tables/not-a-table')
  const { separator, skip: signs } = tellSeparator(text)
  const skipped = skip + signs * (encoding.startsWith('utf-16') ? 2 : 1)
  const window = new TextWindow(source, encoding, skipped, limits.chunkBytes)
  const scanner = new RowScanner(separator.charCodeAt(0), row, onRow, { name: '', at: 0 }, limits)
  await window.readOn(0, 0, 0)
  for (;;) {
    const end = scanner.scan(window)
    if (end === 'finished') return
    if (window.damaged) throw refuse('invalid', 'tables/broken-text', { row: scanner.number })
    if (window.ended) throw refuse('invalid', 'tables/broken-csv', { line: scanner.number })
    if (window.end - scanner.tail > limits.rowBytes) scanner.refuseLongRow(end === 'needs-more-in-quotes')
    onProgress(window.position, source.size)
    scanner.moved(await window.readOn(scanner.keptStart, scanner.keptEnd, scanner.tail))
  }
}

/** A page, a picture or a program begins otherwise than a table. */
function isTable(text: string): boolean {
  return (
    !/[\u0000-\u0008\u000E-\u001F]/.test(text) &&
    !/^\s*(<(!doctype|html|head|meta|table|\?xml)|\{\\rtf|%PDF-)/i.test(text)
  )
}
