/** Months, quarters, halves, terms, seasons, and pieces of them. */
import type { Tag } from './lexicon.ts'
import { dated, withYear, yearAt, yearSpanAt, yearWords } from './printed-years.ts'
import {
  bare,
  joinRange,
  markAt,
  place,
  type Read,
  type Span,
  senseNumber,
  skipDots,
  type Tokens,
  tagAt,
} from './span.ts'

export function monthAt(tokens: Tokens, i: number): Read<Span> | null {
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
export function unitsAt(tokens: Tokens, i: number): Read<Span[]> | null {
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
    const span: Span = { ...bare, ...shape, at: own[0], endsAt: noun[1], ...(!alone && { words: [own, noun] }) }
    spans.push(withYear(span, year?.value, tokens, next))
  }
  const first = spans[0]
  const last = spans[spans.length - 1]
  if (ranged && first && last && spans.length === 2)
    return { value: [{ ...joinRange(first, last), at: first.at, endsAt: noun[1] }], next }
  return ranged ? null : { value: spans, next }
}

/** «квартал I», «полугодие 2» are rarer than «I квартал» and only read when nothing else fits. */
export function unitFirstAt(tokens: Tokens, i: number): Read<Span[]> | null {
  const unit = tagAt(tokens, i)
  if (unit !== 'quarter' && unit !== 'half') return null
  const ordinal = ordinalAt(tokens, skipDots(tokens, i + 1))
  const shape = ordinal && unitSpans[unit](ordinal.value)
  if (!ordinal || !shape) return null
  const read = dated(tokens, { ...bare, ...shape, ...place(tokens, i, ordinal.next) }, ordinal.next)
  return { value: [read.value], next: read.next }
}

/** «3 декада марта», «первая неделя октября», «вторая половина мая», «начало сентября», «конец 2023 года». */
export function pieceAt(tokens: Tokens, i: number): Read<Span> | null {
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

/** «в начале и в конце учебного года», «начало, конец года»: two pieces of one whole. */
export function piecesAt(tokens: Tokens, i: number): Read<Span[]> | null {
  const tag = tagAt(tokens, i)
  if (tag !== 'beginning' && tag !== 'middle') return null
  if (markAt(tokens, i + 1) !== ',' && tagAt(tokens, i + 1) !== 'and') return null
  const second = pieceAt(tokens, tagAt(tokens, i + 2) === 'in' ? i + 3 : i + 2)
  const whole = second && wholeAt(tokens, tagAt(tokens, i + 2) === 'in' ? i + 4 : i + 3)
  const days = whole && pieceOf(whole.value, tag, 0)
  if (!second || !days) return null
  return { value: [{ ...whole.value, ...days, ...place(tokens, i, i + 1) }, second.value], next: second.next }
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
export function seasonAt(tokens: Tokens, i: number): Read<Span> | null {
  const season = tagAt(tokens, i) === 'season' ? seasons[senseNumber(tokens, i) - 1] : undefined
  if (!season || isHolidaysOfSeason(tokens, i)) return null
  const after = tagAt(tokens, i + 1) === 'period' || tagAt(tokens, i + 1) === 'monthUnit' ? i + 2 : i + 1
  const token = tokens[after]
  const span: Span = { ...bare, shape: 'stretch', ...season, ...place(tokens, i, after) }
  if (token?.kind === 'years' && season.yearsOn) {
    const next = yearWords(tokens, after + 1).next
    return { value: { ...span, year: token.first, loose: false, endsAt: tokens[next - 1]?.to ?? span.endsAt }, next }
  }
  return dated(tokens, span, after)
}
