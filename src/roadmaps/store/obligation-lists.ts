import type { IsoDate, ObligationId, OrganisationId, PersonId, RoadmapId } from '../../core/base/index.ts'
import { type Ctx, oneRow, rows, sql } from '../../platform/postgres/index.ts'
import type { Binding, StatusFacts } from '../model/index.ts'

export interface ObligationRow extends StatusFacts {
  readonly id: ObligationId
  readonly roadmapId: RoadmapId
  readonly organisationId: OrganisationId
  readonly personId: PersonId | null
  readonly itemId: string | null
  readonly clauseId: string | null
  readonly number: string | null
  readonly title: string
  readonly binding: Binding
  readonly cancelledReason: string | null
}

export interface ObligationFilter {
  readonly roadmapId: string | null
  readonly itemId: string | null
  readonly clauseId?: string | null
  readonly organisationId: string | null
  /** Only owed ones that nobody has handed in and that are due by this day. */
  readonly openUntil: IsoDate | null
  readonly limit: number
}

/** Obligations in order of their deadlines, undated ones last. */
export function listObligations(ctx: Ctx, filter: ObligationFilter): Promise<ObligationRow[]> {
  return rows(
    ctx.tx,
    sql<ObligationRow>`
      SELECT o.id, o.roadmap_id AS "roadmapId", o.organisation_id AS "organisationId", o.person_id AS "personId",
             o.item_id AS "itemId", o.clause_id AS "clauseId", COALESCE(i.number, c.number) AS number, COALESCE(i.title, c.text) AS title, o.binding,
             o.starts_on AS "startsOn", o.due_on AS "dueOn", o.started_on AS "startedOn", o.submitted_on AS "submittedOn",
             o.accepted_on AS "acceptedOn", o.returned_on AS "returnedOn", o.not_required_on AS "notRequiredOn",
             o.cancelled_on AS "cancelledOn", o.cancelled_reason AS "cancelledReason"
        FROM obligations o
        LEFT JOIN roadmap_items i ON i.region_id = o.region_id AND i.id = o.item_id
        LEFT JOIN roadmap_clauses c ON c.region_id = o.region_id AND c.id = o.clause_id
       WHERE o.region_id = ${ctx.scope.regionId}
         ${filter.roadmapId === null ? sql`` : sql`AND o.roadmap_id = ${filter.roadmapId}`}
         ${filter.itemId === null ? sql`` : sql`AND o.item_id = ${filter.itemId}`}
         ${filter.clauseId ? sql`AND o.clause_id = ${filter.clauseId}` : sql``}
         ${filter.organisationId === null ? sql`` : sql`AND o.organisation_id = ${filter.organisationId}`}
         ${
           filter.openUntil === null
             ? sql``
             : sql`AND o.binding = 'owed' AND o.cancelled_on IS NULL AND o.not_required_on IS NULL AND o.accepted_on IS NULL
                   AND (o.returned_on IS NOT NULL OR o.submitted_on IS NULL AND o.due_on <= ${filter.openUntil})`
         }
       ORDER BY o.due_on NULLS LAST, o.id LIMIT ${filter.limit}`,
  )
}

export interface TotalsRow {
  readonly owed: number
  readonly recommended: number
  readonly undated: number
  readonly dueSoFar: number
  readonly overdue: number
  readonly accepted: number
}

const totals = (today: IsoDate) => sql`
  COALESCE(sum(owed), 0)::int AS owed, COALESCE(sum(recommended), 0)::int AS recommended,
  COALESCE(sum(owed) FILTER (WHERE due_on = 'infinity'), 0)::int AS undated,
  COALESCE(sum(owed) FILTER (WHERE due_on <= ${today}::date), 0)::int AS "dueSoFar",
  COALESCE(sum(owed - submitted - accepted - returned - not_required) FILTER (WHERE due_on < ${today}::date), 0)::int AS overdue,
  COALESCE(sum(accepted), 0)::int AS accepted`

/** Totals of one roadmap from its counters. */
export function totalsOf(ctx: Ctx, roadmapId: RoadmapId, today: IsoDate): Promise<TotalsRow> {
  return oneRow(
    ctx.tx,
    sql<TotalsRow>`SELECT ${totals(today)} FROM obligation_counters
                    WHERE region_id = ${ctx.scope.regionId} AND roadmap_id = ${roadmapId}`,
  )
}

/** Totals of every roadmap of the scope. */
export async function countersOfAll(ctx: Ctx, today: IsoDate): Promise<Map<string, TotalsRow>> {
  const found = await rows(
    ctx.tx,
    sql<TotalsRow & { id: string }>`SELECT roadmap_id AS id, ${totals(today)} FROM obligation_counters
                                     WHERE region_id = ${ctx.scope.regionId} GROUP BY roadmap_id`,
  )
  return new Map(found.map(({ id, ...row }) => [id, row]))
}

/** How many owed obligations are overdue, how many were returned, and how many fall due by a day, from the counters. */
export function burningCounts(
  ctx: Ctx,
  today: IsoDate,
  until: IsoDate,
): Promise<{ readonly overdue: number; readonly returned: number; readonly dueSoon: number }> {
  const open = sql`owed - submitted - accepted - returned - not_required`
  return oneRow(
    ctx.tx,
    sql<{ overdue: number; returned: number; dueSoon: number }>`
      SELECT COALESCE(sum(${open}) FILTER (WHERE due_on < ${today}::date), 0)::int AS overdue,
             COALESCE(sum(returned), 0)::int AS returned,
             COALESCE(sum(${open}) FILTER (WHERE due_on BETWEEN ${today}::date AND ${until}::date), 0)::int AS "dueSoon"
        FROM obligation_counters WHERE region_id = ${ctx.scope.regionId}`,
  )
}
