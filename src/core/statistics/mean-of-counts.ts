/** Mean and spread of values that are whole numbers 0, 1, 2 …, known as counts. */
export interface MeanOfCounts {
  readonly n: number
  readonly mean: number
  /** Standard deviation of a sample, with n − 1 below; null for a single value. */
  readonly deviation: number | null
}

/**
 * Mean and standard deviation of scores or marks given as counts.
 *
 * @param counts `counts[7]` participants have the value 7
 * @returns null where there are no participants: a mean of nothing is not zero
 * @source any text on descriptive statistics; checked against R: `mean`, `sd` of `rep(value, count)`
 * @example meanOfCounts([0, 0, 2, 2])?.mean // 2.5
 */
export function meanOfCounts(counts: ArrayLike<number>): MeanOfCounts | null {
  let n = 0
  let sum = 0
  let squares = 0
  for (let value = 0; value < counts.length; value++) {
    const count = counts[value]!
    n += count
    sum += count * value
    squares += count * value * value
  }
  if (n === 0) return null
  // Whole numbers up to here, so that equal values give a deviation of exactly zero.
  const deviation = n < 2 ? null : Math.sqrt((n * squares - sum * sum) / (n * (n - 1)))
  return { n, mean: sum / n, deviation }
}
