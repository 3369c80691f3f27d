import { action, type Route, view } from '../../core/web/index.ts'
import type { Tx } from '../../platform/postgres/index.ts'
import { changeScale } from './change-scale.ts'
import { scaleFormPage } from './pages/scale-form.tsx'
import { scaleListPage } from './pages/scale-list.tsx'
import { scalePreviewPage } from './pages/scale-preview.tsx'
import { placeIn, scaleIn } from './scale-fields.ts'
import { scaleList, scalePage, scalePreview } from './scale-views.ts'
import {
  Nothing,
  PlaceParams,
  PlaceResult,
  PreviewQuery,
  ScaleFields,
  ScaleList,
  ScalePage,
  ScalePreview,
  ScalesQuery,
  SetScale,
} from './shapes.ts'

const hrefOf = (place: string) => `/results/scales/${encodeURIComponent(place)}`

export const scalesRoutes: readonly Route[] = [
  view<Tx, typeof Nothing, typeof ScalesQuery, typeof ScaleList>({
    id: 'assessments.scales',
    path: '/results/scales',
    summary: { ru: 'Шкалы процедур, по которым есть результаты', en: 'Scales of the procedures that have results' },
    permission: 'results.read',
    params: Nothing,
    query: ScalesQuery,
    data: ScaleList,
    load: (ctx, { query }) => scaleList(ctx, query.year),
    page: scaleListPage,
  }),
  view<Tx, typeof PlaceParams, typeof Nothing, typeof ScalePage>({
    id: 'assessments.scale',
    path: '/results/scales/:place',
    summary: {
      ru: 'Шкала процедуры, предмета, класса и года',
      en: 'The scale of a procedure, subject, grade and year',
    },
    permission: 'results.read',
    params: PlaceParams,
    query: Nothing,
    data: ScalePage,
    load: (ctx, { params }) => scalePage(ctx, params.place),
    page: scaleFormPage,
  }),
  action<Tx, typeof PlaceParams, typeof ScaleFields, typeof PlaceResult>({
    id: 'assessments.check-scale',
    path: '/results/scales/:place/check',
    summary: { ru: 'Проверить шкалу, ничего не меняя', en: 'Check a scale without changing anything' },
    permission: 'scales.edit',
    params: PlaceParams,
    body: ScaleFields,
    result: PlaceResult,
    form: 'assessments.scale',
    run: async (_, { params, body }) => {
      scaleIn(body, placeIn(params.place))
      return { place: params.place }
    },
    next: ({ place }, { body }) => `${hrefOf(place)}/preview?${new URLSearchParams(Object.entries(body))}`,
  }),
  view<Tx, typeof PlaceParams, typeof PreviewQuery, typeof ScalePreview>({
    id: 'assessments.scale-preview',
    path: '/results/scales/:place/preview',
    summary: { ru: 'Что изменит шкала', en: 'What a scale would change' },
    permission: 'scales.edit',
    params: PlaceParams,
    query: PreviewQuery,
    data: ScalePreview,
    load: (ctx, { params, query }) => scalePreview(ctx, params.place, query),
    page: scalePreviewPage,
  }),
  action<Tx, typeof PlaceParams, typeof SetScale, typeof PlaceResult>({
    id: 'assessments.set-scale',
    path: '/results/scales/:place',
    summary: {
      ru: 'Установить шкалу региона и пересчитать отметки и доли',
      en: 'Set the scale of the region and count marks and shares again',
    },
    permission: 'scales.edit',
    params: PlaceParams,
    body: SetScale,
    result: PlaceResult,
    form: 'assessments.scale',
    done: 'done.scaleSet',
    run: async (ctx, { params, body }) => {
      const place = placeIn(params.place)
      await changeScale(ctx, place, scaleIn(body, place), body.edition)
      return { place: params.place }
    },
    next: ({ place }) => hrefOf(place),
  }),
]
