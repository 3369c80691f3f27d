import type { IsoDate, MunicipalityId, OrganisationId, PersonId, PositionId } from '../core/base/index.ts'
import { refuse } from '../core/base/index.ts'
import { type Ctx, newId, saveAudit } from '../platform/postgres/index.ts'
import type {
  ChangeOrganisation,
  ChangePerson,
  CreateMunicipality,
  CreateOrganisation,
  CreatePerson,
  CreatePosition,
} from './contract.ts'
import {
  checkOktmo,
  checkTerm,
  checkTerritory,
  checkVersion,
  cleanName,
  cleanText,
  closed,
  difference,
  type Municipality,
  type Organisation,
  type Person,
  type Position,
} from './model/registers.ts'
import * as store from './store.ts'

/**
 * Adds a municipality. Only a seat of the whole region may.
 *
 * @throws refuse('invalid', 'authorities/oktmo-malformed' | 'authorities/oktmo-of-another-region' | 'authorities/name-missing')
 * @throws refuse('conflict', 'authorities/oktmo-taken'), refuse('forbidden', 'authorities/outside-territory')
 * @example await createMunicipality(ctx, { oktmo: '02701000', name: 'Верхнеозёрский городской округ' })
 */
export async function createMunicipality(ctx: Ctx, wanted: CreateMunicipality): Promise<Municipality> {
  checkTerritory(ctx.scope, null)
  const oktmo = checkOktmo(wanted.oktmo, ctx.scope.regionId)
  const taken = await store.findMunicipalityByOktmo(ctx, oktmo)
  if (taken) throw refuse('conflict', 'authorities/oktmo-taken', { oktmo, name: taken.name })
  const made: Municipality = { id: newId(), oktmo, name: cleanName(wanted.name), closedOn: null, version: 1 }
  await store.insert(ctx, 'municipalities', { id: made.id, oktmo, name: made.name })
  await note(ctx, municipality, 'created', null, made)
  return made
}

/**
 * @param version what the person saw
 * @throws refuse('conflict', 'authorities/changed-meanwhile', {}, { stored, wanted }) and as createMunicipality
 */
export async function renameMunicipality(
  ctx: Ctx,
  id: MunicipalityId,
  version: number,
  name: string,
): Promise<Municipality> {
  const before = found(await store.findMunicipality(ctx, id))
  return save(ctx, municipality, 'renamed', before, version, { ...before, name: cleanName(name) })
}

/** @throws refuse('conflict', 'authorities/already-closed' | 'authorities/changed-meanwhile') */
export async function closeMunicipality(
  ctx: Ctx,
  id: MunicipalityId,
  version: number,
  on: IsoDate,
): Promise<Municipality> {
  const before = found(await store.findMunicipality(ctx, id))
  return save(ctx, municipality, 'closed', before, version, closed(before, on))
}

/**
 * Adds whoever can owe something. A school also needs its card in the slice of schools.
 * @throws refuse('invalid', 'authorities/name-missing'), refuse('forbidden', 'authorities/outside-territory'),
 *   refuse('not-found', 'authorities/not-found') for an unknown municipality
 */
export async function createOrganisation(ctx: Ctx, wanted: CreateOrganisation): Promise<Organisation> {
  const made: Organisation = {
    id: newId(),
    municipalityId: await knownMunicipality(ctx, wanted.municipalityId),
    kind: wanted.kind,
    name: cleanName(wanted.name),
    shortName: cleanText(wanted.shortName),
    closedOn: null,
    version: 1,
  }
  await store.insert(ctx, 'organisations', {
    id: made.id,
    municipality_id: made.municipalityId,
    kind: made.kind,
    ...organisation.columns(made),
  })
  await note(ctx, organisation, 'created', null, made)
  return made
}

/** @throws refuse('conflict', 'authorities/changed-meanwhile', {}, { stored, wanted }) and as createOrganisation */
export async function changeOrganisation(
  ctx: Ctx,
  id: OrganisationId,
  version: number,
  wanted: ChangeOrganisation,
): Promise<Organisation> {
  const before = found(await store.findOrganisation(ctx, id))
  const after = { ...before, name: cleanName(wanted.name), shortName: cleanText(wanted.shortName) }
  return save(ctx, organisation, 'changed', before, version, after)
}

/** @throws refuse('conflict', 'authorities/already-closed' | 'authorities/changed-meanwhile') */
export async function closeOrganisation(
  ctx: Ctx,
  id: OrganisationId,
  version: number,
  on: IsoDate,
): Promise<Organisation> {
  const before = found(await store.findOrganisation(ctx, id))
  return save(ctx, organisation, 'closed', before, version, closed(before, on))
}

/** Adds an official. @throws as createOrganisation */
export async function createPerson(ctx: Ctx, wanted: CreatePerson): Promise<Person> {
  const made: Person = {
    id: newId(),
    municipalityId: await knownMunicipality(ctx, wanted.municipalityId),
    ...cleanPerson(wanted),
    closedOn: null,
    version: 1,
  }
  await store.insert(ctx, 'people', { id: made.id, municipality_id: made.municipalityId, ...person.columns(made) })
  await note(ctx, person, 'created', null, made)
  return made
}

/** @throws refuse('conflict', 'authorities/changed-meanwhile', {}, { stored, wanted }) and as createOrganisation */
export async function changePerson(ctx: Ctx, id: PersonId, version: number, wanted: ChangePerson): Promise<Person> {
  const before = found(await store.findPerson(ctx, id))
  return save(ctx, person, 'changed', before, version, { ...before, ...cleanPerson(wanted) })
}

/** Somebody works here no longer: open positions end, seats are revoked, the account is locked. */
export async function closePerson(ctx: Ctx, id: PersonId, version: number, on: IsoDate): Promise<Person> {
  const before = found(await store.findPerson(ctx, id))
  const after = await save(ctx, person, 'closed', before, version, closed(before, on))
  await store.endAllOf(ctx, id, on)
  return after
}

/**
 * Appoints a person to a position in an organisation.
 * @throws refuse('invalid', 'authorities/ends-before-start'), refuse('not-found', 'authorities/not-found')
 */
export async function createPosition(ctx: Ctx, wanted: CreatePosition): Promise<Position> {
  const holder = found(await store.findPerson(ctx, wanted.personId as PersonId))
  const place = found(await store.findOrganisation(ctx, wanted.organisationId as OrganisationId))
  checkTerritory(ctx.scope, place.municipalityId)
  const made: Position = {
    id: newId(),
    municipalityId: place.municipalityId,
    organisationId: place.id,
    personId: holder.id,
    ...cleanPosition(wanted),
    version: 1,
  }
  await store.insert(ctx, 'positions', {
    id: made.id,
    municipality_id: made.municipalityId,
    organisation_id: made.organisationId,
    person_id: made.personId,
    ...position.columns(made),
  })
  await note(ctx, position, 'created', null, made)
  return made
}

/** Releases a person from a position. @throws as changePosition */
export async function endPosition(ctx: Ctx, id: PositionId, version: number, on: IsoDate): Promise<Position> {
  const before = found(await store.findPosition(ctx, id))
  checkTerm(before.fromOn, on)
  return save(ctx, position, 'ended', before, version, { ...before, untilOn: on })
}

/** How one kind of record is kept: its word in the change log, its table and the columns that a change may touch. */
interface Register<Thing> {
  readonly word: string
  readonly table: store.Table
  readonly find: (ctx: Ctx, id: string) => Promise<Thing | null>
  readonly columns: (thing: Thing) => store.Columns
}

const municipality: Register<Municipality> = {
  word: 'municipality',
  table: 'municipalities',
  find: (ctx, id) => store.findMunicipality(ctx, id as MunicipalityId),
  columns: thing => ({ name: thing.name, closed_on: thing.closedOn }),
}
const organisation: Register<Organisation> = {
  word: 'organisation',
  table: 'organisations',
  find: (ctx, id) => store.findOrganisation(ctx, id as OrganisationId),
  columns: thing => ({ name: thing.name, short_name: thing.shortName, closed_on: thing.closedOn }),
}
const person: Register<Person> = {
  word: 'person',
  table: 'people',
  find: (ctx, id) => store.findPerson(ctx, id as PersonId),
  columns: thing => ({
    family_name: thing.familyName,
    given_name: thing.givenName,
    patronymic: thing.patronymic,
    work_email: thing.workEmail,
    work_phone: thing.workPhone,
    closed_on: thing.closedOn,
  }),
}
const position: Register<Position> = {
  word: 'position',
  table: 'positions',
  find: (ctx, id) => store.findPosition(ctx, id as PositionId),
  columns: thing => ({ title: thing.title, from_on: thing.fromOn, until_on: thing.untilOn }),
}

interface Kept {
  readonly id: string
  readonly version: number
  readonly municipalityId?: MunicipalityId | null
}

async function save<Thing extends Kept>(
  ctx: Ctx,
  register: Register<Thing>,
  verb: string,
  before: Thing,
  version: number,
  after: Thing,
): Promise<Thing> {
  checkTerritory(ctx.scope, before.municipalityId ?? null)
  checkVersion(before, version, after)
  const kept = await store.update(ctx, register.table, before.id, version, register.columns(after))
  if (!kept) checkVersion(found(await register.find(ctx, before.id)), version, after) // somebody was quicker this very moment
  await note(ctx, register, verb, before, after)
  return { ...after, version: version + 1 }
}

async function note<Thing extends Kept>(
  ctx: Ctx,
  register: Register<Thing>,
  verb: string,
  before: Thing | null,
  after: Thing,
): Promise<void> {
  await saveAudit(ctx, {
    action: `authorities/${register.word}-${verb}`,
    subjectKind: register.word,
    subjectId: after.id,
    municipalityId: after.municipalityId ?? null,
    organisationId: null,
    ...(before ? difference(before, after) : { after }),
  })
}

function cleanPerson(wanted: ChangePerson): Pick<Person, keyof ChangePerson> {
  return {
    familyName: cleanName(wanted.familyName),
    givenName: cleanName(wanted.givenName),
    patronymic: cleanText(wanted.patronymic),
    workEmail: cleanText(wanted.workEmail),
    workPhone: cleanText(wanted.workPhone),
  }
}

function cleanPosition(
  wanted: Pick<CreatePosition, 'title' | 'fromOn' | 'untilOn'>,
): Pick<Position, 'title' | 'fromOn' | 'untilOn'> {
  const fromOn = wanted.fromOn as IsoDate | null
  const untilOn = wanted.untilOn as IsoDate | null
  checkTerm(fromOn, untilOn)
  return { title: cleanName(wanted.title), fromOn, untilOn }
}

/** The municipality a new record will belong to: one that is seen and may be written. */
async function knownMunicipality(ctx: Ctx, id: string | null): Promise<MunicipalityId | null> {
  checkTerritory(ctx.scope, id as MunicipalityId | null)
  return id === null ? null : found(await store.findMunicipality(ctx, id as MunicipalityId)).id
}

/** The answer does not tell what is absent from what is out of reach. */
function found<Thing>(thing: Thing | null): Thing {
  if (!thing) throw refuse('not-found', 'authorities/not-found')
  return thing
}
