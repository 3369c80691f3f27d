import type { Block } from '../../../core/document-model/index.ts'
import type { FindPlan } from '../contract.ts'
import { looksLikeDeadline, looksLikeNumber } from './cell-content.ts'
import { isColumnNumbers } from './column-facts.ts'
import { agreesWith, type Columns, columnsByContent, headedColumns, isPlan } from './columns.ts'
import { filledColumns, type GridRow, gridOf, isTable, textAt } from './grid.ts'
import { readHeading } from './headings.ts'

/** A printed table with its columns; `header` are the rows that its own header takes. */
export interface LaidTable {
  readonly rows: readonly GridRow[]
  readonly columns: Columns
  readonly header: readonly number[]
}

/** Lays the tables out; one without a header takes the columns of the one before. */
export function tablesOf(blocks: readonly Block[], plan: ReturnType<FindPlan>): Map<number, LaidTable> {
  const tables = new Map<number, LaidTable>()
  let now: Columns | null = null
  for (const i of plan.blocks) {
    const block = blocks[i]
    if (!isTable(block)) continue
    const rows = gridOf(block, i)
    const headed = ownHeader(rows, now)
    if (isPlan(headed)) {
      now = headed
      tables.set(i, { rows, columns: headed, header: headed.headerRows })
      continue
    }
    const width = rows[0]?.cells.length ?? 0
    const fits: boolean = now !== null && width > 0 && (width === now.width || rows.length <= 2)
    const columns: Columns | null = fits ? now : columnsByContent(rows)
    if (!columns) continue
    now = columns
    tables.set(i, { rows, columns, header: [] })
  }
  return tables
}

/**
 * The header of a table that follows another one of the plan. A first row that reads like the data of the columns before is no header,
 * even where its words are those of headings («весь период», «рабочая группа», «документ»).
 */
export function ownHeader(rows: readonly GridRow[], before: Columns | null): Columns | null {
  const headed = headedColumns(rows)
  const first = rows[headed?.headerRows[0] ?? 0]
  if (!headed || !first || !before || headed.width !== before.width) return headed
  const title = textAt(first, before.roles.indexOf('title'))
  const isHeading = title.length < 40 && readHeading(title)?.strength === 2
  const isDated = looksLikeDeadline(textAt(first, before.roles.indexOf('deadline')))
  return isDated && !isHeading && agreesWith([first], before) ? null : headed
}

/** What holds for the plan as a whole. */
export interface PlanFacts {
  /** Rows whose number is printed. */
  readonly numbered: number
  /** Share of the numbered rows that have a title and nothing else. */
  readonly bare: number
}

export function factsOf(tables: readonly LaidTable[]): PlanFacts {
  let numbered = 0
  let bare = 0
  for (const { rows, columns, header } of tables) {
    const [numberAt, titleAt] = [columns.roles.indexOf('number'), columns.roles.indexOf('title')]
    rows.forEach((row, at) => {
      if (
        header.includes(at) ||
        numberAt < 0 ||
        textAt(row, titleAt) === '' ||
        isColumnNumbers(row) ||
        numberOf(row, numberAt) === null
      )
        return
      numbered++
      if (filledColumns(row).every(column => column === numberAt || column === titleAt)) bare++
    })
  }
  return { numbered, bare: bare / Math.max(1, numbered) }
}

/** The number of a row: printed, or automatic in an empty cell; null when the cell holds something else. */
export function numberOf(row: GridRow, column: number): string | null {
  const cell = row.cells[column]
  if (!cell) return null
  if (cell.text !== '') return looksLikeNumber(cell.text) ? cell.text : null
  return cell.label !== null && looksLikeNumber(cell.label) ? cell.label : null
}
