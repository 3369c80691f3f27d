import { addDays, dateOf, daysBetween, type IsoDate, lastDayOfMonth } from '../base/index.ts'
import type { Deadline, Recurrence } from './contract.ts'
import { repeats } from './repeats.ts'

/** The time that occurrences are looked for in. */
export interface PlanTime {
  readonly start: IsoDate
  /** null: the plan names no end. */
  readonly end: IsoDate | null
  /** Last day for «далее ежегодно» and for plans without an end; default the plan's end, else the end of the year it begins in. */
  readonly horizon?: IsoDate
}

/** One occasion of a deadline. */
export interface Occurrence {
  readonly startsOn: IsoDate | null
  /** null: it cannot be dated and stays visible as such. */
  readonly dueOn: IsoDate | null
  /** The printed words of the part, or the period: `2023`, `2023-04`, `2023-Q2`. */
  readonly label: string
  /** «постоянно»: the plan's checkpoints make one occasion each out of this one. */
  readonly perCheckpoint?: true
}

/**
 * The occasions of a deadline inside a plan, in order of dates; never empty.
 *
 * - by, on, window, month, quarter: one, due on its last day, wherever it lies (a printed date outside the plan is kept);
 * - multi: one per part;
 * - recurring: see `recurringDates`; a bare «ежегодно» gives one undated occasion per plan year, «2 раза в год» two;
 * - continuous, and «ежедневно»: one marked `perCheckpoint`;
 * - event, by an external schedule, none, and whatever has no last day: exactly one undated.
 *
 * @example occurrences(readDeadline('до 15.02.2023', context).deadline, plan) // [{ startsOn: null, dueOn: '2023-02-15', … }]
 */
export function occurrences(deadline: Deadline, plan: PlanTime): Occurrence[] {
  const undated: Occurrence = { startsOn: null, dueOn: null, label: deadline.sourceText }
  switch (deadline.kind) {
    case 'by':
    case 'on':
    case 'window':
    case 'month':
    case 'quarter':
      return [{ startsOn: deadline.start, dueOn: deadline.end, label: deadline.sourceText }]
    case 'multi': {
      const parts = deadline.parts ?? []
      const each = parts.map(part => ({
        startsOn: part.start,
        dueOn: part.end ?? part.start,
        label: part.label ?? deadline.sourceText,
      }))
      return each.length > 0 ? each : [undated]
    }
    case 'recurring': {
      if (deadline.recurrence?.freq === 'DAILY') return [{ ...undated, perCheckpoint: true }]
      const dated = recurringDates(deadline, plan)
      return dated.length > 0 ? dated : [undated]
    }
    case 'continuous':
      return [{ startsOn: deadline.start, dueOn: null, label: deadline.sourceText, perCheckpoint: true }]
    case 'event':
    case 'byExternalSchedule':
    case 'none':
      return [undated]
  }
}

/**
 * The occasions of a recurring deadline that fall due inside the plan, by the rules of RFC 5545.
 *
 * - a printed first occurrence («март ежегодно», «декабрь 2020, далее ежеквартально») repeats by the calendar: months stay whole months,
 *   a last day stays the last day;
 * - listed months («2 раза в год (ноябрь, март)») each repeat every year;
 * - «до 25 числа» falls on that day of every month, of the month after each quarter, or where the words put it;
 * - without a day a month, quarter, half or week is due on its last day (a week on Sunday);
 * - «сентябрь – май, ежемесячно»: only between these ends, the last piece due on the last of them;
 * - every year without a date: undated, as many per plan year as «… раз в год» says;
 * - «с марта 2020 года, далее ежегодно» has a start every year but no last day.
 *
 * «далее …» runs to the horizon, everything else to the end of the plan.
 *
 * @source RFC 5545, section 3.3.10
 */
export function recurringDates(deadline: Deadline, plan: PlanTime): Occurrence[] {
  const { recurrence } = deadline
  if (!recurrence) return []
  const limit = limitOf(plan, recurrence.from != null)
  if (limit < plan.start) return []
  const rule = ruleParts(recurrence.rrule ?? '')
  const bounds = rule.has('UNTIL') ? { start: deadline.start, end: deadline.end } : null
  if (deadline.parts && deadline.parts.length > 1) {
    const yearly: Recurrence = { freq: 'YEARLY', interval: recurrence.freq === 'YEARLY' ? recurrence.interval : 1 }
    const each = deadline.parts.flatMap(part => repeated(part.start, part.end, yearly, plan.start, limit))
    return each.sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))
  }
  if (rule.has('BYMONTHDAY') && recurrence.freq === 'MONTHLY') return onDays(rule, plan.start, limit, bounds)
  if (rule.has('BYDAY')) return onDays(rule, plan.start, limit, bounds)
  if (bounds && recurrence.freq === 'YEARLY') {
    return undatedYears(later(bounds.start, plan.start), earlier(bounds.end, limit), recurrence)
  }
  if (bounds) return periodsOf(recurrence, later(bounds.start, plan.start), earlier(bounds.end, limit), true)
  if (deadline.start !== null || deadline.end !== null) {
    return repeated(deadline.start, deadline.end, recurrence, plan.start, limit)
  }
  if (recurrence.freq === 'YEARLY') return undatedYears(plan.start, limit, recurrence)
  return periodsOf(recurrence, plan.start, limit, false)
}

function limitOf(plan: PlanTime, isThen: boolean): IsoDate {
  const yearEnd = `${plan.start.slice(0, 4)}-12-31` as IsoDate
  return isThen ? (plan.horizon ?? plan.end ?? yearEnd) : (plan.end ?? plan.horizon ?? yearEnd)
}

function ruleParts(rule: string): ReadonlyMap<string, string> {
  return new Map(rule.split(';').flatMap(part => (part.includes('=') ? [part.split('=', 2) as [string, string]] : [])))
}

const later = (a: IsoDate | null, b: IsoDate): IsoDate => (a !== null && a > b ? a : b)
const earlier = (a: IsoDate | null, b: IsoDate): IsoDate => (a !== null && a < b ? a : b)

// ---------------------------------------------------------------- days of a rule

type Ends = { readonly start: IsoDate | null; readonly end: IsoDate | null } | null

/** «до 25 числа», «по пятницам»: the rule names the days itself. */
function onDays(rule: ReadonlyMap<string, string>, planStart: IsoDate, limit: IsoDate, bounds: Ends): Occurrence[] {
  const from = later(bounds?.start ?? null, planStart)
  const until = earlier(bounds?.end ?? null, limit)
  const named = [...rule].filter(([key]) => key !== 'UNTIL' && !(key === 'INTERVAL' && rule.has('BYMONTH')))
  const days = repeats(named.map(([key, value]) => shortMonths(key, value)).join(';'), from, until)
  return days.map(dueOn => ({ startsOn: null, dueOn, label: dueOn.slice(0, 7) }))
}

/** RFC 5545 leaves out months without a 30th; a duty does not: it falls due on the last day. */
function shortMonths(key: string, value: string): string {
  const day = Number(value)
  if (key !== 'BYMONTHDAY' || day < 29) return `${key}=${value}`
  const days = Array.from({ length: day - 27 }, (_, i) => 28 + i)
  return `BYMONTHDAY=${days.join(',')};BYSETPOS=-1`
}

// ---------------------------------------------------------------- a first occurrence that repeats

function repeated(
  start: IsoDate | null,
  end: IsoDate | null,
  recurrence: Recurrence,
  planStart: IsoDate,
  limit: IsoDate,
): Occurrence[] {
  const first = start ?? end
  if (first === null) return []
  const byMonths = recurrence.freq === 'YEARLY' || recurrence.freq === 'MONTHLY'
  const lastDay =
    byMonths && Number(first.slice(8)) > 28 ? `;BYMONTHDAY=${isLastDay(first) ? -1 : Number(first.slice(8))}` : ''
  const month = lastDay && recurrence.freq === 'YEARLY' ? `;BYMONTH=${Number(first.slice(5, 7))}` : ''
  const anchors = repeats(`FREQ=${recurrence.freq};INTERVAL=${recurrence.interval}${month}${lastDay}`, first, limit)
  const found: Occurrence[] = []
  for (const anchor of anchors) {
    const moved = (date: IsoDate) =>
      byMonths ? movedByMonths(date, first, anchor) : addDays(date, daysBetween(first, anchor))
    const startsOn = start && moved(start)
    const dueOn = end && moved(end)
    const isInPlan = dueOn === null ? anchor >= `${planStart.slice(0, 4)}-01-01` : dueOn >= planStart && dueOn <= limit
    if (isInPlan) found.push({ startsOn, dueOn, label: anchor.slice(0, recurrence.freq === 'YEARLY' ? 4 : 7) })
  }
  return found
}

function isLastDay(date: IsoDate): boolean {
  return Number(date.slice(8)) === lastDayOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
}

/** Moves a date as far as `from` → `to`, in whole months; the last day of a month stays the last. */
function movedByMonths(date: IsoDate, from: IsoDate, to: IsoDate): IsoDate {
  const months = (day: IsoDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const target = months(date) + months(to) - months(from)
  const year = Math.floor(target / 12)
  const month = (target % 12) + 1
  const last = lastDayOfMonth(year, month)
  const day = isLastDay(date) ? last : Math.min(Number(date.slice(8)), last)
  return dateOf(year, month, day) as IsoDate
}

// ---------------------------------------------------------------- periods without a day

/** «ежеквартально» falls due on the last day of every quarter, «ежемесячно» of every month, «еженедельно» on Sunday. */
function periodsOf(recurrence: Recurrence, start: IsoDate, end: IsoDate, hasLastPiece: boolean): Occurrence[] {
  if (end < start) return []
  const found: Occurrence[] = []
  for (const dueOn of lastDays(recurrence, start, end)) {
    found.push({ startsOn: firstDay(recurrence, dueOn, start), dueOn, label: periodLabel(recurrence, dueOn) })
  }
  const last = found[found.length - 1]?.dueOn
  if (hasLastPiece && last !== end) {
    const startsOn = last ? addDays(last, 1) : start
    found.push({ startsOn, dueOn: end, label: periodLabel(recurrence, end) })
  }
  return found
}

function lastDays(recurrence: Recurrence, start: IsoDate, end: IsoDate): IsoDate[] {
  const { freq, interval } = recurrence
  if (freq === 'WEEKLY') return repeats(`FREQ=WEEKLY;INTERVAL=${interval};BYDAY=SU`, start, end)
  const calendarMonths =
    12 % interval === 0 ? Array.from({ length: 12 / interval }, (_, i) => (i + 1) * interval) : null
  if (freq === 'MONTHLY' && calendarMonths) {
    return repeats(`FREQ=MONTHLY;BYMONTH=${calendarMonths.join(',')};BYMONTHDAY=-1`, start, end)
  }
  return repeats(`FREQ=${freq};INTERVAL=${interval};BYMONTHDAY=-1`, start, end)
}

function firstDay(recurrence: Recurrence, dueOn: IsoDate, planStart: IsoDate): IsoDate {
  if (recurrence.freq === 'WEEKLY') return later(addDays(dueOn, 1 - 7 * recurrence.interval), planStart)
  const months = Number(dueOn.slice(0, 4)) * 12 + Number(dueOn.slice(5, 7)) - recurrence.interval
  return later(dateOf(Math.floor(months / 12), (months % 12) + 1, 1), planStart)
}

function periodLabel(recurrence: Recurrence, dueOn: IsoDate): string {
  if (recurrence.freq === 'MONTHLY' && recurrence.interval === 3) {
    return `${dueOn.slice(0, 4)}-Q${Math.ceil(Number(dueOn.slice(5, 7)) / 3)}`
  }
  return recurrence.freq === 'MONTHLY' ? dueOn.slice(0, 7) : dueOn
}

/** One undated occasion, or `times` of them, for every plan year begun by the limit. */
function undatedYears(start: IsoDate, limit: IsoDate, recurrence: Recurrence): Occurrence[] {
  const starts = repeats(`FREQ=YEARLY;INTERVAL=${recurrence.interval}`, `${start.slice(0, 7)}-01` as IsoDate, limit)
  return starts.flatMap(first => {
    const label = first.slice(0, 4)
    return Array.from({ length: recurrence.times ?? 1 }, () => ({ startsOn: null, dueOn: null, label }))
  })
}
