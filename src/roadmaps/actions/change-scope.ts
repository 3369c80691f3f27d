/** Another set of schools for a roadmap that runs. */
import { checkTerritory } from '../../authorities/index.ts'
import { type OrganisationId, type RoadmapId, refuse } from '../../core/base/index.ts'
import { type Ctx, saveAudit } from '../../platform/postgres/index.ts'
import { changeOf, type PlanOfChange } from '../model/index.ts'
import { standingObligations } from '../store/obligations.ts'
import { territoryOf } from '../store/registers.ts'
import { nextVersion, type RoadmapRow, replaceSchools, schoolsOf } from '../store/roadmaps.ts'
import { applyPlan, reasonOnceShown, type Shown, sealOf, sizesOf } from './effect.ts'
import { allSources, loadRoadmap, wantedObligations } from './running.ts'

export interface ScopeChange {
  readonly roadmap: RoadmapRow
  readonly before: readonly OrganisationId[]
  readonly after: readonly OrganisationId[]
  readonly plan: PlanOfChange
  readonly seal: string
}

/** What another set of schools would do to the obligations of the whole roadmap. Saves nothing. */
export async function planScopeChange(
  ctx: Ctx,
  roadmapId: RoadmapId,
  schools: readonly OrganisationId[],
): Promise<ScopeChange> {
  const roadmap = await loadRoadmap(ctx, roadmapId)
  const before = await schoolsOf(ctx, roadmapId)
  const known = new Set(
    (await territoryOf(ctx, roadmap.municipalityId)).filter(one => one.kind === 'school').map(one => one.id),
  )
  for (const school of before) known.add(school)
  const after = [...new Set(schools)].filter(school => known.has(school)).sort()
  const wanted = await wantedObligations(ctx, roadmap, await allSources(ctx, roadmapId), after)
  const plan = changeOf(await standingObligations(ctx, roadmapId), wanted)
  return { roadmap, before, after, plan, seal: sealOf(plan, after) }
}

/** Saves another set of schools and applies to the obligations exactly what was shown. */
export async function changeScope(
  ctx: Ctx,
  roadmapId: RoadmapId,
  schools: readonly OrganisationId[],
  shown: Shown,
): Promise<void> {
  const { roadmap, before, after, plan, seal } = await planScopeChange(ctx, roadmapId, schools)
  checkTerritory(ctx.scope, roadmap.municipalityId)
  if (roadmap.version !== shown.version) throw refuse('conflict', 'roadmaps/roadmap-changed')
  const reason = await reasonOnceShown(ctx, shown, seal, plan)
  if (!(await nextVersion(ctx, roadmapId, shown.version))) throw refuse('conflict', 'roadmaps/roadmap-changed')
  await replaceSchools(ctx, roadmap, after)
  await applyPlan(ctx, roadmap, plan, reason)
  await saveAudit(ctx, {
    action: 'roadmaps/scope-changed',
    subjectKind: 'roadmap',
    subjectId: roadmapId,
    municipalityId: roadmap.municipalityId,
    before: { schools: before },
    after: { schools: after, reason, ...sizesOf(plan) },
  })
}
