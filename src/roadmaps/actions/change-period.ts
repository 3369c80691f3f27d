/** Another last day for a roadmap that runs. */
import { type IsoDate, type RoadmapId, refuse } from '../../core/base/index.ts'
import { type Ctx, saveAudit } from '../../platform/postgres/index.ts'
import { changeOf, type Plan, type PlanOfChange, planUntil } from '../model/index.ts'
import { planOfRow, type RoadmapRow, savePeriod, schoolsOf } from '../store/roadmaps.ts'
import { applyPlan, basisOnceShown, recordOf, type Shown, sealOf } from './effect.ts'
import { allSources, loadRoadmap, roadmapToChange, standingOf, wantedObligations } from './running.ts'

export interface PeriodChange {
  readonly roadmap: RoadmapRow
  readonly period: Plan
  readonly plan: PlanOfChange
  readonly seal: string
}

/**
 * What another last day of the plan would do to the obligations of the whole roadmap. Saves nothing.
 * @throws refuse('invalid', 'roadmaps/period-same'), and what `planUntil` refuses
 */
export async function planPeriodChange(ctx: Ctx, roadmapId: RoadmapId, end: IsoDate): Promise<PeriodChange> {
  const roadmap = await loadRoadmap(ctx, roadmapId)
  if (end === roadmap.planEnd) throw refuse('invalid', 'roadmaps/period-same', { end }, { field: 'planEnd' })
  const period = planUntil(planOfRow(roadmap), end)
  const sources = await allSources(ctx, roadmapId)
  const wanted = await wantedObligations(ctx, roadmap, sources, await schoolsOf(ctx, roadmapId), period)
  const plan = changeOf(await standingOf(ctx, roadmapId, sources), wanted)
  return { roadmap, period, plan, seal: sealOf(plan, period) }
}

/** Saves another last day and applies to the obligations exactly what was shown. */
export async function changePeriod(ctx: Ctx, roadmapId: RoadmapId, end: IsoDate, shown: Shown): Promise<void> {
  const roadmap = await roadmapToChange(ctx, roadmapId)
  const { period, plan, seal } = await planPeriodChange(ctx, roadmapId, end)
  if (roadmap.version !== shown.version) throw refuse('conflict', 'roadmaps/roadmap-changed')
  const basis = await basisOnceShown(ctx, shown, seal, plan, { order: true })
  if (!(await savePeriod(ctx, roadmapId, shown.version, period))) throw refuse('conflict', 'roadmaps/roadmap-changed')
  await applyPlan(ctx, roadmap, plan, basis)
  await saveAudit(ctx, {
    action: 'roadmaps/period-changed',
    subjectKind: 'roadmap',
    subjectId: roadmapId,
    municipalityId: roadmap.municipalityId,
    before: { planEnd: roadmap.planEnd, checkpoints: roadmap.checkpoints },
    after: { planEnd: period.end, checkpoints: period.checkpoints, ...recordOf(ctx, basis, plan) },
  })
}
