import { cyrillic, personNames } from '../../../core/russian/index.ts'
import { addresseeOf, beginsWithInfinitive } from './addressee.ts'
import type { Line } from './lines.ts'
import { markerOf } from './marker.ts'
import { bodyInNominative } from './organisation-name.ts'

/** The order cut into its parts. Every line stands in exactly one of them. */
export interface Zones {
  readonly letterhead: readonly Line[]
  /** «ПРИКАЗ», «РАСПОРЯЖЕНИЕ»; absent in a plan without an order or when the first page is missing. */
  readonly docType: { readonly word: string; readonly line: Line } | null
  /** Date, number, place, title and preamble, before the words of command. */
  readonly heading: readonly Line[]
  readonly command: Line | null
  /** The rest of the line of command: «ПРИКАЗЫВАЮ: 1. Утвердить…» or what stood before the word. */
  readonly clauses: readonly Line[]
  readonly signature: readonly Line[]
  /** After the signature and before the plan: stamps, titles, passport. */
  readonly beforePlan: readonly Line[]
  readonly afterPlan: readonly Line[]
}

// a scanner reads the last letter of «П Р И К А З» as a figure
const docTypeWord = /^(прика(?:з|\s?3)|распоряжение|постановление|решение)(?![\p{L}-])/iu
const commandWord =
  /(?:^|\s)(приказываю|приказываем|приказывает|постановляю|постановляет|распоряжаюсь|обязываю|предлагаю|решил[аи]?|решает)\s*:?\s*(?=$|\d{1,2}[.)]|[А-ЯЁ]|утвердить)/iu
const stampWord = /^["«“]?(?:утвержд[еёа]н[аоы]?|утверждаю|согласован[оа]?|принят[оа]?|рассмотрен[оа]?)(?![\p{L}])/iu
export const appendixWord = /^приложени[ея](?:\s*(?:№|n|no)?\s*\d{1,2}(?:\.\d)?)?(?=$|[\s.:])/iu
export const office =
  /^(?:и\s?\.\s?о\.?|врио|вр\.\s?и\.\s?о\.|исполняющ(?:ий|ая) (?:обязанности|полномочия)|временно исполняющ(?:ий|ая)|перв(?:ый|ая)|главн(?:ый|ая)|заместитель|заведующ(?:ий|ая)|начальник|министр|председатель|руководитель|директор|глава|ректор|губернатор|мэр|управляющ(?:ий|ая)|секретарь|президент)(?![\p{L}-])/iu

/** Cuts the lines of a document into the parts of an order. `planAt` is the position of the plan's first block, or null without a plan. */
export function zonesOf(lines: readonly Line[], planAt: number | null): Zones {
  const before = planAt === null ? lines : lines.filter(line => line.block < planAt)
  const afterPlan = planAt === null ? [] : lines.filter(line => line.block >= planAt)
  const typeAt = before.findIndex((line, i) => i < 40 && isDocType(line))
  const commandAt = commandIndex(before, typeAt)
  const clauseAt = commandAt >= 0 ? commandAt + 1 : firstClause(before, typeAt)
  const isOrder = typeAt >= 0 || commandAt >= 0 || clauseAt >= 0
  if (!isOrder) return planOnly(before, afterPlan)

  const bodyAt = commandAt >= 0 ? commandAt : clauseAt >= 0 ? clauseAt : before.length
  const { kept, moved } = splitCommand(commandAt >= 0 ? before[commandAt] : undefined)
  const body = [...moved, ...before.slice(clauseAt >= 0 ? clauseAt : before.length)]
  const end = endOfClauses(body)
  const signed = signatureEnd(body, end)
  const docTypeLine = before[typeAt]
  const word = docTypeLine ? docTypeOf(docTypeLine) : null
  return {
    letterhead: before.slice(0, Math.max(typeAt, 0)).filter(line => isInColumnOf(docTypeLine, line)),
    docType: word !== null && docTypeLine ? { word: word.toLowerCase(), line: docTypeLine } : null,
    heading: [...restOfType(docTypeLine), ...before.slice(typeAt + 1, bodyAt), ...kept],
    command: before[commandAt] ?? null,
    clauses: body.slice(0, end),
    signature: body.slice(end, signed),
    beforePlan: body.slice(signed),
    afterPlan,
  }
}

/** A letterhead set in two columns: only the one with the word of the document is read. */
function isInColumnOf(docType: Line | undefined, line: Line): boolean {
  return docType?.cell?.table !== line.cell?.table || docType?.cell?.column === line.cell?.column
}

function asRead(line: Line | undefined): string {
  return line ? cyrillic(line.text) : ''
}

/** The word of the document alone in its line, in capitals, or followed by nothing but its registration. */
function isDocType(line: Line): boolean {
  return docTypeOf(line) !== null
}

/** The word of the document; in a letterhead of two languages it stands beside its translation. */
function docTypeOf(line: Line): string | null {
  const own = [line.text, ...(line.parts.length === 2 ? line.parts : [])].find(text => namesDocType(cyrillic(text)))
  return own === undefined ? null : (docTypeWord.exec(cyrillic(own))?.[1]?.replace(/\s?3$/, 'З') ?? null)
}

function namesDocType(text: string): boolean {
  const word = docTypeWord.exec(text)?.[1]
  if (word === undefined) return false
  const after = text.slice(word.length).trim()
  if (after === '' || after === ':') return true
  return /^(?:от\s|№|n\s?\d|«?\s?\d|по\s)/i.test(after) && after.length < 60 && /^[А-ЯЁ]/.test(text)
}

function restOfType(line: Line | undefined): Line[] {
  if (!line || !namesDocType(asRead(line))) return []
  const after = cyrillic(line.text).replace(docTypeWord, '').trim()
  return /\d/.test(after) ? [{ ...line, text: after, parts: [after] }] : []
}

function commandIndex(lines: readonly Line[], typeAt: number): number {
  const limit = typeAt < 0 ? 25 : typeAt + 60
  return lines.findIndex((line, i) => i > typeAt && i < limit && isCommand(asRead(line)))
}

/** «предлагаю», «решил» are words of command only when a colon ends the line. */
export function isCommand(text: string): boolean {
  const word = commandWord.exec(text)?.[1]?.toLowerCase()
  if (word === undefined) return false
  return /^(?:приказыва|постановля|распоряжаюсь|обязываю)/.test(word) || /:\s*$/.test(text)
}

/** The word of command as printed: «приказываю». */
export function commandIn(text: string): string | null {
  return commandWord.exec(text)?.[1] ?? null
}

/** The line of command belongs to the preamble before the word and to the clauses after it. */
function splitCommand(line: Line | undefined): { kept: Line[]; moved: Line[] } {
  if (!line) return { kept: [], moved: [] }
  const match = commandWord.exec(cyrillic(line.text))
  if (!match) return { kept: [], moved: [] }
  const kept = line.text.slice(0, match.index).trim()
  const moved = line.text.slice(match.index + match[0].length).replace(/^[\s:]+/, '')
  return {
    kept: kept ? [{ ...line, text: kept, parts: [kept] }] : [],
    moved: moved ? [{ ...line, text: moved, parts: [moved], starts: true }] : [],
  }
}

const orderVerb =
  /^(?:утвердить|назначить|закрепить|создать|организовать|рекомендовать|возложить|провести|обеспечить|признать)(?!\p{L})/iu

/** Without a word of command the clauses begin at the first numbered line that orders something, or at a missing first page. */
function firstClause(lines: readonly Line[], typeAt: number): number {
  // under the title of a plan or a stamp «УТВЕРЖДЕНО» numbered sentences are tasks of the plan
  const planAt = typeAt < 0 ? lines.findIndex(line => isHeadingOfPlan(line.text) || isStamp(line)) : -1
  return lines.findIndex((line, i) => {
    if (i <= typeAt || i > typeAt + 60 || line.cell || (planAt >= 0 && i > planAt)) return false
    const { marker, text } = markerOf(line)
    if (marker === null || marker.style === 'bullet') return false
    if (typeAt < 0 && addresseeOf(text, false).addressee !== null) return true
    return (
      orderVerb.test(text) ||
      (typeAt < 0 && beginsWithInfinitive(text)) ||
      isControl(text) ||
      /^настоящ(?:ий|ее) (?:приказ|распоряжение|постановление)/i.test(text)
    )
  })
}

function isControl(text: string): boolean {
  return /^контроль\s/i.test(text) && /(?:возложить|возлагаю|оставляю|оставить)/i.test(text)
}

/** Index of the signature (or of the first stamp or heading of an appendix) among the lines after the word of command. */
function endOfClauses(body: readonly Line[]): number {
  for (let i = 0; i < body.length; i++) {
    const line = body[i]
    if (!line || markerOf(line).marker) continue
    if (isSignature(body, i) && !clausesGoOn(body, i)) return i
    if (i > 0 && (appendixWord.test(line.text) || isStamp(line))) return i
    if (i > 0 && isHeadingOfPlan(line.text) && line.gap) return i
  }
  return body.length
}

/** A name in a table among the clauses is no signature when the next number of a clause is still to come. */
function clausesGoOn(body: readonly Line[], at: number): boolean {
  const numberOf = (line: Line) => {
    const { marker } = markerOf(line)
    return marker?.style === 'dot' && !line.cell ? Number(marker.number) : null
  }
  const last = body.slice(0, at).reduce<number | null>((before, line) => numberOf(line) ?? before, null)
  if (last === null) return false
  const rest = body.slice(at)
  const end = rest.findIndex(line => appendixWord.test(line.text) || isStamp(line) || isHeadingOfPlan(line.text))
  return rest.slice(0, end < 0 ? 40 : Math.min(end, 40)).some(line => numberOf(line) === last + 1)
}

export function isStamp(line: Line): boolean {
  return stampWord.test(line.text) && line.text.length < 160 && !/[;.]$/.test(line.text.replace(/\d\s?г\.$/, ''))
}

/** A title of a plan: its head noun in the nominative at the beginning, perhaps after adjectives; not a sentence. */
export function isHeadingOfPlan(text: string): boolean {
  const read = cyrillic(text)
  if (/^(?:данн|настоящ|эт)/i.test(read) || /[.;:]$/.test(read.replace(/г\.$/, '')) || read.length > 500) return false
  return planHead.test(read)
}
const planHead =
  /^["«“(]*(?:[\p{L}-]+(?:ый|ий|ая|ое|ой|ые)\s+){0,3}["«“(]*(?:план(?:ы)?(?![\p{Ll}])|план-график|д[\p{L}]{3,6}н(?:ая|ые) карт[аы]|карта\s|комплекс\s|комплексный план|программа\s|сетевой|график\s|мероприятия\s|меры\s|система\s(?:мер|мероприятий)|перечень мер(?:оприятий)?(?!\p{L})|календарный план|циклограмма|комплексная программа)/iu

function isSignature(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (!line || line.text.length > 160 || /[;:]$/.test(line.text)) return false
  if (isName(line.text)) return true
  if (!office.test(cyrillic(line.text))) return false
  return signatureEnd(lines, at) > at
}

/** End (exclusive) of the signature that begins at `at`; `at` itself when no name follows within eight lines. */
function signatureEnd(lines: readonly Line[], at: number): number {
  for (let i = at; i < Math.min(lines.length, at + 9); i++) {
    const line = lines[i]
    if (!line || line.text.length > 160 || (i > at && markerOf(line).marker)) return at
    if (i > at && (appendixWord.test(line.text) || isStamp(line) || isHeadingOfPlan(line.text))) return at
    if (personNames(line.text).length === 0 || electronicSignature.test(line.text)) continue
    const next = lines[i + 1]
    const goesOn = next && !next.starts && /^[а-яё]/.test(next.text) && next.text.length < 80
    return goesOn ? i + 2 : i + 1
  }
  return at
}

/** The stamp of an electronic signature stands between the office and the name, and names a person too. */
export const electronicSignature =
  /электронной\s+(?:цифровой\s+)?подписью|сертификат|владелец|действител(?:ен|ьна)|усиленной квалифиц/iu

/** A line that holds nothing but a name: «И.И. Иванов». */
export function isName(text: string): boolean {
  const name = personNames(text)[0]
  return name !== undefined && text.replace(name.text, '').replace(/[\s_./]/g, '') === ''
}

/** The lines of the first signature among these, none when nobody signs. */
export function findSignature(lines: readonly Line[]): readonly Line[] {
  const at = lines.findIndex((line, i) => markerOf(line).marker === null && isSignature(lines, i))
  return at < 0 ? [] : lines.slice(at, Math.max(at + 1, signatureEnd(lines, at)))
}

function planOnly(before: readonly Line[], afterPlan: readonly Line[]): Zones {
  // a plan of a school may bear the letterhead of the school above its stamps
  const end = before.findIndex(line => isStamp(line) || appendixWord.test(line.text) || isHeadingOfPlan(line.text))
  const headed = end > 0 && bodyInNominative.test(asRead(before[0]))
  return {
    letterhead: headed ? before.slice(0, end) : [],
    docType: null,
    heading: [],
    command: null,
    clauses: [],
    signature: [],
    beforePlan: headed ? before.slice(end) : before,
    afterPlan,
  }
}
