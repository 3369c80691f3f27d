import type { IsoDate, PersonId } from '../../core/base/index.ts'
import { type Route, view } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { changePerson, closePerson, createPerson } from '../actions/index.ts'
import { CreatePerson } from '../contract.ts'
import { closePersonPage, editPersonPage, newPersonPage, personListPage, personPage } from '../pages/people.tsx'
import * as shapes from '../pages/shapes.ts'
import { peopleByName } from '../register-lists.ts'
import { formAndAction } from './form-and-action.ts'
import { changed, personCard, placesToChoose } from './loads.ts'

const one = {
  permission: 'register.write',
  params: shapes.PersonParams,
} as const
const card = {
  data: shapes.PersonCard,
  load: (ctx: Ctx, params: { personId: string }) => personCard(ctx, params.personId),
}
const hrefOf = (made: { id: string }) => `/people/${made.id}`

export const personRoutes: readonly Route[] = [
  view({
    id: 'authorities.people',
    path: '/people',
    summary: { ru: 'Должностные лица территории', en: 'Officials of the territory' },
    permission: 'register.read',
    params: shapes.Nothing,
    query: shapes.PersonQuery,
    data: shapes.PersonList,
    load: async (ctx: Ctx, { query }) => ({ query, ...(await peopleByName(ctx, query)) }),
    page: personListPage,
  }),
  ...formAndAction({
    path: '/people/new',
    permission: 'register.write',
    params: shapes.Nothing,
    form: {
      id: 'authorities.new-person',
      summary: { ru: 'Форма нового человека', en: 'The form of a new person' },
      data: shapes.OrganisationForm,
      load: placesToChoose,
      page: newPersonPage,
    },
    action: {
      id: 'authorities.create-person',
      summary: { ru: 'Добавить человека', en: 'Add a person' },
      body: CreatePerson,
      result: shapes.Changed,
      once: true,
      done: 'personAdded',
      run: async (ctx, _params, body) => changed(await createPerson(ctx, body)),
      next: hrefOf,
    },
  }),
  view({
    id: 'authorities.person',
    path: '/people/:personId',
    summary: { ru: 'Человек: должности и история записи', en: 'A person with positions and history' },
    permission: 'register.read',
    params: shapes.PersonParams,
    query: shapes.Nothing,
    data: shapes.PersonCard,
    load: (ctx: Ctx, { params }) => personCard(ctx, params.personId),
    page: personPage,
  }),
  ...formAndAction({
    ...one,
    path: '/people/:personId/edit',
    form: {
      ...card,
      id: 'authorities.changing-person',
      summary: { ru: 'Форма изменения сведений о человеке', en: 'The form to change a person' },
      page: editPersonPage,
    },
    action: {
      id: 'authorities.change-person',
      summary: { ru: 'Изменить сведения о человеке', en: 'Change a person' },
      body: shapes.SavePerson,
      result: shapes.Changed,
      done: 'saved',
      run: async (ctx, { personId }, body) =>
        changed(await changePerson(ctx, personId as PersonId, body.version, body)),
      next: hrefOf,
    },
  }),
  ...formAndAction({
    ...one,
    path: '/people/:personId/close',
    form: {
      ...card,
      id: 'authorities.closing-person',
      summary: {
        ru: 'Подтверждение: человек больше не работает',
        en: 'The confirmation that a person no longer works',
      },
      page: closePersonPage,
    },
    action: {
      id: 'authorities.close-person',
      summary: { ru: 'Отметить, что человек больше не работает', en: 'Record that a person no longer works' },
      body: shapes.ClosedOn,
      result: shapes.Changed,
      done: 'closed',
      run: async (ctx, { personId }, body) =>
        changed(await closePerson(ctx, personId as PersonId, body.version, body.on as IsoDate)),
      next: hrefOf,
    },
  }),
]
