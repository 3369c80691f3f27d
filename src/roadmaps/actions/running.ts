/** What every change of a running roadmap loads. */
import { type ItemId, type OrganisationId, type RoadmapId, refuse } from '../../core/base/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import {
  type Gap,
  obligationsOf,
  type PlannedObligation,
  type Source,
  sourceOfClause,
  sourceOfItem,
} from '../model/index.ts'
import { directoryOf } from '../store/executors.ts'
import { territoryOf } from '../store/registers.ts'
import {
  findItem,
  findRoadmap,
  type ItemRow,
  listClauses,
  listItems,
  planOfRow,
  type RoadmapRow,
  schoolsOf,
} from '../store/roadmaps.ts'

export async function loadRoadmap(ctx: Ctx, id: RoadmapId): Promise<RoadmapRow> {
  const found = await findRoadmap(ctx, id)
  if (!found) throw refuse('not-found', 'roadmaps/no-such-roadmap')
  return found
}

export async function loadItem(ctx: Ctx, roadmapId: RoadmapId, itemId: ItemId): Promise<ItemRow> {
  const found = await findItem(ctx, roadmapId, itemId)
  if (!found) throw refuse('not-found', 'roadmaps/no-such-item')
  return found
}

/** Why some items and clauses of a running roadmap oblige nobody, by today's directory and schools. */
export async function gapsOf(ctx: Ctx, roadmap: RoadmapRow): Promise<readonly Gap[]> {
  const chosen = new Set(await schoolsOf(ctx, roadmap.id))
  const territory = await territoryOf(ctx, roadmap.municipalityId)
  const scope = territory.filter(one => one.kind !== 'school' || chosen.has(one.id))
  const directory = await directoryOf(ctx, roadmap.authorityId)
  return obligationsOf(await allSources(ctx, roadmap.id), directory, scope, planOfRow(roadmap)).gaps
}

export async function allSources(ctx: Ctx, roadmapId: RoadmapId): Promise<Source[]> {
  const everything = { after: -1, limit: 100_000, sectionId: null, executorKey: null, words: null, status: null }
  const items = await listItems(ctx, roadmapId, everything)
  const clauses = await listClauses(ctx, roadmapId)
  return [...items.map(sourceOfItem), ...clauses.map(sourceOfClause)]
}

export async function wantedObligations(
  ctx: Ctx,
  roadmap: RoadmapRow,
  sources: readonly Source[],
  schools: readonly OrganisationId[],
): Promise<readonly PlannedObligation[]> {
  const chosen = new Set(schools)
  const scope = (await territoryOf(ctx, roadmap.municipalityId)).filter(
    one => one.kind !== 'school' || chosen.has(one.id),
  )
  const directory = await directoryOf(ctx, roadmap.authorityId)
  return obligationsOf(sources, directory, scope, planOfRow(roadmap)).obligations
}
