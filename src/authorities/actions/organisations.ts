import type { IsoDate, OrganisationId } from '../../core/base/index.ts'
import { type Ctx, newId } from '../../platform/postgres/index.ts'
import type { ChangeOrganisation, CreateOrganisation } from '../contract.ts'
import { cleanName, cleanText, closed, type Organisation } from '../model/registers.ts'
import * as store from '../store.ts'
import { found, knownMunicipality, note, type Register, save } from './keep.ts'

const organisation: Register<Organisation> = {
  word: 'organisation',
  table: 'organisations',
  find: (ctx, id) => store.findOrganisation(ctx, id as OrganisationId),
  columns: thing => ({ name: thing.name, short_name: thing.shortName, closed_on: thing.closedOn }),
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
