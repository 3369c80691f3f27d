/** Another last day for a plan that runs. */
import { addDays, type IsoDate, refuse } from '../../core/base/index.ts'
import { type Plan, usualCheckpoints } from './plan.ts'

const longestYears = 10

/**
 * The plan until another day. Checkpoints after that day go, the usual ones of the added time come; «далее ежегодно» reaches at least
 * to the new end.
 *
 * @throws refuse('invalid', 'roadmaps/period-ends-before-start' | 'roadmaps/period-too-long')
 * @example planUntil(plan2026, '2027-12-31').checkpoints // … '2026-11-30', '2027-06-30', '2027-11-30'
 */
export function planUntil(plan: Plan, end: IsoDate): Plan {
  if (end < plan.start)
    throw refuse('invalid', 'roadmaps/period-ends-before-start', { start: plan.start, end }, { field: 'planEnd' })
  if (Number(end.slice(0, 4)) - Number(plan.start.slice(0, 4)) > longestYears)
    throw refuse('invalid', 'roadmaps/period-too-long', { years: longestYears }, { field: 'planEnd' })
  return {
    start: plan.start,
    end,
    horizon: plan.horizon === plan.end || plan.horizon < end ? end : plan.horizon,
    checkpoints: [
      ...plan.checkpoints.filter(date => date <= end),
      ...(end > plan.end ? usualCheckpoints(addDays(plan.end, 1), end) : []),
    ],
  }
}
