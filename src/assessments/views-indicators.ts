// Facts about schools as they are shown: by name, never in the order of values.
import { refuse, type SchoolId } from '../core/base/index.ts'
import { type Ctx, maybeRow, oneRow, rows, sql } from '../platform/postgres/index.ts'
import type { IndicatorState } from './model/school-indicator.ts'

/** A fact as it is kept, with where it comes from. */
export interface ShownFact {
  readonly indicator: string
  readonly year: number
  readonly state: IndicatorState
  readonly numerator: number | null
  readonly denominator: number | null
  /** With a dot. */
  readonly number: string | null
  readonly participants: number | null
  readonly source: string
}

export interface FactsQuestion {
  readonly year: number
  readonly indicators: readonly string[]
  readonly municipality: string | null
  readonly words: string
  /** Schools with a reported value of any of the indicators, or without one. */
  readonly state: 'with' | 'without' | null
  readonly after: string | null
}

export interface FactsOfSchool {
  readonly id: string
  readonly name: string
  readonly municipality: string | null
  readonly facts: ShownFact[]
}

const pageSize = 100

/** Indicators and years of which the seat reads anything. @example await indicatorsInUse(ctx) // [{ indicator: 'неполные семьи', year: 2025 }] */
export function indicatorsInUse(ctx: Ctx): Promise<{ indicator: string; year: number }[]> {
  return rows(
    ctx.tx,
    sql<{ indicator: string; year: number }>`
      SELECT DISTINCT indicator, year FROM pub_school_indicators WHERE region_id = ${ctx.scope.regionId} ORDER BY indicator, year`,
  )
}

/**
 * One page of schools by name, each with its facts of the year. A school seat gets its own school.
 * @returns `next` is the key of the last school when there are more
 */
export async function schoolFacts(
  ctx: Ctx,
  { year, indicators, municipality, words, state, after }: FactsQuestion,
): Promise<{ schools: FactsOfSchool[]; total: number; next: string | null }> {
  const region = ctx.scope.regionId
  const pattern = `%${words
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, mark => `\\${mark}`)}%`
  const ofSchool = sql`f.region_id = c.region_id AND f.organisation_id = c.organisation_id AND f.year = ${year}
    AND f.indicator = ANY(${indicators}::text[])`
  const reported = sql`EXISTS (SELECT 1 FROM pub_school_indicators f WHERE ${ofSchool} AND f.state = 'reported')`
  const joined = sql`pub_schools c
    JOIN pub_organisations o ON o.region_id = c.region_id AND o.organisation_id = c.organisation_id
    LEFT JOIN pub_municipalities m ON m.region_id = c.region_id AND m.municipality_id = c.municipality_id
    WHERE c.region_id = ${region} AND (c.active OR EXISTS (SELECT 1 FROM pub_school_indicators f WHERE ${ofSchool}))
      AND (${ctx.scope.organisationId}::uuid IS NULL OR c.organisation_id = ${ctx.scope.organisationId})
      AND (${ctx.scope.municipalityId}::uuid IS NULL OR c.municipality_id = ${ctx.scope.municipalityId})
      AND (${municipality}::text IS NULL OR c.municipality_id::text = ${municipality})
      AND (lower(o.name) LIKE ${pattern} OR lower(o.short_name) LIKE ${pattern})
      AND (${state ?? ''} <> 'with' OR ${reported}) AND (${state ?? ''} <> 'without' OR NOT ${reported})`
  const { total } = await oneRow(ctx.tx, sql<{ total: number }>`SELECT count(*)::int AS total FROM ${joined}`)
  const found = await rows(
    ctx.tx,
    sql<FactsOfSchool & { key: string }>`
      SELECT c.organisation_id AS id, coalesce(o.short_name, o.name) AS name, m.name AS municipality, ${sortKey} AS key,
        coalesce((SELECT json_agg(json_build_object('indicator', f.indicator, 'year', f.year, 'state', f.state, 'numerator', f.numerator,
          'denominator', f.denominator, 'number', f.value::text, 'participants', f.participants, 'source', f.source))
          FROM pub_school_indicators f WHERE ${ofSchool}), '[]'::json) AS facts
      FROM ${joined} AND (${after}::text IS NULL OR ${sortKey} > ${after})
      ORDER BY ${sortKey} LIMIT ${pageSize + 1}`,
  )
  const shown = found.slice(0, pageSize)
  return {
    schools: shown.map(({ key: _, ...school }) => school),
    total,
    next: found.length > pageSize ? shown.at(-1)!.key : null,
  }
}

// Numbers inside names sort as numbers: «№ 2» before «№ 10». The id makes equal names follow one another in a fixed order.
const sortKey = sql`(coalesce(o.short_name, o.name) || ' ' || c.organisation_id::text) COLLATE names_in_order`

/**
 * Every fact of one school, by indicator and year.
 * @throws refuse('not-found', 'assessments/school-not-found') outside the scope as well; a school seat reads only its own
 */
export async function factsOfSchool(
  ctx: Ctx,
  id: SchoolId,
): Promise<{ school: { id: string; name: string }; facts: ShownFact[] }> {
  const school = await maybeRow(
    ctx.tx,
    sql<{ id: string; name: string }>`
      SELECT c.organisation_id AS id, coalesce(o.short_name, o.name) AS name FROM pub_schools c
      JOIN pub_organisations o ON o.region_id = c.region_id AND o.organisation_id = c.organisation_id
      WHERE c.region_id = ${ctx.scope.regionId} AND c.organisation_id = ${id}
        AND (${ctx.scope.organisationId}::uuid IS NULL OR c.organisation_id = ${ctx.scope.organisationId})
        AND (${ctx.scope.municipalityId}::uuid IS NULL OR c.municipality_id = ${ctx.scope.municipalityId})`,
  )
  if (!school) throw refuse('not-found', 'assessments/school-not-found')
  const facts = await rows(
    ctx.tx,
    sql<ShownFact>`
      SELECT indicator, year, state, numerator, denominator, value::text AS number, participants, source FROM pub_school_indicators
      WHERE region_id = ${ctx.scope.regionId} AND organisation_id = ${id} ORDER BY indicator, year`,
  )
  return { school, facts }
}

/** Municipalities of which the seat may see schools, by name. */
export { municipalitiesOf as municipalitiesInReach } from './views-counters.ts'
