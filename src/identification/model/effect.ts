/** Who enters and who leaves when numbers of a draft change: verdicts only, so that it is seen at once. */
import { applyMethodology, type RunOptions } from '../../core/rules/apply-methodology.ts'
import type { Methodology } from '../../core/rules/methodology.ts'
import type { ResultsTable } from '../../core/rules/results-table.ts'
import type { Verdict } from '../../core/rules/verdict.ts'

export interface ListEffect {
  readonly list: string
  readonly title: string
  readonly yes: number
  readonly no: number
  readonly unknown: number
  /** Places in the table. */
  readonly entered: readonly number[]
  readonly left: readonly number[]
  /** Judged before and not now, or the other way round, without entering or leaving. */
  readonly lostSight: readonly number[]
}

/** Verdicts by list, each by place of the school. */
export type Verdicts = ReadonlyMap<string, readonly Verdict[]>

/** Verdicts of all schools on all lists. */
export function verdictsOf(methodology: Methodology, table: ResultsTable, options: RunOptions = {}): Verdicts {
  const { lists } = applyMethodology(methodology, table, options)
  return new Map(lists.map(({ id, rule }) => [id, table.schools.map((_, at) => rule.verdictOf(at))]))
}

/**
 * What a draft changes against verdicts that are known: those of the approved edition, or of the last frozen list.
 *
 * @param before a list that is not there was not judged by it: nobody entered and nobody left
 * @example effectOf(methodology, verdictsOf(draft, table), verdictsOf(approved, table))[0]?.entered.length // 3
 */
export function effectOf({ lists }: Methodology, after: Verdicts, before: Verdicts): ListEffect[] {
  return lists.map(({ id, title }) => {
    const now = after.get(id) ?? []
    const then = before.get(id)
    const counts = { yes: 0, no: 0, unknown: 0 }
    const entered: number[] = []
    const left: number[] = []
    const lostSight: number[] = []
    for (const [at, verdict] of now.entries()) {
      counts[verdict]++
      const earlier = then?.[at]
      if (earlier === undefined || earlier === verdict) continue
      if (verdict === 'yes') entered.push(at)
      else if (earlier === 'yes') left.push(at)
      else lostSight.push(at)
    }
    return { list: id, title, ...counts, entered, left, lostSight }
  })
}
