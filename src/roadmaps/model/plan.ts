/** The time a roadmap covers, and the occasions on which its deadlines fall. */
import type { IsoDate } from '../../core/base/index.ts'
import { dateOf } from '../../core/base/index.ts'
import type { Deadline } from '../../core/deadlines/contract.ts'
import { occurrences } from '../../core/deadlines/index.ts'

export interface Plan {
  readonly start: IsoDate
  readonly end: IsoDate
  /** Last day for «далее ежегодно» where the plan names no end. */
  readonly horizon: IsoDate
  /** A continuous deadline falls due on each of these. */
  readonly checkpoints: readonly IsoDate[]
}

/** Days of a year on which progress is looked at, as `MM-DD`. */
export const usualCheckpointDays = ['06-30', '11-30'] as const

/**
 * The usual checkpoints of every year of a plan.
 * @example usualCheckpoints('2023-01-01', '2023-12-31') // ['2023-06-30', '2023-11-30']
 */
export function usualCheckpoints(start: IsoDate, end: IsoDate): IsoDate[] {
  const dates: IsoDate[] = []
  for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)); year++)
    for (const day of usualCheckpointDays) {
      const date = dateOf(year, Number(day.slice(0, 2)), Number(day.slice(3)))
      if (date && date >= start && date <= end) dates.push(date)
    }
  return dates
}

/** One occasion of a deadline. `dueOn` null: it cannot be dated and stays visible as such. */
export interface Occurrence {
  readonly startsOn: IsoDate | null
  readonly dueOn: IsoDate | null
}

/**
 * The occasions of a deadline within a plan, in order of dates. Never empty: what cannot be dated gives an undated occasion.
 * A continuous deadline falls due on each checkpoint of its time.
 *
 * @param deadline null when the order prints none
 * @example occurrencesOf({ kind: 'continuous', … }, plan) // one per checkpoint
 */
export function occurrencesOf(deadline: Deadline | null, plan: Plan): readonly Occurrence[] {
  if (!deadline) return [{ startsOn: null, dueOn: null }]
  return occurrences(deadline, plan).flatMap(({ startsOn, dueOn, perCheckpoint }) =>
    perCheckpoint ? atCheckpoints(deadline, plan) : [{ startsOn, dueOn }],
  )
}

/** `occurrencesOf` for many deadlines of one plan: each wording is worked out once. */
export function occurrencesIn(plan: Plan): (deadline: Deadline | null) => readonly Occurrence[] {
  const known = new Map<string, readonly Occurrence[]>()
  return deadline => {
    const key = JSON.stringify(deadline)
    const found = known.get(key) ?? occurrencesOf(deadline, plan)
    known.set(key, found)
    return found
  }
}

function atCheckpoints(deadline: Deadline, plan: Plan): Occurrence[] {
  const start = deadline.start ?? plan.start
  const end = deadline.end ?? plan.end
  const within = plan.checkpoints.filter(dueOn => dueOn >= start && dueOn <= end)
  return within.length > 0 ? within.map(dueOn => ({ startsOn: start, dueOn })) : [{ startsOn: start, dueOn: end }]
}
