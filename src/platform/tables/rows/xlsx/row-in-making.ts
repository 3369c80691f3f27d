import { refuse } from '../../../../core/base/index.ts'
import type { FieldRow } from '../field-row.ts'
import type { RowLimits } from '../limits.ts'
import { trimmedEnd, trimmedStart } from '../trim.ts'
import { copyPlain, withoutEscapes } from './plain-text.ts'
import type { SharedTexts } from './shared-texts.ts'
import { isPlainNumber, shownDate, shownNumber } from './shown-number.ts'

/** What the cells of a sheet need of their workbook. */
export interface WorkbookFacts {
  readonly texts: SharedTexts
  /** Whether a cell style shows its number as a date. */
  readonly isDate: readonly boolean[]
  readonly countsFrom1904: boolean
}

/** Letters of an attribute's name or value, packed into a number. */
export const packed = (word: string) => [...word].reduce((all, letter) => (all << 8) | letter.charCodeAt(0), 0)
export const [numberType, sharedType, booleanType] = [packed('n'), packed('s'), packed('b')] as const
const firstBytes = 4096

/** A row of a sheet while its cells come in: their texts one behind another, and where each of them lies. */
export class RowInMaking {
  number = 0
  /** Column of the cell that came last. */
  column = -1
  private count = 0
  private signs = 0
  private cellStart = 0
  private filled = 0
  private bytes: Uint8Array
  private otherBytes: Uint8Array
  private readonly row: FieldRow
  private readonly facts: WorkbookFacts
  private readonly limits: RowLimits

  constructor(row: FieldRow, facts: WorkbookFacts, limits: RowLimits) {
    this.row = row
    this.facts = facts
    this.limits = limits
    this.bytes = new Uint8Array(Math.min(firstBytes, limits.rowBytes))
    this.otherBytes = new Uint8Array(this.bytes.length)
  }

  begin(number: number): void {
    this.number = number
    this.count = 0
    this.signs = 0
    this.column = -1
    this.filled = 0
  }

  /** @param column 0-based; −1 for the one behind the last */
  beginCell(column: number): void {
    this.column = column < 0 ? this.column + 1 : column
    this.cellStart = this.filled
    if (this.column >= this.limits.columns)
      throw refuse('too-large', 'tables/too-many-columns', { row: this.number, limit: this.limits.columns })
  }

  append(from: Uint8Array, start: number, end: number, plain: boolean): void {
    this.makeRoom(end - start)
    if (!plain) this.filled = copyPlain(from, start, end, this.bytes, this.filled)
    else if (end - start > 40) {
      this.bytes.set(from.subarray(start, end), this.filled)
      this.filled += end - start
    } else for (let next = start; next < end; next++) this.bytes[this.filled++] = from[next]!
  }

  /** The text of the cell is whole: what stands there becomes what a person sees. */
  endCell(type: number, style: number): void {
    if (type === sharedType) {
      const at = wholeOf(this.bytes, this.cellStart, this.filled)
      this.filled = this.cellStart
      this.endShared(at)
      return
    }
    if (type === numberType) this.showNumber(style)
    else if (type !== booleanType) this.filled = withoutEscapes(this.bytes, this.cellStart, this.filled)
    const start = trimmedStart(this.bytes, this.cellStart, this.filled)
    this.note(start, trimmedEnd(this.bytes, start, this.filled))
  }

  /** The cell is a text that the sheets share. */
  endShared(at: number): void {
    const { bytes, ends, count } = this.facts.texts
    if (at >= 0 && at < count) this.append(bytes, at === 0 ? 0 : ends[at - 1]!, ends[at]!, true)
    this.note(this.cellStart, this.filled)
  }

  /** The cell is a whole number without a style, at most 15 digits: it is shown as it is written. */
  endWhole(from: Uint8Array, start: number, end: number): void {
    if (this.filled + 15 > this.bytes.length) this.makeRoom(15)
    for (let next = start; next < end; next++) this.bytes[this.filled++] = from[next]!
    this.note(this.cellStart, this.filled)
  }

  /** Makes it the row that is given; false when nothing stands in it. */
  give(): boolean {
    if (this.signs === 0) return false
    this.row.take(this.bytes, this.row.bytes, this.count, this.number)
    const used = this.bytes
    this.bytes = this.otherBytes
    this.otherBytes = used
    return true
  }

  private note(start: number, end: number): void {
    const { row, column } = this
    while (column >= row.spare.starts.length) row.widenSpare()
    const { starts, ends } = row.spare
    while (this.count < column) {
      starts[this.count] = 0
      ends[this.count++] = 0
    }
    if (this.count === column) this.count++
    starts[column] = start
    ends[column] = end
    this.signs |= end - start
  }

  private showNumber(style: number): void {
    const isDate = style > 0 && this.facts.isDate[style] === true
    if (this.filled === this.cellStart || (!isDate && isPlainNumber(this.bytes, this.cellStart, this.filled))) return
    const text = Buffer.from(this.bytes.subarray(this.cellStart, this.filled)).toString('latin1')
    const shown = (isDate ? shownDate(text, this.facts.countsFrom1904) : null) ?? shownNumber(text)
    this.filled = this.cellStart
    this.makeRoom(shown.length)
    for (let next = 0; next < shown.length; next++) this.bytes[this.filled++] = shown.charCodeAt(next)
  }

  private makeRoom(length: number): void {
    const needed = this.filled + length
    if (needed <= this.bytes.length) return
    if (needed > this.limits.rowBytes)
      throw refuse('too-large', 'tables/row-too-long', { row: this.number, limitMb: this.limits.rowBytes / 1048576 })
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2))
    larger.set(this.bytes.subarray(0, this.filled))
    this.bytes = larger
  }
}

/** A whole number below a hundred million; −1 for anything else. */
export function wholeOf(bytes: Uint8Array, start: number, end: number): number {
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 0x30
    if (digit < 0 || digit > 9 || value > 9_999_999) return -1
    value = value * 10 + digit
  }
  return start < end ? value : -1
}
