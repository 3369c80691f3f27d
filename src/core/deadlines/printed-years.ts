/** Years as they are printed: after a span, or as spans of their own. */
import { bare, markAt, place, type Read, type Span, skipDots, type Tokens, tagAt } from './span.ts'
import { fourDigits } from './tokens.ts'

export interface PrintedYear {
  readonly year: number | null
  readonly school: number | null
  readonly ofSchoolYear: boolean
  readonly isNextYear?: boolean
  /** Last of a pair of calendar years; equal to `year` otherwise. */
  readonly lastYear: number | null
}

/** «2023», «2023 г.», «23 г.», «2023/2024 уч. г.», «текущего года», «учебного года» after a month, quarter, half or day. */
export function yearAt(tokens: Tokens, start: number, afterComma: boolean): Read<PrintedYear> | null {
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
export function yearWords(tokens: Tokens, start: number): { next: number; school: boolean; plural: boolean } {
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

export function withYear(span: Span, printed: PrintedYear | undefined, tokens: Tokens, next: number): Span {
  if (!printed) return span
  if (printed.isNextYear) return { ...span, endsAt: tokens[next - 1]?.to ?? span.endsAt, isNextYear: true }
  const ends = { endsAt: tokens[next - 1]?.to ?? span.endsAt }
  if (printed.ofSchoolYear && printed.year !== null) return { ...span, ...ends, year: printed.year, ofSchoolYear: true }
  // «2 полугодие 2023-2024 г.» is of the school year, though nobody wrote «учебного»
  if (printed.year !== null && printed.lastYear === printed.year + 1) return { ...span, ...ends, school: printed.year }
  return { ...span, ...ends, year: printed.year, school: printed.school, ofSchoolYear: printed.ofSchoolYear }
}

/** Reads the year that may follow a span. */
export function dated(tokens: Tokens, span: Span, i: number): Read<Span> {
  const after = skipDots(tokens, i)
  const year = yearAt(tokens, after, true)
  return year ? { value: withYear(span, year.value, tokens, year.next), next: year.next } : { value: span, next: after }
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
