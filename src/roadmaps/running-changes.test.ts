// A running roadmap gains and loses items and time: each change shows its effect, needs an order, and is applied exactly as shown.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type ExampleRegion, storeExampleRegion } from '../authorities/examples/index.ts'
import { type OrderId, Refusal, type RoadmapId } from '../core/base/index.ts'
import { type Ctx, type Database, withCtx } from '../platform/postgres/index.ts'
import { eachDatabase } from '../platform/postgres/testing.ts'
import { closeSandbox } from '../platform/sandbox/index.ts'
import {
  addRunningItem,
  approveDraft,
  changeItem,
  changeItemFate,
  changePeriod,
  loadDraft,
  matchByWording,
  planItemFate,
  planNewItem,
  planPeriodChange,
  uploadOrder,
} from './actions/index.ts'
import type { Effect } from './contract.ts'
import { structuredOrder } from './downloads.ts'
import { exampleOrder } from './examples/orders.ts'
import { day } from './examples/roadmaps.ts'
import { recordFacts } from './facts.ts'
import { listItems } from './store/items.ts'
import { listObligations } from './store/obligation-lists.ts'
import { listClauses } from './store/roadmaps.ts'
import { viewClause, viewItem, viewItems, viewNewItem, viewRoadmap, viewTimeline } from './views/index.ts'

after(closeSandbox)

const everything = { after: -1, limit: 1000, sectionId: null, executorKey: null, words: null, status: null }
const allOf = { itemId: null, organisationId: null, openUntil: null, limit: 1000 }
const basis = { reason: 'слияние с соседним мероприятием', orderNumber: '45-о', orderDate: day('2026-04-08') }
const basisInWords = 'приказ от 08.04.2026 № 45-о: слияние с соседним мероприятием'

async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof Refusal, `expected a refusal, got ${error}`)
  return error
}

eachDatabase((name, open) =>
  describe(`a running roadmap changes on ${name}`, () => {
    const db = open()
    let region: ExampleRegion
    let orderId: OrderId
    let roadmapId: RoadmapId
    const today = day('2026-04-10')
    const coordinator = <Result>(fn: (ctx: Ctx) => Promise<Result>): Promise<Result> =>
      withCtx(db() as Database, { ...region.hill.request, today, now: new Date('2026-04-10T09:00:00Z') }, fn)
    const stranger = <Result>(fn: (ctx: Ctx) => Promise<Result>): Promise<Result> =>
      withCtx(db() as Database, { ...region.valley.request, today, now: new Date('2026-04-10T09:00:00Z') }, fn)
    const itemNumbered = async (number: string) => {
      const found = (await coordinator(ctx => listItems(ctx, roadmapId, everything))).find(one => one.number === number)
      assert.ok(found, `item ${number}`)
      return found
    }
    const obligationsOf = (itemId: string) => coordinator(ctx => listObligations(ctx, { ...allOf, roadmapId, itemId }))
    const owed = async () => (await coordinator(ctx => viewRoadmap(ctx, roadmapId, {}))).totals.owed
    const version = async () => (await coordinator(ctx => viewRoadmap(ctx, roadmapId, {}))).head.version

    before(async () => {
      region = await storeExampleRegion(db())
      const file = { fileName: 'приказ.txt', bytes: new TextEncoder().encode(exampleOrder) }
      orderId = await coordinator(ctx => uploadOrder(ctx, file))
      await coordinator(ctx => matchByWording(ctx, orderId))
      roadmapId = await coordinator(async ctx => approveDraft(ctx, orderId, (await loadDraft(ctx, orderId)).version))
    })

    test('an item is cancelled by an order: open obligations go with the reason, what was accepted stays', async () => {
      const item = await itemNumbered('2.1')
      const [accepted] = await obligationsOf(item.id)
      const fact = { id: accepted!.id, startedOn: null, submittedOn: today, acceptedOn: today, returnedOn: null }
      await coordinator(ctx => recordFacts(ctx, roadmapId, [fact]))
      const before = await owed()

      const shown = await refusalOf(
        coordinator(ctx =>
          changeItemFate(ctx, roadmapId, item.id, 'cancel', { version: 1, seal: undefined, reason: undefined }),
        ),
      )
      assert.equal(shown.code, 'roadmaps/confirm-effect')
      const effect = shown.details as Effect
      assert.deepEqual([effect.cancel, effect.kept, effect.add, effect.move], [2, 1, 0, 0])
      assert.equal(await owed(), before, 'looking changes nothing')
      const unordered = { version: 1, seal: effect.seal, reason: basis.reason }
      assert.equal(
        (await refusalOf(coordinator(ctx => changeItemFate(ctx, roadmapId, item.id, 'cancel', unordered)))).code,
        'roadmaps/order-missing',
      )

      const confirmed = { version: 1, seal: effect.seal, ...basis }
      await coordinator(ctx => changeItemFate(ctx, roadmapId, item.id, 'cancel', confirmed))
      const left = await obligationsOf(item.id)
      assert.equal(left.filter(one => one.cancelledReason === basisInWords && one.cancelledOn === today).length, 2)
      assert.equal(left.find(one => one.id === accepted!.id)?.cancelledOn, null)
      assert.equal(await owed(), before - 2)
      const card = await coordinator(ctx => viewItem(ctx, roadmapId, item.id))
      assert.deepEqual(card.item.cancelled, { ...basis, on: today })
      assert.deepEqual([card.history[0]?.action, card.history[0]?.reason], ['roadmaps/item-cancelled', basisInWords])
      assert.equal(
        (await refusalOf(coordinator(ctx => changeItemFate(ctx, roadmapId, item.id, 'cancel', confirmed)))).code,
        'roadmaps/item-cancelled',
      )
    })

    test('a cancelled item is shown as such, cannot be changed, and is no part of the structured order', async () => {
      const item = await itemNumbered('2.1')
      const { items } = await coordinator(ctx => viewItems(ctx, roadmapId, { status: 'cancelled' }))
      assert.deepEqual(
        items.map(one => one.number),
        ['2.1'],
      )
      const { rows } = await coordinator(ctx => viewTimeline(ctx, roadmapId, 'month', undefined))
      assert.deepEqual(
        rows.filter(row => row.cancelled).map(row => row.id),
        [item.id],
      )
      const fields = { deadlineText: 'до 15.05.2026', parties: item.parties, lead: 0 }
      const shown = { version: item.version, seal: undefined, reason: undefined }
      assert.equal(
        (await refusalOf(coordinator(ctx => changeItem(ctx, roadmapId, item.id, fields, shown)))).code,
        'roadmaps/item-cancelled',
      )
      const order = await coordinator(ctx => structuredOrder(ctx, roadmapId))
      assert.ok(!order.roadmap.items.some(one => one.number === '2.1'))
    })

    test('an item taken back gets the very obligations back that were cancelled', async () => {
      const item = await itemNumbered('2.1')
      const before = (await obligationsOf(item.id)).map(one => one.id).sort()
      const { seal, plan } = await coordinator(ctx => planItemFate(ctx, roadmapId, item.id, 'restore'))
      assert.deepEqual([plan.revive.length, plan.add.length], [2, 0])
      const stale = { version: 1, seal, ...basis }
      assert.equal(
        (await refusalOf(coordinator(ctx => changeItemFate(ctx, roadmapId, item.id, 'restore', stale)))).code,
        'roadmaps/item-changed',
      )
      await coordinator(ctx => changeItemFate(ctx, roadmapId, item.id, 'restore', { ...stale, version: item.version }))
      const after = await obligationsOf(item.id)
      assert.deepEqual(after.map(one => one.id).sort(), before)
      assert.ok(after.every(one => one.cancelledOn === null && one.cancelledReason === null))
      assert.equal((await itemNumbered('2.1')).cancelled, null)
      assert.equal(
        (await refusalOf(coordinator(ctx => planItemFate(ctx, roadmapId, item.id, 'restore')))).code,
        'roadmaps/item-runs',
      )
    })

    describe('a new item', () => {
      const fields = {
        number: '1.4',
        title: 'Семинар наставников',
        deadlineText: 'до 15.09.2026',
        parties: [{ text: 'Руководители ОО', owes: false }],
        lead: 0,
        results: ['программа семинара'],
      }

      test('comes behind its section with the obligations that were shown, once per school', async () => {
        const { sections, executors } = await coordinator(ctx => viewNewItem(ctx, roadmapId))
        assert.ok(executors.includes('Руководители ОО'))
        const wish = { ...fields, sectionId: sections[0]!.id }
        const before = await coordinator(ctx => listItems(ctx, roadmapId, everything))
        const { seal, plan } = await coordinator(ctx => planNewItem(ctx, roadmapId, wish))
        assert.equal(plan.add.length, 3)
        const shown = { version: await version(), seal, ...basis }
        const id = await coordinator(ctx => addRunningItem(ctx, roadmapId, wish, shown))
        const after = await coordinator(ctx => listItems(ctx, roadmapId, everything))
        assert.deepEqual(
          after.map(one => one.number),
          ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2'],
        )
        assert.deepEqual(
          after.map(one => one.position),
          [0, 1, 2, 3, 4, 5],
        )
        assert.equal(after.length, before.length + 1)
        const made = await obligationsOf(id)
        assert.deepEqual([made.length, new Set(made.map(one => one.dueOn))], [3, new Set(['2026-09-15'])])
        const card = await coordinator(ctx => viewItem(ctx, roadmapId, id))
        assert.deepEqual(card.item.added, { ...basis, on: today })
        assert.equal(card.history[0]?.action, 'roadmaps/item-added')
        const found = await coordinator(ctx => viewItems(ctx, roadmapId, { q: 'семинару наставника' }))
        assert.deepEqual(
          found.items.map(one => one.id),
          [id],
        )
        assert.equal(
          (await refusalOf(coordinator(ctx => addRunningItem(ctx, roadmapId, wish, shown)))).code,
          'roadmaps/roadmap-changed',
        )
      })

      test('is refused without an executor of the directory, without a readable deadline, or in a section of another plan', async () => {
        const refused = async (wish: object) =>
          (await refusalOf(coordinator(ctx => planNewItem(ctx, roadmapId, { ...fields, sectionId: null, ...wish }))))
            .code
        assert.equal(await refused({ parties: [] }), 'roadmaps/no-executor')
        assert.equal(await refused({ parties: [{ text: 'Кто-нибудь', owes: false }] }), 'roadmaps/executor-unknown')
        assert.equal(await refused({ deadlineText: 'когда-нибудь потом' }), 'roadmaps/deadline-not-understood')
        assert.equal(await refused({ title: ' ' }), 'roadmaps/item-without-title')
        assert.equal(await refused({ sectionId: roadmapId }), 'roadmaps/no-such-section')
      })
    })

    test('a longer period brings the occurrences of the added time and keeps all others', async () => {
      const before = await owed()
      const { seal, plan, period } = await coordinator(ctx => planPeriodChange(ctx, roadmapId, day('2027-06-30')))
      assert.deepEqual([plan.move.length, plan.cancel.length], [0, 0])
      assert.ok(plan.add.length > 0)
      assert.ok(plan.add.every(one => one.dueOn !== null && one.dueOn > '2026-12-31'))
      assert.equal(period.checkpoints.at(-1), '2027-06-30')
      const shown = { version: await version(), seal, ...basis }
      await coordinator(ctx => changePeriod(ctx, roadmapId, day('2027-06-30'), shown))
      assert.equal(await owed(), before + plan.add.length)
      const { head } = await coordinator(ctx => viewRoadmap(ctx, roadmapId, {}))
      assert.equal(head.planEnd, '2027-06-30')

      const back = await coordinator(ctx => planPeriodChange(ctx, roadmapId, day('2026-12-31')))
      assert.equal(back.plan.cancel.length, plan.add.length)
      await coordinator(async ctx =>
        changePeriod(ctx, roadmapId, day('2026-12-31'), { version: head.version, seal: back.seal, ...basis }),
      )
      assert.equal(await owed(), before)
    })

    test('a clause has a card with its text, its obligations and what touched them', async () => {
      const [clause] = (await coordinator(ctx => listClauses(ctx, roadmapId))).filter(one => one.deadline)
      assert.ok(clause)
      const card = await coordinator(ctx => viewClause(ctx, roadmapId, clause.id))
      assert.equal(card.clause.text, clause.text)
      assert.ok(card.source.some(piece => piece.text.includes(clause.text.slice(0, 30))))
      assert.ok(card.obligations.length > 0 && card.obligations.every(one => one.clauseId === clause.id))
      assert.deepEqual(
        card.history.map(line => line.action),
        ['roadmaps/period-changed', 'roadmaps/period-changed', 'roadmaps/roadmap-approved'],
      )
      const { clauses } = await coordinator(ctx => viewTimeline(ctx, roadmapId, 'month', undefined))
      assert.ok(clauses.some(row => row.id === clause.id && row.spans.length > 0))
    })

    test('nothing of this is open to another municipality', async () => {
      const item = await itemNumbered('1.1')
      const nothing = { version: 1, seal: undefined, reason: undefined }
      for (const attempt of [
        () => stranger(ctx => changeItemFate(ctx, roadmapId, item.id, 'cancel', nothing)),
        () => stranger(ctx => changePeriod(ctx, roadmapId, day('2027-01-31'), nothing)),
        () => stranger(ctx => viewNewItem(ctx, roadmapId)),
        () => stranger(ctx => viewClause(ctx, roadmapId, item.id)),
      ])
        assert.equal((await refusalOf(attempt())).code, 'roadmaps/no-such-roadmap')
    })
  }),
)
