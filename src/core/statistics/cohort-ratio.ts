import { type NotCountable, notCountable } from './not-countable.ts'
import { quantile } from './quantile.ts'

/** The fences outside which a ratio is unusual among the schools of a region. */
export interface Fences {
  readonly status: 'counted'
  readonly schools: number
  readonly q25: number
  readonly median: number
  readonly q75: number
  /** Q25 − 3·IQR. */
  readonly low: number
  /** Q75 + 3·IQR. */
  readonly high: number
}

export interface CohortRatio extends Omit<Fences, 'status'> {
  readonly status: 'below' | 'inside' | 'above'
  readonly ratio: number
}

/** Fewest schools for which quarters of them mean something: two schools in each. Our own decision. */
export const leastSchools = 8

/**
 * The fences of the marker of a cohort: Q25 − 3·IQR and Q75 + 3·IQR over the ratios of all schools of a region, quantiles of type 7.
 *
 * @param ratios one for each school, in any order: mean of the cohort this year ÷ its mean a year before, both as shares of the maximum
 * @param least fewest schools
 * @returns `no-spread` where the middle half of the schools has one and the same ratio
 * @source Tukey (1977), Exploratory Data Analysis, chapter 2 (outer fences); quantile: Hyndman, Fan (1996), type 7
 * @example fencesOfRatios([0.9, 0.95, 1, 1, 1.02, 1.05, 1.1, 1.2]) // low 0.68…, high 1.37…
 */
export function fencesOfRatios(ratios: ArrayLike<number>, least = leastSchools): Fences | NotCountable {
  const schools = ratios.length
  if (schools === 0) return notCountable('nothing', 0, least)
  if (schools < least) return notCountable('too-few', schools, least)
  const rising = Float64Array.from(ratios).sort()
  const q25 = quantile(rising, 0.25)
  const q75 = quantile(rising, 0.75)
  if (q25 === q75) return notCountable('no-spread', schools)
  const reach = 3 * (q75 - q25)
  return { status: 'counted', schools, q25, median: quantile(rising, 0.5), q75, low: q25 - reach, high: q75 + reach }
}

/**
 * Marker of a cohort: whether the results of the same pupils changed in a year far more than in nearly all schools of the region.
 *
 * @param ratio of the school; exactly on a fence is inside
 * @param fences from `fencesOfRatios`
 * @example cohortRatio(1.9, fences).status // 'above'
 */
export function cohortRatio(ratio: number, fences: Fences): CohortRatio {
  const status = ratio < fences.low ? 'below' : ratio > fences.high ? 'above' : 'inside'
  return { ...fences, status, ratio }
}
