import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Lang, RefusalParams } from '../../core/base/index.ts'
import type { Speaker } from './say.ts'

const flashCookie = 'opora-flash'

/** Leaves the confirmation of an action for the page that comes next: which text, with which values. */
export function leaveFlash(reply: FastifyReply, slice: string, key: string, result: unknown): void {
  const params = Object.fromEntries(
    Object.entries(typeof result === 'object' && result !== null ? result : {}).filter(
      ([, value]) => typeof value === 'number' || (typeof value === 'string' && value.length <= 200),
    ),
  )
  const text = JSON.stringify({ slice, key, params })
  const value = Buffer.from(text.length > 2000 ? JSON.stringify({ slice, key, params: {} }) : text).toString(
    'base64url',
  )
  reply.setCookie(flashCookie, value, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 })
}

/** Takes the confirmation that an action left. It is shown once. */
export function takeFlash(request: FastifyRequest, reply: FastifyReply, lang: Lang, speaker: Speaker): string | null {
  const value = request.cookies[flashCookie]
  if (!value) return null
  reply.clearCookie(flashCookie, { path: '/' })
  try {
    const left = JSON.parse(Buffer.from(value, 'base64url').toString()) as {
      slice: string
      key: string
      params: RefusalParams
    }
    return speaker.text(left.slice, left.key, left.params, lang)
  } catch {
    return null // a cookie that somebody wrote by hand
  }
}
