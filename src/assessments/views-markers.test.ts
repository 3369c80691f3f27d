import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Figures, noFigures } from './model/figures.ts'
import type { Scale } from './model/scale.ts'
import { type MarkerMaterial, markersOf } from './views-markers.ts'

const scale: Scale = { of: 'primary', max: 20, marks: [6, 10, 15], minimum: null, also: null }
const scored = (at: Readonly<Record<number, number>>): Figures => {
  const scores = Array.from({ length: 21 }, (_, score) => at[score] ?? 0)
  return { ...noFigures, participants: scores.reduce((sum, count) => sum + count, 0), scores }
}
const material = (parts: Partial<MarkerMaterial>): MarkerMaterial => ({
  school: scored({ 5: 4, 6: 20, 12: 10 }),
  municipality: null,
  region: scored({ 5: 100, 6: 120, 9: 90, 10: 100, 14: 50, 15: 50 }),
  scale,
  cohort: { ratio: null, hasYearBefore: false, ratios: [] },
  ...parts,
})
const why = (answer: object) => ('why' in answer ? answer.why : 'counted')

describe('markers of a school', () => {
  test('a jump is spoken of from z = 3 on', () => {
    // (12 − 2) ÷ √14 = 2.67; (14 − 2) ÷ √16 = 3 exactly.
    assert.equal(markersOf(material({ school: scored({ 5: 2, 6: 12 }) })).jump.seen, false)
    assert.equal(markersOf(material({ school: scored({ 5: 2, 6: 14 }) })).jump.seen, true)
  })
  test('a jump that the whole region has is not one of the school', () => {
    const school = scored({ 5: 20, 6: 60 })
    assert.equal(markersOf(material({ school })).jump.seen, true)
    assert.equal(markersOf(material({ school, region: scored({ 5: 100, 6: 400 }) })).jump.seen, false)
  })
  test('a procedure without a scale has no thresholds to jump over', () => {
    assert.equal(why(markersOf(material({ scale: null })).jump.school), 'no-scale')
  })
  test('with a minimum alone the jump is looked for at the minimum', () => {
    const jump = markersOf(material({ scale: { ...scale, marks: null, minimum: 6 } })).jump.school
    assert.deepEqual(jump.status === 'counted' && jump.at, [{ threshold: 6, below: 4, on: 20 }])
  })
  test('test scores are compared where the scale speaks of them', () => {
    const school = { ...noFigures, participants: 12, testScores: [...Array(40).fill(0), 6, 6] }
    const answer = markersOf(
      material({ school, region: school, scale: { ...scale, of: 'test', marks: null, minimum: 40 } }),
    )
    assert.equal(answer.valuesOf, 'test')
    assert.equal(answer.above.status, 'not-above')
  })
  test('marks stand in where no file gives scores; those without a mark are no zero', () => {
    const school = { ...noFigures, participants: 15, marks: [5, 0, 0, 0, 5, 5] }
    const region = { ...noFigures, participants: 300, marks: [0, 0, 100, 100, 100, 0] }
    const answer = markersOf(material({ school, region }))
    assert.equal(answer.valuesOf, 'mark')
    assert.equal(answer.above.status === 'above' && answer.above.school.mean, 4.5)
  })
  test('a school that may not see its territory is told so, not shown a zero', () => {
    const answer = markersOf(material({ region: null }))
    assert.deepEqual(
      [why(answer.above), why(answer.low.region), why(answer.comparison.region)],
      ['hidden', 'hidden', 'hidden'],
    )
  })
  test('a mark that does not follow from the score alone is not worked out', () => {
    const journal = [[], [], [], [0, 0, 12], [], []]
    const school = { ...scored({ 2: 12 }), journal }
    assert.equal(
      why(markersOf(material({ school, scale: { ...scale, also: 'баллы по геометрии' } })).comparison.school),
      'score-not-enough',
    )
    assert.equal(why(markersOf(material({ school })).comparison.school), 'counted')
  })
  test('a comparison that the file gives goes before one from the journal', () => {
    const school = { ...scored({ 8: 12 }), comparison: [3, 8, 1], journal: [[], [], [], [0, 0, 12], [], []] }
    const found = markersOf(material({ school })).comparison.school
    assert.deepEqual(found.status === 'counted' && [found.from, found.lower, found.same, found.higher], [
      'file',
      3,
      8,
      1,
    ])
  })
  test('pupils without a journal mark are left out of the order by journal and score', () => {
    const journal = [[50, 0, 0], [], [], [0, 8, 0], [0, 0, 8], []]
    const found = markersOf(material({ school: { ...scored({ 1: 8, 2: 8 }), journal } })).spearman
    assert.deepEqual(found.status === 'counted' && [found.n, found.corrected], [16, 1])
  })
  test('a cohort says whether there was a year before or too few in it', () => {
    const cohort = (parts: object) =>
      why(markersOf(material({ cohort: { ratio: null, hasYearBefore: true, ratios: [], ...parts } })).cohort)
    assert.equal(cohort({ hasYearBefore: false }), 'no-year-before')
    assert.equal(cohort({}), 'too-few')
    assert.equal(cohort({ ratio: 1.1, ratios: [0.9, 1, 1.1] }), 'too-few')
    assert.equal(cohort({ ratio: 1.1, ratios: [0.9, 0.95, 1, 1, 1, 1.02, 1.05, 1.1] }), 'counted')
  })
})
