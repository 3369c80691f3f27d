/** Addresses of the slice: the same declarations serve the screens and the API. */
import { type Static, type TObject, Type } from 'typebox'
import { makeFeedLink, revokeFeedLink } from '../authorities/index.ts'
import {
  type IsoDate,
  type ItemId,
  isoDate,
  type OrderId,
  type OrganisationId,
  type RoadmapId,
  refuse,
} from '../core/base/index.ts'
import { action, type DownloadedFile, file, type Route, type Summary, Upload, view } from '../core/web/index.ts'
import type { Ctx, Tx } from '../platform/postgres/index.ts'
import { approveDraft, changeDraft, changeItem, changeScope, matchExecutors, uploadOrder } from './actions.ts'
import * as shapes from './contract.ts'
import {
  downloadDocx,
  downloadJson,
  downloadOrganisationIcs,
  downloadRoadmapIcs,
  downloadXlsx,
  structuredOrder,
} from './downloads.ts'
import {
  addItem,
  addSection,
  chooseReading,
  chooseSchools,
  type Draft,
  deleteItem,
  editClause,
  editHeader,
  editItem,
  editSection,
  type ItemFields,
  mergeWithNext,
  placeRest,
  splitItem,
  targetFromCode,
} from './model/index.ts'
import { approvalPage } from './pages/approval/approval-page.tsx'
import { burningPage } from './pages/burning/burning-page.tsx'
import { calendarPage } from './pages/calendar/calendar-page.tsx'
import { executorsPage } from './pages/executors/executors-page.tsx'
import { itemChangePage } from './pages/item/item-change-page.tsx'
import { itemPage } from './pages/item/item-page.tsx'
import { ordersPage } from './pages/orders/orders-page.tsx'
import { uploadPage } from './pages/orders/upload-page.tsx'
import { clauseId } from './pages/review/links.ts'
import { reviewPage } from './pages/review/review-page.tsx'
import { roadmapPage } from './pages/roadmap/roadmap-page.tsx'
import { roadmapsPage } from './pages/roadmap/roadmaps-page.tsx'
import { scopePage } from './pages/scope/scope-page.tsx'
import { timelinePage } from './pages/timeline/timeline-page.tsx'
import { findFile } from './store/orders.ts'
import {
  askedOrganisation,
  viewBurning,
  viewCalendar,
  viewDeadline,
  viewDraft,
  viewExecutors,
  viewItem,
  viewItemChange,
  viewItems,
  viewOrders,
  viewPreview,
  viewRoadmap,
  viewRoadmaps,
  viewScope,
  viewTimeline,
} from './views.ts'

const orderOfPath = (params: { orderId: string }) => params.orderId as OrderId
const roadmapOfPath = (params: { roadmapId: string }) => params.roadmapId as RoadmapId
const itemOfPath = (params: { itemId: string }) => params.itemId as ItemId
const lines = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
const orNull = (text: string | null | undefined) => text?.trim() || null

// ---------------------------------------------------------------- orders

const orderViews: Route[] = [
  view({
    id: 'orders.list',
    path: '/orders',
    summary: { ru: 'Загруженные документы', en: 'Uploaded documents' },
    permission: 'orders.read',
    params: shapes.none,
    query: Type.Object({ before: Type.Optional(Type.String({ format: 'uuid' })) }),
    data: shapes.OrderList,
    load: (ctx: Ctx, { query }) => viewOrders(ctx, query.before),
    page: ordersPage,
  }),
  view({
    id: 'orders.new',
    path: '/orders/new',
    summary: { ru: 'Форма загрузки приказа', en: 'Form for uploading an order' },
    permission: 'orders.edit',
    params: shapes.none,
    query: shapes.none,
    data: shapes.none,
    load: async (_ctx: Ctx) => ({}),
    page: uploadPage,
  }),
  view({
    id: 'orders.review',
    path: '/orders/:orderId/review',
    summary: { ru: 'Черновик понятого и исходный текст', en: 'Draft of what was understood, with the source' },
    permission: 'orders.read',
    params: shapes.orderParams,
    query: shapes.reviewQuery,
    data: shapes.DraftView,
    load: (ctx: Ctx, { params, query }) => viewDraft(ctx, orderOfPath(params), query.edit),
    page: reviewPage,
  }),
  view({
    id: 'orders.read-deadline',
    path: '/orders/:orderId/deadline',
    summary: { ru: 'Прочесть запись срока', en: 'Read the wording of a deadline' },
    permission: 'orders.read',
    params: shapes.orderParams,
    query: Type.Object({ text: Type.Optional(Type.String({ maxLength: 1000 })) }),
    data: shapes.ReadDeadlineView,
    load: (ctx: Ctx, { params, query }) => viewDeadline(ctx, orderOfPath(params), query.text ?? ''),
  }),
  view({
    id: 'orders.executors',
    path: '/orders/:orderId/executors',
    summary: { ru: 'Исполнители документа и кто они', en: 'Executors of a document and who they are' },
    permission: 'orders.read',
    params: shapes.orderParams,
    query: shapes.none,
    data: shapes.ExecutorsView,
    load: (ctx: Ctx, { params }) => viewExecutors(ctx, orderOfPath(params)),
    page: executorsPage,
  }),
  view({
    id: 'orders.approval',
    path: '/orders/:orderId/approval',
    summary: { ru: 'Какие обязательства создаст утверждение', en: 'The obligations that approval would make' },
    permission: 'orders.read',
    params: shapes.orderParams,
    query: shapes.none,
    data: shapes.PreviewView,
    load: (ctx: Ctx, { params }) => viewPreview(ctx, orderOfPath(params)),
    page: approvalPage,
  }),
  file({
    id: 'orders.file',
    path: '/orders/:orderId/file',
    summary: { ru: 'Исходный файл', en: 'The source file' },
    permission: 'orders.read',
    params: shapes.orderParams,
    query: shapes.none,
    mediaType: 'application/octet-stream',
    load: async (ctx: Ctx, { params }) => {
      const found = await findFile(ctx, orderOfPath(params))
      if (!found) throw refuse('not-found', 'roadmaps/no-such-order')
      return found
    },
  }),
]

/** Every edit of a draft is the same: the version the reader saw, one pure change, back to its place on the page. */
function draftEdit<P extends TObject, B extends TObject>(edit: {
  readonly id: string
  readonly path: string
  readonly summary: Summary
  readonly params: P
  readonly body: B
  readonly done?: string
  /** The page that shows the form; the review screen unless said. */
  readonly page?: 'review' | 'approval'
  /** Anchor of the changed place on that page. */
  readonly at: (input: { params: Static<P>; body: Static<B> }) => string
  readonly apply: (draft: Draft, input: { params: Static<P>; body: Static<B> }) => Draft
}): Route {
  const page = edit.page ?? 'review'
  return action<Tx, P, B, typeof shapes.DraftSaved>({
    id: edit.id,
    path: edit.path,
    summary: edit.summary,
    permission: 'orders.edit',
    params: edit.params,
    body: edit.body,
    result: shapes.DraftSaved,
    run: async (ctx, input) => {
      const { orderId } = input.params as { orderId: OrderId }
      const { version } = input.body as { version: number }
      const at = edit.at(input)
      await changeDraft(ctx, orderId, version, at, draft => edit.apply(draft, input))
      return { orderId, at: at || null }
    },
    next: result => `/orders/${result.orderId}/${page}${result.at ? `#${result.at}` : ''}`,
    done: edit.done ?? 'done.saved',
    form: `orders.${page}`,
  })
}

function itemFields(body: Static<typeof shapes.EditItem>): ItemFields {
  return {
    number: orNull(body.number),
    title: body.title,
    sectionKey: orNull(body.sectionKey),
    deadlineText: orNull(body.deadlineText),
    parties: body.parties.map(party => ({ text: party.text, owes: party.owes ?? false })),
    lead: body.lead ?? 0,
    results: lines(body.results),
    indicators: lines(body.indicators),
  }
}

function datesOf(text: string | undefined): IsoDate[] | null {
  const found = lines(text).map(line => {
    const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(line) ?? []
    const date = isoDate(day && month ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : line)
    if (!date) throw refuse('invalid', 'roadmaps/bad-date', { text: line })
    return date
  })
  return found.length > 0 ? found.sort() : null
}

const orderActions: Route[] = [
  action({
    id: 'orders.upload',
    path: '/orders',
    summary: { ru: 'Загрузить приказ файлом или текстом', en: 'Upload an order as a file or a text' },
    permission: 'orders.edit',
    params: shapes.none,
    body: Type.Object({
      file: Type.Optional(Upload()),
      text: Type.Optional(Type.String({ maxLength: 5_000_000 })),
    }),
    result: shapes.OrderMade,
    once: true,
    run: async (ctx: Ctx, { body }) => {
      const text = body.text?.trim() ?? ''
      if (!body.file && text === '') throw refuse('invalid', 'roadmaps/nothing-to-read')
      const pasted = { fileName: 'text.txt', bytes: new TextEncoder().encode(text) }
      return { orderId: await uploadOrder(ctx, body.file ?? pasted) }
    },
    next: ({ orderId }) => `/orders/${orderId}/review`,
    done: 'done.uploaded',
    form: 'orders.new',
  }),
  draftEdit({
    id: 'orders.edit-header',
    path: '/orders/:orderId/header',
    summary: { ru: 'Исправить шапку и период', en: 'Correct the header and the period' },
    params: shapes.orderParams,
    body: shapes.EditHeader,
    at: () => 'header',
    apply: (draft, { body }) =>
      editHeader(draft, {
        docType: body.docType,
        number: orNull(body.number),
        date: orNull(body.date) as IsoDate | null,
        authority: orNull(body.authority),
        documentTitle: orNull(body.documentTitle),
        title: orNull(body.title),
        level: body.level,
        planStart: orNull(body.planStart) as IsoDate | null,
        planEnd: orNull(body.planEnd) as IsoDate | null,
        horizon: orNull(body.horizon) as IsoDate | null,
        checkpoints: datesOf(body.checkpoints),
      }),
  }),
  draftEdit({
    id: 'orders.edit-clause',
    path: '/orders/:orderId/clauses',
    summary: { ru: 'Исправить пункт приказа', en: 'Correct a clause' },
    params: shapes.orderParams,
    body: shapes.EditClause,
    at: ({ body }) => clauseId(body.path),
    apply: (draft, { body }) =>
      editClause(draft, body.path, {
        text: body.text,
        addressees: lines(body.addressees),
        deadlineText: orNull(body.deadlineText),
        binding: body.binding,
      }),
  }),
  draftEdit({
    id: 'orders.choose-reading',
    path: '/orders/:orderId/doubts',
    summary: { ru: 'Выбрать чтение сомнительного места', en: 'Choose the reading of a doubtful place' },
    params: shapes.orderParams,
    body: shapes.ChooseReading,
    at: () => 'doubts',
    apply: (draft, { body }) => chooseReading(draft, body.doubtId, body.reading),
  }),
  draftEdit({
    id: 'orders.place-rest',
    path: '/orders/:orderId/rest',
    summary: { ru: 'Отнести неразобранный текст', en: 'Place text that was not understood' },
    params: shapes.orderParams,
    body: shapes.PlaceRest,
    at: () => 'rest',
    apply: (draft, { body }) => placeRest(draft, body.index, body.to),
  }),
  draftEdit({
    id: 'orders.add-item',
    path: '/orders/:orderId/items',
    summary: { ru: 'Добавить мероприятие', en: 'Add an item' },
    params: shapes.orderParams,
    body: shapes.AddItem,
    at: () => 'structure',
    apply: (draft, { body }) => addItem(draft, orNull(body.afterKey), itemFields(body)),
  }),
  draftEdit({
    id: 'orders.edit-item',
    path: '/orders/:orderId/items/:key',
    summary: { ru: 'Исправить мероприятие', en: 'Correct an item' },
    params: shapes.itemKeyParams,
    body: shapes.EditItem,
    at: ({ params }) => params.key,
    apply: (draft, { params, body }) => editItem(draft, params.key, itemFields(body)),
  }),
  draftEdit({
    id: 'orders.delete-item',
    path: '/orders/:orderId/items/:key/delete',
    summary: {
      ru: 'Удалить мероприятие; его текст остаётся среди неразобранного',
      en: 'Delete an item; its text stays among what was not understood',
    },
    params: shapes.itemKeyParams,
    body: shapes.OnlyVersion,
    done: 'done.deleted',
    at: () => 'rest',
    apply: (draft, { params }) => deleteItem(draft, params.key),
  }),
  draftEdit({
    id: 'orders.split-item',
    path: '/orders/:orderId/items/:key/split',
    summary: { ru: 'Разделить мероприятие', en: 'Split an item' },
    params: shapes.itemKeyParams,
    body: shapes.SplitItem,
    at: ({ params }) => params.key,
    apply: (draft, { params, body }) => splitItem(draft, params.key, body.titles.split(/\n\s*\n/)),
  }),
  draftEdit({
    id: 'orders.merge-item',
    path: '/orders/:orderId/items/:key/merge',
    summary: { ru: 'Соединить мероприятие со следующим', en: 'Join an item with the next one' },
    params: shapes.itemKeyParams,
    body: shapes.OnlyVersion,
    at: ({ params }) => params.key,
    apply: (draft, { params }) => mergeWithNext(draft, params.key),
  }),
  draftEdit({
    id: 'orders.add-section',
    path: '/orders/:orderId/sections',
    summary: { ru: 'Добавить раздел', en: 'Add a section' },
    params: shapes.orderParams,
    body: shapes.EditSection,
    at: () => 'structure',
    apply: (draft, { body }) => addSection(draft, { number: orNull(body.number), title: body.title }),
  }),
  draftEdit({
    id: 'orders.edit-section',
    path: '/orders/:orderId/sections/:key',
    summary: { ru: 'Исправить раздел', en: 'Correct a section' },
    params: shapes.itemKeyParams,
    body: shapes.EditSection,
    at: ({ params }) => params.key,
    apply: (draft, { params, body }) =>
      editSection(draft, params.key, { number: orNull(body.number), title: body.title }),
  }),
  draftEdit({
    id: 'orders.choose-schools',
    path: '/orders/:orderId/schools',
    summary: { ru: 'Выбрать школы дорожной карты', en: 'Choose the schools of the roadmap' },
    params: shapes.orderParams,
    body: shapes.ChooseSchools,
    page: 'approval',
    at: () => '',
    apply: (draft, { body }) => chooseSchools(draft, body.every ? null : (body.schools as OrganisationId[])),
  }),
  action({
    id: 'orders.match-executors',
    path: '/orders/:orderId/executors',
    summary: { ru: 'Сопоставить исполнителей и запомнить', en: 'Match the executors and remember them' },
    permission: 'parties.edit',
    params: shapes.orderParams,
    body: shapes.MatchExecutors,
    result: shapes.ExecutorsMatched,
    run: async (ctx: Ctx, { params, body }) => {
      const choices = body.executors.map(({ key, target }) => ({ key, target: targetFromCode(target) }))
      return { orderId: params.orderId, roadmapId: await matchExecutors(ctx, orderOfPath(params), choices) }
    },
    next: ({ orderId, roadmapId }) => (roadmapId ? `/roadmaps/${roadmapId}/schools` : `/orders/${orderId}/approval`),
    done: 'done.matched',
    form: 'orders.executors',
  }),
  action({
    id: 'orders.approve',
    path: '/orders/:orderId/approve',
    summary: {
      ru: 'Утвердить: создать дорожную карту с обязательствами',
      en: 'Approve: make the roadmap with its obligations',
    },
    permission: 'orders.approve',
    params: shapes.orderParams,
    body: shapes.OnlyVersion,
    result: shapes.RoadmapMade,
    once: true,
    run: async (ctx: Ctx, { params, body }) => ({
      roadmapId: await approveDraft(ctx, orderOfPath(params), body.version),
    }),
    next: ({ roadmapId }) => `/roadmaps/${roadmapId}`,
    done: 'done.approved',
    form: 'orders.approval',
  }),
]

// ---------------------------------------------------------------- roadmaps

const roadmapViews: Route[] = [
  view({
    id: 'roadmaps.list',
    path: '/roadmaps',
    summary: { ru: 'Дорожные карты', en: 'Roadmaps' },
    permission: 'roadmaps.read',
    params: shapes.none,
    query: shapes.none,
    data: shapes.RoadmapList,
    load: (ctx: Ctx) => viewRoadmaps(ctx),
    page: roadmapsPage,
  }),
  view({
    id: 'roadmaps.show',
    path: '/roadmaps/:roadmapId',
    summary: { ru: 'Дорожная карта: разделы и первые мероприятия', en: 'A roadmap: sections and first items' },
    permission: 'roadmaps.read',
    params: shapes.roadmapParams,
    query: shapes.itemsQuery,
    data: shapes.RoadmapView,
    load: (ctx: Ctx, { params, query }) => viewRoadmap(ctx, roadmapOfPath(params), query),
    page: roadmapPage,
  }),
  view({
    id: 'roadmaps.items',
    path: '/roadmaps/:roadmapId/items',
    summary: { ru: 'Мероприятия, по 100, с отбором', en: 'Items, 100 at a time, filtered' },
    permission: 'roadmaps.read',
    params: shapes.roadmapParams,
    query: shapes.itemsQuery,
    data: shapes.ItemChunk,
    load: (ctx: Ctx, { params, query }) => viewItems(ctx, roadmapOfPath(params), query),
  }),
  view({
    id: 'roadmaps.timeline',
    path: '/roadmaps/:roadmapId/timeline',
    summary: { ru: 'Мероприятия по месяцам', en: 'Items by month' },
    permission: 'roadmaps.read',
    params: shapes.roadmapParams,
    query: shapes.timelineQuery,
    data: shapes.TimelineView,
    load: (ctx: Ctx, { params, query }) =>
      viewTimeline(ctx, roadmapOfPath(params), query.zoom ?? 'month', query.section),
    page: timelinePage,
  }),
  view({
    id: 'roadmaps.burning',
    path: '/burning',
    summary: { ru: 'Просроченное и срок в ближайшие 14 дней', en: 'Overdue and due within 14 days' },
    permission: 'roadmaps.read',
    params: shapes.none,
    query: shapes.burningQuery,
    data: shapes.BurningView,
    load: (ctx: Ctx, { query }) => viewBurning(ctx, query.roadmap, query.organisation),
    page: burningPage,
  }),
  view({
    id: 'roadmaps.item',
    path: '/roadmaps/:roadmapId/items/:itemId',
    summary: { ru: 'Карточка мероприятия', en: 'The card of an item' },
    permission: 'roadmaps.read',
    params: shapes.itemParams,
    query: shapes.none,
    data: shapes.ItemView,
    load: (ctx: Ctx, { params }) => viewItem(ctx, roadmapOfPath(params), itemOfPath(params)),
    page: itemPage,
  }),
  view({
    id: 'roadmaps.item-change',
    path: '/roadmaps/:roadmapId/items/:itemId/change',
    summary: { ru: 'Форма изменения мероприятия', en: 'Form for changing an item' },
    permission: 'roadmaps.edit',
    params: shapes.itemParams,
    query: shapes.none,
    data: shapes.ItemChangeView,
    load: (ctx: Ctx, { params }) => viewItemChange(ctx, roadmapOfPath(params), itemOfPath(params)),
    page: itemChangePage,
  }),
  view({
    id: 'roadmaps.schools',
    path: '/roadmaps/:roadmapId/schools',
    summary: { ru: 'Школы дорожной карты', en: 'Schools of a roadmap' },
    permission: 'roadmaps.read',
    params: shapes.roadmapParams,
    query: shapes.none,
    data: shapes.ScopeView,
    load: (ctx: Ctx, { params }) => viewScope(ctx, roadmapOfPath(params)),
    page: scopePage,
  }),
  view({
    id: 'roadmaps.structured',
    path: '/roadmaps/:roadmapId/structured',
    summary: { ru: 'Структурированный приказ после всех правок', en: 'The structured order after every correction' },
    permission: 'roadmaps.read',
    params: shapes.roadmapParams,
    query: shapes.none,
    data: shapes.RoadmapJson,
    load: async (ctx: Ctx, { params }) => ({ order: await structuredOrder(ctx, roadmapOfPath(params)) }),
  }),
]

const roadmapActions: Route[] = [
  action({
    id: 'roadmaps.change-item',
    path: '/roadmaps/:roadmapId/items/:itemId/change',
    summary: {
      ru: 'Изменить срок или исполнителей; без seal только показывает последствия',
      en: 'Change the deadline or the executors; without a seal only shows the effect',
    },
    permission: 'roadmaps.edit',
    params: shapes.itemParams,
    body: shapes.ChangeItem,
    result: shapes.RoadmapMade,
    run: async (ctx: Ctx, { params, body }) => {
      const fields = {
        deadlineText: body.deadlineText ?? '',
        parties: body.parties.map(party => ({ text: party.text, owes: party.owes ?? false })),
        lead: body.lead ?? 0,
      }
      const shown = { version: body.version, seal: body.seal, reason: body.reason }
      await changeItem(ctx, roadmapOfPath(params), itemOfPath(params), fields, shown)
      return { roadmapId: params.roadmapId }
    },
    next: (_result, { params }) => `/roadmaps/${params.roadmapId}/items/${params.itemId}`,
    done: 'done.changed',
    form: 'roadmaps.item-change',
  }),
  action({
    id: 'roadmaps.change-schools',
    path: '/roadmaps/:roadmapId/schools',
    summary: {
      ru: 'Изменить состав школ; без seal только показывает последствия',
      en: 'Change the schools; without a seal only shows the effect',
    },
    permission: 'roadmaps.edit',
    params: shapes.roadmapParams,
    body: shapes.ChangeScope,
    result: shapes.RoadmapMade,
    run: async (ctx: Ctx, { params, body }) => {
      const shown = { version: body.version, seal: body.seal, reason: body.reason }
      await changeScope(ctx, roadmapOfPath(params), body.schools as OrganisationId[], shown)
      return { roadmapId: params.roadmapId }
    },
    next: ({ roadmapId }) => `/roadmaps/${roadmapId}/schools`,
    done: 'done.changed',
    form: 'roadmaps.schools',
  }),
]

const download = (
  format: 'docx' | 'xlsx' | 'ics' | 'json',
  mediaType: string,
  load: (ctx: Ctx, roadmapId: RoadmapId) => Promise<DownloadedFile>,
): Route =>
  file({
    id: `roadmaps.export-${format}`,
    path: `/roadmaps/:roadmapId/roadmap.${format}`,
    summary: { ru: `Дорожная карта файлом ${format.toUpperCase()}`, en: `The roadmap as ${format.toUpperCase()}` },
    permission: 'roadmaps.read',
    params: shapes.roadmapParams,
    query: shapes.none,
    mediaType,
    load: (ctx: Ctx, { params }) => load(ctx, roadmapOfPath(params)),
  })

const downloads: Route[] = [
  download('docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', downloadDocx),
  download('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', downloadXlsx),
  download('ics', 'text/calendar; charset=utf-8', downloadRoadmapIcs),
  download('json', 'application/json; charset=utf-8', downloadJson),
  file({
    id: 'obligations.calendar',
    path: '/obligations/calendar.ics',
    summary: { ru: 'Сроки одной организации календарём', en: 'Deadlines of one organisation as a calendar' },
    permission: 'roadmaps.read',
    params: shapes.none,
    query: Type.Object({
      organisation: Type.Optional(Type.String({ format: 'uuid' })),
      key: Type.Optional(Type.String({ maxLength: 100 })),
    }),
    byLink: true,
    mediaType: 'text/calendar; charset=utf-8',
    load: (ctx: Ctx, { query }) => downloadOrganisationIcs(ctx, query.organisation),
  }),
]

const calendar: Route[] = [
  view({
    id: 'obligations.calendar-page',
    path: '/obligations/calendar-link',
    summary: { ru: 'Как подписаться на сроки организации', en: 'How to subscribe to the deadlines of an organisation' },
    permission: 'roadmaps.read',
    params: shapes.none,
    query: shapes.calendarQuery,
    data: shapes.CalendarView,
    load: (ctx: Ctx, { query }) => viewCalendar(ctx, query.organisation),
    page: calendarPage,
  }),
  action({
    id: 'obligations.make-calendar-link',
    path: '/obligations/calendar-link',
    summary: { ru: 'Получить секретную ссылку на календарь', en: 'Get a secret link to the calendar' },
    permission: 'roadmaps.read',
    params: shapes.none,
    body: shapes.calendarLinkBody,
    result: shapes.CalendarLink,
    form: 'obligations.calendar-page',
    done: 'done.calendarLink',
    run: async (ctx: Ctx, { body }) => {
      const { token } = await makeFeedLink(ctx, askedOrganisation(ctx, body.organisation))
      return { path: `/obligations/calendar.ics?key=${token}` }
    },
    next: (_, { body }) => calendarAddress(body.organisation),
  }),
  action({
    id: 'obligations.revoke-calendar-link',
    path: '/obligations/calendar-link/revoke',
    summary: { ru: 'Отозвать секретную ссылку', en: 'Revoke the secret link' },
    permission: 'roadmaps.read',
    params: shapes.none,
    body: shapes.calendarLinkBody,
    result: shapes.CalendarRevoked,
    form: 'obligations.calendar-page',
    done: 'done.calendarRevoked',
    run: async (ctx: Ctx, { body }) => ({
      revoked: await revokeFeedLink(ctx, askedOrganisation(ctx, body.organisation)),
    }),
    next: (_, { body }) => calendarAddress(body.organisation),
  }),
]

function calendarAddress(organisation: string | undefined): string {
  return `/obligations/calendar-link${organisation ? `?organisation=${organisation}` : ''}`
}

export const routes: readonly Route[] = [
  ...orderViews,
  ...orderActions,
  ...roadmapViews,
  ...roadmapActions,
  ...downloads,
  ...calendar,
]
