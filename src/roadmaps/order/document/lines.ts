import type { Block, Paragraph, Place, SourceDocument, Table } from '../../../core/document-model/index.ts'
import { plainText, unspaced } from '../../../core/russian/index.ts'

/** One printed line outside the plan, with what its layout tells. */
export interface Line {
  /** Plain: mark-up removed, letter-spaced words joined, one space between words. */
  readonly text: string
  /** The parts that tabs or runs of spaces keep apart: «Начальник управления» and «И.И. Иванов». */
  readonly parts: readonly string[]
  readonly place: Place
  /** Position of the block in the source. */
  readonly block: number
  /** First line of its paragraph. */
  readonly starts: boolean
  /** Something empty stands before it: the paragraph is set apart. */
  readonly gap: boolean
  readonly numbering: Paragraph['numbering'] | undefined
  readonly align: Paragraph['align'] | undefined
  readonly bold: boolean
  /** Place of the number, when it is another paragraph than the text. */
  readonly torn?: Place
  /** Set when the line stands in a cell of a table. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
}

/** Lone page numbers: «3», «- 3 -», «стр. 3 из 12». */
const pageNumber = /^(?:[-–—]\s*\d{1,3}\s*[-–—]|\d{1,3}|(?:стр|страница|лист)\.?\s*\d{1,3}(?:\s*из\s*\d{1,3})?)$/i

/**
 * The lines of the document that do not belong to the plan, in print order; empty lines and page numbers are left out.
 *
 * @param skip ids of blocks or paragraphs that belong to the plan
 */
export function linesOf(source: SourceDocument, skip: ReadonlySet<string>): Line[] {
  const lines: Line[] = []
  let gap = true
  source.blocks.forEach((block, at) => {
    if (skip.has(block.place.id)) gap = true
    else if (block.kind === 'table') {
      addTable(lines, block, at)
      gap = true
    } else if (plainText(block.text) === '') gap = true
    else {
      addParagraph(lines, block, at, gap || block.gapBefore === true)
      gap = false
    }
  })
  return withTheirNumbers(lines)
}

const loneNumber = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[а-яё]\)|[-–—•])$/i

/** A number that mark-up tore from its text stands before it again: «2.» and under it «Руководителям школ …». */
function withTheirNumbers(lines: readonly Line[]): Line[] {
  const whole: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    const next = lines[i + 1]
    if (!line) continue
    const isTorn = loneNumber.test(line.text) && !line.cell && next && !next.cell && !next.gap && !next.numbering
    if (!isTorn) whole.push(line)
    else {
      const text = `${line.text} ${next.text}`
      whole.push({ ...next, text, parts: [text], gap: line.gap, starts: true, torn: line.place })
      i++
    }
  }
  return whole
}

function addTable(lines: Line[], table: Table, at: number): void {
  const own: Line[] = []
  table.rows.forEach((row, rowAt) => {
    row.cells.forEach(cell => {
      const where = { table: at, row: rowAt, column: cell.column }
      cell.paragraphs.forEach((paragraph, k) => {
        addParagraph(own, paragraph, at, k === 0, where)
      })
      for (const inner of cell.tables) addTable(own, inner, at)
    })
  })
  lines.push(...(hasStampsSideBySide(own) ? byColumn(own) : own))
}

/** «СОГЛАСОВАНО | УТВЕРЖДАЮ»: two stamps set side by side are read one after the other. */
function hasStampsSideBySide(lines: readonly Line[]): boolean {
  const heads = lines.filter(line => /^(?:утвержд|согласован|принят|рассмотрен|приложение)/i.test(line.text))
  const first = heads[0]?.cell
  return heads.some(line => line.cell?.row === first?.row && line.cell?.column !== first?.column)
}

function byColumn(lines: readonly Line[]): Line[] {
  const columns = [...new Set(lines.map(line => line.cell?.column ?? 0))].sort((a, b) => a - b)
  return columns.flatMap(column => lines.filter(line => (line.cell?.column ?? 0) === column))
}

function addParagraph(lines: Line[], paragraph: Paragraph, at: number, gap: boolean, cell?: Line['cell']): void {
  let first = true
  paragraph.text.split('\n').forEach((printed, k) => {
    const text = plainText(unspaced(printed))
    if (text === '' || (pageNumber.test(text) && !cell)) return
    const lineNumber = paragraph.place.lines?.length ? paragraph.place.lines[k] : undefined
    lines.push({
      text,
      parts: printed
        .split(/\t|[\s_]{4,}/)
        .map(part => plainText(unspaced(part)))
        .filter(Boolean),
      place: lineNumber === undefined ? paragraph.place : { ...paragraph.place, lines: [lineNumber] },
      block: at,
      starts: first,
      gap: first && gap,
      numbering: first ? paragraph.numbering : undefined,
      align: paragraph.align,
      bold: paragraph.bold ?? false,
      ...(cell ? { cell } : {}),
    })
    first = false
  })
}

/** Every paragraph of the source with its text, tables flattened: the leaves that coverage counts. */
export function leavesOf(blocks: readonly Block[]): Paragraph[] {
  const leaves: Paragraph[] = []
  const addCells = (table: Table) => {
    for (const row of table.rows)
      for (const cell of row.cells) {
        leaves.push(...cell.paragraphs)
        cell.tables.forEach(addCells)
      }
  }
  for (const block of blocks) {
    if (block.kind === 'table') addCells(block)
    else leaves.push(block)
  }
  return leaves
}

/** Lines of one thing joined into one text: a word broken by a hyphen at the end of a line is not mended, spelling stays. */
export function joined(lines: readonly { readonly text: string }[]): string {
  return lines
    .map(line => line.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Ids of the places of these lines, each once. */
export function placesOf(lines: readonly { readonly place: Place; readonly torn?: Place }[]): string[] {
  return [...new Set(lines.flatMap(line => (line.torn ? [line.torn.id, line.place.id] : [line.place.id])))]
}
