/** What a change of the roadmap does to its obligations: shown before it is saved, then applied exactly as shown. */
import { daysBetween, type IsoDate, type ObligationId } from '../../core/base/index.ts'
import type { PlannedObligation } from './obligations.ts'
import { isHandedIn, type StatusFacts } from './status.ts'

/** An obligation that stands in the database. */
export interface StandingObligation
  extends PlannedObligation,
    Pick<StatusFacts, 'submittedOn' | 'acceptedOn' | 'returnedOn' | 'cancelledOn' | 'notRequiredOn'> {
  readonly id: ObligationId
}

export interface MovedObligation {
  readonly id: ObligationId
  readonly from: StandingObligation
  readonly to: PlannedObligation
}

export interface PlanOfChange {
  readonly add: readonly PlannedObligation[]
  readonly move: readonly MovedObligation[]
  readonly cancel: readonly StandingObligation[]
  /** Would move or go, but something was already handed in: they stay as they are. */
  readonly kept: readonly StandingObligation[]
  /** Cancelled before, asked for again: they come back with what had happened to them. */
  readonly revive: readonly StandingObligation[]
  readonly unchanged: number
}

/**
 * Compares what stands with what the changed roadmap asks for.
 * Obligations are matched within one source and one organisation: first those with the same dates, then each with the nearest.
 * What was handed in is never moved or cancelled, and it takes the place of the new occurrence it is nearest to.
 *
 * @param before obligations of the touched sources, cancelled ones included (they are left alone)
 * @param after what `obligationsOf` gives for the changed roadmap
 */
export function changeOf(before: readonly StandingObligation[], after: readonly PlannedObligation[]): PlanOfChange {
  const add: PlannedObligation[] = []
  const move: MovedObligation[] = []
  const cancel: StandingObligation[] = []
  const kept: StandingObligation[] = []
  let unchanged = 0

  const groups = new Map<string, { standing: StandingObligation[]; planned: PlannedObligation[] }>()
  const groupOf = (one: PlannedObligation) => {
    const key = `${one.sourceId}/${one.organisationId}`
    const group = groups.get(key) ?? { standing: [], planned: [] }
    groups.set(key, group)
    return group
  }
  for (const one of before) if (!one.cancelledOn) groupOf(one).standing.push(one)
  for (const one of after) groupOf(one).planned.push(one)

  for (const { standing, planned } of groups.values()) {
    const free = [...planned].sort(byDates)
    const left: StandingObligation[] = []
    for (const one of [...standing].sort(byDates)) {
      const same = free.findIndex(other => sameObligation(one, other))
      if (same < 0) {
        left.push(one)
        continue
      }
      free.splice(same, 1)
      unchanged++
    }
    for (const [one, to] of nearestPairs(left, free)) {
      if (isHandedIn(one) || one.notRequiredOn) kept.push(one)
      else if (to) move.push({ id: one.id, from: one, to })
      else cancel.push(one)
    }
    add.push(...free)
  }
  return { add, move, cancel, kept, revive: [], unchanged }
}

/** Whether the plan leaves everything as it is. */
export function changesNothing(plan: PlanOfChange): boolean {
  return plan.add.length + plan.move.length + plan.cancel.length + plan.revive.length === 0
}

/** Whether two obligations of one source and one organisation have the same dates, binding and person. */
export function sameObligation(a: PlannedObligation, b: PlannedObligation): boolean {
  return a.startsOn === b.startsOn && a.dueOn === b.dueOn && a.binding === b.binding && a.personId === b.personId
}

function byDates(a: PlannedObligation, b: PlannedObligation): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || (a.startsOn ?? '').localeCompare(b.startsOn ?? '')
}

/** Pairs each standing obligation with the new occurrence nearest to it, nearest pairs first; those left over get null. Takes from `free`. */
function nearestPairs(
  left: readonly StandingObligation[],
  free: PlannedObligation[],
): [StandingObligation, PlannedObligation | null][] {
  const candidates = left
    .flatMap(one => free.map(to => ({ one, to, days: daysApart(one.dueOn, to.dueOn) })))
    .sort((a, b) => a.days - b.days || byDates(a.one, b.one) || byDates(a.to, b.to))
  const paired = new Map<StandingObligation, PlannedObligation>()
  const taken = new Set<PlannedObligation>()
  for (const { one, to } of candidates) {
    if (paired.has(one) || taken.has(to)) continue
    paired.set(one, to)
    taken.add(to)
  }
  free.splice(0, free.length, ...free.filter(to => !taken.has(to)))
  return left.map(one => [one, paired.get(one) ?? null])
}

function daysApart(a: IsoDate | null, b: IsoDate | null): number {
  return a && b ? Math.abs(daysBetween(a, b)) : a === b ? 0 : Number.MAX_SAFE_INTEGER
}
