import type { DraftCell, DraftRow, DraftTable } from '../draft.ts'
import type { Line } from './line.ts'
import { withoutMarkUp } from './mark-up.ts'

/**
 * Finds the rows of a tab-separated table in a group of lines (no empty line inside).
 *
 * A table has at least two rows of two filled cells, or three filled cells in one row, or continues the table next to it (`columns`).
 * A line without tabs between rows is a row of its own over all columns (a section); before the first row it is a caption.
 *
 * @param neighbours widths of the tables nearest before and after, for groups of one row
 * @returns first and one past the last line of the table within the group, or null
 */
export function findTabTable(
  lines: readonly Line[],
  neighbours: readonly number[],
): { from: number; to: number } | null {
  const rows = lines.flatMap((line, at) => (line.text.includes('\t') ? [at] : []))
  const first = rows[0]
  if (first === undefined) return null
  const to = rows[rows.length - 1]! + 1
  const filled = rows.map(at => cellTexts(lines[at]!.text).filter(text => text.trim() !== '').length)
  const wide = filled.filter(count => count >= 2).length
  const tabs = Math.max(...rows.map(at => tabCount(lines[at]!.text)))
  const adjoins = neighbours.includes(tabs + 1) && tabs >= 2
  const enough =
    (wide >= 2 && rows.length * 2 > to - first) ||
    filled.some(count => count >= 3) ||
    (adjoins && filled.some(count => count >= 1))
  return enough ? { from: first, to } : null
}

/** Builds the table of the lines that `findTabTable` found. */
export function tabTable(lines: readonly Line[]): DraftTable {
  const columns = Math.max(...lines.map(line => tabCount(line.text))) + 1
  const rows: DraftRow[] = []
  for (let at = 0; at < lines.length; at++) {
    const group = [lines[at]!]
    // A cell with a line break inside: pieces of one row, whose tabs add up to a whole row.
    let tabs = tabCount(group[0]!.text)
    if (tabs > 0 && tabs < columns - 1) {
      const reach = reachOf(lines, at, columns - 1)
      if (reach > at) {
        while (at < reach) group.push(lines[++at]!)
        tabs = columns - 1
      }
    }
    if (group.every(line => isRuler(line.text))) continue
    rows.push(rowOf(group, tabs === 0 ? columns : null))
  }
  return { kind: 'table', columns, rows, lines: lines.map(line => line.number), page: lines[0]!.page }
}

function reachOf(lines: readonly Line[], at: number, wanted: number): number {
  let tabs = tabCount(lines[at]!.text)
  for (let next = at + 1; next < lines.length && next < at + 12; next++) {
    const text = lines[next]!.text
    if (looksLikeItem(text)) return at
    tabs += tabCount(text)
    if (tabs > wanted) return at
    if (tabs === wanted && tabCount(text) > 0) return next
  }
  return at
}

function rowOf(lines: readonly Line[], span: number | null): DraftRow {
  const numbers = lines.map(line => line.number)
  const cells = cellTexts(lines.map(line => line.text).join('\n')).map(
    (printed, column): DraftCell => ({
      column,
      columnSpan: span ?? 1,
      mergedUp: false,
      content: unquoted(printed)
        .split('\n')
        .flatMap(withoutMarkUp)
        .map(text => ({ kind: 'paragraph', text, lines: numbers })),
    }),
  )
  return { header: false, cells, lines: numbers, page: lines[0]!.page }
}

function cellTexts(text: string): string[] {
  return text.split('\t')
}

function tabCount(text: string): number {
  let count = 0
  for (let at = text.indexOf('\t'); at >= 0; at = text.indexOf('\t', at + 1)) count++
  return count
}

function looksLikeItem(text: string): boolean {
  return /^\s*\d+(\.\d+)*[.)]?\t/.test(text)
}

/** Spreadsheets put quotes around a cell with a line break and double the quotes inside. */
function unquoted(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') && cell.includes('\n')
    ? cell.slice(1, -1).replaceAll('""', '"')
    : cell
}

/** `--⇥---⇥--` is the ruler of a markdown table that lost its bars. */
function isRuler(text: string): boolean {
  return /^[\s:|+=-]*-{2,}[\s:|+=-]*$/.test(text)
}
