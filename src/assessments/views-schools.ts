import { type Ctx, oneRow, rows, sql } from '../platform/postgres/index.ts'
import { type Figures, noFigures } from './model/figures.ts'
import type { Absence, ProcedureKey, SchoolsResults } from './views-contract.ts'
import { knownKeys, knownYears, municipalitiesOf, schoolColumns } from './views-counters.ts'
import { absenceOf, keyIn, keyText, summaryOf, yearIn } from './views-summary.ts'

const pageSize = 100

interface Row extends Pick<Figures, 'participants' | 'absent' | 'judged' | 'below' | 'marks' | 'points'> {
  readonly id: string
  readonly name: string
  readonly municipality: string | null
  readonly type: string | null
  readonly said: Absence | null
  readonly hasResult: boolean
  readonly sortKey: string
}

/** Schools by name, each with its result of one procedure and year or the reason why there is none. Never in the order of results. */
export async function schoolsResults(ctx: Ctx, query: SchoolsResults['query']): Promise<SchoolsResults> {
  const years = await knownYears(ctx)
  const year = yearIn(query.year, years)
  const keys = year === null ? [] : await knownKeys(ctx, year)
  const asked = keyIn(query.key)
  const key = (asked && keys.find(one => keyText(one) === keyText(asked))) ?? keys[0] ?? null
  const { total, found } = await readPage(ctx, query, year ?? 0, key)
  const shown = found.slice(0, pageSize)
  return {
    schools: shown.map(row => ({
      id: row.id,
      name: row.name,
      municipality: row.municipality,
      summary: row.hasResult ? summaryOf({ ...noFigures, ...row }) : null,
      absence: row.hasResult || key === null ? null : absenceOf(row.said, row.type, key.grade),
    })),
    total,
    next: found.length > pageSize ? shown.at(-1)!.sortKey : null,
    years,
    year,
    keys,
    key,
    municipalities: await municipalitiesOf(ctx),
    query,
  }
}

async function readPage(ctx: Ctx, query: SchoolsResults['query'], year: number, key: ProcedureKey | null) {
  const words = (query.q ?? '').trim().toLowerCase()
  const town = query.municipality || null
  const joined = sql`pub_schools c
    JOIN pub_organisations o ON o.region_id = c.region_id AND o.organisation_id = c.organisation_id
    LEFT JOIN pub_municipalities m ON m.region_id = c.region_id AND m.municipality_id = c.municipality_id
    LEFT JOIN school_results s ON s.region_id = c.region_id AND s.organisation_id = c.organisation_id AND s.procedure = ${key?.procedure ?? ''}
      AND s.subject = ${key?.subject ?? ''} AND s.grade = ${key?.grade ?? 0} AND s.wave = ${key?.wave ?? ''} AND s.year = ${year}
    LEFT JOIN result_states t ON t.region_id = c.region_id AND t.organisation_id = c.organisation_id AND t.procedure = ${key?.procedure ?? ''}
      AND t.subject = ${key?.subject ?? ''} AND t.grade = ${key?.grade ?? 0} AND t.year = ${year}
    WHERE c.region_id = ${ctx.scope.regionId} AND (c.active OR s.organisation_id IS NOT NULL)
      AND (${ctx.scope.organisationId}::uuid IS NULL OR c.organisation_id = ${ctx.scope.organisationId})
      AND (${town}::text IS NULL OR c.municipality_id::text = ${town})
      AND (${words} = '' OR lower(o.name) LIKE ${likePattern(words)} OR lower(o.short_name) LIKE ${likePattern(words)})
      AND (${query.state ?? ''} <> 'with' OR s.organisation_id IS NOT NULL)
      AND (${query.state ?? ''} <> 'without' OR s.organisation_id IS NULL)`
  const { total } = await oneRow(ctx.tx, sql<{ total: number }>`SELECT count(*)::int AS total FROM ${joined}`)
  const found = await rows(
    ctx.tx,
    sql<Row>`
      SELECT c.organisation_id AS id, coalesce(o.short_name, o.name) AS name, m.name AS municipality, c.type, t.state AS said,
             s.organisation_id IS NOT NULL AS "hasResult", ${sortKey} AS "sortKey", ${schoolColumns}
      FROM ${joined} AND (${query.after || null}::text IS NULL OR ${sortKey} > ${query.after || null})
      ORDER BY ${sortKey} LIMIT ${pageSize + 1}`,
  )
  return { total, found }
}

// Numbers inside names sort as numbers: «№ 2» before «№ 10». The id makes equal names follow one another in a fixed order.
const sortKey = sql`(coalesce(o.short_name, o.name) || ' ' || c.organisation_id::text) COLLATE names_in_order`
const likePattern = (words: string) => `%${words.replace(/[\\%_]/g, mark => `\\${mark}`)}%`
