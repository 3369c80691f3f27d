import type { IsoDate, ItemId, MunicipalityId, RoadmapId } from '../../core/base/index.ts'
import { type Ctx, change, maybeRow, oneRow, rows, sql } from '../../platform/postgres/index.ts'
import { type Basis, type DatedBasis, type RoadmapItem, spanOf } from '../model/index.ts'

/** The roadmap that an item stands in. */
interface Home {
  readonly id: RoadmapId
  readonly municipalityId: MunicipalityId | null
}

export interface ItemRow extends RoadmapItem {
  readonly version: number
  /** Null for an item that the order itself holds. */
  readonly added: DatedBasis | null
  /** Null while it runs. */
  readonly cancelled: DatedBasis | null
}

const itemColumns = sql`i.id, i.section_id AS "sectionId", i.position, i.number, i.title, i.deadline, i.parties, i.results, i.indicators,
  i.information, i.extra, i.notes, i.places, i.version,
  i.added_basis || jsonb_build_object('on', i.added_on) AS added,
  i.cancelled_basis || jsonb_build_object('on', i.cancelled_on) AS cancelled`

export function findItem(ctx: Ctx, roadmapId: RoadmapId, itemId: ItemId): Promise<ItemRow | null> {
  return maybeRow(
    ctx.tx,
    sql<ItemRow>`SELECT ${itemColumns} FROM roadmap_items i
                  WHERE i.region_id = ${ctx.scope.regionId} AND i.roadmap_id = ${roadmapId} AND i.id = ${itemId}`,
  )
}

export interface ItemFilter {
  /** Position after which the chunk begins; -1: from the start. */
  readonly after: number
  readonly limit: number
  readonly sectionId: string | null
  readonly executorKey: string | null
  readonly words: string | null
  /** Only these items, chosen by the status of their obligations; null: all. */
  readonly status: 'overdue' | 'dueSoon' | 'done' | 'undated' | 'cancelled' | null
}

/**
 * A chunk of the items of a roadmap in print order. The cost does not depend on how many items stand before or after it.
 */
export function listItems(ctx: Ctx, roadmapId: RoadmapId, filter: ItemFilter): Promise<ItemRow[]> {
  const { regionId } = ctx.scope
  return rows(
    ctx.tx,
    sql<ItemRow>`
      SELECT ${itemColumns} FROM roadmap_items i
       WHERE i.region_id = ${regionId} AND i.roadmap_id = ${roadmapId} AND i.position > ${filter.after}
         ${filter.sectionId === null ? sql`` : sql`AND i.section_id = ${filter.sectionId}`}
         ${filter.words === null ? sql`` : sql`AND i.search @@ websearch_to_tsquery('russian', ${filter.words.replaceAll('ё', 'е')})`}
         ${
           filter.executorKey === null
             ? sql``
             : sql`AND EXISTS (SELECT 1 FROM item_parties p WHERE p.region_id = i.region_id
                                 AND p.item_id = i.id AND p.executor_key = ${filter.executorKey})`
         }
         ${statusClause(filter.status, ctx.today)}
       ORDER BY i.position LIMIT ${filter.limit}`,
  )
}

function statusClause(status: ItemFilter['status'], today: IsoDate) {
  const having = (what: ReturnType<typeof sql>) => sql`AND EXISTS (
    SELECT 1 FROM obligations o WHERE o.region_id = i.region_id AND o.item_id = i.id
       AND o.cancelled_on IS NULL AND o.not_required_on IS NULL AND ${what})`
  const open = sql`o.binding = 'owed' AND o.accepted_on IS NULL AND (o.submitted_on IS NULL OR o.returned_on IS NOT NULL)`
  switch (status) {
    case 'overdue':
      return having(sql`${open} AND o.due_on < ${today}::date`)
    case 'dueSoon':
      return having(sql`${open} AND o.due_on >= ${today}::date AND o.due_on <= ${today}::date + 14`)
    case 'undated':
      return having(sql`o.due_on IS NULL`)
    case 'done':
      return sql`${having(sql`o.accepted_on IS NOT NULL`)} AND NOT EXISTS (
        SELECT 1 FROM obligations o WHERE o.region_id = i.region_id AND o.item_id = i.id
           AND o.binding = 'owed' AND o.cancelled_on IS NULL AND o.not_required_on IS NULL AND o.accepted_on IS NULL)`
    case 'cancelled':
      return sql`AND i.cancelled_on IS NOT NULL`
    case null:
      return sql``
  }
}

/**
 * Puts a new item behind the last one of its section, or of the whole roadmap; those after it move on by one.
 * @returns its position
 */
export async function insertItem(ctx: Ctx, roadmap: Home, item: RoadmapItem, basis: Basis): Promise<number> {
  const { regionId } = ctx.scope
  const { position } = await oneRow(
    ctx.tx,
    sql<{ position: number }>`
      SELECT COALESCE(max(i.position), -1) + 1 AS position FROM roadmap_items i
        LEFT JOIN roadmap_sections s ON s.region_id = i.region_id AND s.id = i.section_id
       WHERE i.region_id = ${regionId} AND i.roadmap_id = ${roadmap.id}
         AND (${item.sectionId}::uuid IS NULL OR s.position <= (
           SELECT position FROM roadmap_sections WHERE region_id = ${regionId} AND id = ${item.sectionId}))`,
  )
  const after = sql`region_id = ${regionId} AND roadmap_id = ${roadmap.id}`
  // Through negative positions: a position may stand only once at any moment.
  await change(
    ctx.tx,
    sql`UPDATE roadmap_items SET position = -position - 2 WHERE ${after} AND position >= ${position}`,
  )
  await change(ctx.tx, sql`UPDATE roadmap_items SET position = -position - 1 WHERE ${after} AND position < 0`)
  const { startsOn, dueOn } = spanOf(item.deadline)
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  await change(
    ctx.tx,
    sql`INSERT INTO roadmap_items (region_id, roadmap_id, id, municipality_id, section_id, position, number, title, deadline,
                                   deadline_text, starts_on, due_on, parties, results, indicators, notes, places, search, version, added_on, added_basis)
        VALUES (${regionId}, ${roadmap.id}, ${item.id}, ${roadmap.municipalityId}, ${item.sectionId}, ${position}, ${item.number}, ${item.title},
                ${json(item.deadline)}::jsonb, ${item.deadline?.sourceText ?? null}, ${startsOn}, ${dueOn}, ${json(item.parties)}::jsonb,
                ${json(item.results)}::jsonb, '[]', '{}', '{}', to_tsvector('russian', ${wordsOf(item)}), 1, ${ctx.today}, ${json(basis)}::jsonb)`,
  )
  await insertParties(ctx, roadmap.id, roadmap.municipalityId, [item])
  return position
}

/** Cancels an item by a basis, or with null takes it back, if nobody changed it meanwhile. @returns whether it was saved */
export async function saveItemFate(
  ctx: Ctx,
  roadmapId: RoadmapId,
  item: Pick<ItemRow, 'id' | 'version'>,
  cancelledBy: Basis | null,
): Promise<boolean> {
  const on = cancelledBy ? ctx.today : null
  return (
    (await change(
      ctx.tx,
      sql`UPDATE roadmap_items SET cancelled_on = ${on}, cancelled_basis = ${cancelledBy ? JSON.stringify(cancelledBy) : null}::jsonb,
                                   version = version + 1
           WHERE region_id = ${ctx.scope.regionId} AND roadmap_id = ${roadmapId} AND id = ${item.id} AND version = ${item.version}
             AND (cancelled_on IS NULL) = ${cancelledBy !== null}`,
    )) > 0
  )
}

/** Rewrites deadline and executors of an item if nobody changed it meanwhile. @returns whether it was saved */
export async function saveItem(ctx: Ctx, roadmap: Home, item: RoadmapItem, version: number): Promise<boolean> {
  const { startsOn, dueOn } = spanOf(item.deadline)
  const saved = await change(
    ctx.tx,
    sql`UPDATE roadmap_items
           SET deadline = ${item.deadline === null ? null : JSON.stringify(item.deadline)}, deadline_text = ${item.deadline?.sourceText ?? null},
               starts_on = ${startsOn}, due_on = ${dueOn}, parties = ${JSON.stringify(item.parties)}, search = to_tsvector('russian', ${wordsOf(item)}), version = version + 1
         WHERE region_id = ${ctx.scope.regionId} AND roadmap_id = ${roadmap.id} AND id = ${item.id} AND version = ${version}`,
  )
  if (saved === 0) return false
  await change(
    ctx.tx,
    sql`DELETE FROM item_parties WHERE region_id = ${ctx.scope.regionId} AND roadmap_id = ${roadmap.id} AND item_id = ${item.id}`,
  )
  await insertParties(ctx, roadmap.id, roadmap.municipalityId, [item])
  return true
}

export async function insertParties(
  ctx: Ctx,
  roadmapId: RoadmapId,
  municipalityId: MunicipalityId | null,
  items: readonly Pick<RoadmapItem, 'id' | 'parties'>[],
): Promise<void> {
  const parties = items.flatMap(item =>
    item.parties.map((party, position) => ({ ...party, itemId: item.id, position })),
  )
  await change(
    ctx.tx,
    sql`INSERT INTO item_parties (region_id, roadmap_id, item_id, position, municipality_id, text, executor_key, kind, canonical, lead, owes)
        SELECT ${ctx.scope.regionId}, ${roadmapId}, p."itemId", p.position, ${municipalityId}, p.text, p."executorKey", p.kind, p.canonical, p.lead, p.owes
          FROM jsonb_to_recordset(${JSON.stringify(parties)}::jsonb)
            AS p("itemId" uuid, position int, text text, "executorKey" text, kind text, canonical text, lead boolean, owes boolean)`,
  )
}

export function wordsOf(item: RoadmapItem): string {
  return [
    item.number,
    item.title,
    item.deadline?.sourceText,
    ...item.parties.flatMap(party => [party.text, party.canonical]),
    ...item.results.map(result => result.sourceText),
    ...item.indicators.map(indicator => indicator.sourceText),
    ...item.notes,
  ]
    .filter(Boolean)
    .join(' \n ')
    .replaceAll('ё', 'е')
    .replaceAll('Ё', 'Е')
}
