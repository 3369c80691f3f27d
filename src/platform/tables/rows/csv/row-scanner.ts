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

/** Bytes with which a field begins that may be quoted or has to be trimmed. */
const needsLookAtStart = mayBeSpaceAtStart.slice()
needsLookAtStart[quote] = 1

/** Why a scan ended: nothing follows or nobody wants more, or the window must be read on. */
export type ScanEnd = 'finished' | 'needs-more' | 'needs-more-in-quotes'

/**
 * Finds rows and fields in a window of UTF-8. The time of a large file is spent in `plainFields`: it asks one table per byte, keeps
 * everything in locals, allocates nothing, and is so short that the compiler keeps it in registers.
 */
export class RowScanner {
  /** Where the row begins that is not yet whole. */
  tail = 0
  /** The row given last: `sameAsBefore` will still look at it. */
  keptStart = 0
  keptEnd = 0
  /** Number of the row that is not yet whole. */
  number = 1
  /** Fields noted of that row so far. */
  private count = 0
  private isRowEnd = false
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
    const { row, doubled } = this
    const { rowBytes, columns } = this.limits
    let at = this.tail
    for (;;) {
      const rowStart = at
      this.tail = at
      if (doubled.length > 0) doubled.length = 0
      const rowEnd = this.fieldsOf(bytes, at, end, ended)
      if (rowEnd < 0) return 'needs-more-in-quotes'
      if (rowEnd === rowStart && rowEnd === end && ended) return 'finished'
      at = this.afterLine(bytes, rowEnd, end, ended)
      if (at < 0) return 'needs-more'
      const { count } = this
      if (rowEnd - rowStart > rowBytes) this.refuseLongRow(false)
      if (count > columns) this.refuseColumns()
      const { starts, ends } = row.spare
      if (hasSigns(starts, ends, count)) {
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

  /** Notes the fields of a row; returns where its line ends, -1 when a quote is not yet closed. */
  private fieldsOf(bytes: Uint8Array, start: number, end: number, ended: boolean): number {
    let at = start
    this.count = 0
    for (;;) {
      this.isRowEnd = false
      at = this.plainFields(bytes, at)
      if (this.isRowEnd) return at
      if (this.count === this.row.spare.starts.length) {
        if (this.count >= this.limits.columns) this.refuseColumns()
        this.row.widenSpare()
      }
      at = this.oddField(bytes, at, end, ended)
      if (at < 0 || this.kinds[bytes[at]!] !== separatorKind) return at
      at++
    }
  }

  /** Fields that begin with an ordinary sign, one after another: nearly all of them. Stops before another one or at the end of the row. */
  private plainFields(bytes: Uint8Array, from: number): number {
    const { kinds } = this
    const { starts, ends } = this.row.spare
    const firsts = needsLookAtStart
    const lasts = mayBeSpaceAtEnd
    const room = starts.length
    let { count } = this
    let at = from
    while (count < room && firsts[bytes[at]!] === 0) {
      const start = at
      let kind = kinds[bytes[at]!]!
      while (kind === 0) kind = kinds[bytes[++at]!]!
      starts[count] = start
      ends[count] = start < at && lasts[bytes[at - 1]!] !== 0 ? trimmedEnd(bytes, start, at) : at
      count++
      if (kind !== separatorKind) {
        this.isRowEnd = true
        break
      }
      at++
    }
    this.count = count
    return at
  }

  /** One field that may be quoted, begin with a space or be blank at the end of a row; returns where it ends. */
  private oddField(bytes: Uint8Array, from: number, end: number, ended: boolean): number {
    const { kinds } = this
    let at = from
    let start = from
    let fieldEnd = -1
    let opening = from
    while (bytes[opening] === space) opening++
    if (bytes[opening] === quote) {
      const found = closingQuote(bytes, opening, end, ended, kinds)
      if (found === needsMore) return -1
      if (found !== notQuoted) {
        if (found < 0) this.doubled.push(this.count)
        start = opening + 1
        fieldEnd = Math.abs(found)
        at = fieldEnd + 1
        while (bytes[at] === space) at++
      }
    }
    if (fieldEnd < 0) {
      while (kinds[bytes[at]!] === 0) at++
      fieldEnd = at
    }
    start = trimmedStart(bytes, start, fieldEnd)
    this.row.spare.starts[this.count] = start
    this.row.spare.ends[this.count++] = trimmedEnd(bytes, start, fieldEnd)
    return at
  }

  /** Where the next row begins; -1 when that is not yet known. */
  private afterLine(bytes: Uint8Array, at: number, end: number, ended: boolean): number {
    if (at === end) return ended ? end : -1
    const kind = this.kinds[bytes[at]!]
    if (kind === zeroKind) throw refuse('unsupported', 'tables/not-a-table')
    if (kind !== returnKind) return at + 1
    if (at + 1 === end) return ended ? end : -1
    return bytes[at + 1] === lineFeed ? at + 2 : at + 1
  }

  refuseLongRow(inQuotes: boolean): never {
    if (inQuotes) throw refuse('invalid', 'tables/broken-csv', { line: this.number })
    throw refuse('too-large', 'tables/row-too-long', { row: this.number, limitMb: this.limits.rowBytes / 1048576 })
  }

  private refuseColumns(): never {
    throw refuse('too-large', 'tables/too-many-columns', { row: this.number, limit: this.limits.columns })
  }
}

function hasSigns(starts: Int32Array, ends: Int32Array, count: number): boolean {
  for (let at = 0; at < count; at++) if (starts[at] !== ends[at]) return true
  return false
}
