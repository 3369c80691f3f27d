/** What every change of a running roadmap loads. */
import { checkTerritory } from '../../authorities/index.ts'
import { type ItemId, type OrganisationId, type RoadmapId, refuse } from '../../core/base/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import {
  type Gap,
  obligationsOf,
  type Plan,
  type PlannedObligation,
  type Source,
  type StandingObligation,
  sourceOfClause,
  sourceOfItem,
} from '../model/index.ts'
import { directoryOf } from '../store/executors.ts'
import { findItem, type ItemRow, listItems } from '../store/items.ts'
import { standingObligations } from '../store/obligations.ts'
import { territoryOf } from '../store/registers.ts'
import { findRoadmap, holdRoadmap, listClauses, planOfRow, type RoadmapRow, schoolsOf } from '../store/roadmaps.ts'

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

/**
 * A roadmap for a change: held until the change is saved.
 * @throws refuse('conflict', 'roadmaps/roadmap-closed') for one that no longer runs; `checkTerritory` for one of another territory
 */
export async function roadmapToChange(ctx: Ctx, id: RoadmapId): Promise<RoadmapRow> {
  await holdRoadmap(ctx, id)
  const roadmap = await loadRoadmap(ctx, id)
  checkTerritory(ctx.scope, roadmap.municipalityId)
  if (roadmap.state !== 'running') throw refuse('conflict', 'roadmaps/roadmap-closed')
  return roadmap
}

/** Why some items and clauses of a running roadmap oblige nobody, by today's directory and schools. */
export async function gapsOf(ctx: Ctx, roadmap: RoadmapRow): Promise<readonly Gap[]> {
  const chosen = new Set(await schoolsOf(ctx, roadmap.id))
  const territory = await territoryOf(ctx, roadmap.municipalityId)
  const scope = territory.filter(one => one.kind !== 'school' || chosen.has(one.id))
  const directory = await directoryOf(ctx, roadmap.authorityId)
  return obligationsOf(await allSources(ctx, roadmap.id), directory, scope, planOfRow(roadmap)).gaps
}

/** Everything of a running roadmap that makes somebody owe; a cancelled item does not. */
export async function allSources(ctx: Ctx, roadmapId: RoadmapId): Promise<Source[]> {
  const everything = { after: -1, limit: 100_000, sectionId: null, executorKey: null, words: null, status: null }
  const items = await listItems(ctx, roadmapId, everything)
  const clauses = await listClauses(ctx, roadmapId)
  return [...items.filter(item => !item.cancelled).map(sourceOfItem), ...clauses.map(sourceOfClause)]
}

/** The obligations that stand of these sources: what was accepted of a cancelled item is no matter of the whole roadmap. */
export async function standingOf(
  ctx: Ctx,
  roadmapId: RoadmapId,
  sources: readonly Source[],
): Promise<StandingObligation[]> {
  const running = new Set(sources.map(source => source.id))
  return (await standingObligations(ctx, roadmapId)).filter(one => running.has(one.sourceId))
}

export async function wantedObligations(
  ctx: Ctx,
  roadmap: RoadmapRow,
  sources: readonly Source[],
  schools: readonly OrganisationId[],
  plan: Plan = planOfRow(roadmap),
): Promise<readonly PlannedObligation[]> {
  const chosen = new Set(schools)
  const scope = (await territoryOf(ctx, roadmap.municipalityId)).filter(
    one => one.kind !== 'school' || chosen.has(one.id),
  )
  const directory = await directoryOf(ctx, roadmap.authorityId)
  return obligationsOf(sources, directory, scope, plan).obligations
}
