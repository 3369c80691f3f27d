import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { parse } from 'yaml'
import { Refusal } from '../../core/base/index.ts'
import { readMethodology } from '../../core/rules/read-methodology.ts'
import { explain } from './explain.ts'
import { loadMethodology, shippedMethodologies } from './load-methodology.ts'
import { outcomesOf, workThrough } from './worked-cases.ts'

const shipped = await shippedMethodologies()

describe('methodologies that come with the product', async () => {
  test('there are some', () => assert.ok(shipped.length >= 5, shipped.join(', ')))

  for (const id of shipped) {
    const loaded = await loadMethodology(id)
    test(`${id} is called as its folder is`, () => assert.equal(loaded.methodology.id, id))
    test(`${id} is told in both languages with its source`, () => {
      for (const lang of ['ru', 'en'] as const)
        assert.ok(explain(loaded.methodology, lang).includes(loaded.methodology.source))
    })
    for (const { name, differences } of await workThrough(loaded))
      test(`${id}: ${name}`, () => assert.deepEqual(differences, []))
  }
})

const smallest = {
  id: 'x',
  edition: 1,
  title: 'x',
  about: 'x',
  source: 'x',
  checkedOn: '2026-01-01',
  asOf: '2026-01-01',
  lists: [{ id: 'l', title: 'l', rule: { 'count-low': { atLeast: 1, threshold: '30 %' } } }],
}
const refusalOf = (data: unknown): { code: string; path: unknown } => {
  try {
    readMethodology(data)
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, path: error.params['path'] }
    throw error
  }
  return { code: 'taken', path: null }
}
const withRule = (rule: unknown) => ({ ...smallest, lists: [{ id: 'l', title: 'l', rule }] })

describe('data of a methodology', () => {
  test('the smallest one is taken', () => assert.equal(refusalOf(smallest).code, 'taken'))
  test('what is missing is named with its place', () => {
    assert.deepEqual(refusalOf({ ...smallest, lists: [{ id: 'l', rule: {} }] }), {
      code: 'methodologies/field-missing',
      path: 'lists[0]',
    })
  })
  test('a field that nobody knows is refused, not passed over', () => {
    const { code, path } = refusalOf(withRule({ 'count-low': { atLeast: 1, threshold: '3/10', treshold: 1 } }))
    assert.deepEqual({ code, path }, { code: 'methodologies/field-unknown', path: 'lists[0].rule.count-low' })
  })
  test('an unknown mechanism is refused', () => {
    assert.equal(refusalOf(withRule({ any: [{ guess: 1 }] })).code, 'methodologies/unknown-mechanism')
  })
  test('a threshold that is no number is refused', () => {
    assert.deepEqual(refusalOf(withRule({ 'count-low': { atLeast: 1, threshold: 'треть' } })), {
      code: 'methodologies/not-a-number',
      path: 'lists[0].rule.count-low.threshold',
    })
  })
  test('a share stands between 0 and 1: both ends are taken, nothing beyond them', () => {
    const withShare = (threshold: string) => refusalOf(withRule({ 'count-low': { atLeast: 1, threshold } })).code
    for (const share of ['0', '1', '100 %']) assert.equal(withShare(share), 'taken', share)
    for (const share of ['-1', '-1/100', '101/100', '101 %', '30'])
      assert.equal(withShare(share), 'methodologies/not-a-share', share)
  })
  test('a parameter that is not declared is refused', () => {
    assert.equal(
      refusalOf(withRule({ 'count-low': { atLeast: '$two', threshold: '3/10' } })).code,
      'methodologies/unknown-name',
    )
  })
  test('lists that refer to each other in a circle are refused', () => {
    assert.equal(refusalOf(withRule({ 'in-list': 'l' })).code, 'methodologies/circle')
  })
  test('a list inside a list must exist', () => {
    assert.equal(refusalOf(withRule({ 'in-list': 'other' })).code, 'methodologies/unknown-list')
  })
  test('a wrong reading in a branch that is not chosen is found as well', () => {
    const data = {
      ...withRule({ choose: { by: '$cut', a: { 'count-low': { atLeast: 1, threshold: '1/2' } }, b: { guess: 1 } } }),
      switches: { cut: { title: 'x', chosen: 'a', readings: { a: 'a', b: 'b' }, source: 'x' } },
    }
    assert.equal(refusalOf(data).code, 'methodologies/unknown-mechanism')
  })
})

describe('the chapter of the guide', async () => {
  const chapter = await readFile(new URL('../../../docs/ru/08-metodiki.md', import.meta.url), 'utf8')
  const [{ lists }, cases] = [...chapter.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => parse(text!))
  const procedures = ['математика', 'русский язык'].map(subject => ({ procedure: 'ВПР', subject, grade: 5 }))
  const written = readMethodology({ ...smallest, procedures, lists })

  test('the case that it prints holds for the rule that it prints', () => {
    assert.deepEqual(
      outcomesOf(written, cases).flatMap(({ differences }) => differences),
      [],
    )
  })
  test('a case that does not say its years is asked for them instead of answering «unknown»', () => {
    const [{ years: _, ...withoutYears }] = cases
    const given = { A: { otherwise: '6 из 20' } }
    assert.throws(() => outcomesOf(written, [{ ...withoutYears, given }]), { code: 'methodologies/case-without-years' })
  })
})
