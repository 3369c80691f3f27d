import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ObligationId } from '../../core/base/index.ts'
import { aPlanned, aStanding, day } from '../examples/roadmaps.ts'
import { cancellationOf, restorationOf } from './item-fate.ts'

const on = day('2026-03-01')
const standingOne = (id: string, of: Parameters<typeof aStanding>[0] = {}) =>
  aStanding({ id: id as ObligationId, ...of })

test('a cancelled item lets go of what is open or returned and keeps what was accepted or waits for a decision', () => {
  const standing = [
    standingOne('open'),
    standingOne('returned', { submittedOn: on, returnedOn: on }),
    standingOne('submitted', { submittedOn: on }),
    standingOne('accepted', { submittedOn: on, acceptedOn: on }),
    standingOne('gone', { cancelledOn: on }),
  ]
  const { cancel, kept, add, move } = cancellationOf(standing)
  assert.deepEqual(
    cancel.map(one => one.id),
    ['open', 'returned'],
  )
  assert.deepEqual(
    kept.map(one => one.id),
    ['submitted', 'accepted'],
  )
  assert.deepEqual([add, move], [[], []])
})

test('an item taken back gets its own obligations back, and new ones only where none stood', () => {
  const spring = { dueOn: day('2026-04-30') }
  const autumn = { dueOn: day('2026-10-31') }
  const standing = [
    standingOne('gone', { ...spring, cancelledOn: on }),
    standingOne('kept', { ...spring, acceptedOn: on }),
  ]
  const { revive, add, kept, unchanged } = restorationOf(standing, [aPlanned(spring), aPlanned(autumn)])
  assert.deepEqual([revive.length, add.map(one => one.dueOn), kept.length, unchanged], [0, [autumn.dueOn], 0, 1])
  const cancelledOnly = restorationOf(standing.slice(0, 1), [aPlanned(spring), aPlanned(autumn)])
  assert.deepEqual(
    cancelledOnly.revive.map(one => one.id),
    ['gone'],
  )
  assert.deepEqual(
    cancelledOnly.add.map(one => one.dueOn),
    [autumn.dueOn],
  )
})
