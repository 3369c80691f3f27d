import { leastParticipants, type NotCountable, notCountable } from './not-countable.ts'

export interface Jump {
  readonly status: 'counted'
  /** Σ(c_t − c_{t−1}) ÷ √Σ(c_t + c_{t−1}). Near 0 where scores go on evenly; grows with the number of participants. */
  readonly z: number
  /** Σ(c_t − c_{t−1}) ÷ Σ(c_t + c_{t−1}), −1..1: does not grow with the number, so a school can be laid beside its region. */
  readonly relative: number
  /** Participants at the thresholds and one point below: those of whom the figure speaks. */
  readonly n: number
  readonly at: readonly { readonly threshold: number; readonly below: number; readonly on: number }[]
}

/**
 * Statistic of a jump at the thresholds of marks («скачок на границе отметки»): how many more have just the score that gives the next mark
 * than have one point less. It speaks of the shape of a histogram and of nobody's intention. Where the histogram rises by itself, z is above
 * 0 as well: lay the region beside it.
 *
 * @param scores participants by primary score
 * @param thresholds lowest score of «3», «4» and «5»; each at least 1
 * @param least fewest participants at the thresholds and one point below, together
 * @source with equal chances for both sides z is the normal approximation of the sign test: Conover (1999), Practical Nonparametric
 *   Statistics, 3rd ed., section 3.4
 * @example jumpAtThresholds([0, 2, 14, 5], [2]) // z = (14 − 2) ÷ √16 = 3
 */
export function jumpAtThresholds(
  scores: ArrayLike<number>,
  thresholds: readonly number[],
  least = leastParticipants,
): Jump | NotCountable {
  const at = thresholds.map(threshold => ({
    threshold,
    below: scores[threshold - 1] ?? 0,
    on: scores[threshold] ?? 0,
  }))
  const n = at.reduce((sum, each) => sum + each.below + each.on, 0)
  if (n === 0) return notCountable('nothing', 0, least)
  if (n < least) return notCountable('too-few', n, least)
  const more = at.reduce((sum, each) => sum + each.on - each.below, 0)
  return { status: 'counted', z: more / Math.sqrt(n), relative: more / n, n, at }
}
