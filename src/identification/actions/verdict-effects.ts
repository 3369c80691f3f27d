import { resultsTable } from '../../assessments/index.ts'
import type { ResultsTable } from '../../core/rules/results-table.ts'
import { type Ctx, change, sql } from '../../platform/postgres/index.ts'
import { effectOf, type Verdicts, verdictsOf } from '../model/effect.ts'
import { findRun, listRuns, type StoredRun } from '../store/runs.ts'
import { wavesOf } from './runs.ts'

/** What a change of results does to one list of the newest run of a methodology. Schools by name. */
export interface VerdictEffect {
  readonly methodology: string
  readonly list: string
  readonly entered: readonly string[]
  readonly left: readonly string[]
  /** Judged before and not now, or the other way round, without entering or leaving. */
  readonly lostSight: readonly string[]
}

const runsLookedThrough = 50

/**
 * Which verdicts a change of results would turn, under the newest run of each methodology: the change is made, judged and taken back, so
 * that nothing of it stays. Frozen lists are not touched by it at all.
 *
 * A methodology that lays a school beside others is left out where the scope is narrower than the region: its verdicts cannot be known there.
 *
 * @param makeChange writes into the results inside the transaction of `ctx`
 * @example (await verdictEffects(ctx, () => replaceUnits(ctx, cells, file))).flatMap(effect => effect.entered) // ['Школа № 5']
 */
export async function verdictEffects(ctx: Ctx, makeChange: () => Promise<unknown>): Promise<VerdictEffect[]> {
  const runs = (await newestRuns(ctx)).filter(run => ctx.scope.municipalityId === null || !looksAround(run.methodology))
  if (runs.length === 0) return []
  const read = () => tablesOf(ctx, runs)
  const before = await read()
  await change(ctx.tx, sql`SAVEPOINT verdict_effects`)
  let after: readonly ResultsTable[]
  try {
    await makeChange()
    after = await read()
  } finally {
    await change(ctx.tx, sql`ROLLBACK TO SAVEPOINT verdict_effects`)
  }
  return runs.flatMap((run, at) => effectsOf(run, before[at]!, after[at]!))
}

/** Results as each run counts them; runs that count the same waves share a table. */
async function tablesOf(ctx: Ctx, runs: readonly StoredRun[]): Promise<ResultsTable[]> {
  const tables = new Map<string, ResultsTable>()
  for (const { methodology } of runs) {
    const waves = String(methodology.waves)
    if (!tables.has(waves)) tables.set(waves, (await resultsTable(ctx, wavesOf(methodology))).table)
  }
  return runs.map(({ methodology }) => tables.get(String(methodology.waves))!)
}

async function newestRuns(ctx: Ctx): Promise<StoredRun[]> {
  const newest = new Map<string, string>()
  for (const { code, id } of await listRuns(ctx, runsLookedThrough)) if (!newest.has(code)) newest.set(code, id)
  const found = await Promise.all([...newest.values()].map(id => findRun(ctx, id)))
  return found.flatMap(run => (run ? [run] : []))
}

/** Mechanisms that look at other schools as well. */
const around = new Set(['bottom-share', 'relative-mean', 'z-score', 'context-residual'])

function looksAround(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(looksAround)
  if (typeof node !== 'object' || node === null) return false
  return Object.entries(node).some(([key, each]) => around.has(key) || looksAround(each))
}

function effectsOf(run: StoredRun, before: ResultsTable, after: ResultsTable): VerdictEffect[] {
  const judged = (table: ResultsTable): Verdicts => verdictsOf(run.methodology, table, { day: run.day, year: run.year })
  const names = after.schools.map(school => school.name)
  return effectOf(run.methodology, judged(after), judged(before)).map(effect => ({
    methodology: run.title,
    list: effect.title,
    entered: effect.entered.map(at => names[at]!),
    left: effect.left.map(at => names[at]!),
    lostSight: effect.lostSight.map(at => names[at]!),
  }))
}
