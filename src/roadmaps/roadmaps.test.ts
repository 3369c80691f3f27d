import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type ExampleRegion, type Request, storeExampleRegion } from '../authorities/examples/index.ts'
import { type OrderId, type OrganisationId, Refusal, type RoadmapId } from '../core/base/index.ts'
import { readFile } from '../platform/files/index.ts'
import { type Ctx, type Database, withCtx } from '../platform/postgres/index.ts'
import { eachDatabase } from '../platform/postgres/testing.ts'
import { closeSandbox } from '../platform/sandbox/index.ts'
import {
  approveDraft,
  changeDraft,
  changeItem,
  changeScope,
  loadDraft,
  matchByWording,
  matchExecutors,
  planItemChange,
  planScopeChange,
  uploadOrder,
} from './actions/index.ts'
import type { Effect } from './contract.ts'
import { downloadDocx, downloadOrganisationIcs, downloadXlsx, structuredOrder } from './downloads.ts'
import { exampleOrder } from './examples/orders.ts'
import { day } from './examples/roadmaps.ts'
import { recordFacts } from './facts.ts'
import { addItem, deleteItem, type ItemFields, statusOn } from './model/index.ts'
import { understandOrder } from './order/index.ts'
import { directoryOf } from './store/executors.ts'
import { listItems } from './store/items.ts'
import { listObligations, type ObligationRow } from './store/obligation-lists.ts'
import {
  viewBurning,
  viewDraft,
  viewExecutors,
  viewItem,
  viewItems,
  viewPreview,
  viewRoadmap,
  viewRoadmaps,
  viewScope,
  viewTimeline,
} from './views/index.ts'

after(closeSandbox)

const everything = { after: -1, limit: 100_000, sectionId: null, executorKey: null, words: null, status: null }
const allOf = { itemId: null, organisationId: null, openUntil: null, limit: 100_000 }

const anOrder = { orderNumber: '31', orderDate: day('2026-04-09') }

async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof Refusal, `expected a refusal, got ${error}`)
  return error
}

/** Whether two rows are equally far: the status derived in the model against what the lists and counters say. */
const overdueOf = (found: readonly ObligationRow[], today: string) =>
  found.filter(one => statusOn(one, day(today)) === 'overdue').length

eachDatabase((name, open) =>
  describe(`orders and roadmaps on ${name}`, () => {
    const db = open()
    let region: ExampleRegion
    let orderId: OrderId
    let roadmapId: RoadmapId
    const today = day('2026-04-10')
    const as = <Result>(request: Request, fn: (ctx: Ctx) => Promise<Result>): Promise<Result> =>
      withCtx(db() as Database, { ...request, today, now: new Date('2026-04-10T09:00:00Z') }, fn)
    const coordinator = <Result>(fn: (ctx: Ctx) => Promise<Result>) => as(region.hill.request, fn)
    const head = (): Request => ({
      ...region.hill.request,
      who: { ...region.hill.request.who, seat: 'school-head', organisationId: region.hill.schools[0].id },
      scope: { ...region.hill.request.scope, organisationId: region.hill.schools[0].id },
    })
    const itemNumbered = async (ctx: Ctx, number: string) => {
      const found = (await listItems(ctx, roadmapId, everything)).find(item => item.number === number)
      assert.ok(found, `item ${number}`)
      return found
    }

    before(async () => {
      region = await storeExampleRegion(db())
      const file = { fileName: 'приказ.txt', bytes: new TextEncoder().encode(exampleOrder) }
      orderId = await coordinator(ctx => uploadOrder(ctx, file))
      await coordinator(ctx => matchByWording(ctx, orderId))
      roadmapId = await coordinator(async ctx => approveDraft(ctx, orderId, (await loadDraft(ctx, orderId)).version))
    })

    test('an uploaded order keeps its source beside what was understood', async () => {
      const { draft, source, state } = await coordinator(ctx => viewDraft(ctx, orderId, undefined))
      assert.equal(draft.document.number, '17-о')
      assert.equal(draft.items.length, 5)
      assert.ok(source.blocks.length > 10)
      assert.equal(state, 'approved')
    })

    test('a person without an authority cannot upload an order', async () => {
      const nobody = { ...region.hill.request, who: { ...region.hill.request.who, organisationId: null } }
      const file = { fileName: 'приказ.txt', bytes: new TextEncoder().encode(exampleOrder) }
      assert.equal((await refusalOf(as(nobody, ctx => uploadOrder(ctx, file)))).code, 'roadmaps/no-authority')
    })

    test('one answer about an executor holds for every form in which the document prints it', async () => {
      const text = exampleOrder.replace('Руководителям общеобразовательных организаций', 'Руководителям ОО')
      const other = await coordinator(ctx =>
        uploadOrder(ctx, { fileName: 'формы.txt', bytes: new TextEncoder().encode(text) }),
      )
      const asked = async () =>
        (await coordinator(ctx => viewExecutors(ctx, other))).executors.find(one => one.forms.length > 1)
      const executor = await asked()
      assert.deepEqual(executor?.forms.toSorted(), ['Руководители ОО', 'Руководителям ОО'])
      const target = { kind: 'allSchools' } as const
      await coordinator(ctx => matchExecutors(ctx, other, [{ key: executor!.key, target }]))
      assert.equal((await asked())?.chosen, 'allSchools')
      const directory = await coordinator(async ctx =>
        directoryOf(ctx, (await loadDraft(ctx, other)).authorityId as OrganisationId),
      )
      for (const key of ['руководители оо', 'руководителям оо']) assert.deepEqual(directory.get(key), target)
    })

    test('the second of two editors of a draft is refused and nothing is overwritten', async () => {
      const file = { fileName: 'другой.txt', bytes: new TextEncoder().encode(exampleOrder) }
      const other = await coordinator(ctx => uploadOrder(ctx, file))
      await coordinator(ctx => changeDraft(ctx, other, 1, 'i1', draft => deleteItem(draft, 'i1')))
      const refusal = await refusalOf(
        coordinator(ctx => changeDraft(ctx, other, 1, 'i2', draft => deleteItem(draft, 'i2'))),
      )
      assert.equal(refusal.code, 'roadmaps/draft-changed')
      assert.equal((refusal.details as { version: number }).version, 2)
      const stored = await coordinator(ctx => loadDraft(ctx, other))
      assert.deepEqual(
        stored.content.items.map(item => item.key),
        ['i2', 'i3', 'i4', 'i5'],
      )
    })

    test('executors are learnt by the authority and offered first next time', async () => {
      const file = { fileName: 'ещё.txt', bytes: new TextEncoder().encode(exampleOrder) }
      const other = await coordinator(ctx => uploadOrder(ctx, file))
      const { executors } = await coordinator(ctx => viewExecutors(ctx, other))
      const schools = executors.find(one => one.text === 'Руководители ОО')
      assert.equal(schools?.chosen, 'allSchools')
      assert.equal(schools?.suggestions[0]?.why, 'chosen-before')
      const elsewhere = await as(region.valley.request, ctx => directoryOf(ctx, region.valley.authority.id))
      assert.equal(elsewhere.size, 0)
    })

    test('approval makes exactly the obligations of the preview', async () => {
      const preview = await coordinator(ctx => viewPreview(ctx, orderId))
      const made = await coordinator(ctx => listObligations(ctx, { roadmapId, ...allOf }))
      assert.equal(made.length, preview.counts?.all)
      assert.equal(made.filter(one => one.binding === 'recommended').length, preview.counts?.recommended)
      assert.equal(made.filter(one => one.binding === 'owed' && !one.dueOn).length, preview.counts?.undated)
      // 1.1 once, 1.2 four quarters of the authority, 1.3 two checkpoints, 2.1 and 2.2 once a school, clause 2 four quarters a school
      assert.equal(made.filter(one => one.binding === 'owed').length, 1 + 4 + 3 * (2 + 1 + 1) + 3 * 4)
    })

    test('an approved draft can neither be edited nor approved again', async () => {
      const { version } = await coordinator(ctx => loadDraft(ctx, orderId))
      const edit = coordinator(ctx => changeDraft(ctx, orderId, version, 'i1', draft => deleteItem(draft, 'i1')))
      assert.equal((await refusalOf(edit)).code, 'roadmaps/already-approved')
      const again = coordinator(ctx => approveDraft(ctx, orderId, version))
      assert.equal((await refusalOf(again)).code, 'roadmaps/already-approved')
    })

    test('counters, lists and derived statuses tell the same', async () => {
      const made = await coordinator(ctx => listObligations(ctx, { roadmapId, ...allOf }))
      const { totals } = await coordinator(ctx => viewRoadmap(ctx, roadmapId, {}))
      assert.equal(totals.owed, made.filter(one => one.binding === 'owed').length)
      assert.equal(totals.overdue, overdueOf(made, today))
      assert.ok(totals.overdue > 0)
      const burning = await coordinator(ctx => viewBurning(ctx, roadmapId, undefined))
      assert.equal(burning.overdue.length, totals.overdue)
      const listed = await coordinator(ctx => viewRoadmaps(ctx))
      assert.deepEqual(listed.roadmaps.find(one => one.head.id === roadmapId)?.totals, totals)
    })

    test('a coordinator of another municipality sees neither the order nor the roadmap', async () => {
      const neighbour = <Result>(fn: (ctx: Ctx) => Promise<Result>) => as(region.valley.request, fn)
      assert.equal((await refusalOf(neighbour(ctx => loadDraft(ctx, orderId)))).code, 'roadmaps/no-such-order')
      assert.equal(
        (await refusalOf(neighbour(ctx => viewRoadmap(ctx, roadmapId, {})))).code,
        'roadmaps/no-such-roadmap',
      )
      assert.deepEqual(await neighbour(ctx => listObligations(ctx, { roadmapId, ...allOf })), [])
    })

    test('a school sees the roadmap and only its own obligations', async () => {
      const seen = await as(head(), ctx => listObligations(ctx, { roadmapId, ...allOf }))
      assert.deepEqual(new Set(seen.map(one => one.organisationId)), new Set([region.hill.schools[0].id]))
      const view = await as(head(), ctx => viewRoadmap(ctx, roadmapId, {}))
      assert.equal(view.totals.owed, seen.length)
      assert.equal(view.items.length, 5)
    })

    test('words are found in any form, ё or not', async () => {
      const found = (q: string) =>
        coordinator(async ctx => (await viewItems(ctx, roadmapId, { q })).items.map(item => item.number))
      assert.deepEqual(await found('консультация учителям'), ['1.3'])
      assert.deepEqual(await found('олимпиада'), ['2.2'])
      assert.deepEqual(await found('космодром'), [])
    })

    test('items are filtered by section, executor and state', async () => {
      const view = await coordinator(ctx => viewRoadmap(ctx, roadmapId, {}))
      const found = (query: Parameters<typeof viewItems>[2]) =>
        coordinator(async ctx => (await viewItems(ctx, roadmapId, query)).items.map(item => item.number))
      assert.deepEqual(await found({ section: view.sections[1]!.id }), ['2.1', '2.2'])
      assert.deepEqual(await found({ executor: 'управление образования' }), ['1.1', '1.2'])
      assert.deepEqual(await found({ status: 'undated' }), ['2.2'])
      assert.deepEqual(await found({ status: 'overdue' }), ['1.1', '1.2', '2.1'])
    })

    test('the timeline shows every item, undated ones without a bar', async () => {
      const { rows } = await coordinator(ctx => viewTimeline(ctx, roadmapId, 'month', undefined))
      assert.deepEqual(
        rows.map(row => row.spans.length),
        [1, 4, 1, 1, 0],
      )
    })

    test('an exported DOCX read by Opora again holds the same items', async () => {
      const { bytes } = await coordinator(ctx => downloadDocx(ctx, roadmapId))
      const again = understandOrder(await readFile(bytes as Uint8Array)).order.roadmap
      const order = await coordinator(ctx => structuredOrder(ctx, roadmapId))
      const plain = (items: typeof again.items) =>
        items.map(({ number, title, deadline, responsible, results, sectionIndex }) => ({
          number,
          title,
          deadline: [deadline?.kind, deadline?.start, deadline?.end],
          parties: responsible.map(party => party.sourceText),
          results: results.map(result => result.sourceText),
          sectionIndex,
        }))
      assert.deepEqual(plain(again.items), plain(order.roadmap.items))
      assert.deepEqual(
        again.sections.map(section => section.title),
        order.roadmap.sections.map(section => section.title),
      )
    })

    test('a workbook and a calendar are made; the calendar holds the dated obligations of one organisation', async () => {
      const workbook = await coordinator(ctx => downloadXlsx(ctx, roadmapId))
      assert.equal(Buffer.from(workbook.bytes as Uint8Array).toString('latin1', 0, 2), 'PK')
      const ics = (await as(head(), ctx => downloadOrganisationIcs(ctx, undefined))).bytes as string
      const mine = await as(head(), ctx => listObligations(ctx, { roadmapId, ...allOf }))
      assert.equal(ics.match(/BEGIN:VEVENT/g)?.length, mine.filter(one => one.dueOn).length)
      assert.match(ics, /DTSTART;VALUE=DATE:20260331/)
    })

    describe('changes', () => {
      test('a changed deadline first shows its effect, then applies exactly that, and keeps what was handed in', async () => {
        const item = await coordinator(ctx => itemNumbered(ctx, '2.1'))
        const obligations = await coordinator(ctx => listObligations(ctx, { ...allOf, roadmapId, itemId: item.id }))
        const submitted = obligations[0]!
        const facts = { id: submitted.id, startedOn: null, submittedOn: today, acceptedOn: null, returnedOn: null }
        await coordinator(ctx => recordFacts(ctx, roadmapId, [facts]))
        const fields = { deadlineText: 'до 15.05.2026', parties: item.parties, lead: 0 }

        const shown = await refusalOf(
          coordinator(ctx =>
            changeItem(ctx, roadmapId, item.id, fields, { version: 1, seal: undefined, reason: undefined }),
          ),
        )
        assert.equal(shown.code, 'roadmaps/confirm-effect')
        const effect = shown.details as Effect
        assert.deepEqual([effect.add, effect.move, effect.cancel, effect.kept], [0, 2, 0, 1])
        const before = await coordinator(ctx => listObligations(ctx, { ...allOf, roadmapId, itemId: item.id }))
        assert.deepEqual(new Set(before.map(one => one.dueOn)), new Set(['2026-03-31']))

        const noReason = { version: 1, seal: effect.seal, reason: ' ', ...anOrder }
        assert.equal(
          (await refusalOf(coordinator(ctx => changeItem(ctx, roadmapId, item.id, fields, noReason)))).code,
          'roadmaps/reason-missing',
        )
        const noOrder = { version: 1, seal: effect.seal, reason: 'перенос занятий', orderNumber: '31' }
        const unordered = await refusalOf(coordinator(ctx => changeItem(ctx, roadmapId, item.id, fields, noOrder)))
        assert.equal(unordered.code, 'roadmaps/order-missing', 'a move needs the number and the date of an order')
        assert.equal((unordered.details as Effect).field, 'orderDate')
        const confirmed = { version: 1, seal: effect.seal, reason: 'перенос занятий', ...anOrder }
        await coordinator(ctx => changeItem(ctx, roadmapId, item.id, fields, confirmed))
        const after = await coordinator(ctx => listObligations(ctx, { ...allOf, roadmapId, itemId: item.id }))
        assert.deepEqual(after.map(one => one.dueOn).sort(), ['2026-03-31', '2026-05-15', '2026-05-15'])
        assert.equal(after.find(one => one.id === submitted.id)?.dueOn, '2026-03-31')

        const card = await coordinator(ctx => viewItem(ctx, roadmapId, item.id))
        assert.equal(card.item.deadline?.sourceText, 'до 15.05.2026')
        assert.equal(card.history[0]?.reason, 'приказ от 09.04.2026 № 31: перенос занятий')
        assert.deepEqual([card.history[0]?.before, card.history[0]?.after], ['март 2026', 'до 15.05.2026'])
        assert.match(card.source[0]?.text ?? '', /Дополнительные занятия/)
        const stale = await refusalOf(
          coordinator(ctx => changeItem(ctx, roadmapId, item.id, { ...fields, deadlineText: 'май 2026' }, confirmed)),
        )
        assert.equal(stale.code, 'roadmaps/item-changed')
      })

      test('a seal of another effect is refused and the new effect is shown', async () => {
        const item = await coordinator(ctx => itemNumbered(ctx, '1.1'))
        const fields = { deadlineText: 'до 20.06.2026', parties: item.parties, lead: 0 }
        const { seal } = await coordinator(ctx => planItemChange(ctx, roadmapId, item.id, fields))
        const other = { ...fields, deadlineText: 'до 21.06.2026' }
        const refusal = await refusalOf(
          coordinator(ctx => changeItem(ctx, roadmapId, item.id, other, { version: 1, seal, reason: 'письмо' })),
        )
        assert.equal(refusal.code, 'roadmaps/effect-changed')
      })

      test('a deadline that cannot be read is refused with an example', async () => {
        const item = await coordinator(ctx => itemNumbered(ctx, '1.1'))
        const fields = { deadlineText: 'когда-нибудь потом', parties: item.parties, lead: 0 }
        const refusal = await refusalOf(coordinator(ctx => planItemChange(ctx, roadmapId, item.id, fields)))
        assert.equal(refusal.code, 'roadmaps/deadline-not-understood')
      })

      test('a school that leaves loses its open obligations with the reason, and the counters follow', async () => {
        const roadmap = await coordinator(ctx => viewRoadmap(ctx, roadmapId, {}))
        const [first, second] = region.hill.schools
        const schools = [first.id, second.id]
        const { seal, plan } = await coordinator(ctx => planScopeChange(ctx, roadmapId, schools))
        assert.ok(plan.cancel.length > 0)
        const shown = { version: roadmap.head.version, seal, reason: 'приказ от 10.04.2026 № 30' }
        await coordinator(ctx => changeScope(ctx, roadmapId, schools, shown))
        const left = await coordinator(ctx =>
          listObligations(ctx, { ...allOf, roadmapId, organisationId: region.hill.schools[2].id }),
        )
        assert.ok(left.every(one => one.cancelledReason === 'приказ от 10.04.2026 № 30' || one.submittedOn !== null))
        const { totals } = await coordinator(ctx => viewRoadmap(ctx, roadmapId, {}))
        assert.equal(totals.owed, roadmap.totals.owed - plan.cancel.length)
        const again = await refusalOf(coordinator(ctx => changeScope(ctx, roadmapId, schools, shown)))
        assert.equal(again.code, 'roadmaps/roadmap-changed')
      })

      test('an executor matched after approval is told apart until the effect is confirmed', async () => {
        const key = 'руководители оо'
        const forgetful = [{ key, target: null }]
        assert.equal(await coordinator(ctx => matchExecutors(ctx, orderId, forgetful)), roadmapId)
        const { gaps } = await coordinator(ctx => viewScope(ctx, roadmapId))
        assert.deepEqual(
          gaps.find(gap => gap.text === 'Руководители ОО'),
          { why: 'not-matched', text: 'Руководители ОО', count: 3 },
        )
        const before = await coordinator(ctx => listObligations(ctx, { roadmapId, ...allOf }))
        await coordinator(ctx => matchExecutors(ctx, orderId, [{ key, target: { kind: 'allSchools' } }]))
        const cured = await coordinator(ctx => viewScope(ctx, roadmapId))
        assert.ok(!cured.gaps.some(gap => gap.text === 'Руководители ОО'))
        assert.equal((await coordinator(ctx => listObligations(ctx, { roadmapId, ...allOf }))).length, before.length)
      })

      test('a school of another municipality cannot be drawn in', async () => {
        const foreign = region.valley.schools[0].id as OrganisationId
        const { after: chosen } = await coordinator(ctx =>
          planScopeChange(ctx, roadmapId, [region.hill.schools[0].id, foreign]),
        )
        assert.deepEqual(chosen, [region.hill.schools[0].id])
      })
    })

    test('a roadmap of 250 items is read in chunks of 100, each item once, in print order', async () => {
      const file = { fileName: 'большой.txt', bytes: new TextEncoder().encode(exampleOrder) }
      const big = await coordinator(ctx => uploadOrder(ctx, file))
      const fields: ItemFields = {
        number: null,
        title: 'Совещание',
        sectionKey: null,
        deadlineText: 'май 2026',
        parties: [{ text: 'Управление образования', owes: false }],
        lead: 0,
        results: [],
        indicators: [],
      }
      await coordinator(ctx =>
        changeDraft(ctx, big, 1, 'items', draft =>
          Array.from({ length: 245 }).reduce<typeof draft>(grown => addItem(grown, null, fields), draft),
        ),
      )
      const id = await coordinator(ctx => approveDraft(ctx, big, 2))
      const seen: number[] = []
      for (let at: number | null = -1, chunks = 0; at !== null; chunks++) {
        assert.ok(chunks < 4)
        const chunk = await coordinator(ctx => viewItems(ctx, id, { after: at ?? -1 }))
        seen.push(...chunk.items.map(item => item.position))
        at = chunk.next
      }
      assert.deepEqual(
        seen,
        Array.from({ length: 250 }, (_, index) => index),
      )
    })
  }),
)
