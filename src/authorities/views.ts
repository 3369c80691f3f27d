import type { MunicipalityId, OrganisationId, PersonId } from '../core/base/index.ts'
import { type Ctx, maybeRow, oneRow, rows, sql } from '../platform/postgres/index.ts'
import type {
  AccountRow,
  MunicipalityRow,
  OrganisationKind,
  OrganisationRow,
  PersonRow,
  PositionRow,
  SeatRow,
} from './contract.ts'

/** The territory of the request: the region and, for a municipal seat, its municipality. */
export function territoryOf(ctx: Ctx): Promise<{ region: string; timeZone: string; municipality: string | null }> {
  return oneRow(
    ctx.tx,
    sql<{ region: string; timeZone: string; municipality: string | null }>`
      SELECT r.name AS region, r.time_zone AS "timeZone",
             (SELECT name FROM municipalities m WHERE m.region_id = r.id AND m.id = ${ctx.scope.municipalityId}) AS municipality
      FROM regions r WHERE r.id = ${ctx.scope.regionId}`,
  )
}

/** Municipalities in scope by name, closed ones last. */
export function listMunicipalities(ctx: Ctx): Promise<MunicipalityRow[]> {
  return rows(
    ctx.tx,
    sql<MunicipalityRow>`SELECT id, oktmo, name, closed_on AS "closedOn", version FROM municipalities
      WHERE region_id = ${ctx.scope.regionId} ORDER BY closed_on IS NOT NULL, name, id`,
  )
}

export interface OrganisationFilter {
  readonly id?: OrganisationId
  readonly kind?: OrganisationKind
  readonly municipalityId?: MunicipalityId
  /** Part of a full or short name, in any case of letters. */
  readonly text?: string
  readonly withClosed?: boolean
}

/** All organisations in scope by name: for what is chosen from or worked through; a page shows them in parts (`organisationsByName`). */
export function listOrganisations(ctx: Ctx, filter: OrganisationFilter = {}): Promise<OrganisationRow[]> {
  return rows(
    ctx.tx,
    sql<OrganisationRow>`SELECT ${organisationColumns} WHERE ${organisationsThatFit(ctx, filter)} ORDER BY o.kind, o.name, o.id`,
  )
}

/** The columns of an `OrganisationRow` and the tables that they come from, organisations as `o`. */
export const organisationColumns = sql`o.id, o.municipality_id AS "municipalityId", m.name AS municipality, o.kind, o.name,
      o.short_name AS "shortName", o.closed_on AS "closedOn", o.version
    FROM organisations o LEFT JOIN municipalities m ON m.region_id = o.region_id AND m.id = o.municipality_id`

export function organisationsThatFit(ctx: Ctx, filter: OrganisationFilter) {
  const { id = null, kind = null, municipalityId = null, withClosed = false } = filter
  return sql`o.region_id = ${ctx.scope.regionId}
    AND (${id}::uuid IS NULL OR o.id = ${id})
    AND (${kind}::text IS NULL OR o.kind = ${kind})
    AND (${municipalityId}::uuid IS NULL OR o.municipality_id = ${municipalityId})
    AND (o.name ILIKE ${partOf(filter.text)} OR o.short_name ILIKE ${partOf(filter.text)})
    AND (${withClosed} OR o.closed_on IS NULL)`
}

/** Somebody in scope with the positions held today; null for nobody. */
export function findPersonRow(ctx: Ctx, id: PersonId): Promise<PersonRow | null> {
  return maybeRow(
    ctx.tx,
    sql<PersonRow>`SELECT ${personColumns(ctx)} WHERE p.region_id = ${ctx.scope.regionId} AND p.id = ${id}`,
  )
}

/** People in scope who hold a position in an organisation today, by name. */
export function peopleOf(ctx: Ctx, organisationId: OrganisationId): Promise<PersonRow[]> {
  return rows(
    ctx.tx,
    sql<PersonRow>`
      SELECT ${personColumns(ctx)}
      WHERE p.region_id = ${ctx.scope.regionId} AND p.closed_on IS NULL
        AND EXISTS (SELECT FROM positions w
          WHERE w.region_id = p.region_id AND w.person_id = p.id AND w.organisation_id = ${organisationId} AND ${held(ctx)})
      ORDER BY p.family_name, p.given_name, p.patronymic, p.id`,
  )
}

/** The columns of a `PersonRow` and the tables that they come from, people as `p`. */
export function personColumns(ctx: Ctx) {
  return sql`p.id, p.municipality_id AS "municipalityId", m.name AS municipality, p.family_name AS "familyName",
             p.given_name AS "givenName", p.patronymic, p.work_email AS "workEmail", p.work_phone AS "workPhone",
             p.closed_on AS "closedOn", p.version,
             coalesce((SELECT json_agg(w.title || ', ' || coalesce(o.short_name, o.name) ORDER BY w.title)
               FROM positions w JOIN organisations o ON o.region_id = w.region_id AND o.id = w.organisation_id
               WHERE w.region_id = p.region_id AND w.person_id = p.id AND ${held(ctx)}), '[]'::json) AS positions
      FROM people p LEFT JOIN municipalities m ON m.region_id = p.region_id AND m.id = p.municipality_id`
}

/** Positions of a person or in an organisation, past ones included, the present ones first. */
export function listPositions(
  ctx: Ctx,
  filter: { readonly personId?: PersonId; readonly organisationId?: OrganisationId },
): Promise<PositionRow[]> {
  const { personId = null, organisationId = null } = filter
  return rows(
    ctx.tx,
    sql<PositionRow>`
      SELECT w.id, w.municipality_id AS "municipalityId", w.organisation_id AS "organisationId",
             coalesce(o.short_name, o.name) AS organisation, w.person_id AS "personId",
             concat_ws(' ', p.family_name, p.given_name, p.patronymic) AS person,
             w.title, w.from_on AS "fromOn", w.until_on AS "untilOn", w.version
      FROM positions w JOIN organisations o ON o.region_id = w.region_id AND o.id = w.organisation_id
                       JOIN people p ON p.region_id = w.region_id AND p.id = w.person_id
      WHERE w.region_id = ${ctx.scope.regionId}
        AND (${personId}::uuid IS NULL OR w.person_id = ${personId})
        AND (${organisationId}::uuid IS NULL OR w.organisation_id = ${organisationId})
      ORDER BY w.until_on DESC NULLS FIRST, w.from_on DESC NULLS LAST, w.id`,
  )
}

/** Seats that a person holds. */
export function listSeats(ctx: Ctx, personId: PersonId): Promise<SeatRow[]> {
  return rows(
    ctx.tx,
    sql<SeatRow>`
      SELECT g.id, g.person_id AS "personId", g.seat, g.municipality_id AS "municipalityId", m.name AS municipality,
             g.organisation_id AS "organisationId", coalesce(o.short_name, o.name) AS organisation, g.version
      FROM grants g LEFT JOIN municipalities m ON m.region_id = g.region_id AND m.id = g.municipality_id
                    LEFT JOIN organisations o ON o.region_id = g.region_id AND o.id = g.organisation_id
      WHERE g.region_id = ${ctx.scope.regionId} AND g.person_id = ${personId} AND g.revoked_at IS NULL
      ORDER BY g.seat, g.id`,
  )
}

/** Accounts of a person. A password is nowhere to be read. */
export function listAccounts(ctx: Ctx, personId: PersonId): Promise<AccountRow[]> {
  return rows(
    ctx.tx,
    sql<AccountRow>`SELECT login, person_id AS "personId", to_json(locked_at) #>> '{}' AS "lockedAt", version
      FROM accounts WHERE region_id = ${ctx.scope.regionId} AND person_id = ${personId} ORDER BY login`,
  )
}

const held = (ctx: Ctx) => sql`(w.until_on IS NULL OR w.until_on >= ${ctx.today})`

/** A pattern for ILIKE: the text anywhere, its own wildcards meaning themselves. */
export function partOf(text: string | undefined): string {
  return `%${(text ?? '').trim().replace(/[\\%_]/g, mark => `\\${mark}`)}%`
}
