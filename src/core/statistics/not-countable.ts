/**
 * Why a figure cannot be counted («нельзя посчитать»). It is an answer of its own and never a zero.
 * `nothing`: there is nothing to divide by · `too-few`: `found` of the `needed` · `no-spread`: all values are the same.
 */
export interface NotCountable {
  readonly status: 'not-countable'
  readonly why: 'nothing' | 'too-few' | 'no-spread'
  /** How many there are: participants, or schools where schools are compared. */
  readonly found: number
  /** How many there must be at least; 0 where the number is not the reason. */
  readonly needed: number
}

/**
 * Fewest participants for which a marker is worked out. Our own decision: the formulas in public use name none, and below ten a single
 * participant turns the answer. Every marker takes another number as its option.
 */
export const leastParticipants = 10

/** Makes the answer that there is none. @example notCountable('too-few', 3, 10).why // 'too-few' */
export function notCountable(why: NotCountable['why'], found: number, needed = 0): NotCountable {
  return { status: 'not-countable', why, found, needed }
}
