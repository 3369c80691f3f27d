import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { noFigures, sumFigures } from './model/figures.ts'
import { resultsTexts } from './pages/texts.ts'
import { absenceOf, besideOf, keyIn, keyText, mayHaveGrade, summaryOf, yearIn } from './views-summary.ts'

describe('from what is stored to what is shown', () => {
  test('a procedure goes into an address and comes back', () => {
    const key = { procedure: 'ЕГЭ', subject: 'математика (базовая)', grade: 11, wave: 'reserve' } as const
    assert.deepEqual(keyIn(keyText(key)), key)
    for (const text of ['', 'ЕГЭ', 'ЕГЭ~химия~11~winter', 'ЕГЭ~химия~x~main', 'ЕГЭ~химия~11~main~more'])
      assert.equal(keyIn(text), null, text)
  })
  test('a year that is not known gives way to the last one that is', () => {
    assert.equal(yearIn('2024', [2023, 2024, 2025]), 2024)
    assert.equal(yearIn('2019', [2023, 2024, 2025]), 2025)
    assert.equal(yearIn('2019', []), null)
  })
  test('a basic school has grade 9 and no grade 10; of an unknown type anything may be', () => {
    assert.deepEqual(
      [mayHaveGrade('basic', 9), mayHaveGrade('basic', 10), mayHaveGrade('primary', 4), mayHaveGrade('primary', 5)],
      [true, false, true, false],
    )
    assert.equal(mayHaveGrade(null, 11), true)
  })
  test('what somebody said goes before what the type says, and silence is missing', () => {
    assert.equal(absenceOf('suppressed', 'basic', 11), 'suppressed')
    assert.equal(absenceOf(null, 'basic', 11), 'not_applicable')
    assert.equal(absenceOf(null, 'secondary', 11), 'missing')
  })
  test('a school does not see a territory of two schools, an office does, and three are enough', () => {
    const figures = { ...noFigures, participants: 40 }
    assert.equal(besideOf(figures, 2, true).state, 'hidden')
    assert.ok(!('participants' in besideOf(figures, 2, true)))
    assert.equal(besideOf(figures, 3, true).state, 'reported')
    assert.equal(besideOf(figures, 2, false).state, 'reported')
  })
  test('what is known of one class only is shown with its own number of participants', () => {
    const sum = sumFigures([
      { ...noFigures, participants: 20, judged: 20, below: 3, points: { primary: { sum: 100, count: 20 } } },
      { ...noFigures, participants: 10 },
    ])
    const { participants, judged, below, mean, absent } = summaryOf(sum)
    assert.deepEqual([participants, judged, below, mean?.n, mean?.value, absent], [30, 20, 3, 20, 5, null])
  })
  test('journals, comparisons and tasks of classes add up, of different lengths too', () => {
    const task = { code: '1', max: 2, sum: 5, done: 4 }
    const sum = sumFigures([
      { ...noFigures, journal: [[1], [], [], [0, 2], [], []], comparison: [1, 2, 3], tasks: [task] },
      {
        ...noFigures,
        journal: [[], [], [], [1, 1, 1], [], []],
        comparison: [1, 0, 0],
        tasks: [{ ...task, code: '2' }, task],
      },
    ])
    assert.deepEqual(sum.journal?.[3], [1, 3, 1])
    assert.deepEqual(sum.comparison, [2, 2, 3])
    assert.deepEqual(
      sum.tasks?.map(({ code, sum: points, done }) => [code, points, done]),
      [
        ['1', 10, 8],
        ['2', 5, 4],
      ],
    )
  })
  test('no page calls a result biased or a school bad', () => {
    const words = JSON.stringify(resultsTexts).toLowerCase()
    for (const word of [
      'необъективн',
      'завышен',
      'занижен',
      'накрут',
      'плохая школа',
      'слабая школа',
      'biased',
      'cheat',
    ])
      assert.ok(!words.includes(word), word)
  })
})
