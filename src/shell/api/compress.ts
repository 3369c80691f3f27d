import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const worthIt = 1400
const textual = /^(text\/|application\/(json|problem\+json|javascript)|image\/svg)/

/** Which coding an Accept-Encoding header allows. */
export function codingFor(accepted: string | undefined): 'br' | 'gzip' | null {
  const names = (accepted ?? '')
    .split(',')
    .map(part => part.trim().split(';'))
    .filter(([, q]) => q?.replaceAll(' ', '') !== 'q=0')
    .map(([name]) => name)
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : null
}

/** Presses a text. `hard` for what is made once and sent often. */
export function press(body: string | Uint8Array, coding: 'br' | 'gzip', hard = false): Promise<Buffer> {
  if (coding === 'gzip') return zip(body, { level: hard ? 9 : 6 })
  return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: hard ? 11 : 4 } })
}

/** Presses pages and JSON on their way out. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < worthIt || reply.hasHeader('content-encoding')) return payload
    if (!textual.test(String(reply.getHeader('content-type') ?? ''))) return payload
    reply.header('vary', 'accept-encoding')
    const coding = codingFor(request.headers['accept-encoding'])
    if (!coding) return payload
    reply.header('content-encoding', coding).removeHeader('content-length')
    return press(payload, coding)
  })
}
