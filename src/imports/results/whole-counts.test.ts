import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decimalsOf, wholeCounts } from './whole-counts.ts'

test('shares of few people give their counts', () => {
  assert.deepEqual(wholeCounts(7, ['28,57', '28.57', '28,57', '14,29'], 2), { kind: 'one', counts: [2, 2, 2, 1] })
})

test('shares that no division gives are told apart from shares that several give', () => {
  assert.equal(wholeCounts(48, ['12,5', '41,67', '33,33', '10'], 2).kind, 'none')
  assert.deepEqual(wholeCounts(300, ['10', '40', '30', '20'], 0), { kind: 'several', sure: [null, null, null, null] })
})

test('a count is sure when all fitting sets share it', () => {
  // 0 % of 40 is nobody; 33 % and 67 % of the other two are 13 and 27.
  assert.deepEqual(wholeCounts(40, ['0', '33', '67'], 0), { kind: 'one', counts: [0, 13, 27] })
})

test('a share exactly between two roundings may have been rounded either way', () => {
  // 1 of 8 is 12.5 %: both 12 and 13 are seen in tables.
  for (const share of ['12', '13']) assert.equal(wholeCounts(8, [share, '88'], 0).kind, 'one')
})

test('any counts come back, or are said not to be the only ones; by trying all sets', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 4, maxLength: 4 }),
      fc.constantFrom(0, 1, 2),
      (counts, digits) => {
        const participants = counts.reduce((sum, count) => sum + count, 0)
        fc.pre(participants > 0)
        const shares = counts.map(count => ((100 * count) / participants).toFixed(digits))
        const half = 0.5 / 10 ** digits
        const fits = (count: number, at: number) =>
          Math.abs((100 * count) / participants - Number(shares[at])) <= half + 1e-9
        const sets: number[][] = []
        const all = Array.from({ length: participants + 1 }, (_, count) => count)
        const [first, second, third] = [0, 1, 2].map(at => all.filter(count => fits(count, at))) as [
          number[],
          number[],
          number[],
        ]
        for (const a of first)
          for (const b of second)
            for (const c of third)
              if (fits(participants - a - b - c, 3) && a + b + c <= participants)
                sets.push([a, b, c, participants - a - b - c])
        const found = wholeCounts(participants, shares, digits)
        if (sets.length === 1) assert.deepEqual(found, { kind: 'one', counts })
        else {
          assert.ok(found.kind === 'several')
          for (const [at, sure] of found.sure.entries())
            assert.equal(sure, new Set(sets.map(set => set[at])).size === 1 ? sets[0]![at] : null)
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('decimals of a share as printed', () => {
  assert.deepEqual(['21', '21,5', '21.50 %', '0'].map(decimalsOf), [0, 1, 2, 0])
})
