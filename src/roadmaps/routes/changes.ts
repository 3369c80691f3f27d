/** Addresses that change a running roadmap. */
import type { OrganisationId } from '../../core/base/index.ts'
import { action, type Route } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { changeItem, changeScope } from '../actions/index.ts'
import * as shapes from '../contract.ts'
import { itemOfPath, roadmapOfPath } from './read.ts'

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
