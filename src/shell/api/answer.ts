import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Gate } from '../../authorities/contract.ts'
import { dateIn } from '../../authorities/index.ts'
import type { Refusal } from '../../core/base/index.ts'
import type { NavigationEntry, Page, PageEnv, RefusedForm, Slice } from '../../core/web/index.ts'
import type { Database } from '../../platform/postgres/index.ts'
import type { Assets } from '../web/assets.ts'
import { navigationFor, type ShownNavigation } from '../web/navigation.ts'
import { troublePage } from '../web/pages/trouble.tsx'
import { renderDocument } from '../web/render.tsx'
import { webTexts } from '../web/texts.ts'
import type { Asked } from './asked.ts'
import type { Config } from './config.ts'
import { takeFlash } from './flash.ts'
import { problemOf, statusOf } from './problem.ts'
import type { Speaker } from './say.ts'

/** What every handler works with. */
export interface Shell {
  readonly db: Database
  readonly slices: readonly Slice[]
  readonly gate: Gate
  readonly config: Config
  readonly speaker: Speaker
  readonly assets: Assets
  readonly navigation: readonly NavigationEntry[]
}

/** What a page is given beside its data. */
export function pageEnv(
  shell: Shell,
  asked: Asked,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: RefusedForm | null,
): PageEnv {
  const active = asked.session?.active ?? null
  const timeZone = active?.timeZone ?? 'Europe/Moscow'
  return {
    lang: asked.lang,
    who: active?.who ?? null,
    today: dateIn(timeZone, asked.now),
    timeZone,
    url: request.url,
    requestKey: randomUUID,
    may: permission => mayUse(shell, asked, permission),
    refusalText: refusal => shell.speaker.refusal(refusal, asked.lang),
    refused,
    flash: takeFlash(request, reply, asked.lang, shell.speaker),
  }
}

export function mayUse(shell: Shell, asked: Asked, permission: string): boolean {
  const seat = asked.session?.active?.who.seat
  if (permission === 'public') return true
  return seat !== undefined && (permission === 'signed-in' || shell.gate.mayUse(seat, permission))
}

/** Sends a page in its frame. */
export function sendPage(
  shell: Shell,
  asked: Asked,
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  env: Pick<PageEnv, 'flash' | 'refused'>,
): FastifyReply {
  const session = asked.session
  const offer = session?.seats.find(each => each.grantId === session.active?.grantId)
  const seat = session?.active?.who.seat
  const frame = {
    lang: asked.lang,
    assets: shell.assets,
    version: shell.config.version,
    person: session
      ? {
          name: session.personName,
          seat: seat ? shell.gate.seatName(seat, asked.lang) : null,
          manySeats: session.seats.length > 1,
        }
      : null,
    territory: offer ? [offer.organisationName, offer.territoryName].filter(Boolean).join(', ') : null,
    navigation: shownNavigation(shell, asked, request),
    url: request.method === 'GET' ? request.url : '/',
    flash: env.flash,
  }
  const html = renderDocument(page, frame, env.refused !== null)
  return reply.type('text/html; charset=utf-8').send(html)
}

export function shownNavigation(shell: Shell, asked: Asked, request: FastifyRequest): ShownNavigation {
  if (!asked.session?.active) return []
  const home: NavigationEntry = {
    group: 'work',
    href: '/',
    text: { ru: webTexts.ru.frame.home, en: webTexts.en.frame.home },
    permission: 'signed-in',
  }
  const path = request.url.split('?')[0] ?? '/'
  return navigationFor([home, ...shell.navigation], permission => mayUse(shell, asked, permission), path, asked.lang)
}

/** Answers a refusal: a problem to a program; to a person the way to sign in or a page that says what to do. */
export function sendRefusal(
  shell: Shell,
  asked: Asked,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): FastifyReply {
  const status = statusOf(refusal)
  if (refusal.kind === 'busy') reply.header('retry-after', '30')
  if (asked.api) {
    const problem = problemOf(refusal, status, asked.lang, asked.requestId, shell.speaker)
    return reply
      .status(status)
      .header('vary', 'accept-language')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem))
  }
  const here = request.method === 'GET' ? request.url : (ownPath(request.headers.referer, request) ?? '/')
  if (refusal.code === 'shell/sign-in-first') return reply.redirect(`/sign-in?next=${encodeURIComponent(here)}`, 303)
  if (refusal.code === 'shell/choose-seat-first') return reply.redirect(`/seat?next=${encodeURIComponent(here)}`, 303)
  const back = ownPath(request.headers.referer, request)
  const message = shell.speaker.refusal(refusal, asked.lang)
  const page = troublePage(asked.lang, status, message, asked.requestId, back === request.url ? null : back)
  return sendPage(shell, asked, request, reply.status(status), page, { flash: null, refused: null })
}

/** What a refused form shows: the reason, the fields, what was typed. Files and passwords are not typed back. */
export function refusedForm(
  shell: Shell,
  asked: Asked,
  action: string,
  refusal: Refusal,
  values: Readonly<Record<string, unknown>>,
): RefusedForm {
  const problem = problemOf(refusal, statusOf(refusal), asked.lang, asked.requestId, shell.speaker)
  const shown = Object.entries(values).filter(([name, value]) => !/password/i.test(name) && !hasBytes(value))
  return {
    action,
    code: refusal.code,
    params: refusal.params,
    message: problem.detail,
    fields: problem.fields ?? {},
    values: Object.fromEntries(shown),
    details: problem.details,
  }
}

/** An address that leads into this site, or the home page: a form may not be used to send a reader elsewhere. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/'
}

function ownPath(referer: string | undefined, request: FastifyRequest): string | null {
  if (!referer) return null
  try {
    const { host, pathname, search } = new URL(referer)
    return host === request.headers.host ? safeNext(pathname + search) : null
  } catch {
    return null
  }
}

function hasBytes(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasBytes)
  return typeof value === 'object' && value !== null && 'bytes' in value
}
