/**
 * A stratum as its likelihood sees it: how many schools have k > i, n − k > i, n > i. Equal (n, k) are counted once by their nature,
 * and the likelihood of a beta-binomial needs sums over these counts instead of gamma functions.
 */
export interface TailCounts {
  /** Entry i: schools with more than i participants below the threshold. */
  readonly below: Float64Array
  /** Entry i: schools with more than i participants at or above the threshold. */
  readonly above: Float64Array
  /** Entry i: schools with more than i participants. */
  readonly all: Float64Array
  readonly participants: number
  readonly belowTotal: number
}

/**
 * Counts the tails of a stratum.
 * @param n participants of each school, whole, 0 or more
 * @param k of them below the threshold, 0 ≤ k ≤ n
 * @source Smith (1983), Algorithm AS 189: maximum likelihood estimation of the parameters of the beta binomial distribution, Applied Statistics 32(2), 196–204
 * @example tailCounts([2, 1], [1, 0]).all // [2, 1]
 */
export function tailCounts(n: ArrayLike<number>, k: ArrayLike<number>): TailCounts {
  let longest = 0
  for (let at = 0; at < n.length; at++) longest = Math.max(longest, n[at]!)
  const below = new Float64Array(longest + 1)
  const above = new Float64Array(longest + 1)
  const all = new Float64Array(longest + 1)
  let participants = 0
  let belowTotal = 0
  for (let at = 0; at < n.length; at++) {
    below[k[at]!]!++
    above[n[at]! - k[at]!]!++
    all[n[at]!]!++
    participants += n[at]!
    belowTotal += k[at]!
  }
  return { below: tails(below), above: tails(above), all: tails(all), participants, belowTotal }
}

/** From "exactly i" to "more than i", without the zeros at the end. */
function tails(exactly: Float64Array): Float64Array {
  let more = 0
  for (let at = exactly.length - 1; at >= 0; at--) {
    const here = exactly[at]!
    exactly[at] = more
    more += here
  }
  const end = exactly.indexOf(0)
  return end < 0 ? exactly : exactly.subarray(0, end)
}
