import type { IsoDate, PersonId, PositionId } from '../../core/base/index.ts'
import type { Route } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { createPosition, endPosition } from '../actions/index.ts'
import { endPositionPage, newPositionPage } from '../pages/positions.tsx'
import * as shapes from '../pages/shapes.ts'
import { listOrganisations, listPositions } from '../views.ts'
import { formAndAction } from './form-and-action.ts'
import { changed, found, personById } from './loads.ts'

const hrefOf = (_made: unknown, params: { personId: string }) => `/people/${params.personId}`

export const positionRoutes: readonly Route[] = [
  ...formAndAction({
    path: '/people/:personId/positions/new',
    permission: 'register.write',
    params: shapes.PersonParams,
    form: {
      id: 'authorities.new-position',
      summary: { ru: 'Форма новой должности', en: 'The form of a new position' },
      data: shapes.PositionForm,
      load: async (ctx, { personId }) => ({
        person: await personById(ctx, personId),
        organisations: await listOrganisations(ctx),
      }),
      page: newPositionPage,
    },
    action: {
      id: 'authorities.create-position',
      summary: { ru: 'Добавить должность', en: 'Add a position' },
      body: shapes.AddPosition,
      result: shapes.Changed,
      once: true,
      done: 'positionAdded',
      run: async (ctx, { personId }, body) => changed(await createPosition(ctx, { ...body, personId })),
      next: hrefOf,
    },
  }),
  ...formAndAction({
    path: '/people/:personId/positions/:positionId/end',
    permission: 'register.write',
    params: shapes.PositionParams,
    form: {
      id: 'authorities.ending-position',
      summary: { ru: 'Подтверждение освобождения от должности', en: 'The confirmation before a position ends' },
      data: shapes.EndPositionForm,
      load: async (ctx, params) => ({
        person: await personById(ctx, params.personId),
        position: await positionOf(ctx, params),
      }),
      page: endPositionPage,
    },
    action: {
      id: 'authorities.end-position',
      summary: { ru: 'Освободить от должности', en: 'Release from a position' },
      body: shapes.ClosedOn,
      result: shapes.Changed,
      done: 'positionEnded',
      run: async (ctx, params, body) => {
        const position = await positionOf(ctx, params)
        return changed(await endPosition(ctx, position.id as PositionId, body.version, body.on as IsoDate))
      },
      next: hrefOf,
    },
  }),
]

/** A position of this very person. */
async function positionOf(ctx: Ctx, { personId, positionId }: { personId: string; positionId: string }) {
  const positions = await listPositions(ctx, { personId: personId as PersonId })
  return found(positions.find(position => position.id === positionId))
}
