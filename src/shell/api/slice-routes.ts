import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { TObject } from 'typebox'
import { Refusal, refuse } from '../../core/base/index.ts'
import type { Action, FileRoute, RefusedForm, Route, Slice, View } from '../../core/web/index.ts'
import { type Ctx, once, type Tx, withCtx } from '../../platform/postgres/index.ts'
import { pageEnv, refusedForm, type Shell, safeNext, sendPage } from './answer.ts'
import { type Asked, admitted, askedBy } from './asked.ts'
import { leaveFlash } from './flash.ts'
import { readBody, type SentBody, shapeBody, shapeParams, shapeQuery } from './input.ts'
import { statusOf } from './problem.ts'

type AnyView = View<Tx, TObject, TObject, TObject>
type AnyAction = Action<Tx, TObject, TObject, TObject>
type AnyFile = FileRoute<Tx, TObject, TObject>

export const apiPrefix = '/api/v1'

/** Opens the addresses of a slice: pages and forms as they are declared, the same under `/api/v1` for programs. */
export function openSlice(app: FastifyInstance, shell: Shell, slice: Slice): void {
  for (const route of slice.routes) {
    if (route.permission === 'public')
      throw new Error(`${route.id}: a slice has no scope for readers without a session`)
    if (route.kind === 'view') openView(app, shell, route)
    else if (route.kind === 'file') openFile(app, shell, route)
    else openAction(app, shell, slice, route)
  }
}

function openView(app: FastifyInstance, shell: Shell, view: AnyView): void {
  const load = async (request: FastifyRequest) => {
    const asked = await askedBy(request, shell.gate)
    const ctx = admitted(asked, view.permission, shell.gate)
    const params = shapeParams(view.params, request.params, asked.lang)
    const query = shapeQuery(view.query, request.query, asked.lang)
    return { asked, data: await withCtx(shell.db, ctx, full => view.load(full, { params, query }), 'read') }
  }
  app.get(apiPrefix + view.path, async (request, reply) => {
    const { data } = await load(request)
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(data))
  })
  const show = view.page
  if (!show) return
  app.get(view.path, async (request, reply) => {
    const { asked, data } = await load(request)
    const env = pageEnv(shell, asked, request, reply, null)
    return sendPage(shell, asked, request, reply, show(data, env), env)
  })
}

function openFile(app: FastifyInstance, shell: Shell, file: AnyFile): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const asked = await readerOf(request, shell, file)
    const ctx = admitted(asked, file.permission, shell.gate)
    const params = shapeParams(file.params, request.params, asked.lang)
    const query = shapeQuery(file.query, request.query, asked.lang)
    const made = await withCtx(shell.db, ctx, full => file.load(full, { params, query }), 'read')
    const bytes = typeof made.bytes === 'string' ? made.bytes : Buffer.from(made.bytes)
    return reply.type(file.mediaType).header('content-disposition', disposition(made.fileName)).send(bytes)
  }
  app.get(file.path, handler)
  app.get(apiPrefix + file.path, handler)
}

/** The address at which this installation is reached. */
export function originOf(request: FastifyRequest, shell: Shell): string {
  return shell.config.publicOrigin ?? `${request.protocol}://${request.host}`
}

/** A calendar program has no session: for files that say so, the key of a secret link stands for one. */
async function readerOf(request: FastifyRequest, shell: Shell, file: AnyFile): Promise<Asked> {
  const asked = await askedBy(request, shell.gate)
  const { key } = request.query as { key?: unknown }
  if (!file.byLink || asked.session || typeof key !== 'string') return asked
  const session = await shell.gate.sessionOfLink(key)
  if (!session) throw refuse('not-found', 'shell/no-page') // a program is not sent to the page of sign-in
  return { ...asked, session }
}

function openAction(app: FastifyInstance, shell: Shell, slice: Slice, action: AnyAction): void {
  const limitMb = action.uploadLimitMb ?? shell.config.uploadLimitMb
  const config = { uploadLimitMb: limitMb }
  app.post(apiPrefix + action.path, { config }, async (request, reply) => {
    const asked = await askedBy(request, shell.gate)
    const { result } = await perform(shell, asked, request, action, () =>
      readBody(request, limitMb, action.filesAtMost),
    )
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(result ?? null))
  })
  app.post(action.path, { config }, async (request, reply) => {
    const asked = await askedBy(request, shell.gate)
    let sent: SentBody | null = null
    try {
      const { result, input } = await perform(shell, asked, request, action, async () => {
        sent = await readBody(request, limitMb, action.filesAtMost)
        return sent
      })
      if (action.done)
        leaveFlash(reply, slice.name, action.done, { ...(result as object | null), origin: originOf(request, shell) })
      return reply.redirect(safeNext(action.next(result, input)), 303)
    } catch (error) {
      const view = action.form === undefined ? null : viewById(shell, action.form)
      if (!(error instanceof Refusal) || !asked.session?.active || !view) throw error
      const values = (sent as SentBody | null)?.typed ?? {}
      const form = refusedForm(shell, asked, action.id, error, values)
      return showAgain(shell, asked, request, reply, view, form, error)
    }
  })
}

/** Shape, permission, transaction: everything between a request and the action itself. */
async function perform(
  shell: Shell,
  asked: Asked,
  request: FastifyRequest,
  action: AnyAction,
  read: () => Promise<SentBody>,
) {
  const ctx = admitted(asked, action.permission, shell.gate)
  const params = shapeParams(action.params, request.params, asked.lang)
  const sent = await read()
  const input = { params, body: shapeBody(action.body, sent, asked.lang) }
  const key = action.once ? sent.requestKey : null
  const what = [action.id, ...Object.values(params)].join(' ')
  const run = (full: Ctx) => action.run(full, input)
  const result = await withCtx(shell.db, ctx, full => (key ? once(full, what, key, () => run(full)) : run(full)))
  return { result, input }
}

/** The page of a refused form: the same view, what was typed kept, the reason above it. */
async function showAgain(
  shell: Shell,
  asked: Asked,
  request: FastifyRequest,
  reply: FastifyReply,
  view: AnyView,
  form: RefusedForm,
  refusal: Refusal,
) {
  const ctx = admitted(asked, view.permission, shell.gate)
  const params = shapeParams(view.params, request.params, asked.lang)
  const query = shapeQuery(view.query, request.query, asked.lang)
  const data = await withCtx(shell.db, ctx, full => view.load(full, { params, query }), 'read')
  const env = pageEnv(shell, asked, request, reply.status(statusOf(refusal)), form)
  const page = view.page?.(data, env)
  if (!page) throw refusal
  return sendPage(shell, asked, request, reply, page, env)
}

function viewById(shell: Shell, id: string): AnyView | null {
  for (const slice of shell.slices) {
    const found = slice.routes.find((route: Route) => route.id === id)
    if (found?.kind === 'view' && found.page) return found
  }
  return null
}

/**
 * The header that names a download, Cyrillic included (RFC 6266).
 * @example disposition('План.docx') // `attachment; filename="____.docx"; filename*=UTF-8''%D0%9F…`
 */
export function disposition(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    each => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
