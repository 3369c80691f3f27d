import type { DraftCell, DraftParagraph, DraftRow, DraftTable } from '../draft.ts'

/**
 * Puts the rest of a row that was cut by the end of a page back to its beginning. The rest stands under the repeated header of the next
 * page: the number is missing, no cell is wider than above, and what is there continues what was begun.
 *
 * A section row is told apart by its cell over several columns, a new row without a number by cells that begin a sentence of their own.
 *
 * @returns true when the first row of `next` went into the last row of `before`
 */
export function rejoinSplitRow(before: DraftTable, next: DraftTable): boolean {
  const last = before.rows[before.rows.length - 1]
  const header = before.rows[0]
  if (!last || !header || before.columns !== next.columns) return false
  const at = next.rows[0] && sameTexts(header, next.rows[0]) ? 1 : 0
  const rest = next.rows[at]
  if (!rest || !continuesRow(last, rest)) return false
  for (const [index, cell] of rest.cells.entries()) append(last.cells[index]!, cell)
  next.rows.splice(at, 1)
  return true
}

function continuesRow(last: DraftRow, rest: DraftRow): boolean {
  const isWhole = (row: DraftRow) => row.cells.every(cell => cell.columnSpan === 1 && !cell.mergedUp)
  if (last.cells.length < 3 || last.cells.length !== rest.cells.length || !isWhole(last) || !isWhole(rest)) return false
  if (textOf(rest.cells[0]!) !== '' || textOf(last.cells[0]!) === '') return false
  const pairs = rest.cells
    .map((cell, index) => ({ begun: textOf(last.cells[index]!), rest: textOf(cell) }))
    .filter(pair => pair.rest !== '')
  if (pairs.length === 0 || pairs.some(pair => pair.begun === '')) return false
  const inside = pairs.filter(pair => /^[а-яёa-z\d(«)»,–-]/.test(pair.rest) || /[,(«–-]$/.test(pair.begun))
  return pairs.length * 2 <= rest.cells.length ? true : inside.length * 2 > pairs.length
}

function append(cell: DraftCell, rest: DraftCell): void {
  const [first, ...others] = rest.content
  if (!first) return
  const open = cell.content[cell.content.length - 1]
  if (open?.kind === 'paragraph' && first.kind === 'paragraph' && runsOn(open, first)) {
    open.text = `${open.text} ${first.text}`
  } else cell.content.push(first)
  cell.content.push(...others)
}

function runsOn(open: DraftParagraph, first: DraftParagraph): boolean {
  return /^[а-яёa-z\d(«)»,–-]/.test(first.text) || !/[.;:!?]$/.test(open.text)
}

function sameTexts(one: DraftRow, other: DraftRow): boolean {
  return (
    one.cells.length === other.cells.length && one.cells.every((cell, at) => textOf(cell) === textOf(other.cells[at]!))
  )
}

function textOf(cell: DraftCell): string {
  return cell.content
    .map(piece => (piece.kind === 'paragraph' ? piece.text : ''))
    .join(' ')
    .trim()
}
