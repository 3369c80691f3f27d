import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IsoDate } from '../../core/base/index.ts'
import { calendarIcs, type DatedObligation, linesByItem } from './ics.ts'

const owed = (id: string, organisation: string, over: Partial<DatedObligation> = {}): DatedObligation => ({
  id,
  itemId: 'item-1',
  clauseId: null,
  number: '1.1',
  title: 'Создать рабочую группу',
  organisation,
  dueOn: '2026-03-31' as IsoDate,
  recommended: false,
  ...over,
})

test('thirty schools that owe one item on one day make one event that names them', () => {
  const schools = Array.from({ length: 30 }, (_, index) => owed(`o${index}`, `Школа № ${index + 1}`))
  const ics = calendarIcs(linesByItem(schools), 'Карта', new Date('2026-01-10T09:00:00Z'), 'ru')
  assert.equal(ics.split('BEGIN:VEVENT').length - 1, 1)
  const unfolded = ics.replaceAll('\r\n ', '')
  assert.match(unfolded, /Организации: Школа № 1\\, Школа № 2/)
  assert.match(unfolded, /Школа № 30/)
})

test('another day, another item and a recommendation are events of their own', () => {
  const lines = linesByItem([
    owed('a', 'Школа № 1'),
    owed('b', 'Школа № 1', { dueOn: '2026-06-30' as IsoDate }),
    owed('c', 'Школа № 1', { itemId: null, clauseId: 'clause-1' }),
    owed('d', 'Школа № 1', { recommended: true }),
  ])
  assert.equal(new Set(lines.map(line => line.id)).size, 4)
})

test('an event keeps its id when a school joins', () => {
  const [alone] = linesByItem([owed('a', 'Школа № 1')])
  const [together] = linesByItem([owed('b', 'Школа № 2'), owed('a', 'Школа № 1')])
  assert.equal(together?.id, alone?.id)
})
