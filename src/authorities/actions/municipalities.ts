import { type IsoDate, type MunicipalityId, refuse } from '../../core/base/index.ts'
import { type Ctx, newId } from '../../platform/postgres/index.ts'
import type { CreateMunicipality } from '../contract.ts'
import { checkOktmo, checkTerritory, cleanName, closed, type Municipality } from '../model/registers.ts'
import * as store from '../store.ts'
import { found, note, type Register, save } from './keep.ts'

const municipality: Register<Municipality> = {
  word: 'municipality',
  table: 'municipalities',
  find: (ctx, id) => store.findMunicipality(ctx, id as MunicipalityId),
  columns: thing => ({ name: thing.name, closed_on: thing.closedOn }),
}

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
