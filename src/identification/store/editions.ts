import { type Ctx, change, maybeRow, rows, sql } from '../../platform/postgres/index.ts'

export type EditionState = 'draft' | 'approved' | 'dropped'

export interface StoredEdition {
  readonly id: string
  readonly code: string
  readonly edition: number
  readonly title: string
  readonly state: EditionState
  readonly origin: string | null
  readonly originId: string | null
  readonly methodology: string
  readonly cases: string
  readonly version: number
  readonly madeAt: Date
  readonly madeBy: string
  readonly approvedAt: Date | null
  readonly approvedBy: string | null
}

const columns =
  sql.raw(`id, code, edition, title, state, origin, origin_id AS "originId", methodology, cases, version, made_at AS "madeAt",
  made_by AS "madeBy", approved_at AS "approvedAt", approved_by AS "approvedBy"`)

export function findEdition(ctx: Ctx, id: string): Promise<StoredEdition | null> {
  return maybeRow(
    ctx.tx,
    sql<StoredEdition>`SELECT ${columns} FROM methodology_editions WHERE region_id = ${ctx.scope.regionId} AND id = ${id}`,
  )
}

/** All editions of the region but the dropped ones, by title, the newest edition first. */
export function listEditions(ctx: Ctx): Promise<StoredEdition[]> {
  return rows(
    ctx.tx,
    sql<StoredEdition>`
      SELECT ${columns} FROM methodology_editions WHERE region_id = ${ctx.scope.regionId} AND state <> 'dropped'
      ORDER BY title COLLATE names_in_order, code, edition DESC`,
  )
}

/** The newest approved edition of a methodology of the region. */
export function newestApproved(ctx: Ctx, code: string): Promise<StoredEdition | null> {
  return maybeRow(
    ctx.tx,
    sql<StoredEdition>`
      SELECT ${columns} FROM methodology_editions
      WHERE region_id = ${ctx.scope.regionId} AND code = ${code} AND state = 'approved' ORDER BY edition DESC LIMIT 1`,
  )
}

/** Codes and editions that are taken, dropped ones included: a number is never given twice. */
export function takenEditions(ctx: Ctx): Promise<{ code: string; edition: number; state: EditionState }[]> {
  return rows(
    ctx.tx,
    sql<{ code: string; edition: number; state: EditionState }>`
      SELECT code, edition, state FROM methodology_editions WHERE region_id = ${ctx.scope.regionId} ORDER BY code, edition`,
  )
}

export async function insertEdition(
  ctx: Ctx,
  made: Pick<StoredEdition, 'id' | 'code' | 'edition' | 'title' | 'origin' | 'originId' | 'methodology' | 'cases'>,
): Promise<void> {
  await change(
    ctx.tx,
    sql`INSERT INTO methodology_editions (region_id, id, code, edition, title, state, origin, origin_id, methodology, cases, made_at, made_by)
        VALUES (${ctx.scope.regionId}, ${made.id}, ${made.code}, ${made.edition}, ${made.title}, 'draft', ${made.origin}, ${made.originId},
                ${made.methodology}, ${made.cases}, ${ctx.now}, ${ctx.who.personName})`,
  )
}

/** @returns false when somebody has saved since `version` was read, or when it is no draft any more */
export async function updateDraft(
  ctx: Ctx,
  id: string,
  version: number,
  text: { readonly title: string; readonly methodology: string; readonly cases: string },
): Promise<boolean> {
  const changed = await change(
    ctx.tx,
    sql`UPDATE methodology_editions SET title = ${text.title}, methodology = ${text.methodology}, cases = ${text.cases}, version = version + 1
        WHERE region_id = ${ctx.scope.regionId} AND id = ${id} AND version = ${version}`,
  )
  return changed === 1
}

/** Approves a draft. @returns false as updateDraft does */
export async function approveEdition(ctx: Ctx, id: string, version: number): Promise<boolean> {
  const changed = await change(
    ctx.tx,
    sql`UPDATE methodology_editions SET state = 'approved', approved_at = ${ctx.now}, approved_by = ${ctx.who.personName}, version = version + 1
        WHERE region_id = ${ctx.scope.regionId} AND id = ${id} AND version = ${version}`,
  )
  return changed === 1
}

/** Puts a draft aside. @returns false as updateDraft does */
export async function dropEdition(ctx: Ctx, id: string, version: number): Promise<boolean> {
  const changed = await change(
    ctx.tx,
    sql`UPDATE methodology_editions SET state = 'dropped', version = version + 1
        WHERE region_id = ${ctx.scope.regionId} AND id = ${id} AND version = ${version}`,
  )
  return changed === 1
}
