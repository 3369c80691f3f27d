import type { DraftCell, DraftRow, DraftTable } from '../draft.ts'
import type { Line } from './line.ts'
import { withoutMarkUp } from './mark-up.ts'
import { joinWrapped, runsOn } from './paragraphs.ts'

const uprights = '│┃║┆┇┊┋╎╏|¦'
const ruler = /^\s*[|+\u2500-\u257f][\s|+=:\u2500-\u257f-]*$/
const isUpright = (sign: string | undefined) => sign !== undefined && uprights.includes(sign)

/** Whether a line belongs to a table drawn with bars: `| a | b |`, `│ a │ b │`, or a ruler between rows. */
export function isBarLine(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.length < 2) return false
  return (isUpright(trimmed[0]) && isUpright(trimmed[trimmed.length - 1])) || isRuler(trimmed)
}

/**
 * Draws the outer bars of tables that have only inner ones (`№ | Срок | Ответственный`, as databases and some editors print): three lines or
 * more with the same two bars or more, rulers among them.
 */
export function withOuterBars(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(line => isOpen(line.text))) return lines
  const framed: Line[] = []
  for (let at = 0; at < lines.length; ) {
    const end = endOfOpen(lines, at)
    const run = lines.slice(at, Math.max(end, at + 1))
    const width = run.reduce((most, line) => Math.max(most, line.text.trimEnd().length), 0)
    for (const line of run) framed.push(run.length >= 3 ? withBars(line, width) : line)
    at += run.length
  }
  return framed
}

function isOpen(text: string): boolean {
  return barsOf(text).length >= 2 && !isBarLine(text)
}

/** Past the last line of the open table that begins at `at`; `at` itself when none does. */
function endOfOpen(lines: readonly Line[], at: number): number {
  const first = lines[at]!
  if (!isOpen(first.text) || isOpenRuler(first.text)) return at
  const bars = barsOf(first.text).length
  const isOwn = ({ text }: Line) => isOpenRuler(text) || barsOf(text).length === bars
  const end = lines.findIndex((line, i) => i > at && !isOwn(line))
  return end < 0 ? lines.length : end
}

function isOpenRuler(text: string): boolean {
  return /[-=]{3}/.test(text) && /[|+]/.test(text) && /^[\s|+:=-]*$/.test(text)
}

function withBars(line: Line, width: number): Line {
  const inner = line.text.trimEnd().padEnd(width)
  return { ...line, text: `|${isOpenRuler(line.text) ? inner.replaceAll('+', '|') : inner}|` }
}

function isRuler(text: string): boolean {
  return ruler.test(text) && /[-=─━═┄┅┈┉╌╍]{2}/.test(text)
}

/** Rulers alone make no table. */
export function isBarTable(lines: readonly Line[]): boolean {
  return lines.some(line => !isRuler(line.text.trim()))
}

/**
 * Builds a table drawn with bars. With rulers between the rows a row may take several lines, and its cells are joined again; in a
 * markdown table (one ruler under the header) every line is a row. Columns are found by where the bars stand, so that a cell over several
 * columns is seen; when the bars do not line up, by counting.
 */
export function barTable(lines: readonly Line[]): DraftTable {
  const groups = rowGroups(lines)
  const edges = alignedEdges(lines)
  const drafts = groups.map(group => (edges ? rowByEdges(group, edges) : rowByCount(group)))
  const columns = edges ? edges.length - 1 : Math.max(1, ...drafts.map(row => row.cells.length))
  return { kind: 'table', columns, rows: drafts, lines: lines.map(line => line.number), page: lines[0]!.page }
}

function rowGroups(lines: readonly Line[]): Line[][] {
  const between: Line[][] = [[]]
  for (const line of lines) {
    if (isRuler(line.text.trim())) between.push([])
    else between[between.length - 1]!.push(line)
  }
  const groups = between.filter(group => group.length > 0)
  const isBoxed =
    lines.some(line => /[\u2500-\u257f+]/.test(line.text) && isRuler(line.text.trim())) && groups.length > 2
  if (isBoxed) return groups
  return groups.flatMap(group => splitByFirstCell(group))
}

/** Without rulers between the rows a line with an empty first cell and no new number continues the row above only in drawn boxes. */
function splitByFirstCell(group: readonly Line[]): Line[][] {
  const isDrawn = group.some(line => /[│┃║]/.test(line.text))
  const rows: Line[][] = []
  for (const line of group) {
    const first = cellTexts(line.text)[0] ?? ''
    if (isDrawn && first.trim() === '' && rows.length > 0) rows[rows.length - 1]!.push(line)
    else rows.push([line])
  }
  return rows
}

/** Positions of the bars when all lines of the table agree on one grid; null when they do not. */
function alignedEdges(lines: readonly Line[]): number[] | null {
  const counts = new Map<number, number>()
  const rows = lines.filter(line => !isRuler(line.text.trim()))
  for (const line of rows) for (const at of barsOf(line.text)) counts.set(at, (counts.get(at) ?? 0) + 1)
  const all = [...counts.keys()].sort((a, b) => a - b)
  const widest = rows.reduce((most, line) => Math.max(most, barsOf(line.text).length), 0)
  // One row alone has nothing to line up with, and a ragged pipe table has more positions than bars.
  return all.length === widest && all.length >= 2 ? all : null
}

function barsOf(text: string): number[] {
  const positions: number[] = []
  for (let at = 0; at < text.length; at++) if (isUpright(text[at]) && text[at - 1] !== '\\') positions.push(at)
  return positions
}

function rowByEdges(lines: readonly Line[], edges: readonly number[]): DraftRow {
  const bars = new Set(lines.flatMap(line => barsOf(line.text)))
  const own = edges.filter(edge => bars.has(edge))
  const cells: DraftCell[] = []
  for (let at = 0; at + 1 < own.length; at++) {
    const [left, right] = [own[at]!, own[at + 1]!]
    const column = edges.indexOf(left)
    cells.push(
      cellOf(
        lines,
        lines.map(line => line.text.slice(left + 1, right)),
        column,
        edges.indexOf(right) - column,
      ),
    )
  }
  return rowFrom(lines, cells)
}

function rowByCount(lines: readonly Line[]): DraftRow {
  const printed = lines.map(line => cellTexts(line.text))
  const width = Math.max(...printed.map(texts => texts.length))
  const cells = Array.from({ length: width }, (_, column) =>
    cellOf(
      lines,
      printed.map(texts => texts[column] ?? ''),
      column,
      1,
    ),
  )
  return rowFrom(lines, cells)
}

function cellTexts(text: string): string[] {
  const trimmed = text.trim()
  const bars = barsOf(trimmed)
  return bars.slice(0, -1).map((bar, at) => trimmed.slice(bar + 1, bars[at + 1]).replaceAll('\\|', '|'))
}

function cellOf(lines: readonly Line[], printed: readonly string[], column: number, columnSpan: number): DraftCell {
  const width = Math.max(...printed.map(text => text.trimEnd().length))
  const joined: string[][] = []
  for (const text of printed.map(piece => piece.trim()).filter(piece => piece !== '')) {
    const group = joined[joined.length - 1]
    if (group && runsOn(` ${group[group.length - 1]!}`, text, width)) group.push(text)
    else joined.push([text])
  }
  const numbers = lines.map(line => line.number)
  const content = joined
    .flatMap(group => withoutMarkUp(joinWrapped(group)))
    .map(text => ({ kind: 'paragraph' as const, text, lines: numbers }))
  return { column, columnSpan, mergedUp: false, content }
}

function rowFrom(lines: readonly Line[], cells: DraftCell[]): DraftRow {
  return { header: false, cells, lines: lines.map(line => line.number), page: lines[0]!.page }
}
