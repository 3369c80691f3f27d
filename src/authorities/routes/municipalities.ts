import type { IsoDate, MunicipalityId } from '../../core/base/index.ts'
import { type Route, view } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { closeMunicipality, createMunicipality, renameMunicipality } from '../actions/index.ts'
import { CreateMunicipality } from '../contract.ts'
import {
  closeMunicipalityPage,
  municipalityListPage,
  municipalityPage,
  newMunicipalityPage,
  renameMunicipalityPage,
} from '../pages/municipalities.tsx'
import * as shapes from '../pages/shapes.ts'
import { listMunicipalities, territoryOf } from '../views.ts'
import { formAndAction } from './form-and-action.ts'
import { changed, municipalityCard } from './loads.ts'

const one = {
  permission: 'territory.write',
  params: shapes.MunicipalityParams,
} as const
const card = {
  data: shapes.MunicipalityCard,
  load: (ctx: Ctx, params: { municipalityId: string }) => municipalityCard(ctx, params.municipalityId),
}
const hrefOf = (made: { id: string }) => `/municipalities/${made.id}`

export const municipalityRoutes: readonly Route[] = [
  view({
    id: 'authorities.municipalities',
    path: '/municipalities',
    summary: { ru: 'Муниципалитеты территории', en: 'Municipalities of the territory' },
    permission: 'register.read',
    params: shapes.Nothing,
    query: shapes.Nothing,
    data: shapes.MunicipalityList,
    load: async (ctx: Ctx) => ({
      region: (await territoryOf(ctx)).region,
      municipalities: await listMunicipalities(ctx),
    }),
    page: municipalityListPage,
  }),
  ...formAndAction({
    path: '/municipalities/new',
    permission: 'territory.write',
    params: shapes.Nothing,
    form: {
      id: 'authorities.new-municipality',
      summary: { ru: 'Форма нового муниципалитета', en: 'The form of a new municipality' },
      data: shapes.Nothing,
      load: async () => ({}),
      page: newMunicipalityPage,
    },
    action: {
      id: 'authorities.create-municipality',
      summary: { ru: 'Добавить муниципалитет', en: 'Add a municipality' },
      body: CreateMunicipality,
      result: shapes.Changed,
      once: true,
      done: 'municipalityAdded',
      run: async (ctx, _params, body) => changed(await createMunicipality(ctx, body)),
      next: hrefOf,
    },
  }),
  view({
    id: 'authorities.municipality',
    path: '/municipalities/:municipalityId',
    summary: { ru: 'Муниципалитет и история его записи', en: 'A municipality with its history' },
    permission: 'register.read',
    params: shapes.MunicipalityParams,
    query: shapes.Nothing,
    data: shapes.MunicipalityCard,
    load: (ctx: Ctx, { params }) => municipalityCard(ctx, params.municipalityId),
    page: municipalityPage,
  }),
  ...formAndAction({
    ...one,
    path: '/municipalities/:municipalityId/rename',
    form: {
      ...card,
      id: 'authorities.renaming-municipality',
      summary: { ru: 'Форма переименования муниципалитета', en: 'The form to rename a municipality' },
      page: renameMunicipalityPage,
    },
    action: {
      id: 'authorities.rename-municipality',
      summary: { ru: 'Переименовать муниципалитет', en: 'Rename a municipality' },
      body: shapes.RenameMunicipality,
      result: shapes.Changed,
      done: 'saved',
      run: async (ctx, { municipalityId }, body) =>
        changed(await renameMunicipality(ctx, municipalityId as MunicipalityId, body.version, body.name)),
      next: hrefOf,
    },
  }),
  ...formAndAction({
    ...one,
    path: '/municipalities/:municipalityId/close',
    form: {
      ...card,
      id: 'authorities.closing-municipality',
      summary: { ru: 'Подтверждение закрытия муниципалитета', en: 'The confirmation before a municipality is closed' },
      page: closeMunicipalityPage,
    },
    action: {
      id: 'authorities.close-municipality',
      summary: { ru: 'Закрыть муниципалитет', en: 'Close a municipality' },
      body: shapes.ClosedOn,
      result: shapes.Changed,
      done: 'closed',
      run: async (ctx, { municipalityId }, body) =>
        changed(await closeMunicipality(ctx, municipalityId as MunicipalityId, body.version, body.on as IsoDate)),
      next: hrefOf,
    },
  }),
]
