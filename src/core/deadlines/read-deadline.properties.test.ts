import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type IsoDate } from '../base/index.ts'
import type { Deadline, DeadlineContext } from './contract.ts'
import { findDates } from './find-dates.ts'
import { occurrences } from './occurrences.ts'
import { contexts } from './read-deadline.cases.ts'
import { readDeadline } from './read-deadline.ts'
import { readPeriod } from './read-period.ts'

const someContext = fc.constantFrom<DeadlineContext>(...Object.values(contexts))
const pieces =
  'до 15 февраля 2023 г . , ; ( ) - – / по графику с марта 1 31 31.12.2023 2023-2024 I IV квартал полугодие ежегодно ежемесячно числа каждого месяца в течение года далее согласно не позднее на и учебного неделя раз 2 конец начало весь период'
const likeDeadline = fc
  .array(fc.constantFrom(...pieces.split(' ')), { maxLength: 700 })
  .chain(words => fc.constantFrom(words.join(' '), words.join('')))
  .map(text => text.slice(0, 5_000))
const anyText = fc.oneof(fc.string({ maxLength: 5_000, unit: 'grapheme' }), likeDeadline)
const day = fc.integer({ min: 0, max: 20_000 }).map(n => addDays('2000-01-01' as IsoDate, n))

const months = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
const inFigures = (date: IsoDate) => date.split('-').reverse().join('.')
const inWords = (date: IsoDate) =>
  `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)} г.`
const isOrdered = (span: Pick<Deadline, 'start' | 'end'>) =>
  span.start === null || span.end === null || span.start <= span.end

test('no text crashes the reader, and starts never come after ends', () => {
  fc.assert(
    fc.property(anyText, someContext, (text, context) => {
      const { deadline, doubt } = readDeadline(text, context)
      for (const one of [deadline, ...(doubt?.readings ?? [])]) {
        assert.ok(isOrdered(one))
        assert.ok((one.parts ?? []).every(isOrdered))
      }
      findDates(text)
      readPeriod(text)
    }),
    { numRuns: 300 },
  )
})

test('parts stand in calendar order inside their hull', () => {
  fc.assert(
    fc.property(fc.array(day, { minLength: 2, maxLength: 8 }), someContext, (dates, context) => {
      const { deadline } = readDeadline(dates.map(inFigures).join(', '), context)
      const starts = (deadline.parts ?? []).map(part => part.start)
      assert.deepEqual(starts, [...starts].sort())
      assert.equal(deadline.start, [...dates].sort()[0])
      assert.equal(deadline.end, [...dates].sort().at(-1))
    }),
  )
})

test('a date written in figures or in words reads back', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(inFigures, inWords), someContext, (date, write, context) => {
      const by = readDeadline(`до ${write(date)}`, context).deadline
      assert.deepEqual([by.kind, by.start, by.end], ['by', null, date])
      const on = readDeadline(write(date), context).deadline
      assert.deepEqual([on.kind, on.start, on.end], ['on', date, date])
      assert.equal(findDates(`приказ от ${write(date)} № 5`)[0]?.date, date)
    }),
  )
})

test('a window reads back from any two dates', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 700 }), someContext, (start, length, context) => {
      const end = addDays(start, length)
      const { deadline } = readDeadline(`с ${inWords(start)} по ${inWords(end)}`, context)
      assert.deepEqual([deadline.kind, deadline.start, deadline.end], ['window', start, end])
    }),
  )
})

test('a found date lies where its offsets say', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), day, fc.string({ maxLength: 40 }), (before, date, after) => {
      const text = `${before} ${inFigures(date)} ${after}`
      for (const found of findDates(text)) assert.equal(text.slice(found.start, found.end), found.text)
    }),
  )
})

test('every deadline has an occasion, and dated recurring ones stay inside the plan', () => {
  const plan = { start: '2023-09-01' as IsoDate, end: '2024-08-31' as IsoDate }
  fc.assert(
    fc.property(likeDeadline, text => {
      const { deadline } = readDeadline(text.slice(0, 300), contexts.school)
      const found = occurrences(deadline, plan)
      assert.ok(found.length > 0)
      if (deadline.kind !== 'recurring') return
      for (const one of found) assert.ok(one.dueOn === null || (one.dueOn >= plan.start && one.dueOn <= plan.end))
    }),
    { numRuns: 300 },
  )
})

test('the slowest shapes of 5,000 signs are read in far less than a second', () => {
  const shapes = [
    '1,',
    '1-',
    'и ',
    'I ',
    'с 1 ',
    '15 января – ',
    'по мере необходимости, ',
    'в течение ',
    '(',
    'маймай',
    'а',
  ]
  for (const shape of shapes) {
    const text = shape.repeat(Math.floor(5_000 / shape.length))
    const before = process.cpuUsage()
    readDeadline(text, contexts.calendar)
    const { user } = process.cpuUsage(before)
    assert.ok(user < 1_000_000, `${shape}: ${user} µs`)
  }
})
