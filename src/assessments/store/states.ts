import type { MunicipalityId } from '../../core/base/index.ts'
import { type Ctx, change, rows, sql } from '../../platform/postgres/index.ts'
import type { ToldState } from '../model/told-state.ts'

/** What was told of these schools. */
export function keptStates(ctx: Ctx, told: readonly ToldState[]): Promise<ToldState[]> {
  return rows(
    ctx.tx,
    sql<ToldState>`
      SELECT organisation_id AS "organisationId", procedure, subject, grade, year, state FROM result_states
      WHERE region_id = ${ctx.scope.regionId} AND organisation_id = ANY(${[...new Set(told.map(({ organisationId }) => organisationId))]}::uuid[])`,
  )
}

export async function putStates(
  ctx: Ctx,
  told: readonly (ToldState & { readonly municipalityId: MunicipalityId | null })[],
  source: string,
): Promise<void> {
  await change(
    ctx.tx,
    sql`
      INSERT INTO result_states (region_id, organisation_id, municipality_id, procedure, subject, grade, year, state, source)
      SELECT ${ctx.scope.regionId}, "organisationId", "municipalityId", procedure, subject, grade, year, state, ${source}
      FROM json_to_recordset(${JSON.stringify(told)}::json) AS t("organisationId" uuid, "municipalityId" uuid, procedure text,
        subject text, grade smallint, year smallint, state text)
      ON CONFLICT (region_id, organisation_id, procedure, subject, grade, year) DO UPDATE SET
        municipality_id = excluded.municipality_id, state = excluded.state, source = excluded.source`,
  )
}
