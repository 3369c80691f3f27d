import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Session } from '../../authorities/contract.ts'
import { type GrantId, Refusal, refuse } from '../../core/base/index.ts'
import type { Page, PageEnv, RefusedForm, Waiting } from '../../core/web/index.ts'
import { withCtx } from '../../platform/postgres/index.ts'
import { apiPage } from '../web/pages/api.tsx'
import { homePage } from '../web/pages/home.tsx'
import { seatPage } from '../web/pages/seat.tsx'
import { signInPage } from '../web/pages/sign-in.tsx'
import { mayUse, pageEnv, refusedForm, type Shell, safeNext, sendPage, shownNavigation } from './answer.ts'
import { type Asked, admitted, askedBy, langCookie, langOf, sessionCookie } from './asked.ts'
import { readBody, type SentBody, shapeBody } from './input.ts'
import { permissionOf } from './known-addresses.ts'
import { openApiOf } from './openapi.ts'
import { statusOf } from './problem.ts'
import { SignInBody, TakeSeatBody } from './shell-operations.ts'
import { apiPrefix, originOf } from './slice-routes.ts'

/** A login, a password, an address to come back to: nobody has to be signed in to send these, so they are short. */
const smallMb = 1
const smallForm = { bodyLimit: smallMb * 1024 * 1024 }

/** Addresses of the shell itself: home, sign-in, seats, language, the description of the interface, health. */
export function openShell(app: FastifyInstance, shell: Shell): void {
  openHome(app, shell)
  openSignIn(app, shell)
  openSeat(app, shell)
  openDescription(app, shell)
  app.post('/language', smallForm, async (request, reply) => {
    const { typed } = await readBody(request, smallMb)
    const lang = typed['lang'] === 'en' ? 'en' : 'ru'
    reply.setCookie(langCookie, lang, { ...cookie(shell), maxAge: 365 * 86_400 })
    return reply.redirect(safeNext(typed['next']), 303)
  })
  for (const path of ['/health', `${apiPrefix}/health`])
    app.get(path, async () => ({ ok: true, version: shell.config.version }))
}

function openHome(app: FastifyInstance, shell: Shell): void {
  app.get('/', async (request, reply) => {
    const asked = await askedBy(request, shell.gate)
    const ctx = admitted(asked, 'signed-in', shell.gate)
    const waiting = await withCtx(
      shell.db,
      ctx,
      async full => {
        const found: Waiting[] = []
        for (const slice of shell.slices) found.push(...((await slice.waiting?.(full)) ?? []))
        // What the seat may not open does not wait for it.
        return found.filter(line => mayUse(shell, asked, permissionOf(shell.slices, line.href) ?? 'signed-in'))
      },
      'read',
    )
    const places = shownNavigation(shell, asked, request)
      .map(({ group, entries }) => ({ group, entries: entries.filter(entry => entry.href !== '/') }))
      .filter(({ entries }) => entries.length > 0)
    return show(shell, asked, request, reply, env => homePage(env, waiting, places))
  })
}

function openSignIn(app: FastifyInstance, shell: Shell): void {
  const signIn = async (request: FastifyRequest, reply: FastifyReply, asked: Asked, sent: SentBody) => {
    const { login, password } = shapeBody(SignInBody, without(sent, 'next'), asked.lang) as Static<typeof SignInBody>
    // The session of this browser begins anew: who knew the earlier key, or left it behind, has nothing to go on with.
    const replaces = request.cookies[sessionCookie] ?? null
    const made = await shell.gate.signIn({ login, password, ip: request.ip, replaces }, asked.now)
    reply.setCookie(sessionCookie, made.token, cookie(shell))
    return made
  }
  const signOut = async (reply: FastifyReply, asked: Asked) => {
    if (asked.token) await shell.gate.signOut(asked.token, asked.now)
    reply.clearCookie(sessionCookie, cookie(shell))
  }
  app.get('/sign-in', async (request, reply) => {
    const asked = await askedBy(request, shell.gate)
    const next = safeNext((request.query as Record<string, unknown>)['next'])
    if (asked.session) return reply.redirect(next, 303)
    return show(shell, asked, request, reply, env => signInPage(env, next))
  })
  app.post('/sign-in', smallForm, async (request, reply) => {
    const asked = await askedBy(request, shell.gate)
    const sent = await readBody(request, smallMb)
    const next = safeNext(sent.typed['next'])
    return orShowAgain(
      shell,
      asked,
      request,
      reply,
      'shell.sign-in',
      sent,
      env => signInPage(env, next),
      async () => {
        const { session } = await signIn(request, reply, asked, sent)
        return reply.redirect(session.active ? next : `/seat?next=${encodeURIComponent(next)}`, 303)
      },
    )
  })
  app.post('/sign-out', smallForm, async (request, reply) => {
    await signOut(reply, await askedBy(request, shell.gate))
    return reply.redirect('/sign-in', 303)
  })
  app.post(`${apiPrefix}/sign-in`, smallForm, async (request, reply) => {
    const asked = await askedBy(request, shell.gate)
    const made = await signIn(request, reply, asked, await readBody(request, smallMb))
    return { token: made.token, session: shown(made.session) }
  })
  app.post(`${apiPrefix}/sign-out`, smallForm, async (request, reply) => {
    await signOut(reply, await askedBy(request, shell.gate))
    return { signedOut: true }
  })
}

function openSeat(app: FastifyInstance, shell: Shell): void {
  const signedIn = async (request: FastifyRequest) => {
    const asked = await askedBy(request, shell.gate)
    if (!asked.session || !asked.token) throw refuse('unauthenticated', 'shell/sign-in-first')
    return { asked, session: asked.session, token: asked.token }
  }
  const take = async (asked: Asked, token: string, sent: SentBody) => {
    const { grantId } = shapeBody(TakeSeatBody, without(sent, 'next'), asked.lang) as Static<typeof TakeSeatBody>
    return shell.gate.takeSeat(token, grantId as GrantId, asked.now)
  }
  const page = (asked: Asked, session: Session, next: string) => (env: PageEnv) => {
    const offers = session.seats.map(seat => ({ ...seat, name: shell.gate.seatName(seat.seat, asked.lang) }))
    return seatPage(env, offers, session.active?.grantId ?? null, next)
  }
  app.get('/seat', async (request, reply) => {
    const { asked, session } = await signedIn(request)
    const next = safeNext((request.query as Record<string, unknown>)['next'])
    return show(shell, asked, request, reply, page(asked, session, next))
  })
  app.post('/seat', smallForm, async (request, reply) => {
    const { asked, session, token } = await signedIn(request)
    const sent = await readBody(request, smallMb)
    const next = safeNext(sent.typed['next'])
    return orShowAgain(shell, asked, request, reply, 'shell.take-seat', sent, page(asked, session, next), async () => {
      await take(asked, token, sent)
      return reply.redirect(next, 303)
    })
  })
  app.get(`${apiPrefix}/me`, async request => shown((await signedIn(request)).session))
  app.post(`${apiPrefix}/seat`, smallForm, async request => {
    const { asked, token } = await signedIn(request)
    return shown(await take(asked, token, await readBody(request, smallMb)))
  })
}

function openDescription(app: FastifyInstance, shell: Shell): void {
  const documentFor = (request: FastifyRequest) => {
    const origin = originOf(request, shell)
    return openApiOf(shell.slices, shell.config.version, origin, langOf(request))
  }
  app.get('/api/openapi.json', async (request, reply) =>
    reply.header('vary', 'accept-language').send(documentFor(request)),
  )
  app.get('/api', async (request, reply) => {
    // A page for people, although its address begins like those of programs.
    const asked = { ...(await askedBy(request, shell.gate)), api: false }
    return show(shell, asked, request, reply, env => apiPage(env, documentFor(request), shell.slices))
  })
}

function show(shell: Shell, asked: Asked, request: FastifyRequest, reply: FastifyReply, page: (env: PageEnv) => Page) {
  const env = pageEnv(shell, asked, request, reply, null)
  return sendPage(shell, asked, request, reply, page(env), env)
}

/** Does what a form of the shell asks; when it is refused, shows its page again with the reason. */
async function orShowAgain(
  shell: Shell,
  asked: Asked,
  request: FastifyRequest,
  reply: FastifyReply,
  action: string,
  sent: SentBody,
  page: (env: PageEnv) => Page,
  act: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const form: RefusedForm = refusedForm(shell, asked, action, error, sent.typed)
    const env = pageEnv(shell, asked, request, reply.status(statusOf(error)), form)
    return sendPage(shell, asked, request, reply, page(env), env)
  }
}

function without(sent: SentBody, name: string): SentBody {
  const { [name]: _, ...typed } = sent.typed
  return { ...sent, typed }
}

function shown(session: Session) {
  return {
    personName: session.personName,
    seats: session.seats,
    activeGrantId: session.active?.grantId ?? null,
  }
}

function cookie(shell: Shell) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: shell.config.secureCookies } as const
}
