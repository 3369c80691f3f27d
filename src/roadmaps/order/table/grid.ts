import type { Block, Cell, Paragraph, Place, Table } from '../../../core/document-model/index.ts'
import { plainText } from '../../../core/russian/index.ts'

/** One printed row of the plan, laid out on the grid: a spanned cell stands in its first column, the rest of its span is empty. */
export interface GridRow {
  readonly place: Place
  /** Index of the block in the document. */
  readonly block: number
  /** Marked as a repeated header by the program that wrote the document. */
  readonly header: boolean
  readonly cells: readonly (GridCell | null)[]
}

export interface GridCell {
  readonly place: Place
  /** Lines of the cell, mark-up removed, empty lines left out. */
  readonly lines: readonly string[]
  readonly text: string
  readonly span: number
  readonly mergedUp: boolean
  /** Automatic number of the first paragraph, not part of the text. */
  readonly label: string | null
}

/** Lays a table out on its grid, so that cells can be asked for by column. */
export function gridOf(table: Table, block: number): GridRow[] {
  const width = Math.max(
    table.columns,
    ...table.rows.map(row => Math.max(0, ...row.cells.map(cell => cell.column + cell.columnSpan))),
  )
  return table.rows.map(row => {
    const cells: (GridCell | null)[] = new Array(Math.min(width, 200)).fill(null)
    for (const cell of row.cells)
      if (cell.column >= 0 && cell.column < cells.length) cells[cell.column] = gridCell(cell)
    return { place: row.place, block, header: row.header, cells }
  })
}

function gridCell(cell: Cell): GridCell {
  const lines = cell.mergedUp ? [] : [...linesOf(cell)]
  return {
    place: cell.place,
    lines,
    text: lines.join(' '),
    span: cell.columnSpan,
    mergedUp: cell.mergedUp,
    label:
      cell.paragraphs.find(paragraph => paragraph.numbering && !paragraph.numbering.bullet)?.numbering?.label ?? null,
  }
}

function* linesOf(cell: Cell): Generator<string> {
  const printed = cell.paragraphs.length > 0 ? cell.paragraphs.flatMap(linesOfParagraph) : cell.text.split('\n')
  for (const line of printed) {
    const plain = plainText(line)
    if (plain !== '') yield plain
  }
  for (const inner of cell.tables) for (const row of inner.rows) for (const one of row.cells) yield* linesOf(one)
}

function linesOfParagraph(paragraph: Paragraph): string[] {
  if (paragraph.text.trim() === '') return []
  const bullet = paragraph.numbering?.bullet ? '- ' : ''
  return paragraph.text.split('\n').map((line, i) => (i === 0 ? bullet + line : line))
}

/** Text of a column of a row, empty where there is no cell. */
export function textAt(row: GridRow, column: number): string {
  return row.cells[column]?.text ?? ''
}

/** Columns of a row that have a text of their own. */
export function filledColumns(row: GridRow): number[] {
  const filled: number[] = []
  row.cells.forEach((cell, column) => {
    if (cell && cell.text !== '') filled.push(column)
  })
  return filled
}

export function isTable(block: Block | undefined): block is Table {
  return block?.kind === 'table'
}
