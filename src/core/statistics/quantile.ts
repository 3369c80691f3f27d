/**
 * A sample quantile of type 7 of Hyndman and Fan: the one that R and spreadsheets (QUARTILE.INC) give by default.
 *
 * @param rising values in rising order, at least one
 * @param probability 0..1
 * @source Hyndman, Fan (1996), Sample Quantiles in Statistical Packages, The American Statistician 50(4), 361–365
 * @example quantile([1, 2, 3, 4], 0.25) // 1.75
 */
export function quantile(rising: ArrayLike<number>, probability: number): number {
  const place = (rising.length - 1) * probability
  const before = Math.floor(place)
  const low = rising[before]!
  const high = rising[Math.min(before + 1, rising.length - 1)]!
  return low + (place - before) * (high - low)
}
