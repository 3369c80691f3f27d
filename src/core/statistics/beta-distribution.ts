import { stirlingRemainder } from './stirling-remainder.ts'

/** A beta distribution made ready for many questions: what depends on its two numbers alone is worked out once. */
export interface BetaDistribution {
  readonly alpha: number
  readonly beta: number
  /** α ÷ (α + β). */
  readonly mean: number
  /** ln of the density of logit p at the mean. */
  readonly logPeak: number
}

/**
 * Prepares Beta(α, β).
 * @param alpha above 0
 * @param beta above 0
 * @example betaDistribution(2, 3).mean // 0.4
 */
export function betaDistribution(alpha: number, beta: number): BetaDistribution {
  const sum = alpha + beta
  const remainder = stirlingRemainder(alpha) + stirlingRemainder(beta) - stirlingRemainder(sum)
  const logPeak = 0.5 * (Math.log(alpha) + Math.log(beta / sum) - logTwoPi) - remainder
  return { alpha, beta, mean: alpha / sum, logPeak }
}
const logTwoPi = 1.8378770664093453

/** A point x, P(p ≤ x), P(p > x) and the density of logit p there. The smaller of the two tails is exact to its own last digits. */
export interface BetaTails {
  readonly x: number
  readonly below: number
  readonly above: number
  readonly logitDensity: number
}

/**
 * Both tails of a beta distribution at a point given by its logit, so that points close to 0 and to 1 lose nothing.
 *
 * The density is taken relative to its peak (the logs of large α and β cancel by themselves); the smaller tail is the density times a
 * continued fraction, on the side where the fraction converges fast.
 *
 * @param logit ln(x ÷ (1 − x)), any finite number
 * @returns tails with relative error about 1e-14 for α + β up to 1e4, below 1e-11 up to 1e8
 * @source NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction) and 8.17.4 (symmetry)
 * @example betaTails(betaDistribution(2, 3), 0).below // P(p ≤ 0.5) = 11 / 16 = 0.6875
 */
export function betaTails({ alpha, beta, mean, logPeak }: BetaDistribution, logit: number): BetaTails {
  const small = Math.exp(-Math.abs(logit))
  const near = 1 / (1 + small)
  const far = small * near
  const x = logit > 0 ? near : far
  const y = logit > 0 ? far : near
  const meanRest = beta / (alpha + beta)
  // x − mean without the loss of digits that 1 − y would bring.
  const off = x < y ? x - mean : meanRest - y
  const logDensity =
    logPeak +
    alpha * (off > -0.5 * mean ? Math.log1p(off / mean) : logShare(logit) - Math.log(mean)) +
    beta * (off < 0.5 * meanRest ? Math.log1p(-off / meanRest) : logShare(-logit) - Math.log(meanRest))
  const logitDensity = Math.exp(logDensity)
  if (off <= 0) {
    const below = (logitDensity / alpha) * continuedFraction(x, alpha, beta)
    return { x, below, above: 1 - below, logitDensity }
  }
  const above = (logitDensity / beta) * continuedFraction(y, beta, alpha)
  return { x, below: 1 - above, above, logitDensity }
}

/** ln of the share with this logit, also where the share itself is too small for a number. */
function logShare(logit: number): number {
  return logit > 0 ? -Math.log1p(Math.exp(-logit)) : logit - Math.log1p(Math.exp(logit))
}

/** I_x(a, b) · a · B(a, b) ÷ (x^a · y^b) for x ≤ a ÷ (a + b): two steps of the fraction at a time, brought back to a denominator of 1. */
function continuedFraction(x: number, a: number, b: number): number {
  const sum = a + b
  // 1 ÷ (1 + d₁ ÷ (1 + d₂ ÷ (1 + …))); top and bottom: numerators and denominators of the last two convergents.
  let topBefore = 0
  let bottomBefore = 1
  let value = 1
  for (let m = 0; m < 10_000_000; m++) {
    const at = a + 2 * m
    const share = x / (at * (at + 1) * (at + 2))
    const odd = -(a + m) * (sum + m) * (at + 2) * share
    const even = (m + 1) * (b - m - 1) * at * share
    const top = value + odd * topBefore
    const bottom = 1 + odd * bottomBefore
    const scale = 1 / (bottom + even)
    const next = (top + even * value) * scale
    if (Math.abs(next - value) <= 1e-14 * next) return next
    topBefore = top * scale
    bottomBefore = bottom * scale
    value = next
  }
  throw new Error(`the continued fraction of Beta(${a}, ${b}) at ${x} does not settle`)
}
