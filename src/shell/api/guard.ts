import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '../../core/base/index.ts'
import { sessionCookie } from './asked.ts'
import type { Config } from './config.ts'

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** What every answer carries, whatever it is. */
export const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
} as const

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Headers that every answer carries, and the refusals that come before anything is read: other sites, too much data. */
export function guard(app: FastifyInstance, config: Config): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    if (config.secureCookies) reply.header('strict-transport-security', 'max-age=31536000')
    if (!request.url.startsWith('/assets/')) reply.header('cache-control', 'private, no-cache')
    // Refused by its announced size, before a byte is read; Node lets the rest through unread, so the sender sees the answer.
    const limitMb = uploadLimitOf(request, config)
    if (Number(request.headers['content-length'] ?? 0) > (limitMb + 1) * 1024 * 1024)
      throw refuse('too-large', 'shell/too-large', { limitMb })
    if (!safe.has(request.method)) {
      const { origin, host, 'sec-fetch-site': site } = request.headers
      if (!isOwnOrigin(origin, site, config.publicOrigin ?? `${request.protocol}://${host}`, usesCookie(request)))
        throw refuse('forbidden', 'shell/other-site')
    }
  })
}

/** Largest body in MB: an action that takes many files may allow more than the installation does for the others. */
export function uploadLimitOf(request: FastifyRequest, config: Config): number {
  const { uploadLimitMb } = request.routeOptions.config as { uploadLimitMb?: number }
  return uploadLimitMb ?? config.uploadLimitMb
}

/**
 * Whether a request that changes something comes from a page of ours. Browsers say where they are; programs that send
 * no cookie need not.
 */
export function isOwnOrigin(
  origin: string | undefined,
  site: string | string[] | undefined,
  own: string,
  usesCookie: boolean,
): boolean {
  if (origin !== undefined) return sameHost(origin, own)
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return !usesCookie
}

function usesCookie(request: { headers: { cookie?: string | undefined } }): boolean {
  return (request.headers.cookie ?? '').includes(`${sessionCookie}=`)
}

/** A proxy in front may speak https where we speak http, so only host and port are compared. */
function sameHost(origin: string, own: string): boolean {
  try {
    return new URL(origin).host === new URL(own).host
  } catch {
    return false
  }
}
