import { refuse } from '../../../../core/base/index.ts'
import type { FieldRow } from '../field-row.ts'
import type { RowLimits } from '../limits.ts'
import type { OnRow, RowSheet } from '../row.ts'
import { trimmedEnd, trimmedStart } from '../trim.ts'
import { Attributes, columnOf, wholeOf } from './attributes.ts'
import { copyPlain, withoutEscapes } from './plain-text.ts'
import type { SharedTexts } from './shared-texts.ts'
import { isPlainNumber, shownDate, shownNumber } from './shown-number.ts'
import { XmlBytes, type XmlTold } from './xml-bytes.ts'

/** What the cells of a sheet need of their workbook. */
export interface WorkbookFacts {
  readonly texts: SharedTexts
  /** Whether a cell style shows its number as a date. */
  readonly isDate: readonly boolean[]
  readonly countsFrom1904: boolean
}

const names = ['sheetData', 'row', 'c', 'v', 't', 'rPh']
const [dataName, rowName, cellName, valueName, textName, spokenName] = [0, 1, 2, 3, 4, 5]
const attribute = (word: string) => [...word].reduce((packed, letter) => (packed << 8) | letter.charCodeAt(0), 0)
const [reference, type, style] = ['r', 't', 's'].map(attribute)
const [numberType, sharedType, booleanType] = ['n', 's', 'b'].map(attribute)
const firstBytes = 4096

/** Turns the XML of one sheet into rows, as it passes by. */
export class SheetRows implements XmlTold {
  wantsText = false
  stopped = false
  wish: ReturnType<OnRow> = undefined
  private readonly xml = new XmlBytes(names, this)
  private readonly attributes = new Attributes()
  private inData = false
  private spokenDepth = 0
  private number = 0
  private count = 0
  private signs = 0
  private column = 0
  private cellType = numberType!
  private cellStyle = 0
  private cellStart = 0
  private bytes: Uint8Array
  private filled = 0
  private otherBytes: Uint8Array
  private readonly row: FieldRow
  private readonly onRow: OnRow
  private readonly sheet: RowSheet
  private readonly facts: WorkbookFacts
  private readonly limits: RowLimits

  constructor(row: FieldRow, onRow: OnRow, sheet: RowSheet, facts: WorkbookFacts, limits: RowLimits) {
    this.row = row
    this.onRow = onRow
    this.sheet = sheet
    this.facts = facts
    this.limits = limits
    this.bytes = new Uint8Array(Math.min(firstBytes, limits.rowBytes))
    this.otherBytes = new Uint8Array(this.bytes.length)
  }

  push(piece: Uint8Array): void {
    this.xml.push(piece)
  }

  end(): void {
    this.xml.end()
  }

  open(name: number, start: number, end: number): void {
    if (name === cellName) {
      if (this.inData) this.openCell(start, end)
    } else if (name === valueName || name === textName) this.wantsText = this.inData && this.spokenDepth === 0
    else if (name === rowName) {
      if (this.inData) this.openRow(start, end)
    } else if (name === spokenName) this.spokenDepth++
    else if (name === dataName) this.inData = true
  }

  close(name: number): void {
    if (name === valueName || name === textName) this.wantsText = false
    else if (name === cellName) {
      if (this.inData) this.closeCell()
    } else if (name === rowName) {
      if (this.inData) this.closeRow()
    } else if (name === spokenName) this.spokenDepth--
    else if (name === dataName) this.inData = false
  }

  text(start: number, end: number, plain: boolean): void {
    this.makeRoom(end - start)
    if (plain) {
      this.bytes.set(this.xml.bytes.subarray(start, end), this.filled)
      this.filled += end - start
    } else this.filled = copyPlain(this.xml.bytes, start, end, this.bytes, this.filled)
  }

  private openRow(start: number, end: number): void {
    let number = -1
    const attributes = this.attributes.of(this.xml.bytes, start, end)
    while (attributes.next()) if (attributes.name === reference) number = attributes.whole()
    this.number = number > 0 ? number : this.number + 1
    this.count = 0
    this.signs = 0
    this.column = -1
    this.filled = 0
  }

  private openCell(start: number, end: number): void {
    let column = -1
    this.cellType = numberType!
    this.cellStyle = 0
    this.cellStart = this.filled
    const { bytes } = this.xml
    const attributes = this.attributes.of(bytes, start, end)
    while (attributes.next()) {
      if (attributes.name === reference) column = columnOf(bytes, attributes.start, attributes.end)
      else if (attributes.name === type) {
        this.cellType = 0
        for (let at = attributes.start; at < attributes.end; at++) this.cellType = (this.cellType << 8) | bytes[at]!
      } else if (attributes.name === style) this.cellStyle = attributes.whole()
    }
    this.column = column < 0 ? this.column + 1 : column
    if (this.column >= this.limits.columns)
      throw refuse('too-large', 'tables/too-many-columns', { row: this.number, limit: this.limits.columns })
  }

  private closeCell(): void {
    const { row, column } = this
    if (this.cellType === sharedType) this.takeShared()
    else if (this.cellType === numberType) this.takeNumber()
    else if (this.cellType !== booleanType) this.filled = withoutEscapes(this.bytes, this.cellStart, this.filled)
    while (column >= row.spare.starts.length) row.widenSpare()
    const { starts, ends } = row.spare
    while (this.count < column) {
      starts[this.count] = 0
      ends[this.count++] = 0
    }
    if (this.count === column) this.count++
    starts[column] = trimmedStart(this.bytes, this.cellStart, this.filled)
    ends[column] = trimmedEnd(this.bytes, starts[column]!, this.filled)
    this.signs |= ends[column]! - starts[column]!
  }

  private takeShared(): void {
    const { bytes, ends, count } = this.facts.texts
    const at = wholeOf(this.bytes, this.cellStart, this.filled)
    this.filled = this.cellStart
    if (at < 0 || at >= count) return
    const start = at === 0 ? 0 : ends[at - 1]!
    const length = ends[at]! - start
    this.makeRoom(length)
    if (length > 40) this.bytes.set(bytes.subarray(start, start + length), this.filled)
    else for (let next = 0; next < length; next++) this.bytes[this.filled + next] = bytes[start + next]!
    this.filled += length
  }

  private takeNumber(): void {
    const isDate = this.facts.isDate[this.cellStyle] === true
    if (this.filled === this.cellStart || (!isDate && isPlainNumber(this.bytes, this.cellStart, this.filled))) return
    const text = Buffer.from(this.bytes.subarray(this.cellStart, this.filled)).toString('latin1')
    const shown = (isDate ? shownDate(text, this.facts.countsFrom1904) : null) ?? shownNumber(text)
    this.filled = this.cellStart
    this.makeRoom(shown.length)
    for (let next = 0; next < shown.length; next++) this.bytes[this.filled++] = shown.charCodeAt(next)
  }

  private closeRow(): void {
    if (this.signs === 0) return
    this.row.take(this.bytes, this.row.bytes, this.count, this.number)
    const used = this.bytes
    this.bytes = this.otherBytes
    this.otherBytes = used
    this.wish = this.onRow(this.row, this.sheet)
    if (this.wish !== undefined) this.stopped = true
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
