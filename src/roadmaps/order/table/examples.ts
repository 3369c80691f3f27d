import type { Cell, Paragraph, Table } from '../../../core/document-model/index.ts'
import type { TableContext } from '../contract.ts'

/** Builders of invented tables for tests: a cell is its text, `'<'` carries on the cell to the left, `'^'` the one above. */
export function aTable(id: string, rows: readonly (readonly string[])[], headers = 0): Table {
  const columns = Math.max(0, ...rows.map(row => row.length))
  return {
    kind: 'table',
    place: { id },
    columns,
    rows: rows.map((row, r) => ({
      place: { id: `${id}.r${r}` },
      header: r < headers,
      cells: cellsOf(`${id}.r${r}`, row),
    })),
  }
}

function cellsOf(id: string, row: readonly string[]): Cell[] {
  const cells: Cell[] = []
  row.forEach((text, column) => {
    const last = cells.at(-1)
    if (text === '<' && last) {
      cells[cells.length - 1] = { ...last, columnSpan: last.columnSpan + 1 }
      return
    }
    const place = { id: `${id}.c${cells.length}` }
    const printed = text === '^' ? '' : text
    cells.push({
      place,
      column,
      columnSpan: 1,
      mergedUp: text === '^',
      text: printed,
      paragraphs: printed.split('\n').map((line, p) => aLine(`${place.id}.p${p}`, line)),
      tables: [],
    })
  })
  return cells
}

/** A paragraph. */
export function aLine(id: string, text: string): Paragraph {
  return { kind: 'paragraph', place: { id }, text }
}

/** A school-year plan that nothing abbreviates. */
export const aContext: TableContext = {
  planStart: '2024-01-01',
  planEnd: '2024-12-31',
  orderDate: '2023-12-20',
  abbreviations: new Map(),
}
