import type { IsoDate, MunicipalityId, OrganisationId, RoadmapId } from '../../core/base/index.ts'
import { type Ctx, change, maybeRow, oneRow, rows, sql } from '../../platform/postgres/index.ts'
import { type NewRoadmap, type Plan, type RoadmapClause, type RoadmapLevel, spanOf } from '../model/index.ts'
import type { Order } from '../order/contract.ts'
import { insertParties, wordsOf } from './items.ts'
import { forgetPlans } from './obligations.ts'

/** Writes a roadmap with its sections, items, executors, clauses, leftovers and schools; obligations come apart. */
export async function insertRoadmap(ctx: Ctx, roadmap: NewRoadmap): Promise<void> {
  const { regionId } = ctx.scope
  const { id, municipalityId, plan } = roadmap
  await change(
    ctx.tx,
    sql`INSERT INTO roadmaps (region_id, id, municipality_id, authority_id, order_id, level, title, plan_start, plan_end, horizon,
                              checkpoints, state, version, document, approved_at, approved_by)
        VALUES (${regionId}, ${id}, ${municipalityId}, ${roadmap.authorityId}, ${roadmap.orderId}, ${roadmap.level}, ${roadmap.title},
                ${plan.start}, ${plan.end}, ${plan.horizon}, ${plan.checkpoints as IsoDate[]}::date[], 'running', 1,
                ${JSON.stringify(roadmap.document)}, ${ctx.now}, ${ctx.who.personName})`,
  )
  await change(
    ctx.tx,
    sql`INSERT INTO roadmap_sections (region_id, roadmap_id, id, municipality_id, position, parent_id, number, title, level, notes)
        SELECT ${regionId}, ${id}, s.id, ${municipalityId}, s.position, s."parentId", s.number, s.title, s.level, s.notes
          FROM jsonb_to_recordset(${JSON.stringify(roadmap.sections)}::jsonb)
            AS s(id uuid, position int, "parentId" uuid, number text, title text, level int, notes text[])`,
  )
  const items = roadmap.items.map(item => ({ ...item, ...spanOf(item.deadline), words: wordsOf(item) }))
  await change(
    ctx.tx,
    sql`INSERT INTO roadmap_items (region_id, roadmap_id, id, municipality_id, section_id, position, number, title, deadline,
                                   deadline_text, starts_on, due_on, parties, results, indicators, information, extra, notes, places, search, version)
        SELECT ${regionId}, ${id}, i.id, ${municipalityId}, i."sectionId", i.position, i.number, i.title, i.deadline,
               i.deadline->>'sourceText', i."startsOn", i."dueOn", i.parties, i.results, i.indicators, i.information, i.extra, i.notes, i.places,
               to_tsvector('russian', i.words), 1
          FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
            AS i(id uuid, "sectionId" uuid, position int, number text, title text, deadline jsonb, "startsOn" date, "dueOn" date,
                 parties jsonb, results jsonb, indicators jsonb, information jsonb, extra jsonb, notes text[], places text[], words text)`,
  )
  await forgetPlans(ctx)
  await insertParties(ctx, id, municipalityId, roadmap.items)
  await change(
    ctx.tx,
    sql`INSERT INTO roadmap_clauses (region_id, roadmap_id, id, municipality_id, position, path, number, text, addressees, deadline, binding)
        SELECT ${regionId}, ${id}, c.id, ${municipalityId}, c.position, c.path, c.number, c.text, c.addressees, c.deadline, c.binding
          FROM jsonb_to_recordset(${JSON.stringify(roadmap.clauses)}::jsonb)
            AS c(id uuid, position int, path text, number text, text text, addressees text[], deadline jsonb, binding text)`,
  )
  await change(
    ctx.tx,
    sql`INSERT INTO roadmap_leftovers (region_id, roadmap_id, position, municipality_id, place, text)
        SELECT ${regionId}, ${id}, l.ordinality, ${municipalityId}, l.value->>'place', l.value->>'text'
          FROM jsonb_array_elements(${JSON.stringify(roadmap.leftovers)}::jsonb) WITH ORDINALITY AS l`,
  )
  await insertSchools(ctx, id, municipalityId, roadmap.schools)
}

async function insertSchools(
  ctx: Ctx,
  roadmapId: RoadmapId,
  municipalityId: MunicipalityId | null,
  schools: readonly OrganisationId[],
): Promise<void> {
  await change(
    ctx.tx,
    sql`INSERT INTO roadmap_schools (region_id, roadmap_id, organisation_id, municipality_id)
        SELECT ${ctx.scope.regionId}, ${roadmapId}, s.id, ${municipalityId} FROM unnest(${schools as OrganisationId[]}::uuid[]) AS s(id)`,
  )
}

export interface RoadmapRow {
  readonly id: RoadmapId
  readonly municipalityId: MunicipalityId | null
  readonly authorityId: OrganisationId
  readonly orderId: string
  readonly level: RoadmapLevel
  readonly title: string
  readonly planStart: IsoDate
  readonly planEnd: IsoDate
  readonly horizon: IsoDate
  readonly checkpoints: readonly IsoDate[]
  readonly state: 'running' | 'closed'
  readonly version: number
  readonly approvedAt: Date
  readonly approvedBy: string
}

const roadmapColumns = sql`id, municipality_id AS "municipalityId", authority_id AS "authorityId", order_id AS "orderId", level, title,
  plan_start AS "planStart", plan_end AS "planEnd", horizon, to_json(checkpoints) AS checkpoints, state, version,
  approved_at AS "approvedAt", approved_by AS "approvedBy"`

export function findRoadmap(ctx: Ctx, id: RoadmapId): Promise<RoadmapRow | null> {
  return maybeRow(
    ctx.tx,
    sql<RoadmapRow>`SELECT ${roadmapColumns} FROM roadmaps WHERE region_id = ${ctx.scope.regionId} AND id = ${id}`,
  )
}

/** Holds a roadmap until the transaction ends, so that two changes of its obligations come one after the other. */
export async function holdRoadmap(ctx: Ctx, id: RoadmapId): Promise<void> {
  await rows(
    ctx.tx,
    sql<{ id: string }>`SELECT id FROM roadmaps WHERE region_id = ${ctx.scope.regionId} AND id = ${id} FOR UPDATE`,
  )
}

export function listRoadmaps(ctx: Ctx): Promise<RoadmapRow[]> {
  return rows(
    ctx.tx,
    sql<RoadmapRow>`SELECT ${roadmapColumns} FROM roadmaps WHERE region_id = ${ctx.scope.regionId}
                     ORDER BY state DESC, plan_end DESC, id DESC LIMIT 200`,
  )
}

/** How items and clauses are called: number and title, or the beginning of a clause. */
export function titlesOf(ctx: Ctx, ids: readonly string[]): Promise<{ id: string; title: string }[]> {
  return rows(
    ctx.tx,
    sql<{ id: string; title: string }>`
      SELECT id, concat_ws(' ', number, title) AS title FROM roadmap_items
       WHERE region_id = ${ctx.scope.regionId} AND id = ANY(${ids as string[]}::uuid[])
      UNION ALL
      SELECT id, concat_ws(' ', number, left(text, 120)) AS title FROM roadmap_clauses
       WHERE region_id = ${ctx.scope.regionId} AND id = ANY(${ids as string[]}::uuid[])`,
  )
}

/** The order of a roadmap without its items: letterhead, clauses, passport, columns, defects. */
export async function documentOf(ctx: Ctx, id: RoadmapId): Promise<Order> {
  const found = await oneRow(
    ctx.tx,
    sql<{ document: Order }>`SELECT document FROM roadmaps WHERE region_id = ${ctx.scope.regionId} AND id = ${id}`,
  )
  return found.document
}

/** The columns of the printed table, without the rest of the order. */
export async function columnsOf(ctx: Ctx, id: RoadmapId): Promise<NonNullable<Order['roadmap']['columns']>> {
  const found = await oneRow(
    ctx.tx,
    sql<{ columns: NonNullable<Order['roadmap']['columns']> }>`
      SELECT COALESCE(document->'roadmap'->'columns', '[]') AS columns FROM roadmaps
       WHERE region_id = ${ctx.scope.regionId} AND id = ${id}`,
  )
  return found.columns
}

export function planOfRow(row: RoadmapRow): Plan {
  return { start: row.planStart, end: row.planEnd, horizon: row.horizon, checkpoints: row.checkpoints }
}

export interface SectionRow {
  readonly id: string
  readonly position: number
  readonly parentId: string | null
  readonly number: string | null
  readonly title: string
  readonly level: number
  readonly notes: readonly string[]
}

export function listSections(ctx: Ctx, roadmapId: RoadmapId): Promise<SectionRow[]> {
  return rows(
    ctx.tx,
    sql<SectionRow>`SELECT id, position, parent_id AS "parentId", number, title, level, notes FROM roadmap_sections
                     WHERE region_id = ${ctx.scope.regionId} AND roadmap_id = ${roadmapId} ORDER BY position`,
  )
}

export function listClauses(ctx: Ctx, roadmapId: RoadmapId): Promise<RoadmapClause[]> {
  return rows(
    ctx.tx,
    sql<RoadmapClause>`SELECT id, position, path, number, text, addressees, deadline, binding FROM roadmap_clauses
                        WHERE region_id = ${ctx.scope.regionId} AND roadmap_id = ${roadmapId} ORDER BY position`,
  )
}

export function listLeftovers(
  ctx: Ctx,
  roadmapId: RoadmapId,
): Promise<{ readonly place: string; readonly text: string }[]> {
  return rows(
    ctx.tx,
    sql<{ place: string; text: string }>`SELECT place, text FROM roadmap_leftovers
      WHERE region_id = ${ctx.scope.regionId} AND roadmap_id = ${roadmapId} ORDER BY position`,
  )
}

/** Distinct executors of a roadmap, most frequent first. */
export function listExecutors(
  ctx: Ctx,
  roadmapId: RoadmapId,
): Promise<{ readonly key: string; readonly text: string; readonly count: number }[]> {
  return rows(
    ctx.tx,
    sql<{ key: string; text: string; count: number }>`
      SELECT executor_key AS key, min(text) AS text, count(*)::int AS count FROM item_parties
       WHERE region_id = ${ctx.scope.regionId} AND roadmap_id = ${roadmapId}
       GROUP BY executor_key ORDER BY count(*) DESC, 2`,
  )
}

export async function schoolsOf(ctx: Ctx, roadmapId: RoadmapId): Promise<OrganisationId[]> {
  const found = await rows(
    ctx.tx,
    sql<{ id: OrganisationId }>`SELECT organisation_id AS id FROM roadmap_schools
      WHERE region_id = ${ctx.scope.regionId} AND roadmap_id = ${roadmapId} ORDER BY organisation_id`,
  )
  return found.map(row => row.id)
}

export async function replaceSchools(ctx: Ctx, roadmap: RoadmapRow, schools: readonly OrganisationId[]): Promise<void> {
  await change(
    ctx.tx,
    sql`DELETE FROM roadmap_schools WHERE region_id = ${ctx.scope.regionId} AND roadmap_id = ${roadmap.id}`,
  )
  await insertSchools(ctx, roadmap.id, roadmap.municipalityId, schools)
}

/** Gives a roadmap another period if nobody changed it meanwhile. @returns whether this was still the version */
export async function savePeriod(ctx: Ctx, id: RoadmapId, version: number, plan: Plan): Promise<boolean> {
  return (
    (await change(
      ctx.tx,
      sql`UPDATE roadmaps SET plan_end = ${plan.end}, horizon = ${plan.horizon}, checkpoints = ${plan.checkpoints as IsoDate[]}::date[],
                              version = version + 1
           WHERE region_id = ${ctx.scope.regionId} AND id = ${id} AND version = ${version} AND state = 'running'`,
    )) > 0
  )
}

/** Marks a roadmap as changed if nobody changed it meanwhile. @returns whether this was still the version */
export async function nextVersion(ctx: Ctx, id: RoadmapId, version: number): Promise<boolean> {
  return (
    (await change(
      ctx.tx,
      sql`UPDATE roadmaps SET version = version + 1
           WHERE region_id = ${ctx.scope.regionId} AND id = ${id} AND version = ${version} AND state = 'running'`,
    )) > 0
  )
}
