import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../../core/base/index.ts'
import { day, plan2026 } from '../examples/roadmaps.ts'
import { planUntil } from './period.ts'

test('a longer plan gets the usual checkpoints of the added time, a shorter one loses those after its end', () => {
  assert.deepEqual(planUntil(plan2026, day('2027-06-30')).checkpoints, ['2026-06-30', '2026-11-30', '2027-06-30'])
  assert.deepEqual(planUntil(plan2026, day('2027-06-29')).checkpoints, ['2026-06-30', '2026-11-30'])
  assert.deepEqual(planUntil(plan2026, day('2026-11-30')).checkpoints, ['2026-06-30', '2026-11-30'])
  assert.deepEqual(planUntil(plan2026, day('2026-11-29')).checkpoints, ['2026-06-30'])
})

test('the horizon of «далее ежегодно» goes with the end, unless somebody chose a later day', () => {
  assert.equal(planUntil(plan2026, day('2026-09-01')).horizon, '2026-09-01')
  assert.equal(planUntil({ ...plan2026, horizon: day('2029-12-31') }, day('2027-12-31')).horizon, '2029-12-31')
})

test('a plan neither ends before it starts nor lasts for a lifetime', () => {
  const codeOf = (end: string) => {
    try {
      planUntil(plan2026, day(end))
      return null
    } catch (error) {
      return error instanceof Refusal ? error.code : error
    }
  }
  assert.equal(codeOf('2025-12-31'), 'roadmaps/period-ends-before-start')
  assert.equal(codeOf('2026-01-01'), null)
  assert.equal(codeOf('2036-12-31'), null)
  assert.equal(codeOf('2037-01-01'), 'roadmaps/period-too-long')
})
