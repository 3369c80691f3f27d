/** What the pages of the registers load. */
import { type OrganisationId, type PersonId, refuse } from '../../core/base/index.ts'
import { type Ctx, historyOf } from '../../platform/postgres/index.ts'
import { findPersonRow, listMunicipalities, listOrganisations, listPositions } from '../views.ts'

export async function placesToChoose(ctx: Ctx) {
  return { municipalities: await openMunicipalities(ctx), wholeRegion: ctx.scope.municipalityId === null }
}

/** Those in scope that are in force; a municipal seat has one. */
export async function openMunicipalities(ctx: Ctx) {
  return (await listMunicipalities(ctx)).filter(each => each.closedOn === null)
}

export async function municipalityCard(ctx: Ctx, id: string) {
  const municipality = found((await listMunicipalities(ctx)).find(each => each.id === id))
  return { municipality, history: await history(ctx, 'municipality', id) }
}

export async function organisationCard(ctx: Ctx, id: string) {
  const organisationId = id as OrganisationId
  const [organisation] = await listOrganisations(ctx, { id: organisationId, withClosed: true })
  return {
    organisation: found(organisation),
    positions: await listPositions(ctx, { organisationId }),
    history: await history(ctx, 'organisation', id),
  }
}

export async function personCard(ctx: Ctx, id: string) {
  return {
    person: await personById(ctx, id),
    positions: await listPositions(ctx, { personId: id as PersonId }),
    history: await history(ctx, 'person', id),
  }
}

export async function personById(ctx: Ctx, id: string) {
  return found(await findPersonRow(ctx, id as PersonId))
}

/** The answer does not tell what is absent from what is out of reach. */
export function found<Thing>(thing: Thing | null | undefined): Thing {
  if (!thing) throw refuse('not-found', 'authorities/not-found')
  return thing
}

/** What a change answers. */
export function changed(thing: { readonly id: string; readonly version: number }) {
  return { id: thing.id, version: thing.version }
}

async function history(ctx: Ctx, subjectKind: string, subjectId: string) {
  const lines = await historyOf(ctx, subjectKind, subjectId)
  return lines.map(({ id, at, personName, seat, action, before, after }) => ({
    id,
    at: at.toISOString(),
    personName,
    seat,
    action,
    before,
    after,
  }))
}
