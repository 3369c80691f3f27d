import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../../core/base/index.ts'
import { readText } from '../../platform/files/index.ts'
import { exampleOrder } from '../examples/orders.ts'
import { day } from '../examples/roadmaps.ts'
import { understandOrder } from '../order/index.ts'
import { executorsOf, planOf, sourcesOf } from './approve.ts'
import { coverageOf, type Draft, draftOf, orderOf } from './draft.ts'
import * as edits from './draft-edits.ts'

const understood = understandOrder(readText(new TextEncoder().encode(exampleOrder)))
const draft = draftOf(understood, [], 'municipal')
const titles = (of: Draft) => of.items.map(item => item.title)
const itemFields = (of: Draft, key: string): edits.ItemFields => {
  const item = of.items.find(one => one.key === key)!
  return {
    number: item.number,
    title: item.title,
    sectionKey: item.sectionKey,
    deadlineText: item.deadline?.sourceText ?? null,
    parties: item.responsible.map(party => ({ text: party.sourceText, owes: false })),
    lead: item.lead,
    results: item.results.map(result => result.sourceText),
    indicators: [],
  }
}
const refusal = (fn: () => unknown) => {
  try {
    fn()
  } catch (error) {
    return error instanceof Refusal ? error.code : error
  }
  return null
}

test('a draft goes back to the order it came from', () => {
  assert.deepEqual(orderOf(draft).roadmap.items, understood.order.roadmap.items)
  assert.deepEqual(orderOf(draft).document.clauses, understood.order.document.clauses)
})

test('the plan is the printed period, its checkpoints the usual ones', () => {
  assert.deepEqual(planOf(draft), {
    start: '2026-01-01',
    end: '2026-12-31',
    horizon: '2026-12-31',
    checkpoints: ['2026-06-30', '2026-11-30'],
  })
})

test('an instruction makes its addressee owe, a recommendation recommends, an approval does neither', () => {
  assert.deepEqual(
    draft.clauses.map(clause => clause.binding),
    ['none', 'owed', 'recommended', 'none'],
  )
  const clauses = sourcesOf(draft).filter(source => source.kind === 'clause')
  assert.equal(clauses.length, 2)
  assert.equal(clauses[0]?.deadline?.kind, 'recurring')
})

test('each distinct executor comes once, with how often it is printed', () => {
  const found = executorsOf(draft)
  assert.equal(found.find(one => one.text === 'Руководители ОО')?.count, 4)
  assert.equal(new Set(found.map(one => one.key)).size, found.length)
})

test('forms of one executor, in another case or abbreviated, are one question', () => {
  const item = draft.items[0]!
  const party = (sourceText: string, canonical?: string) => ({
    sourceText,
    kind: 'group' as const,
    ...(canonical ? { canonical } : {}),
  })
  const responsible = [
    party('Руководители школ'),
    party('Руководителям школ'),
    party('ИМЦ', 'Методический центр'),
    party('Методический центр'),
    party('Отдел кадров'),
  ]
  const found = executorsOf({ ...draft, clauses: [], items: [{ ...item, responsible }] })
  assert.deepEqual(
    found.map(one => [one.forms.map(form => form.text), one.count]),
    [
      [['Руководители школ', 'Руководителям школ'], 2],
      [['ИМЦ', 'Методический центр'], 2],
      [['Отдел кадров'], 1],
    ],
  )
})

test('an edited deadline is read again, an untouched one keeps its reading', () => {
  const edited = edits.editItem(draft, 'i1', { ...itemFields(draft, 'i1'), deadlineText: 'до 01.03.2026' })
  assert.equal(edited.items[0]?.deadline?.end, '2026-03-01')
  const same = edits.editItem(draft, 'i1', itemFields(draft, 'i1'))
  assert.equal(same.items[0]?.deadline, draft.items[0]?.deadline)
})

test('an empty row among the executors does not change who leads', () => {
  const parties = [
    { text: '', owes: false },
    { text: 'ИМЦ', owes: true },
    { text: 'Отдел', owes: false },
  ]
  const { items } = edits.editItem(draft, 'i1', { ...itemFields(draft, 'i1'), parties, lead: 2 })
  assert.deepEqual([items[0]?.responsible[items[0].lead]?.sourceText, items[0]?.coOwes], ['Отдел', [0]])
})

test('an item cannot lose its title', () => {
  assert.equal(
    refusal(() => edits.editItem(draft, 'i1', { ...itemFields(draft, 'i1'), title: ' ' })),
    'roadmaps/item-without-title',
  )
})

test('a split item becomes several that share their executors; an empty line is needed', () => {
  const split = edits.splitItem(draft, 'i1', ['Первое', 'Второе'])
  assert.deepEqual(titles(split).slice(0, 2), ['Первое', 'Второе'])
  assert.deepEqual(split.items[1]?.responsible, draft.items[0]?.responsible)
  assert.equal(new Set(split.items.map(item => item.key)).size, split.items.length)
  assert.equal(
    refusal(() => edits.splitItem(draft, 'i1', ['Одно'])),
    'roadmaps/split-needs-two',
  )
})

test('two items joined hold the words, executors and places of both', () => {
  const merged = edits.mergeWithNext(draft, 'i1')
  assert.equal(titles(merged)[0], `${draft.items[0]?.title} ${draft.items[1]?.title}`)
  assert.equal(merged.items.length, draft.items.length - 1)
  assert.equal(merged.items[0]?.responsible.length, 2)
  const last = draft.items.at(-1)!.key
  assert.equal(
    refusal(() => edits.mergeWithNext(draft, last)),
    'roadmaps/nothing-to-merge',
  )
})

test('a deleted item leaves its text among what was not understood and the coverage falls', () => {
  const less = edits.deleteItem(draft, 'i1')
  assert.match(less.rest.at(-1)?.text ?? '', /^1\.1 Создание рабочей группы; до [^;]+; [^;]+/)
  assert.ok(coverageOf(less).placedWords < coverageOf(draft).placedWords)
})

test('a piece of text attached to an item or kept counts as placed', () => {
  const rest = edits.deleteItem(draft, 'i1')
  const index = rest.rest.length - 1
  const attached = edits.placeRest(rest, index, 'i2')
  assert.deepEqual(attached.items[0]?.notes, [rest.rest[index]?.text])
  assert.ok(coverageOf(attached).placedWords > coverageOf(rest).placedWords)
  assert.equal(edits.placeRest(rest, index, 'keep').rest[index]?.fate, 'kept')
  assert.equal(
    refusal(() => edits.placeRest(rest, 999, 'keep')),
    'roadmaps/no-such-piece',
  )
})

test('a plan cannot end before it starts, but it may last one day', () => {
  const header: edits.HeaderFields = {
    docType: 'приказ',
    number: '17-о',
    date: day('2026-01-20'),
    authority: null,
    documentTitle: null,
    title: 'План',
    level: 'municipal',
    planStart: day('2026-02-01'),
    planEnd: day('2026-02-01'),
    horizon: null,
    checkpoints: null,
  }
  assert.equal(edits.editHeader(draft, header).planEnd, '2026-02-01')
  assert.equal(
    refusal(() => edits.editHeader(draft, { ...header, planEnd: day('2026-01-31') })),
    'roadmaps/period-ends-before-start',
  )
})

test('choosing another reading replaces the doubtful value and settles the doubt', () => {
  const doubtful: Draft = {
    ...draft,
    doubts: [
      {
        id: 'd1',
        target: { on: 'item', key: 'i2', pointer: '/deadline' },
        places: [],
        read: '',
        why: 'deadline-ambiguous-reading',
        readings: [
          { label: 'a', value: draft.items[1]?.deadline },
          { label: 'b', value: null },
        ],
        settled: null,
      },
    ],
  }
  const chosen = edits.chooseReading(doubtful, 'd1', 1)
  assert.equal(chosen.items[1]?.deadline, null)
  assert.equal(chosen.items[1]?.key, 'i2')
  assert.equal(chosen.doubts[0]?.settled, 1)
  assert.equal(
    refusal(() => edits.chooseReading(doubtful, 'd1', 2)),
    'roadmaps/no-such-doubt',
  )
})

test('a row without a number read as a continuation joins the item before it', () => {
  const value = { ...draft.items[1]!, title: 'другое' }
  const doubtful: Draft = {
    ...draft,
    doubts: [
      {
        id: 'd1',
        target: { on: 'item', key: 'i2', pointer: '' },
        places: [],
        read: '',
        why: 'item-without-number',
        readings: [
          { label: 'new', value: draft.items[1] },
          { label: 'continuation', value },
        ],
        settled: null,
      },
    ],
  }
  const joined = edits.chooseReading(doubtful, 'd1', 1)
  assert.equal(joined.items.length, draft.items.length - 1)
  assert.equal(joined.items[0]?.key, 'i1')
})
