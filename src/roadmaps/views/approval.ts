/** What approval would create. */
import type { OrderId } from '../../core/base/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { loadDraft, previewApproval } from '../actions/index.ts'
import type { PreviewView } from '../contract.ts'
import { countObligations, type Draft, type Gap } from '../model/index.ts'
import { territoryOf } from '../store/registers.ts'

export async function viewPreview(ctx: Ctx, orderId: OrderId): Promise<PreviewView> {
  const stored = await loadDraft(ctx, orderId)
  const draft = stored.content
  const territory = await territoryOf(ctx, stored.municipalityId)
  const dated = draft.planStart !== null && draft.planEnd !== null
  const preview = dated ? await previewApproval(ctx, stored) : { obligations: [], gaps: [] }
  const counts = countObligations(preview.obligations)
  const nameOf = new Map(territory.map(one => [one.id, one.shortName ?? one.name]))
  const chosen = draft.schools === null ? null : new Set(draft.schools)
  return {
    orderId,
    fileName: stored.fileName,
    version: stored.version,
    state: stored.state,
    title: draft.title,
    planStart: draft.planStart,
    planEnd: draft.planEnd,
    doubtsOpen: draft.doubts.filter(doubt => doubt.settled === null).length,
    restOpen: draft.rest.filter(piece => piece.fate === 'open').length,
    counts: dated
      ? {
          ...counts,
          byMonth: [...counts.byMonth],
          byOrganisation: counts.byOrganisation.map(one => ({
            ...one,
            name: nameOf.get(one.organisationId) ?? one.organisationId,
          })),
        }
      : null,
    gaps: gapsTogether(preview.gaps, draft),
    every: draft.schools === null,
    schools: territory
      .filter(one => one.kind === 'school')
      .map(one => ({ id: one.id, name: one.shortName ?? one.name, chosen: chosen === null || chosen.has(one.id) })),
  }
}

/** Gaps by reason and executor, with where each is met. */
function gapsTogether(gaps: readonly Gap[], draft: Draft): PreviewView['gaps'] {
  const items = new Map(draft.items.map(item => [item.key, item.number ?? `${item.title.slice(0, 60)}…`]))
  const clauses = new Map(draft.clauses.map(clause => [clause.path, clause.number ?? clause.path]))
  const found = new Map<string, { why: string; text: string | null; count: number; where: string[] }>()
  for (const gap of gaps) {
    const key = `${gap.why}/${gap.text}`
    const one = found.get(key) ?? { why: gap.why, text: gap.text, count: 0, where: [] }
    one.count++
    if (one.where.length < 20) one.where.push((gap.sourceKind === 'item' ? items : clauses).get(gap.sourceId) ?? '')
    found.set(key, one)
  }
  return [...found.values()].sort((a, b) => b.count - a.count)
}
