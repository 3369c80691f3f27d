import { refuse } from '../../../core/base/index.ts'
import type { SourceDocument } from '../../../core/document-model/index.ts'
import { type DraftBlock, type DraftTable, finish } from '../draft.ts'
import { type FileLimits, fileLimits } from '../limits.ts'
import { tooLong } from '../too-large.ts'
import { barTable, isBarLine, isBarTable, withOuterBars } from './bar-table.ts'
import { decodeText } from './decode.ts'
import { htmlTable, partsWithHtmlTables } from './html-table.ts'
import { isBlank, type Line, linesOf } from './line.ts'
import { type BoldState, paragraphsOf, wrapWidthOf } from './paragraphs.ts'
import { findSpaceTable, spaceTable } from './space-table.ts'
import { findTabTable, tabTable } from './tab-table.ts'

/**
 * Reads a text file: UTF-8, UTF-16, cp1251, koi8-r and the like. A line is a paragraph (lines wrapped by a program are joined), groups of
 * tab-separated, bar-drawn or aligned lines and tables in HTML are tables. Every block keeps its 1-based lines.
 *
 * @throws refuse('unsupported', 'files/unknown-format') for bytes that are no text; refuse('invalid', 'files/no-text')
 * @example readText(Buffer.from('ПРИКАЗ\n\n1\tЗамер\tМай\n2\tОтчёт\tИюнь')).blocks[1]?.kind // 'table'
 */
export function readText(bytes: Uint8Array, limits: FileLimits = fileLimits): SourceDocument {
  const text = decodeText(bytes)
  if (text === null) throw refuse('unsupported', 'files/unknown-format')
  return readPlainText(text, limits)
}

/** The same for text that is already decoded. */
export function readPlainText(text: string, limits: FileLimits = fileLimits): SourceDocument {
  if (text.length > limits.characters || separators(text) > limits.pieces) throw tooLong(limits)
  const groups = partsWithHtmlTables(linesOf(text)).flatMap(({ lines, isTable }) =>
    isTable ? [{ lines, barred: false, gapBefore: true, table: htmlTable(lines) }] : groupsOf(withOuterBars(lines)),
  )
  const widths = groups.map(widthOf)
  const loose = groups
    .filter((_, at) => widths[at] === null)
    .flatMap((group, at) => (at === 0 ? group.lines : [blankLine, ...group.lines]))
  const wrapWidth = wrapWidthOf(loose)
  const near = neighbours(widths)
  const bold: BoldState = { open: false }
  const drafts: DraftBlock[] = groups.flatMap((group, at) => blocksOf(group, near[at]!, wrapWidth, bold))
  const hasPages = text.includes('\f')
  const document = finish('text', hasPages ? drafts : drafts.map(withoutPages), undefined, limits)
  if (document.blocks.length === 0) throw refuse('invalid', 'files/no-text')
  return document
}

/** Line ends, tabs and bars: as many pieces at most can stand in the text. */
function separators(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x0a || code === 0x09 || code === 0x7c) count++
  }
  return count
}

/** Lines without an empty one between them, all of one kind: drawn with bars or not. */
interface Group {
  readonly lines: readonly Line[]
  readonly barred: boolean
  /** False for the first group and for one that follows another kind of lines at once. */
  readonly gapBefore: boolean
  /** A table written in HTML, already built. */
  readonly table?: DraftTable
}

const blankLine: Line = { number: 0, page: 1, text: '' }

function groupsOf(lines: readonly Line[]): Group[] {
  const groups: Group[] = []
  let open: Line[] = []
  let barred = false
  let gap = false
  const close = (next: boolean) => {
    if (open.length > 0) {
      groups.push({ lines: open, barred, gapBefore: gap && groups.length > 0 })
      gap = false
    }
    if (next) gap = true
    open = []
  }
  for (const line of lines) {
    if (isBlank(line)) close(true)
    else {
      const isBar = isBarLine(line.text)
      if (isBar !== barred) close(false)
      barred = isBar
      open.push(line)
    }
  }
  close(false)
  return groups
}

/** Columns of the tab table that this group surely is, or null. */
function widthOf(group: Group): number | null {
  if (group.table) return group.table.columns
  if (group.barred && isBarTable(group.lines)) return 0
  const found = findTabTable(group.lines, [])
  if (found) return tabTable(group.lines.slice(found.from, found.to)).columns
  return findSpaceTable(group.lines)?.starts.length ?? null
}

/** For every group the widths of the nearest tables before and after it. */
function neighbours(widths: readonly (number | null)[]): number[][] {
  const before: (number | null)[] = []
  const after: (number | null)[] = []
  for (let at = 0, last: number | null = null; at < widths.length; at++) {
    before[at] = last
    last = widths[at] ?? last
  }
  for (let at = widths.length - 1, next: number | null = null; at >= 0; at--) {
    after[at] = next
    next = widths[at] ?? next
  }
  return widths.map((_, at) => [before[at], after[at]].filter(width => typeof width === 'number'))
}

function blocksOf(group: Group, widths: readonly number[], wrapWidth: number | null, bold: BoldState): DraftBlock[] {
  const { lines, barred, gapBefore } = group
  if (group.table) return [group.table]
  if (barred && isBarTable(lines)) return [barTable(lines)]
  const laid = findSpaceTable(lines)
  const found = laid ?? findTabTable(lines, widths)
  if (!found) return paragraphsOf(lines, wrapWidth, bold, gapBefore)
  const own = lines.slice(found.from, found.to)
  return [
    ...paragraphsOf(lines.slice(0, found.from), wrapWidth, bold, gapBefore),
    laid ? spaceTable(own, laid.starts) : tabTable(own),
    ...paragraphsOf(lines.slice(found.to), wrapWidth, bold, false),
  ]
}

function withoutPages(draft: DraftBlock): DraftBlock {
  const { page: _, ...rest } = draft
  return rest.kind === 'table' ? { ...rest, rows: rest.rows.map(({ page: __, ...row }) => row) } : rest
}
