/** Another deadline or other executors for an item that runs. */
import { type ItemId, type RoadmapId, refuse } from '../../core/base/index.ts'
import { type Ctx, saveAudit } from '../../platform/postgres/index.ts'
import { changeOf, type PlanOfChange, type RoadmapItem, sourceOfItem } from '../model/index.ts'
import { editRunningItem, type RunningItemFields } from '../model/running-item.ts'
import { type ItemRow, saveItem } from '../store/items.ts'
import { standingObligations } from '../store/obligations.ts'
import { type RoadmapRow, schoolsOf } from '../store/roadmaps.ts'
import { applyPlan, basisOnceShown, recordOf, type Shown, sealOf } from './effect.ts'
import { loadItem, loadRoadmap, roadmapToChange, wantedObligations } from './running.ts'

export interface ItemChange {
  readonly roadmap: RoadmapRow
  readonly before: ItemRow
  readonly after: RoadmapItem
  readonly plan: PlanOfChange
  /** A seal of what was shown: applying refuses when something else would happen by then. */
  readonly seal: string
}

/** What changing the deadline or the executors of an item would do to its obligations. Saves nothing. */
export async function planItemChange(
  ctx: Ctx,
  roadmapId: RoadmapId,
  itemId: ItemId,
  fields: RunningItemFields,
): Promise<ItemChange> {
  const roadmap = await loadRoadmap(ctx, roadmapId)
  const before = await loadItem(ctx, roadmapId, itemId)
  if (before.cancelled) throw refuse('conflict', 'roadmaps/item-cancelled')
  const after = editRunningItem(before, fields, {
    planStart: roadmap.planStart,
    planEnd: roadmap.planEnd,
    orderDate: null,
  })
  const wanted = await wantedObligations(ctx, roadmap, [sourceOfItem(after)], await schoolsOf(ctx, roadmapId))
  const plan = changeOf(await standingObligations(ctx, roadmapId, itemId), wanted)
  return { roadmap, before, after, plan, seal: sealOf(plan, after) }
}

/** Saves a change of an item and applies to its obligations exactly what was shown. */
export async function changeItem(
  ctx: Ctx,
  roadmapId: RoadmapId,
  itemId: ItemId,
  fields: RunningItemFields,
  shown: Shown,
): Promise<void> {
  const roadmap = await roadmapToChange(ctx, roadmapId)
  const { before, after, plan, seal } = await planItemChange(ctx, roadmapId, itemId, fields)
  if (before.version !== shown.version)
    throw refuse('conflict', 'roadmaps/item-changed', { number: before.number ?? '' }, { stored: before })
  const basis = await basisOnceShown(ctx, shown, seal, plan, { order: plan.move.length + plan.cancel.length > 0 })
  if (!(await saveItem(ctx, roadmap, after, before.version)))
    throw refuse('conflict', 'roadmaps/item-changed', { number: before.number ?? '' }, { stored: before })
  await applyPlan(ctx, roadmap, plan, basis)
  await saveAudit(ctx, {
    action: 'roadmaps/item-changed',
    subjectKind: 'item',
    subjectId: itemId,
    municipalityId: roadmap.municipalityId,
    before: { deadline: before.deadline?.sourceText ?? null, parties: before.parties.map(partyLine) },
    after: {
      deadline: after.deadline?.sourceText ?? null,
      parties: after.parties.map(partyLine),
      ...recordOf(ctx, basis, plan),
    },
  })
}

function partyLine(party: RoadmapItem['parties'][number]): string {
  return party.lead ? `${party.text} (lead)` : party.owes ? `${party.text} (owes)` : party.text
}
