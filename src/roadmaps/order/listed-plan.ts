import type { Block, Cell, Paragraph, Place, Row, SourceDocument, Table } from '../../core/document-model/index.ts'
import { cyrillic, plainText, unspaced } from '../../core/russian/index.ts'
import type { Wording } from './document/wording.ts'
import { appendixWord, isCommand, isHeadingOfPlan } from './document/zones.ts'
import { type Labelled, labelled } from './listed-plan-labels.ts'
import { readSectionTitle } from './table/sections.ts'

/** A document whose plan was a list, with the list laid out as a table; `wording` holds the labels («Срок:») printed in it. */
export interface ListedPlan {
  readonly source: SourceDocument
  readonly wording: Wording
}

/** Fewer labelled deeds than this are clauses or remarks, not a plan. */
const LEAST_DEEDS = 2

/**
 * Lays out as a table a plan that is printed as a list: «1. Провести совещание. Срок: до 1 марта. Ответственный: методист.», with the
 * labels in the same paragraph, in a bracket or on lines of their own, and plain lines between as sections. The list stands under the
 * title of a plan or the stamp of an appendix; a list of clauses is none.
 *
 * @returns the same blocks with one table (places of its rows and cells are those of the paragraphs); null when there is no such list
 */
export function layOutListedPlan(source: SourceDocument): ListedPlan | null {
  const from = startOfPlan(source.blocks)
  if (from === null) return null
  const pieces = piecesOf(source.blocks, from)
  const deeds = pieces.flatMap((piece, i) => (isDeed(piece) ? [i] : []))
  const [first, last] = [deeds[0], deeds.at(-1)]
  if (first === undefined || last === undefined || deeds.length < LEAST_DEEDS) return null
  const own = pieces.slice(firstSection(pieces, first), lastDeed(pieces, last) + 1)
  const end = (own.at(-1)?.at ?? 0) + (own.at(-1)?.paragraphs.length ?? 1)
  const blocks = [...source.blocks.slice(0, own[0]?.at), tableOf(own), ...source.blocks.slice(end)]
  const wording = new Map(own.flatMap(piece => piece.labels.map(({ place, labels }) => [place, labels] as const)))
  return { source: { ...source, blocks }, wording }
}

/** A deed with its labels, or a line between deeds. */
interface Piece {
  /** Index of its first block. */
  readonly at: number
  readonly paragraphs: Paragraph[]
  readonly number: string | null
  title: string
  readonly values: (Labelled['values'][number] & { readonly place: Place })[]
  readonly labels: { place: string; labels: readonly string[] }[]
}

/** The first block under the title of a plan or the stamp of an appendix, after the words of command. */
function startOfPlan(blocks: readonly Block[]): number | null {
  const textOf = (block: Block) => (block.kind === 'paragraph' ? plainText(unspaced(block.text)) : '')
  const command = blocks.findIndex(block => isCommand(cyrillic(textOf(block))))
  const at = blocks.findIndex(
    (block, i) => i > command && (isHeadingOfPlan(textOf(block)) || (command >= 0 && appendixWord.test(textOf(block)))),
  )
  return at < 0 ? null : at + 1
}

/** The paragraphs up to the next stamp or table; those that only bring labels, or go on in small letters, join the deed before. */
function piecesOf(blocks: readonly Block[], from: number): Piece[] {
  const pieces: Piece[] = []
  let deeds = 0
  for (let at = from; at < blocks.length; at++) {
    const block = blocks[at]
    const text = block?.kind === 'paragraph' ? plainText(block.text) : ''
    if (block?.kind !== 'paragraph' || appendixWord.test(text)) {
      if (deeds > 0) break
      pieces.length = 0
      continue
    }
    const read = labelled(text)
    const last = pieces.at(-1)
    const isRest = read.title === '' && read.values.length > 0
    const isWrapped = last !== undefined && isDeed(last) && /^\p{Ll}/u.test(text)
    if (last && !block.numbering && (isRest || isWrapped)) add(last, block, read)
    else pieces.push(pieceAt(at, block, read))
    if (read.values.length > 0) deeds++
  }
  return pieces
}

const marker =
  /^(?:п\.?\s?)?(\d{1,3}(?:\s?\.\s?\d{1,3}){0,3})\s?[.)]?\s+(?=[\p{L}«"(])|^(\d{1,3}(?:\.\d{1,3}){0,3})[.)](?=\p{Lu})/u

function pieceAt(at: number, paragraph: Paragraph, read: Labelled): Piece {
  const automatic = paragraph.numbering && !paragraph.numbering.bullet ? paragraph.numbering.label : ''
  const whole = `${automatic} ${read.title}`.trim()
  const found = marker.exec(whole)
  const piece: Piece = {
    at,
    paragraphs: [],
    number: (found?.[1] ?? found?.[2])?.replace(/\s/g, '') ?? null,
    title: found ? whole.slice(found[0].length) : whole.replace(/^[-–—•●▪·*]\s*/u, ''),
    values: [],
    labels: [],
  }
  add(piece, paragraph, { ...read, title: '' })
  return piece
}

function add(piece: Piece, paragraph: Paragraph, read: Labelled): void {
  const { place } = paragraph
  const last = piece.values.at(-1)
  piece.paragraphs.push(paragraph)
  if (read.title !== '' && last) piece.values[piece.values.length - 1] = { ...last, text: `${last.text} ${read.title}` }
  piece.values.push(...read.values.map(value => ({ ...value, place })))
  piece.labels.push({ place: place.id, labels: read.values.map(value => value.label) })
}

function isDeed(piece: Piece): boolean {
  return piece.title !== '' && piece.values.some(({ role }) => role === 'deadline' || role === 'responsible')
}

/** Section lines right above the first deed; the title of the plan and what explains it stay outside. */
function firstSection(pieces: readonly Piece[], first: number): number {
  const hasLater = pieces.slice(first).some(piece => !isDeed(piece) && piece.number === null)
  let at = first
  while (at > 0 && first - at < 3) {
    const above = pieces[at - 1]
    if (!above || !isSectionLine(above)) break
    if (readSectionTitle(printed(above)).number === null && !hasLater) break
    at--
  }
  return at
}

function isSectionLine(piece: Piece): boolean {
  const text = printed(piece)
  return text.length < 200 && /^[\p{Lu}\d«"]/u.test(text) && !/[.:;,]$/.test(text) && !isHeadingOfPlan(text)
}

function printed(piece: Piece): string {
  return [piece.number, piece.title].filter(Boolean).join('. ')
}

/** Numbered deeds without labels may follow the last one that has some. */
function lastDeed(pieces: readonly Piece[], last: number): number {
  let at = last
  while (pieces[at + 1]?.number && Number(pieces[at + 1]?.number) === Number(pieces[at]?.number) + 1) at++
  return at
}

interface Heading {
  readonly role: string
  readonly heading: string
}

function tableOf(pieces: readonly Piece[]): Table {
  const headings = headingsOf(pieces)
  const place = pieces[0]?.paragraphs[0]?.place ?? { id: 'b0' }
  // nothing is printed above the list: its headings stand where its first line does
  const header: Row = {
    place,
    header: true,
    cells: headings.map(({ heading }, column) => cellAt(place, column, 1, heading)),
  }
  return {
    kind: 'table',
    place,
    columns: headings.length,
    rows: [header, ...pieces.map(each => rowOf(each, headings))],
  }
}

/** The columns that the labels ask for, headed by the label as it is printed first. */
function headingsOf(pieces: readonly Piece[]): Heading[] {
  const found = new Map<string, string>()
  for (const { values } of pieces)
    for (const { role, heading } of values) if (!found.has(role)) found.set(role, heading)
  return [
    { role: 'number', heading: '№' },
    { role: 'title', heading: 'Мероприятие' },
    ...[...found].map(([role, heading]) => ({ role, heading })),
  ]
}

function rowOf(piece: Piece, headings: readonly Heading[]): Row {
  const place = piece.paragraphs[0]?.place ?? { id: 'b0' }
  // «II. Работа с кадрами» keeps its number in the line; whether «2. Работа с кадрами» is a section, the rows below it tell
  if (piece.values.length === 0 && piece.number === null)
    return { place, header: false, cells: [cellAt(place, 0, headings.length, piece.title)] }
  const cells = headings.map(({ role }, column) => {
    const own = piece.values.filter(value => value.role === role)
    const text =
      role === 'number' ? (piece.number ?? '') : role === 'title' ? piece.title : own.map(one => one.text).join('\n')
    return cellAt(own[0]?.place ?? place, column, 1, text)
  })
  return { place, header: false, cells }
}

function cellAt(place: Place, column: number, columnSpan: number, text: string): Cell {
  const paragraphs: Paragraph[] = text === '' ? [] : [{ kind: 'paragraph', place, text }]
  return { place, column, columnSpan, mergedUp: false, text, paragraphs, tables: [] }
}
