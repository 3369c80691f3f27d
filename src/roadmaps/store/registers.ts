/** What this slice reads of other slices, through their `pub_*` views. */
import type { MunicipalityId, OrganisationId } from '../../core/base/index.ts'
import { type Ctx, rows, sql } from '../../platform/postgres/index.ts'
import type { KnownPerson, ScopeOrganisation } from '../model/index.ts'

export interface TerritoryOrganisation extends ScopeOrganisation {
  readonly name: string
  readonly shortName: string | null
}

/**
 * The organisations of a document's territory and the regional ones; closed schools are left out. A regional seat that works on a
 * document of a municipality stays inside that municipality. They come by the name that is shown, № 2 before № 10.
 *
 * @param municipalityId whose document it is; null: of the region
 */
export function territoryOf(ctx: Ctx, municipalityId: MunicipalityId | null): Promise<TerritoryOrganisation[]> {
  return rows(
    ctx.tx,
    sql<TerritoryOrganisation>`
      SELECT o.organisation_id AS id, o.municipality_id AS "municipalityId", o.name, o.short_name AS "shortName", s.type AS "schoolType",
             CASE WHEN o.kind = 'school' THEN 'school'
                  WHEN o.kind = 'authority' AND o.municipality_id IS NOT NULL THEN 'municipal-authority'
                  ELSE 'other' END AS kind
        FROM pub_organisations o
        LEFT JOIN pub_schools s ON s.region_id = o.region_id AND s.organisation_id = o.organisation_id
       WHERE o.region_id = ${ctx.scope.regionId} AND o.active AND s.active IS NOT FALSE
         AND (${municipalityId}::uuid IS NULL OR o.municipality_id IS NULL OR o.municipality_id = ${municipalityId})
       ORDER BY COALESCE(o.short_name, o.name) COLLATE names_in_order, o.organisation_id`,
  )
}

export interface OrganisationName {
  readonly id: OrganisationId
  readonly name: string
  readonly shortName: string | null
  readonly municipalityId: MunicipalityId | null
}

/** Names of some organisations, closed ones included. */
export function namesOf(ctx: Ctx, ids: readonly OrganisationId[]): Promise<OrganisationName[]> {
  return rows(
    ctx.tx,
    sql<OrganisationName>`
      SELECT organisation_id AS id, name, short_name AS "shortName", municipality_id AS "municipalityId" FROM pub_organisations
       WHERE region_id = ${ctx.scope.regionId} AND organisation_id = ANY(${ids as OrganisationId[]}::uuid[])`,
  )
}

/** People of the territory with the organisation for which each acts. */
export function peopleOf(ctx: Ctx): Promise<KnownPerson[]> {
  return rows(
    ctx.tx,
    sql<KnownPerson>`
      SELECT DISTINCT p.person_id AS id, p.full_name AS name, o.organisation_id AS "organisationId",
             COALESCE(o.short_name, o.name) AS "organisationName"
        FROM pub_people p
        JOIN pub_positions held ON held.region_id = p.region_id AND held.person_id = p.person_id
         AND (held.until_on IS NULL OR held.until_on >= ${ctx.today}::date)
        JOIN pub_organisations o ON o.region_id = held.region_id AND o.organisation_id = held.organisation_id
       WHERE p.region_id = ${ctx.scope.regionId} AND p.active
       ORDER BY 2`,
  )
}
