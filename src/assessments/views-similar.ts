import type { SchoolId } from '../core/base/index.ts'
import { type Ctx, rows, sql } from '../platform/postgres/index.ts'
import { type Figures, noFigures, sumFigures } from './model/figures.ts'
import type { ProcedureKey, ProcedureQuery, SimilarSchools } from './views-contract.ts'
import { type SchoolHead, schoolColumns } from './views-counters.ts'
import { lowOf } from './views-markers.ts'
import { summaryOf } from './views-summary.ts'

/** Within how many points of the indicator schools count as similar; the first when nothing is chosen. */
export const withins = ['5', '10', '20'] as const

interface Row extends Pick<Figures, 'participants' | 'absent' | 'judged' | 'below' | 'marks' | 'points'> {
  readonly id: string
  readonly name: string
}

/**
 * Schools like this one in what was chosen (type, municipality, size, an indicator of the context), together, in one procedure and year.
 * Of the schools that the seat sees: a municipal seat compares within its municipality, a school seat with nobody.
 *
 * @param participants of the school itself: «near» in size is from half of them to twice as many
 */
export async function similarSchools(
  ctx: Ctx,
  school: SchoolHead,
  key: ProcedureKey,
  year: number,
  participants: number,
  asked: ProcedureQuery,
): Promise<SimilarSchools> {
  const { type, place, size, indicator, within } = asked
  const chosen = [type, place, size, indicator].some(one => one !== undefined)
  const query = chosen
    ? { type: type ?? '', place: place ?? '', size: size ?? '', indicator: indicator ?? '', within: withinOf(within) }
    : { type: school.type ? 'same' : '', place: '', size: 'near', indicator: '', within: withins[0] }
  const nobody = { query, schools: [], figures: null, low: lowOf(noFigures), indicators: [] }
  if (ctx.scope.organisationId !== null) return { ...nobody, allowed: false }
  const indicators = await indicatorsOf(ctx, school.id as SchoolId, year)
  const context = indicators.find(one => one.name === query.indicator) ?? null
  const found = await rows(
    ctx.tx,
    sql<Row>`
      SELECT s.organisation_id AS id, coalesce(o.short_name, o.name) AS name, ${schoolColumns}
      FROM school_results s
      JOIN pub_schools c ON c.region_id = s.region_id AND c.organisation_id = s.organisation_id
      JOIN pub_organisations o ON o.region_id = s.region_id AND o.organisation_id = s.organisation_id
      LEFT JOIN school_indicators i ON i.region_id = s.region_id AND i.organisation_id = s.organisation_id
        AND i.indicator = ${context?.name ?? ''} AND i.year = ${context?.year ?? 0}
      WHERE s.region_id = ${ctx.scope.regionId} AND s.organisation_id <> ${school.id} AND s.procedure = ${key.procedure}
        AND s.subject = ${key.subject} AND s.grade = ${key.grade} AND s.wave = ${key.wave} AND s.year = ${year}
        AND (${query.type} <> 'same' OR c.type = ${school.type})
        AND (${query.place} <> 'same' OR s.municipality_id = ${school.municipality?.id ?? null}::uuid)
        AND (${query.size} <> 'near' OR s.participants * 2 >= ${participants} AND s.participants <= ${participants} * 2)
        AND (${context === null} OR abs(coalesce(i.value, i.numerator * 100.0 / i.denominator) - ${context?.value ?? 0}) <= ${Number(query.within)})
      ORDER BY coalesce(o.short_name, o.name) COLLATE names_in_order, s.organisation_id`,
  )
  const figures = sumFigures(found.map(row => ({ ...noFigures, ...row })))
  return {
    query,
    allowed: true,
    schools: found.map(({ id, name }) => ({ id, name })),
    figures: found.length === 0 ? null : summaryOf(figures),
    low: lowOf(figures),
    indicators,
  }
}

function withinOf(text: string | undefined): string {
  return withins.find(one => one === text) ?? withins[0]
}

/** Facts of the context that are known of this school, each of the last year up to this one. */
function indicatorsOf(ctx: Ctx, schoolId: SchoolId, year: number): Promise<SimilarSchools['indicators']> {
  return rows(
    ctx.tx,
    sql<SimilarSchools['indicators'][number]>`
      SELECT DISTINCT ON (indicator) indicator AS name, year, coalesce(value, numerator * 100.0 / denominator)::float8 AS value
      FROM school_indicators
      WHERE region_id = ${ctx.scope.regionId} AND organisation_id = ${schoolId} AND state = 'reported' AND year <= ${year}
      ORDER BY indicator, year DESC`,
  )
}
