import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { applyMethodology } from './apply-methodology.ts'
import { ceilingOf, compareFractions, fractionIn } from './fraction.ts'
import { marginOf } from './margin.ts'
import { readMethodology } from './read-methodology.ts'
import { cellState, emptyTable, type ResultsTable } from './results-table.ts'

const subjects = ['математика', 'русский язык', 'физика']
const years = [2024, 2025]
const slots = years.flatMap(year => subjects.map(subject => ({ procedure: 'ОГЭ', subject, grade: 9, year })))

type Cell = { readonly n: number; readonly k: number } | null
const cell: fc.Arbitrary<Cell> = fc.option(
  fc.integer({ min: 1, max: 12 }).chain(n => fc.integer({ min: 0, max: n }).map(k => ({ n, k }))),
  { nil: null },
)
const cells = fc.array(cell, { minLength: slots.length, maxLength: slots.length })
const window = fc.constantFrom('perYear', 'pooled', 'sameProcedure')
const relation = fc.constantFrom('contains', 'excludes')
const needed = fc.integer({ min: 1, max: 3 })

function tableOf(given: readonly Cell[]): ResultsTable {
  const school = { code: '1', name: '', type: null, region: '', municipality: '', traits: {} }
  const table = emptyTable([school], slots)
  for (const [at, found] of given.entries()) {
    if (found === null) continue
    table.state[at] = cellState.reported
    table.participants[at] = found.n
    table.below[at] = found.k
  }
  return table
}

function methodologyOf(windowName: string, kind: string, atLeast: number) {
  const countLow = (least: number) => ({
    'count-low': { atLeast: least, threshold: '3/10', years, window: windowName },
  })
  return readMethodology({
    id: 'x',
    edition: 1,
    title: 'x',
    about: 'x',
    source: 'x',
    checkedOn: '2026-01-01',
    asOf: '2026-01-01',
    procedures: subjects.map(subject => ({ procedure: 'ОГЭ', subject, grade: 9 })),
    lists: [
      { id: 'first', title: 'first', rule: countLow(atLeast) },
      { id: 'second', title: 'second', rule: countLow(1), relation: { list: 'first', kind } },
    ],
  })
}

const verdictsOf = (methodology: ReturnType<typeof methodologyOf>, given: readonly Cell[]) =>
  applyMethodology(methodology, tableOf(given)).lists.map(({ rule }) => rule.verdictOf(0))

describe('the rule of low procedures', () => {
  test('one more participant who passed never puts a school on the list', () => {
    fc.assert(
      fc.property(cells, window, needed, fc.nat(slots.length - 1), (given, name, least, at) => {
        const methodology = methodologyOf(name, 'contains', least)
        const more = given.map((found, place) => (place === at && found ? { n: found.n + 1, k: found.k } : found))
        const after = verdictsOf(methodology, more)
        for (const [list, before] of verdictsOf(methodology, given).entries())
          if (before !== 'yes') assert.notEqual(after[list], 'yes')
      }),
    )
  })

  test('a result that goes missing never turns an answer into its opposite, and never makes the unknown known', () => {
    fc.assert(
      fc.property(cells, window, relation, needed, fc.nat(slots.length - 1), (given, name, kind, least, at) => {
        const methodology = methodologyOf(name, kind, least)
        const after = verdictsOf(
          methodology,
          given.map((found, place) => (place === at ? null : found)),
        )
        for (const [list, before] of verdictsOf(methodology, given).entries())
          assert.ok(after[list] === before || after[list] === 'unknown', `${before} → ${after[list]}`)
      }),
    )
  })

  test('the margin is the smallest change of marks that turns the verdict: no smaller one does', () => {
    fc.assert(
      fc.property(cells, window, relation, needed, (given, name, kind, least) => {
        const methodology = methodologyOf(name, kind, least)
        const table = tableOf(given)
        for (const [list, { rule }] of applyMethodology(methodology, table).lists.entries()) {
          const margin = marginOf(rule, table, 0)
          const limit = margin ? margin.participants - 1 : 4
          const verdict = rule.verdictOf(0)
          assert.ok(!turnsWithin(given, Math.min(limit, 4), list, methodology, verdict, 0), JSON.stringify({ margin }))
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** Tries every change of at most `left` marks. */
function turnsWithin(
  given: readonly Cell[],
  left: number,
  list: number,
  methodology: ReturnType<typeof methodologyOf>,
  verdict: string,
  from: number,
): boolean {
  if (left < 1) return false
  for (let at = from; at < given.length; at++) {
    const found = given[at]
    if (!found) continue
    for (let step = -left; step <= left; step++) {
      const k = found.k + step
      if (step === 0 || k < 0 || k > found.n) continue
      const changed = given.map((each, place) => (place === at ? { n: found.n, k } : each))
      if (verdictsOf(methodology, changed)[list] !== verdict) return true
      if (turnsWithin(changed, left - Math.abs(step), list, methodology, verdict, at + 1)) return true
    }
  }
  return false
}

describe('exact numbers', () => {
  test('people write them in many ways', () => {
    for (const text of ['3/10', '30 %', '0,3', '0.30', '30%'])
      assert.deepEqual(fractionIn(text), { num: 3, den: 10 }, text)
    for (const text of ['', 'треть', '1/0', '3/10/2', '1e3']) assert.equal(fractionIn(text), null, text)
  })
  test('7 % of a hundred schools is 7 schools, not 8', () => {
    assert.equal(ceilingOf({ num: 7, den: 100 }, 100), 7)
    assert.equal(ceilingOf({ num: 7, den: 100 }, 101), 8)
  })
  test('are compared without rounding', () => {
    assert.equal(compareFractions({ num: 1, den: 3 }, { num: 333_333_333, den: 1_000_000_000 }) > 0, true)
    assert.equal(
      compareFractions({ num: 999_999_999, den: 1_000_000_000 }, { num: 999_999_998, den: 999_999_999 }) > 0,
      true,
    )
  })
})
