import type { DraftParagraph } from '../draft.ts'
import { joinWrapped } from '../text/paragraphs.ts'
import type { Piece } from './page-content.ts'

/** A printed line: pieces on one base line, joined. */
export interface PrintLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
  /** Width of the first word: would it have fitted on the line above? */
  readonly firstWord: number
}

/** The column of paper that lines fill: a cell without its padding, or the page between its margins. */
export interface Column {
  readonly left: number
  readonly right: number
}

/** A gap of this many heights of the type separates columns, not words. */
const wide = 2.2

/** How entries of lists begin: `–`, `2.1.`, `3)`, `а)`. */
const marker = /^([-–—•●▪]\s|\d{1,2}(\.\d{1,2}){0,3}[.)]\s|[а-яa-z]\)\s)/i

/** Sorts pieces into printed lines from top to bottom; a wide gap inside a line becomes a tab. */
export function linesOf(pieces: readonly Piece[]): PrintLine[] {
  const sorted = pieces
    .filter(piece => piece.text.trim() !== '')
    .sort((one, other) => one.y - other.y || one.x - other.x)
  const rows: Piece[][] = []
  let base = Number.NaN
  for (const piece of sorted) {
    // Raised figures and notes stand a third of the type above their line.
    if (rows.length > 0 && piece.y - base < piece.size * 0.45) rows[rows.length - 1]!.push(piece)
    else {
      rows.push([piece])
      base = piece.y
    }
  }
  return rows.map(lineOf)
}

function lineOf(row: Piece[]): PrintLine {
  row.sort((one, other) => one.x - other.x)
  let text = ''
  let end = Number.NaN
  const isStretched = stretched(row)
  for (const piece of row) {
    const gap = piece.x - end
    if (gap > piece.size * wide && !isStretched)
      text = `${text.trimEnd()}${marker.test(`${text.trim()} `) ? ' ' : '\t'}`
    else if (gap > piece.size * 0.17 && !text.endsWith(' ') && !piece.text.startsWith(' ')) text += ' '
    text += piece.text
    end = piece.x + piece.width
  }
  const first = row[0]!
  const lead = first.text.length - first.text.trimStart().length
  const word = first.text.trimStart().split(/\s/, 1)[0]!
  const letters = Math.max(first.text.length, 1)
  return {
    text: text.replace(/ {2,}/g, ' ').trim(),
    left: first.x + (first.width * lead) / letters,
    right: end,
    y: first.y,
    size: Math.max(...row.map(piece => piece.size)),
    bold: row.every(piece => piece.bold),
    firstWord: (first.width * word.length) / letters,
  }
}

/** Justified lines of few words have wide gaps too, but then all are the same. */
function stretched(row: readonly Piece[]): boolean {
  const gaps = row.slice(1).flatMap((piece, at) => {
    const gap = piece.x - row[at]!.x - row[at]!.width
    return gap > piece.size * wide ? [gap] : []
  })
  return gaps.length >= 2 && Math.max(...gaps) < Math.min(...gaps) * 1.15
}

/** A paragraph together with the last line it was made of: the next page may continue it. */
export interface PrintedParagraph {
  readonly draft: DraftParagraph
  readonly last: PrintLine
}

/**
 * Joins printed lines into paragraphs. A line goes on into the next when the next one's first word would not have fitted on it, the step
 * between them is ordinary and the next is not indented as a beginning.
 */
export function printedParagraphs(lines: readonly PrintLine[], column: Column, page: number): PrintedParagraph[] {
  const groups: PrintLine[][] = []
  const step = ordinaryStep(lines)
  for (const line of lines) {
    const group = groups[groups.length - 1]
    const last = group?.[group.length - 1]
    if (group && last && continues(group, last, line, column, step)) group.push(line)
    else groups.push([line])
  }
  return groups.map((group, at) => {
    const before = groups[at - 1]
    const gap = before ? group[0]!.y - before[before.length - 1]!.y : 0
    const align = alignOf(group, column)
    const draft: DraftParagraph = {
      kind: 'paragraph',
      text: joinWrapped(
        group.map((line, index) => (splitsWord(line, group[index + 1], column) ? `${line.text}\u00ad` : line.text)),
      ),
      page,
      ...(group.every(line => line.bold) && { bold: true }),
      ...(align && { align }),
      ...(step > 0 && gap > step * 1.6 && { gapBefore: true }),
    }
    return { draft, last: group[group.length - 1]! }
  })
}

const shortWords = /^(а|без|в|во|для|до|за|и|из|или|их|к|ко|на|над|не|ни|но|о|об|от|по|под|при|про|с|со|у)$/

/** A word wider than its narrow column is cut without a hyphen; what is left of it for the next line is short, and no word of its own. */
function splitsWord(line: PrintLine, next: PrintLine | undefined, column: Column): boolean {
  if (next === undefined || column.right - line.right > line.size * 0.6 || !/^[^\s-]{6,}[а-яё]$/i.test(line.text))
    return false
  const rest = /^[а-яё]+/.exec(next.text)?.[0] ?? ''
  return rest.length > 0 && rest.length <= 4 && !shortWords.test(rest)
}

function continues(
  group: readonly PrintLine[],
  last: PrintLine,
  next: PrintLine,
  column: Column,
  step: number,
): boolean {
  if (next.y - last.y > step * 1.45 || Math.abs(next.size - last.size) > 1.5) return false
  if (last.text.includes('\t') || next.text.includes('\t') || marker.test(next.text)) return false
  // A first line stands further in than the others; but centred lines begin anywhere, and entries of lists hang.
  const begins = next.left - last.left > next.size * 0.8 && !marker.test(group[0]!.text)
  if (begins && Math.abs(next.left + next.right - last.left - last.right) > next.size) return false
  return isFull(last, next, column)
}

/**
 * Whether the first word of `next` would not have fitted after `line`. Widths of single words are estimates, so a line that goes on in
 * lower case is given more room for doubt.
 */
export function isFull(line: PrintLine, next: PrintLine, column: Column): boolean {
  const leftGap = line.left - column.left
  const rightGap = column.right - line.right
  const isCentred = leftGap > line.size / 4 && Math.abs(leftGap - rightGap) < line.size * 0.7
  const free = isCentred ? leftGap + rightGap : rightGap
  const doubt = /^[а-яёa-z]/.test(next.text) && !/[.;:]$/.test(line.text) ? 1.35 : 1.1
  return free < next.firstWord * doubt + line.size * 0.27 + 0.5
}

function alignOf(group: readonly PrintLine[], column: Column): DraftParagraph['align'] | null {
  const gaps = group.map(line => ({ left: line.left - column.left, right: column.right - line.right, size: line.size }))
  if (gaps.every(gap => gap.left > gap.size * 1.2 && Math.abs(gap.left - gap.right) < gap.size)) return 'center'
  const width = column.right - column.left
  if (gaps.every(gap => gap.left > width * 0.4)) return 'right'
  return null
}

/** The commonest distance between base lines. */
function ordinaryStep(lines: readonly PrintLine[]): number {
  const steps = lines.slice(1).map((line, at) => line.y - lines[at]!.y)
  const usual = steps.filter((step, at) => step < lines[at + 1]!.size * 1.9)
  if (usual.length === 0) return lines[0] ? lines[0].size * 1.25 : 0
  usual.sort((one, other) => one - other)
  return usual[Math.floor(usual.length / 2)]!
}
