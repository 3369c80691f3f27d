import type { TailCounts } from './tail-counts.ts'

/**
 * The likelihood is written in the mean p = α ÷ (α + β) and the spread θ = 1 ÷ (α + β): the two hardly disturb each other, and θ = 0,
 * the binomial without over-dispersion, is an ordinary point, so that the flat ridge of large α and β lies near zero and not at infinity.
 * ln L = Σ ln(p + iθ) over schools with k > i + Σ ln(1 − p + iθ) over those with n − k > i − Σ ln(1 + iθ) over those with n > i.
 */
export interface Slopes {
  /** First derivatives by logit p and by ln θ. */
  readonly byMean: number
  readonly bySpread: number
  /** Second derivatives. */
  readonly meanMean: number
  readonly meanSpread: number
  readonly spreadSpread: number
  /** Size of the terms that the first derivatives are sums of: a derivative below `size` × 1e-16 is a zero. */
  readonly meanSize: number
  readonly spreadSize: number
}

/**
 * Logarithm of the likelihood without its binomial coefficients.
 * @param mean between 0 and 1, both excluded
 * @param spread 0 or more
 * @source Griffiths (1973), Maximum likelihood estimation for the beta-binomial distribution, Biometrics 29(4), 637–648
 * @example logLikelihood(tailCounts([2], [1]), 0.5, 0) // 2 ln 0.5
 */
export function logLikelihood(counts: TailCounts, mean: number, spread: number): number {
  return logs(counts.below, mean, spread) + logs(counts.above, 1 - mean, spread) - logs(counts.all, 1, spread)
}

/**
 * Derivatives of the likelihood by logit p and ln θ.
 * @param mean between 0 and 1, both excluded
 * @param spread above 0
 */
export function slopes(counts: TailCounts, mean: number, spread: number): Slopes {
  const rest = 1 - mean
  const b = powers(counts.below, mean, spread)
  const a = powers(counts.above, rest, spread)
  const n = powers(counts.all, 1, spread)
  const pq = mean * rest
  const first = b.one - a.one
  const spreadFirst = b.index + a.index - n.index
  return {
    byMean: pq * first,
    bySpread: spread * spreadFirst,
    meanMean: -pq * pq * (b.two + a.two) + pq * (rest - mean) * first,
    meanSpread: -pq * spread * (b.indexTwo - a.indexTwo),
    spreadSpread: spread * spreadFirst - spread * spread * (b.indexIndex + a.indexIndex - n.indexIndex),
    meanSize: pq * (b.one + a.one),
    spreadSize: spread * (b.index + a.index + n.index),
  }
}

function logs(tail: Float64Array, from: number, spread: number): number {
  let sum = 0
  for (let i = 0; i < tail.length; i++) sum += tail[i]! * Math.log(from + i * spread)
  return sum
}

/** Sums of count ÷ v, count ÷ v², i·count ÷ v, i·count ÷ v², i²·count ÷ v² with v = from + iθ. */
function powers(tail: Float64Array, from: number, spread: number) {
  let one = 0
  let two = 0
  let index = 0
  let indexTwo = 0
  let indexIndex = 0
  for (let i = 0; i < tail.length; i++) {
    const inverse = 1 / (from + i * spread)
    const term = tail[i]! * inverse
    const square = term * inverse
    one += term
    two += square
    index += i * term
    indexTwo += i * square
    indexIndex += i * i * square
  }
  return { one, two, index, indexTwo, indexIndex }
}
