import { findDate } from '../../../core/deadlines/index.ts'
import { cyrillic } from '../../../core/russian/index.ts'
import { joined, type Line } from './lines.ts'
import { bodyInNominative } from './organisation-name.ts'
import { appendixWord, isStamp } from './zones.ts'

export interface Letterhead {
  readonly authority: string | null
  readonly authorityFull: string | null
  readonly lines: readonly Line[]
}

const addressLine =
  /(?:^|\s)(?:тел\.?|факс|e-?mail|инн|кпп|огрн|окпо|бик|р\/с|индекс)(?![\p{L}])|@|www\.|https?:|(?:^|\s)(?:ул|пр-т|просп|пер|пл)\.\s?\p{L}|^\d{6},/iu
/** Letters of the other state languages of the republics: their half of a two-language letterhead says the same. */
const otherLanguage = /[әөүҗңһғқҡҙҫӑӗӳӱӧӓӹҥҕ]/iu
const skipped = /^(?:герб|логотип|копия|проект|экз\.?\s*№?\s*\d*)$/i

/**
 * Reads the issuing body from the lines above the word «ПРИКАЗ». A line that names a body in the nominative begins a new one; the last is
 * the issuing body, those before it are its superiors.
 */
export function readLetterhead(lines: readonly Line[]): Letterhead {
  const named = lines
    .map(inRussian)
    .filter(
      line =>
        !otherLanguage.test(line.text) &&
        !addressLine.test(line.text) &&
        !skipped.test(line.text) &&
        !isStamp(line) &&
        !appendixWord.test(line.text),
    )
  const bodies: Line[][] = []
  for (const line of named) {
    const begins = bodyInNominative.test(cyrillic(line.text)) && !inQuotes(bodies.at(-1))
    if (begins || bodies.length === 0) bodies.push([line])
    else bodies.at(-1)?.push(line)
  }
  const last = bodies.filter(body => body[0] && bodyInNominative.test(cyrillic(body[0].text))).at(-1) ?? bodies.at(-1)
  return {
    authority: last ? lastBody(joined(last)) : null,
    authorityFull: named.length ? joined(named) : null,
    lines: named,
  }
}

/** Of two languages set side by side in one line the Russian half. */
function inRussian(line: Line): Line {
  const own = line.parts.filter(part => !otherLanguage.test(part))
  return own.length > 0 && own.length < line.parts.length ? { ...line, text: own.join(' '), parts: own } : line
}

/** An open quotation mark: the name of an institution goes on. */
function inQuotes(lines: readonly Line[] | undefined): boolean {
  const text = lines ? joined(lines) : ''
  return (text.match(/[«“]/g)?.length ?? 0) > (text.match(/[»”]/g)?.length ?? 0)
}

/** «АДМИНИСТРАЦИЯ ГОРОДА Н УПРАВЛЕНИЕ ОБРАЗОВАНИЯ» printed in one line of capitals: the last body of it. */
function lastBody(text: string): string {
  if (text !== text.toUpperCase() || /[«"]/.test(text)) return text
  const words = text.split(' ')
  for (let i = words.length - 1; i > 1; i--) {
    const isBody = bodyInNominative.test(words[i] ?? '')
    if (isBody && !/(?:ОЕ|ЫЙ|ИЙ|АЯ)$/.test(words[i - 1] ?? '')) return words.slice(i).join(' ')
  }
  return text
}

export interface Registration {
  readonly number: string | null
  readonly numberText: string | null
  readonly date: string | null
  readonly dateText: string | null
  readonly place: string | null
  readonly lines: readonly Line[]
  /** The lines that are none of these: title and preamble. */
  readonly rest: readonly Line[]
}

const numberShape =
  /(?:№|(?<![\p{L}])N(?:o\.?)?(?=[\s\d]))\s*((?:[\p{L}\d]{1,12}\s?[-–/.]\s?){0,6}\d[\p{L}\d]*(?:\s?[-–/.]\s?[\p{L}\d]{1,12}){0,6}(?:\s(?:о\/?д|од|ОД|р|п|па|пр|пг)(?!\p{L}|\.\s*\p{Lu}))?)/u
const placeShape =
  /(?:^|\s)((?:г|гор|город|с|село|п|пос|посёлок|поселок|пгт|р\.?\s?п|рп|ст|станица|ст-ца|д|дер|деревня)\.?\s*(?=[А-ЯЁ])[А-ЯЁ][\p{L}-]+(?:\s[А-ЯЁ][\p{L}-]+){0,2})$/u
const titleStart = /^[«"“„]?(?:об?|обо)\s+\p{L}/iu

/** Reads date, number and place between the word «ПРИКАЗ» and the title; an empty «№ ____» is no number. */
export function readRegistration(lines: readonly Line[]): Registration {
  let number: string | null = null
  let numberText: string | null = null
  let date: string | null = null
  let dateText: string | null = null
  let place: string | null = null
  const used: Line[] = []
  const rest: Line[] = []
  const titleAt = lines.findIndex(line => titleStart.test(cyrillic(line.text)))
  const isOwnNumber = ownNumberAmong(lines)
  lines.forEach((line, i) => {
    const isAlone = isOnlyRegistration(line.text)
    const isAbove = (titleAt < 0 ? i < 6 : i < titleAt) && line.text.length < 100
    if (!isAbove && !isAlone) {
      rest.push(line)
      return
    }
    let left = line.text
    const foundDate = date === null ? findDate(cyrillic(left)) : null
    if (foundDate) {
      date = foundDate.date
      dateText = plainDate(left.slice(foundDate.start, foundDate.end), left)
      left = left.slice(0, foundDate.start) + ' ' + left.slice(foundDate.end)
    }
    const foundNumber = number === null && isOwnNumber(line) ? numberShape.exec(left) : null
    if (foundNumber) {
      number = (foundNumber[1] ?? '').replace(/\s/g, '')
      numberText = foundNumber[0].trim()
      left = left.replace(foundNumber[0], ' ')
    }
    const foundPlace = place === null ? placeOf(left, foundDate !== null || foundNumber !== null) : null
    if (foundPlace) place = foundPlace
    const isRegistration = isAlone || foundDate || foundNumber || foundPlace || /^[«"\s_№.\dNгод]*$/i.test(left)
    if (isRegistration) used.push(line)
    else rest.push(line)
  })
  return { number, numberText, date, dateText, place, lines: used, rest }
}

/**
 * «по МБОУ «Гимназия № 2» / от 01.09.2022 № 215»: the number of the act stands beside its date or begins its line; only where no number
 * does, another one is taken.
 */
function ownNumberAmong(lines: readonly Line[]): (line: Line) => boolean {
  const isSure = ({ text, parts }: Line) =>
    numberShape.test(text) && (findDate(cyrillic(text)) !== null || parts.some(part => /^(?:№|N)/u.test(part)))
  return lines.some(isSure) ? isSure : () => true
}

/** A line under the title that holds a date and a number and nothing else. */
function isOnlyRegistration(text: string): boolean {
  const found = text.length < 60 ? findDate(cyrillic(text)) : null
  if (!found || !numberShape.test(text)) return false
  const left = (text.slice(0, found.start) + text.slice(found.end)).replace(numberShape, '')
  return /^[\s.,г_от]*$/i.test(left)
}

/** «от» belongs to the printed date. */
function plainDate(text: string, line: string): string {
  return line.includes(`от ${text}`) ? `от ${text.trim()}` : text.trim()
}

function placeOf(text: string, isRegistrationLine: boolean): string | null {
  const left = text
    .replace(/[_«»"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const found = placeShape.exec(left)?.[1]
  if (found && (isRegistrationLine || left.length - found.length < 4)) return found
  if (!isRegistrationLine && /^[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*$/u.test(left)) return left
  return null
}

interface TitleAndPreamble {
  readonly title: string | null
  readonly titleLines: readonly Line[]
  readonly preamble: string | null
  readonly preambleLines: readonly Line[]
}

/** How a preamble begins; everything before it is the title. */
const preambleStart =
  /^(?:в соответствии|на основании|в целях|с целью|во исполнение|в исполнение|в связи|руководствуясь|согласно|по итогам|по результатам|рассмотрев|заслушав|обсудив|изучив|проанализировав|на основе|в рамках|учитывая|для (?:обеспечения|организации|реализации)|исходя|принимая во внимание|с учетом|с учётом|в порядке)(?!\p{L})/iu

/** Parts title («Об утверждении …») and preamble («В соответствии …») printed one after the other. */
export function readTitle(lines: readonly Line[]): TitleAndPreamble {
  const titleAt = lines.findIndex(line => titleStart.test(cyrillic(line.text)))
  const preambleAt = lines.findIndex((_, i) => i > titleAt && isPreambleAt(lines, i, titleAt))
  const end = preambleAt >= 0 ? preambleAt : lines.length
  const titleLines = titleAt >= 0 ? lines.slice(titleAt, end) : []
  const preambleLines = preambleAt >= 0 ? lines.slice(preambleAt) : []
  return {
    title: titleLines.length ? unquoted(joined(titleLines)) : null,
    titleLines,
    preamble: preambleLines.length ? joined(preambleLines).replace(/[,:;\s]+$/, '') : null,
    preambleLines,
  }
}

function isPreambleAt(lines: readonly Line[], at: number, titleAt: number): boolean {
  const line = lines[at]
  const last = lines[at - 1]
  if (!line?.starts) return false
  if (preambleStart.test(cyrillic(line.text)) && /^[А-ЯЁA-Z]/.test(line.text)) return true
  if (titleAt < 0 || !last) return titleAt < 0
  // set apart, begins with a capital and is laid out as running text
  return (
    line.gap &&
    /^[А-ЯЁ]/.test(line.text) &&
    (line.text.length > 60 || line.align !== last.align) &&
    !/[,–-]$/.test(last.text)
  )
}

function unquoted(title: string): string {
  const bare = title.replace(/[.;]$/, '')
  const inside = /^[«"“„](.*)[»"”]$/u.exec(bare)?.[1]
  return inside !== undefined && !/^[^«]*»/.test(inside) ? inside : bare
}
