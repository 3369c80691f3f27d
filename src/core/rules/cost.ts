import type { Verdict } from './verdict.ts'

/** A change of marks in one place: `participants` more (or fewer, when negative) with a low result. */
export interface Change {
  readonly place: string
  readonly participants: number
}
/** A way to change a verdict; `participants` is the sum over its changes, Infinity when there is no way. */
export interface Way {
  readonly participants: number
  readonly changes: readonly Change[]
  /** Parts of this way: one of them may do alone where parts look at the same places. */
  readonly parts?: readonly Way[]
}
/** The cheapest way to each answer and away from it. "Not yes" is cheaper than "no" where something is unknown. */
export interface Costs {
  readonly yes: Way
  readonly notYes: Way
  readonly no: Way
  readonly notNo: Way
}

export const free: Way = { participants: 0, changes: [] }
export const noWay: Way = { participants: Number.POSITIVE_INFINITY, changes: [] }

/** Costs of a verdict that no change of marks moves. @example fixedCosts('unknown').notYes // free */
export function fixedCosts(verdict: Verdict): Costs {
  return {
    yes: verdict === 'yes' ? free : noWay,
    notYes: verdict === 'yes' ? noWay : free,
    no: verdict === 'no' ? free : noWay,
    notNo: verdict === 'no' ? noWay : free,
  }
}

/** Costs of the opposite rule. */
export function oppositeCosts({ yes, notYes, no, notNo }: Costs): Costs {
  return { yes: no, notYes: notNo, no: yes, notNo: notYes }
}

/**
 * Costs of "at least `needed` of these": the cheapest `needed` must turn, or so many that too few are left.
 * A place that two parts share is paid once, by the dearer of both.
 *
 * @example costsOfAtLeast(1, [a, b]).yes // the cheaper of a.yes and b.yes
 */
export function costsOfAtLeast(needed: number, parts: readonly Costs[]): Costs {
  const left = parts.length - needed + 1
  return {
    yes: cheapest(
      needed,
      parts.map(part => part.yes),
    ),
    notNo: cheapest(
      needed,
      parts.map(part => part.notNo),
    ),
    notYes: cheapest(
      left,
      parts.map(part => part.notYes),
    ),
    no: cheapest(
      left,
      parts.map(part => part.no),
    ),
  }
}

function cheapest(count: number, ways: readonly Way[]): Way {
  if (count <= 0) return free
  if (count > ways.length) return noWay
  const chosen = [...ways].sort((a, b) => a.participants - b.participants).slice(0, count)
  if (chosen.some(way => way === noWay || way.participants === Number.POSITIVE_INFINITY)) return noWay
  const places = new Map<string, number>()
  for (const { changes } of chosen)
    for (const { place, participants } of changes) {
      const before = places.get(place) ?? 0
      if (before * participants < 0) return noWay
      places.set(place, Math.abs(participants) > Math.abs(before) ? participants : before)
    }
  const changes = [...places].map(([place, participants]) => ({ place, participants }))
  return {
    participants: changes.reduce((sum, change) => sum + Math.abs(change.participants), 0),
    changes,
    parts: chosen,
  }
}
