/** Another set of schools for a roadmap that runs. */
import { type OrganisationId, type RoadmapId, refuse } from '../../core/base/index.ts'
import { type Ctx, saveAudit } from '../../platform/postgres/index.ts'
import { changeOf, type PlanOfChange } from '../model/index.ts'
import { territoryOf } from '../store/registers.ts'
import { nextVersion, type RoadmapRow, replaceSchools, schoolsOf } from '../store/roadmaps.ts'
import { applyPlan, basisOnceShown, recordOf, type Shown, sealOf } from './effect.ts'
import { allSources, loadRoadmap, roadmapToChange, standingOf, wantedObligations } from './running.ts'

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
  const sources = await allSources(ctx, roadmapId)
  const wanted = await wantedObligations(ctx, roadmap, sources, after)
  const plan = changeOf(await standingOf(ctx, roadmapId, sources), wanted)
  return { roadmap, before, after, plan, seal: sealOf(plan, after) }
}

/** Saves another set of schools and applies to the obligations exactly what was shown. */
export async function changeScope(
  ctx: Ctx,
  roadmapId: RoadmapId,
  schools: readonly OrganisationId[],
  shown: Shown,
): Promise<void> {
  const roadmap = await roadmapToChange(ctx, roadmapId)
  const { before, after, plan, seal } = await planScopeChange(ctx, roadmapId, schools)
  if (roadmap.version !== shown.version) throw refuse('conflict', 'roadmaps/roadmap-changed')
  const basis = await basisOnceShown(ctx, shown, seal, plan)
  if (!(await nextVersion(ctx, roadmapId, shown.version))) throw refuse('conflict', 'roadmaps/roadmap-changed')
  await replaceSchools(ctx, roadmap, after)
  await applyPlan(ctx, roadmap, plan, basis)
  await saveAudit(ctx, {
    action: 'roadmaps/scope-changed',
    subjectKind: 'roadmap',
    subjectId: roadmapId,
    municipalityId: roadmap.municipalityId,
    before: { schools: before },
    after: { schools: after, ...recordOf(ctx, basis, plan) },
  })
}
