import type { FieldRow } from '../field-row.ts'
import type { RowLimits } from '../limits.ts'
import type { OnRow, RowSheet } from '../row.ts'
import { Attributes, columnOf } from './attributes.ts'
import { quickCell } from './quick-cell.ts'
import { numberType, packed, RowInMaking, type WorkbookFacts } from './row-in-making.ts'
import { XmlBytes, type XmlTold } from './xml-bytes.ts'

const names = ['sheetData', 'row', 'c', 'v', 't', 'rPh']
const [dataName, rowName, cellName, valueName, textName, spokenName] = [0, 1, 2, 3, 4, 5]
const [reference, type, style] = ['r', 't', 's'].map(packed)

/** Turns the XML of one sheet into rows, as it passes by. */
export class SheetRows implements XmlTold {
  wantsText = false
  stopped = false
  wish: ReturnType<OnRow> = undefined
  private readonly xml = new XmlBytes(names, this)
  private readonly attributes = new Attributes()
  private inData = false
  private inRow = false
  private inCell = false
  private spokenDepth = 0
  private cellType: number = numberType
  private cellStyle = 0
  private readonly making: RowInMaking
  private readonly row: FieldRow
  private readonly onRow: OnRow
  private readonly sheet: RowSheet

  constructor(row: FieldRow, onRow: OnRow, sheet: RowSheet, facts: WorkbookFacts, limits: RowLimits) {
    this.making = new RowInMaking(row, facts, limits)
    this.row = row
    this.onRow = onRow
    this.sheet = sheet
  }

  push(piece: Uint8Array): void {
    this.xml.push(piece)
  }

  end(): void {
    this.xml.end()
  }

  /** Nearly all cells are written in one way, and are taken in one go. */
  quick(bytes: Uint8Array, at: number, end: number): number {
    return this.inRow && !this.inCell ? quickCell(bytes, at, end, this.making) : at
  }

  open(name: number, start: number, end: number): void {
    if (name === cellName) {
      if (this.inRow) this.openCell(start, end)
    } else if (name === valueName || name === textName) this.wantsText = this.inCell && this.spokenDepth === 0
    else if (name === rowName) {
      if (this.inData) this.openRow(start, end)
    } else if (name === spokenName) this.spokenDepth++
    else if (name === dataName) this.inData = true
  }

  close(name: number): void {
    if (name === valueName || name === textName) this.wantsText = false
    else if (name === cellName) {
      if (this.inCell) this.making.endCell(this.cellType, this.cellStyle)
      this.inCell = false
    } else if (name === rowName) {
      if (this.inRow) this.closeRow()
      this.inRow = false
    } else if (name === spokenName) this.spokenDepth--
    else if (name === dataName) this.inData = false
  }

  text(start: number, end: number, plain: boolean): void {
    this.making.append(this.xml.bytes, start, end, plain)
  }

  private openRow(start: number, end: number): void {
    let number = -1
    const attributes = this.attributes.of(this.xml.bytes, start, end)
    while (attributes.next()) if (attributes.name === reference) number = attributes.whole()
    this.making.begin(number > 0 ? number : this.making.number + 1)
    this.inRow = true
  }

  private openCell(start: number, end: number): void {
    let column = -1
    this.cellType = numberType
    this.cellStyle = 0
    const { bytes } = this.xml
    const attributes = this.attributes.of(bytes, start, end)
    while (attributes.next()) {
      if (attributes.name === reference) column = columnOf(bytes, attributes.start, attributes.end)
      else if (attributes.name === type) this.cellType = attributes.letters()
      else if (attributes.name === style) this.cellStyle = attributes.whole()
    }
    this.making.beginCell(column)
    this.inCell = true
  }

  private closeRow(): void {
    if (!this.making.give()) return
    this.wish = this.onRow(this.row, this.sheet)
    if (this.wish !== undefined) this.stopped = true
  }
}
