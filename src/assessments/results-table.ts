import type { ResultsTable } from '../core/rules/results-table.ts'
import type { Ctx } from '../platform/postgres/index.ts'
import type { Wave } from './model/cell.ts'

export interface ResultsQuestion {
  /** Calendar years; left out: all that are known. */
  readonly years?: readonly number[]
  /** Which waves count; left out: all but `september`, where the same pupils try again. */
  readonly waves?: readonly Wave[]
}

/**
 * The results of all open schools of the scope as the engine of methodologies takes them, and a hash of everything that can move a verdict.
 *
 * `School.code` is the id of the organisation; its codes in other registers stand in `traits` under their systems (`fis-oko`, `rcoi` …).
 * `participants` of a cell are those of whom it is known whether they are below; a cell with a class of which that is not known is withheld.
 * Means are of primary scores, of test scores for ЕГЭ. The hash does not depend on the order in which figures came in.
 *
 * @example const { table, inputsHash } = await resultsTable(ctx, { years: [2024, 2025] }); identify(methodology, table)
 */
export async function resultsTable(
  _ctx: Ctx,
  _question: ResultsQuestion = {},
): Promise<{ readonly table: ResultsTable; readonly inputsHash: string }> {
  throw new Error('not yet')
}
