import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aCell, histogram } from '../examples/cells.ts'
import { factsOf, type NamedScale, usualPoints } from './cell-facts.ts'

/** ВПР 2020–2022, mathematics of grade 5: 7, 11, 15 of 20. */
const mathematics5: NamedScale = {
  id: 'vpr-2020-2022',
  of: 'primary',
  marks: [7, 11, 15],
  minimum: null,
  max: 20,
  also: null,
}

describe('what follows from a cell', () => {
  test('a score on the threshold is the mark, one below it is not', () => {
    const scores = histogram({ 6: 3, 7: 2, 10: 1, 11: 1, 14: 1, 15: 2 })
    const { markCounts, below, scale } = factsOf(aCell('s', { scores }), mathematics5)
    assert.deepEqual(markCounts, [0, 0, 3, 3, 2, 2])
    assert.deepEqual([below, scale], [3, 'vpr-2020-2022'])
  })

  test('a mark printed in the file wins over a computed one', () => {
    const scores = histogram({ 6: 3, 7: 7 })
    const { markCounts, below, scale } = factsOf(aCell('s', { scores, marks: [0, 0, 5, 5, 0, 0] }), mathematics5)
    assert.deepEqual([markCounts, below, scale], [[0, 0, 5, 5, 0, 0], 5, null])
  })

  test('without marks and without a scale nothing is known of low results, and that is not zero', () => {
    const facts = factsOf(aCell('s', { scores: histogram({ 6: 10 }) }), null)
    assert.deepEqual([facts.markCounts, facts.below], [null, null])
  })

  test('a class where everybody was absent has nobody below', () => {
    const facts = factsOf(aCell('s', { participants: 0, absent: 7, marks: [0, 0, 0, 0, 0, 0] }), null)
    assert.deepEqual([facts.below, facts.pointsOf, facts.scale], [0, null, null])
  })

  test('a minimum alone says who is below and gives no marks', () => {
    const ege: NamedScale = { id: 'ege', of: 'test', marks: null, minimum: 24, max: null, also: null }
    const facts = factsOf(aCell('s', { procedure: 'ЕГЭ', testScores: histogram({ 23: 4, 24: 6 }) }), ege)
    assert.deepEqual([facts.markCounts, facts.below, facts.scale], [null, 4, 'ege'])
  })

  test('where the mark needs more than points, points alone decide nothing', () => {
    const oge = { ...mathematics5, also: 'баллы по геометрии' }
    const facts = factsOf(aCell('s', { scores: histogram({ 6: 10 }) }), oge)
    assert.deepEqual([facts.markCounts, facts.below, facts.scale], [null, null, null])
  })

  test('points of ЕГЭ are test scores, of the others primary ones; base mathematics has no test score', () => {
    assert.equal(usualPoints('ЕГЭ', 'русский язык'), 'test')
    assert.equal(usualPoints('ЕГЭ', 'математика (базовая)'), 'primary')
    assert.equal(usualPoints('ОГЭ', 'математика'), 'primary')
    const both = { scores: histogram({ 20: 10 }), testScores: histogram({ 50: 5, 60: 5 }) }
    assert.equal(factsOf(aCell('s', { ...both, procedure: 'ЕГЭ' }), null).pointsSum, 550)
    assert.equal(factsOf(aCell('s', both), null).pointsSum, 200)
  })

  test('a printed mean stands for points that are not given', () => {
    const facts = factsOf(aCell('s', { mean: { value: 3.7, of: 'mark' } }), null)
    assert.deepEqual([facts.pointsOf, facts.pointsSum, facts.pointsCount], ['mark', 37, 10])
  })
})
