/** An order comes in; its draft is corrected, each edit against its version. */
import { createHash } from 'node:crypto'
import { checkTerritory } from '../../authorities/index.ts'
import { type OrderId, type OrganisationId, refuse } from '../../core/base/index.ts'
import type { UploadedFile } from '../../core/web/index.ts'
import { type Ctx, newId, saveAudit } from '../../platform/postgres/index.ts'
import { chooseSchools, type Draft, draftOf, type RoadmapLevel } from '../model/index.ts'
import { readOrder } from '../reading.ts'
import { findDraft, insertOrder, type StoredDraft, saveDraft } from '../store/orders.ts'

/** Reads a file in the sandbox and keeps it with a draft of what was understood. */
export async function uploadOrder(ctx: Ctx, file: UploadedFile): Promise<OrderId> {
  const authorityId = ctx.who.organisationId
  if (!authorityId) throw refuse('forbidden', 'roadmaps/no-authority')
  const { source, understood, issues } = await readOrder(file)
  const draft = draftOf(understood, issues, levelFor(ctx))
  const id = newId<OrderId>()
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  await insertOrder(ctx, { id, authorityId, fileName: file.fileName, sha256, bytes: file.bytes, source }, draft)
  await saveAudit(ctx, {
    action: 'roadmaps/order-uploaded',
    subjectKind: 'order',
    subjectId: id,
    after: { fileName: file.fileName, sha256, items: draft.items.length },
  })
  return id
}

function levelFor(ctx: Ctx): RoadmapLevel {
  if (ctx.scope.organisationId) return 'school'
  return ctx.scope.municipalityId ? 'municipal' : 'regional'
}

export async function loadDraft(ctx: Ctx, orderId: OrderId): Promise<StoredDraft> {
  const found = await findDraft(ctx, orderId)
  if (!found) throw refuse('not-found', 'roadmaps/no-such-order')
  return found
}

/**
 * Applies one edit to a draft.
 * @param edited what exactly was edited, for the change log: `item i3`
 * @throws refuse('conflict', 'roadmaps/draft-changed') with the stored draft in `details` when somebody saved it meanwhile
 */
export async function changeDraft(
  ctx: Ctx,
  orderId: OrderId,
  version: number,
  edited: string,
  edit: (draft: Draft) => Draft,
): Promise<Draft> {
  const stored = await loadDraft(ctx, orderId)
  checkTerritory(ctx.scope, stored.municipalityId)
  if (stored.state === 'approved') throw refuse('conflict', 'roadmaps/already-approved')
  const changed = edit(stored.content)
  if (stored.version !== version || !(await saveDraft(ctx, orderId, version, changed))) throw draftChanged(stored)
  await saveAudit(ctx, {
    action: 'roadmaps/draft-changed',
    subjectKind: 'order',
    subjectId: orderId,
    municipalityId: stored.municipalityId,
    before: { version },
    after: { version: version + 1, edited },
  })
  return changed
}

export function draftChanged(stored: StoredDraft) {
  return refuse(
    'conflict',
    'roadmaps/draft-changed',
    { who: stored.updatedBy, at: new Date(stored.updatedAt).toISOString() },
    { version: stored.version, changedBy: stored.updatedBy, changedAt: new Date(stored.updatedAt).toISOString() },
  )
}

/** Chooses the schools of the roadmap that a draft becomes; null: every school of the territory. */
export async function chooseDraftSchools(
  ctx: Ctx,
  orderId: OrderId,
  version: number,
  schools: readonly OrganisationId[] | null,
): Promise<void> {
  await changeDraft(ctx, orderId, version, 'schools', draft => chooseSchools(draft, schools))
}
