import type { IsoDate, MunicipalityId, ObligationId, RoadmapId } from '../../core/base/index.ts'
import { type Ctx, change, newId, rows, sql } from '../../platform/postgres/index.ts'
import type { MovedObligation, PlannedObligation, StandingObligation } from '../model/index.ts'

const atOnce = 10_000
const manyRows = 500

/**
 * Makes the connection plan its checks of foreign keys anew. A plan from when the tables held a few rows reads them whole for every row
 * that refers to them: 30,000 obligations of 1,500 items would then take half a minute.
 */
export async function forgetPlans(ctx: Ctx): Promise<void> {
  await change(ctx.tx, sql`DISCARD PLANS`)
}

/**
 * Adds obligations in few statements.
 * @param municipalityId of the roadmap; null for a regional one, whose obligations belong to the organisation's municipality
 */
export async function insertObligations(
  ctx: Ctx,
  roadmapId: RoadmapId,
  municipalityId: MunicipalityId | null,
  planned: readonly PlannedObligation[],
): Promise<void> {
  if (planned.length > manyRows) await forgetPlans(ctx)
  for (let from = 0; from < planned.length; from += atOnce) {
    const part = planned.slice(from, from + atOnce)
    await change(
      ctx.tx,
      sql`INSERT INTO obligations (region_id, roadmap_id, id, municipality_id, organisation_id, item_id, clause_id, person_id,
                                   binding, starts_on, due_on)
          SELECT ${ctx.scope.regionId}, ${roadmapId}, o.* FROM unnest(
            ${part.map(() => newId())}::uuid[],
            ${part.map(one => municipalityId ?? one.municipalityId)}::uuid[],
            ${part.map(one => one.organisationId)}::uuid[],
            ${part.map(one => (one.sourceKind === 'item' ? one.sourceId : null))}::uuid[],
            ${part.map(one => (one.sourceKind === 'clause' ? one.sourceId : null))}::uuid[],
            ${part.map(one => one.personId)}::uuid[],
            ${part.map(one => one.binding)}::text[],
            ${part.map(one => one.startsOn)}::date[],
            ${part.map(one => one.dueOn)}::date[]) AS o`,
    )
  }
}

/** Gives obligations other dates, other persons or another binding. */
export async function moveObligations(ctx: Ctx, moved: readonly MovedObligation[]): Promise<void> {
  if (moved.length === 0) return
  await change(
    ctx.tx,
    sql`UPDATE obligations o SET starts_on = m.starts_on, due_on = m.due_on, person_id = m.person_id, binding = m.binding
          FROM unnest(${moved.map(one => one.id)}::uuid[], ${moved.map(one => one.to.startsOn)}::date[],
                      ${moved.map(one => one.to.dueOn)}::date[], ${moved.map(one => one.to.personId)}::uuid[],
                      ${moved.map(one => one.to.binding)}::text[]) AS m(id, starts_on, due_on, person_id, binding)
         WHERE o.region_id = ${ctx.scope.regionId} AND o.id = m.id`,
  )
}

/** Cancels obligations; they stay in the record with the day and the reason. */
export async function cancelObligations(ctx: Ctx, ids: readonly ObligationId[], reason: string): Promise<void> {
  if (ids.length === 0) return
  await change(
    ctx.tx,
    sql`UPDATE obligations SET cancelled_on = ${ctx.today}, cancelled_reason = ${reason}
         WHERE region_id = ${ctx.scope.regionId} AND id = ANY(${ids as ObligationId[]}::uuid[])`,
  )
}

/** Takes back that obligations were cancelled. */
export async function reviveObligations(ctx: Ctx, ids: readonly ObligationId[]): Promise<void> {
  if (ids.length === 0) return
  await change(
    ctx.tx,
    sql`UPDATE obligations SET cancelled_on = NULL, cancelled_reason = NULL
         WHERE region_id = ${ctx.scope.regionId} AND id = ANY(${ids as ObligationId[]}::uuid[])`,
  )
}

/** Obligations of a roadmap, or of one of its items, cancelled ones included. */
export function standingObligations(
  ctx: Ctx,
  roadmapId: RoadmapId,
  itemId: string | null = null,
): Promise<StandingObligation[]> {
  return rows(
    ctx.tx,
    sql<StandingObligation>`
      SELECT id, CASE WHEN item_id IS NULL THEN 'clause' ELSE 'item' END AS "sourceKind", COALESCE(item_id, clause_id) AS "sourceId",
             organisation_id AS "organisationId", municipality_id AS "municipalityId", person_id AS "personId", binding,
             starts_on AS "startsOn", due_on AS "dueOn", submitted_on AS "submittedOn", accepted_on AS "acceptedOn",
             returned_on AS "returnedOn", not_required_on AS "notRequiredOn", cancelled_on AS "cancelledOn"
        FROM obligations
       WHERE region_id = ${ctx.scope.regionId} AND roadmap_id = ${roadmapId}
         AND (${itemId}::uuid IS NULL OR item_id = ${itemId}::uuid)`,
  )
}

/**
 * Counts the obligations of a roadmap again, after they were made or changed.
 * A single submission moves its own counter only; this is for changes of many at once.
 */
export async function recount(ctx: Ctx, roadmapId: RoadmapId): Promise<void> {
  const { regionId } = ctx.scope
  await change(ctx.tx, sql`DELETE FROM obligation_counters WHERE region_id = ${regionId} AND roadmap_id = ${roadmapId}`)
  await change(
    ctx.tx,
    sql`INSERT INTO obligation_counters (region_id, roadmap_id, organisation_id, due_on, municipality_id,
                                         owed, recommended, submitted, accepted, returned, not_required)
        SELECT region_id, roadmap_id, organisation_id, COALESCE(due_on, 'infinity'), municipality_id,
               count(*) FILTER (WHERE binding = 'owed'),
               count(*) FILTER (WHERE binding = 'recommended'),
               count(*) FILTER (WHERE binding = 'owed' AND submitted_on IS NOT NULL AND accepted_on IS NULL AND returned_on IS NULL AND not_required_on IS NULL),
               count(*) FILTER (WHERE binding = 'owed' AND accepted_on IS NOT NULL AND not_required_on IS NULL),
               count(*) FILTER (WHERE binding = 'owed' AND returned_on IS NOT NULL AND accepted_on IS NULL AND not_required_on IS NULL),
               count(*) FILTER (WHERE binding = 'owed' AND not_required_on IS NOT NULL)
          FROM obligations
         WHERE region_id = ${regionId} AND roadmap_id = ${roadmapId} AND cancelled_on IS NULL
         GROUP BY region_id, roadmap_id, organisation_id, due_on, municipality_id`,
  )
}

export interface SavedFacts {
  readonly id: ObligationId
  readonly startedOn: IsoDate | null
  readonly submittedOn: IsoDate | null
  readonly acceptedOn: IsoDate | null
  readonly returnedOn: IsoDate | null
}

/** Writes what happened to obligations of a roadmap. */
export async function saveFacts(ctx: Ctx, roadmapId: RoadmapId, facts: readonly SavedFacts[]): Promise<void> {
  if (facts.length === 0) return
  await change(
    ctx.tx,
    sql`UPDATE obligations o
           SET started_on = f.started_on, submitted_on = f.submitted_on, accepted_on = f.accepted_on, returned_on = f.returned_on
          FROM unnest(${facts.map(one => one.id)}::uuid[], ${facts.map(one => one.startedOn)}::date[],
                      ${facts.map(one => one.submittedOn)}::date[], ${facts.map(one => one.acceptedOn)}::date[],
                      ${facts.map(one => one.returnedOn)}::date[]) AS f(id, started_on, submitted_on, accepted_on, returned_on)
         WHERE o.region_id = ${ctx.scope.regionId} AND o.roadmap_id = ${roadmapId} AND o.id = f.id`,
  )
}
