import type { MunicipalityId, SchoolId } from '../../core/base/index.ts'
import { type Ctx, change, rows, sql } from '../../platform/postgres/index.ts'
import type { IndicatorState, SchoolIndicator } from '../model/school-indicator.ts'

interface IndicatorRow {
  readonly organisationId: SchoolId
  readonly indicator: string
  readonly year: number
  readonly state: IndicatorState
  readonly numerator: number | null
  readonly denominator: number | null
  readonly number: string | null
  readonly participants: number | null
}

/** Kept facts of these schools, indicators and years; a few more than asked, in one query. */
export async function keptIndicators(ctx: Ctx, facts: readonly SchoolIndicator[]): Promise<SchoolIndicator[]> {
  const found = await rows(
    ctx.tx,
    sql<IndicatorRow>`
      SELECT organisation_id AS "organisationId", indicator, year, state, numerator, denominator, value::text AS number, participants
      FROM school_indicators
      WHERE region_id = ${ctx.scope.regionId}
        AND organisation_id = ANY(${[...new Set(facts.map(fact => fact.organisationId))]}::uuid[])
        AND indicator = ANY(${[...new Set(facts.map(fact => fact.indicator))]}::text[])
        AND year = ANY(${[...new Set(facts.map(fact => fact.year))]}::smallint[])`,
  )
  return found.map(({ numerator, denominator, number, participants, ...row }) => ({
    ...row,
    value:
      numerator !== null && denominator !== null
        ? { numerator, denominator }
        : number === null
          ? null
          : { number, participants },
  }))
}

/** Enters facts, or puts them in the place of those of the same school, indicator and year. */
export async function putIndicators(
  ctx: Ctx,
  facts: readonly (SchoolIndicator & { readonly municipalityId: MunicipalityId | null })[],
  source: string,
): Promise<void> {
  const columns = facts.map(({ organisationId, municipalityId, indicator, year, state, value }) => ({
    organisation_id: organisationId,
    municipality_id: municipalityId,
    indicator,
    year,
    state,
    numerator: value && 'numerator' in value ? value.numerator : null,
    denominator: value && 'denominator' in value ? value.denominator : null,
    value: value && 'number' in value ? value.number.replace(',', '.') : null,
    participants: value && 'number' in value ? value.participants : null,
  }))
  await change(
    ctx.tx,
    sql`
      INSERT INTO school_indicators (region_id, organisation_id, municipality_id, indicator, year, state, numerator, denominator,
        value, participants, source)
      SELECT ${ctx.scope.regionId}, organisation_id, municipality_id, indicator, year, state, numerator, denominator, value,
        participants, ${source}
      FROM json_to_recordset(${JSON.stringify(columns)}::json) AS f(organisation_id uuid, municipality_id uuid, indicator text,
        year smallint, state text, numerator integer, denominator integer, value numeric, participants integer)
      ON CONFLICT (region_id, organisation_id, indicator, year) DO UPDATE SET
        municipality_id = excluded.municipality_id, state = excluded.state, numerator = excluded.numerator,
        denominator = excluded.denominator, value = excluded.value, participants = excluded.participants, source = excluded.source`,
  )
}
