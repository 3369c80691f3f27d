/** Addresses that change a running roadmap. */
import type { Static } from 'typebox'
import type { IsoDate, OrganisationId } from '../../core/base/index.ts'
import { action, type Route, type Summary } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import {
  addRunningItem,
  changeItem,
  changeItemFate,
  changePeriod,
  changeScope,
  type Fate,
  type Shown,
} from '../actions/index.ts'
import * as shapes from '../contract.ts'
import { itemOfPath, lines, orNull, roadmapOfPath } from './read.ts'

export const changes: Route[] = [
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
      const shown = shownIn(body)
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
      const shown = shownIn(body)
      await changeScope(ctx, roadmapOfPath(params), body.schools as OrganisationId[], shown)
      return { roadmapId: params.roadmapId }
    },
    next: ({ roadmapId }) => `/roadmaps/${roadmapId}/schools`,
    done: 'done.changed',
    form: 'roadmaps.schools',
  }),
  action({
    id: 'roadmaps.add-item',
    path: '/roadmaps/:roadmapId/items',
    summary: {
      ru: 'Добавить мероприятие; без seal только показывает последствия',
      en: 'Add an item; without a seal only shows the effect',
    },
    permission: 'roadmaps.edit',
    params: shapes.roadmapParams,
    body: shapes.NewItem,
    result: shapes.ItemMade,
    once: true,
    run: async (ctx: Ctx, { params, body }) => {
      const fields = {
        number: orNull(body.number),
        title: body.title,
        sectionId: orNull(body.sectionId),
        deadlineText: body.deadlineText ?? '',
        parties: body.parties.map(party => ({ text: party.text, owes: party.owes ?? false })),
        lead: body.lead ?? 0,
        results: lines(body.results),
      }
      const itemId = await addRunningItem(ctx, roadmapOfPath(params), fields, shownIn(body))
      return { roadmapId: params.roadmapId, itemId }
    },
    next: ({ roadmapId, itemId }) => `/roadmaps/${roadmapId}/items/${itemId}`,
    done: 'done.added',
    form: 'roadmaps.item-new',
  }),
  fateChange('cancel', {
    ru: 'Отменить мероприятие приказом; без seal только показывает последствия',
    en: 'Cancel an item by an order; without a seal only shows the effect',
  }),
  fateChange('restore', {
    ru: 'Вернуть отменённое мероприятие; без seal только показывает последствия',
    en: 'Take a cancelled item back; without a seal only shows the effect',
  }),
  action({
    id: 'roadmaps.change-period',
    path: '/roadmaps/:roadmapId/period',
    summary: {
      ru: 'Изменить последний день плана; без seal только показывает последствия',
      en: 'Change the last day of the plan; without a seal only shows the effect',
    },
    permission: 'roadmaps.edit',
    params: shapes.roadmapParams,
    body: shapes.ChangePeriod,
    result: shapes.RoadmapMade,
    run: async (ctx: Ctx, { params, body }) => {
      await changePeriod(ctx, roadmapOfPath(params), body.planEnd as IsoDate, shownIn(body))
      return { roadmapId: params.roadmapId }
    },
    next: ({ roadmapId }) => `/roadmaps/${roadmapId}`,
    done: 'done.changed',
    form: 'roadmaps.period',
  }),
]

/** Cancelling an item and taking it back differ in nothing but their names. */
function fateChange(fate: Fate, summary: Summary): Route {
  return action({
    id: `roadmaps.${fate}-item`,
    path: `/roadmaps/:roadmapId/items/:itemId/${fate}`,
    summary,
    permission: 'roadmaps.edit',
    params: shapes.itemParams,
    body: shapes.ChangeItemFate,
    result: shapes.RoadmapMade,
    run: async (ctx: Ctx, { params, body }) => {
      await changeItemFate(ctx, roadmapOfPath(params), itemOfPath(params), fate, shownIn(body))
      return { roadmapId: params.roadmapId }
    },
    next: (_result, { params }) => `/roadmaps/${params.roadmapId}/items/${params.itemId}`,
    done: `done.${fate}`,
    form: `roadmaps.item-${fate}`,
  })
}

function shownIn(body: Static<typeof shapes.ChangeItemFate>): Shown {
  return {
    version: body.version,
    seal: body.seal,
    reason: body.reason,
    orderNumber: body.orderNumber,
    orderDate: body.orderDate as IsoDate | null | undefined,
  }
}
