/** What becomes of obligations when an item of a running roadmap is cancelled by an order, and when it is taken back. */
import { changeOf, type PlanOfChange, type StandingObligation, sameObligation } from './change.ts'
import type { PlannedObligation } from './obligations.ts'

/**
 * Cancelling an item. What was accepted stays, and what waits for a decision stays; nobody has to do again what was returned.
 *
 * @param before obligations of the item, cancelled ones included (they are left alone)
 */
export function cancellationOf(before: readonly StandingObligation[]): PlanOfChange {
  const open = before.filter(one => !one.cancelledOn)
  const stays = (one: StandingObligation) =>
    one.acceptedOn !== null || one.notRequiredOn !== null || (one.submittedOn !== null && one.returnedOn === null)
  return {
    add: [],
    move: [],
    cancel: open.filter(one => !stays(one)),
    kept: open.filter(stays),
    revive: [],
    unchanged: 0,
  }
}

/**
 * Taking a cancelled item back: an obligation that is asked for again comes back itself, with what had happened to it; only where
 * none stood is a new one made.
 *
 * @param before obligations of the item, cancelled ones included
 * @param after what `obligationsOf` gives for the item
 */
export function restorationOf(
  before: readonly StandingObligation[],
  after: readonly PlannedObligation[],
): PlanOfChange {
  const plan = changeOf(before, after)
  const gone = before.filter(one => one.cancelledOn !== null)
  const revive: StandingObligation[] = []
  const add: PlannedObligation[] = []
  for (const planned of plan.add) {
    const at = gone.findIndex(
      one =>
        one.sourceId === planned.sourceId &&
        one.organisationId === planned.organisationId &&
        sameObligation(one, planned),
    )
    if (at < 0) add.push(planned)
    else revive.push(...gone.splice(at, 1))
  }
  return { ...plan, add, revive }
}
