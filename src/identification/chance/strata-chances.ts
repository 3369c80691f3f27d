import { type BetaBinomialFit, fitBetaBinomial } from '../../core/statistics/beta-binomial.ts'
import { type Chance, type ExactShare, stratumChances } from '../../core/statistics/stratum-chance.ts'
import type { StratumCounts } from './read-counts.ts'

/** A stratum with its fit and the chance of each of its schools, in the order of the file. */
export interface StratumChances extends StratumCounts {
  readonly fit: BetaBinomialFit
  readonly chances: readonly (Chance | null)[]
}

/** Fits a stratum and works out the chance of each of its schools. */
export function chancesOfStratum(counts: StratumCounts, threshold: ExactShare): StratumChances {
  const fit = fitBetaBinomial(counts.n, counts.k)
  return { ...counts, fit, chances: stratumChances(fit, counts.n, counts.k, threshold) }
}
