import { type MunicipalityId, refuse, type SchoolId } from '../core/base/index.ts'
import { type Ctx, historyOf, maybeRow, oneRow, rows, sql } from '../platform/postgres/index.ts'
import type { SchoolCard, SchoolForm, SchoolList, SchoolRow } from './contract.ts'

const pageSize = 100

/** Active schools by name, with filters; a page ends with the key of its last row. */
export async function schoolList(ctx: Ctx, query: SchoolList['query']): Promise<SchoolList> {
  const region = ctx.scope.regionId
  const words = (query.q ?? '').trim().toLowerCase()
  const filter = sql`s.region_id = ${region}
    AND (${query.closed === 'true'} OR s.active)
    AND (${query.municipality || null}::text IS NULL OR s.municipality_id::text = ${query.municipality || null})
    AND (${query.type || null}::text IS NULL OR s.type = ${query.type || null})
    AND (${words} = '' OR lower(o.name) LIKE ${likePattern(words)} OR lower(o.short_name) LIKE ${likePattern(words)}
      OR EXISTS (SELECT 1 FROM organisation_codes c WHERE c.region_id = s.region_id AND c.organisation_id = s.organisation_id AND c.code LIKE ${likePattern(words)})
      OR EXISTS (SELECT 1 FROM school_names n WHERE n.region_id = s.region_id AND n.organisation_id = s.organisation_id AND lower(n.name) LIKE ${likePattern(words)}))`
  const joined = sql`pub_schools s JOIN pub_organisations o ON o.region_id = s.region_id AND o.organisation_id = s.organisation_id`
  const { total } = await oneRow(
    ctx.tx,
    sql<{ total: number }>`SELECT count(*)::int AS total FROM ${joined} WHERE ${filter}`,
  )
  const found = await rows(
    ctx.tx,
    sql<SchoolRow & { key: string }>`
      SELECT s.organisation_id AS id, o.name, o.short_name AS "shortName", m.name AS municipality, s.type, s.closed_on AS "closedOn",
             ${sortKey} AS key, ${codesOf} AS codes
      FROM ${joined} LEFT JOIN pub_municipalities m ON m.region_id = s.region_id AND m.municipality_id = s.municipality_id
      WHERE ${filter} AND (${query.after || null}::text IS NULL OR ${sortKey} > ${query.after || null})
      ORDER BY ${sortKey} LIMIT ${pageSize + 1}`,
  )
  const schools = found.slice(0, pageSize).map(({ key: _, ...school }) => school)
  return {
    schools,
    total,
    next: found.length > pageSize ? found[pageSize - 1]!.key : null,
    municipalities: await municipalities(ctx),
    query,
  }
}

// Numbers inside names sort as numbers: «№ 2» before «№ 10». The id makes equal names follow one another in a fixed order.
const sortKey = sql`(coalesce(o.short_name, o.name) || ' ' || s.organisation_id::text) COLLATE names_in_order`
const codesOf = sql`coalesce((SELECT json_agg(json_build_object('system', c.system, 'code', c.code) ORDER BY c.system)
  FROM organisation_codes c WHERE c.region_id = s.region_id AND c.organisation_id = s.organisation_id), '[]'::json)`
const likePattern = (words: string) => `%${words.replace(/[\\%_]/g, mark => `\\${mark}`)}%`

/**
 * All that the register knows of one school.
 * @throws refuse('not-found', 'schools/not-found') outside the scope as well: the answer does not tell the two apart
 */
export async function schoolCard(ctx: Ctx, id: SchoolId): Promise<SchoolCard> {
  const region = ctx.scope.regionId
  const school = await maybeRow(
    ctx.tx,
    sql<Omit<SchoolCard, 'history' | 'people' | 'earlierNames'>>`
      SELECT s.organisation_id AS id, o.name, o.short_name AS "shortName", m.name AS municipality, s.municipality_id AS "municipalityId", s.type,
             s.closed_on AS "closedOn", own.version, o.version AS "organisationVersion", ${codesOf} AS codes,
             CASE WHEN s.merged_into IS NULL THEN NULL ELSE json_build_object('id', s.merged_into, 'name',
               (SELECT coalesce(other.short_name, other.name) FROM pub_organisations other WHERE other.region_id = s.region_id AND other.organisation_id = s.merged_into)) END AS "mergedInto"
      FROM pub_schools s JOIN schools own ON own.region_id = s.region_id AND own.organisation_id = s.organisation_id
      JOIN pub_organisations o ON o.region_id = s.region_id AND o.organisation_id = s.organisation_id
      LEFT JOIN pub_municipalities m ON m.region_id = s.region_id AND m.municipality_id = s.municipality_id
      WHERE s.region_id = ${region} AND s.organisation_id = ${id}`,
  )
  if (!school) throw refuse('not-found', 'schools/not-found')
  const earlierNames = await rows(
    ctx.tx,
    sql<
      SchoolCard['earlierNames'][number]
    >`SELECT name, short_name AS "shortName", used_until AS "usedUntil" FROM school_names
      WHERE region_id = ${region} AND organisation_id = ${id} ORDER BY used_until DESC`,
  )
  const people = await rows(
    ctx.tx,
    sql<SchoolCard['people'][number]>`SELECT p.person_id AS id, p.full_name AS "fullName", w.title
      FROM pub_positions w JOIN pub_people p ON p.region_id = w.region_id AND p.person_id = w.person_id
      WHERE w.region_id = ${region} AND w.organisation_id = ${id} AND (w.until_on IS NULL OR w.until_on >= ${ctx.today}) ORDER BY p.full_name`,
  )
  const history = await historyOf(ctx, 'school', id)
  return {
    ...school,
    earlierNames,
    people,
    history: history.map(({ id, at, personName, action, before, after }) => ({
      id,
      at: at.toISOString(),
      personName,
      action,
      before,
      after,
    })),
  }
}

/** What the form of a new school offers to choose from. */
export async function schoolForm(ctx: Ctx): Promise<SchoolForm> {
  return { municipalities: await municipalities(ctx) }
}

/** Working schools of the same municipality: those that another one may join. */
export async function possibleSuccessors(ctx: Ctx, school: SchoolCard): Promise<{ id: string; name: string }[]> {
  return rows(
    ctx.tx,
    sql<{ id: string; name: string }>`SELECT s.organisation_id AS id, coalesce(o.short_name, o.name) AS name
      FROM pub_schools s JOIN pub_organisations o ON o.region_id = s.region_id AND o.organisation_id = s.organisation_id
      WHERE s.region_id = ${ctx.scope.regionId} AND s.active AND s.organisation_id <> ${school.id}
        AND s.municipality_id IS NOT DISTINCT FROM ${school.municipalityId}::uuid ORDER BY ${sortKey}`,
  )
}

function municipalities(ctx: Ctx): Promise<{ id: MunicipalityId; name: string }[]> {
  return rows(
    ctx.tx,
    sql<{ id: MunicipalityId; name: string }>`SELECT municipality_id AS id, name FROM pub_municipalities
      WHERE region_id = ${ctx.scope.regionId} AND active ORDER BY name`,
  )
}
