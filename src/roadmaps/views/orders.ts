/** Orders and drafts, shaped for their screens. */
import type { Static } from 'typebox'
import type { OrderId } from '../../core/base/index.ts'
import { deadlineInWords, readDeadline } from '../../core/deadlines/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { loadDraft } from '../actions/index.ts'
import type { DraftView, OrderList, ReadDeadlineView } from '../contract.ts'
import { coverageOf, deadlineContextOf } from '../model/index.ts'
import { findSource, listOrders } from '../store/orders.ts'
import { moment } from './lines.ts'

export async function viewOrders(ctx: Ctx, before: string | undefined): Promise<OrderList> {
  const found = await listOrders(ctx, before ?? null)
  const shown = found.slice(0, 50)
  return {
    orders: shown.map(order => ({ ...order, updatedAt: moment(order.updatedAt) })),
    next: found.length > 50 ? shown.at(-1)!.id : null,
  }
}

export async function viewDraft(ctx: Ctx, orderId: OrderId, edit?: string, at?: string): Promise<DraftView> {
  const stored = await loadDraft(ctx, orderId)
  const source = await findSource(ctx, orderId)
  return {
    orderId,
    fileName: stored.fileName,
    version: stored.version,
    state: stored.state,
    roadmapId: stored.roadmapId,
    updatedAt: moment(stored.updatedAt),
    updatedBy: stored.updatedBy,
    edit: edit ?? null,
    at: at ?? null,
    ...coverageOf(stored.content),
    draft: stored.content,
    source: source!.source,
  }
}

/** Reads a wording of a deadline in the context of a draft, for the form that shows the reading while one types. */
export async function viewDeadline(ctx: Ctx, orderId: OrderId, text: string): Promise<Static<typeof ReadDeadlineView>> {
  const stored = await loadDraft(ctx, orderId)
  if (text.trim() === '') return { deadline: null, words: '', understood: true }
  const { deadline, doubt } = readDeadline(text, deadlineContextOf(stored.content))
  return { deadline, words: deadlineInWords(deadline, ctx.lang), understood: doubt?.why !== 'unrecognised' }
}
