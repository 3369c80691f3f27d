/** Addresses at which orders and their drafts are read. */
import { Type } from 'typebox'
import { refuse } from '../../core/base/index.ts'
import { file, type Route, view } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import * as shapes from '../contract.ts'
import { approvalPage } from '../pages/approval/approval-page.tsx'
import { executorsPage } from '../pages/executors/executors-page.tsx'
import { ordersPage } from '../pages/orders/orders-page.tsx'
import { uploadPage } from '../pages/orders/upload-page.tsx'
import { reviewPage } from '../pages/review/review-page.tsx'
import { findFile } from '../store/orders.ts'
import { viewDeadline, viewDraft, viewExecutors, viewOrders, viewPreview } from '../views/index.ts'
import { orderOfPath } from './read.ts'

export const orderViews: Route[] = [
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
    load: (ctx: Ctx, { params, query }) => viewDraft(ctx, orderOfPath(params), query.edit, query.at),
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
