/** Addresses at which roadmaps are read. */
import { type Route, view } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import * as shapes from '../contract.ts'
import { structuredOrder } from '../downloads.ts'
import { burningPage } from '../pages/burning/burning-page.tsx'
import { clausePage } from '../pages/clause/clause-page.tsx'
import { itemChangePage } from '../pages/item/item-change-page.tsx'
import { itemCancelPage, itemRestorePage } from '../pages/item/item-fate-page.tsx'
import { itemPage } from '../pages/item/item-page.tsx'
import { newItemPage } from '../pages/item/new-item-page.tsx'
import { periodPage } from '../pages/period/period-page.tsx'
import { roadmapPage } from '../pages/roadmap/roadmap-page.tsx'
import { roadmapsPage } from '../pages/roadmap/roadmaps-page.tsx'
import { scopePage } from '../pages/scope/scope-page.tsx'
import { timelinePage } from '../pages/timeline/timeline-page.tsx'
import {
  viewBurning,
  viewClause,
  viewItem,
  viewItemChange,
  viewItemFate,
  viewItems,
  viewNewItem,
  viewPeriod,
  viewRoadmap,
  viewRoadmaps,
  viewScope,
  viewTimeline,
} from '../views/index.ts'
import { itemOfPath, roadmapOfPath } from './read.ts'

export const roadmapViews: Route[] = [
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
    id: 'roadmaps.item-new',
    path: '/roadmaps/:roadmapId/items/new',
    summary: { ru: 'Форма нового мероприятия', en: 'Form for a new item' },
    permission: 'roadmaps.edit',
    params: shapes.roadmapParams,
    query: shapes.none,
    data: shapes.NewItemView,
    load: (ctx: Ctx, { params }) => viewNewItem(ctx, roadmapOfPath(params)),
    page: newItemPage,
  }),
  view({
    id: 'roadmaps.item-cancel',
    path: '/roadmaps/:roadmapId/items/:itemId/cancel',
    summary: { ru: 'Последствия отмены мероприятия', en: 'The effect of cancelling an item' },
    permission: 'roadmaps.edit',
    params: shapes.itemParams,
    query: shapes.none,
    data: shapes.ItemFateView,
    load: (ctx: Ctx, { params }) => viewItemFate(ctx, roadmapOfPath(params), itemOfPath(params), 'cancel'),
    page: itemCancelPage,
  }),
  view({
    id: 'roadmaps.item-restore',
    path: '/roadmaps/:roadmapId/items/:itemId/restore',
    summary: { ru: 'Последствия возврата мероприятия', en: 'The effect of taking an item back' },
    permission: 'roadmaps.edit',
    params: shapes.itemParams,
    query: shapes.none,
    data: shapes.ItemFateView,
    load: (ctx: Ctx, { params }) => viewItemFate(ctx, roadmapOfPath(params), itemOfPath(params), 'restore'),
    page: itemRestorePage,
  }),
  view({
    id: 'roadmaps.clause',
    path: '/roadmaps/:roadmapId/clauses/:clauseId',
    summary: { ru: 'Карточка пункта приказа', en: 'The card of a clause of the order' },
    permission: 'roadmaps.read',
    params: shapes.clauseParams,
    query: shapes.none,
    data: shapes.ClauseView,
    load: (ctx: Ctx, { params }) => viewClause(ctx, roadmapOfPath(params), params.clauseId),
    page: clausePage,
  }),
  view({
    id: 'roadmaps.period',
    path: '/roadmaps/:roadmapId/period',
    summary: { ru: 'Форма изменения периода плана', en: 'Form for changing the period of the plan' },
    permission: 'roadmaps.edit',
    params: shapes.roadmapParams,
    query: shapes.none,
    data: shapes.PeriodView,
    load: (ctx: Ctx, { params }) => viewPeriod(ctx, roadmapOfPath(params)),
    page: periodPage,
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
