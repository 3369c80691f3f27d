// Reads of the kept counters, shaped for the views: one statement per function.
import type { MunicipalityId, SchoolId } from '../core/base/index.ts'
import { type Ctx, maybeRow, rows, sql } from '../platform/postgres/index.ts'
import type { Wave } from './model/cell.ts'
import { type Figures, noFigures } from './model/figures.ts'
import { regionItself } from './municipality-results.ts'
import type { ProcedureKey } from './views-contract.ts'

/** Figures of a territory or school in one procedure, wave and year. */
export interface Counter {
  readonly key: ProcedureKey
  readonly year: number
  readonly schools: number
  readonly figures: Figures
}

interface CounterRow extends Pick<Figures, 'participants' | 'absent' | 'judged' | 'below' | 'marks'> {
  readonly procedure: string
  readonly subject: string
  readonly grade: number
  readonly wave: Wave
  readonly year: number
  readonly schools: number
  readonly points: Figures['points']
}

/** Figures of a territory: of a municipality, or summed over the region. */
export interface TerritoryCounter extends Omit<Counter, 'figures'> {
  /** Schools among them that stand in the asker's own municipality. */
  readonly ownSchools: number
  /** null: so few schools that the seat, itself a school, may not see them. */
  readonly figures: Figures | null
}

interface CounterFilter {
  readonly year?: number
  readonly key?: ProcedureKey
  /** Only what this school has results of. */
  readonly ofSchool?: SchoolId
}

type TerritoryRow = Omit<CounterRow, 'participants'> & {
  readonly participants: number | null
  readonly ownSchools: number
}

/** The region as a whole, by procedure and year. */
export async function regionCounters(ctx: Ctx, filter: CounterFilter): Promise<TerritoryCounter[]> {
  const found = await rows(
    ctx.tx,
    sql<TerritoryRow>`SELECT ${territoryColumns}, m.own_schools AS "ownSchools" FROM region_results m
      WHERE m.region_id = ${ctx.scope.regionId} AND ${chosen(filter)} ORDER BY ${inOrder('m')}`,
  )
  return found.map(territoryOf)
}

/**
 * A municipality, by procedure and year, as far as the seat reads its counters.
 * @param municipalityId null: the schools that the region keeps itself
 */
export async function municipalityCounters(
  ctx: Ctx,
  municipalityId: MunicipalityId | null,
  filter: CounterFilter,
): Promise<TerritoryCounter[]> {
  const found = await rows(
    ctx.tx,
    sql<TerritoryRow>`SELECT ${territoryColumns}, m.schools AS "ownSchools" FROM municipality_results m
      WHERE m.region_id = ${ctx.scope.regionId} AND m.municipality_id = ${municipalityId ?? regionItself} AND ${chosen(filter)}
      ORDER BY ${inOrder('m')}`,
  )
  return found.map(territoryOf)
}

const territoryColumns = sql`m.procedure, m.subject, m.grade, m.wave, m.year, m.schools, m.participants, m.absent, m.judged, m.below,
  m.mark_counts AS marks, m.points`

function chosen({ year, key, ofSchool }: CounterFilter) {
  const { procedure, subject, grade, wave } = key ?? {}
  return sql`(${year ?? null}::int IS NULL OR m.year = ${year ?? null}::int)
    AND (${procedure ?? null}::text IS NULL OR (m.procedure = ${procedure ?? null} AND m.subject = ${subject ?? null}
      AND m.grade = ${grade ?? null}::int AND m.wave = ${wave ?? null}))
    AND (${ofSchool ?? null}::uuid IS NULL OR EXISTS (SELECT 1 FROM school_results s WHERE s.region_id = m.region_id
      AND s.organisation_id = ${ofSchool ?? null}::uuid AND s.procedure = m.procedure AND s.subject = m.subject AND s.grade = m.grade
      AND s.year = m.year AND s.wave = m.wave))`
}

/** Figures of one school in everything that it has. */
export async function schoolCounters(ctx: Ctx, schoolId: SchoolId, key?: ProcedureKey): Promise<Counter[]> {
  const found = await rows(
    ctx.tx,
    sql<CounterRow>`
      SELECT s.procedure, s.subject, s.grade, s.wave, s.year, 1 AS schools, ${schoolColumns}
      FROM school_results s
      WHERE s.region_id = ${ctx.scope.regionId} AND s.organisation_id = ${schoolId}
        AND (${key?.procedure ?? null}::text IS NULL OR (s.procedure = ${key?.procedure ?? null} AND s.subject = ${key?.subject ?? null}
          AND s.grade = ${key?.grade ?? null}::int AND s.wave = ${key?.wave ?? null}))
      ORDER BY ${inOrder('s')}, s.year`,
  )
  return found.map(row => counterOf(row))
}

/** Columns of `school_results s` that make figures. */
export const schoolColumns = sql`s.participants, s.absent, CASE WHEN s.below IS NULL THEN 0 ELSE s.participants END AS judged, s.below,
  s.mark_counts AS marks, CASE WHEN s.points_of IS NULL THEN '{}'::json
    ELSE json_build_object(s.points_of, json_build_object('sum', s.points_sum, 'count', s.points_count)) END AS points`

/** Years of which anything is known in the region, oldest first. */
export async function knownYears(ctx: Ctx): Promise<number[]> {
  const found = await rows(
    ctx.tx,
    sql<{ year: number }>`SELECT DISTINCT year FROM region_results
      WHERE region_id = ${ctx.scope.regionId} ORDER BY year`,
  )
  return found.map(({ year }) => year)
}

/** Procedures of a year in the region, in the order of pages. */
export async function knownKeys(ctx: Ctx, year: number): Promise<ProcedureKey[]> {
  return rows(
    ctx.tx,
    sql<ProcedureKey>`SELECT procedure, subject, grade, wave FROM region_results m
      WHERE region_id = ${ctx.scope.regionId} AND year = ${year} ORDER BY ${inOrder('m')}`,
  )
}

export interface SchoolHead {
  readonly id: string
  readonly name: string
  readonly municipality: { readonly id: MunicipalityId; readonly name: string } | null
  readonly type: string | null
}

/** A school as the pages of results name it; null outside the scope. */
export function schoolHead(ctx: Ctx, schoolId: SchoolId): Promise<SchoolHead | null> {
  return maybeRow(
    ctx.tx,
    sql<SchoolHead>`
      SELECT o.organisation_id AS id, coalesce(o.short_name, o.name) AS name, s.type,
             CASE WHEN m.municipality_id IS NULL THEN NULL ELSE json_build_object('id', m.municipality_id, 'name', m.name) END AS municipality
      FROM pub_schools s JOIN pub_organisations o ON o.region_id = s.region_id AND o.organisation_id = s.organisation_id
      LEFT JOIN pub_municipalities m ON m.region_id = s.region_id AND m.municipality_id = s.municipality_id
      WHERE s.region_id = ${ctx.scope.regionId} AND s.organisation_id = ${schoolId}
        AND (${ctx.scope.organisationId}::uuid IS NULL OR s.organisation_id = ${ctx.scope.organisationId})`,
  )
}

export function municipalitiesOf(ctx: Ctx): Promise<{ id: MunicipalityId; name: string }[]> {
  return rows(
    ctx.tx,
    sql<{ id: MunicipalityId; name: string }>`SELECT municipality_id AS id, name FROM pub_municipalities
      WHERE region_id = ${ctx.scope.regionId} AND active ORDER BY name COLLATE names_in_order`,
  )
}

/** Procedure and wave, the usual wave first; then subject by name and grade. */
export function inOrder(table: 'm' | 's') {
  const of = (column: string) => sql.ref(`${table}.${column}`)
  return sql`${of('procedure')}, array_position(ARRAY['main', 'spring', 'autumn', 'reserve', 'september'], ${of('wave')}),
    ${of('subject')} COLLATE names_in_order, ${of('grade')}`
}

function counterOf({ procedure, subject, grade, wave, year, schools, points, ...figures }: CounterRow): Counter {
  return { key: { procedure, subject, grade, wave }, year, schools, figures: { ...noFigures, ...figures, points } }
}

function territoryOf({ ownSchools, participants, ...row }: TerritoryRow): TerritoryCounter {
  if (participants !== null) return { ...counterOf({ ...row, participants }), ownSchools }
  return { ...counterOf({ ...row, participants: 0 }), figures: null, ownSchools }
}
