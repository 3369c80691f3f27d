import type { IsoDate, OrganisationId, PersonId, PositionId } from '../../core/base/index.ts'
import { type Ctx, newId } from '../../platform/postgres/index.ts'
import type { CreatePosition } from '../contract.ts'
import { checkTerm, checkTerritory, cleanName, type Position } from '../model/registers.ts'
import * as store from '../store.ts'
import { found, note, type Register, save } from './keep.ts'

const position: Register<Position> = {
  word: 'position',
  table: 'positions',
  find: (ctx, id) => store.findPosition(ctx, id as PositionId),
  columns: thing => ({ title: thing.title, from_on: thing.fromOn, until_on: thing.untilOn }),
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

function cleanPosition(
  wanted: Pick<CreatePosition, 'title' | 'fromOn' | 'untilOn'>,
): Pick<Position, 'title' | 'fromOn' | 'untilOn'> {
  const fromOn = wanted.fromOn as IsoDate | null
  const untilOn = wanted.untilOn as IsoDate | null
  checkTerm(fromOn, untilOn)
  return { title: cleanName(wanted.title), fromOn, untilOn }
}
