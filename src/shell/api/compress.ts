import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const worthIt = 1400
const textual = /^(text\/|application\/(json|problem\+json|javascript)|image\/svg)/

/** Which coding an Accept-Encoding header allows (RFC 9110, section 12.5.3); `*` stands for those that are not named. */
export function codingFor(accepted: string | undefined): 'br' | 'gzip' | null {
  const allowed = new Map<string, boolean>()
  for (const part of (accepted ?? '').toLowerCase().split(',')) {
    const [name = '', ...params] = part.split(';').map(word => word.trim())
    const weight = params.find(word => word.startsWith('q='))
    allowed.set(name, weight === undefined || Number(weight.slice(2)) > 0)
  }
  const may = (coding: string) => allowed.get(coding) ?? allowed.get('*') ?? false
  return may('br') ? 'br' : may('gzip') ? 'gzip' : null
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
