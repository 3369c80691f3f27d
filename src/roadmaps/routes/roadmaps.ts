/** Addresses at which roadmaps are read. */
import { type Route, view } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import * as shapes from '../contract.ts'
import { structuredOrder } from '../downloads.ts'
import { burningPage } from '../pages/burning/burning-page.tsx'
import { itemChangePage } from '../pages/item/item-change-page.tsx'
import { itemPage } from '../pages/item/item-page.tsx'
import { roadmapPage } from '../pages/roadmap/roadmap-page.tsx'
import { roadmapsPage } from '../pages/roadmap/roadmaps-page.tsx'
import { scopePage } from '../pages/scope/scope-page.tsx'
import { timelinePage } from '../pages/timeline/timeline-page.tsx'
import {
  viewBurning,
  viewItem,
  viewItemChange,
  viewItems,
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
