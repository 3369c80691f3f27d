import type { ByteSource } from '../byte-source.ts'
import type { FieldRow } from '../field-row.ts'
import type { RowLimits } from '../limits.ts'
import type { OnRow } from '../row.ts'
import { openPackedParts } from './packed-parts.ts'
import { readSharedTexts } from './shared-texts.ts'
import { SheetRows } from './sheet-rows.ts'
import { utf8Pieces } from './utf8-pieces.ts'
import { readWorkbook } from './workbook.ts'

/** Streams the rows of all sheets of a workbook. In memory are the texts that its sheets share, one piece and one row. */
export async function eachXlsxRow(
  source: ByteSource,
  row: FieldRow,
  onRow: OnRow,
  limits: RowLimits,
  onProgress: (bytesRead: number, bytesTotal: number) => void,
): Promise<void> {
  const parts = await openPackedParts(source, limits)
  const { sheets, sharedTexts, isDate, countsFrom1904 } = await readWorkbook(parts)
  const shared = sharedTexts ?? ''
  const texts = await readSharedTexts(utf8Pieces(parts.pieces(shared)), parts.sizeOf(shared), limits)
  for (const [at, { name, part }] of sheets.entries()) {
    if (!parts.has(part)) continue
    const rows = new SheetRows(row, onRow, { name, at }, { texts, isDate, countsFrom1904 }, limits)
    for await (const piece of utf8Pieces(parts.pieces(part))) {
      rows.push(piece)
      if (rows.stopped) break
      onProgress(parts.packedRead, source.size)
    }
    if (rows.wish === 'stop') return
    rows.end()
  }
}
