/** Spans put on the calendar, and the parts of lists. */
import { addDays, type IsoDate } from '../base/index.ts'
import type { DeadlineKind, DeadlinePart } from './contract.ts'
import type { Item } from './facts.ts'
import { printedBetween } from './legible-text.ts'
import type { Placed, Reading } from './reading.ts'
import type { Span } from './span.ts'
import { ofSchool, type Resolved, resolve, type Stretch, type Years } from './years.ts'

export function shapeKind(span: Span): DeadlineKind {
  if (span.shape === 'day') return 'on'
  if (span.shape === 'month' || span.shape === 'quarter') return span.yearsOn > 0 ? 'window' : span.shape
  return 'window'
}

export function place(reading: Reading, item: Item): Placed {
  const { relation } = item
  const resolved = resolvedItem(reading, item)
  const kind =
    relation === 'by' || relation === 'before' ? 'by' : relation === 'during' ? 'continuous' : shapeKind(item.span)
  if (!resolved) return { item, kind, start: null, end: null, resolved }
  if (relation === 'by' || relation === 'before') return { item, kind, start: null, end: resolved.end, resolved }
  if (relation === 'open') return { item, kind: 'window', start: resolved.start, end: null, resolved }
  return { item, kind, start: resolved.start, end: resolved.end, resolved }
}

function resolvedItem(reading: Reading, item: Item): Resolved | null {
  const { years } = reading
  if (item.relation === 'before' && item.span.shape === 'schoolYear') {
    const year = resolve(item.span, years)
    const eve = (stretch: Stretch): Stretch => ({ start: addDays(stretch.start, -1), end: addDays(stretch.start, -1) })
    return year && { ...year, ...eve(year), others: year.others.map(eve) }
  }
  const span = item.relation === 'before' ? eveOf(ofSchool(item.span, years)) : item.span
  // «в течение года» of a plan for a school year is the plan's own year
  if (
    item.relation === 'during' &&
    span.shape === 'year' &&
    span.year === null &&
    years.isSchoolYear &&
    years.start &&
    years.end
  ) {
    return { start: years.start, end: years.end, inferred: true, others: [] }
  }
  return resolve(span, years, item.relation === 'by' || item.relation === 'before' ? 'end' : 'start')
}

/** The day before a span begins: «до мая» is 30 April. */
export function eveOf(span: Span): Span {
  const month = span.from.month === 1 ? 12 : span.from.month - 1
  const year = span.from.month === 1 && span.year !== null ? span.year - 1 : span.year
  const school = span.school === null || span.from.month !== 1 ? span.school : null
  const printed = span.school !== null && span.from.month === 1 ? span.school : year
  return {
    ...span,
    shape: 'day',
    from: { month, day: 0 },
    to: { month, day: 0 },
    year: printed,
    school,
    yearsOn: 0,
    half: undefined,
  }
}

export const isDated = (placed: Placed): boolean => placed.start !== null || placed.end !== null
export const dateOfPart = (part: { start: IsoDate | null; end: IsoDate | null }): string => part.start ?? part.end ?? ''
export const byDate = (a: Placed, b: Placed): number => dateOfPart(a).localeCompare(dateOfPart(b))

export function inOrder(parts: readonly DeadlinePart[]): DeadlinePart[] {
  return [...parts].sort(
    (a, b) => dateOfPart(a).localeCompare(dateOfPart(b)) || (a.end ?? '').localeCompare(b.end ?? ''),
  )
}

export function hullOf(parts: readonly DeadlinePart[]): { start: IsoDate | null; end: IsoDate | null } {
  const dates = parts
    .flatMap(part => [part.start, part.end])
    .filter(date => date !== null)
    .sort()
  return { start: dates[0] ?? null, end: dates[dates.length - 1] ?? null }
}

export function partOf(reading: Reading, span: Span, years: Years): DeadlinePart | null {
  const resolved = resolve(span, years)
  return resolved && { start: resolved.start, end: resolved.end, label: labelOf(reading, span) }
}

export function labelOf(reading: Reading, span: Span): string {
  const ranges = span.words ?? [[span.at, span.endsAt] as const]
  return ranges.map(([from, to]) => printedBetween(reading.printed, reading.readable, from, to)).join(' ')
}
