/** Forms that change a running roadmap as a whole. */
import type { RoadmapId } from '../../core/base/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { loadRoadmap } from '../actions/index.ts'
import type { NewItemView, PeriodView } from '../contract.ts'
import { executorTexts } from '../store/executors.ts'
import { listSections } from '../store/roadmaps.ts'
import { headOf, sectionLine } from './lines.ts'

export async function viewNewItem(ctx: Ctx, roadmapId: RoadmapId): Promise<NewItemView> {
  const row = await loadRoadmap(ctx, roadmapId)
  return {
    head: headOf(row, ctx),
    sections: (await listSections(ctx, roadmapId)).map(sectionLine),
    executors: await executorTexts(ctx, row.authorityId),
  }
}

export async function viewPeriod(ctx: Ctx, roadmapId: RoadmapId): Promise<PeriodView> {
  const row = await loadRoadmap(ctx, roadmapId)
  return { head: headOf(row, ctx), checkpoints: [...row.checkpoints] }
}
