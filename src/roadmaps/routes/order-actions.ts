/** What becomes of an order: uploaded, its executors matched, approved. */
import { Type } from 'typebox'
import { refuse } from '../../core/base/index.ts'
import { action, type Route, Upload } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { approveDraft, matchExecutors, uploadOrder } from '../actions/index.ts'
import * as shapes from '../contract.ts'
import { targetFromCode } from '../model/index.ts'
import { orderOfPath } from './read.ts'

export const orderActions: Route[] = [
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
