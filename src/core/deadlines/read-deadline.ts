import { addDays, type IsoDate } from '../base/index.ts'
import { plainText } from '../russian/index.ts'
import type {
  Deadline,
  DeadlineContext,
  DeadlineDoubt,
  DeadlineKind,
  DeadlinePart,
  DoubtReason,
  ReadDeadline,
  Recurrence,
} from './contract.ts'
import { type Facts, factsOf, type Item } from './facts.ts'
import type { DayOfMonth, Frequency } from './frequencies.ts'
import { type LegibleText, legible, printedBetween } from './legible-text.ts'
import type { Span } from './spans.ts'
import { tokensOf } from './tokens.ts'
import {
  movedIntoPlan,
  ofSchool,
  type Resolved,
  resolve,
  type Stretch,
  touchesPlan,
  type Years,
  yearOf,
  yearsOf,
} from './years.ts'

const LONGEST = 5_000

/**
 * Reads the deadline of an item or clause: what kind it is, from when to when, how often, on what it depends.
 * What cannot be dated stays undated. A reading that is not certain comes with a doubt and the likely readings, the one taken first.
 *
 * @param text the printed cell; mark-up, soft hyphens, Latin look-alikes, glued words and Roman numerals are expected
 * @param context the plan's period and the order's date, which supply years that are not printed
 * @example readDeadline('до 15 февраля', { planStart: '2023-01-01', planEnd: '2023-12-31', orderDate: null }).deadline
 * // { sourceText: 'до 15 февраля', kind: 'by', start: null, end: '2023-02-15', yearInferred: true, … }
 */
export function readDeadline(text: string, context: DeadlineContext): ReadDeadline {
  const printed = plainText(text)
  const readable = legible(printed.slice(0, LONGEST))
  const facts = factsOf(tokensOf(readable.text))
  const reading: Reading = { printed, readable, facts, years: yearsOf(context), doubts: [] }
  const deadline = decided(reading)
  return withDoubt(reading, deadline)
}

interface Reading {
  readonly printed: string
  readonly readable: LegibleText
  readonly facts: Facts
  readonly years: Years
  readonly doubts: { why: DoubtReason; readings: readonly Deadline[] }[]
}

/** A span put on the calendar, with what its preposition makes of it. */
interface Placed {
  readonly item: Item
  readonly start: IsoDate | null
  readonly end: IsoDate | null
  readonly kind: DeadlineKind
  readonly resolved: Resolved | null
}

function decided(reading: Reading): Deadline {
  const { facts } = reading
  const items = withYearsShared(facts.items, reading.years)
  const frequency = joinedFrequency(facts.frequencies) ?? impliedByDay(reading)
  if (frequency) return recurring(reading, items, frequency)
  if (items.length > 1) return several(reading, items)
  const only = items[0]
  if (only) return single(reading, only)
  if (facts.isConstant) return plain(reading, 'continuous')
  if (facts.conditions.length > 0) return conditional(reading)
  return none(reading)
}

/** «еженедельно по пятницам» is one frequency said twice. */
function joinedFrequency(frequencies: readonly Frequency[]): Frequency | undefined {
  const [first] = frequencies
  const weekday = frequencies.find(one => one.weekday !== undefined)?.weekday
  return first && weekday ? { ...first, weekday } : first
}

// ---------------------------------------------------------------- shapes of the answer

function plain(
  reading: Reading,
  kind: DeadlineKind,
  start: IsoDate | null = null,
  end: IsoDate | null = null,
): Deadline {
  return {
    sourceText: reading.printed,
    kind,
    start,
    end,
    recurrence: null,
    conditionalNote: noteOf(reading),
    yearInferred: false,
  }
}

function noteOf(reading: Reading): string | null {
  const { printed, readable } = reading
  const notes = reading.facts.conditions.map(({ at, to }) => {
    const closing = /^[»”"]+/.exec(readable.text.slice(to))?.[0].length ?? 0
    return printedBetween(printed, readable, at, to + closing)
  })
  return notes.length > 0 ? notes.map(note => note.replace(/(?:[\s.,;:–—-]+|\s(?:но|и|а))+$/u, '')).join('; ') : null
}

function conditional(reading: Reading): Deadline {
  const isEvent = reading.facts.conditions[0]?.kind === 'event'
  const whole = reading.printed.replace(/^\((.*)\)$/u, '$1').replace(/[\s.,;:]+$/u, '')
  return { ...plain(reading, isEvent ? 'event' : 'byExternalSchedule'), conditionalNote: whole }
}

function none(reading: Reading): Deadline {
  const { facts, printed } = reading
  const blank = { ...plain(reading, 'none') }
  if (facts.isCaption) {
    reading.doubts.push({ why: 'looks-like-noise', readings: [] })
    return { ...blank, anomaly: 'noise' }
  }
  if (/[\p{L}\p{N}]{2}/u.test(printed)) {
    const event: Deadline = { ...plain(reading, 'event'), conditionalNote: printed }
    reading.doubts.push({ why: 'unrecognised', readings: [event, { ...event, kind: 'byExternalSchedule' }] })
  }
  return blank
}

function single(reading: Reading, item: Item): Deadline {
  const { facts, years } = reading
  const placed = place(reading, item)
  const dated: Deadline = {
    ...plain(reading, placed.kind, placed.start, placed.end),
    yearInferred: placed.resolved?.inferred ?? false,
  }
  const schedule = facts.conditions.some(condition => condition.kind === 'schedule')
  const isYear = item.span.shape === 'year' || item.span.shape === 'schoolYear'
  if (schedule && isYear && item.relation === 'within') {
    const parts = facts.spansInConditions
      .map(span => partOf(reading, withYearOf(span, item.span), years))
      .filter(part => part !== null)
    return checked(reading, item, {
      ...dated,
      kind: 'byExternalSchedule',
      ...(parts.length > 1 && { parts: inOrder(parts) }),
    })
  }
  if (facts.isConstant && facts.isThen) {
    return checked(reading, item, { ...dated, kind: 'continuous', start: dated.start ?? dated.end, end: null })
  }
  if (facts.isConstant) return checked(reading, item, { ...dated, kind: 'continuous' })
  return checked(reading, item, dated)
}

function several(reading: Reading, items: readonly Item[]): Deadline {
  const placed = items.map(item => place(reading, item))
  const parts = inOrder(
    placed.filter(isDated).map(one => ({ start: one.start, end: one.end, label: labelOf(reading, one.item.span) })),
  )
  const [only] = parts
  if (parts.length === 0 || !only) return plain(reading, 'none')
  const inferred = placed.some(one => one.resolved?.inferred)
  const hull = hullOf(parts)
  const deadline: Deadline = { ...plain(reading, 'multi', hull.start, hull.end), yearInferred: inferred, parts }
  if (parts.length === 1)
    return { ...deadline, kind: placed.find(isDated)?.kind ?? 'on', start: only.start, end: only.end, parts: undefined }
  doubtReverse(reading, placed, deadline)
  doubtOthers(reading, placed, deadline)
  return checkedAnomaly(reading, items, deadline)
}

// ---------------------------------------------------------------- recurring

function recurring(reading: Reading, items: readonly Item[], frequency: Frequency): Deadline {
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
function impliedByDay(reading: Reading): Frequency | undefined {
  const day = reading.facts.daysOfMonth[0]
  if (!day) return undefined
  const interval = day.ofQuarter === null ? 1 : 3
  if (!day.each && !day.next && day.ofQuarter === null) reading.doubts.push({ why: 'ambiguous-reading', readings: [] })
  return { freq: 'MONTHLY', interval }
}

// ---------------------------------------------------------------- spans to dates

function shapeKind(span: Span): DeadlineKind {
  if (span.shape === 'day') return 'on'
  if (span.shape === 'month' || span.shape === 'quarter') return span.yearsOn > 0 ? 'window' : span.shape
  return 'window'
}

function place(reading: Reading, item: Item): Placed {
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
    return { start: years.start, end: years.end, inferred: true, others: [], pastAtOrder: false }
  }
  return resolve(span, years, item.relation === 'by' || item.relation === 'before' ? 'end' : 'start')
}

/** The day before a span begins: «до мая» is 30 April. */
function eveOf(span: Span): Span {
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

const isDated = (placed: Placed): boolean => placed.start !== null || placed.end !== null
const dateOfPart = (part: { start: IsoDate | null; end: IsoDate | null }): string => part.start ?? part.end ?? ''
const byDate = (a: Placed, b: Placed): number => dateOfPart(a).localeCompare(dateOfPart(b))

function inOrder(parts: readonly DeadlinePart[]): DeadlinePart[] {
  return [...parts].sort(
    (a, b) => dateOfPart(a).localeCompare(dateOfPart(b)) || (a.end ?? '').localeCompare(b.end ?? ''),
  )
}

function hullOf(parts: readonly DeadlinePart[]): { start: IsoDate | null; end: IsoDate | null } {
  const dates = parts
    .flatMap(part => [part.start, part.end])
    .filter(date => date !== null)
    .sort()
  return { start: dates[0] ?? null, end: dates[dates.length - 1] ?? null }
}

function partOf(reading: Reading, span: Span, years: Years): DeadlinePart | null {
  const resolved = resolve(span, years)
  return resolved && { start: resolved.start, end: resolved.end, label: labelOf(reading, span) }
}

function labelOf(reading: Reading, span: Span): string {
  const ranges = span.words ?? [[span.at, span.to_] as const]
  return ranges.map(([from, to]) => printedBetween(reading.printed, reading.readable, from, to)).join(' ')
}

/** A year printed once serves its neighbours: «2023 год: март, май», «сентябрь, декабрь 2023», «ноябрь 2023, март». */
function withYearsShared(items: readonly Item[], years: Years): Item[] {
  const isBareYear = (item: Item) =>
    item.span.shape === 'year' && (item.relation === 'within' || item.relation === 'open') && item.span.year !== null
  const isSchoolHeader = (item: Item) =>
    item.span.shape === 'schoolYear' && item.relation === 'within' && item.span.year !== null
  const hasYear = (item: Item) => item.span.year !== null || item.span.school !== null
  const narrower = items.filter(item => !isBareYear(item) && !isSchoolHeader(item))
  const shared: Item[] = []
  let header: Span | null = null
  for (const item of items) {
    if ((isBareYear(item) || isSchoolHeader(item)) && narrower.some(other => !hasYear(other))) {
      header = item.span
      if (shared.length > 0 && shared.every(other => !hasYear(other))) {
        for (let i = 0; i < shared.length; i++)
          shared[i] = { ...shared[i]!, span: withYearOf(shared[i]!.span, item.span) }
      }
    } else shared.push(header && !hasYear(item) ? { ...item, span: withYearOf(item.span, header) } : item)
  }
  for (let i = shared.length - 2; i >= 0; i--) {
    const next = shared[i + 1]!
    const item = shared[i]!
    if (!hasYear(item) && hasYear(next)) shared[i] = { ...item, span: before(item.span, next.span, years) }
  }
  for (let i = 1; i < shared.length; i++) {
    const previous = shared[i - 1]!
    const item = shared[i]!
    if (!hasYear(item) && hasYear(previous)) shared[i] = { ...item, span: after(item.span, previous.span, years) }
  }
  return shared
}

function withYearOf(span: Span, header: Span): Span {
  if (header.shape === 'schoolYear') return { ...span, school: header.year, ofSchoolYear: true }
  return { ...span, year: header.year }
}

function before(span: Span, next: Span, years: Years): Span {
  if (next.school !== null) return { ...span, school: next.school }
  const year = next.year ?? 0
  const descends = span.from.month > next.from.month
  return { ...span, year: descends && years.start !== null && yearOf(years.start) < year ? year - 1 : year }
}

function after(span: Span, previous: Span, years: Years): Span {
  if (previous.school !== null) return { ...span, school: previous.school }
  const year = (previous.year ?? 0) + previous.yearsOn
  const descends = span.from.month < previous.from.month
  return { ...span, year: descends && years.end !== null && yearOf(years.end) > year ? year + 1 : year }
}

// ---------------------------------------------------------------- doubts and anomalies

function checked(reading: Reading, item: Item, deadline: Deadline): Deadline {
  doubtOthers(reading, [place(reading, item)], deadline)
  const result = checkedAnomaly(reading, [item], deadline)
  const { span } = item
  if (span.impossible && deadline.start === null && deadline.end === null) {
    const last = resolve(
      { ...span, from: noLaterThanLast(span.from), to: noLaterThanLast(span.to), impossible: false },
      reading.years,
    )
    const corrected = last && { start: deadline.kind === 'by' ? null : last.start, end: last.end }
    reading.doubts.push({ why: 'impossible-date', readings: corrected ? [{ ...result, ...corrected }] : [] })
    return corrected ? { ...result, suggestedCorrection: corrected } : result
  }
  if (!span.impossible && deadline.start === null && deadline.end === null) {
    reading.doubts.push({ why: 'year-unknown', readings: [] })
    return result
  }
  if (span.inverted) reading.doubts.push({ why: 'ambiguous-order', readings: [] })
  if (item.relation === 'before' && span.shape !== 'schoolYear') {
    const whole = resolve(span, reading.years, 'end')
    if (whole)
      reading.doubts.push({
        why: 'ambiguous-reading',
        readings: [
          { ...result, end: whole.end },
          { ...result, end: whole.start },
        ],
      })
  } else if (span.loose || span.half !== undefined) {
    if (span.loose) reading.doubts.push({ why: 'ambiguous-reading', readings: [] })
  }
  return result
}

function noLaterThanLast(at: Span['from']): Span['from'] {
  return at.day > 28 ? { ...at, day: 0 } : at
}

function checkedAnomaly(reading: Reading, items: readonly Item[], deadline: Deadline): Deadline {
  const { years } = reading
  const first = items[0]
  if (!first || (deadline.start === null && deadline.end === null)) return deadline
  if (!deadline.yearInferred && !touchesPlan(deadline, years)) {
    const moved =
      items.length === 1 ? movedIntoPlan(first.relation === 'before' ? eveOf(first.span) : first.span, years) : null
    const correction = moved && corrected(deadline, first, moved)
    const result: Deadline = {
      ...deadline,
      anomaly: 'yearOutsidePlan',
      ...(correction && { suggestedCorrection: correction }),
    }
    reading.doubts.push({ why: 'year-outside-plan', readings: correction ? [{ ...deadline, ...correction }] : [] })
    return result
  }
  if (
    years.orderDate !== null &&
    deadline.end !== null &&
    deadline.end < years.orderDate &&
    deadline.kind !== 'continuous'
  ) {
    const next = items.length === 1 ? nextYear(first, deadline.end, years) : null
    reading.doubts.push({
      why: 'before-order-date',
      readings: next ? [{ ...deadline, ...corrected(deadline, first, next) }] : [],
    })
    return { ...deadline, anomaly: 'beforeOrderDate' }
  }
  return deadline
}

function nextYear(item: Item, end: IsoDate, years: Years): Resolved | null {
  const span = item.relation === 'before' ? eveOf(item.span) : item.span
  return resolve({ ...span, year: yearOf(end) + 1 - span.yearsOn, school: null }, years)
}

function corrected(deadline: Deadline, item: Item, stretch: Stretch): { start: IsoDate | null; end: IsoDate | null } {
  if (deadline.kind === 'by') return { start: null, end: stretch.end }
  return { start: stretch.start, end: item.relation === 'open' ? null : stretch.end }
}

function doubtOthers(reading: Reading, placed: readonly Placed[], deadline: Deadline): void {
  const only = placed.length === 1 ? placed[0] : undefined
  const others = only?.resolved?.others ?? []
  if (!only || others.length === 0) return
  reading.doubts.push({
    why: 'year-inferred-twice',
    readings: others.map(stretch => ({ ...deadline, ...corrected(deadline, only.item, stretch) })),
  })
}

/** «Декабрь 2023 Май 2023»: read as two dates, perhaps the second is of the next year. */
function doubtReverse(reading: Reading, placed: readonly Placed[], deadline: Deadline): void {
  const [first, second] = placed
  if (placed.length !== 2 || !first?.start || !second?.start || first.start < second.start) return
  if (first.resolved?.inferred || second.resolved?.inferred) return
  const next = resolve({ ...second.item.span, year: yearOf(second.start) + 1 }, reading.years)
  if (!next) return
  const parts = inOrder([
    { start: first.start, end: first.end, label: labelOf(reading, first.item.span) },
    { start: next.start, end: next.end, label: labelOf(reading, second.item.span) },
  ])
  const rolled: Deadline = { ...deadline, ...hullOf(parts), parts }
  const { parts: _parts, ...window } = { ...rolled, kind: 'window' as const }
  reading.doubts.push({ why: 'ambiguous-order', readings: [rolled, window] })
}

const weight: readonly DoubtReason[] = [
  'unrecognised',
  'impossible-date',
  'year-unknown',
  'year-outside-plan',
  'before-order-date',
  'ambiguous-order',
  'year-inferred-twice',
  'partly-recognised',
  'ambiguous-reading',
  'looks-like-noise',
]

/** The gravest doubt speaks; the readings of all of them are offered, the one taken first. */
function withDoubt(reading: Reading, deadline: Deadline): ReadDeadline {
  const { facts, printed, readable, doubts } = reading
  const leftover = facts.unknown.map(([from, to]) => printedBetween(printed, readable, from, to)).join(' ')
  const recognised = deadline.kind !== 'none'
  const all = [...doubts, ...(recognised && leftover ? [{ why: 'partly-recognised' as const, readings: [] }] : [])]
  const why = weight.find(reason => all.some(doubt => doubt.why === reason))
  if (!why) return { deadline }
  const readings = [deadline, ...all.flatMap(doubt => doubt.readings)]
  const doubt: DeadlineDoubt = { why, readings: distinct(readings), ...(leftover && { leftover }) }
  return { deadline, doubt }
}

function distinct(readings: readonly Deadline[]): Deadline[] {
  const seen = new Set<string>()
  return readings.filter(one => {
    const key = JSON.stringify([one.kind, one.start, one.end, one.parts, one.recurrence])
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}
