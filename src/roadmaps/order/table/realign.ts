import { looksLikeDeadline, looksLikeNumber } from './cell-content.ts'
import type { Columns } from './columns.ts'
import { filledColumns, type GridCell, type GridRow, textAt } from './grid.ts'
import { looksLikeParties } from './parties/read-parties.ts'

/** How much better a shifted reading must fit before the printed place of a cell is given up. */
const SURE = 4

/**
 * Puts a row whose cells slipped one column to the left or right back under its headings, when their content says so plainly.
 *
 * @returns the same row when nothing speaks for a shift
 */
export function realigned(row: GridRow, columns: Columns): { readonly row: GridRow; readonly shifted: boolean } {
  const filled = filledColumns(row)
  if (filled.length < 3 || row.cells.some(cell => cell && (cell.mergedUp || (cell.span > 1 && cell.text !== ''))))
    return { row, shifted: false }
  const straight = fit(row, columns)
  let best = { row, shifted: false }
  let most = straight
  for (const by of [1, -1] as const) {
    const moved = shifted(row, by)
    const value = moved ? fit(moved, columns) : Number.NEGATIVE_INFINITY
    if (moved && value >= straight + SURE && value > most) {
      best = { row: moved, shifted: true }
      most = value
    }
  }
  return best
}

function shifted(row: GridRow, by: 1 | -1): GridRow | null {
  const lost = by === 1 ? row.cells.at(-1) : row.cells[0]
  if (lost && lost.text !== '') return null
  const cells: (GridCell | null)[] = by === 1 ? [null, ...row.cells.slice(0, -1)] : [...row.cells.slice(1), null]
  return { ...row, cells }
}

/** How well the texts of a row agree with the roles of their columns. */
function fit(row: GridRow, columns: Columns): number {
  let value = 0
  columns.roles.forEach((role, column) => {
    const text = textAt(row, column)
    if (text === '' || columns.periods[column]) return
    const number = looksLikeNumber(text)
    if (role === 'number') value += number ? 2 : -3
    else if (role === 'deadline') value += looksLikeDeadline(text) && !number ? 2 : -2
    else if (role === 'responsible') value += looksLikeParties(text) && !number ? 1 : -1
    else if (role === 'title') value += number || text.length < 4 ? -3 : 1
  })
  return value
}
