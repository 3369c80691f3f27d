import type { IsoDate, OrganisationId } from '../../core/base/index.ts'
import { type Route, view } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { changeOrganisation, closeOrganisation, createOrganisation } from '../actions/index.ts'
import { CreateOrganisation } from '../contract.ts'
import {
  closeOrganisationPage,
  editOrganisationPage,
  newOrganisationPage,
  organisationListPage,
  organisationPage,
} from '../pages/organisations.tsx'
import * as shapes from '../pages/shapes.ts'
import { organisationsByName } from '../register-lists.ts'
import { formAndAction } from './form-and-action.ts'
import { changed, openMunicipalities, organisationCard, placesToChoose } from './loads.ts'

const one = {
  permission: 'register.write',
  params: shapes.OrganisationParams,
} as const
const card = {
  data: shapes.OrganisationCard,
  load: (ctx: Ctx, params: { organisationId: string }) => organisationCard(ctx, params.organisationId),
}
const hrefOf = (made: { id: string }) => `/organisations/${made.id}`

export const organisationRoutes: readonly Route[] = [
  view({
    id: 'authorities.organisations',
    path: '/organisations',
    summary: {
      ru: 'Организации территории с отбором и поиском',
      en: 'Organisations of the territory, filtered and searched',
    },
    permission: 'register.read',
    params: shapes.Nothing,
    query: shapes.OrganisationQuery,
    data: shapes.OrganisationList,
    load: async (ctx: Ctx, { query }) => ({
      query,
      ...(await organisationsByName(ctx, query)),
      municipalities: await openMunicipalities(ctx),
    }),
    page: organisationListPage,
  }),
  ...formAndAction({
    path: '/organisations/new',
    permission: 'register.write',
    params: shapes.Nothing,
    form: {
      id: 'authorities.new-organisation',
      summary: { ru: 'Форма новой организации', en: 'The form of a new organisation' },
      data: shapes.OrganisationForm,
      load: placesToChoose,
      page: newOrganisationPage,
    },
    action: {
      id: 'authorities.create-organisation',
      summary: { ru: 'Добавить организацию', en: 'Add an organisation' },
      body: CreateOrganisation,
      result: shapes.Changed,
      once: true,
      done: 'organisationAdded',
      run: async (ctx, _params, body) => changed(await createOrganisation(ctx, body)),
      next: hrefOf,
    },
  }),
  view({
    id: 'authorities.organisation',
    path: '/organisations/:organisationId',
    summary: { ru: 'Организация: люди и история записи', en: 'An organisation with its people and history' },
    permission: 'register.read',
    params: shapes.OrganisationParams,
    query: shapes.Nothing,
    data: shapes.OrganisationCard,
    load: (ctx: Ctx, { params }) => organisationCard(ctx, params.organisationId),
    page: organisationPage,
  }),
  ...formAndAction({
    ...one,
    path: '/organisations/:organisationId/edit',
    form: {
      ...card,
      id: 'authorities.changing-organisation',
      summary: { ru: 'Форма изменения организации', en: 'The form to change an organisation' },
      page: editOrganisationPage,
    },
    action: {
      id: 'authorities.change-organisation',
      summary: { ru: 'Изменить организацию', en: 'Change an organisation' },
      body: shapes.SaveOrganisation,
      result: shapes.Changed,
      done: 'saved',
      run: async (ctx, { organisationId }, body) =>
        changed(await changeOrganisation(ctx, organisationId as OrganisationId, body.version, body)),
      next: hrefOf,
    },
  }),
  ...formAndAction({
    ...one,
    path: '/organisations/:organisationId/close',
    form: {
      ...card,
      id: 'authorities.closing-organisation',
      summary: { ru: 'Подтверждение закрытия организации', en: 'The confirmation before an organisation is closed' },
      page: closeOrganisationPage,
    },
    action: {
      id: 'authorities.close-organisation',
      summary: { ru: 'Закрыть организацию', en: 'Close an organisation' },
      body: shapes.ClosedOn,
      result: shapes.Changed,
      done: 'closed',
      run: async (ctx, { organisationId }, body) =>
        changed(await closeOrganisation(ctx, organisationId as OrganisationId, body.version, body.on as IsoDate)),
      next: hrefOf,
    },
  }),
]
