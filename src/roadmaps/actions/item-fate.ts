/** An item is cancelled by an order, or taken back; what was accepted stays. */
import { type ItemId, type RoadmapId, refuse } from '../../core/base/index.ts'
import { type Ctx, saveAudit } from '../../platform/postgres/index.ts'
import { cancellationOf, type PlanOfChange, restorationOf, sourceOfItem } from '../model/index.ts'
import { type ItemRow, saveItemFate } from '../store/items.ts'
import { standingObligations } from '../store/obligations.ts'
import { type RoadmapRow, schoolsOf } from '../store/roadmaps.ts'
import { applyPlan, basisOnceShown, recordOf, type Shown, sealOf } from './effect.ts'
import { loadItem, loadRoadmap, roadmapToChange, wantedObligations } from './running.ts'

export type Fate = 'cancel' | 'restore'

export interface ItemFate {
  readonly roadmap: RoadmapRow
  readonly item: ItemRow
  readonly plan: PlanOfChange
  readonly seal: string
}

/**
 * What cancelling an item, or taking it back, would do to its obligations. Saves nothing.
 * @throws refuse('conflict', 'roadmaps/item-cancelled' | 'roadmaps/item-runs') when that has happened already
 */
export async function planItemFate(ctx: Ctx, roadmapId: RoadmapId, itemId: ItemId, fate: Fate): Promise<ItemFate> {
  const roadmap = await loadRoadmap(ctx, roadmapId)
  const item = await loadItem(ctx, roadmapId, itemId)
  if (fate === 'cancel' && item.cancelled) throw refuse('conflict', 'roadmaps/item-cancelled')
  if (fate === 'restore' && !item.cancelled) throw refuse('conflict', 'roadmaps/item-runs')
  const standing = await standingObligations(ctx, roadmapId, itemId)
  const plan =
    fate === 'cancel'
      ? cancellationOf(standing)
      : restorationOf(
          standing,
          await wantedObligations(ctx, roadmap, [sourceOfItem(item)], await schoolsOf(ctx, roadmapId)),
        )
  return { roadmap, item, plan, seal: sealOf(plan, { fate, itemId }) }
}

/** Cancels an item or takes it back, and does to its obligations exactly what was shown. */
export async function changeItemFate(
  ctx: Ctx,
  roadmapId: RoadmapId,
  itemId: ItemId,
  fate: Fate,
  shown: Shown,
): Promise<void> {
  const roadmap = await roadmapToChange(ctx, roadmapId)
  const { item, plan, seal } = await planItemFate(ctx, roadmapId, itemId, fate)
  const changed = () => refuse('conflict', 'roadmaps/item-changed', { number: item.number ?? '' }, { stored: item })
  if (item.version !== shown.version) throw changed()
  const basis = await basisOnceShown(ctx, shown, seal, plan, { order: true })
  if (!(await saveItemFate(ctx, roadmapId, item, fate === 'cancel' ? basis : null))) throw changed()
  await applyPlan(ctx, roadmap, plan, basis)
  await saveAudit(ctx, {
    action: fate === 'cancel' ? 'roadmaps/item-cancelled' : 'roadmaps/item-restored',
    subjectKind: 'item',
    subjectId: itemId,
    municipalityId: roadmap.municipalityId,
    before: { cancelled: item.cancelled },
    after: recordOf(ctx, basis, plan),
  })
}
