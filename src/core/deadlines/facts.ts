/** One pass over the tokens of a deadline: which spans, frequencies and conditions stand in it, and what was not understood. */
import { type ConditionKind, conditionAt } from './conditions.ts'
import { type DayOfMonth, dayOfMonthAt, type Frequency, frequencyAt } from './frequencies.ts'
import { yearSpanAt } from './printed-years.ts'
import { joinRange, markAt, numberAt, type Read, type Span, skipDots, type Tokens, tagAt } from './span.ts'
import { spansAt } from './spans.ts'
import { wholeAt } from './unit-spans.ts'

/** `within`: the whole span; `by`: not later than its end; `before`: before it begins; `open`: from its start on; `during`: all along it. */
export type Relation = 'within' | 'by' | 'before' | 'open' | 'during'

export interface Item {
  readonly relation: Relation
  readonly span: Span
}

export interface Facts {
  readonly items: readonly Item[]
  readonly frequencies: readonly Frequency[]
  readonly daysOfMonth: readonly DayOfMonth[]
  readonly conditions: readonly { readonly kind: ConditionKind; readonly at: number; readonly to: number }[]
  /** Spans named inside a condition: «график на первое, второе полугодие». */
  readonly spansInConditions: readonly Span[]
  readonly isConstant: boolean
  readonly isThen: boolean
  /** Only words like «месяц проведения»: the caption of a column, no deadline. */
  readonly isCaption: boolean
  /** Offsets of words that mean nothing here. */
  readonly unknown: readonly (readonly [from: number, to: number])[]
}

export function factsOf(tokens: Tokens): Facts {
  const items: Item[] = []
  const frequencies: Frequency[] = []
  const daysOfMonth: DayOfMonth[] = []
  const conditions: { kind: ConditionKind; at: number; to: number }[] = []
  const spansInConditions: Span[] = []
  const unknown: (readonly [number, number])[] = []
  let isConstant = false
  let isThen = false
  let captionWords = 0
  let shared: 'by' | null = null
  let i = 0
  while (i < tokens.length) {
    const constant = constantAt(tokens, i)
    const day = constant === null ? dayOfMonthAt(tokens, i) : null
    const frequency = constant === null && !day ? frequencyAt(tokens, i) : null
    const found = constant === null && !day && !frequency ? itemsAt(tokens, i) : null
    const condition = constant === null && !day && !frequency && !found ? conditionAt(tokens, i) : null
    if (constant !== null) {
      isConstant = true
      i = constant
    } else if (day) {
      daysOfMonth.push(day.value)
      i = day.next
    } else if (frequency) {
      frequencies.push(frequency.value)
      i = frequency.next
    } else if (found) {
      const more: Item[] = shared !== null && found.value.every(isBareDay) ? found.value.map(limitedDay) : found.value
      items.push(...more)
      i = found.next
      // «до 15.09, 15.12 и 15.03»: one preposition for the whole list
      const joins = markAt(tokens, i) === ',' || tagAt(tokens, i) === 'and'
      shared = joins && more[more.length - 1]?.relation === 'by' ? 'by' : null
      if (shared) i++
    } else if (condition) {
      const end = endOfCondition(tokens, condition.next, spansInConditions)
      conditions.push({ kind: condition.value, at: tokens[i]?.at ?? 0, to: tokens[end - 1]?.to ?? 0 })
      i = end
    } else {
      const token = tokens[i]
      const tag = tagAt(tokens, i)
      if (tag === 'then') isThen = true
      if (isCaptionWord(tokens, i)) captionWords++
      if (token && token.kind !== 'mark' && !isCarrier(tokens, i)) unknown.push([token.at, token.to])
      i++
    }
  }
  const nothing = items.length + frequencies.length + daysOfMonth.length + conditions.length === 0 && !isConstant
  return {
    items,
    frequencies,
    daysOfMonth,
    conditions,
    spansInConditions,
    isConstant,
    isThen,
    isCaption: nothing && captionWords > 0 && captionWords === tokens.filter(token => token.kind !== 'mark').length,
    unknown,
  }
}

const isBareDay = (item: Item): boolean => item.relation === 'within' && item.span.shape === 'day'
const limitedDay = (item: Item): Item => ({ ...item, relation: 'by' })

/** Words of the language of deadlines that carry no fact by themselves where they stand. */
function isCarrier(tokens: Tokens, i: number): boolean {
  const tag = tagAt(tokens, i)
  return (
    tag !== null &&
    tag !== 'month' &&
    tag !== 'season' &&
    tag !== 'quarter' &&
    tag !== 'half' &&
    tag !== 'number' &&
    tag !== 'roman'
  )
}

function isCaptionWord(tokens: Tokens, i: number): boolean {
  const tag = tagAt(tokens, i)
  return tag === 'monthUnit' || tag === 'term-of' || tag === 'period' || tag === 'filler' || tag === 'year'
}

// ---------------------------------------------------------------- all along

/** «постоянно», «весь период», «на протяжении всего срока реализации», «в течение ряда лет»; «в течение года» is an item. */
function constantAt(tokens: Tokens, start: number): number | null {
  if (tagAt(tokens, start) === 'constantly') return tagAt(tokens, start + 1) === 'filler' ? start + 2 : start + 1
  let i = start
  if (tagAt(tokens, i) === 'on' && tagAt(tokens, i + 1) === 'constantly')
    return tagAt(tokens, i + 2) === 'filler' ? i + 3 : i + 2
  const entered = tagAt(tokens, i) === 'in' || tagAt(tokens, i) === 'on'
  if (entered) i++
  const during = tagAt(tokens, i) === 'during'
  if (during) i = skipDots(tokens, i + 1)
  const whole = tagAt(tokens, i) === 'whole'
  if (whole) i++
  if (!during && !whole && !entered) return null
  const tag = tagAt(tokens, i)
  if ((tag === 'period' || tag === 'term-of') && (during || whole)) return endOfPeriod(tokens, i + 1)
  if (tag === 'period' && isPlanWord(tokens, i + 1)) return endOfPeriod(tokens, i + 1)
  if (during && isPlanWord(tokens, i)) return endOfPeriod(tokens, i)
  const count = numberAt(tokens, i) !== null || tagAt(tokens, i) === 'number'
  if (during && count && tagAt(tokens, i + 1) === 'year') return i + 2
  return null
}

/** «реализации дорожной карты», «действия программы», «обучения»: the words after «период» belong to it, up to a sign or a date. */
function endOfPeriod(tokens: Tokens, start: number): number {
  let i = start
  while (i < tokens.length && i < start + 8) {
    const token = tokens[i]
    if (token?.kind !== 'word') break
    if (token.sense !== null && token.sense.tag !== 'filler' && token.sense.tag !== 'school') break
    i++
  }
  return i
}

function isPlanWord(tokens: Tokens, i: number): boolean {
  const token = tokens[i]
  return token?.kind === 'word' && /^(?:реализаци|действи|выполнени)/.test(token.word)
}

// ---------------------------------------------------------------- items

/** One item with its preposition, or a list that shares it. */
export function itemsAt(tokens: Tokens, start: number): Read<Item[]> | null {
  const limit = limitAt(tokens, start)
  if (limit !== null) return limited(tokens, start, limit)
  if (tagAt(tokens, start) === 'from') return fromItem(tokens, start)
  if (tagAt(tokens, start) === 'not' && tagAt(tokens, start + 1) === 'earlier') return fromItem(tokens, start + 1)
  let i = start
  let during = false
  if (tagAt(tokens, i) === 'in' || tagAt(tokens, i) === 'on') i++
  if (tagAt(tokens, i) === 'during') {
    during = true
    i = skipDots(tokens, i + 1)
  }
  if (tagAt(tokens, i) === 'whole') {
    const kind = tokens[i + 1]?.kind
    during ||=
      tagAt(tokens, i + 1) === 'year' || tagAt(tokens, i + 1) === 'school' || kind === 'year' || kind === 'years'
    i++
  }
  if (tagAt(tokens, i) === 'period') i++
  if (i > start && tagAt(tokens, i) === 'from') return fromItem(tokens, i)
  const entered = i > start
  const year = during || entered ? yearSpanAt(tokens, i, true) : null
  const read = spansAt(tokens, i) ?? (year && { value: [year.value], next: year.next })
  if (!read) return null
  const relationOf = (span: Span): Relation => (during || isLoneSchoolYear(span) ? relationDuring(span) : 'within')
  return { value: read.value.map(span => ({ relation: relationOf(span), span })), next: read.next }
}

/** «учебный год» without a number names a length of time, not a stretch. */
function isLoneSchoolYear(span: Span): boolean {
  return span.shape === 'schoolYear' && span.year === null
}

function relationDuring(span: Span): Relation {
  return span.shape === 'year' || span.shape === 'schoolYear' ? 'during' : 'within'
}

/** «до», «к», «не позднее», «не позднее чем», «в срок до», «срок –», «по» before a date; the answer is the position of the date. */
function limitAt(tokens: Tokens, start: number): number | null {
  let i = start
  if (tagAt(tokens, i) === 'in' && tagAt(tokens, i + 1) === 'term-of') i += 2
  else if (tagAt(tokens, i) === 'term-of') i++
  if (i > start && markAt(tokens, i) === '-') i++
  if (i > start && markAt(tokens, i) === ':') i++
  if (tagAt(tokens, i) === 'not' && tagAt(tokens, i + 1) === 'later')
    return tagAt(tokens, i + 2) === 'than' ? i + 3 : i + 2
  const tag = tagAt(tokens, i)
  if (tag === 'until' || tag === 'towards' || tag === 'upTo') return i + 1
  return null
}

function limited(tokens: Tokens, start: number, i: number): Read<Item[]> | null {
  const edge = tagAt(tokens, i)
  const word = tokens[i - 1]
  const strict = word?.kind === 'word' && word.sense?.tag === 'until'
  const at = tokens[start]?.at ?? 0
  const towards = word?.kind === 'word' && word.sense?.tag === 'towards'
  if (edge === 'end' || edge === 'beginning') {
    const whole = wholeAt(tokens, i + 1)
    if (!whole) return null
    const relation: Relation = edge === 'beginning' ? 'before' : 'by'
    const span = edge === 'end' && whole.value.shape === 'schoolYear' ? endOfLessons(whole.value) : whole.value
    return { value: [{ relation, span: { ...span, at } }], next: whole.next }
  }
  const read = spansAt(tokens, i)
  if (!read) return null
  const relationOf = (span: Span): Relation =>
    (strict || towards) && span.shape !== 'day' && span.shape !== 'stretch' ? 'before' : 'by'
  const spans = read.value.map((span, k) => (k === 0 && !span.words ? { ...span, at } : span))
  return { value: spans.map(span => ({ relation: relationOf(span), span })), next: read.next }
}

/** Lessons end in May, though the school year runs to August. */
function endOfLessons(span: Span): Span {
  return { ...span, to: { month: 5, day: 0 }, loose: true }
}

/** «с 1 по 15 апреля», «с сентября 2023 по май 2024», «с 1 сентября», «с марта 2020 года». */
function fromItem(tokens: Tokens, start: number): Read<Item[]> | null {
  const i = start + 1
  const read = spansAt(tokens, i)
  const first = read?.value[0]
  if (!read || !first) return null
  if (read.value.length > 1) return { value: read.value.map(span => ({ relation: 'within', span })), next: read.next }
  if (first.shape === 'stretch' && first.from !== first.to) {
    return {
      value: [{ relation: 'within', span: { ...first, at: tokens[start]?.at ?? first.at } }],
      next: read.next,
    }
  }
  const joint = markAt(tokens, read.next) === ',' ? read.next + 1 : read.next
  const tag = tagAt(tokens, joint)
  if (tag === 'upTo' || tag === 'until' || markAt(tokens, joint) === '-') {
    const at = tagAt(tokens, joint + 1) === 'end' ? joint + 2 : joint + 1
    const second = at > joint + 1 ? wholeList(tokens, at) : spansAt(tokens, at)
    const last = second?.value[0]
    if (second && last && second.value.length === 1) {
      const span = { ...joinRange(first, last), at: tokens[start]?.at ?? first.at }
      return { value: [{ relation: 'within', span }], next: second.next }
    }
  }
  return { value: [{ relation: 'open', span: { ...first, at: tokens[start]?.at ?? first.at } }], next: read.next }
}

function wholeList(tokens: Tokens, i: number): Read<Span[]> | null {
  const whole = wholeAt(tokens, i)
  return (
    whole && { value: [whole.value.shape === 'schoolYear' ? endOfLessons(whole.value) : whole.value], next: whole.next }
  )
}

// ---------------------------------------------------------------- conditions

/** A condition runs to the end, or to a sign after which a date or a frequency begins; dates after «на» and «от» belong to it. */
function endOfCondition(tokens: Tokens, start: number, spans: Span[]): number {
  let depth = 0
  let i = start
  while (i < tokens.length) {
    const mark = markAt(tokens, i)
    if (mark === ';') return i
    if (mark === '(') depth++
    if (mark === ')' && --depth < 0) return i
    const tag = tagAt(tokens, i)
    if (tag === 'then' || tag === 'constantly') return i
    if (tag !== null && tag !== 'upTo' && tag !== 'each' && frequencyAt(tokens, i)) return i
    if ((mark === ',' || mark === '(' || mark === '-') && begins(tokens, i + 1))
      return depth > 0 && mark === '(' ? i : i
    if (tag === 'on') {
      const named = spansList(tokens, i + 1)
      if (named) {
        spans.push(...named.value)
        i = named.next
        continue
      }
    }
    if ((tag === 'until' || tag === 'not' || tag === 'from') && !isDatedAct(tokens, i) && limitsDay(tokens, i)) return i
    i++
  }
  return i
}

function begins(tokens: Tokens, i: number): boolean {
  return (
    frequencyAt(tokens, i) !== null ||
    constantAt(tokens, i) !== null ||
    dayOfMonthAt(tokens, i) !== null ||
    itemsAt(tokens, i) !== null
  )
}

/** «приказ от 12.01.2023»: the date of an act, not of the work. */
function isDatedAct(tokens: Tokens, i: number): boolean {
  const token = tokens[i]
  return token?.kind === 'word' && token.word === 'от'
}

function limitsDay(tokens: Tokens, i: number): boolean {
  const read = itemsAt(tokens, i)
  return read?.value.some(item => item.span.shape === 'day' || item.span.shape === 'stretch') ?? false
}

/** «первое полугодие, второе полугодие» after «на». */
function spansList(tokens: Tokens, start: number): Read<Span[]> | null {
  const first = spansAt(tokens, start)
  if (!first) return null
  const value = [...first.value]
  let next = first.next
  for (let step = 0; step < 12; step++) {
    const sign = markAt(tokens, next)
    if (sign !== ',' && tagAt(tokens, next) !== 'and') break
    const more = spansAt(tokens, skipDots(tokens, next + 1))
    if (!more) break
    value.push(...more.value)
    next = more.next
  }
  return { value, next }
}
