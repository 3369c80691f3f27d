/** Where a reading is not certain: anomalies, other likely readings, the gravest doubt. */
import type { IsoDate } from '../base/index.ts'
import type { Deadline, DeadlineDoubt, DoubtReason, ReadDeadline } from './contract.ts'
import type { Item } from './facts.ts'
import { printedBetween } from './legible-text.ts'
import { eveOf, hullOf, inOrder, labelOf, place } from './placing.ts'
import type { Placed, Reading } from './reading.ts'
import type { Span } from './span.ts'
import { movedIntoPlan, type Resolved, resolve, type Stretch, touchesPlan, type Years, yearOf } from './years.ts'

export function checked(reading: Reading, item: Item, deadline: Deadline): Deadline {
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
  if (deadline.start === null && deadline.end === null) {
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
  } else if (span.loose) reading.doubts.push({ why: 'ambiguous-reading', readings: [] })
  return result
}

function noLaterThanLast(at: Span['from']): Span['from'] {
  return at.day > 28 ? { ...at, day: 0 } : at
}

export function checkedAnomaly(reading: Reading, items: readonly Item[], deadline: Deadline): Deadline {
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

export function doubtOthers(reading: Reading, placed: readonly Placed[], deadline: Deadline): void {
  const only = placed.length === 1 ? placed[0] : undefined
  const others = only?.resolved?.others ?? []
  if (!only || others.length === 0) return
  reading.doubts.push({
    why: 'year-inferred-twice',
    readings: others.map(stretch => ({ ...deadline, ...corrected(deadline, only.item, stretch) })),
  })
}

/** «Декабрь 2023 Май 2023»: read as two dates, perhaps the second is of the next year. */
export function doubtReverse(reading: Reading, placed: readonly Placed[], deadline: Deadline): void {
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
export function withDoubt(reading: Reading, deadline: Deadline): ReadDeadline {
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
