import { hash } from '@node-rs/argon2'
import {
  type GrantId,
  type MunicipalityId,
  type OrganisationId,
  type PersonId,
  type RegionId,
  refuse,
} from '../core/base/index.ts'
import {
  type Ctx,
  type Database,
  newId,
  oneRow,
  saveAudit,
  sql,
  withCtx,
  withSystem,
} from '../platform/postgres/index.ts'
import type { ChangePerson, CreateAccount, GiveSeat } from './contract.ts'
import { checkSeat, checkTerritory, cleanText, dateIn, type Grant, shortNameOf } from './model/registers.ts'
import { checkLogin, checkPassword } from './model/sign-in.ts'
import * as store from './store.ts'

/**
 * Gives a person a seat.
 *
 * @throws refuse('invalid', 'authorities/seat-needs-municipality' | 'authorities/seat-is-regional' | 'authorities/seat-needs-school')
 * @throws refuse('not-found', 'authorities/not-found'), refuse('forbidden', 'authorities/outside-territory')
 */
export async function giveSeat(ctx: Ctx, wanted: GiveSeat): Promise<Grant> {
  const municipalityId = wanted.municipalityId as MunicipalityId | null
  checkTerritory(ctx.scope, municipalityId)
  const person = await store.findPerson(ctx, wanted.personId as PersonId)
  const organisation = wanted.organisationId
    ? await store.findOrganisation(ctx, wanted.organisationId as OrganisationId)
    : null
  if (!person || (wanted.organisationId && !organisation)) throw refuse('not-found', 'authorities/not-found')
  checkSeat(wanted.seat, municipalityId, organisation)
  const organisationId = organisation?.id ?? null
  const grant: Grant = {
    id: newId(),
    personId: person.id,
    seat: wanted.seat,
    municipalityId,
    organisationId,
    version: 1,
  }
  await store.insert(ctx, 'grants', {
    id: grant.id,
    person_id: grant.personId,
    seat: grant.seat,
    municipality_id: municipalityId,
    organisation_id: organisationId,
  })
  await note(ctx, 'seat-given', person.id, municipalityId, { after: grant })
  return grant
}

/** Takes a seat back; sessions that sit on it end at once. @throws refuse('not-found', 'authorities/not-found') */
export async function revokeSeat(ctx: Ctx, id: GrantId): Promise<void> {
  const grant = await store.findGrant(ctx, id)
  if (!grant) throw refuse('not-found', 'authorities/not-found')
  checkTerritory(ctx.scope, grant.municipalityId)
  await store.update(ctx, 'grants', id, grant.version, { revoked_at: ctx.now })
  await note(ctx, 'seat-revoked', grant.personId, grant.municipalityId, { before: grant })
}

/**
 * Makes the account with which a person signs in.
 *
 * @throws refuse('invalid', 'authorities/login-malformed' | 'authorities/password-too-short' | 'authorities/password-is-login')
 * @throws refuse('conflict', 'authorities/login-taken')
 */
export async function createAccount(ctx: Ctx, wanted: CreateAccount): Promise<{ login: string }> {
  const login = checkLogin(wanted.login)
  const password = checkPassword(wanted.password, login)
  const person = await store.findPerson(ctx, wanted.personId as PersonId)
  if (!person) throw refuse('not-found', 'authorities/not-found')
  checkTerritory(ctx.scope, person.municipalityId)
  const { id: personId, municipalityId } = person
  const made = await store.insertAccount(ctx, { login, personId, municipalityId, passwordHash: await hash(password) })
  if (!made) throw refuse('conflict', 'authorities/login-taken', { login })
  await note(ctx, 'account-created', personId, municipalityId, { after: { login } })
  return { login }
}

/** Sets a new password. @throws as createAccount, refuse('not-found', 'authorities/not-found') */
export async function setPassword(ctx: Ctx, login: string, password: string): Promise<void> {
  const account = await accountToChange(ctx, login)
  await store.updatePassword(ctx, account.login, await hash(checkPassword(password, account.login)))
  await note(ctx, 'password-set', account.personId, account.municipalityId, {})
}

/** Locks an account; its sessions end at once. @throws refuse('not-found', 'authorities/not-found') */
export async function lockAccount(ctx: Ctx, login: string): Promise<void> {
  const account = await accountToChange(ctx, login)
  await store.updateLock(ctx, account.login, ctx.now)
  await note(ctx, 'account-locked', account.personId, account.municipalityId, {})
}

/** @throws refuse('not-found', 'authorities/not-found') */
export async function unlockAccount(ctx: Ctx, login: string): Promise<void> {
  const account = await accountToChange(ctx, login)
  await store.updateLock(ctx, account.login, null)
  await note(ctx, 'account-unlocked', account.personId, account.municipalityId, {})
}

export interface NewRegion {
  /** 1…99: the first two digits of the region's ОКТМО codes. */
  readonly regionId: RegionId
  readonly name: string
  /** `Europe/Moscow` */
  readonly timeZone: string
  readonly administrator: Pick<ChangePerson, 'familyName' | 'givenName' | 'patronymic'> & {
    readonly login: string
    readonly password: string
  }
}

/**
 * Sets up a region with its first administrator: the only way in when there is nobody yet who could let others in.
 *
 * @returns everything of a `Ctx` but its transaction, acting as that administrator: for seeds and commands
 * @throws refuse('conflict', 'authorities/region-exists'), and as createAccount
 * @example const request = await setUpRegion(db, { regionId: 2, name: 'Заозёрская область', … }, now)
 */
export async function setUpRegion(db: Database, region: NewRegion, now: Date): Promise<Omit<Ctx, 'tx'>> {
  new Intl.DateTimeFormat('ru', { timeZone: region.timeZone }) // an unknown zone is a mistake of the caller: a bug
  await withSystem(db, async tx => {
    const { made } = await oneRow(
      tx,
      sql<{ made: number }>`WITH made AS (
          INSERT INTO regions (id, name, time_zone) VALUES (${region.regionId}, ${region.name}, ${region.timeZone})
          ON CONFLICT DO NOTHING RETURNING 1)
        SELECT count(*)::integer AS made FROM made`,
    )
    if (!made) throw refuse('conflict', 'authorities/region-exists', { region: region.name })
  })
  const { familyName, givenName, patronymic, login, password } = region.administrator
  const personId = newId<PersonId>()
  const request: Omit<Ctx, 'tx'> = {
    who: {
      personId,
      personName: shortNameOf({ familyName, givenName, patronymic }),
      seat: 'administrator',
      grantId: newId(),
      organisationId: null,
    },
    scope: { regionId: region.regionId, municipalityId: null, organisationId: null },
    now,
    today: dateIn(region.timeZone, now),
    lang: 'ru',
    requestId: 'region set up',
  }
  await withCtx(db, request, async ctx => {
    await store.insert(ctx, 'people', {
      id: personId,
      family_name: familyName,
      given_name: givenName,
      patronymic: cleanText(patronymic),
    })
    await store.insert(ctx, 'grants', { id: request.who.grantId, person_id: personId, seat: 'administrator' })
    await note(ctx, 'region-set-up', personId, null, { after: { region: region.name, timeZone: region.timeZone } })
    await createAccount(ctx, { personId, login, password })
  })
  return request
}

async function accountToChange(ctx: Ctx, login: string): Promise<store.Account> {
  const account = await store.findAccount(ctx, login)
  if (!account) throw refuse('not-found', 'authorities/not-found')
  checkTerritory(ctx.scope, account.municipalityId)
  return account
}

/** Accounts and seats are told in the history of their person. */
function note(
  ctx: Ctx,
  what: string,
  personId: PersonId,
  municipalityId: MunicipalityId | null,
  states: { before?: unknown; after?: unknown },
): Promise<void> {
  const subject = { subjectKind: 'person', subjectId: personId, municipalityId, organisationId: null }
  return saveAudit(ctx, { action: `authorities/${what}`, ...subject, ...states })
}
