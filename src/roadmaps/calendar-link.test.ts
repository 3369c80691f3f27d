import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { openProduct } from '../app.ts'
import type { Database } from '../platform/postgres/index.ts'
import { testDatabase } from '../platform/postgres/testing.ts'
import { closeSandbox } from '../platform/sandbox/index.ts'
import { loadDemo } from '../shell/demo/load-demo.ts'
import { demoPassword } from '../shell/demo/seats.ts'

const leaving: (() => Promise<void>)[] = []
let db: Database
let app: FastifyInstance

before(async () => {
  db = await testDatabase({ after: fn => leaving.push(fn) })
  await loadDemo(db, new Date('2026-05-20T09:00:00Z'))
  app = await openProduct(db, { logLevel: 'silent' })
})
after(async () => {
  await app.close()
  closeSandbox()
  for (const leave of leaving) await leave()
})

async function headersOf(login: string) {
  const signedIn = await app.inject({
    method: 'POST',
    url: '/api/v1/sign-in',
    payload: { login, password: demoPassword },
  })
  return { authorization: `Bearer ${signedIn.json<{ token: string }>().token}` }
}
const eventsIn = (ics: string) => ics.split('BEGIN:VEVENT').length - 1
const make = async (login: string, payload = {}) => {
  const made = await app.inject({
    method: 'POST',
    url: '/api/v1/obligations/calendar-link',
    headers: await headersOf(login),
    payload,
  })
  return { status: made.statusCode, path: made.json<{ path?: string }>().path ?? '' }
}

test('a calendar program reads the deadlines of the organisation by its secret link, without signing in', async () => {
  const { path } = await make('shkola4')
  const answer = await app.inject({ url: path })
  assert.equal(answer.statusCode, 200)
  assert.match(String(answer.headers['content-type']), /^text\/calendar/)
  const own = await app.inject({ url: '/obligations/calendar.ics', headers: await headersOf('shkola4') })
  assert.ok(eventsIn(answer.body) > 0)
  assert.equal(eventsIn(answer.body), eventsIn(own.body))
})

test('the link opens nothing but that calendar', async () => {
  const { path } = await make('shkola4')
  const key = new URLSearchParams(path.split('?')[1]).get('key')
  for (const url of [
    `/roadmaps?key=${key}`,
    `/api/v1/schools?key=${key}`,
    '/obligations/calendar.ics?key=wrong',
    '/obligations/calendar.ics',
  ]) {
    assert.notEqual((await app.inject({ url })).statusCode, 200, url)
  }
  const { schools } = (await app.inject({ url: '/api/v1/schools', headers: await headersOf('gorod') })).json<{
    schools: { id: string; shortName: string }[]
  }>()
  const other = schools.find(school => school.shortName === 'СШ № 9')!
  const stolen = await app.inject({ url: `${path}&organisation=${other.id}` })
  assert.equal(eventsIn(stolen.body), 0, 'another school stays out of reach')
})

test('a new link replaces the old one, and a revoked link is dead at once', async () => {
  const first = await make('shkola4')
  const second = await make('shkola4')
  assert.notEqual((await app.inject({ url: first.path })).statusCode, 200)
  assert.equal((await app.inject({ url: second.path })).statusCode, 200)
  const revoked = await app.inject({
    method: 'POST',
    url: '/api/v1/obligations/calendar-link/revoke',
    headers: await headersOf('shkola4'),
    payload: {},
  })
  assert.deepEqual(revoked.json(), { revoked: true })
  assert.equal((await app.inject({ url: second.path })).statusCode, 404)
})

test('nobody makes a link to an organisation of another territory', async () => {
  const { schools } = (await app.inject({ url: '/api/v1/schools', headers: await headersOf('gorod') })).json<{
    schools: { id: string }[]
  }>()
  assert.equal((await make('rayon', { organisation: schools[0]!.id })).status, 404)
})
