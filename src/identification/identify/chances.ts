import { type Fraction, fractionIn } from '../../core/rules/fraction.ts'
import { slotName } from '../../core/rules/judged-cells.ts'
import type { Trace } from '../../core/rules/mechanism.ts'
import { cellState, type ResultsTable, type Slot } from '../../core/rules/results-table.ts'
import { fitBetaBinomial } from '../../core/statistics/beta-binomial.ts'
import { stratumChances } from '../../core/statistics/stratum-chance.ts'

/** The chance that the true share of a school in a procedure is not below the threshold, given the schools of its region. */
export interface CellChance extends Slot {
  readonly status: string
  readonly threshold: string
  readonly posteriorMean: number | null
  readonly q05: number | null
  readonly q95: number | null
  readonly probability: number | null
}

/** The thresholds that were really compared, by the name of the procedure. Traces are asked for one after another and not kept. */
export function thresholdsIn(traces: readonly (() => readonly Trace[])[]): ReadonlyMap<string, Fraction> {
  const thresholds = new Map<string, Fraction>()
  for (const tracesOf of traces) for (const trace of tracesOf()) collectThresholds(trace, thresholds)
  return thresholds
}

/**
 * Chances of every judged procedure: a stratum is region × procedure × subject × grade × year.
 *
 * @param thresholds by the name of the procedure
 * @returns by place of the school
 */
export function chancesOf(
  table: ResultsTable,
  thresholds: ReadonlyMap<string, Fraction>,
): ReadonlyMap<number, readonly CellChance[]> {
  const found = new Map<number, CellChance[]>()
  for (const [at, slot] of table.slots.entries()) {
    const threshold = thresholds.get(slotName(slot))
    if (threshold) for (const members of regionsOf(table, at)) addStratum(table, slot, at, members, threshold, found)
  }
  return found
}

function collectThresholds({ mechanism, where, facts, parts }: Trace, thresholds: Map<string, Fraction>): void {
  const threshold = mechanism === 'share-below' && where ? fractionIn(String(facts?.['threshold'] ?? '')) : null
  if (threshold && where) thresholds.set(where, threshold)
  for (const part of parts ?? []) collectThresholds(part, thresholds)
}

function regionsOf(table: ResultsTable, at: number): Iterable<readonly number[]> {
  const regions = new Map<string, number[]>()
  for (const [school, { region }] of table.schools.entries()) {
    const cell = school * table.slots.length + at
    if (table.state[cell] !== cellState.reported || table.participants[cell] === 0) continue
    const members = regions.get(region)
    if (members) members.push(school)
    else regions.set(region, [school])
  }
  return regions.values()
}

function addStratum(
  table: ResultsTable,
  slot: Slot,
  at: number,
  members: readonly number[],
  threshold: Fraction,
  found: Map<number, CellChance[]>,
): void {
  const cells = members.map(school => school * table.slots.length + at)
  const n = cells.map(cell => table.participants[cell]!)
  const k = cells.map(cell => table.below[cell]!)
  const fit = fitBetaBinomial(n, k)
  const chances = stratumChances(fit, n, k, threshold)
  for (const [place, school] of members.entries()) {
    const { posteriorMean = null, q05 = null, q95 = null, probability = null } = chances[place] ?? {}
    const chance = {
      ...slot,
      status: fit.status,
      threshold: `${threshold.num}/${threshold.den}`,
      posteriorMean,
      q05,
      q95,
      probability,
    }
    const known = found.get(school)
    if (known) known.push(chance)
    else found.set(school, [chance])
  }
}
