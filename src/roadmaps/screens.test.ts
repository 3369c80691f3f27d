import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type ExampleRegion, storeExampleRegion } from '../authorities/examples/index.ts'
import { createAccount, createGate, mayUse } from '../authorities/index.ts'
import { type Seat, seats } from '../core/base/index.ts'
import { texts as fileTexts } from '../platform/files/texts.ts'
import { type Database, postgresTexts, withCtx } from '../platform/postgres/index.ts'
import { testDatabase } from '../platform/postgres/testing.ts'
import { closeSandbox } from '../platform/sandbox/index.ts'
import { buildApp } from '../shell/api/app.ts'
import { exampleOrder } from './examples/orders.ts'
import { roadmapsSlice } from './index.ts'

const password = 'корабль у причала'
const origin = 'http://localhost:80'
const allRoadmapSeats: readonly Seat[] = seats.filter(seat => seat !== 'administrator')
const office: readonly Seat[] = ['regional-coordinator', 'municipal-coordinator', 'methodologist', 'auditor']
const editors: readonly Seat[] = ['regional-coordinator', 'municipal-coordinator', 'methodologist']
const coordinators: readonly Seat[] = ['regional-coordinator', 'municipal-coordinator']

/** Who may use each address: a new route without a line here fails. */
const whoMay: Readonly<Record<string, readonly Seat[]>> = {
  'orders.list': office,
  'orders.new': editors,
  'orders.review': office,
  'orders.read-deadline': office,
  'orders.executors': office,
  'orders.approval': office,
  'orders.file': office,
  'orders.upload': editors,
  'orders.edit-header': editors,
  'orders.edit-clause': editors,
  'orders.choose-reading': editors,
  'orders.place-rest': editors,
  'orders.add-item': editors,
  'orders.edit-item': editors,
  'orders.delete-item': editors,
  'orders.split-item': editors,
  'orders.merge-item': editors,
  'orders.add-section': editors,
  'orders.edit-section': editors,
  'orders.choose-schools': editors,
  'orders.match-executors': editors,
  'orders.approve': coordinators,
  'roadmaps.list': allRoadmapSeats,
  'roadmaps.show': allRoadmapSeats,
  'roadmaps.items': allRoadmapSeats,
  'roadmaps.timeline': allRoadmapSeats,
  'roadmaps.burning': allRoadmapSeats,
  'roadmaps.item': allRoadmapSeats,
  'roadmaps.item-change': coordinators,
  'roadmaps.item-new': coordinators,
  'roadmaps.add-item': coordinators,
  'roadmaps.item-cancel': coordinators,
  'roadmaps.cancel-item': coordinators,
  'roadmaps.item-restore': coordinators,
  'roadmaps.restore-item': coordinators,
  'roadmaps.clause': allRoadmapSeats,
  'roadmaps.period': coordinators,
  'roadmaps.change-period': coordinators,
  'roadmaps.schools': allRoadmapSeats,
  'roadmaps.structured': allRoadmapSeats,
  'roadmaps.change-item': coordinators,
  'roadmaps.change-schools': coordinators,
  'roadmaps.export-docx': allRoadmapSeats,
  'roadmaps.export-xlsx': allRoadmapSeats,
  'roadmaps.export-ics': allRoadmapSeats,
  'roadmaps.export-json': allRoadmapSeats,
  'obligations.calendar': allRoadmapSeats,
  'obligations.calendar-page': allRoadmapSeats,
  'obligations.make-calendar-link': allRoadmapSeats,
  'obligations.revoke-calendar-link': allRoadmapSeats,
}

for (const route of roadmapsSlice.routes)
  test(`${route.id} is open to exactly the seats that need it`, () => {
    assert.deepEqual(
      seats.filter(seat => mayUse(seat, route.permission)),
      seats.filter(seat => whoMay[route.id]?.includes(seat)),
    )
  })

describe('screens without scripts', () => {
  const leaving: (() => Promise<void>)[] = []
  let app: FastifyInstance
  let region: ExampleRegion
  let cookie: string
  let orderId: string

  const get = async (url: string, lang = 'ru') => {
    const answer = await app.inject({ url, headers: { cookie: `${cookie}; opora-lang=${lang}` } })
    return { status: answer.statusCode, text: answer.body }
  }
  const send = async (url: string, fields: readonly (readonly [string, string])[]) => {
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
    })
    return { status: answer.statusCode, location: String(answer.headers.location ?? ''), text: answer.body }
  }
  /** Every link inside the page that leads into this slice. */
  const linksOf = (html: string) => [
    ...new Set(
      [...html.matchAll(/href="(\/(?:orders|roadmaps|burning|obligations)[^"#]*)/g)].map(match =>
        match[1]!.replaceAll('&amp;', '&'),
      ),
    ),
  ]

  before(async () => {
    const db: Database = await testDatabase({ after: fn => leaving.push(fn) })
    region = await storeExampleRegion(db)
    await withCtx(db, region.administrator, ctx =>
      createAccount(ctx, { personId: region.hill.coordinator.id, login: 'kontora', password }),
    )
    app = await buildApp({
      db,
      slices: [roadmapsSlice],
      gate: createGate(db),
      platformTexts: [
        ['platform', postgresTexts],
        ['files', fileTexts],
      ],
      config: { logLevel: 'silent' },
    })
    const answer = await app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ login: 'kontora', password }).toString(),
    })
    cookie = `opora=${answer.cookies.find(each => each.name === 'opora')!.value}`
    const uploaded = await send('/orders', [
      ['text', exampleOrder],
      ['requestKey', 'first-upload-1'],
    ])
    assert.equal(uploaded.status, 303)
    orderId = /orders\/([^/]+)\/review/.exec(uploaded.location)![1]!
  })
  after(async () => {
    closeSandbox()
    await app?.close()
    for (const leave of leaving) await leave()
  })

  test('the same form sent twice makes one document', async () => {
    const again = await send('/orders', [
      ['text', exampleOrder],
      ['requestKey', 'first-upload-1'],
    ])
    assert.equal(again.location, `/orders/${orderId}/review`)
    assert.equal((await get('/orders')).text.split('/review"').length - 1, 1)
  })

  test('an empty upload says what to do and keeps the page', async () => {
    const refused = await send('/orders', [['text', ' ']])
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Выберите файл/)
  })

  test('both sides of the review screen point at each other', async () => {
    const { text } = await get(`/orders/${orderId}/review`)
    const anchors = [...text.matchAll(/href="#([^"]+)"/g)].map(match => match[1]!)
    assert.ok(anchors.some(anchor => anchor.startsWith('p-')))
    assert.ok(anchors.includes('i1'))
    for (const anchor of anchors) assert.ok(text.includes(`id="${anchor}"`), `nothing has the id ${anchor}`)
  })

  test('an item is corrected in its place; the second editor gets both versions and nothing is lost', async () => {
    const opened = await get(`/orders/${orderId}/review?edit=i1`)
    assert.match(opened.text, /name="deadlineText"[^>]*value="до 15.02.2026"/)
    const version = /name="version" value="(\d+)"/.exec(opened.text)![1]!
    const fields = (deadline: string) =>
      [
        ['version', version],
        ['open', 'i1'],
        ['number', '1.1'],
        ['title', 'Создание рабочей группы'],
        ['sectionKey', 's1'],
        ['deadlineText', deadline],
        ['parties[0].text', 'Управление образования'],
        ['parties[1].text', ''],
        ['lead', '0'],
        ['results', 'Приказ'],
        ['indicators', ''],
      ] as const
    const saved = await send(`/orders/${orderId}/items/i1`, fields('до 20.02.2026'))
    assert.deepEqual([saved.status, saved.location], [303, `/orders/${orderId}/review#i1`])
    const second = await send(`/orders/${orderId}/items/i1`, fields('до 25.02.2026'))
    assert.equal(second.status, 409)
    assert.match(second.text, /<td[^>]*>до 25\.02\.2026<\/td><td[^>]*>до 20\.02\.2026<\/td>/)
    assert.match(second.text, /name="deadlineText"[^>]*value="до 25\.02\.2026"/)
  })

  test('the header, a section and a clause show both versions field by field as well', async () => {
    const cases = [
      [
        'header',
        'header',
        [
          ['docType', 'приказ'],
          ['title', 'Моё название'],
          ['level', 'municipal'],
        ],
        /Моё название/,
      ],
      [
        's1',
        'sections/s1',
        [
          ['number', '1'],
          ['title', 'Мой раздел'],
        ],
        /Мой раздел/,
      ],
      [
        'clause:1',
        'clauses',
        [
          ['path', '1'],
          ['text', 'Мой пункт'],
          ['binding', 'none'],
        ],
        /Мой пункт/,
      ],
    ] as const
    for (const [open, address, fields, mine] of cases) {
      const refused = await send(`/orders/${orderId}/${address}`, [['version', '1'], ['open', open], ...fields])
      assert.equal(refused.status, 409, open)
      const table = /<table[\s\S]*?<\/table>/.exec(refused.text.slice(refused.text.indexOf('conflict')))![0]
      assert.match(table, mine)
      assert.ok(table.split('<tr').length > 2, `${open}: one line for each field`)
      assert.doesNotMatch(table, /не записана/)
    }
  })

  test('a title that was wiped is refused beside its field', async () => {
    const refused = await send(`/orders/${orderId}/items/i2`, [
      ['version', '2'],
      ['open', 'i2'],
      ['title', ''],
      ['lead', '0'],
    ])
    assert.equal(refused.status, 422)
    assert.match(refused.text, /aria-invalid="true"/)
  })

  test('from executors over the preview to a running roadmap, and every page it links to opens in both languages', async () => {
    const page = await get(`/orders/${orderId}/executors`)
    const keys = [...page.text.matchAll(/name="executors\[(\d+)\]\.key" value="([^"]+)"/g)]
    assert.ok(keys.length >= 2)
    const matched = await send(
      `/orders/${orderId}/executors`,
      keys.flatMap(([, index, key]) => [
        [`executors[${index}].key`, key!] as const,
        [
          `executors[${index}].target`,
          key!.includes('управление') ? `organisation:${region.hill.authority.id}` : 'allSchools',
        ] as const,
      ]),
    )
    assert.equal(matched.location, `/orders/${orderId}/approval`)
    const preview = await get(matched.location)
    const version = /name="version" value="(\d+)"/.exec(preview.text)![1]!
    const approve = () =>
      send(`/orders/${orderId}/approve`, [
        ['version', version],
        ['requestKey', 'approve-once-1'],
      ])
    const approved = await approve()
    assert.match(approved.location, /^\/roadmaps\//)
    assert.equal((await approve()).location, approved.location)

    const seen = new Set<string>()
    const queue = ['/orders', '/roadmaps', '/burning', approved.location]
    while (queue.length > 0) {
      const url = queue.pop()!
      if (seen.has(url)) continue
      seen.add(url)
      for (const lang of ['ru', 'en']) {
        const { status, text } = await get(url, lang)
        assert.equal(status, 200, `${url} in ${lang}`)
        if (text.startsWith('<!doctype')) queue.push(...linksOf(text).filter(link => !seen.has(link)))
      }
    }
    assert.ok([...seen].some(url => url.endsWith('/timeline')))
    assert.ok([...seen].some(url => url.endsWith('/roadmap.docx')))
    assert.ok([...seen].some(url => url.endsWith('/change')))
  })

  test('the card of an item has a line for each date that opens to its organisations', async () => {
    const listed = JSON.parse((await get('/api/v1/roadmaps')).text) as { roadmaps: { head: { id: string } }[] }
    const id = listed.roadmaps[0]!.head.id
    const { items } = JSON.parse((await get(`/api/v1/roadmaps/${id}/items`)).text) as { items: { id: string }[] }
    for (const item of items) {
      const card = JSON.parse((await get(`/api/v1/roadmaps/${id}/items/${item.id}`)).text) as {
        obligations: { dueOn: string | null; organisation: string }[]
      }
      const days = Map.groupBy(card.obligations, one => one.dueOn)
      const { text } = await get(`/roadmaps/${id}/items/${item.id}`)
      const section = text.slice(text.indexOf('id="obligations"'))
      const table = section.slice(0, section.indexOf('</section>'))
      assert.equal(table.split('scope="row"').length - 1, days.size)
      assert.equal(table.split('<details').length - 1, [...days.values()].filter(ofDay => ofDay.length > 1).length)
      for (const one of card.obligations) assert.ok(table.includes(one.organisation), one.organisation)
    }
  })

  test('the API gives what the pages show', async () => {
    const listed = JSON.parse((await get('/api/v1/roadmaps')).text) as { roadmaps: { head: { id: string } }[] }
    const id = listed.roadmaps[0]!.head.id
    const chunk = JSON.parse((await get(`/api/v1/roadmaps/${id}/items`)).text) as { items: { number: string }[] }
    assert.deepEqual(
      chunk.items.map(item => item.number),
      ['1.1', '1.2', '1.3', '2.1', '2.2'],
    )
    const read = JSON.parse(
      (await get(`/api/v1/orders/${orderId}/deadline?text=${encodeURIComponent('до 1 мая')}`)).text,
    )
    assert.equal(read.deadline.end, '2026-05-01')
  })
})
