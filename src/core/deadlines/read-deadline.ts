import { plainText } from '../russian/index.ts'
import type { Deadline, DeadlineContext, ReadDeadline } from './contract.ts'
import { checked, checkedAnomaly, doubtOthers, doubtReverse, withDoubt } from './doubts.ts'
import { factsOf, type Item } from './facts.ts'
import { legible } from './legible-text.ts'
import { hullOf, inOrder, isDated, labelOf, partOf, place } from './placing.ts'
import { plain, type Reading } from './reading.ts'
import { impliedByDay, joinedFrequency, recurring } from './recurring.ts'
import { withYearOf, withYearsShared } from './shared-years.ts'
import { tokensOf } from './tokens.ts'
import { yearsOf } from './years.ts'

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
  if (!only) {
    const isImpossible = items.some(item => item.span.impossible)
    reading.doubts.push({ why: isImpossible ? 'impossible-date' : 'year-unknown', readings: [] })
    return plain(reading, 'multi')
  }
  if (parts.length < placed.length) reading.doubts.push({ why: 'impossible-date', readings: [] })
  const inferred = placed.some(one => one.resolved?.inferred)
  const hull = hullOf(parts)
  const deadline: Deadline = { ...plain(reading, 'multi', hull.start, hull.end), yearInferred: inferred, parts }
  if (parts.length === 1)
    return { ...deadline, kind: placed.find(isDated)?.kind ?? 'on', start: only.start, end: only.end, parts: undefined }
  doubtReverse(reading, placed, deadline)
  doubtOthers(reading, placed, deadline)
  return checkedAnomaly(reading, items, deadline)
}
