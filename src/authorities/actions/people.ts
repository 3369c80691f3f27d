import type { IsoDate, PersonId } from '../../core/base/index.ts'
import { type Ctx, newId } from '../../platform/postgres/index.ts'
import type { ChangePerson, CreatePerson } from '../contract.ts'
import { cleanName, cleanText, closed, type Person } from '../model/registers.ts'
import * as store from '../store.ts'
import { found, knownMunicipality, note, type Register, save } from './keep.ts'

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

function cleanPerson(wanted: ChangePerson): Pick<Person, keyof ChangePerson> {
  return {
    familyName: cleanName(wanted.familyName),
    givenName: cleanName(wanted.givenName),
    patronymic: cleanText(wanted.patronymic),
    workEmail: cleanText(wanted.workEmail),
    workPhone: cleanText(wanted.workPhone),
  }
}
