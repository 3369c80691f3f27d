// Wide reads for the table of results: one row per procedure or indicator with a value per school, so that no row is made per cell.
import type { SchoolId } from '../../core/base/index.ts'
import { type Ctx, rows, sql } from '../../platform/postgres/index.ts'
import type { Wave } from '../model/cell.ts'
import type { IndicatorState } from '../model/school-indicator.ts'

export interface TableSchool {
  readonly id: SchoolId
  readonly name: string
  readonly type: string | null
  readonly region: string
  readonly municipality: string | null
}

/** Open schools of the scope in the order of their ids. */
export function openSchools(ctx: Ctx): Promise<TableSchool[]> {
  const { regionId, organisationId } = ctx.scope
  return rows(
    ctx.tx,
    sql<TableSchool>`
      SELECT o.organisation_id AS id, coalesce(o.short_name, o.name) AS name, s.type, r.name AS region, m.name AS municipality
      FROM pub_organisations o
      JOIN regions r ON r.id = o.region_id
      LEFT JOIN pub_municipalities m ON m.region_id = o.region_id AND m.municipality_id = o.municipality_id
      LEFT JOIN pub_schools s ON s.region_id = o.region_id AND s.organisation_id = o.organisation_id
      WHERE o.region_id = ${regionId} AND o.kind = 'school' AND o.active
        AND (${organisationId}::uuid IS NULL OR o.organisation_id = ${organisationId}::uuid)
      ORDER BY o.organisation_id`,
  )
}

/** A procedure of a year: parallel lists with a place for each school and wave. */
export interface SlotColumn {
  readonly procedure: string
  readonly subject: string
  readonly grade: number
  readonly year: number
  readonly schools: readonly SchoolId[]
  readonly participants: readonly number[]
  readonly below: readonly (number | null)[]
  readonly pointsOf: readonly ('primary' | 'test' | 'mark' | null)[]
  /** As text: means of files give sums that binary numbers only come near to. */
  readonly pointsSum: readonly (string | null)[]
  readonly pointsCount: readonly (number | null)[]
}

export function slotColumns(
  ctx: Ctx,
  years: readonly number[] | undefined,
  waves: readonly Wave[],
): Promise<SlotColumn[]> {
  return rows(
    ctx.tx,
    sql<SlotColumn>`
      SELECT procedure, subject, grade, year, json_agg(organisation_id) AS schools, json_agg(participants) AS participants,
             json_agg(below) AS below, json_agg(points_of) AS "pointsOf", json_agg(points_sum::text) AS "pointsSum",
             json_agg(points_count) AS "pointsCount"
      FROM school_results
      WHERE region_id = ${ctx.scope.regionId} AND wave = ANY(${waves}::text[]) AND ${yearIn(years)}
      GROUP BY year, procedure, subject, grade
      ORDER BY year, procedure COLLATE "C", subject COLLATE "C", grade`,
  )
}

/** What was told of procedures that a school has no result of. */
export interface StateColumn {
  readonly procedure: string
  readonly subject: string
  readonly grade: number
  readonly year: number
  readonly schools: readonly SchoolId[]
  readonly states: readonly ('no_students' | 'not_applicable' | 'not_collected' | 'suppressed')[]
}

export function stateColumns(ctx: Ctx, years: readonly number[] | undefined): Promise<StateColumn[]> {
  return rows(
    ctx.tx,
    sql<StateColumn>`
      SELECT procedure, subject, grade, year, json_agg(organisation_id) AS schools, json_agg(state) AS states
      FROM result_states
      WHERE region_id = ${ctx.scope.regionId} AND ${yearIn(years)}
      GROUP BY year, procedure, subject, grade
      ORDER BY year, procedure COLLATE "C", subject COLLATE "C", grade`,
  )
}

export interface IndicatorColumn {
  readonly indicator: string
  readonly year: number
  readonly schools: readonly SchoolId[]
  readonly states: readonly IndicatorState[]
  readonly numerators: readonly (number | null)[]
  readonly denominators: readonly (number | null)[]
  readonly numbers: readonly (string | null)[]
  readonly participants: readonly (number | null)[]
}

export function indicatorColumns(ctx: Ctx, years: readonly number[] | undefined): Promise<IndicatorColumn[]> {
  return rows(
    ctx.tx,
    sql<IndicatorColumn>`
      SELECT indicator, year, json_agg(organisation_id) AS schools, json_agg(state) AS states, json_agg(numerator) AS numerators,
             json_agg(denominator) AS denominators, json_agg(value::text) AS numbers, json_agg(participants) AS participants
      FROM school_indicators
      WHERE region_id = ${ctx.scope.regionId} AND ${yearIn(years)}
      GROUP BY indicator, year
      ORDER BY indicator COLLATE "C", year`,
  )
}

function yearIn(years: readonly number[] | undefined) {
  return years ? sql<boolean>`year = ANY(${years}::smallint[])` : sql<boolean>`true`
}
