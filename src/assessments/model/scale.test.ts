import assert from 'node:assert/strict'
import { test } from 'node:test'
import { belowOf, isBelow, markOf, type Scale } from './scale.ts'

// DOMAIN: ВПР 2020–2022, mathematics 5: 7/11/15/20; ЕГЭ has a minimum and no marks.
const vpr: Scale = { of: 'primary', max: 20, marks: [7, 11, 15], minimum: null, also: null }
const ege: Scale = { of: 'test', max: 100, marks: null, minimum: 27, also: null }
const nothing = { participants: 3, marks: null, below: null, scores: null, testScores: null }

test('a mark begins at its threshold', () => {
  assert.deepEqual(
    [0, 6, 7, 10, 11, 14, 15, 20].map(score => markOf(vpr, score)),
    [2, 2, 3, 3, 4, 4, 5, 5],
  )
  assert.equal(markOf(ege, 80), null)
})

test('below the minimum ends where the minimum begins', () => {
  assert.deepEqual([isBelow(ege, 26), isBelow(ege, 27)], [true, false])
  assert.deepEqual([isBelow(vpr, 6), isBelow(vpr, 7)], [true, false])
})

test('a printed mark wins over the computed one', () => {
  const scores = [0, 0, 0, 0, 0, 0, 3]
  assert.equal(belowOf({ ...nothing, scores, marks: [0, 0, 1, 2, 0, 0] }, vpr), 1)
  assert.equal(belowOf({ ...nothing, scores }, vpr), 3)
})

test('scores of some participants only say nothing of all', () => {
  assert.equal(belowOf({ ...nothing, scores: [0, 2] }, vpr), null)
  assert.equal(belowOf({ ...nothing, marks: [1, 0, 2, 0, 0, 0] }, null), null)
  assert.equal(belowOf(nothing, vpr), null)
})

test('where the score alone does not decide, nothing is computed', () => {
  assert.equal(belowOf({ ...nothing, scores: [3] }, { ...vpr, also: 'геометрия' }), null)
})
