import type { GrantId, MunicipalityId, OrganisationId, PersonId, PositionId } from '../core/base/index.ts'
import { type Ctx, change, maybeRow, sql } from '../platform/postgres/index.ts'
import type { Grant, Municipality, Organisation, Person, Position } from './model/registers.ts'

/** Tables that are changed one row at a time, with a version. */
export type Table = 'municipalities' | 'organisations' | 'people' | 'positions' | 'grants'
export type Columns = Readonly<Record<string, string | number | Date | null>>

export function findMunicipality(ctx: Ctx, id: MunicipalityId): Promise<Municipality | null> {
  return maybeRow(
    ctx.tx,
    sql<Municipality>`SELECT id, oktmo, name, closed_on AS "closedOn", version FROM municipalities
      WHERE region_id = ${ctx.scope.regionId} AND id = ${id}`,
  )
}

export function findMunicipalityByOktmo(ctx: Ctx, oktmo: string): Promise<Municipality | null> {
  return maybeRow(
    ctx.tx,
    sql<Municipality>`SELECT id, oktmo, name, closed_on AS "closedOn", version FROM municipalities
      WHERE region_id = ${ctx.scope.regionId} AND oktmo = ${oktmo}`,
  )
}

export function findOrganisation(ctx: Ctx, id: OrganisationId): Promise<Organisation | null> {
  return maybeRow(
    ctx.tx,
    sql<Organisation>`SELECT id, municipality_id AS "municipalityId", kind, name, short_name AS "shortName",
        closed_on AS "closedOn", version
      FROM organisations WHERE region_id = ${ctx.scope.regionId} AND id = ${id}`,
  )
}

export function findPerson(ctx: Ctx, id: PersonId): Promise<Person | null> {
  return maybeRow(
    ctx.tx,
    sql<Person>`SELECT id, municipality_id AS "municipalityId", family_name AS "familyName", given_name AS "givenName", patronymic,
        work_email AS "workEmail", work_phone AS "workPhone", closed_on AS "closedOn", version
      FROM people WHERE region_id = ${ctx.scope.regionId} AND id = ${id}`,
  )
}

export function findPosition(ctx: Ctx, id: PositionId): Promise<Position | null> {
  return maybeRow(
    ctx.tx,
    sql<Position>`SELECT id, municipality_id AS "municipalityId", organisation_id AS "organisationId", person_id AS "personId",
        title, from_on AS "fromOn", until_on AS "untilOn", version
      FROM positions WHERE region_id = ${ctx.scope.regionId} AND id = ${id}`,
  )
}

export function findGrant(ctx: Ctx, id: GrantId): Promise<Grant | null> {
  return maybeRow(
    ctx.tx,
    sql<Grant>`SELECT id, person_id AS "personId", seat, municipality_id AS "municipalityId",
        organisation_id AS "organisationId", version
      FROM grants WHERE region_id = ${ctx.scope.regionId} AND id = ${id} AND revoked_at IS NULL`,
  )
}

export async function insert(ctx: Ctx, table: Table, columns: Columns): Promise<void> {
  await ctx.tx
    .insertInto(table)
    .values({ region_id: ctx.scope.regionId, ...columns })
    .execute()
}

/** @returns false when somebody else has saved since `version` was read */
export async function update(ctx: Ctx, table: Table, id: string, version: number, columns: Columns): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable(table)
    .set({ ...columns, version: version + 1 })
    .where('region_id', '=', ctx.scope.regionId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Positions, seats and the account of somebody who works here no longer. */
export async function endAllOf(ctx: Ctx, id: PersonId, on: string): Promise<void> {
  const region = ctx.scope.regionId
  await change(
    ctx.tx,
    sql`UPDATE positions SET until_on = greatest(from_on, ${on}::date), version = version + 1
        WHERE region_id = ${region} AND person_id = ${id} AND until_on IS NULL`,
  )
  await change(
    ctx.tx,
    sql`UPDATE grants SET revoked_at = ${ctx.now}, version = version + 1
        WHERE region_id = ${region} AND person_id = ${id} AND revoked_at IS NULL`,
  )
  await change(
    ctx.tx,
    sql`UPDATE accounts SET locked_at = ${ctx.now}, sessions_since = ${ctx.now}, version = version + 1
        WHERE region_id = ${region} AND person_id = ${id} AND locked_at IS NULL`,
  )
}

export interface Account {
  readonly login: string
  readonly personId: PersonId
  readonly municipalityId: MunicipalityId | null
  readonly lockedAt: Date | null
  readonly version: number
}

export function findAccount(ctx: Ctx, login: string): Promise<Account | null> {
  return maybeRow(
    ctx.tx,
    sql<Account>`SELECT login, person_id AS "personId", municipality_id AS "municipalityId", locked_at AS "lockedAt", version
      FROM accounts WHERE region_id = ${ctx.scope.regionId} AND login = ${login}`,
  )
}

/** @returns false when the login is taken, in whatever region */
export async function insertAccount(
  ctx: Ctx,
  account: { login: string; personId: PersonId; municipalityId: MunicipalityId | null; passwordHash: string },
): Promise<boolean> {
  const inserted = await change(
    ctx.tx,
    sql`INSERT INTO accounts (login, region_id, person_id, municipality_id, password_hash)
        VALUES (${account.login}, ${ctx.scope.regionId}, ${account.personId}, ${account.municipalityId}, ${account.passwordHash})
        ON CONFLICT DO NOTHING`,
  )
  return inserted === 1
}

/** Whoever signed in with the password before is signed out. */
export async function updatePassword(ctx: Ctx, login: string, passwordHash: string): Promise<void> {
  await change(
    ctx.tx,
    sql`UPDATE accounts SET password_hash = ${passwordHash}, sessions_since = ${ctx.now}, version = version + 1
        WHERE region_id = ${ctx.scope.regionId} AND login = ${login}`,
  )
}

export async function updateLock(ctx: Ctx, login: string, lockedAt: Date | null): Promise<void> {
  await change(
    ctx.tx,
    sql`UPDATE accounts SET locked_at = ${lockedAt}, sessions_since = ${ctx.now}, version = version + 1
        WHERE region_id = ${ctx.scope.regionId} AND login = ${login}`,
  )
}
