/** The status of an obligation: always derived from its dates and from what happened to it, never typed in. */
import { addDays, type IsoDate } from '../../core/base/index.ts'

export const statuses = [
  'notYetDue',
  'inProgress',
  'submitted',
  'accepted',
  'returned',
  'overdue',
  'notRequired',
  'cancelled',
] as const
export type ObligationStatus = (typeof statuses)[number]

export type Binding = 'owed' | 'recommended'

/** What the status is derived from. Dates of facts are null until they happen; a later submission clears the return. */
export interface StatusFacts {
  readonly binding: Binding
  /** First day on which work is expected; null when the order gives none. */
  readonly startsOn: IsoDate | null
  /** Last day; null for an undated obligation. */
  readonly dueOn: IsoDate | null
  readonly startedOn: IsoDate | null
  readonly submittedOn: IsoDate | null
  readonly acceptedOn: IsoDate | null
  readonly returnedOn: IsoDate | null
  readonly notRequiredOn: IsoDate | null
  readonly cancelledOn: IsoDate | null
}

/** Facts of an obligation to which nothing has happened yet. */
export const nothingHappened = {
  startedOn: null,
  submittedOn: null,
  acceptedOn: null,
  returnedOn: null,
  notRequiredOn: null,
  cancelledOn: null,
} as const

/** «Что горит» looks this many days ahead. */
export const burningDays = 14

/**
 * The status on a day. A recommended obligation binds nobody and is never overdue; an undated one is never overdue either.
 * The day of the deadline is still in time.
 *
 * @example statusOn({ ...facts, dueOn: '2023-02-15' }, '2023-02-16') // 'overdue'
 */
export function statusOn(facts: StatusFacts, today: IsoDate): ObligationStatus {
  if (facts.cancelledOn) return 'cancelled'
  if (facts.notRequiredOn) return 'notRequired'
  if (facts.acceptedOn) return 'accepted'
  if (facts.returnedOn) return 'returned'
  if (facts.submittedOn) return 'submitted'
  if (facts.binding === 'owed' && facts.dueOn && facts.dueOn < today) return 'overdue'
  if (facts.startedOn) return 'inProgress'
  if (facts.startsOn && facts.startsOn <= today) return 'inProgress'
  return 'notYetDue'
}

/**
 * Whether somebody has to act on it within two weeks: overdue, returned, or due in the next 14 days and not handed in.
 * @example isBurning(facts, today) // dueOn = today + 14 → true, today + 15 → false
 */
export function isBurning(facts: StatusFacts, today: IsoDate): boolean {
  if (facts.binding === 'recommended') return false
  const status = statusOn(facts, today)
  if (status === 'overdue' || status === 'returned') return true
  if (status !== 'notYetDue' && status !== 'inProgress') return false
  return facts.dueOn !== null && facts.dueOn <= addDays(today, burningDays)
}

/** Whether something was already handed in, so that a change of the roadmap must leave it alone. */
export function isHandedIn(facts: Pick<StatusFacts, 'submittedOn' | 'acceptedOn' | 'returnedOn'>): boolean {
  return facts.submittedOn !== null || facts.acceptedOn !== null || facts.returnedOn !== null
}
