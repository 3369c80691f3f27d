/** From a checked draft to a running roadmap. */
import { checkTerritory } from '../../authorities/index.ts'
import { type OrderId, type RoadmapId, refuse } from '../../core/base/index.ts'
import { type Ctx, newId, saveAudit } from '../../platform/postgres/index.ts'
import { inScope, obligationsOf, previewOf, refuseUnlessComplete, roadmapOf } from '../model/index.ts'
import { directoryOf } from '../store/executors.ts'
import { insertObligations, recount } from '../store/obligations.ts'
import { markApproved, type StoredDraft } from '../store/orders.ts'
import { territoryOf } from '../store/registers.ts'
import { insertRoadmap } from '../store/roadmaps.ts'
import { draftChanged, loadDraft } from './drafts.ts'

/** Turns a checked draft into a running roadmap with its obligations. */
export async function approveDraft(ctx: Ctx, orderId: OrderId, version: number): Promise<RoadmapId> {
  const stored = await loadDraft(ctx, orderId)
  checkTerritory(ctx.scope, stored.municipalityId)
  if (stored.state === 'approved') throw refuse('conflict', 'roadmaps/already-approved')
  if (stored.version !== version) throw draftChanged(stored)
  const draft = stored.content
  refuseUnlessComplete(draft)
  const territory = await territoryOf(ctx, stored.municipalityId)
  const directory = await directoryOf(ctx, stored.authorityId)
  const scope = inScope(draft, territory)

  const schools = scope.filter(one => one.kind === 'school').map(one => one.id)
  const { municipalityId } = stored
  const roadmap = roadmapOf(draft, { orderId, authorityId: stored.authorityId, municipalityId, schools }, () => newId())
  const { obligations } = obligationsOf(roadmap.sources, directory, scope, roadmap.plan)

  await insertRoadmap(ctx, roadmap)
  await insertObligations(ctx, roadmap.id, municipalityId, obligations)
  await recount(ctx, roadmap.id)
  if (!(await markApproved(ctx, orderId, version, roadmap.id))) throw draftChanged(stored)
  await saveAudit(ctx, {
    action: 'roadmaps/roadmap-approved',
    subjectKind: 'roadmap',
    subjectId: roadmap.id,
    municipalityId,
    after: { orderId, items: roadmap.items.length, obligations: obligations.length, schools: schools.length },
  })
  return roadmap.id
}

/** What approving a draft would create now. */
export async function previewApproval(ctx: Ctx, stored: StoredDraft) {
  const territory = await territoryOf(ctx, stored.municipalityId)
  return previewOf(stored.content, await directoryOf(ctx, stored.authorityId), territory)
}
