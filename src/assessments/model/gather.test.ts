import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { CellKey } from './cell.ts'
import { type CellShape, type PassingParticipant, startGathering } from './gather.ts'
import { mixed, startKnownUnits } from './known-units.ts'
import { startSeenCodes } from './seen-codes.ts'

const key: CellKey = {
  schoolCode: 'sch020001',
  procedure: 'ВПР',
  subject: 'математика',
  grade: 5,
  year: 2021,
  wave: 'spring',
  class: '5А',
}
const tasks = [
  { code: '1', max: 1 },
  { code: '2', max: 2 },
]
const shape: CellShape = { tasks, scores: true, testScores: true, marks: true, journal: true, highest: 3 }

interface Somebody {
  readonly score: number
  readonly testScore: number
  readonly mark: number
  readonly journal: number
  readonly points: readonly number[]
}
const nobody = { score: -1, testScore: -1, mark: -1, journal: -1, points: [-1, -1] }
const asPassing = (one: Somebody): PassingParticipant => ({ ...one, points: Int16Array.from(one.points) })

function gathered(people: readonly Somebody[], given = shape) {
  const gathering = startGathering()
  const number = gathering.shape(given)
  const cell = gathering.open(key, number)
  for (const [at, one] of people.entries()) gathering.add(cell, number, asPassing(one), at + 2)
  return [...gathering.cells()][0]!
}

describe('a cell', () => {
  test('counts scores, marks, journal and tasks, and keeps nothing of a person', () => {
    const cell = gathered([
      { score: 3, testScore: -1, mark: 5, journal: 4, points: [1, 2] },
      { score: 0, testScore: -1, mark: 2, journal: -1, points: [0, -1] },
    ])
    assert.equal(cell.participants, 2)
    assert.equal(cell.absent, null, 'nobody was named as absent')
    assert.deepEqual(cell.scores, [1, 0, 0, 1])
    assert.deepEqual(cell.marks, [0, 0, 1, 0, 0, 1])
    assert.deepEqual(cell.journal![4], [0, 0, 0, 1])
    assert.deepEqual(cell.tasks, [
      { code: '1', max: 1, sum: 1, done: 2 },
      { code: '2', max: 2, sum: 2, done: 1 },
    ])
    assert.deepEqual(cell.rows, [2, 3])
  })

  test('a missing score is not a zero', () => {
    assert.deepEqual(gathered([{ ...nobody, mark: 4 }]).scores, [0, 0, 0, 0])
  })

  test('what the file has no column for is null', () => {
    const bare = { ...shape, tasks: [], scores: false, testScores: false, marks: false, journal: false }
    const { scores, testScores, marks, journal, tasks: own } = gathered([{ ...nobody, points: [] }], bare)
    assert.deepEqual([scores, testScores, marks, journal, own], [null, null, null, null, null])
  })

  test('absent people are counted apart; elsewhere in the same sheet nobody was absent', () => {
    const gathering = startGathering()
    const number = gathering.shape(shape)
    const first = gathering.open(key, number)
    const second = gathering.open({ ...key, class: '5Б' }, number)
    gathering.open({ ...key, class: '5В' }, number)
    gathering.addAbsent(first, number, 2)
    gathering.add(second, number, asPassing(nobody), 3)
    assert.deepEqual(
      [...gathering.cells()].map(({ participants, absent }) => [participants, absent]),
      [
        [0, 1],
        [1, 0],
      ],
      'and a class of which no row was taken is not told at all',
    )
  })

  test('any people give the counts that plain adding gives, however many and however high their points', () => {
    const somebody = fc.record({
      score: fc.integer({ min: -1, max: 120 }),
      testScore: fc.integer({ min: -1, max: 100 }),
      mark: fc.constantFrom(-1, 2, 3, 4, 5),
      journal: fc.constantFrom(-1, 2, 3, 4, 5),
      points: fc.tuple(fc.integer({ min: -1, max: 40 }), fc.integer({ min: -1, max: 3 })),
    })
    fc.assert(
      fc.property(fc.array(somebody, { minLength: 1, maxLength: 20 }), fc.constantFrom(1, 150), (few, times) => {
        const people = Array.from({ length: times }, () => few).flat()
        const cell = gathered(people)
        assert.equal(cell.participants, people.length)
        for (const [score, count] of cell.scores!.entries())
          assert.equal(count, people.filter(one => one.score === score).length)
        for (const [score, count] of cell.testScores!.entries())
          assert.equal(count, people.filter(one => one.testScore === score).length)
        for (const mark of [2, 3, 4, 5]) assert.equal(cell.marks![mark], people.filter(one => one.mark === mark).length)
        for (const [journal, counts] of (cell.journal ?? []).entries())
          for (const [score, count] of counts.entries())
            assert.equal(count, people.filter(one => one.journal === journal && one.score === score).length)
        for (const [at, task] of cell.tasks!.entries()) {
          const done = people.map(one => one.points[at]!).filter(points => points >= 0)
          assert.equal(task.done, done.length)
          assert.equal(
            task.sum,
            done.reduce((sum, points) => sum + points, 0),
          )
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('figures that the file itself gives', () => {
  test('stand as given, and what is not given is null', () => {
    const gathering = startGathering()
    assert.equal(gathering.give(key, { participants: 20, below: 0 }, 2), true)
    const [cell] = [...gathering.cells()]
    assert.deepEqual(
      [cell!.basis, cell!.participants, cell!.below, cell!.mean, cell!.marks],
      ['aggregate', 20, 0, null, null],
    )
  })

  test('of one unit come once, and a comparison of marks joins the shares of marks', () => {
    const gathering = startGathering()
    const comparison = { lower: 5, same: 10, higher: 5 }
    assert.equal(gathering.give(key, { participants: 20, marks: [0, 0, 5, 5, 5, 5] }, 2), true)
    assert.equal(gathering.give(key, { participants: 20, comparison }, 3), true)
    assert.equal(gathering.give(key, { participants: 20, comparison }, 4), false)
    assert.equal(gathering.give(key, { participants: 21, below: 3 }, 5), false)
    const [cell] = [...gathering.cells()]
    assert.deepEqual([cell!.marks, cell!.comparison], [[0, 0, 5, 5, 5, 5], comparison])
  })
})

test('two ways of printing one unit lead to one cell', () => {
  const gathering = startGathering()
  const number = gathering.shape(shape)
  const cell = gathering.open(key, number)
  gathering.remember(8, 9, cell)
  assert.equal(gathering.find(8, 9), cell)
  assert.equal(gathering.open({ ...key }, number), cell)
  gathering.addAbsent(cell, number, 2)
  assert.equal(gathering.size, 1)
})

describe('codes that have passed by', () => {
  test('are found again in their scope, whatever the hashes and however many', () => {
    const passing = fc.tuple(fc.nat(3), fc.nat(9), fc.nat(0xffffffff))
    fc.assert(
      fc.property(fc.array(passing, { maxLength: 3000, size: 'max' }), all => {
        const seen = startSeenCodes()
        const known = new Set<string>()
        for (const [scope, high, low] of all) {
          assert.equal(seen.seenBefore(scope, high, low), known.has(`${scope} ${high} ${low}`))
          known.add(`${scope} ${high} ${low}`)
        }
        for (const [scope, high, low] of all) assert.equal(seen.seenBefore(scope, high, low), true)
        assert.equal(seen.size, known.size)
      }),
      { numRuns: 30 },
    )
  })

  test('of a school far away in the file are remembered as well', () => {
    const seen = startSeenCodes()
    for (let scope = 0; scope < 3000; scope++)
      for (let code = 0; code < 40; code++) assert.equal(seen.seenBefore(scope, code, code), false)
    for (let code = 0; code < 40; code++) assert.equal(seen.seenBefore(7, code, code), true)
    assert.equal(seen.seenBefore(7, 0, 40), false)
  })

  test('beyond the memory for them, rows are counted as not checked', () => {
    const gathering = startGathering(2)
    assert.deepEqual(
      [1, 2, 1, 3, 3].map(low => gathering.seenBefore(0, 7, low)),
      [false, false, true, false, false],
    )
    assert.equal(gathering.uncheckedRows, 2)
  })
})

test('a unit is found by its hash among many', () => {
  const units = startKnownUnits()
  for (let at = 0; at < 5000; at++) units.add(mixed(at, 1), mixed(at, 2), at)
  for (let at = 0; at < 5000; at++) assert.equal(units.find(mixed(at, 1), mixed(at, 2)), at)
  assert.equal(units.find(mixed(5000, 1), mixed(5000, 2)), -1)
})
