import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, someFacts } from '../examples/roadmaps.ts'
import { isBurning, isHandedIn, statusOn } from './status.ts'

const due = day('2026-06-30')

test('on the day of the deadline an obligation is still in time, the next day it is overdue', () => {
  const facts = someFacts({ dueOn: due })
  assert.equal(statusOn(facts, day('2026-06-30')), 'notYetDue')
  assert.equal(statusOn(facts, day('2026-07-01')), 'overdue')
})

test('work begins with the first day of the window', () => {
  const facts = someFacts({ startsOn: day('2026-03-01'), dueOn: day('2026-03-31') })
  assert.equal(statusOn(facts, day('2026-02-28')), 'notYetDue')
  assert.equal(statusOn(facts, day('2026-03-01')), 'inProgress')
})

test('what somebody began early is in progress before its window', () => {
  assert.equal(statusOn(someFacts({ startedOn: day('2026-01-15') }), day('2026-01-20')), 'inProgress')
})

test('what was handed in is not overdue, however late the review', () => {
  assert.equal(statusOn(someFacts({ submittedOn: day('2026-06-30') }), day('2026-12-01')), 'submitted')
})

test('accepted, returned, not required and cancelled each say so, the last word wins', () => {
  const late = day('2026-12-01')
  const submitted = { submittedOn: day('2026-06-20') }
  assert.equal(statusOn(someFacts({ ...submitted, acceptedOn: day('2026-06-25') }), late), 'accepted')
  assert.equal(statusOn(someFacts({ ...submitted, returnedOn: day('2026-06-25') }), late), 'returned')
  assert.equal(statusOn(someFacts({ notRequiredOn: day('2026-06-25') }), late), 'notRequired')
  assert.equal(
    statusOn(someFacts({ ...submitted, acceptedOn: day('2026-06-25'), cancelledOn: day('2026-07-01') }), late),
    'cancelled',
  )
})

test('a recommendation is never overdue and never burns', () => {
  const facts = someFacts({ binding: 'recommended', dueOn: due })
  assert.equal(statusOn(facts, day('2027-01-01')), 'notYetDue')
  assert.equal(isBurning(facts, day('2027-01-01')), false)
})

test('an undated obligation is never overdue and never burns', () => {
  const facts = someFacts({ dueOn: null })
  assert.equal(statusOn(facts, day('2030-01-01')), 'notYetDue')
  assert.equal(isBurning(facts, day('2030-01-01')), false)
})

test('it burns from the fourteenth day before the deadline', () => {
  const facts = someFacts({ dueOn: due })
  assert.equal(isBurning(facts, day('2026-06-15')), false)
  assert.equal(isBurning(facts, day('2026-06-16')), true)
  assert.equal(isBurning(facts, day('2026-08-01')), true)
})

test('what was returned burns again, what waits for review does not', () => {
  const submittedOn = day('2026-02-01')
  assert.equal(isBurning(someFacts({ submittedOn }), day('2026-06-29')), false)
  assert.equal(isBurning(someFacts({ submittedOn, returnedOn: day('2026-02-02') }), day('2026-02-03')), true)
})

test('returned evidence counts as handed in: a change of the plan leaves it alone', () => {
  const none = { submittedOn: null, acceptedOn: null, returnedOn: null }
  assert.equal(isHandedIn(none), false)
  assert.equal(isHandedIn({ ...none, returnedOn: due }), true)
})
