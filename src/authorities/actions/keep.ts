import { type MunicipalityId, refuse } from '../../core/base/index.ts'
import { type Ctx, saveAudit } from '../../platform/postgres/index.ts'
import { checkTerritory, checkVersion, difference } from '../model/registers.ts'
import * as store from '../store.ts'

/** How one kind of record is kept: its word in the change log, its table and the columns that a change may touch. */
export interface Register<Thing> {
  readonly word: string
  readonly table: store.Table
  readonly find: (ctx: Ctx, id: string) => Promise<Thing | null>
  readonly columns: (thing: Thing) => store.Columns
}

interface Kept {
  readonly id: string
  readonly version: number
  readonly municipalityId?: MunicipalityId | null
}

/** Saves a change of what was seen as `version`, with its line of the change log. */
export async function save<Thing extends Kept>(
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

/** The line of the change log for a record. */
export async function note<Thing extends Kept>(
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

/** The municipality a new record will belong to: one that is seen and may be written. */
export async function knownMunicipality(ctx: Ctx, id: string | null): Promise<MunicipalityId | null> {
  checkTerritory(ctx.scope, id as MunicipalityId | null)
  return id === null ? null : found(await store.findMunicipality(ctx, id as MunicipalityId)).id
}

/** The answer does not tell what is absent from what is out of reach. */
export function found<Thing>(thing: Thing | null): Thing {
  if (!thing) throw refuse('not-found', 'authorities/not-found')
  return thing
}
