/** Addresses of methodologies. */
import { action, file, type Route, view } from '../../core/web/index.ts'
import type { Tx } from '../../platform/postgres/index.ts'
import {
  addCase,
  approveEdition,
  copyEdition,
  dropDraft,
  loadEdition,
  saveNumbers,
  saveTexts,
  succeedEdition,
  uploadEdition,
} from '../actions/editions.ts'
import * as shapes from '../contract.ts'
import { downloadCases, downloadMethodology } from '../downloads.ts'
import { methodologyPage } from '../pages/methodologies/card.tsx'
import { methodologyListPage } from '../pages/methodologies/list.tsx'
import { newCasePage } from '../pages/methodologies/new-case.tsx'
import { numbersPage } from '../pages/methodologies/numbers.tsx'
import { editionTextsPage, uploadEditionPage } from '../pages/methodologies/texts-page.tsx'
import {
  changesIn,
  viewCaseForm,
  viewMethodologies,
  viewMethodology,
  viewNumbers,
  viewTexts,
} from '../views/methodologies.ts'

const text = (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes) : '')

export const methodologyRoutes: readonly Route[] = [
  view<Tx, typeof shapes.Nothing, typeof shapes.Nothing, typeof shapes.MethodologyList>({
    id: 'methodologies.list',
    path: '/methodologies',
    summary: { ru: 'Методики региона и поставляемые', en: 'Methodologies of the region and shipped ones' },
    permission: 'methodologies.read',
    params: shapes.Nothing,
    query: shapes.Nothing,
    data: shapes.MethodologyList,
    load: viewMethodologies,
    page: methodologyListPage,
  }),
  view<Tx, typeof shapes.Nothing, typeof shapes.Nothing, typeof shapes.Nothing>({
    id: 'methodologies.upload-form',
    path: '/methodologies/upload',
    summary: { ru: 'Форма загрузки методики', en: 'The form that uploads a methodology' },
    permission: 'methodologies.edit',
    params: shapes.Nothing,
    query: shapes.Nothing,
    data: shapes.Nothing,
    load: async () => ({}),
    page: uploadEditionPage,
  }),
  action<Tx, typeof shapes.Nothing, typeof shapes.UploadEdition, typeof shapes.EditionMade>({
    id: 'methodologies.upload',
    path: '/methodologies/upload',
    summary: { ru: 'Загрузить методику из файлов', en: 'Upload a methodology from files' },
    permission: 'methodologies.edit',
    params: shapes.Nothing,
    body: shapes.UploadEdition,
    result: shapes.EditionMade,
    once: true,
    form: 'methodologies.upload-form',
    done: 'done.draftMade',
    run: (ctx, { body }) =>
      uploadEdition(ctx, {
        methodology: body.methodology ?? text(body.methodologyFile?.bytes),
        cases: body.cases ?? text(body.casesFile?.bytes),
      }),
    next: ({ id }) => `/methodologies/${id}`,
  }),
  view<Tx, typeof shapes.EditionParams, typeof shapes.Nothing, typeof shapes.MethodologyCard>({
    id: 'methodologies.card',
    path: '/methodologies/:editionId',
    summary: { ru: 'Методика: правило словами, числа, примеры', en: 'A methodology: rule in words, numbers, cases' },
    permission: 'methodologies.read',
    params: shapes.EditionParams,
    query: shapes.Nothing,
    data: shapes.MethodologyCard,
    load: (ctx, { params }) => viewMethodology(ctx, params.editionId),
    page: methodologyPage,
  }),
  action<Tx, typeof shapes.EditionParams, typeof shapes.CopyEdition, typeof shapes.EditionMade>({
    id: 'methodologies.copy',
    path: '/methodologies/:editionId/copy',
    summary: { ru: 'Сделать копию методики как черновик', en: 'Copy a methodology as a draft' },
    permission: 'methodologies.edit',
    params: shapes.EditionParams,
    body: shapes.CopyEdition,
    result: shapes.EditionMade,
    once: true,
    form: 'methodologies.card',
    done: 'done.draftMade',
    run: (ctx, { params, body }) => copyEdition(ctx, params.editionId, body.title),
    next: ({ id }) => `/methodologies/${id}`,
  }),
  action<Tx, typeof shapes.EditionParams, typeof shapes.Nothing, typeof shapes.EditionMade>({
    id: 'methodologies.succeed',
    path: '/methodologies/:editionId/succeed',
    summary: { ru: 'Начать следующую редакцию', en: 'Begin the next edition' },
    permission: 'methodologies.edit',
    params: shapes.EditionParams,
    body: shapes.Nothing,
    result: shapes.EditionMade,
    once: true,
    form: 'methodologies.card',
    done: 'done.draftMade',
    run: (ctx, { params }) => succeedEdition(ctx, params.editionId),
    next: ({ id }) => `/methodologies/${id}`,
  }),
  view<Tx, typeof shapes.EditionParams, typeof shapes.NumbersQuery, typeof shapes.NumbersView>({
    id: 'methodologies.numbers',
    path: '/methodologies/:editionId/numbers',
    summary: {
      ru: 'Числа методики: кто войдёт и кто выйдет',
      en: 'Numbers of a methodology: who enters and who leaves',
    },
    permission: 'methodologies.edit',
    params: shapes.EditionParams,
    query: shapes.NumbersQuery,
    data: shapes.NumbersView,
    load: (ctx, { params, query }) => viewNumbers(ctx, params.editionId, query.set),
    page: numbersPage,
  }),
  action<Tx, typeof shapes.EditionParams, typeof shapes.SaveNumbers, typeof shapes.NumbersQuery>({
    id: 'methodologies.try',
    path: '/methodologies/:editionId/try',
    summary: { ru: 'Примерить числа, ничего не сохраняя', en: 'Try numbers and save nothing' },
    permission: 'methodologies.edit',
    params: shapes.EditionParams,
    body: shapes.SaveNumbers,
    result: shapes.NumbersQuery,
    form: 'methodologies.numbers',
    run: async (ctx, { params, body }) => {
      await loadEdition(ctx, params.editionId)
      return { set: triedIn(body) }
    },
    next: ({ set }, { params }) =>
      `/methodologies/${params.editionId}/numbers?${new URLSearchParams((set ?? []).map(each => ['set', each]))}`,
  }),
  action<Tx, typeof shapes.EditionParams, typeof shapes.SaveNumbers, typeof shapes.EditionMade>({
    id: 'methodologies.save-numbers',
    path: '/methodologies/:editionId/numbers',
    summary: { ru: 'Сохранить числа черновика', en: 'Save the numbers of a draft' },
    permission: 'methodologies.edit',
    params: shapes.EditionParams,
    body: shapes.SaveNumbers,
    result: shapes.EditionMade,
    form: 'methodologies.numbers',
    done: 'done.numbersSaved',
    run: (ctx, { params, body }) => saveNumbers(ctx, params.editionId, body.version, numbersIn(body)),
    next: ({ id }) => `/methodologies/${id}/numbers`,
  }),
  view<Tx, typeof shapes.EditionParams, typeof shapes.Nothing, typeof shapes.EditionTexts>({
    id: 'methodologies.text',
    path: '/methodologies/:editionId/text',
    summary: { ru: 'Текст методики и примеров', en: 'The text of a methodology and its cases' },
    permission: 'methodologies.edit',
    params: shapes.EditionParams,
    query: shapes.Nothing,
    data: shapes.EditionTexts,
    load: (ctx, { params }) => viewTexts(ctx, params.editionId),
    page: editionTextsPage,
  }),
  action<Tx, typeof shapes.EditionParams, typeof shapes.SaveTexts, typeof shapes.EditionMade>({
    id: 'methodologies.save-text',
    path: '/methodologies/:editionId/text',
    summary: { ru: 'Сохранить текст черновика', en: 'Save the text of a draft' },
    permission: 'methodologies.edit',
    params: shapes.EditionParams,
    body: shapes.SaveTexts,
    result: shapes.EditionMade,
    form: 'methodologies.text',
    done: 'done.textSaved',
    run: (ctx, { params, body }) => saveTexts(ctx, params.editionId, body.version, body),
    next: ({ id }) => `/methodologies/${id}`,
  }),
  view<Tx, typeof shapes.EditionParams, typeof shapes.Nothing, typeof shapes.NewCaseForm>({
    id: 'methodologies.case-form',
    path: '/methodologies/:editionId/cases/new',
    summary: { ru: 'Форма нового примера', en: 'The form of a new case' },
    permission: 'methodologies.edit',
    params: shapes.EditionParams,
    query: shapes.Nothing,
    data: shapes.NewCaseForm,
    load: (ctx, { params }) => viewCaseForm(ctx, params.editionId),
    page: newCasePage,
  }),
  action<Tx, typeof shapes.EditionParams, typeof shapes.AddCase, typeof shapes.EditionMade>({
    id: 'methodologies.add-case',
    path: '/methodologies/:editionId/cases',
    summary: { ru: 'Добавить пример, решённый вручную', en: 'Add a case worked by hand' },
    permission: 'methodologies.edit',
    params: shapes.EditionParams,
    body: shapes.AddCase,
    result: shapes.EditionMade,
    form: 'methodologies.case-form',
    done: 'done.caseAdded',
    run: (ctx, { params, body }) => addCase(ctx, params.editionId, body.version, body),
    next: ({ id }) => `/methodologies/${id}`,
  }),
  action<Tx, typeof shapes.EditionParams, typeof shapes.OnlyVersion, typeof shapes.EditionMade>({
    id: 'methodologies.approve',
    path: '/methodologies/:editionId/approve',
    summary: { ru: 'Утвердить редакцию', en: 'Approve an edition' },
    permission: 'methodologies.approve',
    params: shapes.EditionParams,
    body: shapes.OnlyVersion,
    result: shapes.EditionMade,
    form: 'methodologies.card',
    done: 'done.approved',
    run: (ctx, { params, body }) => approveEdition(ctx, params.editionId, body.version),
    next: ({ id }) => `/methodologies/${id}`,
  }),
  action<Tx, typeof shapes.EditionParams, typeof shapes.OnlyVersion, typeof shapes.EditionMade>({
    id: 'methodologies.drop',
    path: '/methodologies/:editionId/drop',
    summary: { ru: 'Отложить черновик', en: 'Put a draft aside' },
    permission: 'methodologies.edit',
    params: shapes.EditionParams,
    body: shapes.OnlyVersion,
    result: shapes.EditionMade,
    form: 'methodologies.card',
    done: 'done.dropped',
    run: (ctx, { params, body }) => dropDraft(ctx, params.editionId, body.version),
    next: () => '/methodologies',
  }),
  file<Tx, typeof shapes.EditionParams, typeof shapes.Nothing>({
    id: 'methodologies.file',
    path: '/methodologies/:editionId/methodology.yaml',
    summary: { ru: 'Методика файлом', en: 'The methodology as a file' },
    permission: 'methodologies.read',
    params: shapes.EditionParams,
    query: shapes.Nothing,
    mediaType: 'application/yaml; charset=utf-8',
    load: (ctx, { params }) => downloadMethodology(ctx, params.editionId),
  }),
  file<Tx, typeof shapes.EditionParams, typeof shapes.Nothing>({
    id: 'methodologies.cases-file',
    path: '/methodologies/:editionId/cases.yaml',
    summary: { ru: 'Примеры методики файлом', en: 'The cases as a file' },
    permission: 'methodologies.read',
    params: shapes.EditionParams,
    query: shapes.Nothing,
    mediaType: 'application/yaml; charset=utf-8',
    load: (ctx, { params }) => downloadCases(ctx, params.editionId),
  }),
]

function numbersIn({ parameters = {}, switches = {} }: shapes.SaveNumbers) {
  return {
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, { value, source = '', checkedOn = '' }]) => [
        name,
        { value, source, checkedOn },
      ]),
    ),
    switches,
  }
}

function triedIn({ parameters = {}, switches = {} }: shapes.SaveNumbers): string[] {
  const set = [
    ...Object.entries(parameters).map(([name, { value }]) => `${name}=${value.trim()}`),
    ...Object.entries(switches).map(([name, reading]) => `${name}=${reading}`),
  ]
  return Object.keys(changesIn(set)).length > 0 ? set : []
}
