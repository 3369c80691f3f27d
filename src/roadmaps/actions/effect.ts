/** The effect of a change: shown before it is saved, then applied exactly as shown. */
import { createHash } from 'node:crypto'
import { refuse } from '../../core/base/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import type { Effect } from '../contract.ts'
import { changesNothing, type PlannedObligation, type PlanOfChange, type StandingObligation } from '../model/index.ts'
import { cancelObligations, insertObligations, moveObligations, recount } from '../store/obligations.ts'
import { namesOf } from '../store/registers.ts'
import { type RoadmapRow, titlesOf } from '../store/roadmaps.ts'

/** What was shown to the person who presses the button again. Without a seal nothing was shown yet. */
export interface Shown {
  readonly version: number
  readonly seal: string | undefined
  readonly reason: string | undefined
}

/**
 * Lets a change through only when its effect was shown and is still the same; the reason goes into the record.
 * @throws refuse('conflict', 'roadmaps/confirm-effect') with the effect in `details`
 */
export async function reasonOnceShown(ctx: Ctx, shown: Shown, seal: string, plan: PlanOfChange): Promise<string> {
  const reason = shown.reason?.trim() ?? ''
  if (shown.seal === seal && reason !== '') return reason
  const code = !shown.seal ? 'confirm-effect' : shown.seal === seal ? 'reason-missing' : 'effect-changed'
  throw refuse('conflict', `roadmaps/${code}`, {}, await effectOf(ctx, plan, seal))
}

export async function applyPlan(ctx: Ctx, roadmap: RoadmapRow, plan: PlanOfChange, reason: string): Promise<void> {
  if (changesNothing(plan)) return
  await insertObligations(ctx, roadmap.id, roadmap.municipalityId, plan.add)
  await moveObligations(ctx, plan.move)
  await cancelObligations(
    ctx,
    plan.cancel.map(one => one.id),
    reason,
  )
  await recount(ctx, roadmap.id)
}

const linesShown = 200

async function effectOf(ctx: Ctx, plan: PlanOfChange, seal: string): Promise<Effect> {
  const lines = [
    ...plan.move.map(({ from, to }) => ({ does: 'move', one: to, from: from.dueOn, to: to.dueOn })),
    ...plan.cancel.map(one => ({ does: 'cancel', one, from: one.dueOn, to: null })),
    ...plan.kept.map(one => ({ does: 'kept', one, from: one.dueOn, to: one.dueOn })),
    ...plan.add.map(one => ({ does: 'add', one, from: null, to: one.dueOn })),
  ].slice(0, linesShown)
  const names = await namesOf(ctx, [...new Set(lines.map(line => line.one.organisationId))])
  const nameOf = new Map(names.map(one => [one.id, one.shortName ?? one.name]))
  const titles = await titlesOf(ctx, [...new Set(lines.map(line => line.one.sourceId))])
  const titleOf = new Map(titles.map(one => [one.id, one.title]))
  return {
    add: plan.add.length,
    move: plan.move.length,
    cancel: plan.cancel.length,
    kept: plan.kept.length,
    unchanged: plan.unchanged,
    lines: lines.map(({ does, one, from, to }) => ({
      does,
      what: titleOf.get(one.sourceId) ?? '',
      organisation: nameOf.get(one.organisationId) ?? one.organisationId,
      from,
      to,
    })),
    seal,
  }
}

export function sizesOf(plan: PlanOfChange) {
  return { added: plan.add.length, moved: plan.move.length, cancelled: plan.cancel.length, kept: plan.kept.length }
}

export function sealOf(plan: PlanOfChange, after: unknown): string {
  const line = (one: PlannedObligation) =>
    `${one.sourceId} ${one.organisationId} ${one.startsOn} ${one.dueOn} ${one.binding}`
  const ids = (list: readonly StandingObligation[]) => list.map(one => one.id).sort()
  const shown = {
    after,
    add: plan.add.map(line).sort(),
    move: plan.move.map(one => `${one.id} ${line(one.to)}`).sort(),
    cancel: ids(plan.cancel),
    kept: ids(plan.kept),
  }
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22)
}
