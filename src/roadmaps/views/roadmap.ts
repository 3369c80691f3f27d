/** Roadmaps and the chunks of their items. */
import type { Static } from 'typebox'
import type { RoadmapId } from '../../core/base/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { loadRoadmap } from '../actions/index.ts'
import type { ItemChunk, ItemsQuery, RoadmapList, RoadmapView, Totals } from '../contract.ts'
import { listItems } from '../store/items.ts'
import { countersOfAll, totalsOf } from '../store/obligation-lists.ts'
import { namesOf } from '../store/registers.ts'
import { columnsOf, listClauses, listExecutors, listLeftovers, listRoadmaps, listSections } from '../store/roadmaps.ts'
import { headOf, sectionLine } from './lines.ts'

const chunk = 100

export async function viewRoadmaps(ctx: Ctx): Promise<RoadmapList> {
  const roadmaps = await listRoadmaps(ctx)
  const totals = await countersOfAll(ctx, ctx.today)
  const names = await namesOf(ctx, [...new Set(roadmaps.map(row => row.authorityId))])
  const authorities = new Map(names.map(one => [one.id, one.name]))
  return {
    roadmaps: roadmaps.map(row => ({
      head: headOf(row, ctx),
      authority: authorities.get(row.authorityId) ?? '',
      totals: totals.get(row.id) ?? noTotals,
    })),
  }
}

const noTotals: Totals = { owed: 0, recommended: 0, undated: 0, dueSoFar: 0, overdue: 0, accepted: 0 }

export async function viewItems(ctx: Ctx, roadmapId: RoadmapId, query: ItemsQuery): Promise<Static<typeof ItemChunk>> {
  const found = await listItems(ctx, roadmapId, {
    after: query.after ?? -1,
    limit: chunk + 1,
    sectionId: query.section ?? null,
    executorKey: query.executor ?? null,
    words: query.q?.trim() || null,
    status: query.status ?? null,
  })
  if (found.length === 0) await loadRoadmap(ctx, roadmapId) // nothing fits, or no such roadmap
  const items = found.slice(0, chunk)
  return { items, next: found.length > chunk ? items.at(-1)!.position : null }
}

export async function viewRoadmap(ctx: Ctx, roadmapId: RoadmapId, query: ItemsQuery): Promise<RoadmapView> {
  const row = await loadRoadmap(ctx, roadmapId)
  const clauses = await listClauses(ctx, roadmapId)
  return {
    head: headOf(row, ctx),
    totals: await totalsOf(ctx, roadmapId, ctx.today),
    sections: (await listSections(ctx, roadmapId)).map(sectionLine),
    executors: await listExecutors(ctx, roadmapId),
    clauses: clauses.map(({ id, number, text, addressees, deadline, binding }) => ({
      id,
      number,
      text,
      addressees: [...addressees],
      deadlineText: deadline?.sourceText ?? null,
      binding,
    })),
    leftovers: await listLeftovers(ctx, roadmapId),
    columns: [...(await columnsOf(ctx, roadmapId))],
    ...(await viewItems(ctx, roadmapId, query)),
    filter: query,
  }
}
