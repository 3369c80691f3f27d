import { addresseeOf, beginsWithInfinitive } from './addressee.ts'
import type { Line } from './lines.ts'

/** What stands before a statement of a list. */
export interface Marker {
  readonly style: 'dot' | 'dotted' | 'parenthesis' | 'letter' | 'bullet'
  /** As printed without closing punctuation: «2.1», «1», «а»; null for a bullet. */
  readonly number: string | null
  /** Level of automatic numbering, 0 for the outermost. */
  readonly level?: number
}

const dottedNumber = /^(?:[-–—•]\s*)?(\d{1,2}(?:\s?\.\s?\d{1,2}){1,3})\s?([.)]?)\s*(?=[\p{L}«"“„(–—-])/u
const plainNumber = /^(?:п(?:ункт)?\.?\s*)?(\d{1,2})\s?([.)])\s*(?=[\p{L}«"“„(–—-])/u
const letter = /^(?:[-–—•]\s*)?([а-яёa-z])\)\s*(?=\S)/iu
const bullet = /^(?:[-–—•●▪·*+]|o(?=\s)|\uf0b7)\s*(?=[\p{L}«"“„(\d])/u

/**
 * Reads the marker at the beginning of a line, printed or automatic.
 *
 * @returns the marker (null when there is none) and the text after it
 * @example markerOf(line('2.1. Принять участие')) // { marker: { style: 'dotted', number: '2.1' }, text: 'Принять участие' }
 */
export function markerOf(line: Pick<Line, 'text' | 'numbering'>): { marker: Marker | null; text: string } {
  const { numbering, text } = line
  if (numbering?.bullet) return { marker: { style: 'bullet', number: null, level: numbering.level }, text }
  if (numbering) {
    const read = printedMarker(`${numbering.label} А`)
    if (read.marker) return { marker: { ...read.marker, level: numbering.level }, text }
  }
  return printedMarker(text)
}

function printedMarker(text: string): { marker: Marker | null; text: string } {
  const dotted = dottedNumber.exec(text)
  if (dotted && (dotted[2] !== '' || /\s$/.test(dotted[0]) || /^[А-ЯЁ]/.test(text.slice(dotted[0].length)))) {
    return { marker: { style: 'dotted', number: (dotted[1] ?? '').replace(/\s/g, '') }, text: rest(text, dotted) }
  }
  const plain = plainNumber.exec(text)
  if (plain)
    return {
      marker: { style: plain[2] === ')' ? 'parenthesis' : 'dot', number: plain[1] ?? null },
      text: rest(text, plain),
    }
  const lettered = letter.exec(text)
  if (lettered) return { marker: { style: 'letter', number: lettered[1] ?? null }, text: rest(text, lettered) }
  const dash = bullet.exec(text)
  if (dash) return { marker: { style: 'bullet', number: null }, text: rest(text, dash) }
  return { marker: null, text }
}

function rest(text: string, match: RegExpExecArray): string {
  return text.slice(match[0].length).trim()
}

/** A list statement with the lines it was printed on. */
export interface Statement {
  readonly marker: Marker | null
  readonly text: string
  readonly lines: readonly Line[]
}

const sentenceEnd = /[.!?:;]["»)]*$/
const startsAnew = /^["«“„(]*[А-ЯЁA-Z\d№]/

/**
 * Joins printed lines into statements: a new one begins at a marker or at a paragraph that begins anew after a finished sentence;
 * everything else continues the statement before (a paragraph broken by a page too).
 *
 * @param isRunning running text, where only a full stop ends a statement: clauses; otherwise a line without one may be a heading
 */
export function statementsOf(lines: readonly Line[], isRunning = false): Statement[] {
  const statements: { marker: Marker | null; parts: string[]; lines: Line[] }[] = []
  lines.forEach((line, i) => {
    const last = statements.at(-1)
    const before = lines[i - 1]
    const printed = isRestOfRange(before, line) ? { marker: null, text: line.text } : markerOf(line)
    const isUnmarkedEntry =
      last !== undefined && printed.marker === null && sameCell(before, line) && isEntry(lines, i, last, isRunning)
    const marker = isUnmarkedEntry ? unmarked : printed.marker
    const begins =
      marker !== null ||
      !last ||
      !sameCell(before, line) ||
      (line.starts && beginsAnew(() => last.parts.join(' '), before, line, isRunning))
    if (begins) statements.push({ marker, parts: [printed.text], lines: [line] })
    else {
      last.parts.push(line.text)
      last.lines.push(line)
    }
  })
  return statements.map(({ marker, parts, lines: own }) => ({ marker, text: parts.join(' '), lines: own }))
}

/** An entry of a list that nothing marks: it hangs where a bullet would. */
const unmarked: Marker = { style: 'bullet', number: null }

/**
 * Is the line an entry of a list whose entries have no mark: a paragraph in lower case after «:» or «;»? Among clauses it begins with a verb
 * («обеспечить …;») or is closed by a sign, and an addressee alone in its line may open the list without a colon.
 */
function isEntry(
  lines: readonly Line[],
  at: number,
  last: { readonly marker: Marker | null; readonly lines: readonly Line[] },
  isRunning: boolean,
): boolean {
  const line = lines[at]
  const before = lines[at - 1]
  if (!line?.starts || !before || !/^\p{Ll}/u.test(line.text)) return false
  if (/[:;]$/.test(before.text)) return !isRunning || beginsWithInfinitive(line.text) || /[;.]$/.test(line.text)
  const next = lines[at + 1]
  return (
    isRunning &&
    last.lines.length === 1 &&
    beginsWithInfinitive(line.text) &&
    /;$/.test(line.text) &&
    next?.starts === true &&
    /^\p{Ll}/u.test(next.text) &&
    beginsWithInfinitive(next.text) &&
    addresseeOf(`${markerOf(before).text}:`, false).action === null
  )
}

/** «на 2021» and under it «– 2022 гг.»: a dash between two years is no bullet. */
function isRestOfRange(last: Line | undefined, line: Line): boolean {
  return last !== undefined && /\d$/.test(last.text) && /^[-–—]\s*\d/.test(line.text)
}

function beginsAnew(whole: () => string, before: Line | undefined, line: Line, isRunning: boolean): boolean {
  if (!startsAnew.test(line.text)) return false
  if (sentenceEnd.test(before?.text ?? '')) return true
  // without final punctuation: an unclosed bracket or a dangling preposition goes on, anything else was a heading
  return !isRunning && !isUnfinished(whole())
}

const dangling =
  /(?:[,–—-]|(?:^|\s)(?:и|или|а|в|во|на|по|с|со|к|о|об|от|до|для|из|за|при|под|не|как|что|г|гг|им|№))\.?$/i

/** Does the text break off: an open quotation or bracket, a comma, a preposition, a lower-case word that governs the next? */
function isUnfinished(text: string): boolean {
  const open = (text.match(/[(«]/g)?.length ?? 0) - (text.match(/[)»]/g)?.length ?? 0)
  return open > 0 || dangling.test(text)
}

function sameCell(a: Line | undefined, b: Line): boolean {
  return a?.cell?.table === b.cell?.table && a?.cell?.row === b.cell?.row && a?.cell?.column === b.cell?.column
}
