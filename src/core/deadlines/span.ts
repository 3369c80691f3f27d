/** What a span is, how tokens are looked at, and how two spans make a range. */
import type { Tag } from './lexicon.ts'
import type { Token } from './tokens.ts'

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
  readonly endsAt: number
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

export function senseNumber(tokens: Tokens, i: number): number {
  const token = tokens[i]
  return token?.kind === 'word' ? (token.sense?.n ?? 0) : 0
}

/** Dots after abbreviations carry nothing. */
export function skipDots(tokens: Tokens, i: number): number {
  let j = i
  while (markAt(tokens, j) === '.') j++
  return j
}

export const place = (tokens: Tokens, i: number, next: number) => ({
  at: tokens[i]?.at ?? 0,
  endsAt: tokens[next - 1]?.to ?? 0,
})
export const bare = { year: null, yearsOn: 0, school: null } as const

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
    endsAt: b.endsAt,
  }
  if (startYear === null && printedEnd === null)
    return { ...rest, year: null, yearsOn: wraps + (b.yearsOn && !wraps ? b.yearsOn : 0) }
  if (startYear === null) return { ...rest, year: (printedEnd ?? 0) - wraps, yearsOn: wraps }
  if (printedEnd === null) return { ...rest, year: startYear, yearsOn: wraps }
  const yearsOn = printedEnd - startYear
  const inverted = yearsOn < 0 || (yearsOn === 0 && wraps === 1)
  return { ...rest, year: startYear, yearsOn: inverted ? wraps : yearsOn, ...(inverted && { inverted }) }
}
