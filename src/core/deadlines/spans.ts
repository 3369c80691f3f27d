/**
 * The calendar part of the grammar: days, months, quarters, halves, seasons, years and ranges of them, with or without a year.
 * Every rule takes the tokens and a position and answers with what it read and the next position, or null.
 */
import type { Tag } from './lexicon.ts'
import { dayExists, fourDigits, type Token } from './tokens.ts'

export type SpanShape = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'schoolYear' | 'stretch'

export interface MonthDay {
  readonly month: number
  /** 0: the last day of the month. */
  readonly day: number
}

/** A piece of the calendar. Without `year` it recurs every year until the context chooses one. */
export interface Span {
  readonly shape: SpanShape
  readonly from: MonthDay
  readonly to: MonthDay
  /** Year of `from`; null when none is printed. */
  readonly year: number | null
  /** How many years later `to` lies. */
  readonly yearsOn: number
  /** First year of a printed school year: «март 2023/2024» is March of the second. */
  readonly school: number | null
  /** «следующего года» */
  readonly isNextYear?: boolean
  /** For halves: which one, since a half of a school year has other months than a half of a calendar year. */
  readonly half?: 1 | 2
  /** The words say «учебного года» but no year. */
  readonly ofSchoolYear?: boolean
  /** Reading conventions rather than the calendar fix its ends: terms, seasons written with one year. */
  readonly loose?: boolean
  /** A printed day that does not exist: 31 June. */
  readonly impossible?: boolean
  /** A range whose printed end lies before its printed start. */
  readonly inverted?: boolean
  readonly at: number
  readonly to_: number
  /** Printed words, when a list shares one noun: «первое, второе полугодие». */
  readonly words?: readonly (readonly [from: number, to: number])[]
}

export interface Read<Value> {
  readonly value: Value
  readonly next: number
}
export type Tokens = readonly Token[]

export function tagAt(tokens: Tokens, i: number): Tag | null {
  const token = tokens[i]
  return token?.kind === 'word' ? (token.sense?.tag ?? null) : null
}

export function markAt(tokens: Tokens, i: number): string | null {
  const token = tokens[i]
  return token?.kind === 'mark' ? token.mark : null
}

export function numberAt(tokens: Tokens, i: number): number | null {
  const token = tokens[i]
  return token?.kind === 'number' ? token.value : null
}

function senseNumber(tokens: Tokens, i: number): number {
  const token = tokens[i]
  return token?.kind === 'word' ? (token.sense?.n ?? 0) : 0
}

/** Dots after abbreviations carry nothing. */
export function skipDots(tokens: Tokens, i: number): number {
  let j = i
  while (markAt(tokens, j) === '.') j++
  return j
}

const place = (tokens: Tokens, i: number, next: number) => ({ at: tokens[i]?.at ?? 0, to_: tokens[next - 1]?.to ?? 0 })
const bare = { year: null, yearsOn: 0, school: null } as const

// ---------------------------------------------------------------- years

interface PrintedYear {
  readonly year: number | null
  readonly school: number | null
  readonly ofSchoolYear: boolean
  readonly isNextYear?: boolean
  /** Last of a pair of calendar years; equal to `year` otherwise. */
  readonly lastYear: number | null
}

/** «2023», «2023 г.», «23 г.», «2023/2024 уч. г.», «текущего года», «учебного года» after a month, quarter, half or day. */
function yearAt(tokens: Tokens, start: number, afterComma: boolean): Read<PrintedYear> | null {
  let i = start
  if (afterComma && (markAt(tokens, i) === ',' || markAt(tokens, i) === '(')) {
    const token = tokens[i + 1]
    const isYear = token?.kind === 'year' || token?.kind === 'years'
    if (!isYear || (markAt(tokens, i) === ',' && !endsWithYearWord(tokens, i + 2))) return null
    i++
  }
  const closing = i > start && markAt(tokens, start) === '('
  const found = bareYearAt(tokens, i)
  if (!found) return null
  return closing && markAt(tokens, found.next) === ')' ? { ...found, next: found.next + 1 } : found
}

function endsWithYearWord(tokens: Tokens, i: number): boolean {
  return tagAt(tokens, i) === 'year' || tagAt(tokens, i) === 'school'
}

function bareYearAt(tokens: Tokens, i: number): Read<PrintedYear> | null {
  const token = tokens[i]
  if (token?.kind === 'year') {
    const next = yearWords(tokens, i + 1)
    return {
      value: { year: token.year, lastYear: token.year, school: null, ofSchoolYear: next.school },
      next: next.next,
    }
  }
  if (token?.kind === 'years') {
    const next = yearWords(tokens, i + 1)
    const isSchool = token.last === token.first + 1 && (next.school || (token.slash && !next.plural))
    const value = isSchool
      ? { year: null, lastYear: null, school: token.first, ofSchoolYear: true }
      : { year: token.first, lastYear: token.last, school: null, ofSchoolYear: false }
    return { value, next: next.next }
  }
  if (token?.kind === 'number' && token.digits === 2 && !token.ordinal && tagAt(tokens, i + 1) === 'year') {
    const year = fourDigits(String(token.value).padStart(2, '0'))
    const next = yearWords(tokens, i + 1)
    return { value: { year, lastYear: year, school: null, ofSchoolYear: next.school }, next: next.next }
  }
  const isNextYear = tagAt(tokens, i) === 'next'
  const from = isNextYear || tagAt(tokens, i) === 'current' || tagAt(tokens, i) === 'whole' ? i + 1 : i
  if (from > i || tagAt(tokens, i) === 'school' || (tagAt(tokens, i) === 'year' && isFullYearWord(tokens, i))) {
    const next = yearWords(tokens, from)
    const value = {
      year: null,
      lastYear: null,
      school: null,
      ofSchoolYear: next.school,
      ...(isNextYear && { isNextYear }),
    }
    if (next.next > from) return { value, next: next.next }
  }
  return null
}

function isFullYearWord(tokens: Tokens, i: number): boolean {
  const token = tokens[i]
  return token?.kind === 'word' && /^го/.test(token.word)
}

/** «г.», «года», «г.г.», «учебного года», «уч. г.» and nothing. */
function yearWords(tokens: Tokens, start: number): { next: number; school: boolean; plural: boolean } {
  let i = skipDots(tokens, start)
  let school = false
  if (tagAt(tokens, i) === 'school') {
    school = true
    i = skipDots(tokens, i + 1)
  }
  if (tagAt(tokens, i) !== 'year') return { next: school ? i : start, school, plural: false }
  const word = tokens[i]
  let plural = word?.kind === 'word' && /^(?:год(?:ы|ов|ах|ам)|гг)$/.test(word.word)
  i = skipDots(tokens, i + 1)
  while (tagAt(tokens, i) === 'year' && !isFullYearWord(tokens, i)) {
    plural = true
    i = skipDots(tokens, i + 1)
  }
  return { next: i, school, plural }
}

function withYear(span: Span, printed: PrintedYear | undefined, tokens: Tokens, next: number): Span {
  if (!printed) return span
  if (printed.isNextYear) return { ...span, to_: tokens[next - 1]?.to ?? span.to_, isNextYear: true }
  const ends = { to_: tokens[next - 1]?.to ?? span.to_ }
  if (printed.ofSchoolYear && printed.year !== null) return { ...span, ...ends, year: printed.year, ofSchoolYear: true }
  // «2 полугодие 2023-2024 г.» is of the school year, though nobody wrote «учебного»
  if (printed.year !== null && printed.lastYear === printed.year + 1) return { ...span, ...ends, school: printed.year }
  return { ...span, ...ends, year: printed.year, school: printed.school, ofSchoolYear: printed.ofSchoolYear }
}

/** Reads the year that may follow a span. */
function dated(tokens: Tokens, span: Span, i: number): Read<Span> {
  const after = skipDots(tokens, i)
  const year = yearAt(tokens, after, true)
  return year ? { value: withYear(span, year.value, tokens, year.next), next: year.next } : { value: span, next: after }
}

// ---------------------------------------------------------------- days

function daySpan(tokens: Tokens, i: number, next: number, day: number, month: number, year: number | null): Span {
  const impossible = !dayExists(day, month, year)
  return {
    ...bare,
    shape: 'day',
    from: { month, day },
    to: { month, day },
    year,
    ...(impossible && { impossible }),
    ...place(tokens, i, next),
  }
}

/** «15.02.2023», «15.02», «15 февраля 2023 года», «15-го февраля»; a number before a month is a day. */
function dayAt(tokens: Tokens, i: number): Read<Span> | null {
  const token = tokens[i]
  if (token?.kind === 'dayMonthYear') {
    const next = yearWords(tokens, i + 1).next
    return { value: daySpan(tokens, i, next, token.day, token.month, token.year), next }
  }
  if (token?.kind === 'dayMonth') {
    return dated(tokens, daySpan(tokens, i, i + 1, token.day, token.month, null), i + 1)
  }
  if (token?.kind === 'number' && token.value >= 1 && token.value <= 31) {
    const at = markAt(tokens, i + 1) === '-' && !token.ordinal ? i + 2 : i + 1
    if (tagAt(tokens, at) !== 'month' || (at === i + 2 && (tokens[i + 1]?.at ?? 0) !== token.to)) return null
    return dated(tokens, daySpan(tokens, i, at + 1, token.value, senseNumber(tokens, at), null), at + 1)
  }
  return null
}

/** «15–20 января 2024», «с 15 по 20 января» after its «с», «5, 15 и 25 марта»: bare numbers that take the month of the last. */
function bareDaysAt(tokens: Tokens, i: number): Read<Span[]> | null {
  const numbers: number[] = []
  let j = i
  let range = false
  for (;;) {
    const n = numberAt(tokens, j)
    if (n === null || n < 1 || n > 31 || numbers.length > 9) return null
    const isLast = numbers.length > 0 && dayAt(tokens, j) !== null
    if (isLast) break
    numbers.push(n)
    j++
    const sign = markAt(tokens, j)
    if (sign === '-' || tagAt(tokens, j) === 'upTo' || tagAt(tokens, j) === 'until') {
      if (range) return null
      range = true
      const token = tokens[j + 1]
      if (token?.kind === 'dayMonthYear' || token?.kind === 'dayMonth') {
        j++
        break
      }
    } else if (sign !== ',' && tagAt(tokens, j) !== 'and') return null
    j++
  }
  const last = dayAt(tokens, j)
  if (!last || numbers.length === 0 || (range && numbers.length > 1)) return null
  const month = last.value.from.month
  const monthOn = [tokens[j + 1]?.at ?? last.value.at, last.value.to_] as const
  const days = numbers.map((n, k) => {
    const day = daySpan(tokens, i + 2 * k, i + 2 * k + 1, n, month, last.value.year)
    return { ...last.value, ...day, school: last.value.school, words: [[day.at, day.to_] as const, monthOn] }
  })
  const first = days[0]
  if (range && first) return { value: [joinRange(first, last.value)], next: last.next }
  return { value: [...days, last.value], next: last.next }
}

// ---------------------------------------------------------------- months, quarters, halves, terms

function monthAt(tokens: Tokens, i: number): Read<Span> | null {
  const token = tokens[i]
  if (token?.kind === 'monthYear') {
    const next = yearWords(tokens, i + 1).next
    return {
      value: {
        ...bare,
        shape: 'month',
        from: { month: token.month, day: 1 },
        to: { month: token.month, day: 0 },
        year: token.year,
        ...place(tokens, i, next),
      },
      next,
    }
  }
  if (tagAt(tokens, i) !== 'month') return null
  const afterUnit = tagAt(tokens, i + 1) === 'monthUnit' ? i + 2 : i + 1
  const month = senseNumber(tokens, i)
  return dated(
    tokens,
    { ...bare, shape: 'month', from: { month, day: 1 }, to: { month, day: 0 }, ...place(tokens, i, afterUnit) },
    afterUnit,
  )
}

function ordinalAt(tokens: Tokens, i: number): Read<number> | null {
  const tag = tagAt(tokens, i)
  if (tag === 'ordinal' || tag === 'roman') {
    const ending = tokens[i + 2]
    const hasEnding =
      markAt(tokens, i + 1) === '-' &&
      ending?.kind === 'word' &&
      /^(?:го|му|ый|ий|ой|ая|ое|ом|ем|й|я|е|м|х)$/.test(ending.word)
    return { value: senseNumber(tokens, i), next: hasEnding ? i + 3 : i + 1 }
  }
  if (tag === 'last') return { value: -1, next: i + 1 }
  const token = tokens[i]
  if (token?.kind !== 'number') return null
  const after = tokens[i + 1]
  if (token.value === 1 && after?.kind === 'word' && /^[vу]$/.test(after.word) && after.at === token.to)
    return { value: 4, next: i + 2 }
  const value = token.value === 11 ? 2 : token.value === 111 ? 3 : token.value
  return value >= 1 && value <= 9 ? { value, next: i + 1 } : null
}

type Unit = 'quarter' | 'half' | 'term' | 'trimester'

const unitSpans: Readonly<Record<Unit, (n: number) => (Pick<Span, 'shape' | 'from' | 'to'> & Partial<Span>) | null>> = {
  quarter: n =>
    n >= 1 && n <= 4 ? { shape: 'quarter', from: { month: 3 * n - 2, day: 1 }, to: { month: 3 * n, day: 0 } } : null,
  half: n =>
    n === 1 || n === 2
      ? { shape: 'half', half: n, from: { month: 6 * n - 5, day: 1 }, to: { month: 6 * n, day: 0 } }
      : null,
  term: n => terms[n - 1] ?? null,
  trimester: n => trimesters[n - 1] ?? null,
}
const loose = { shape: 'stretch', loose: true, ofSchoolYear: true } as const
const terms: readonly (Pick<Span, 'shape' | 'from' | 'to'> & Partial<Span>)[] = [
  { ...loose, from: { month: 9, day: 1 }, to: { month: 10, day: 0 } },
  { ...loose, from: { month: 11, day: 1 }, to: { month: 12, day: 0 } },
  { ...loose, from: { month: 1, day: 1 }, to: { month: 3, day: 0 } },
  { ...loose, from: { month: 4, day: 1 }, to: { month: 5, day: 0 } },
]
const trimesters: readonly (Pick<Span, 'shape' | 'from' | 'to'> & Partial<Span>)[] = [
  { ...loose, from: { month: 9, day: 1 }, to: { month: 11, day: 0 } },
  { ...loose, from: { month: 12, day: 1 }, to: { month: 2, day: 0 }, yearsOn: 1 },
  { ...loose, from: { month: 3, day: 1 }, to: { month: 5, day: 0 } },
]

/** «I квартал 2023», «1, 3 квартал», «I–IV кварталы», «первое, второе полугодие», «2 четверть». */
function unitsAt(tokens: Tokens, i: number): Read<Span[]> | null {
  const ordinals: { n: number; at: number; next: number }[] = []
  let ranged = false
  let j = i
  for (;;) {
    const ordinal = ordinalAt(tokens, j)
    if (!ordinal || ordinal.value < 1 || ordinals.length > 6) return null
    ordinals.push({ n: ordinal.value, at: j, next: ordinal.next })
    j = skipDots(tokens, ordinal.next)
    const sign = markAt(tokens, j)
    if (sign === '-') ranged = true
    else if (
      sign !== ',' &&
      sign !== '/' &&
      tagAt(tokens, j) !== 'and' &&
      !(sign === null && tagAt(tokens, j) === 'roman')
    )
      break
    if (sign === null && tagAt(tokens, j) === 'roman') continue
    j++
    if (sign === ',' && tagAt(tokens, j) === 'and') j++
  }
  const unit = tagAt(tokens, j)
  if (unit !== 'quarter' && unit !== 'half' && unit !== 'term' && unit !== 'trimester') return null
  const year = yearAt(tokens, skipDots(tokens, j + 1), true)
  const next = year ? year.next : skipDots(tokens, j + 1)
  const noun = [tokens[j]?.at ?? 0, tokens[next - 1]?.to ?? 0] as const
  const spans: Span[] = []
  for (const ordinal of ordinals) {
    const shape = unitSpans[unit](ordinal.n)
    if (!shape) return null
    const alone = ordinals.length === 1
    const own = [tokens[ordinal.at]?.at ?? 0, tokens[ordinal.next - 1]?.to ?? 0] as const
    const span: Span = { ...bare, ...shape, at: own[0], to_: noun[1], ...(!alone && { words: [own, noun] }) }
    spans.push(withYear(span, year?.value, tokens, next))
  }
  const first = spans[0]
  const last = spans[spans.length - 1]
  if (ranged && first && last && spans.length === 2)
    return { value: [{ ...joinRange(first, last), at: first.at, to_: noun[1] }], next }
  return ranged ? null : { value: spans, next }
}

/** «квартал I», «полугодие 2» are rarer than «I квартал» and only read when nothing else fits. */
function unitFirstAt(tokens: Tokens, i: number): Read<Span[]> | null {
  const unit = tagAt(tokens, i)
  if (unit !== 'quarter' && unit !== 'half') return null
  const ordinal = ordinalAt(tokens, skipDots(tokens, i + 1))
  const shape = ordinal && unitSpans[unit](ordinal.value)
  if (!ordinal || !shape) return null
  const read = dated(tokens, { ...bare, ...shape, ...place(tokens, i, ordinal.next) }, ordinal.next)
  return { value: [read.value], next: read.next }
}

/** «3 декада марта», «первая неделя октября», «вторая половина мая», «начало сентября», «конец 2023 года». */
function pieceAt(tokens: Tokens, i: number): Read<Span> | null {
  const first = ordinalAt(tokens, i)
  const second = first && markAt(tokens, first.next) === '-' ? ordinalAt(tokens, first.next + 1) : null
  const ordinal = second ?? first
  const tag = ordinal ? tagAt(tokens, ordinal.next) : tagAt(tokens, i)
  if (ordinal && (tag === 'decade' || tag === 'week' || tag === 'halfOf')) {
    const whole = wholeAt(tokens, ordinal.next + 1)
    const days = whole && pieceOf(whole.value, tag, ordinal.value)
    const opening = second && first && whole ? pieceOf(whole.value, tag, first.value) : null
    if (!days || (second && !opening)) return null
    return {
      value: { ...whole.value, ...days, ...(opening && { from: opening.from }), at: tokens[i]?.at ?? 0 },
      next: whole.next,
    }
  }
  if (!ordinal && (tag === 'beginning' || tag === 'middle' || tag === 'end')) {
    const whole = wholeAt(tokens, i + 1)
    const days = whole && pieceOf(whole.value, tag, 0)
    return days ? { value: { ...whole.value, ...days, at: tokens[i]?.at ?? 0 }, next: whole.next } : null
  }
  return null
}

/** The month, quarter, half or year that a piece is a piece of. */
export function wholeAt(tokens: Tokens, i: number): Read<Span> | null {
  const month = monthAt(tokens, i)
  if (month) return month
  const units = unitsAt(tokens, i)
  if (units?.value[0] && units.value.length === 1) return { value: units.value[0], next: units.next }
  return yearSpanAt(tokens, i, true)
}

type Piece = Pick<Span, 'from' | 'to'> & Partial<Span>

function pieceOf(whole: Span, tag: Tag, n: number): Piece | null {
  const piece = { shape: 'stretch' as const }
  const { month } = whole.from
  if (whole.shape === 'month') {
    const days = (from: number, to: number): Piece => ({ ...piece, from: { month, day: from }, to: { month, day: to } })
    if (tag === 'beginning' || (tag === 'decade' && n === 1)) return days(1, 10)
    if (tag === 'middle' || (tag === 'decade' && n === 2)) return days(11, 20)
    if (tag === 'end' || (tag === 'decade' && (n === 3 || n === -1))) return days(21, 0)
    if (tag === 'week' && n >= 1 && n <= 4) return days(7 * n - 6, 7 * n)
    if (tag === 'week') return days(n === 5 ? 29 : 25, 0)
    if (tag === 'halfOf') return n === 1 ? days(1, 15) : n === 2 ? days(16, 0) : null
    return null
  }
  const months = (from: number, to: number, yearsOn = 0): Piece => ({
    ...piece,
    loose: tag !== 'halfOf',
    from: { month: from, day: 1 },
    to: { month: to, day: 0 },
    yearsOn,
  })
  if (tag === 'beginning') return { ...months(month, month), shape: 'month' }
  if (tag === 'end' && whole.shape === 'schoolYear')
    return { ...months(5, 5), shape: 'month', ofSchoolYear: true, ...later(whole) }
  if (tag === 'end') return { ...months(whole.to.month, whole.to.month), shape: 'month' }
  if (tag === 'halfOf' && whole.shape === 'year')
    return n === 1 ? { ...months(1, 6), shape: 'half' } : n === 2 ? { ...months(7, 12), shape: 'half' } : null
  if (tag === 'halfOf' && whole.shape === 'schoolYear') {
    return n === 1 ? months(9, 12) : n === 2 ? { ...months(1, 5), ...later(whole) } : null
  }
  return null
}

/** The second calendar year of a school year. */
function later(whole: Span): Partial<Span> {
  return { year: whole.year === null ? null : whole.year + 1 }
}

const seasons: readonly Piece[] = [
  { from: { month: 12, day: 1 }, to: { month: 2, day: 0 }, yearsOn: 1, loose: true },
  { from: { month: 3, day: 1 }, to: { month: 5, day: 0 } },
  { from: { month: 6, day: 1 }, to: { month: 8, day: 0 } },
  { from: { month: 9, day: 1 }, to: { month: 11, day: 0 } },
]

/** «осенние каникулы», «весенние и осенние каникулы»: their dates are set elsewhere. */
export function isHolidaysOfSeason(tokens: Tokens, start: number): boolean {
  let i = start
  while (tagAt(tokens, i) === 'season') {
    i++
    if (markAt(tokens, i) !== ',' && tagAt(tokens, i) !== 'and') break
    i++
  }
  return i > start && tagAt(tokens, i) === 'holidays'
}

/** «осень 2023», «летний период», «зима 2023-2024»; never the holidays of a season. */
function seasonAt(tokens: Tokens, i: number): Read<Span> | null {
  const season = tagAt(tokens, i) === 'season' ? seasons[senseNumber(tokens, i) - 1] : undefined
  if (!season || isHolidaysOfSeason(tokens, i)) return null
  const after = tagAt(tokens, i + 1) === 'period' || tagAt(tokens, i + 1) === 'monthUnit' ? i + 2 : i + 1
  const token = tokens[after]
  const span: Span = { ...bare, shape: 'stretch', ...season, ...place(tokens, i, after) }
  if (token?.kind === 'years' && season.yearsOn) {
    const next = yearWords(tokens, after + 1).next
    return { value: { ...span, year: token.first, loose: false, to_: tokens[next - 1]?.to ?? span.to_ }, next }
  }
  return dated(tokens, span, after)
}

/** «2023», «2023 год», «2021-2022 годы», «2023/2024 учебный год», «учебный год»; a bare «год» only where `loneWord` allows it. */
export function yearSpanAt(tokens: Tokens, i: number, loneWord: boolean): Read<Span> | null {
  const found = bareYearAt(tokens, i)
  if (!found) return null
  const { year, lastYear, school, ofSchoolYear } = found.value
  if (year === null && school === null && !loneWord && !ofSchoolYear) return null
  if (school !== null || (ofSchoolYear && year === null)) {
    const span: Span = {
      ...bare,
      shape: 'schoolYear',
      from: { month: 9, day: 1 },
      to: { month: 8, day: 0 },
      year: school,
      yearsOn: 1,
      ofSchoolYear,
      ...place(tokens, i, found.next),
    }
    return { value: span, next: found.next }
  }
  const yearsOn = (lastYear ?? 0) - (year ?? 0)
  return {
    value: {
      ...bare,
      shape: 'year',
      from: { month: 1, day: 1 },
      to: { month: 12, day: 0 },
      year,
      yearsOn,
      ...place(tokens, i, found.next),
    },
    next: found.next,
  }
}

// ---------------------------------------------------------------- one span, ranges

/** One or several spans that share a noun. A range written inside them is already joined. */
function primaryAt(tokens: Tokens, i: number): Read<Span[]> | null {
  const one = (read: Read<Span> | null): Read<Span[]> | null => read && { value: [read.value], next: read.next }
  return (
    bareDaysAt(tokens, i) ??
    one(dayAt(tokens, i)) ??
    one(pieceAt(tokens, i)) ??
    unitsAt(tokens, i) ??
    one(monthAt(tokens, i)) ??
    unitFirstAt(tokens, i) ??
    one(seasonAt(tokens, i)) ??
    one(yearSpanAt(tokens, i, false))
  )
}

/** A primary, or two joined by a dash or by «по». */
export function spansAt(tokens: Tokens, i: number): Read<Span[]> | null {
  const first = primaryAt(tokens, i)
  const from = first?.value[first.value.length - 1]
  if (!first || !from) return null
  if (markAt(tokens, first.next) !== '-' && tagAt(tokens, first.next) !== 'upTo') return first
  const second = primaryAt(tokens, first.next + 1)
  const to = second?.value[0]
  if (!second || !to || second.value.length > 1) return first
  return { value: [...first.value.slice(0, -1), joinRange(from, to)], next: second.next }
}

export function calendarYear(span: Span, month: number): number | null {
  if (span.school === null) return span.year
  return month >= 9 ? span.school : span.school + 1
}

const order = (a: MonthDay, b: MonthDay): number => a.month - b.month || (a.day || 31) - (b.day || 31)

/**
 * The stretch from the start of one span to the end of another. A year printed once serves both ends: «01.09-31.05.2024» begins in
 * 2023, «15 декабря 2023 – 20 января» ends in 2024.
 */
export function joinRange(a: Span, b: Span): Span {
  const endYear = calendarYear(b, b.to.month)
  const startYear = calendarYear(a, a.from.month)
  const wraps = order(a.from, b.to) > 0 ? 1 : 0
  const printedEnd = endYear === null ? null : endYear + (b.school === null ? b.yearsOn : 0)
  const rest = {
    shape: 'stretch' as const,
    from: a.from,
    to: b.to,
    school: null,
    ofSchoolYear: a.ofSchoolYear === true || b.ofSchoolYear === true,
    loose: a.loose === true || b.loose === true,
    impossible: a.impossible === true || b.impossible === true,
    at: a.at,
    to_: b.to_,
  }
  if (startYear === null && printedEnd === null)
    return { ...rest, year: null, yearsOn: wraps + (b.yearsOn && !wraps ? b.yearsOn : 0) }
  if (startYear === null) return { ...rest, year: (printedEnd ?? 0) - wraps, yearsOn: wraps }
  if (printedEnd === null) return { ...rest, year: startYear, yearsOn: wraps }
  const yearsOn = printedEnd - startYear
  const inverted = yearsOn < 0 || (yearsOn === 0 && wraps === 1)
  return { ...rest, year: startYear, yearsOn: inverted ? wraps : yearsOn, ...(inverted && { inverted }) }
}
