import { logLikelihood, type Slopes, slopes } from './beta-binomial-likelihood.ts'
import { type TailCounts, tailCounts } from './tail-counts.ts'

/**
 * What came of fitting a stratum.
 * - `fitted`: the likelihood has its maximum at α, β, and its gradient there is zero.
 * - `pooled`: no interior maximum, because the schools differ no more than chance makes them (or there is nothing to see it by: all zero,
 *   all ones, one school, one participant in each). The pooled share stands for every school.
 * - `not-converged`: the likelihood grows towards α = β = 0 without end (every school has none or all below, and both kinds are present),
 *   or a zero of the gradient could not be reached. Nothing is said about the schools.
 * - `empty`: no participants at all.
 */
export type BetaBinomialFit =
  | { readonly status: 'fitted'; readonly alpha: number; readonly beta: number; readonly logLikelihood: number }
  | { readonly status: 'pooled'; readonly share: number }
  | { readonly status: 'not-converged' }
  | { readonly status: 'empty' }

/**
 * Fits the beta-binomial to the schools of a stratum by maximum likelihood: α and β of the shares that schools of this stratum have.
 *
 * A look along the spread θ finds the hill (there may be several where school sizes differ much), Newton with shortened steps climbs it.
 * The end is proved by the gradient: the step that it still asks for is below 1e-10, or the gradient is nothing but rounding.
 *
 * @param n participants of each school, whole, 0 or more
 * @param k of them below the threshold, 0 ≤ k ≤ n
 * @returns α, β with relative error below 1e-6 (near flat ridges α and β are loose, and the likelihood is as high as can be)
 * @source Griffiths (1973), Maximum likelihood estimation for the beta-binomial distribution, Biometrics 29(4), 637–648
 * @example fitBetaBinomial([20, 20, 20], [2, 5, 14]).status // 'fitted'
 */
export function fitBetaBinomial(n: ArrayLike<number>, k: ArrayLike<number>): BetaBinomialFit {
  const counts = tailCounts(n, k)
  const { participants, belowTotal } = counts
  if (participants === 0) return { status: 'empty' }
  const share = belowTotal / participants
  if (share === 0 || share === 1 || counts.all.length === 1) return { status: 'pooled', share }
  if (isAllOrNothing(n, k)) return { status: 'not-converged' }
  const start = bestStart(counts, n, k, share)
  if (start === null) return { status: 'pooled', share }
  const top = climb(counts, start)
  if (top === null) return { status: 'not-converged' }
  const reached = logLikelihood(counts, top.mean, top.spread)
  const flat = logLikelihood(counts, share, 0)
  if (reached <= flat && !isOverdispersed(counts)) return { status: 'pooled', share }
  return {
    status: 'fitted',
    alpha: top.mean / top.spread,
    beta: (1 - top.mean) / top.spread,
    logLikelihood: reached,
  }
}

interface Point {
  readonly mean: number
  readonly spread: number
}

function isAllOrNothing(n: ArrayLike<number>, k: ArrayLike<number>): boolean {
  for (let at = 0; at < n.length; at++) if (k[at] !== 0 && k[at] !== n[at]) return false
  return true
}

/**
 * Whether the likelihood rises from θ = 0, exactly: N·(N − K)·Σk(k−1) + N·K·Σ(n−k)(n−k−1) − K·(N−K)·Σn(n−1) above 0.
 * (The score test of Tarone (1979), Biometrika 66(3), 585–590, by its sign.)
 */
function isOverdispersed({ below, above, all, participants, belowTotal }: TailCounts): boolean {
  const n = BigInt(participants)
  const k = BigInt(belowTotal)
  return n * (n - k) * pairs(below) + n * k * pairs(above) > k * (n - k) * pairs(all)
}

/** Σ m(m − 1) over the schools, from tails. */
function pairs(tail: Float64Array): bigint {
  let sum = 0
  for (let i = 1; i < tail.length; i++) sum += 2 * i * tail[i]!
  return BigInt(sum)
}

/** Spreads where hills are looked for: from 1e-4 (shares differ by half a per cent) to 200 (nearly all or nothing). */
const looks = Array.from({ length: 8 }, (_, at) => 1e-4 * 8 ** at)

/** The highest of the points looked at, or null when nothing lies above θ = 0 and the likelihood falls from there. */
function bestStart(counts: TailCounts, n: ArrayLike<number>, k: ArrayLike<number>, share: number): Point | null {
  let best: Point | null = null
  let height = logLikelihood(counts, share, 0)
  for (const spread of looks) {
    const point = { mean: meanAt(n, k, spread), spread }
    const here = logLikelihood(counts, point.mean, spread)
    if (here > height) {
      best = point
      height = here
    }
  }
  if (best !== null) return best
  return isOverdispersed(counts) ? { mean: share, spread: smallSpread(counts, share) } : null
}

/** The mean share with weights that suit a spread: participants for a small one, schools for a large one. */
function meanAt(n: ArrayLike<number>, k: ArrayLike<number>, spread: number): number {
  let weights = 0
  let sum = 0
  for (let at = 0; at < n.length; at++) {
    if (n[at] === 0) continue
    const weight = 1 / (1 + n[at]! * spread)
    sum += weight * k[at]!
    weights += weight * n[at]!
  }
  return sum / weights
}

/** Where a parabola drawn at θ = 0 has its top. */
function smallSpread(counts: TailCounts, share: number): number {
  const tiny = 1e-7
  const { bySpread, spreadSpread } = slopes(counts, share, tiny)
  const slope = bySpread / tiny
  const bend = (spreadSpread - bySpread) / (tiny * tiny)
  return bend < 0 && slope > 0 ? Math.max(slope / -bend, 1e-12) : 1e-5
}

/** Newton on logit p and ln θ with steps of at most 1, shortened until the likelihood does not fall; null where no zero of the gradient is proved. */
function climb(counts: TailCounts, start: Point): Point | null {
  let { mean, spread } = start
  let height = logLikelihood(counts, mean, spread)
  for (let round = 0; round < 100; round++) {
    const g = slopes(counts, mean, spread)
    const step = newtonStep(g)
    const hill = isHill(g)
    const asked = Math.max(Math.abs(step.mean), Math.abs(step.spread))
    const isRounding = Math.abs(g.byMean) <= 1e-14 * g.meanSize && Math.abs(g.bySpread) <= 1e-14 * g.spreadSize
    if (hill && (asked <= 1e-10 || isRounding)) return { mean, spread }
    // So near the top the likelihood no longer shows which way is up, only its gradient does.
    const isNear = hill && asked <= 1e-5
    const moved = isNear ? along(counts, { mean, spread }, step, 1) : shortened(counts, { mean, spread }, step, height)
    if (moved === null) return null
    ;({ mean, spread, height } = moved)
  }
  return null
}

function isHill({ meanMean, spreadSpread, meanSpread }: Slopes): boolean {
  return meanMean < 0 && spreadSpread < 0 && meanMean * spreadSpread > meanSpread * meanSpread
}

/** Newton's step on a hill; elsewhere along the gradient, each part by its own curvature. */
function newtonStep(g: Slopes): Point {
  const det = g.meanMean * g.spreadSpread - g.meanSpread * g.meanSpread
  if (isHill(g))
    return {
      mean: (g.meanSpread * g.bySpread - g.spreadSpread * g.byMean) / det,
      spread: (g.meanSpread * g.byMean - g.meanMean * g.bySpread) / det,
    }
  return { mean: uphill(g.byMean, g.meanMean), spread: uphill(g.bySpread, g.spreadSpread) }
}

function uphill(slope: number, bend: number): number {
  return bend === 0 ? Math.sign(slope) : Math.sign(slope) * Math.min(1, Math.abs(slope / bend))
}

type Place = Point & { readonly height: number }

function shortened(counts: TailCounts, from: Point, step: Point, height: number): Place | null {
  const longest = Math.max(Math.abs(step.mean), Math.abs(step.spread), 1)
  // A sum of thousands of logarithms is known to about twelve digits: on a flat ridge a step that loses less has not lost.
  const noise = 1e-12 * Math.abs(height)
  for (let part = 1 / longest; part > 1e-9; part /= 4) {
    const place = along(counts, from, step, part)
    if (place.height >= height - noise) return place
  }
  return null
}

function along(counts: TailCounts, from: Point, step: Point, part: number): Place {
  const mean = 1 / (1 + ((1 - from.mean) / from.mean) * Math.exp(-part * step.mean))
  const spread = from.spread * Math.exp(part * step.spread)
  return { mean, spread, height: logLikelihood(counts, mean, spread) }
}
