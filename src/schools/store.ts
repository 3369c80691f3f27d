import type { IsoDate, MunicipalityId, OrganisationId, SchoolId } from '../core/base/index.ts'
import { type Ctx, change, maybeRow, rows, sql } from '../platform/postgres/index.ts'
import type { School } from './model/school.ts'
import type { SchoolCode } from './model/school-codes.ts'
import type { SchoolType } from './model/school-types.ts'

export interface StoredSchool extends School {
  readonly organisationVersion: number
}

export async function findSchool(ctx: Ctx, id: SchoolId): Promise<StoredSchool | null> {
  return maybeRow(
    ctx.tx,
    sql<StoredSchool>`
      SELECT s.organisation_id AS id, s.municipality_id AS "municipalityId", o.name, o.short_name AS "shortName", s.type,
             s.closed_on AS "closedOn", s.merged_into AS "mergedInto", s.version, o.version AS "organisationVersion",
             coalesce((SELECT json_agg(json_build_object('system', c.system, 'code', c.code) ORDER BY c.system)
               FROM organisation_codes c WHERE c.region_id = s.region_id AND c.organisation_id = s.organisation_id), '[]'::json) AS codes
      FROM schools s JOIN pub_organisations o ON o.region_id = s.region_id AND o.organisation_id = s.organisation_id
      WHERE s.region_id = ${ctx.scope.regionId} AND s.organisation_id = ${id}`,
  )
}

export async function insertSchool(
  ctx: Ctx,
  school: { id: SchoolId; municipalityId: MunicipalityId | null; type: SchoolType | null },
): Promise<void> {
  await change(
    ctx.tx,
    sql`INSERT INTO schools (region_id, organisation_id, municipality_id, type) VALUES (${ctx.scope.regionId}, ${school.id}, ${school.municipalityId}, ${school.type})`,
  )
}

/** @returns false when somebody else has saved since `version` was read */
export async function updateSchool(ctx: Ctx, school: School, version: number): Promise<boolean> {
  const changed = await change(
    ctx.tx,
    sql`UPDATE schools SET type = ${school.type}, closed_on = ${school.closedOn}, merged_into = ${school.mergedInto}, version = version + 1
        WHERE region_id = ${ctx.scope.regionId} AND organisation_id = ${school.id} AND version = ${version}`,
  )
  return changed === 1
}

/** Whose a code is; null: nobody's. */
export async function ownerOfCode(
  ctx: Ctx,
  { system, code }: SchoolCode,
): Promise<{ id: string; name: string } | null> {
  return maybeRow(
    ctx.tx,
    sql<{ id: string; name: string }>`
      SELECT c.organisation_id AS id, coalesce(o.short_name, o.name) AS name
      FROM organisation_codes c JOIN pub_organisations o ON o.region_id = c.region_id AND o.organisation_id = c.organisation_id
      WHERE c.region_id = ${ctx.scope.regionId} AND c.system = ${system} AND c.code = ${code}`,
  )
}

/** @returns false when the code belongs to somebody, even outside the scope */
export async function insertCode(
  ctx: Ctx,
  owner: { id: string; municipalityId: string | null },
  { system, code }: SchoolCode,
): Promise<boolean> {
  const inserted = await change(
    ctx.tx,
    sql`INSERT INTO organisation_codes (region_id, system, code, organisation_id, municipality_id)
        VALUES (${ctx.scope.regionId}, ${system}, ${code}, ${owner.id}, ${owner.municipalityId}) ON CONFLICT DO NOTHING`,
  )
  return inserted === 1
}

export async function deleteCode(ctx: Ctx, ownerId: string, { system, code }: SchoolCode): Promise<void> {
  await change(
    ctx.tx,
    sql`DELETE FROM organisation_codes WHERE region_id = ${ctx.scope.regionId} AND organisation_id = ${ownerId} AND system = ${system} AND code = ${code}`,
  )
}

/** Keeps a name that is given up today. Two renamings on one day keep both names. */
export async function insertEarlierName(ctx: Ctx, school: School, usedUntil: IsoDate): Promise<void> {
  await change(
    ctx.tx,
    sql`INSERT INTO school_names (region_id, organisation_id, municipality_id, name, short_name, used_until)
        VALUES (${ctx.scope.regionId}, ${school.id}, ${school.municipalityId}, ${school.name}, ${school.shortName}, ${usedUntil}) ON CONFLICT DO NOTHING`,
  )
}

export interface RegisteredOrganisation {
  readonly id: OrganisationId
  readonly municipalityId: MunicipalityId | null
  readonly kind: 'authority' | 'centre' | 'school' | 'other'
  readonly name: string
  readonly shortName: string | null
  readonly type: SchoolType | null
  readonly codes: readonly SchoolCode[]
  readonly version: number
  readonly schoolVersion: number | null
}

/** Every organisation in scope with its codes: what an incoming register is compared with. */
export async function allOrganisations(ctx: Ctx): Promise<RegisteredOrganisation[]> {
  return rows(
    ctx.tx,
    sql<RegisteredOrganisation>`
      SELECT o.organisation_id AS id, o.municipality_id AS "municipalityId", o.kind, o.name, o.short_name AS "shortName", s.type, o.version, s.version AS "schoolVersion",
             coalesce(json_agg(json_build_object('system', c.system, 'code', c.code)) FILTER (WHERE c.code IS NOT NULL), '[]'::json) AS codes
      FROM pub_organisations o
      LEFT JOIN schools s ON s.region_id = o.region_id AND s.organisation_id = o.organisation_id
      LEFT JOIN organisation_codes c ON c.region_id = o.region_id AND c.organisation_id = o.organisation_id
      WHERE o.region_id = ${ctx.scope.regionId}
      GROUP BY o.organisation_id, o.municipality_id, o.kind, o.name, o.short_name, s.type, o.version, s.version`,
  )
}
