/** The effect of a change: shown before it is saved, then applied exactly as shown. */
import { createHash } from 'node:crypto'
import { type IsoDate, refuse } from '../../core/base/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { basisLine } from '../basis-line.ts'
import type { Effect } from '../contract.ts'
import {
  type Basis,
  changesNothing,
  type PlannedObligation,
  type PlanOfChange,
  type StandingObligation,
} from '../model/index.ts'
import {
  cancelObligations,
  insertObligations,
  moveObligations,
  recount,
  reviveObligations,
} from '../store/obligations.ts'
import { namesOf } from '../store/registers.ts'
import { type RoadmapRow, titlesOf } from '../store/roadmaps.ts'

/** What was shown to the person who presses the button again. Without a seal nothing was shown yet. */
export interface Shown {
  readonly version: number
  readonly seal: string | undefined
  readonly reason: string | undefined
  readonly orderNumber?: string | null | undefined
  readonly orderDate?: IsoDate | null | undefined
}

/**
 * Lets a change through only when its effect was shown and is still the same, and its basis is given; the basis goes into the record.
 *
 * @param needs.order the change takes or moves what somebody owes: it needs the number and date of an order
 * @param needs.titles names of things that do not stand in the database yet
 * @throws refuse('conflict', 'roadmaps/confirm-effect' | 'roadmaps/effect-changed' | 'roadmaps/reason-missing' | 'roadmaps/order-missing')
 *   with the effect in `details`
 */
export async function basisOnceShown(
  ctx: Ctx,
  shown: Shown,
  seal: string,
  plan: PlanOfChange,
  needs: { readonly order?: boolean; readonly titles?: ReadonlyMap<string, string> } = {},
): Promise<Basis> {
  const basis = {
    reason: shown.reason?.trim() ?? '',
    orderNumber: shown.orderNumber?.trim() || null,
    orderDate: shown.orderDate || null,
  }
  const refusal = async (code: string, field?: string) =>
    refuse(
      'conflict',
      `roadmaps/${code}`,
      {},
      { ...(await effectOf(ctx, plan, seal, needs.titles)), ...(field && { field }) },
    )
  if (!shown.seal) throw await refusal('confirm-effect')
  if (shown.seal !== seal) throw await refusal('effect-changed')
  if (basis.reason === '') throw await refusal('reason-missing', 'reason')
  if (needs.order && !basis.orderNumber) throw await refusal('order-missing', 'orderNumber')
  if (needs.order && !basis.orderDate) throw await refusal('order-missing', 'orderDate')
  return basis
}

/** Applies to the obligations what was shown. */
export async function applyPlan(ctx: Ctx, roadmap: RoadmapRow, plan: PlanOfChange, basis: Basis): Promise<void> {
  if (changesNothing(plan)) return
  await insertObligations(ctx, roadmap.id, roadmap.municipalityId, plan.add)
  await moveObligations(ctx, plan.move)
  await cancelObligations(
    ctx,
    plan.cancel.map(one => one.id),
    basisLine(basis, ctx.lang),
  )
  await reviveObligations(
    ctx,
    plan.revive.map(one => one.id),
  )
  await recount(ctx, roadmap.id)
}

const linesShown = 200
const order = ['move', 'cancel', 'revive', 'add', 'kept']

/** What a plan of change would do, line by line, as it is shown before anything is saved. */
export async function effectOf(
  ctx: Ctx,
  plan: PlanOfChange,
  seal: string,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Effect> {
  const lines = [
    ...plan.move.map(({ from, to }) => ({ does: 'move', one: to, from: from.dueOn, to: to.dueOn })),
    ...plan.cancel.map(one => ({ does: 'cancel', one, from: one.dueOn, to: null })),
    ...plan.kept.map(one => ({ does: 'kept', one, from: one.dueOn, to: one.dueOn })),
    ...plan.revive.map(one => ({ does: 'revive', one, from: null, to: one.dueOn })),
    ...plan.add.map(one => ({ does: 'add', one, from: null, to: one.dueOn })),
  ]
    .sort(
      (a, b) =>
        order.indexOf(a.does) - order.indexOf(b.does) || (a.from ?? a.to ?? '').localeCompare(b.from ?? b.to ?? ''),
    )
    .slice(0, linesShown)
  const names = await namesOf(ctx, [...new Set(lines.map(line => line.one.organisationId))])
  const nameOf = new Map(names.map(one => [one.id, one.shortName ?? one.name]))
  const titles = await titlesOf(ctx, [...new Set(lines.map(line => line.one.sourceId))])
  const titleOf = new Map([...titles.map(one => [one.id, one.title] as const), ...known])
  return {
    add: plan.add.length,
    move: plan.move.length,
    cancel: plan.cancel.length,
    kept: plan.kept.length,
    revive: plan.revive.length,
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

/** What the change log says of a change: its basis in words, and how many obligations it touched. */
export function recordOf(ctx: Ctx, basis: Basis, plan: PlanOfChange) {
  const { add, move, cancel, kept, revive } = plan
  return {
    reason: basisLine(basis, ctx.lang),
    added: add.length,
    moved: move.length,
    cancelled: cancel.length,
    kept: kept.length,
    ...(revive.length > 0 && { revived: revive.length }),
  }
}

/** A seal of an effect and of what the change makes: another effect has another seal. */
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
    revive: ids(plan.revive),
  }
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22)
}
