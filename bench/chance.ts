// The chance of every school of a country: 40,000 schools in 85 regions, 72 procedures each, 6,120 strata, 2.88 million cells, all invented.
//   node scripts/with-node.mjs bench/chance.ts
// Prints CPU of fits, quantiles and probabilities together, and its ratio to the goal of 6 s.
import { fitBetaBinomial } from '../src/core/statistics/beta-binomial.ts'
import { stratumChances } from '../src/core/statistics/stratum-chance.ts'

const goalSeconds = 6
const regions = 85
const schools = 40_000
const procedures = 72
const threshold = { num: 3, den: 10 }

const random = seeded(20261122)
const sizes = Array.from({ length: schools }, () => Math.min(250, Math.max(1, Math.round(Math.exp(3.3 + normal())))))

let cells = 0
let distinct = 0
let seconds = 0
const statuses: Record<string, number> = {}
for (let region = 0; region < regions; region++) {
  const own = sizes.slice((region * schools) / regions, ((region + 1) * schools) / regions)
  for (let procedure = 0; procedure < procedures; procedure++) {
    const { n, k } = stratum(own)
    cells += n.length
    distinct += new Set(n.map((of, at) => of * 1000 + k[at]!)).size
    const began = process.cpuUsage()
    const fit = fitBetaBinomial(n, k)
    stratumChances(fit, n, k, threshold)
    const { user, system } = process.cpuUsage(began)
    seconds += (user + system) / 1e6
    statuses[fit.status] = (statuses[fit.status] ?? 0) + 1
  }
}
console.log(
  `chance: ${regions * procedures} strata, ${cells} cells (${distinct} distinct), ${JSON.stringify(statuses)}`,
)
console.log(
  `chance: ${seconds.toFixed(2)} s CPU, ratio to the goal ${(seconds / goalSeconds).toFixed(2)} (goal: at most 1)`,
)
process.exitCode = seconds <= goalSeconds ? 0 : 1

/** One procedure of a region: classes a little larger or smaller than the school's usual, shares scattered as a beta distribution would. */
function stratum(own: readonly number[]): { n: number[]; k: number[] } {
  const mean = 0.02 + 0.3 * random()
  const scatter = 0.3 + 0.6 * random()
  const n: number[] = []
  const k: number[] = []
  for (const size of own) {
    const here = Math.max(1, Math.round(size * (0.8 + 0.4 * random())))
    const logit = Math.log(mean / (1 - mean)) + scatter * normal()
    const share = 1 / (1 + Math.exp(-logit))
    let below = 0
    for (let pupil = 0; pupil < here; pupil++) if (random() < share) below++
    n.push(here)
    k.push(below)
  }
  return { n, k }
}

function normal(): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** The same numbers at every run: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
