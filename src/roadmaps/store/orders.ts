import type { IsoDate, MunicipalityId, OrderId, OrganisationId, RoadmapId } from '../../core/base/index.ts'
import type { SourceDocument } from '../../core/document-model/index.ts'
import { type Ctx, change, maybeRow, oneRow, rows, sql } from '../../platform/postgres/index.ts'
import type { Draft } from '../model/index.ts'

export interface NewOrder {
  readonly id: OrderId
  readonly authorityId: OrganisationId
  readonly fileName: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly source: SourceDocument
}

export interface StoredDraft {
  readonly orderId: OrderId
  /** Whose document it is; null: of the region. */
  readonly municipalityId: MunicipalityId | null
  readonly authorityId: OrganisationId
  readonly fileName: string
  readonly version: number
  readonly state: 'open' | 'approved'
  readonly content: Draft
  readonly roadmapId: RoadmapId | null
  readonly updatedAt: Date
  readonly updatedBy: string
}

export async function insertOrder(ctx: Ctx, order: NewOrder, draft: Draft): Promise<void> {
  const { regionId, municipalityId } = ctx.scope
  await change(
    ctx.tx,
    sql`INSERT INTO orders (region_id, id, municipality_id, authority_id, file_name, format, sha256, bytes, source,
                            number, dated_on, title, uploaded_at, uploaded_by)
        VALUES (${regionId}, ${order.id}, ${municipalityId}, ${order.authorityId}, ${order.fileName}, ${order.source.format},
                ${order.sha256}, ${Buffer.from(order.bytes)}, ${JSON.stringify(order.source)},
                ${draft.document.number}, ${draft.document.date}, ${draft.document.title ?? draft.title}, ${ctx.now}, ${ctx.who.personName})`,
  )
  await change(
    ctx.tx,
    sql`INSERT INTO order_drafts (region_id, order_id, municipality_id, version, state, content, doubts_open, items, updated_at, updated_by)
        VALUES (${regionId}, ${order.id}, ${municipalityId}, 1, 'open', ${JSON.stringify(draft)}, ${openDoubts(draft)},
                ${draft.items.length}, ${ctx.now}, ${ctx.who.personName})`,
  )
}

export function findDraft(ctx: Ctx, orderId: OrderId): Promise<StoredDraft | null> {
  return maybeRow(
    ctx.tx,
    sql<StoredDraft>`
      SELECT d.order_id AS "orderId", d.municipality_id AS "municipalityId", o.authority_id AS "authorityId", o.file_name AS "fileName", d.version, d.state, d.content,
             d.roadmap_id AS "roadmapId", d.updated_at AS "updatedAt", d.updated_by AS "updatedBy"
        FROM order_drafts d JOIN orders o ON o.region_id = d.region_id AND o.id = d.order_id
       WHERE d.region_id = ${ctx.scope.regionId} AND d.order_id = ${orderId}`,
  )
}

/** Saves a draft if nobody saved it meanwhile. @returns whether it was saved */
export async function saveDraft(ctx: Ctx, orderId: OrderId, version: number, draft: Draft): Promise<boolean> {
  const saved = await change(
    ctx.tx,
    sql`UPDATE order_drafts
           SET content = ${JSON.stringify(draft)}, version = version + 1, doubts_open = ${openDoubts(draft)},
               items = ${draft.items.length}, updated_at = ${ctx.now}, updated_by = ${ctx.who.personName}
         WHERE region_id = ${ctx.scope.regionId} AND order_id = ${orderId} AND version = ${version} AND state = 'open'`,
  )
  if (saved === 0) return false
  await change(
    ctx.tx,
    sql`UPDATE orders SET number = ${draft.document.number}, dated_on = ${draft.document.date},
                          title = ${draft.document.title ?? draft.title}
         WHERE region_id = ${ctx.scope.regionId} AND id = ${orderId}`,
  )
  return true
}

/** Closes a draft when its roadmap exists. @returns whether this version was still open */
export async function markApproved(
  ctx: Ctx,
  orderId: OrderId,
  version: number,
  roadmapId: RoadmapId,
): Promise<boolean> {
  return (
    (await change(
      ctx.tx,
      sql`UPDATE order_drafts SET state = 'approved', roadmap_id = ${roadmapId}, version = version + 1,
                                  updated_at = ${ctx.now}, updated_by = ${ctx.who.personName}
           WHERE region_id = ${ctx.scope.regionId} AND order_id = ${orderId} AND version = ${version} AND state = 'open'`,
    )) > 0
  )
}

export function findSource(ctx: Ctx, orderId: OrderId): Promise<{ readonly source: SourceDocument } | null> {
  return maybeRow(
    ctx.tx,
    sql<{
      source: SourceDocument
    }>`SELECT source FROM orders WHERE region_id = ${ctx.scope.regionId} AND id = ${orderId}`,
  )
}

export function findFile(
  ctx: Ctx,
  orderId: OrderId,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array } | null> {
  return maybeRow(
    ctx.tx,
    sql<{ fileName: string; bytes: Uint8Array }>`
      SELECT file_name AS "fileName", bytes FROM orders WHERE region_id = ${ctx.scope.regionId} AND id = ${orderId}`,
  )
}

export interface OrderRow {
  readonly id: OrderId
  readonly fileName: string
  readonly number: string | null
  readonly datedOn: IsoDate | null
  readonly title: string | null
  readonly state: 'open' | 'approved'
  readonly doubtsOpen: number
  readonly items: number
  readonly roadmapId: RoadmapId | null
  readonly updatedAt: Date
  readonly updatedBy: string
}

/** Orders of the scope, newest first, 50 at a time. */
export function listOrders(ctx: Ctx, before: string | null): Promise<OrderRow[]> {
  return rows(
    ctx.tx,
    sql<OrderRow>`
      SELECT o.id, o.file_name AS "fileName", o.number, o.dated_on AS "datedOn", o.title, d.state, d.doubts_open AS "doubtsOpen",
             d.items, d.roadmap_id AS "roadmapId", d.updated_at AS "updatedAt", d.updated_by AS "updatedBy"
        FROM orders o JOIN order_drafts d ON d.region_id = o.region_id AND d.order_id = o.id
       WHERE o.region_id = ${ctx.scope.regionId} AND (${before}::uuid IS NULL OR o.id < ${before}::uuid)
       ORDER BY o.id DESC LIMIT 51`,
  )
}

/** How many drafts wait for a person. */
export async function openDrafts(ctx: Ctx): Promise<number> {
  const { n } = await oneRow(
    ctx.tx,
    sql<{
      n: number
    }>`SELECT count(*)::int AS n FROM order_drafts WHERE region_id = ${ctx.scope.regionId} AND state = 'open'`,
  )
  return n
}

function openDoubts(draft: Draft): number {
  return draft.doubts.filter(doubt => doubt.settled === null).length
}
