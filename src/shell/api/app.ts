import { randomUUID } from 'node:crypto'
import cookies from '@fastify/cookie'
import formBody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import type { Gate } from '../../authorities/contract.ts'
import { type Catalogue, type Messages, Refusal, refuse } from '../../core/base/index.ts'
import type { Slice } from '../../core/web/index.ts'
import type { Database } from '../../platform/postgres/index.ts'
import { buildAssets } from '../web/assets.ts'
import { webTexts } from '../web/texts.ts'
import { type Shell, sendRefusal } from './answer.ts'
import { anonymous, askedBy } from './asked.ts'
import { openAssets } from './asset-routes.ts'
import { compressAnswers } from './compress.ts'
import { type Config, defaultConfig } from './config.ts'
import { guard, headers as guardHeaders } from './guard.ts'
import { methodsOf } from './known-addresses.ts'
import { makeSpeaker } from './say.ts'
import { openShell } from './shell-routes.ts'
import { openSlice } from './slice-routes.ts'
import { shellTexts } from './texts.ts'

export interface AppParts {
  readonly db: Database
  /** Lower slices first. */
  readonly slices: readonly Slice[]
  readonly gate: Gate
  /** Texts of refusals that come from below the slices: the platform's catalogues by name. */
  readonly platformTexts?: readonly (readonly [string, Catalogue<Messages>])[]
  readonly config?: Partial<Config>
}

/** Bodies that are no files: JSON and plain forms, in bytes. */
const plainBodyLimit = 8 * 1024 * 1024

/**
 * The whole product as a server that does not listen yet: pages, forms, `/api/v1`, the OpenAPI document, assets.
 *
 * @example const app = await buildApp({ db, slices, gate }); await app.listen({ port: 8080 })
 */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const config = { ...defaultConfig, ...parts.config }
  const shell: Shell = {
    db: parts.db,
    slices: parts.slices,
    gate: parts.gate,
    config,
    speaker: makeSpeaker([
      ['shell', shellTexts],
      ['web', webTexts],
      ...(parts.platformTexts ?? []),
      ...parts.slices.map(slice => [slice.name, slice.texts] as const),
    ]),
    assets: await buildAssets(),
    navigation: parts.slices.flatMap(slice => slice.navigation),
  }
  const app = Fastify({
    genReqId: () => randomUUID(),
    bodyLimit: plainBodyLimit,
    requestTimeout: 120_000,
    // The proxy in front and nobody before it: what a browser writes about its own address is not believed.
    trustProxy: config.publicOrigin === null ? false : (_address, hop) => hop === 0,
    logger: config.logLevel === 'silent' ? false : logging(config.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    // An address that cannot even be decoded reaches no route and no hook.
    frameworkErrors: (_error, request, reply) => {
      reply.headers(guardHeaders)
      sendRefusal(shell, anonymous(request), request, reply, refuse('not-found', 'shell/no-page'))
    },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  await app.register(cookies)
  await app.register(multipart)
  // Left as text: it is taken apart where a refusal can still be shown on the page of the form.
  await app.register(formBody, { bodyLimit: plainBodyLimit, parser: text => text as never })
  guard(app, config)
  compressAnswers(app)
  refuseWell(app, shell)
  logAnswers(app)
  openAssets(app, shell.assets)
  openShell(app, shell)
  for (const slice of shell.slices) openSlice(app, shell, slice)
  return app
}

/** Every error becomes a refusal that a person or a program can read; a bug is logged and says only its number. */
function refuseWell(app: FastifyInstance, shell: Shell): void {
  app.setErrorHandler(async (error: FastifyError | Refusal, request, reply) => {
    const refusal = error instanceof Refusal ? error : refusalFor(error, request)
    if (refusal.code === 'shell/bug') request.log.error({ err: error }, 'bug')
    const asked = await askedBy(request, shell.gate).catch(() => anonymous(request))
    return sendRefusal(shell, asked, request, reply, refusal)
  })
  app.setNotFoundHandler(async (request, reply) => {
    const methods = methodsOf(shell.slices, request.url)
    const asked = await askedBy(request, shell.gate)
    if (methods.length === 0) return sendRefusal(shell, asked, request, reply, refuse('not-found', 'shell/no-page'))
    reply.header('allow', methods.join(', '))
    return sendRefusal(shell, asked, request, reply, refuse('invalid', 'shell/no-method', { method: request.method }))
  })
}

function refusalFor(error: FastifyError, request: FastifyRequest): Refusal {
  switch (error.statusCode) {
    case 413:
      return refuse('too-large', 'shell/form-too-large', { limitMb: request.routeOptions.bodyLimit / 1024 / 1024 })
    case 415:
      return refuse('unsupported', 'shell/unsupported-type')
    case 404:
      return refuse('not-found', 'shell/no-page')
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? refuse('invalid', 'shell/unreadable-body')
        : refuse('invalid', 'shell/bug', { requestId: request.id })
  }
}

/** One line per answer: no query (people search for names), no headers, no body. */
function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const path = request.url.split('?')[0]
    const ms = Math.round(reply.elapsedTime)
    request.log.info({ method: request.method, path, status: reply.statusCode, ms }, 'answered')
  })
}

function logging(level: string) {
  return {
    level,
    redact: ['req.headers.authorization', 'req.headers.cookie', 'err.params', 'err.details', 'err.parameters'],
    serializers: {
      req: (request: { method: string; id: string }) => ({ method: request.method, id: request.id }),
    },
  }
}
