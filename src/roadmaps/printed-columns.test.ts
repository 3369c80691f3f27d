import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inPrintedOrder, otherHeadings } from './printed-columns.ts'

const columns = [
  { role: 'title', heading: 'Мероприятие' },
  { role: 'deadline', heading: 'Срок' },
  { role: 'responsible', heading: 'Исполнитель' },
  { role: 'result', heading: 'Результат' },
  { role: null, heading: 'Соисполнители' },
] as const
const headings = (printed: { role: string; heading: string }[]) =>
  inPrintedOrder(columns, printed).map(column => column.heading)

test('co-executors stand where the plan prints them, not at the end', () => {
  assert.deepEqual(
    headings([
      { role: 'title', heading: 'Что делаем' },
      { role: 'responsible', heading: 'Исполнитель' },
      { role: 'coexecutor', heading: ' Соисполнители ' },
      { role: 'result', heading: 'Результат' },
      { role: 'deadline', heading: 'Когда' },
    ]),
    ['Мероприятие', 'Исполнитель', 'Соисполнители', 'Результат', 'Срок'],
  )
})

test('a column that the plan does not print, as deadlines made of quarter columns, stays behind its neighbour', () => {
  assert.deepEqual(
    headings([
      { role: 'title', heading: 'Мероприятие' },
      { role: 'other', heading: 'I кв.' },
      { role: 'responsible', heading: 'Исполнитель' },
      { role: 'result', heading: 'Результат' },
    ]),
    ['Мероприятие', 'Срок', 'Исполнитель', 'Результат', 'Соисполнители'],
  )
})

test('a plan without known columns keeps the usual order', () => {
  assert.deepEqual(
    headings([]),
    columns.map(column => column.heading),
  )
})

test('each further heading is shown once, whichever items fill it', () => {
  assert.deepEqual(
    otherHeadings([
      { extra: { Место: 'школа № 4' } },
      { extra: null },
      { extra: { Место: null, Участники: 'учителя' } },
    ]),
    ['Место', 'Участники'],
  )
})
