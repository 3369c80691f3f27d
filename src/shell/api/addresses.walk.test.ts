import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { slices } from '../../app.ts'
import { mayUse } from '../../authorities/index.ts'
import type { Seat } from '../../core/base/index.ts'
import type { Route } from '../../core/web/index.ts'
import { demoSeats } from '../demo/seats.ts'
import { addressOf, enterThings, everyId, type Ids, namesNoTerritory, nowhereOf } from './addresses.walk-steps.ts'
import type { Shape } from './coerce.ts'
import { logins, multipart, type Product, suiteProduct } from './product-kit.ts'

const routes: readonly Route[] = slices.flatMap(slice => slice.routes)
const seatOf = (login: string): Seat => demoSeats.find(seat => seat.login === login)?.seat ?? 'administrator'
const mayLoginUse = (login: string, route: Route) =>
  route.permission === 'signed-in' || mayUse(seatOf(login), route.permission)
const missing = '01890000-0000-7000-8000-00000000dead'
const citySeats = ['gorod', 'metodist', 'kurator', 'shkola4']
/** Who may be asked to send whatever an action takes: the first of them that may use it. */
const senders = ['region', 'admin', 'shkola4']

describe('every address of the product, asked by everybody', () => {
  const suite = suiteProduct()
  let product: Product
  let city: Ids
  let district: Ids
  /** Ids of everything that belongs to one municipality only. */
  let ofDistrict: readonly string[]
  let ofCity: readonly string[]

  before(async () => {
    product = suite()
    ;({ city, district, ofCity, ofDistrict } = await enterThings(product))
    assert.ok(ofCity.length > 100 && ofDistrict.length > 15)
  })

  const call = (login: string | null, route: Route, ids: Ids, body?: unknown, query = '') =>
    route.kind === 'action' && hasFile(route)
      ? sendFile(product, login, route, ids, body)
      : product.ask(login, route.kind === 'action' ? 'POST' : 'GET', addressOf(route, ids) + query, body)

  test('nobody signed in: every address asks to sign in, whatever is sent', async () => {
    for (const route of routes) {
      for (const ids of [city, everyId(city, missing), everyId(city, 'nonsense')]) {
        const answer = await call(null, route, ids, { any: 'thing' })
        assert.equal(answer.statusCode, 401, route.id)
        assert.equal(codeOf(answer), 'shell/sign-in-first', route.id)
      }
    }
  })
  test('a seat without the permission gets one and the same answer, whether the thing exists or not', async () => {
    for (const login of logins) {
      for (const route of routes.filter(route => !mayLoginUse(login, route))) {
        for (const ids of [city, everyId(city, 'nonsense')]) {
          const answer = await call(login, route, ids, { any: 'thing' })
          assert.equal(answer.statusCode, 403, `${login} ${route.id}`)
          assert.equal(codeOf(answer), 'shell/no-permission', `${login} ${route.id}`)
        }
      }
    }
  })
  test('a thing of another municipality is answered like one that does not exist', async () => {
    for (const [login, foreign] of [
      ...citySeats.map(seat => [seat, 'district'] as const),
      ['rayon', 'city'] as const,
    ]) {
      const theirs = foreign === 'district' ? district : city
      for (const route of routes) {
        if (!mayLoginUse(login, route) || Object.keys(route.params.properties).length === 0) continue
        const body = route.kind === 'action' ? aBody(route.body as Shape) : undefined
        const there = await call(login, route, theirs, body)
        const nowhere = await call(login, route, nowhereOf(city), body)
        assert.equal(there.statusCode, nowhere.statusCode, `${login} ${route.id} ${there.body}`)
        assert.equal(codeOf(there), codeOf(nowhere), `${login} ${route.id}`)
        assert.ok(there.statusCode >= 400 || namesNoTerritory(route), `${login} ${route.id} ${there.statusCode}`)
      }
    }
  })
  test('nothing of another municipality is in any answer', async () => {
    for (const [login, own, theirs] of [
      ...citySeats.map(seat => [seat, city, ofDistrict] as const),
      ['rayon', district, ofCity] as const,
    ]) {
      for (const route of routes) {
        if (route.kind === 'action' || !mayLoginUse(login, route)) continue
        const answer = await call(login, route, own)
        assert.ok(answer.statusCode < 500, `${login} ${route.id} ${answer.body}`)
        const found = theirs.find(id => answer.body.includes(id))
        assert.equal(found, undefined, `${login} ${route.id} tells ${found}`)
        if (login === 'rayon') continue
        assert.doesNotMatch(
          answer.body,
          /Заветн[ао]|Тихонравов|Каменнобродск|Осиновк|Тихая Пристань/,
          `${login} ${route.id}`,
        )
      }
    }
  })
  test('a filter that names another municipality finds nothing', async () => {
    for (const route of routes) {
      if (route.kind === 'action' || Object.keys(route.query.properties).length === 0) continue
      for (const name of Object.keys(route.query.properties)) {
        for (const value of [...Object.values(district), 'Тихонравов', 'Заветн']) {
          const answer = await call('gorod', route, city, undefined, `?${name}=${encodeURIComponent(value)}`)
          assert.ok(answer.statusCode < 500, `${route.id} ${name} ${answer.body}`)
          const leak = ofDistrict.find(id => id !== value && answer.body.includes(id))
          assert.equal(leak, undefined, `${route.id}?${name}=${value}`)
          assert.doesNotMatch(answer.body.replaceAll(value, ''), /Тихонравов П|Заветн/, `${route.id}?${name}`)
        }
      }
    }
  })
  test('no id in a path and no value in a query is more than a mistake of the asker', async () => {
    const bad: string[] = []
    for (const route of routes) {
      for (const id of hostileIds) {
        const answer = await call('region', route, everyId(city, encodeURIComponent(id)), aBody(bodyShape(route)))
        if (answer.statusCode >= 500) bad.push(`${route.id} ${JSON.stringify(id)}`)
      }
      if (route.kind === 'action') continue
      for (const name of Object.keys(route.query.properties)) {
        for (const value of hostileQueries) {
          const answer = await call('region', route, city, undefined, `?${name}=${value}`)
          if (answer.statusCode >= 500) bad.push(`${route.id}?${name}=${value.slice(0, 40)}`)
        }
      }
    }
    assert.deepEqual(bad, [])
  })
  test('no body is more than a mistake of the sender', async () => {
    const bad: string[] = []
    for (const route of routes) {
      if (route.kind !== 'action') continue
      const login = senders.find(each => mayLoginUse(each, route)) as string
      // Each file that arrives is read in a process of its own, which takes a while.
      const bodies = hostileBodies(route.body as Shape)
      for (const body of hasFile(route) ? bodies.slice(0, 14) : bodies) {
        const answer = await call(login, route, city, body)
        if (answer.statusCode >= 500) bad.push(`${route.id} ${show(body)}`)
      }
    }
    assert.deepEqual(bad, [])
  })
  test('a file can only be sent as a file', async () => {
    const asked = routes.flatMap(route => uploadsOf(route).map(field => ({ route, ...field })))
    assert.deepEqual([...new Set(asked.map(({ many }) => many))].sort(), [false, true])
    for (const { route, name, many } of asked) {
      const login = senders.find(each => mayLoginUse(each, route)) as string
      for (const file of [
        { fileName: 'a.txt', bytes: 'текст' },
        { fileName: 'a.txt', bytes: [1] },
        { fileName: 1 },
        {},
        'текст',
        [],
      ]) {
        for (const sent of many ? [file, [file]] : [file]) {
          const body = { ...aBody(bodyShape(route)), [name]: sent }
          const answer = await product.ask(login, 'POST', addressOf(route, city), body)
          assert.equal(answer.statusCode, 422, `${route.id} ${show(sent)} ${answer.body}`)
        }
      }
      const places = many ? [name, `${name}[0]`] : [name]
      for (const names of places.flatMap(place => [
        [`${place}[fileName]`, `${place}[bytes]`],
        [`${place}.fileName`, `${place}.bytes`],
        [`${place}[bytes][0]`],
        [`${place}[__proto__]`],
      ])) {
        const { payload, headers } = multipart(names.map(each => ({ name: each, body: 'проба' })))
        const answer = await product.app.inject({
          method: 'POST',
          url: `/api/v1${addressOf(route, city)}`,
          payload,
          headers: { ...(await product.as(login)), ...headers },
        })
        assert.equal(answer.statusCode, 422, `${route.id} ${names} ${answer.body}`)
      }
    }
  })
  test('fields that a body does not have are refused by name and change nothing', async () => {
    const stowaways = { regionId: 3, region_id: 3, id: missing, seat: 'administrator', municipality_id: null, who: {} }
    for (const route of routes) {
      if (route.kind !== 'action' || hasFile(route)) continue
      const login = senders.find(each => mayLoginUse(each, route)) as string
      const known = Object.keys(route.body.properties)
      const extra = Object.fromEntries(Object.entries(stowaways).filter(([name]) => !known.includes(name)))
      const answer = await call(login, route, city, { ...aBody(route.body as Shape), ...extra })
      assert.equal(answer.statusCode, 422, route.id)
      const { code, fields } = answer.json<{ code: string; fields: Record<string, string> }>()
      assert.equal(code, 'shell/wrong-shape', route.id)
      for (const name of Object.keys(extra)) assert.ok(fields[name], `${route.id} ${name}`)
    }
  })
})

const hostileIds = [
  '',
  'nonsense',
  '%00',
  "'",
  '../../etc/passwd',
  '0',
  '\u0000',
  'я'.repeat(60),
  `${missing}\u0000`,
  '\ud800'.toWellFormed(),
]
const hostileQueries = [
  '',
  '%00',
  '%ED%A0%80',
  '%',
  '%ff',
  'x'.repeat(5000),
  '-1',
  '1e309',
  '99999999999999999999',
  'NaN',
  'null',
  missing,
  encodeURIComponent("' OR 1=1 --"),
  encodeURIComponent('%_\\'),
  'a&q=b',
  '9999-99-99',
  encodeURIComponent('{"a":1}'),
]

/** A body that has the right shape; its version is one that nobody has ever seen, so that nothing of the demo is closed. */
function aBody(shape: Shape, text = 'проба'): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shape.properties ?? {}).map(([name, each]) => [name, aValue(each, name, text)]),
  )
}

function aValue(shape: Shape, name: string, text: string): unknown {
  if (shape.anyOf) return aValue(shape.anyOf[0] as Shape, name, text)
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.format === 'uuid') return missing
  if (shape.format === 'date' || name === 'closedOn') return '2026-03-01'
  if (shape.format === 'upload') return text
  switch (shape.type) {
    case 'integer':
      return name.toLowerCase().endsWith('version') ? 999 : 0
    case 'boolean':
      return false
    case 'array':
      return shape.items ? [aValue(shape.items, name, text)] : []
    case 'object':
      return aBody(shape, text)
    default:
      return name === 'requestKey' ? `key-${Math.random()}` : text
  }
}

function hostileBodies(shape: Shape): unknown[] {
  const good = aBody(shape)
  const each = (value: unknown) => Object.keys(good).map(name => ({ ...good, [name]: value }))
  const texts = [
    '\u0000',
    'а\u0000б',
    '\ud800',
    '\udc00x',
    '',
    ' ',
    '\u202e',
    'x'.repeat(300_000),
    '=1+1',
    '%s%n',
    '\n\n\n',
  ]
  return [
    good,
    {},
    '[]',
    'null',
    '1',
    '"text"',
    '{',
    '',
    '{"__proto__":{"seat":"administrator"}}',
    '{"constructor":{"prototype":{"x":1}}}',
    `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    ...texts.map(text => aBody(shape, text)),
    ...[null, 2 ** 31, {}, 'nonsense'].flatMap(each),
    ...[-1, 1.5, [], [null], '\u0000', '0001-01-01', '9999-12-31', '2026-02-31'].map(value =>
      Object.fromEntries(Object.keys(good).map(name => [name, value])),
    ),
    Object.fromEntries(Object.keys(good).map(name => [name, [good[name]]])),
  ]
}

/** Fields of a body that take one file or many. */
function uploadsOf(route: Route): { name: string; many: boolean }[] {
  return Object.entries(bodyShape(route).properties ?? {}).flatMap(([name, shape]) => {
    const many = shape.items?.format === 'upload'
    return many || shape.format === 'upload' ? [{ name, many }] : []
  })
}

const hasFile = (route: Route) => uploadsOf(route).length > 0
const bodyShape = (route: Route) => (route.kind === 'action' ? route.body : {}) as Shape
const codeOf = (answer: LightMyRequestResponse) =>
  answer.body.startsWith('{') ? (answer.json<{ code?: string }>().code ?? null) : null
const show = (body: unknown) => JSON.stringify(body).slice(0, 200)

async function sendFile(product: Product, login: string | null, route: Route, ids: Ids, body: unknown) {
  const fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : { text: String(body) }
  const uploads = uploadsOf(route)
  const parts = Object.entries(fields).flatMap(([name, value]) => {
    const upload = uploads.find(field => field.name === name)
    const values: unknown[] = upload?.many && Array.isArray(value) ? value : [value]
    return values.map(each => ({
      name,
      body: typeof each === 'string' ? each : (JSON.stringify(each) ?? ''),
      ...(upload ? { fileName: 'проба.txt' } : {}),
    }))
  })
  const { payload, headers } = multipart(parts)
  const key = login === null ? {} : await product.as(login)
  const url = `/api/v1${addressOf(route, ids)}`
  return product.app.inject({ method: 'POST', url, payload, headers: { ...key, ...headers } })
}
