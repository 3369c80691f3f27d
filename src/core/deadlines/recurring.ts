/** Deadlines that repeat: the first occurrence, the rule, the bounds. */
import type { Deadline, Recurrence } from './contract.ts'
import type { Facts, Item } from './facts.ts'
import type { DayOfMonth, Frequency } from './frequencies.ts'
import { byDate, inOrder, isDated, labelOf, place, shapeKind } from './placing.ts'
import { type Placed, plain, type Reading } from './reading.ts'

/** «еженедельно по пятницам» and «по средам, раз в две недели» are one frequency said twice: the day tells when, the rest how often. */
export function joinedFrequency(frequencies: readonly Frequency[]): Frequency | undefined {
  const first = frequencies.find(one => one.weekday === undefined) ?? frequencies[0]
  const weekday = frequencies.find(one => one.weekday !== undefined)?.weekday
  return first && weekday ? { ...first, weekday } : first
}

export function recurring(reading: Reading, items: readonly Item[], frequency: Frequency): Deadline {
  const { facts } = reading
  const day = facts.daysOfMonth[0]
  const placed = items
    .map(item => place(reading, item))
    .filter(isDated)
    .filter(isFirstOfItsDates)
  const parts = inOrder(placed.map(one => ({ start: one.start, end: one.end, label: labelOf(reading, one.item.span) })))
  const first = placed.length > 1 ? [...placed].sort(byDate)[0] : placed[0]
  const bounds = first !== undefined && placed.length === 1 && isBounds(first, frequency, facts)
  const recurrence: Recurrence = {
    freq: frequency.freq,
    interval: frequency.interval,
    from: first && (facts.isThen || first.item.relation === 'open') ? (first.start ?? first.end) : null,
    rrule: ruleOf(frequency, day, placed, bounds),
    ...((frequency.times ?? 0) > 1 && { times: frequency.times }),
  }
  const deadline: Deadline = {
    ...plain(reading, 'recurring', first?.start ?? null, first?.end ?? null),
    ...(first && { baseKind: baseKindOf(first) }),
    recurrence,
    yearInferred: placed.some(one => one.resolved?.inferred),
    ...(parts.length > 1 && { parts }),
  }
  if (first && !bounds && deadline.start !== null && first.item.relation === 'open') return { ...deadline, end: null }
  return deadline
}

/** «май 2023, далее ежегодно в мае» names one month twice. */
function isFirstOfItsDates(one: Placed, i: number, all: readonly Placed[]): boolean {
  return all.findIndex(other => other.start === one.start && other.end === one.end) === i
}

/** «сентябрь – май, ежемесячно»: the span bounds the repetition; «декабрь, далее ежеквартально»: it is the first occurrence. */
function isBounds(first: Placed, frequency: Frequency, facts: Facts): boolean {
  if (facts.isThen || first.start === null || first.end === null) return false
  if (first.item.relation === 'during') return frequency.freq !== 'YEARLY'
  const days = (Date.parse(first.end) - Date.parse(first.start)) / 86_400_000
  const period = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[frequency.freq] * frequency.interval
  return days > period
}

function ruleOf(frequency: Frequency, day: DayOfMonth | undefined, placed: readonly Placed[], bounds: boolean): string {
  const rule = [`FREQ=${frequency.freq}`, `INTERVAL=${frequency.interval}`]
  const months = placed.filter(one => one.kind === 'month' || one.kind === 'by' || one.kind === 'on')
  if (frequency.freq === 'YEARLY' && months.length === placed.length && placed.length > 0) {
    const numbers = new Set(placed.map(one => Number((one.end ?? one.start ?? '').slice(5, 7))))
    rule.push(`BYMONTH=${[...numbers].sort((a, b) => a - b).join(',')}`)
    const one = placed[0]
    if (placed.length === 1 && one && one.kind !== 'month') rule.push(`BYMONTHDAY=${Number((one.end ?? '').slice(8))}`)
  }
  if (day && frequency.freq === 'MONTHLY') {
    const afterQuarter = day.ofQuarter === null || day.ofQuarter === 'following'
    if (frequency.interval === 3) rule.push(afterQuarter ? 'BYMONTH=1,4,7,10' : 'BYMONTH=3,6,9,12')
    rule.push(`BYMONTHDAY=${day.day}`)
  }
  if (frequency.weekday) rule.push(`BYDAY=${frequency.weekday}`)
  if (bounds && placed[0]?.end) rule.push(`UNTIL=${placed[0].end.replaceAll('-', '')}`)
  return rule.join(';')
}

function baseKindOf(placed: Placed): string {
  if (placed.item.relation === 'open') return placed.item.span.shape === 'day' ? 'on' : shapeKind(placed.item.span)
  if (placed.item.span.shape === 'year' || placed.item.span.shape === 'schoolYear') return 'year'
  return placed.kind
}

/** «до 25 числа» without «ежемесячно» still repeats, but only «каждого месяца» says so. */
export function impliedByDay(reading: Reading): Frequency | undefined {
  const day = reading.facts.daysOfMonth[0]
  if (!day) return undefined
  const interval = day.ofQuarter === null ? 1 : 3
  if (!day.each && !day.next && day.ofQuarter === null) reading.doubts.push({ why: 'ambiguous-reading', readings: [] })
  return { freq: 'MONTHLY', interval }
}
