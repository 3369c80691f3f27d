import { refuse } from '../../../core/base/index.ts'
import type { SourceDocument } from '../../../core/document-model/index.ts'
import { type DraftBlock, type DraftCell, type DraftRow, type DraftTable, finish } from '../draft.ts'
import { type FileLimits, fileLimits } from '../limits.ts'
import { findGrids, type Grid, type GridCell } from './grid.ts'
import { loadPages } from './load.ts'
import type { PageContent, Piece } from './page-content.ts'
import {
  type Column,
  isFull,
  linesOf,
  type PrintedParagraph,
  type PrintLine,
  printedParagraphs,
} from './print-lines.ts'
import { rejoinSplitRow } from './split-rows.ts'

/**
 * Reads a PDF with a text layer. Lines, paragraphs and ruled tables are rebuilt from where letters and lines stand; page numbers go;
 * a table that runs over pages gives one table per page, as it is printed.
 *
 * @throws refuse('unsupported', 'files/pdf-without-text' | 'files/pdf-unreadable-text' | 'files/encrypted'),
 *   refuse('invalid', 'files/pdf-broken'), refuse('too-large', 'files/pdf-pages')
 * @example (await readPdf(bytes)).blocks[0]?.place // { id: 'b0', page: 1 }
 */
export async function readPdf(bytes: Uint8Array, limits: FileLimits = fileLimits): Promise<SourceDocument> {
  const pages = await loadPages(bytes, limits)
  checkText(pages)
  const pictures = pages.reduce((sum, page) => sum + page.pictures, 0)
  const drafts: DraftBlock[] = []
  let open: { paragraph: PrintedParagraph; column: Column } | null = null
  for (const page of pages) {
    const { blocks, column } = readPage(page)
    const first = blocks[0]
    // A paragraph cut by the end of the page: its last line is full and the next page goes on in lower case.
    if (
      open &&
      first?.first &&
      /^[а-яёa-z(«]/.test(first.first.text) &&
      isFull(open.paragraph.last, first.first, open.column)
    ) {
      const { draft } = open.paragraph
      if (first.draft.kind === 'paragraph') draft.text = `${draft.text} ${first.draft.text}`
      blocks.shift()
    }
    const table = blocks[0]?.draft
    const before = drafts[drafts.length - 1]
    if (table?.kind === 'table' && before?.kind === 'table') rejoinSplitRow(before, table)
    for (const block of blocks) drafts.push(block.draft)
    const last = blocks[blocks.length - 1]
    open =
      last?.last && last.draft.kind === 'paragraph'
        ? { paragraph: { draft: last.draft, last: last.last }, column }
        : null
  }
  return finish('pdf', drafts, pictures > 0 ? { pictures } : undefined, limits)
}

function checkText(pages: readonly PageContent[]): void {
  const text = pages.flatMap(page => page.pieces.map(piece => piece.text)).join('')
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const unknown = text.match(/[\ufffd\ue000-\uf8ff\u0000-\u001f]/g)?.length ?? 0
  if (unknown > letters) throw refuse('unsupported', 'files/pdf-unreadable-text')
  if (letters < 10 + 10 * pages.length) throw refuse('unsupported', 'files/pdf-without-text', { pages: pages.length })
}

interface PageBlock {
  readonly draft: DraftBlock
  readonly first?: PrintLine
  readonly last?: PrintLine
}

function readPage(page: PageContent): { blocks: PageBlock[]; column: Column } {
  const grids = findGrids(page)
  const inside = grids.map((): Piece[] => [])
  const loose: Piece[] = []
  for (const piece of page.pieces) {
    const at = grids.findIndex(grid => holds(grid, piece))
    if (at >= 0) inside[at]!.push(piece)
    else loose.push(piece)
  }
  const lines = withoutPageNumber(linesOf(loose), page)
  const column = columnOf(lines, grids, page)
  const blocks: PageBlock[] = []
  let from = 0
  const paragraphsUpTo = (to: number) => {
    const slice = lines.slice(from, to)
    from = to
    let at = 0
    for (const paragraph of printedParagraphs(slice, column, page.number)) {
      const first = slice[at]
      at = slice.indexOf(paragraph.last) + 1
      blocks.push({ draft: paragraph.draft, last: paragraph.last, ...(first && { first }) })
    }
  }
  for (const [at, grid] of grids.entries()) {
    const next = lines.findIndex((line, index) => index >= from && line.y > grid.top)
    paragraphsUpTo(next < 0 ? lines.length : next)
    const table = tableOf(grid, inside[at]!, page.number)
    if (table.rows.length > 0) blocks.push({ draft: table })
  }
  paragraphsUpTo(lines.length)
  return { blocks, column }
}

function holds(area: { left: number; right: number; top: number; bottom: number }, piece: Piece): boolean {
  const x = piece.x + piece.width / 2
  const y = piece.y - piece.size * 0.3
  return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom
}

function tableOf(grid: Grid, pieces: readonly Piece[], page: number): DraftTable {
  const byRow = new Map<number, GridCell[]>()
  for (const cell of grid.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) byRow.set(row, [...(byRow.get(row) ?? []), cell])
  const rows: DraftRow[] = []
  for (let row = 0; row < grid.rows; row++) {
    const cells = (byRow.get(row) ?? []).sort((one, other) => one.column - other.column)
    rows.push({ header: false, cells: cells.map(cell => cellOf(cell, row, pieces, page)), page })
  }
  const shown = rows.filter(row => row.cells.some(cell => cell.mergedUp || cell.content.length > 0))
  return { kind: 'table', columns: grid.columns, rows: shown, page }
}

function cellOf(cell: GridCell, row: number, pieces: readonly Piece[], page: number): DraftCell {
  const shape = { column: cell.column, columnSpan: cell.columnSpan, mergedUp: cell.row < row }
  if (shape.mergedUp) return { ...shape, content: [] }
  const lines = linesOf(pieces.filter(piece => holds(cell, piece)))
  if (lines.length === 0) return { ...shape, content: [] }
  // Word pads cells by 5.4 points, others differ: the text itself shows the padding, the same on both sides.
  const padding = Math.max(
    0,
    Math.min(6, ...lines.map(line => Math.min(line.left - cell.left, cell.right - line.right))),
  )
  const column = { left: cell.left + padding, right: cell.right - padding }
  const content = printedParagraphs(lines, column, page).map(({ draft }) => draft)
  return { ...shape, content }
}

/** Margins of the page as its text shows them. */
function columnOf(lines: readonly PrintLine[], grids: readonly Grid[], page: PageContent): Column {
  // Tables may hang over the margins, so they count only where there is little text.
  const areas = lines.length < 5 ? [...lines, ...grids] : lines
  const left = Math.min(page.width * 0.25, ...areas.map(area => area.left))
  const mirrored = lines.length < 5 ? page.width - left : 0
  return { left, right: Math.max(page.width * 0.75, mirrored, ...areas.map(area => area.right)) }
}

/** A lone number at the edge of the paper is the number of the page. */
function withoutPageNumber(lines: readonly PrintLine[], page: PageContent): PrintLine[] {
  return lines.filter((line, at) => {
    const isEdge = (at === 0 && line.y < page.height * 0.13) || (at === lines.length - 1 && line.y > page.height * 0.9)
    return !(isEdge && /^[-–—\s]*\d{1,4}[-–—\s]*$/.test(line.text))
  })
}
