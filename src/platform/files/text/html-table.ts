import type { DraftCell, DraftRow, DraftTable } from '../draft.ts'
import type { Line } from './line.ts'
import { withoutMarkUp } from './mark-up.ts'

/** More than any printed table has; what asks for more is broken mark-up. */
const MOST_COLUMNS = 60
const MOST_ROWS_SPANNED = 500

const tableTag = /<(\/?)table(?=[\s>])[^<>]*>/gi

/** Lines of a text cut where a table written in HTML begins and ends. */
export interface HtmlPart {
  readonly lines: readonly Line[]
  readonly isTable: boolean
}

/** Parts the lines into those of whole `<table>…</table>` and the others; text before and after on the same line stays outside. */
export function partsWithHtmlTables(lines: readonly Line[]): HtmlPart[] {
  const parts: HtmlPart[] = []
  let own: Line[] = []
  let depth = 0
  let outside: Line[] = []
  const push = (part: readonly Line[], isTable: boolean) => {
    if (part.length > 0) parts.push({ lines: part, isTable })
  }
  for (const line of lines) {
    let from = 0
    const take = (until: number) => {
      const piece = { ...line, text: line.text.slice(from, until) }
      if (depth > 0) own.push(piece)
      else if (until > from && (piece.text.trim() !== '' || (from === 0 && until === line.text.length)))
        outside.push(piece)
      from = until
    }
    if (!line.text.includes('<')) {
      ;(depth > 0 ? own : outside).push(line)
      continue
    }
    for (const found of line.text.matchAll(tableTag)) {
      if (found[1] === '') {
        if (depth === 0) take(found.index)
        depth++
      } else if (depth > 0) {
        if (depth === 1) {
          take(found.index + found[0].length)
          push(outside, false)
          push(own, true)
          outside = []
          own = []
        }
        depth--
      }
    }
    if (from < line.text.length || line.text === '') take(line.text.length)
  }
  // a table that is never closed is text with tags
  push([...outside, ...own], false)
  return parts
}

/** Builds the table of one `<table>…</table>`; a cell over several rows is carried on, tables inside a cell are its text. */
export function htmlTable(lines: readonly Line[]): DraftTable {
  const text = lines.map(line => line.text).join('\n')
  const lineAt = lineFinder(lines)
  const rows: DraftRow[] = []
  const below = new Map<number, { rows: number; span: number }>()
  for (const row of rowsOf(text)) {
    const cells: DraftCell[] = []
    const number = lineAt(row.at)
    let column = carriedOn(cells, below, 0)
    for (const { attributes, inner } of row.cells) {
      if (column >= MOST_COLUMNS) break
      const columnSpan = Math.min(numberIn(attributes, 'colspan'), MOST_COLUMNS - column)
      const rowSpan = Math.min(numberIn(attributes, 'rowspan'), MOST_ROWS_SPANNED)
      const content = withoutMarkUp(inner.replace(/\s+/g, ' ')).map(text => ({
        kind: 'paragraph' as const,
        text,
        lines: [number],
      }))
      cells.push({ column, columnSpan, mergedUp: false, content })
      if (rowSpan > 1) below.set(column, { rows: rowSpan, span: columnSpan })
      column = carriedOn(cells, below, column + columnSpan)
    }
    for (const [at, open] of below) {
      if (open.rows > 1) below.set(at, { ...open, rows: open.rows - 1 })
      else below.delete(at)
    }
    if (cells.length > 0) rows.push({ header: row.isHeader, cells, lines: [number], page: lines[0]!.page })
  }
  const columns = Math.max(1, ...rows.flatMap(row => row.cells.map(cell => cell.column + cell.columnSpan)))
  return { kind: 'table', columns, rows, lines: lines.map(line => line.number), page: lines[0]!.page }
}

/** Cells of the rows above that reach into this one stand before its next cell; the first free column. */
function carriedOn(
  cells: DraftCell[],
  below: ReadonlyMap<number, { rows: number; span: number }>,
  from: number,
): number {
  let column = from
  for (let open = below.get(column); open; open = below.get(column)) {
    cells.push({ column, columnSpan: open.span, mergedUp: true, content: [] })
    column += open.span
  }
  return column
}

interface HtmlRow {
  readonly at: number
  readonly isHeader: boolean
  readonly cells: { attributes: string; inner: string }[]
}

const structure = /<(\/?)(table|thead|tr|td|th)(?=[\s>/])([^<>]*)>/gi

function rowsOf(text: string): HtmlRow[] {
  const rows: HtmlRow[] = []
  let depth = 0
  let isHead = false
  let open: { attributes: string; from: number } | null = null
  const close = (until: number) => {
    if (open) rows.at(-1)?.cells.push({ attributes: open.attributes, inner: text.slice(open.from, until) })
    open = null
  }
  for (const found of text.matchAll(structure)) {
    const [whole, slash, name = '', attributes = ''] = found
    const tag = name.toLowerCase()
    if (tag === 'table') depth += slash === '' ? 1 : -1
    if (depth > 1 || (tag === 'table' && slash === '' && depth > 1)) continue
    if (tag === 'thead') isHead = slash === ''
    if (tag === 'tr' || tag === 'table') close(found.index)
    if (tag === 'tr' && slash === '') rows.push({ at: found.index, isHeader: isHead, cells: [] })
    if (tag !== 'td' && tag !== 'th') continue
    close(found.index)
    if (slash === '') open = { attributes, from: found.index + whole.length }
  }
  return rows
}

function numberIn(attributes: string, name: string): number {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)
  return Math.max(1, Number(found?.[1] ?? 1))
}

/** Line number of an offset in the joined text; asked for growing offsets. */
function lineFinder(lines: readonly Line[]): (at: number) => number {
  let index = 0
  let end = lines[0]?.text.length ?? 0
  return at => {
    while (at > end && index + 1 < lines.length) end += 1 + lines[++index]!.text.length
    return lines[index]!.number
  }
}
