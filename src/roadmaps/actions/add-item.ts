/** An item comes into a roadmap that runs. */
import { type ItemId, type RoadmapId, refuse } from '../../core/base/index.ts'
import { type Ctx, newId, saveAudit } from '../../platform/postgres/index.ts'
import {
  changeOf,
  type NewItemFields,
  newItemOf,
  type PlanOfChange,
  type RoadmapItem,
  sourceOfItem,
} from '../model/index.ts'
import { directoryOf } from '../store/executors.ts'
import { insertItem } from '../store/items.ts'
import { listSections, nextVersion, type RoadmapRow, schoolsOf } from '../store/roadmaps.ts'
import { applyPlan, basisOnceShown, recordOf, type Shown, sealOf } from './effect.ts'
import { loadRoadmap, roadmapToChange, wantedObligations } from './running.ts'

export interface ItemAddition {
  readonly roadmap: RoadmapRow
  readonly item: RoadmapItem
  readonly plan: PlanOfChange
  readonly seal: string
}

/** Stands for the new item until it is saved. */
const unborn = '00000000-0000-0000-0000-000000000000' as ItemId

/** What a new item would oblige. Saves nothing. */
export async function planNewItem(ctx: Ctx, roadmapId: RoadmapId, fields: NewItemFields): Promise<ItemAddition> {
  const roadmap = await loadRoadmap(ctx, roadmapId)
  const sections = await listSections(ctx, roadmapId)
  if (fields.sectionId !== null && !sections.some(section => section.id === fields.sectionId))
    throw refuse('invalid', 'roadmaps/no-such-section', {}, { field: 'sectionId' })
  const directory = await directoryOf(ctx, roadmap.authorityId)
  const context = { planStart: roadmap.planStart, planEnd: roadmap.planEnd, orderDate: null }
  const item = newItemOf(fields, directory, context, unborn)
  const wanted = await wantedObligations(ctx, roadmap, [sourceOfItem(item)], await schoolsOf(ctx, roadmapId))
  const plan = changeOf([], wanted)
  return { roadmap, item, plan, seal: sealOf(plan, item) }
}

/** Adds an item with exactly the obligations that were shown. @returns its id */
export async function addRunningItem(
  ctx: Ctx,
  roadmapId: RoadmapId,
  fields: NewItemFields,
  shown: Shown,
): Promise<ItemId> {
  const roadmap = await roadmapToChange(ctx, roadmapId)
  const { item, plan, seal } = await planNewItem(ctx, roadmapId, fields)
  if (roadmap.version !== shown.version) throw refuse('conflict', 'roadmaps/roadmap-changed')
  const titles = new Map([[unborn as string, [item.number, item.title].filter(Boolean).join(' ')]])
  const basis = await basisOnceShown(ctx, shown, seal, plan, { order: true, titles })
  if (!(await nextVersion(ctx, roadmapId, shown.version))) throw refuse('conflict', 'roadmaps/roadmap-changed')
  const id = newId<ItemId>()
  await insertItem(ctx, roadmap, { ...item, id }, basis)
  await applyPlan(ctx, roadmap, { ...plan, add: plan.add.map(one => ({ ...one, sourceId: id })) }, basis)
  await saveAudit(ctx, {
    action: 'roadmaps/item-added',
    subjectKind: 'item',
    subjectId: id,
    municipalityId: roadmap.municipalityId,
    after: { title: item.title, ...recordOf(ctx, basis, plan) },
  })
  return id
}
