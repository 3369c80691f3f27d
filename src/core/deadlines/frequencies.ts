/** How often: «ежемесячно», «2 раза в год», «каждую пятницу», «до 25 числа», «раз в две недели». */
import type { Recurrence } from './contract.ts'
import { everyDay, everyHalf, everyMonth, everyQuarter, everyWeek, everyYear, type Tag } from './lexicon.ts'
import { markAt, numberAt, type Read, skipDots, type Tokens, tagAt } from './span.ts'

export interface Frequency {
  readonly freq: Recurrence['freq']
  readonly interval: number
  readonly times?: number
  readonly weekday?: string
  readonly ofSchoolYear?: boolean
}

/** «до 25 числа», «последний день месяца», «5 числа месяца, следующего за отчётным». */
export interface DayOfMonth {
  /** 1…31, −1 for the last day. */
  readonly day: number
  readonly next: boolean
  /** «каждого месяца» or «ежемесячно» is part of the words. */
  readonly each: boolean
  readonly ofQuarter: 'last-month' | 'end' | 'following' | null
}

const adverbs: Readonly<Record<number, Frequency>> = {
  [everyDay]: { freq: 'DAILY', interval: 1 },
  [everyWeek]: { freq: 'WEEKLY', interval: 1 },
  [everyMonth]: { freq: 'MONTHLY', interval: 1 },
  [everyQuarter]: { freq: 'MONTHLY', interval: 3 },
  [everyHalf]: { freq: 'MONTHLY', interval: 6 },
  [everyYear]: { freq: 'YEARLY', interval: 1 },
}
const units: Partial<Readonly<Record<Tag, Frequency>>> = {
  day: { freq: 'DAILY', interval: 1 },
  week: { freq: 'WEEKLY', interval: 1 },
  decade: { freq: 'DAILY', interval: 10 },
  monthUnit: { freq: 'MONTHLY', interval: 1 },
  quarter: { freq: 'MONTHLY', interval: 3 },
  term: { freq: 'MONTHLY', interval: 3 },
  trimester: { freq: 'MONTHLY', interval: 3 },
  half: { freq: 'MONTHLY', interval: 6 },
  year: { freq: 'YEARLY', interval: 1 },
}
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

export function frequencyAt(tokens: Tokens, i: number): Read<Frequency> | null {
  const token = tokens[i]
  if (token?.kind === 'word' && token.sense?.tag === 'frequency') {
    const value = adverbs[token.sense.n]
    return value ? { value, next: i + 1 } : null
  }
  return timesAt(tokens, i) ?? eachAt(tokens, i)
}

/** «раз в квартал», «1 раз в 2 недели», «не реже двух раз в год», «дважды в год». */
function timesAt(tokens: Tokens, start: number): Read<Frequency> | null {
  let i = start
  while (tagAt(tokens, i) === 'filler' || tagAt(tokens, i) === 'not') i++
  const said = countAt(tokens, i)
  let times = 1
  if (tagAt(tokens, i) === 'times') i++
  else if (tagAt(tokens, i) === 'twice') {
    times = said?.value ?? 1
    i++
  } else if (said && tagAt(tokens, said.next) === 'times') {
    times = said.value
    i = said.next + 1
  } else if (said && markAt(tokens, said.next) === '-' && countAt(tokens, said.next + 1)) {
    const upper = countAt(tokens, said.next + 1)
    if (!upper || tagAt(tokens, upper.next) !== 'times') return null
    times = said.value
    i = upper.next + 1
  } else return null
  const preposition = tagAt(tokens, i)
  if (preposition !== 'in' && preposition !== 'on') return null
  const unit = unitAt(tokens, i + 1)
  if (!unit) return null
  return { value: times > 1 ? { ...unit.value, times } : unit.value, next: unit.next }
}

/** «каждый месяц», «каждую пятницу», «каждые полгода», «по пятницам», «по полугодиям». */
function eachAt(tokens: Tokens, i: number): Read<Frequency> | null {
  const tag = tagAt(tokens, i)
  const weekdayOfMonth = weekdayOfMonthAt(tokens, i)
  if (weekdayOfMonth) return weekdayOfMonth
  if (tag !== 'each' && tag !== 'upTo') return null
  if (tag === 'each' && tagAt(tokens, i + 1) === 'month') return { value: { freq: 'YEARLY', interval: 1 }, next: i + 1 }
  const token = tokens[i + 1]
  if (token?.kind === 'word' && token.sense?.tag === 'weekday') {
    return { value: { freq: 'WEEKLY', interval: 1, weekday: weekdays[token.sense.n - 1] ?? 'MO' }, next: i + 2 }
  }
  if (tag === 'upTo') return token?.kind === 'word' && /[ая]м$/.test(token.word) ? unitAt(tokens, i + 1) : null
  return unitAt(tokens, i + 1)
}

/** «последняя пятница месяца», «первый вторник каждого месяца». */
function weekdayOfMonthAt(tokens: Tokens, start: number): Read<Frequency> | null {
  const i = tagAt(tokens, start) === 'each' ? start + 1 : start
  const which = dayNumberAt(tokens, i)
  const token = which ? tokens[which.next] : undefined
  if (!which || which.value > 5 || token?.kind !== 'word' || token.sense?.tag !== 'weekday') return null
  const month = tagAt(tokens, which.next + 1) === 'each' ? which.next + 2 : which.next + 1
  if (tagAt(tokens, month) !== 'monthUnit') return null
  return {
    value: { freq: 'MONTHLY', interval: 1, weekday: `${which.value}${weekdays[token.sense.n - 1]}` },
    next: month + 1,
  }
}

function unitAt(tokens: Tokens, i: number): Read<Frequency> | null {
  const count = countAt(tokens, i)
  const at = count ? count.next : i
  const school = tagAt(tokens, at) === 'school'
  const tag = tagAt(tokens, school ? skipDots(tokens, at + 1) : at)
  const unit = tag && units[tag]
  if (!unit) return null
  const value = { ...unit, interval: unit.interval * (count?.value ?? 1), ...(school && { ofSchoolYear: true }) }
  return { value, next: skipDots(tokens, (school ? skipDots(tokens, at + 1) : at) + 1) }
}

/** A small number in figures or words: «2», «двух», «дважды». */
export function countAt(tokens: Tokens, i: number): Read<number> | null {
  const token = tokens[i]
  if (token?.kind === 'number' && token.value >= 1 && token.value <= 400) return { value: token.value, next: i + 1 }
  if (token?.kind !== 'word' || token.sense === null) return null
  const { tag, n } = token.sense
  return tag === 'number' || tag === 'twice' ? { value: n, next: i + 1 } : null
}

/** A day of the month without a month. */
export function dayOfMonthAt(tokens: Tokens, start: number): Read<DayOfMonth> | null {
  let i = start
  let each = false
  if (tagAt(tokens, i) === 'not' && tagAt(tokens, i + 1) === 'later') {
    i = tagAt(tokens, i + 2) === 'than' ? i + 3 : i + 2
  } else if (tagAt(tokens, i) === 'until' || tagAt(tokens, i) === 'towards' || tagAt(tokens, i) === 'upTo') {
    i++
  } else if (tagAt(tokens, i) === 'in' || tagAt(tokens, i) === 'from') i++
  if (tagAt(tokens, i) === 'each') {
    each = true
    i++
  }
  const first = dayNumberAt(tokens, i)
  if (!first) return endOfMonthAt(tokens, i)
  i = first.next
  const second =
    tagAt(tokens, i) === 'upTo' || tagAt(tokens, i) === 'until' || markAt(tokens, i) === '-'
      ? dayNumberAt(tokens, i + 1)
      : null
  if (second) i = second.next
  if (tagAt(tokens, i) !== 'dayOfMonth') return first.value === -1 ? endOfMonthAt(tokens, first.next - 1) : null
  const tail = ofMonthAt(tokens, i + 1)
  const day = second?.value ?? first.value
  return {
    value: {
      day,
      each: each || tail.each,
      next: tail.following,
      ofQuarter: tail.ofQuarter,
    },
    next: tail.next,
  }
}

function dayNumberAt(tokens: Tokens, i: number): Read<number> | null {
  const n = numberAt(tokens, i)
  if (n !== null && n >= 1 && n <= 31) return { value: n, next: i + 1 }
  const tag = tagAt(tokens, i)
  if (tag === 'last') return { value: -1, next: i + 1 }
  const token = tokens[i]
  return tag === 'ordinal' && token?.kind === 'word' ? { value: token.sense?.n ?? 1, next: i + 1 } : null
}

/** «последний рабочий день месяца», «до конца месяца», «в конце каждого квартала». */
function endOfMonthAt(tokens: Tokens, start: number): Read<DayOfMonth> | null {
  let i = start
  if (tagAt(tokens, i) === 'last') {
    i++
    if (tagAt(tokens, i) === 'workday') i++
    if (tagAt(tokens, i) !== 'day') return null
  } else if (tagAt(tokens, i) !== 'end') return null
  i++
  const each = tagAt(tokens, i) === 'each'
  if (each) i++
  else if (tagAt(tokens, i) === 'current' || tagAt(tokens, i) === 'reporting') i++
  const unit = tagAt(tokens, i)
  if (unit !== 'monthUnit' && unit !== 'quarter') return null
  return {
    value: { day: -1, next: false, each, ofQuarter: unit === 'quarter' ? 'end' : null },
    next: skipDots(tokens, i + 1),
  }
}

/** What may follow «числа»: «каждого месяца», «месяца, следующего за отчётным периодом», «последнего месяца квартала». */
function ofMonthAt(tokens: Tokens, start: number) {
  let i = start
  let each = false
  let following = false
  let ofQuarter: 'last-month' | 'following' | null = null
  for (let step = 0; step < 9; step++) {
    const tag = tagAt(tokens, i)
    if (tag === 'each') each = true
    else if (tag === 'next') following = true
    else if (tag === 'quarter' && i > start) ofQuarter = following ? 'following' : 'last-month'
    else if (markAt(tokens, i) === ',' && tagAt(tokens, i + 1) === 'next') following = true
    else if (tag === 'frequency') {
      break
    } else if (
      tag !== 'monthUnit' &&
      tag !== 'reporting' &&
      tag !== 'last' &&
      tag !== 'current' &&
      tag !== 'period' &&
      tag !== 'quarter' &&
      !(tag === 'on' && following)
    )
      break
    i++
  }
  return { each, following, ofQuarter, next: i }
}
