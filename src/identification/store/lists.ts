import type { IsoDate, MunicipalityId, OrganisationId } from '../../core/base/index.ts'
import { type Ctx, change, maybeRow, oneRow, rows, sql } from '../../platform/postgres/index.ts'
import type { Decision, ListState, SigningOrder } from '../model/list.ts'

export interface StoredList {
  readonly id: string
  readonly runId: string | null
  readonly listKey: string | null
  readonly act: string | null
  readonly unmatched: readonly string[]
  readonly title: string
  readonly year: number
  readonly state: ListState
  readonly answersUntil: IsoDate | null
  readonly orderNumber: string | null
  readonly orderDate: IsoDate | null
  readonly orderTitle: string | null
  readonly code: string | null
  readonly edition: number | null
  readonly inputsHash: string | null
  readonly version: number
  readonly madeAt: Date
  readonly madeBy: string
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly approvedAt: Date | null
  readonly approvedBy: string | null
  readonly frozenAt: Date | null
  readonly frozenBy: string | null
}

const columns =
  sql.raw(`l.id, l.run_id AS "runId", l.list_key AS "listKey", l.act, l.unmatched, l.title, l.year, l.state,
  l.answers_until AS "answersUntil", l.order_number AS "orderNumber", l.order_date AS "orderDate", l.order_title AS "orderTitle",
  l.code, l.edition, l.inputs_hash AS "inputsHash", l.version, l.made_at AS "madeAt", l.made_by AS "madeBy",
  l.decided_at AS "decidedAt", l.decided_by AS "decidedBy", l.approved_at AS "approvedAt", l.approved_by AS "approvedBy",
  l.frozen_at AS "frozenAt", l.frozen_by AS "frozenBy"`)

export function findList(ctx: Ctx, id: string): Promise<StoredList | null> {
  return maybeRow(
    ctx.tx,
    sql<StoredList>`SELECT ${columns} FROM lists l WHERE l.region_id = ${ctx.scope.regionId} AND l.id = ${id}`,
  )
}

/** How a list stands, as far as the scope sees its schools. */
export interface ListCounts {
  readonly schools: number
  readonly included: number
  readonly excluded: number
  readonly proposed: number
  readonly notJudged: number
  /** Proposed and not yet decided. */
  readonly undecided: number
  readonly answers: number
  readonly exits: number
}

const counts = sql.raw(`count(s.organisation_id)::int AS schools,
  (count(*) FILTER (WHERE s.decision = 'included'))::int AS included,
  (count(*) FILTER (WHERE s.decision = 'excluded'))::int AS excluded,
  (count(*) FILTER (WHERE s.verdict IN ('yes', 'given')))::int AS proposed,
  (count(*) FILTER (WHERE s.verdict = 'unknown'))::int AS "notJudged",
  (count(*) FILTER (WHERE s.verdict IN ('yes', 'given') AND s.decision IS NULL))::int AS undecided,
  (count(DISTINCT a.organisation_id))::int AS answers,
  (count(e.organisation_id))::int AS exits`)

export type ListLine = StoredList & ListCounts

/** Lists with how they stand, the newest year first. */
export function listLists(ctx: Ctx): Promise<ListLine[]> {
  return rows(
    ctx.tx,
    sql<ListLine>`
      SELECT ${columns}, ${counts}
      FROM lists l
      LEFT JOIN list_schools s ON s.region_id = l.region_id AND s.list_id = l.id
      LEFT JOIN (SELECT DISTINCT region_id, list_id, organisation_id FROM list_answers) a
        ON a.region_id = s.region_id AND a.list_id = s.list_id AND a.organisation_id = s.organisation_id
      LEFT JOIN list_exits e ON e.region_id = s.region_id AND e.list_id = s.list_id AND e.organisation_id = s.organisation_id
      WHERE l.region_id = ${ctx.scope.regionId}
      GROUP BY l.region_id, l.id
      ORDER BY l.year DESC, l.title COLLATE names_in_order, l.made_at DESC`,
  )
}

export function countList(ctx: Ctx, id: string): Promise<ListCounts> {
  return oneRow(
    ctx.tx,
    sql<ListCounts>`
      SELECT ${counts}
      FROM list_schools s
      LEFT JOIN (SELECT DISTINCT region_id, list_id, organisation_id FROM list_answers) a
        ON a.region_id = s.region_id AND a.list_id = s.list_id AND a.organisation_id = s.organisation_id
      LEFT JOIN list_exits e ON e.region_id = s.region_id AND e.list_id = s.list_id AND e.organisation_id = s.organisation_id
      WHERE s.region_id = ${ctx.scope.regionId} AND s.list_id = ${id}`,
  )
}

export async function insertList(
  ctx: Ctx,
  list: Pick<
    StoredList,
    | 'id'
    | 'runId'
    | 'listKey'
    | 'act'
    | 'unmatched'
    | 'title'
    | 'year'
    | 'answersUntil'
    | 'code'
    | 'edition'
    | 'inputsHash'
  >,
): Promise<void> {
  await change(
    ctx.tx,
    sql`INSERT INTO lists (region_id, id, run_id, list_key, act, unmatched, title, year, state, answers_until, code, edition, inputs_hash, made_at, made_by)
        VALUES (${ctx.scope.regionId}, ${list.id}, ${list.runId}, ${list.listKey}, ${list.act}, ${JSON.stringify(list.unmatched)}, ${list.title},
                ${list.year}, 'proposed', ${list.answersUntil}, ${list.code}, ${list.edition}, ${list.inputsHash}, ${ctx.now}, ${ctx.who.personName})`,
  )
}

/** The schools of a run become lines of a list, each with its verdict. */
export async function insertSchoolsOfRun(ctx: Ctx, listId: string, runId: string, list: string): Promise<number> {
  return change(
    ctx.tx,
    sql`INSERT INTO list_schools (region_id, list_id, organisation_id, municipality_id, name, verdict)
        SELECT region_id, ${listId}, organisation_id, municipality_id, name, verdicts->${list}->>'verdict'
        FROM run_schools WHERE region_id = ${ctx.scope.regionId} AND run_id = ${runId}`,
  )
}

/** Schools of a list made elsewhere: included, with the act as the reason. */
export async function insertGivenSchools(
  ctx: Ctx,
  listId: string,
  schools: readonly OrganisationId[],
  reason: string,
): Promise<number> {
  return change(
    ctx.tx,
    sql`INSERT INTO list_schools (region_id, list_id, organisation_id, municipality_id, name, verdict, decision, reason, decided_at, decided_by)
        SELECT o.region_id, ${listId}, o.organisation_id, o.municipality_id, COALESCE(o.short_name, o.name), 'given', 'included', ${reason}, ${ctx.now}, ${ctx.who.personName}
        FROM pub_organisations o WHERE o.region_id = ${ctx.scope.regionId} AND o.organisation_id = ANY(${schools as OrganisationId[]}::uuid[])`,
  )
}

export interface ListSchool {
  readonly id: OrganisationId
  readonly municipalityId: MunicipalityId | null
  readonly municipality: string | null
  readonly name: string
  readonly fullName: string
  readonly verdict: 'yes' | 'no' | 'unknown' | 'given'
  readonly decision: Decision | null
  readonly reason: string | null
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly version: number
  readonly answers: number
  readonly exitOn: IsoDate | null
  readonly exitReason: string | null
  readonly exitAct: string | null
}

const schoolColumns =
  sql.raw(`s.organisation_id AS id, s.municipality_id AS "municipalityId", m.name AS municipality, s.name, o.name AS "fullName",
  s.verdict, s.decision, s.reason, s.decided_at AS "decidedAt", s.decided_by AS "decidedBy", s.version,
  (SELECT count(*)::int FROM list_answers a WHERE a.region_id = s.region_id AND a.list_id = s.list_id AND a.organisation_id = s.organisation_id) AS answers,
  e.exit_on AS "exitOn", e.reason AS "exitReason", e.act AS "exitAct"`)
const schoolTables = sql.raw(`list_schools s
  JOIN pub_organisations o ON o.region_id = s.region_id AND o.organisation_id = s.organisation_id
  LEFT JOIN pub_municipalities m ON m.region_id = s.region_id AND m.municipality_id = s.municipality_id
  LEFT JOIN list_exits e ON e.region_id = s.region_id AND e.list_id = s.list_id AND e.organisation_id = s.organisation_id`)

/** Schools of a list by name. */
export function listSchools(ctx: Ctx, listId: string): Promise<ListSchool[]> {
  return rows(
    ctx.tx,
    sql<ListSchool>`
      SELECT ${schoolColumns} FROM ${schoolTables}
      WHERE s.region_id = ${ctx.scope.regionId} AND s.list_id = ${listId}
      ORDER BY s.name COLLATE names_in_order, s.organisation_id`,
  )
}

export function findListSchool(ctx: Ctx, listId: string, schoolId: string): Promise<ListSchool | null> {
  return maybeRow(
    ctx.tx,
    sql<ListSchool>`
      SELECT ${schoolColumns} FROM ${schoolTables}
      WHERE s.region_id = ${ctx.scope.regionId} AND s.list_id = ${listId} AND s.organisation_id = ${schoolId}`,
  )
}

/** @returns false when somebody has decided since `version` was read */
export async function saveDecision(
  ctx: Ctx,
  listId: string,
  schoolId: OrganisationId,
  version: number,
  { decision, reason }: { readonly decision: Decision; readonly reason: string },
): Promise<boolean> {
  const changed = await change(
    ctx.tx,
    sql`UPDATE list_schools SET decision = ${decision}, reason = ${reason}, decided_at = ${ctx.now}, decided_by = ${ctx.who.personName}, version = version + 1
        WHERE region_id = ${ctx.scope.regionId} AND list_id = ${listId} AND organisation_id = ${schoolId} AND version = ${version}`,
  )
  return changed === 1
}

/** Includes every proposed school of the scope that nobody has decided about. @returns their ids */
export async function includeProposed(ctx: Ctx, listId: string, reason: string): Promise<OrganisationId[]> {
  const { municipalityId } = ctx.scope
  const found = await rows(
    ctx.tx,
    sql<{ id: OrganisationId }>`
      UPDATE list_schools SET decision = 'included', reason = ${reason}, decided_at = ${ctx.now}, decided_by = ${ctx.who.personName}, version = version + 1
      WHERE region_id = ${ctx.scope.regionId} AND list_id = ${listId} AND verdict IN ('yes', 'given') AND decision IS NULL
        AND (${municipalityId}::uuid IS NULL OR municipality_id = ${municipalityId})
      RETURNING organisation_id AS id`,
  )
  return found.map(({ id }) => id)
}

/** @returns false when somebody has saved the list since `version` was read */
export async function updateList(ctx: Ctx, id: string, version: number, set: ListChange): Promise<boolean> {
  const changed = await change(
    ctx.tx,
    sql`UPDATE lists SET ${setOf(ctx, set)}, version = version + 1
        WHERE region_id = ${ctx.scope.regionId} AND id = ${id} AND version = ${version}`,
  )
  return changed === 1
}

export type ListChange =
  | { readonly to: 'asked'; readonly answersUntil: IsoDate | null }
  | { readonly to: 'decided' }
  | { readonly to: 'proposed' }
  | { readonly to: 'approved'; readonly order: SigningOrder }
  | { readonly to: 'frozen' }

function setOf(ctx: Ctx, set: ListChange) {
  const by = ctx.who.personName
  switch (set.to) {
    case 'asked':
      return sql`answers_until = ${set.answersUntil}`
    case 'decided':
      return sql`state = 'decided', decided_at = ${ctx.now}, decided_by = ${by}`
    case 'proposed':
      return sql`state = 'proposed', decided_at = NULL, decided_by = NULL, approved_at = NULL, approved_by = NULL,
                 order_number = NULL, order_date = NULL, order_title = NULL`
    case 'approved':
      return sql`state = 'approved', approved_at = ${ctx.now}, approved_by = ${by}, order_number = ${set.order.number},
                 order_date = ${set.order.date}, order_title = ${set.order.title}`
    case 'frozen':
      return sql`state = 'frozen', frozen = true, frozen_at = ${ctx.now}, frozen_by = ${by}`
  }
}

/** Freezes the lines of a list together with it: the keys hold both ends. */
export async function freezeLines(ctx: Ctx, id: string): Promise<void> {
  const { regionId } = ctx.scope
  await change(ctx.tx, sql`UPDATE list_schools SET frozen = true WHERE region_id = ${regionId} AND list_id = ${id}`)
  await change(ctx.tx, sql`UPDATE list_answers SET frozen = true WHERE region_id = ${regionId} AND list_id = ${id}`)
}

export interface SchoolSays {
  readonly at: Date
  readonly personName: string
  readonly text: string
}

export function answersOf(ctx: Ctx, listId: string, schoolId: OrganisationId): Promise<SchoolSays[]> {
  return rows(
    ctx.tx,
    sql<SchoolSays>`
      SELECT at, person_name AS "personName", text FROM list_answers
      WHERE region_id = ${ctx.scope.regionId} AND list_id = ${listId} AND organisation_id = ${schoolId} ORDER BY at DESC, id DESC`,
  )
}

export async function insertAnswer(
  ctx: Ctx,
  answer: {
    readonly id: string
    readonly listId: string
    readonly schoolId: OrganisationId
    readonly municipalityId: MunicipalityId | null
    readonly text: string
  },
): Promise<void> {
  await change(
    ctx.tx,
    sql`INSERT INTO list_answers (region_id, id, list_id, organisation_id, municipality_id, at, person_name, text)
        VALUES (${ctx.scope.regionId}, ${answer.id}, ${answer.listId}, ${answer.schoolId}, ${answer.municipalityId}, ${ctx.now}, ${ctx.who.personName}, ${answer.text})`,
  )
}

export async function insertExit(
  ctx: Ctx,
  exit: {
    readonly listId: string
    readonly schoolId: OrganisationId
    readonly municipalityId: MunicipalityId | null
    readonly on: IsoDate
    readonly reason: string
    readonly act: string
  },
): Promise<boolean> {
  const inserted = await change(
    ctx.tx,
    sql`INSERT INTO list_exits (region_id, list_id, organisation_id, municipality_id, exit_on, reason, act, made_at, made_by)
        VALUES (${ctx.scope.regionId}, ${exit.listId}, ${exit.schoolId}, ${exit.municipalityId}, ${exit.on}, ${exit.reason}, ${exit.act}, ${ctx.now}, ${ctx.who.personName})
        ON CONFLICT DO NOTHING`,
  )
  return inserted === 1
}

/** Who stands on a frozen list on a day: included, and not let go by then. */
export async function membersOn(ctx: Ctx, listId: string, day: IsoDate): Promise<Set<string>> {
  const found = await rows(
    ctx.tx,
    sql<{ id: string }>`
      SELECT s.organisation_id AS id FROM list_schools s
      LEFT JOIN list_exits e ON e.region_id = s.region_id AND e.list_id = s.list_id AND e.organisation_id = s.organisation_id
      WHERE s.region_id = ${ctx.scope.regionId} AND s.list_id = ${listId} AND s.frozen AND s.decision = 'included'
        AND (e.exit_on IS NULL OR e.exit_on > ${day}::date)`,
  )
  return new Set(found.map(({ id }) => id))
}

/** The last frozen list of a methodology's list; null: there is none. */
export function lastFrozen(ctx: Ctx, code: string, listKey: string): Promise<StoredList | null> {
  return maybeRow(
    ctx.tx,
    sql<StoredList>`
      SELECT ${columns} FROM lists l
      WHERE l.region_id = ${ctx.scope.regionId} AND l.frozen AND l.code = ${code} AND l.list_key = ${listKey}
      ORDER BY l.frozen_at DESC LIMIT 1`,
  )
}

/** Names of the schools of the scope, as lists show them. */
export async function namesOfSchools(ctx: Ctx): Promise<Map<string, string>> {
  const found = await rows(
    ctx.tx,
    sql<{ id: string; name: string }>`
      SELECT organisation_id AS id, COALESCE(short_name, name) AS name FROM pub_organisations
      WHERE region_id = ${ctx.scope.regionId} AND kind = 'school'`,
  )
  return new Map(found.map(({ id, name }) => [id, name]))
}
