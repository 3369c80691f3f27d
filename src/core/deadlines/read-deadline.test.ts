import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Deadline, ReadDeadline } from './contract.ts'
import { cases, contexts } from './read-deadline.cases.ts'
import { readDeadline } from './read-deadline.ts'

const range = (start: string | null, end: string | null) => `${start ?? ''}…${end ?? ''}`

/** A reading on one line, in the notation of the table. */
function inBrief({ deadline, doubt }: ReadDeadline): string {
  const { recurrence: often } = deadline
  const words = [deadline.kind + (deadline.baseKind ? `/${deadline.baseKind}` : '')]
  if (deadline.start || deadline.end) words.push(range(deadline.start, deadline.end))
  if (deadline.yearInferred) words.push('inferred')
  if (deadline.parts) words.push(`(${deadline.parts.map(part => range(part.start, part.end)).join(', ')})`)
  if (often) words.push((often.rrule ?? '').replace('FREQ=', '').replace(';INTERVAL=', '/'))
  if (often?.times) words.push(`×${often.times}`)
  if (often?.from) words.push(`from ${often.from}`)
  if (deadline.conditionalNote) words.push(`«${deadline.conditionalNote}»`)
  if (deadline.anomaly) words.push(`!${deadline.anomaly}`)
  if (doubt) words.push(`?${doubt.why}`)
  return words.join(' ')
}

for (const name of Object.keys(cases) as (keyof typeof cases)[]) {
  test(`deadlines are read in a context of: ${name}`, async t => {
    for (const [printed, expected] of cases[name]) {
      await t.test(`«${printed}»`, () => {
        assert.equal(inBrief(readDeadline(printed, contexts[name])), expected)
      })
    }
  })
}

const read = (text: string): Deadline => readDeadline(text, contexts.calendar).deadline

test('the printed words stay as they are, joined over line breaks and freed of mark-up', () => {
  assert.equal(read('<p>Февраль-\n**декабрь**</p>').sourceText, 'Февраль- декабрь')
})

test('every part of a list keeps its printed words', () => {
  const labels = (text: string) => read(text).parts?.map(part => part.label)
  assert.deepEqual(labels('Декабрь 2023 Май 2023'), ['Май 2023', 'Декабрь 2023'])
  assert.deepEqual(labels('первое, второе полугодие'), ['первое полугодие', 'второе полугодие'])
  assert.deepEqual(labels('5 и 20 марта 2023 года'), ['5 марта 2023 года', '20 марта 2023 года'])
  assert.deepEqual(labels('до 1 мая; до 1 июня'), ['до 1 мая', 'до 1 июня'])
})

test('a year outside the plan is kept as printed, and the year of the plan is suggested', () => {
  const { deadline, doubt } = readDeadline('01.03-30.12.2022', contexts.calendar)
  assert.deepEqual(deadline.suggestedCorrection, { start: '2023-03-01', end: '2023-12-30' })
  assert.deepEqual(
    doubt?.readings.map(one => [one.start, one.end]),
    [
      ['2022-03-01', '2022-12-30'],
      ['2023-03-01', '2023-12-30'],
    ],
  )
})

test('a month that had passed when the order was signed may be of the next year', () => {
  const { doubt } = readDeadline('Январь', contexts.order)
  assert.deepEqual(
    doubt?.readings.map(one => one.start),
    ['2023-01-01', '2024-01-01'],
  )
})

test('in a plan of several years the other years are offered, the first that had not passed stands first', () => {
  const { doubt } = readDeadline('март', contexts.years)
  assert.deepEqual(
    doubt?.readings.map(one => one.start),
    ['2022-03-01', '2021-03-01'],
  )
})

test('a day that does not exist is not moved silently: the last day of the month is only suggested', () => {
  const { deadline, doubt } = readDeadline('до 31.06.2023', contexts.calendar)
  assert.equal(deadline.end, null)
  assert.deepEqual(deadline.suggestedCorrection, { start: null, end: '2023-06-30' })
  assert.equal(doubt?.readings[1]?.end, '2023-06-30')
})

test('«до мая» ends in April, and both other readings are offered', () => {
  const { doubt } = readDeadline('до мая 2023', contexts.calendar)
  assert.deepEqual(
    doubt?.readings.map(one => one.end),
    ['2023-04-30', '2023-05-31', '2023-05-01'],
  )
})

test('what was not understood is named', () => {
  assert.equal(readDeadline('до 1 июня (отчёт)', contexts.calendar).doubt?.leftover, 'отчёт')
  assert.equal(readDeadline('абракадабра', contexts.calendar).doubt?.leftover, 'абракадабра')
})

test('a certain reading has no doubt', () => {
  assert.equal(readDeadline('до 15.02.2023', contexts.calendar).doubt, undefined)
})

test('what has no date never gets the last day of the year', () => {
  for (const text of ['по графику', 'постоянно', 'по мере необходимости', 'ежегодно', 'абракадабра', '']) {
    assert.equal(read(text).end, null, text)
  }
})
