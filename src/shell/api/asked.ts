import type { FastifyRequest } from 'fastify'
import type { Gate, Session } from '../../authorities/contract.ts'
import { dateIn } from '../../authorities/index.ts'
import type { Lang } from '../../core/base/index.ts'
import { refuse } from '../../core/base/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'

/** Who asks, in which language, when: found once per request. */
export interface Asked {
  readonly lang: Lang
  readonly token: string | null
  readonly session: Session | null
  readonly now: Date
  readonly requestId: string
  /** True under `/api`: answers are JSON and refusals are problems; else pages. */
  readonly api: boolean
}

export const sessionCookie = 'opora'
export const langCookie = 'opora-lang'

/** Finds the session behind a request (bearer key or cookie) and the language of its reader. */
export async function askedBy(request: FastifyRequest, gate: Gate): Promise<Asked> {
  const now = new Date()
  const token = tokenOf(request)
  const session = token ? await gate.sessionOf(token, now) : null
  return { ...anonymous(request, now), token, session }
}

/** The same without looking for a session: for pages that must appear even when the database does not answer. */
export function anonymous(request: FastifyRequest, now = new Date()): Asked {
  const api = request.url.startsWith('/api/')
  return { lang: langOf(request), token: null, session: null, now, requestId: request.id, api }
}

/** The key of the session in the header or in the cookie. A header wins: a program knows what it sends. */
export function tokenOf(request: FastifyRequest): string | null {
  const bearer = /^Bearer ([\w-]{16,200})$/.exec(request.headers.authorization ?? '')
  return bearer?.[1] ?? request.cookies[sessionCookie] ?? null
}

/** Pages: the language chosen in the header, else Russian. A program says its own in Accept-Language. */
export function langOf(request: FastifyRequest): Lang {
  const chosen = request.cookies?.[langCookie] // absent when the address could not even be decoded
  if (chosen === 'ru' || chosen === 'en') return chosen
  if (!request.url.startsWith('/api/')) return 'ru'
  for (const part of (request.headers['accept-language'] ?? '').split(',')) {
    const lang = part.trim().slice(0, 2).toLowerCase()
    if (lang === 'ru' || lang === 'en') return lang
  }
  return 'ru'
}

/**
 * What the request may reach, as actions and views get it.
 *
 * @throws refuse('unauthenticated', 'shell/sign-in-first'), refuse('forbidden', 'shell/choose-seat-first' | 'shell/no-permission')
 */
export function admitted(asked: Asked, permission: string, gate: Gate): Omit<Ctx, 'tx'> {
  if (!asked.session) throw refuse('unauthenticated', 'shell/sign-in-first')
  const active = asked.session.active
  if (!active) throw refuse('forbidden', 'shell/choose-seat-first')
  if (permission !== 'signed-in' && !gate.mayUse(active.who.seat, permission))
    throw refuse('forbidden', 'shell/no-permission')
  return {
    who: active.who,
    scope: active.scope,
    now: asked.now,
    today: dateIn(active.timeZone, asked.now),
    lang: asked.lang,
    requestId: asked.requestId,
  }
}
