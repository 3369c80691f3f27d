import { type Costs, fixedCosts, type Way } from './cost.ts'
import type { Counts, Figure } from './mechanism.ts'
import type { Verdict } from './verdict.ts'

/**
 * Costs of a verdict that rests on one share of whole people: how many of them must be counted otherwise until the answer turns.
 * The answer must turn at most once as the number grows; figures without counts behind them have no way.
 *
 * @param answer the verdict that a figure would have
 */
export function countedCosts(verdict: Verdict, counts: Counts | null, answer: (figure: Figure) => Verdict): Costs {
  const fixed = fixedCosts(verdict)
  if (counts === null || verdict === 'unknown') return fixed
  const turned = (part: number) => answer(counts.figureAt(part)) !== verdict
  const up = firstTurned(counts.whole - counts.part, step => turned(counts.part + step))
  const down = firstTurned(counts.part, step => turned(counts.part - step))
  if (up === null && down === null) return fixed
  const step = up === null ? -down! : up
  const way: Way = { participants: Math.abs(step), changes: [{ place: counts.place, participants: step }] }
  return verdict === 'no' ? { ...fixed, yes: way, notNo: way } : { ...fixed, no: way, notYes: way }
}

/** The smallest step at which it has turned, or null; halves the steps between. */
function firstTurned(last: number, turned: (step: number) => boolean): number | null {
  if (last < 1 || !turned(last)) return null
  let below = 0
  let reached = last
  while (reached - below > 1) {
    const middle = (below + reached) >> 1
    if (turned(middle)) reached = middle
    else below = middle
  }
  return reached
}
