import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IsoDate } from '../base/index.ts'
import { occurrences, type PlanTime } from './occurrences.ts'
import { contexts } from './read-deadline.cases.ts'
import { readDeadline } from './read-deadline.ts'

const date = (text: string) => text as IsoDate
const year: PlanTime = { start: date('2023-01-01'), end: date('2023-12-31') }
const schoolYear: PlanTime = { start: date('2023-09-01'), end: date('2024-08-31') }

const of = (text: string, plan = year, context: keyof typeof contexts = plan === schoolYear ? 'school' : 'calendar') =>
  occurrences(readDeadline(text, contexts[context]).deadline, plan)
const due = (...args: Parameters<typeof of>) => of(...args).map(one => one.dueOn)

test('one date, one window, one month or one quarter is one occasion, due on its last day', () => {
  assert.deepEqual(due('до 15.02.2023'), ['2023-02-15'])
  assert.deepEqual(due('30.06.2023'), ['2023-06-30'])
  assert.deepEqual(due('февраль'), ['2023-02-28'])
  assert.deepEqual(due('II квартал 2023'), ['2023-06-30'])
  const [window] = of('01.02-15.05.2023')
  assert.deepEqual([window?.startsOn, window?.dueOn], ['2023-02-01', '2023-05-15'])
})

test('a printed date outside the plan is kept', () => {
  assert.deepEqual(due('до 15.02.2022'), ['2022-02-15'])
})

test('a list is one occasion per part, in order of dates', () => {
  assert.deepEqual(due('декабрь 2023, май 2023'), ['2023-05-31', '2023-12-31'])
  assert.deepEqual(
    of('до 1 мая; до 1 июня').map(one => one.label),
    ['до 1 мая', 'до 1 июня'],
  )
})

test('every month until the 25th is twelve occasions in a year and three in a quarter', () => {
  const days = due('ежемесячно, до 25 числа')
  assert.equal(days.length, 12)
  assert.deepEqual([days[0], days[11]], ['2023-01-25', '2023-12-25'])
  const short = { start: date('2023-01-25'), end: date('2023-03-24') }
  assert.deepEqual(due('ежемесячно, до 25 числа', short), ['2023-01-25', '2023-02-25'])
})

test('the 30th of a month without one is its last day', () => {
  assert.deepEqual(due('ежемесячно, до 30 числа').slice(0, 4), ['2023-01-30', '2023-02-28', '2023-03-30', '2023-04-30'])
})

test('every month without a day is due on its last day, also in a leap year', () => {
  const plan = { start: date('2024-01-01'), end: date('2024-03-31') }
  assert.deepEqual(due('ежемесячно', plan), ['2024-01-31', '2024-02-29', '2024-03-31'])
})

test('every quarter is due on the last day of each, and with a day in the month after it', () => {
  assert.deepEqual(due('ежеквартально'), ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31'])
  assert.deepEqual(due('ежеквартально, до 10 числа'), ['2023-01-10', '2023-04-10', '2023-07-10', '2023-10-10'])
  assert.deepEqual(due('ежеквартально, до 10 числа', schoolYear), [
    '2023-10-10',
    '2024-01-10',
    '2024-04-10',
    '2024-07-10',
  ])
  assert.deepEqual(
    of('ежеквартально').map(one => [one.startsOn, one.label]),
    [
      ['2023-01-01', '2023-Q1'],
      ['2023-04-01', '2023-Q2'],
      ['2023-07-01', '2023-Q3'],
      ['2023-10-01', '2023-Q4'],
    ],
  )
})

test('quarterly from December steps three months at a time', () => {
  const plan = { start: date('2022-01-01'), end: date('2022-12-31') }
  assert.deepEqual(due('декабрь 2021 года, далее ежеквартально', plan, 'years'), [
    '2022-03-31',
    '2022-06-30',
    '2022-09-30',
    '2022-12-31',
  ])
})

test('a month of every year is due at its end, February by the calendar of the year', () => {
  const plan = { start: date('2023-01-01'), end: date('2025-12-31') }
  assert.deepEqual(due('февраль ежегодно', plan), ['2023-02-28', '2024-02-29', '2025-02-28'])
  assert.deepEqual(due('ежегодно до 15 марта', plan), ['2023-03-15', '2024-03-15', '2025-03-15'])
})

test('«далее ежегодно» without an end of the plan runs to the horizon, by default to the end of the plan year', () => {
  const open = { start: date('2020-01-01'), end: null }
  assert.deepEqual(due('IV квартал 2020 года, далее ежегодно', open), ['2020-12-31'])
  const far = { ...open, horizon: date('2022-12-31') }
  assert.deepEqual(due('IV квартал 2020 года, далее ежегодно', far), ['2020-12-31', '2021-12-31', '2022-12-31'])
  assert.deepEqual(due('IV квартал 2020 года, далее ежегодно', { ...open, horizon: date('2022-12-30') }), [
    '2020-12-31',
    '2021-12-31',
  ])
})

test('listed months of «2 раза в год» are the occasions', () => {
  assert.deepEqual(due('2 раза в год (ноябрь, март)'), ['2023-03-31', '2023-11-30'])
  assert.deepEqual(due('2 раза в год (ноябрь, март)', schoolYear), ['2023-11-30', '2024-03-31'])
})

test('every year without a date is one undated occasion per plan year, twice a year two', () => {
  const twoYears = { start: date('2021-01-01'), end: date('2022-12-31') }
  assert.deepEqual(due('ежегодно'), [null])
  assert.deepEqual(due('ежегодно', twoYears), [null, null])
  assert.deepEqual(due('ежегодно', schoolYear), [null])
  assert.deepEqual(due('2 раза в год'), [null, null])
})

test('a start without an end repeats undated', () => {
  const plan = { start: date('2020-01-01'), end: date('2021-12-31') }
  const found = of('с марта 2020 года, далее ежегодно', plan)
  assert.deepEqual(
    found.map(one => [one.startsOn, one.dueOn]),
    [
      ['2020-03-01', null],
      ['2021-03-01', null],
    ],
  )
})

test('a repetition between two printed ends stays between them', () => {
  const days = due('15.10-10.12.2023, ежемесячно')
  assert.deepEqual(days, ['2023-10-31', '2023-11-30', '2023-12-10'])
})

test('weeks end on Sunday, or on the day that is named', () => {
  const plan = { start: date('2023-05-01'), end: date('2023-05-14') }
  assert.deepEqual(due('еженедельно', plan), ['2023-05-07', '2023-05-14'])
  assert.deepEqual(due('по пятницам', plan), ['2023-05-05', '2023-05-12'])
  assert.deepEqual(due('последняя пятница месяца', { ...plan, end: date('2023-06-30') }), ['2023-05-26', '2023-06-30'])
})

test('what goes on all the time, or every day, waits for checkpoints', () => {
  for (const text of ['постоянно', 'в течение года', 'ежедневно']) {
    const [only, ...more] = of(text)
    assert.equal(only?.perCheckpoint, true, text)
    assert.equal(only?.dueOn, null)
    assert.equal(more.length, 0)
  }
})

test('what cannot be dated is exactly one undated occasion', () => {
  for (const text of [
    'по графику',
    'по мере необходимости',
    'абракадабра',
    '31.06.2023',
    'с 1 сентября 2023 г.',
    '2023 год по графику',
  ]) {
    assert.deepEqual(due(text), [null], text)
  }
})

test('a plan that ends before a repetition begins leaves one undated occasion', () => {
  assert.deepEqual(due('март 2030 года, далее ежегодно'), [null])
})
