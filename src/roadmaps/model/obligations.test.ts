import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OrganisationId, PersonId } from '../../core/base/index.ts'
import { aDirectory, aSource, aTown, day, plan2026 } from '../examples/roadmaps.ts'
import { countObligations, obligationsOf } from './obligations.ts'
import { usualCheckpoints } from './plan.ts'

const owing = (source: Parameters<typeof aSource>[0], directory = aDirectory(), town = aTown()) =>
  obligationsOf([aSource(source)], directory, town, plan2026)
const who = (found: ReturnType<typeof obligationsOf>) => found.obligations.map(one => one.organisationId)
const when = (found: ReturnType<typeof obligationsOf>) => found.obligations.map(one => one.dueOn)

test('where a row names several parties the first named owes', () => {
  assert.deepEqual(who(owing({ parties: ['Управление образования', 'ИМЦ'] })), ['authority'])
})

test('the person who approves may choose another lead', () => {
  assert.deepEqual(who(owing({ parties: ['Управление образования', 'ИМЦ'], lead: 'ИМЦ' })), ['centre'])
})

test('a co-executor owes only where that is marked', () => {
  assert.deepEqual(who(owing({ parties: ['Управление образования', 'ИМЦ'], owes: ['ИМЦ'] })), ['authority', 'centre'])
})

test('a party that stands for schools owes once for each school of the roadmap', () => {
  assert.deepEqual(who(owing({ parties: ['Руководители ОО'] })), ['s1', 's2', 's3'])
})

test('a school that hides behind two parties of a row owes once', () => {
  const directory = aDirectory({ 'школа № 1': { kind: 'organisation', organisationId: 's1' as OrganisationId } })
  const found = owing({ parties: ['Руководители ОО', 'школа № 1'], owes: ['школа № 1'] }, directory)
  assert.deepEqual(who(found), ['s1', 's2', 's3'])
})

test('a type of schools obliges the schools of that type only', () => {
  const directory = aDirectory({ Лицеи: { kind: 'schoolsOfType', schoolType: 'lyceum' } })
  const town = aTown([{ id: 's1' }, { id: 's2', type: 'lyceum' }])
  assert.deepEqual(who(owing({ parties: ['Лицеи'] }, directory, town)), ['s2'])
})

test('a surname obliges the organisation for which the person acts, and remembers the person', () => {
  const directory = aDirectory({
    'Ясенева А.П.': { kind: 'person', personId: 'p1' as PersonId, organisationId: 'centre' as OrganisationId },
  })
  const { obligations } = owing({ parties: ['Ясенева А.П.'] }, directory)
  assert.deepEqual(
    obligations.map(one => [one.organisationId, one.personId]),
    [['centre', 'p1']],
  )
})

test('the same words in another case and with other spaces are the same executor', () => {
  assert.deepEqual(who(owing({ parties: ['  руководители   ОО.'] })), ['s1', 's2', 's3'])
})

test('a quarterly deadline gives four obligations a year', () => {
  assert.deepEqual(when(owing({ deadline: 'ежеквартально' })), ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'])
})

test('a continuous deadline falls due on each checkpoint', () => {
  assert.deepEqual(when(owing({ deadline: 'в течение года' })), ['2026-06-30', '2026-11-30'])
})

test('what cannot be dated yields one undated obligation, never 31 December', () => {
  assert.deepEqual(when(owing({ deadline: 'по отдельному графику' })), [null])
  assert.deepEqual(when(owing({ deadline: null })), [null])
})

test('a recommendation gives recommended obligations', () => {
  const { obligations } = owing({ kind: 'clause', binding: 'recommended', parties: ['Руководители ОО'] })
  assert.deepEqual(new Set(obligations.map(one => one.binding)), new Set(['recommended']))
})

test('a clause that makes every school report quarterly gives four obligations a school', () => {
  const { obligations } = owing({ kind: 'clause', deadline: 'ежеквартально', parties: ['Руководители ОО'] })
  assert.equal(obligations.length, 12)
  assert.equal(obligations[0]?.sourceKind, 'clause')
})

test('each reason why nobody owes is said', () => {
  const outside = aDirectory({ Музей: { kind: 'outside' } })
  assert.deepEqual(
    owing({ parties: [] }).gaps.map(gap => gap.why),
    ['no-party'],
  )
  assert.deepEqual(
    owing({ parties: ['Неизвестный центр'] }).gaps.map(gap => gap.why),
    ['not-matched'],
  )
  assert.deepEqual(
    owing({ parties: ['Музей'] }, outside).gaps.map(gap => gap.why),
    ['outside'],
  )
  assert.deepEqual(
    owing({ parties: ['Руководители ОО'] }, aDirectory(), aTown([])).gaps.map(gap => gap.why),
    ['nobody-in-scope'],
  )
})

test('recommended obligations are counted apart from months and organisations', () => {
  const sources = [
    aSource({ id: 'a', deadline: 'до 15.03.2026', parties: ['Руководители ОО'] }),
    aSource({ id: 'b', deadline: null, parties: ['ИМЦ'] }),
    aSource({ id: 'c', kind: 'clause', binding: 'recommended', parties: ['ИМЦ'] }),
  ]
  const counts = countObligations(obligationsOf(sources, aDirectory(), aTown(), plan2026).obligations)
  assert.deepEqual([counts.all, counts.recommended, counts.undated], [5, 1, 1])
  assert.deepEqual(counts.byMonth, [{ month: '2026-03', count: 3 }])
  assert.deepEqual(
    counts.byOrganisation.map(one => one.count),
    [1, 1, 1, 1],
  )
})

test('the usual checkpoints are 30 June and 30 November inside the plan', () => {
  assert.deepEqual(usualCheckpoints(day('2025-09-01'), day('2026-08-31')), ['2025-11-30', '2026-06-30'])
  assert.deepEqual(usualCheckpoints(day('2026-07-01'), day('2026-11-29')), [])
  assert.deepEqual(usualCheckpoints(day('2026-06-30'), day('2026-11-30')), ['2026-06-30', '2026-11-30'])
})
