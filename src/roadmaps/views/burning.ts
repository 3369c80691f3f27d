/** What somebody has to act on. */
import { addDays, type RoadmapId, translator } from '../../core/base/index.ts'
import type { Waiting } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import type { BurningView } from '../contract.ts'
import { burningDays } from '../model/index.ts'
import { burningCounts, listObligations } from '../store/obligation-lists.ts'
import { openDrafts } from '../store/orders.ts'
import { findRoadmap, listRoadmaps } from '../store/roadmaps.ts'
import { roadmapsTexts } from '../texts.ts'
import { byDateAndName, headOf, obligationLines } from './lines.ts'

const burningShown = 200

export async function viewBurning(
  ctx: Ctx,
  roadmapId: string | undefined,
  organisationId: string | undefined,
): Promise<BurningView> {
  const head = roadmapId ? await findRoadmap(ctx, roadmapId as RoadmapId) : null
  const found = await listObligations(ctx, {
    roadmapId: roadmapId ?? null,
    itemId: null,
    organisationId: organisationId ?? null,
    openUntil: addDays(ctx.today, burningDays),
    limit: burningShown + 1,
  })
  const lines = (await obligationLines(ctx, found.slice(0, burningShown))).sort(byDateAndName)
  return {
    roadmaps: (await listRoadmaps(ctx)).map(row => ({ id: row.id, title: row.title })),
    roadmap: roadmapId ?? null,
    head: head ? headOf(head, ctx) : null,
    overdue: lines.filter(line => line.status === 'overdue' || line.status === 'returned'),
    dueSoon: lines.filter(line => line.status !== 'overdue' && line.status !== 'returned'),
    more: found.length > burningShown,
  }
}

/** What waits for the reader: overdue obligations, returned ones, those due within two weeks, and drafts of orders. */
export async function viewWaiting(ctx: Ctx): Promise<Waiting[]> {
  const say = translator(roadmapsTexts, ctx.lang)
  const { overdue, returned, dueSoon } = await burningCounts(ctx, ctx.today, addDays(ctx.today, burningDays))
  const drafts = ctx.scope.organisationId ? 0 : await openDrafts(ctx)
  return [
    ...(overdue > 0 ? [{ kind: 'bad' as const, text: say('waiting.overdue', { n: overdue }), href: '/burning' }] : []),
    ...(returned > 0
      ? [{ kind: 'warning' as const, text: say('waiting.returned', { n: returned }), href: '/burning' }]
      : []),
    ...(dueSoon > 0
      ? [{ kind: 'warning' as const, text: say('waiting.dueSoon', { n: dueSoon }), href: '/burning' }]
      : []),
    ...(drafts > 0 ? [{ kind: 'info' as const, text: say('waiting.drafts', { n: drafts }), href: '/orders' }] : []),
  ]
}
