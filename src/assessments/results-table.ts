import type { ResultsTable } from '../core/rules/results-table.ts'
import type { Ctx } from '../platform/postgres/index.ts'
import { waves as allWaves, type Wave } from './model/cell.ts'
import { fillTable } from './model/fill-table.ts'
import { inputsHashOf } from './model/inputs-hash.ts'
import { indicatorColumns, openSchools, slotColumns, stateColumns } from './store/table-columns.ts'

export interface ResultsQuestion {
  /** Calendar years; left out: all that are known. */
  readonly years?: readonly number[]
  /** Which waves count; left out: all but `september`, where the same pupils try again. */
  readonly waves?: readonly Wave[]
}

const usualWaves: readonly Wave[] = allWaves.filter(wave => wave !== 'september')

/**
 * The results of all open schools of the scope as the engine of methodologies takes them, and a hash of everything that can move a verdict.
 *
 * `School.code` is the id of the organisation. Schools stand in the order of their ids, slots by year, procedure, subject and grade.
 * A cell is withheld when it is not known of every class how many are below.
 * Means are of primary scores, of test scores for ЕГЭ. The hash does not depend on the order in which figures came in.
 *
 * @example const { table, inputsHash } = await resultsTable(ctx, { years: [2024, 2025] }); identify(methodology, table)
 */
export async function resultsTable(
  ctx: Ctx,
  { years, waves = usualWaves }: ResultsQuestion = {},
): Promise<{ readonly table: ResultsTable; readonly inputsHash: string }> {
  const schools = (await openSchools(ctx)).map(({ id, name, type, region, municipality }) => ({
    ...{ code: id, name, type, region, municipality: municipality ?? '' },
    traits: {},
  }))
  const results = await slotColumns(ctx, years, waves)
  const told = await stateColumns(ctx, years)
  const table = fillTable(schools, results, told, await indicatorColumns(ctx, years))
  return { table, inputsHash: inputsHashOf(table) }
}
