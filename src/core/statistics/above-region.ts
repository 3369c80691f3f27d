import { meanOfCounts } from './mean-of-counts.ts'
import { leastParticipants, type NotCountable, notCountable } from './not-countable.ts'

/** A mean with the ends of its 95 % interval, in the unit of the values. */
export interface MeanInterval {
  readonly status: 'counted'
  readonly n: number
  readonly mean: number
  readonly deviation: number
  readonly low: number
  readonly high: number
}

export interface AboveRegion {
  readonly status: 'above' | 'not-above'
  readonly school: MeanInterval
  readonly region: MeanInterval
}

/**
 * The mean with its 95 % interval: x̄ ± 1.96·s ÷ √n, s with n − 1 below.
 *
 * @param counts participants by value
 * @param least fewest participants for which it is worked out
 * @source Altman, Machin, Bryant, Gardner (2000), Statistics with Confidence, 2nd ed., chapter 4 (large samples)
 * @example meanInterval([0, 0, 10, 10]) // mean 2.5, from 2.275 to 2.725
 */
export function meanInterval(counts: ArrayLike<number>, least = leastParticipants): MeanInterval | NotCountable {
  const found = meanOfCounts(counts)
  if (found === null) return notCountable('nothing', 0, least)
  const { n, mean, deviation } = found
  if (n < least || deviation === null) return notCountable('too-few', n, Math.max(2, least))
  if (deviation === 0) return notCountable('no-spread', n)
  const half = (1.96 * deviation) / Math.sqrt(n)
  return { status: 'counted', n, mean, deviation, low: mean - half, high: mean + half }
}

/**
 * Marker «выше региона»: the whole interval of the school lies above that of the region, x̄ − 1.96·s ÷ √m > X̄ + 1.96·S ÷ √n.
 * It says that results are higher than luck explains, not why: a strong school shows it as well.
 *
 * @param school participants of the school by score
 * @param region participants of the region by score, those of the school among them
 * @param least fewest participants of the school
 * @returns both intervals, or why there are none (for whichever of the two fails first)
 * @source the first of the markers in public use with national assessments; its intervals: Altman and others (2000), chapter 4
 * @example aboveRegion([0, 0, 0, 5, 15], [0, 100, 300, 300, 100]).status // 'above'
 */
export function aboveRegion(
  school: ArrayLike<number>,
  region: ArrayLike<number>,
  least = leastParticipants,
): AboveRegion | NotCountable {
  const own = meanInterval(school, least)
  if (own.status !== 'counted') return own
  const whole = meanInterval(region, least)
  if (whole.status !== 'counted') return whole
  return { status: own.low > whole.high ? 'above' : 'not-above', school: own, region: whole }
}
