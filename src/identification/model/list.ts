/** The life of a list: proposed → decided → approved by an order → frozen. Pure: what may happen when, and why not. */
import { type IsoDate, refuse } from '../../core/base/index.ts'

export const listStates = ['proposed', 'decided', 'approved', 'frozen'] as const
export type ListState = (typeof listStates)[number]
export type Decision = 'included' | 'excluded'

export interface ListFacts {
  readonly state: ListState
  readonly version: number
  /** The last day on which schools may answer; null: they were not asked. */
  readonly answersUntil: IsoDate | null
}

export interface SigningOrder {
  readonly number: string
  readonly date: IsoDate
  readonly title: string
}

/**
 * Refuses to overwrite what somebody else has saved since it was read.
 * @throws refuse('conflict', 'lists/changed-meanwhile', {}, stored)
 */
export function checkSeen(stored: { readonly version: number }, version: number): void {
  if (stored.version !== version) throw refuse('conflict', 'lists/changed-meanwhile', {}, stored)
}

/** @throws refuse('conflict', 'lists/not-open') once the decisions were finished */
export function checkOpen(list: ListFacts): void {
  if (list.state !== 'proposed') throw refuse('conflict', 'lists/not-open', { state: list.state })
}

/**
 * A decision about one school. A reason is always asked for: it is what the school reads.
 *
 * @throws refuse('invalid', 'lists/reason-missing', {}, { field: 'reason' }) and as checkOpen
 */
export function decided(list: ListFacts, decision: Decision, reason: string): { decision: Decision; reason: string } {
  checkOpen(list)
  const words = reason.trim()
  if (words === '') throw refuse('invalid', 'lists/reason-missing', {}, { field: 'reason' })
  return { decision, reason: words }
}

/**
 * Ends the decisions: everything that was proposed has been included or excluded, and schools had their time to answer.
 *
 * @throws refuse('conflict', 'lists/undecided'), refuse('conflict', 'lists/answers-awaited') up to and including the last day of answers
 */
export function checkFinished(list: ListFacts, undecided: number, today: IsoDate): void {
  checkOpen(list)
  if (undecided > 0) throw refuse('conflict', 'lists/undecided', { n: undecided })
  if (list.answersUntil !== null && today <= list.answersUntil)
    throw refuse('conflict', 'lists/answers-awaited', { until: printed(list.answersUntil) })
}

/** Back to decisions, until the list is frozen. @throws refuse('conflict', 'lists/frozen' | 'lists/still-open') */
export function checkReopened(list: ListFacts): void {
  if (list.state === 'frozen') throw refuse('conflict', 'lists/frozen')
  if (list.state === 'proposed') throw refuse('conflict', 'lists/still-open')
}

/**
 * The order that signs a list.
 *
 * @throws refuse('conflict', 'lists/still-open' | 'lists/frozen') unless decisions are finished
 * @throws refuse('invalid', 'lists/order-incomplete'), refuse('invalid', 'lists/order-in-future')
 */
export function signed(list: ListFacts, order: SigningOrder, today: IsoDate): SigningOrder {
  if (list.state === 'proposed') throw refuse('conflict', 'lists/still-open')
  if (list.state === 'frozen') throw refuse('conflict', 'lists/frozen')
  const number = order.number.trim()
  const title = order.title.trim()
  if (number === '') throw refuse('invalid', 'lists/order-incomplete', {}, { field: 'number' })
  if (title === '') throw refuse('invalid', 'lists/order-incomplete', {}, { field: 'title' })
  if (order.date > today)
    throw refuse('invalid', 'lists/order-in-future', { date: printed(order.date) }, { field: 'date' })
  return { number, date: order.date, title }
}

/** @throws refuse('conflict', 'lists/frozen' | 'lists/not-approved') */
export function checkFreezable(list: ListFacts): void {
  if (list.state === 'frozen') throw refuse('conflict', 'lists/frozen')
  if (list.state !== 'approved') throw refuse('conflict', 'lists/not-approved')
}

/** Whether a school may answer today. The last day counts. */
export function mayAnswer(list: ListFacts, today: IsoDate): boolean {
  return list.state === 'proposed' && list.answersUntil !== null && today <= list.answersUntil
}

/** Whether the school itself may see its place: once it was asked, or once the list was signed. */
export function isShownToSchool(list: ListFacts): boolean {
  return list.answersUntil !== null || list.state === 'frozen'
}

/** A date as people print it: for words of refusals. @example printed('2026-02-10') // '10.02.2026' */
export function printed(date: IsoDate): string {
  return date.split('-').reverse().join('.')
}
