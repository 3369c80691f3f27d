import { refuse } from '../../../../core/base/index.ts'
import type { FieldRow } from '../field-row.ts'
import type { RowLimits } from '../limits.ts'
import type { OnRow, RowSheet } from '../row.ts'
import { mayBeSpaceAtEnd, mayBeSpaceAtStart, trimmedEnd, trimmedStart } from '../trim.ts'
import { closingQuote, needsMore, notQuoted, quote, withoutDoubledQuotes } from './quotes.ts'
import type { TextWindow } from './text-window.ts'

const separatorKind = 1
const lineKind = 2
const returnKind = 3
const zeroKind = 4
const lineFeed = 0x0a
const space = 0x20

/** Why a scan ended: nothing follows or nobody wants more, or the window must be read on. */
export type ScanEnd = 'finished' | 'needs-more' | 'needs-more-in-quotes'

/**
 * Finds rows and fields in a window of UTF-8. The time of a large file is spent in `rowsOf`: it asks one table per byte, keeps
 * everything in locals and allocates nothing.
 */
export class RowScanner {
  /** Where the row begins that is not yet whole. */
  tail = 0
  /** The row given last: `sameAsBefore` will still look at it. */
  keptStart = 0
  keptEnd = 0
  /** Number of the row that is not yet whole. */
  number = 1
  private readonly kinds = new Uint8Array(256)
  /** Fields with doubled quotes inside. They are put right when the row is whole: until then it may be scanned again. */
  private readonly doubled: number[] = []
  private readonly row: FieldRow
  private readonly onRow: OnRow
  private readonly sheet: RowSheet
  private readonly limits: RowLimits

  constructor(separator: number, row: FieldRow, onRow: OnRow, sheet: RowSheet, limits: RowLimits) {
    this.kinds[separator] = separatorKind
    this.kinds[lineFeed] = lineKind
    this.kinds[0x0d] = returnKind
    this.kinds[0] = zeroKind
    this.row = row
    this.onRow = onRow
    this.sheet = sheet
    this.limits = limits
  }

  /** Gives all rows that are whole in the window. */
  scan(window: TextWindow): ScanEnd {
    const behind = window.bytes[window.end]!
    window.bytes[window.end] = lineFeed // no loop below runs past it
    const ended = this.rowsOf(window.bytes, window.end, window.ended && !window.damaged)
    window.bytes[window.end] = behind
    return ended
  }

  /** The window has moved: the kept row begins at 0 and the tail behind it. */
  moved(tail: number): void {
    const { row } = this
    for (let at = 0; at < row.count; at++) {
      row.starts[at]! -= this.keptStart
      row.ends[at]! -= this.keptStart
    }
    this.keptEnd -= this.keptStart
    this.keptStart = 0
    this.tail = tail
  }

  private rowsOf(bytes: Uint8Array, end: number, ended: boolean): ScanEnd {
    const { kinds, row, doubled } = this
    const { rowBytes } = this.limits
    let at = this.tail
    for (;;) {
      const rowStart = at
      this.tail = at
      let count = 0
      let signs = 0
      let { starts, ends } = row.spare
      if (doubled.length > 0) doubled.length = 0
      for (;;) {
        let start = at
        let fieldEnd = -1
        let opening = at
        while (bytes[opening] === space) opening++
        if (bytes[opening] === quote) {
          const found = closingQuote(bytes, opening, end, ended, kinds)
          if (found === needsMore) return 'needs-more-in-quotes'
          if (found !== notQuoted) {
            const closing = Math.abs(found)
            if (found < 0) doubled.push(count)
            start = opening + 1
            fieldEnd = closing
            at = closing + 1
            while (bytes[at] === space) at++
          }
        }
        if (fieldEnd < 0) {
          while (kinds[bytes[at]!] === 0) at++
          fieldEnd = at
        }
        if (start < fieldEnd && (mayBeSpaceAtStart[bytes[start]!]! | mayBeSpaceAtEnd[bytes[fieldEnd - 1]!]!) !== 0) {
          start = trimmedStart(bytes, start, fieldEnd)
          fieldEnd = trimmedEnd(bytes, start, fieldEnd)
        }
        if (count === starts.length) {
          this.checkColumns(count)
          row.widenSpare()
          ;({ starts, ends } = row.spare)
        }
        starts[count] = start
        ends[count++] = fieldEnd
        signs |= fieldEnd - start
        if (kinds[bytes[at]!] !== separatorKind) break
        at++
      }
      const rowEnd = at
      if (at === end) {
        if (!ended) return 'needs-more'
        if (at === rowStart) return 'finished'
      } else {
        const kind = kinds[bytes[at]!]
        if (kind === zeroKind) throw refuse('unsupported', 'tables/not-a-table')
        if (kind === returnKind) {
          if (at + 1 === end && !ended) return 'needs-more'
          if (bytes[at + 1] === lineFeed && at + 1 < end) at++
        }
        at++
      }
      if (rowEnd - rowStart > rowBytes) this.refuseLongRow(false)
      if (count > this.limits.columns) this.checkColumns(count - 1)
      if (signs !== 0) {
        if (doubled.length > 0)
          for (const field of doubled) ends[field] = withoutDoubledQuotes(bytes, starts[field]!, ends[field]!)
        row.take(bytes, bytes, count, this.number)
        this.keptStart = rowStart
        this.keptEnd = rowEnd
        this.tail = at
        if (this.onRow(row, this.sheet) !== undefined) return 'finished'
      }
      this.number++
    }
  }

  refuseLongRow(inQuotes: boolean): never {
    if (inQuotes) throw refuse('invalid', 'tables/broken-csv', { line: this.number })
    throw refuse('too-large', 'tables/row-too-long', { row: this.number, limitMb: this.limits.rowBytes / 1048576 })
  }

  private checkColumns(count: number): void {
    const { columns } = this.limits
    if (count >= columns) throw refuse('too-large', 'tables/too-many-columns', { row: this.number, limit: columns })
  }
}
