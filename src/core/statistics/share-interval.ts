import { type NotCountable, notCountable } from './not-countable.ts'

/** A share 0..1 with the ends of its 95 % interval. */
export interface ShareInterval {
  readonly status: 'counted'
  readonly n: number
  readonly k: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/**
 * Wilson's 95 % interval of a share. Unlike share ± 1.96·error it stays between 0 and 1 and holds for few participants and for shares of 0
 * and 1: none of three is an interval from 0 to 56 %, not a certain zero.
 *
 * @param k participants who are counted, 0…n
 * @param n all participants
 * @source Wilson (1927), JASA 22, 209–212; Newcombe (1998), Statistics in Medicine 17, 857–872, method 3
 * @example shareInterval(3, 10) // 0.3, from 0.108 to 0.603
 */
export function shareInterval(k: number, n: number): ShareInterval | NotCountable {
  if (n === 0) return notCountable('nothing', 0, 1)
  const share = k / n
  const squared = normal975 * normal975
  const middle = (share + squared / (2 * n)) / (1 + squared / n)
  const half = (normal975 * Math.sqrt((share * (1 - share)) / n + squared / (4 * n * n))) / (1 + squared / n)
  return { status: 'counted', n, k, share, low: k === 0 ? 0 : middle - half, high: k === n ? 1 : middle + half }
}
/** 97.5 % quantile of the normal distribution. */
const normal975 = 1.959963984540054
