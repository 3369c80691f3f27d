import type { DraftBlock, DraftParagraph } from '../draft.ts'
import type { Line } from './line.ts'
import { withoutBold, withoutMarkUp } from './mark-up.ts'

/** Whether `**` is open at the start of a line; the same object is passed along the whole file. */
export interface BoldState {
  open: boolean
}

/**
 * Makes paragraphs of the lines of one group (no empty line inside). A line is a paragraph, as in Word; only when the whole text was
 * wrapped by a program at `wrapWidth` are the lines of a paragraph joined again.
 */
export function paragraphsOf(
  lines: readonly Line[],
  wrapWidth: number | null,
  bold: BoldState,
  gapBefore: boolean,
): DraftBlock[] {
  const blocks: DraftBlock[] = []
  let group: Line[] = []
  const close = () => {
    if (group.length > 0) for (const draft of draftsOf(group, bold)) blocks.push(draft)
    group = []
  }
  for (const line of lines) {
    const last = group[group.length - 1]
    if (last !== undefined && !(wrapWidth !== null && runsOn(last.text, line.text, wrapWidth))) close()
    group.push(line)
  }
  close()
  const first = blocks[0]
  if (gapBefore && first?.kind === 'paragraph') first.gapBefore = true
  return blocks
}

function draftsOf(lines: readonly Line[], bold: BoldState): DraftParagraph[] {
  const printed = joinWrapped(lines.map(line => line.text))
  const isBold = readBold(printed, bold)
  const heading = /^\s*(#{1,6})\s+(?=\S)/.exec(printed)
  // «- 2.1. Принять участие»: the dash is markdown's, the number is the order's.
  const body = printed.slice(heading?.[0].length ?? 0).replace(/^\s*[-*•]\s+(?=\d+(?:\.\d+)*[.)]\s)/, '')
  const indent = /^[ \u00a0]*/.exec(printed)![0].length
  return withoutMarkUp(body).map(text => ({
    kind: 'paragraph',
    text,
    lines: lines.map(line => line.number),
    page: lines[0]!.page,
    ...(isBold && { bold: true }),
    ...(heading && { heading: heading[1]!.length }),
    ...(indent >= 30 && { align: 'right' as const }),
  }))
}

function readBold(printed: string, bold: BoldState): boolean {
  const openAtStart = bold.open
  const marks = printed.match(/\*\*(?!\*)/g)?.length ?? 0
  if (marks % 2 === 1) bold.open = !bold.open
  if (marks === 0) return openAtStart
  const outside = openAtStart ? printed.replace(/^.*?\*\*/, '') : printed
  return withoutBold(outside.replace(/\*\*.*?(\*\*|$)/g, '')).trim() === ''
}

/** The next line continues this one when its first word would not have fitted here. */
export function runsOn(line: string, next: string, width: number): boolean {
  if (/^\s*([-–—•*#]|\d+(\.\d+)*[.)]|[а-яa-z]\))\s/i.test(next) || /^(\s{2,}|\t)/.test(next)) return false
  const firstWord = next.trimStart().split(/\s/, 1)[0]!.length
  return line.trimEnd().length + 1 + firstWord > width
}

/** Joins wrapped lines with one space; after a hyphen, a dash or a slash inside a word or a span of dates with nothing. */
export function joinWrapped(lines: readonly string[]): string {
  let joined = ''
  for (const line of lines) {
    const piece = joined === '' ? line.trimEnd() : line.trim()
    if (joined === '') joined = piece
    else if (joined.endsWith('\u00ad')) joined = joined.slice(0, -1) + piece
    else joined += (/[а-яёa-z\d.][-–/]$/i.test(joined) && /^[а-яёa-z\d]/i.test(piece) ? '' : ' ') + piece
  }
  return joined
}

/**
 * Width at which a program wrapped the text, or null when each line stands for itself. Wrapped text has many lines that end just
 * before the edge, and none beyond it.
 */
export function wrapWidthOf(lines: readonly Line[]): number | null {
  const lengths = lines.map(line => line.text.trimEnd().length).filter(length => length > 0)
  const width = lengths.reduce((most, length) => Math.max(most, length), 0)
  if (width < 40 || width > 130) return null
  let full = 0
  let continued = 0
  for (let at = 0; at + 1 < lines.length; at++) {
    const [line, next] = [lines[at]!.text, lines[at + 1]!.text]
    if (line.trim() === '' || next.trim() === '') continue
    if (!runsOn(line, next, width)) continue
    full++
    if (/^\s*[а-яё(«]/.test(next)) continued++
  }
  return full >= 5 && full > lengths.length / 4 && continued > full / 2 ? width : null
}
