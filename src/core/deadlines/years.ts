/** Chooses the years that are not printed: the plan's period first, the order's date only if there is none. */
import { dateOf, daysBetween, type IsoDate, lastDayOfMonth } from '../base/index.ts'
import type { DeadlineContext } from './contract.ts'
import { calendarYear, type Span } from './span.ts'

export interface Stretch {
  readonly start: IsoDate
  readonly end: IsoDate
}

export interface Resolved extends Stretch {
  /** No year is printed; the context supplied one. */
  readonly inferred: boolean
  /** The same words in the other years that fit. */
  readonly others: readonly Stretch[]
}

export interface Years {
  readonly start: IsoDate | null
  readonly end: IsoDate | null
  readonly orderDate: IsoDate | null
  /** The plan is one school year or a part of one that crosses the new year. */
  readonly isSchoolYear: boolean
}

export function yearsOf(context: DeadlineContext): Years {
  const { planStart, planEnd, orderDate } = context
  const isSchoolYear =
    planStart !== null &&
    planEnd !== null &&
    yearOf(planEnd) - yearOf(planStart) === 1 &&
    Number(planStart.slice(5, 7)) >= 6 &&
    Number(planEnd.slice(5, 7)) <= 9
  return { start: planStart ?? planEnd, end: planEnd, orderDate, isSchoolYear }
}

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4))

/** The days of a span when its year is known; null for a day that does not exist. */
export function stretchIn(span: Span, year: number): Stretch | null {
  const start = dayIn(span.from, year)
  const end = dayIn(span.to, year + span.yearsOn)
  return start !== null && end !== null && start <= end ? { start, end } : null
}

function dayIn(at: Span['from'], year: number): IsoDate | null {
  return dateOf(year, at.month, at.day === 0 ? lastDayOfMonth(year, at.month) : at.day)
}

/**
 * Puts a span on the calendar.
 *
 * @param years the plan's period, the order's date
 * @param anchor which end of the span the missing year is chosen by: a limit («до …») by its end, everything else by its start
 */
export function resolve(given: Span, years: Years, anchor: 'start' | 'end' = 'start'): Resolved | null {
  const span = ofSchool(given, years)
  const printed = calendarYear(span, span.from.month)
  if (printed !== null) {
    const stretch = stretchIn(span, printed)
    return stretch && { ...stretch, inferred: false, others: [] }
  }
  const current = years.start ?? years.orderDate
  if (span.isNextYear && current) {
    const stretch = stretchIn(span, yearOf(current) + 1)
    return stretch && { ...stretch, inferred: true, others: [] }
  }
  const candidates = fitting(span, years, anchor)
  const [best, ...others] = candidates
  return best ? { ...best, inferred: true, others } : null
}

/** Halves of a school year are September to December and January to May. */
export function ofSchool(span: Span, years: Years): Span {
  if (span.half === undefined) return span
  const isOfSchoolYear =
    span.ofSchoolYear === true || span.school !== null || (span.year === null && years.isSchoolYear)
  if (!isOfSchoolYear) return span
  return span.half === 1
    ? { ...span, from: { month: 9, day: 1 }, to: { month: 12, day: 0 } }
    : { ...span, from: { month: 1, day: 1 }, to: { month: 5, day: 0 } }
}

/** The stretches of a yearless span in the years that fit, the likeliest first. */
function fitting(span: Span, years: Years, anchor: 'start' | 'end'): Stretch[] {
  const { start, end, orderDate } = years
  if (start === null) {
    if (orderDate === null) return []
    const first = stretchIn(span, yearOf(orderDate) - (span.shape === 'schoolYear' && isSpring(orderDate) ? 1 : 0))
    const next = stretchIn(span, yearOf(orderDate) + 1)
    return first === null ? (next ? [next] : []) : next && endedBefore(first, orderDate) ? [first, next] : [first]
  }
  const firstYear = yearOf(start) - 1 - span.yearsOn
  const lastYear = (end === null ? yearOf(start) : yearOf(end)) + 1
  const all: Stretch[] = []
  for (let year = firstYear; year <= Math.min(lastYear, firstYear + 40); year++) {
    const stretch = stretchIn(span, year)
    if (stretch) all.push(stretch)
  }
  const until = end ?? (`${yearOf(start)}-12-31` as IsoDate)
  const isInside = (date: IsoDate) => date >= start && date <= until
  const wholly = all.filter(stretch => isInside(stretch.start) && isInside(stretch.end))
  const anchored = all.filter(stretch => isInside(anchor === 'start' ? stretch.start : stretch.end))
  const partly = all.filter(stretch => stretch.start <= until && stretch.end >= start)
  const inPlan =
    wholly.length > 0
      ? wholly
      : anchored.length > 0
        ? [...anchored, ...partly.filter(s => !anchored.includes(s))]
        : partly
  if (inPlan.length > 0) return afterOrder(inPlan, years)
  return [...all].sort((a, b) => distance(a, start, until) - distance(b, start, until)).slice(0, 2)
}

function isSpring(date: IsoDate): boolean {
  return Number(date.slice(5, 7)) < 8
}

/** In a plan of several years the first stretch that had not ended when the order was signed comes first. */
function afterOrder(stretches: readonly Stretch[], years: Years): Stretch[] {
  const ahead = stretches.filter(stretch => !endedBefore(stretch, years.orderDate))
  if (ahead.length === 0 || ahead.length === stretches.length) return [...stretches]
  return [...ahead, ...stretches.filter(stretch => !ahead.includes(stretch))]
}

function distance(stretch: Stretch, start: IsoDate, end: IsoDate): number {
  return stretch.end < start ? daysBetween(stretch.end, start) : daysBetween(end, stretch.start)
}

function endedBefore(stretch: Stretch, orderDate: IsoDate | null): boolean {
  return orderDate !== null && stretch.end < orderDate
}

/** Does a stretch touch the plan's period? True where the period is not known. */
export function touchesPlan(stretch: { start: IsoDate | null; end: IsoDate | null }, years: Years): boolean {
  const from = stretch.start ?? stretch.end
  const to = stretch.end ?? stretch.start
  if (from === null || to === null) return true
  return (years.end === null || from <= years.end) && (years.start === null || to >= years.start)
}

/** The same words moved by whole years into the plan, for a printed year that cannot be meant. */
export function movedIntoPlan(span: Span, years: Years): Stretch | null {
  const { start, end } = years
  if (start === null) return null
  const inPlan = fitting({ ...span, year: null, school: null }, { ...years, orderDate: null, end: end ?? start }, 'end')
  return inPlan[0] ?? null
}
