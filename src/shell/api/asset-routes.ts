import type { FastifyInstance } from 'fastify'
import { refuse } from '../../core/base/index.ts'
import type { Asset, Assets } from '../web/assets.ts'
import { codingFor, press } from './compress.ts'
import { codedTag, namesEntity } from './etag.ts'

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="4" fill="#073646"/><path d="M4 6h16v3H4zM5.5 11h2.6v8H5.5zM10.7 11h2.6v8h-2.6zM15.9 11h2.6v8h-2.6z" fill="#fff"/></svg>`

/** Styles, faces and islands from memory: kept for ever by browsers, pressed once. */
export function openAssets(app: FastifyInstance, assets: Assets): void {
  const pressed = new Map<string, Promise<Buffer>>()
  const bodyOf = (name: string, asset: Asset, coding: 'br' | 'gzip') => {
    const key = `${coding} ${name}`
    const made = pressed.get(key) ?? press(asset.body, coding, true)
    pressed.set(key, made)
    return made
  }
  app.get<{ Params: { name: string } }>('/assets/:name', async (request, reply) => {
    const name = `/assets/${request.params.name}`
    const asset = assets.files.get(name)
    if (!asset) throw refuse('not-found', 'shell/no-page')
    const textual = !asset.mediaType.startsWith('font/')
    const coding = textual ? codingFor(request.headers['accept-encoding']) : null
    const etag = codedTag(asset.etag, coding)
    reply.header('cache-control', 'public, max-age=31536000, immutable').header('etag', etag)
    if (textual) reply.header('vary', 'accept-encoding')
    if (namesEntity(request.headers['if-none-match'], etag)) return reply.status(304).send()
    reply.type(asset.mediaType)
    if (!coding) return reply.send(Buffer.from(asset.body))
    return reply.header('content-encoding', coding).send(await bodyOf(name, asset, coding))
  })
  app.get('/favicon.svg', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(icon),
  )
  app.get('/favicon.ico', async (_request, reply) => reply.redirect('/favicon.svg', 301))
}
