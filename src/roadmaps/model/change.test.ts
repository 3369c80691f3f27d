import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ObligationId, OrganisationId } from '../../core/base/index.ts'
import { aPlanned, aStanding, day } from '../examples/roadmaps.ts'
import { changeOf, changesNothing } from './change.ts'

const id = (name: string) => name as ObligationId
const dueOn = day('2026-06-30')
const later = day('2026-09-30')

test('a roadmap that asks for the same changes nothing', () => {
  const plan = changeOf([aStanding({ dueOn })], [aPlanned({ dueOn })])
  assert.equal(plan.unchanged, 1)
  assert.equal(changesNothing(plan), true)
})

test('another deadline moves the obligation instead of making a second one', () => {
  const plan = changeOf([aStanding({ id: id('a'), dueOn })], [aPlanned({ dueOn: later })])
  assert.deepEqual(
    plan.move.map(one => [one.id, one.from.dueOn, one.to.dueOn]),
    [['a', dueOn, later]],
  )
  assert.deepEqual([plan.add.length, plan.cancel.length], [0, 0])
})

test('what was handed in stays where it is and takes the place of the new occurrence', () => {
  const plan = changeOf([aStanding({ dueOn, submittedOn: day('2026-06-20') })], [aPlanned({ dueOn: later })])
  assert.deepEqual([plan.kept.length, plan.move.length, plan.add.length, plan.cancel.length], [1, 0, 0, 0])
})

test('the same without a submission is moved: the border is the submission', () => {
  const plan = changeOf([aStanding({ dueOn })], [aPlanned({ dueOn: later })])
  assert.deepEqual([plan.kept.length, plan.move.length], [0, 1])
})

test('a school that leaves the roadmap loses what it has not handed in and keeps the rest', () => {
  const before = [aStanding({ id: id('a'), dueOn }), aStanding({ id: id('b'), dueOn: later, acceptedOn: later })]
  const plan = changeOf(before, [])
  assert.deepEqual(
    plan.cancel.map(one => one.id),
    ['a'],
  )
  assert.deepEqual(
    plan.kept.map(one => one.id),
    ['b'],
  )
})

test('a school that joins gets its obligations, the others are left alone', () => {
  const joined = aPlanned({ organisationId: 's2' as OrganisationId })
  const plan = changeOf([aStanding()], [aPlanned(), joined])
  assert.deepEqual(plan.add, [joined])
  assert.equal(plan.unchanged, 1)
})

test('from one date to four quarters: the nearest stays or moves, the others are added', () => {
  const quarters = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'].map(date => aPlanned({ dueOn: day(date) }))
  const plan = changeOf([aStanding({ dueOn })], quarters)
  assert.deepEqual([plan.unchanged, plan.add.length, plan.move.length], [1, 3, 0])
})

test('from four quarters to one date: the nearest moves, what was handed in is kept, the others are cancelled', () => {
  const before = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'].map((date, index) =>
    aStanding({ id: id(`q${index + 1}`), dueOn: day(date), acceptedOn: index === 0 ? day('2026-04-01') : null }),
  )
  const plan = changeOf(before, [aPlanned({ dueOn: day('2026-12-15') })])
  assert.deepEqual(
    plan.move.map(one => one.id),
    ['q4'],
  )
  assert.deepEqual(
    plan.kept.map(one => one.id),
    ['q1'],
  )
  assert.deepEqual(
    plan.cancel.map(one => one.id),
    ['q2', 'q3'],
  )
})

test('a cancelled obligation stays cancelled and a new one is made', () => {
  const plan = changeOf([aStanding({ cancelledOn: dueOn })], [aPlanned()])
  assert.deepEqual([plan.add.length, plan.unchanged], [1, 0])
})
