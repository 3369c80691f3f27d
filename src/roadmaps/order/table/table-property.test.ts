import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Block } from '../../../core/document-model/index.ts'
import { aContext, aLine, aTable } from './examples.ts'
import { findPlan, understandTable } from './index.ts'

const words = [
  '№',
  'Мероприятие',
  'Срок',
  'Ответственный',
  'Результат',
  'I кв.',
  'II кв.',
  '1',
  '2.1',
  'март',
  'до 01.02',
  '+',
  'ЦРО',
]
const cell = fc.oneof(
  fc.constantFrom('', '<', '^', ...words),
  fc.string({ maxLength: 40 }),
  fc.lorem({ maxCount: 6 }),
  fc
    .array(fc.constantFrom(...words, ',', ';', '«', '»', '(', 'и', 'Лисина А.П.'), { maxLength: 12 })
    .map(list => list.join(' ')),
)
const table = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 })
const documents = fc
  .array(fc.oneof(table, fc.string({ maxLength: 60 })), { maxLength: 6 })
  .map(list =>
    list.map((piece, i): Block => (typeof piece === 'string' ? aLine(`b${i}`, piece) : aTable(`b${i}`, piece))),
  )
const read = (blocks: readonly Block[]) => understandTable(blocks, findPlan(blocks), aContext)

test('no table, however odd, stops the reading, and every item points at a section that is there', () => {
  fc.assert(
    fc.property(documents, blocks => {
      const { items, sections, provenance } = read(blocks)
      assert.deepEqual(
        sections.map(section => section.index),
        [...sections.keys()],
      )
      items.forEach((item, index) => {
        assert.ok(item.sectionIndex === null || sections[item.sectionIndex] !== undefined)
        assert.ok((provenance[`/items/${index}`] ?? []).length > 0)
      })
    }),
    { numRuns: 400 },
  )
})

test('every row of a plan that is neither header nor furniture is an item, a section or told as an issue', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 10 }), rows => {
      const header = ['№', 'Мероприятие', 'Срок', 'Ответственный']
      const plan = aTable('t', [header, ['1', 'Неделя чтения', 'март', 'ЦРО'], ...rows])
      const { provenance, issues } = read([plan])
      const told = new Set([...Object.values(provenance).flat(), ...issues.flatMap(issue => issue.places ?? [])])
      for (const row of plan.rows) {
        const texts = row.cells.map(one => one.text.trim()).filter(text => /[\p{L}\p{N}]/u.test(text))
        const isColumnNumbers =
          texts.length > 2 && texts.every((text, i) => text.replace(/[.)]$/, '') === String(i + 1))
        if (texts.length === 0 || isColumnNumbers) continue
        assert.ok(told.has(row.place.id) || row.cells.some(one => told.has(one.place.id)), texts.join(' | '))
      }
    }),
    { numRuns: 300 },
  )
})

test('ten times the rows take about ten times the time', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      i % 7 === 3
        ? ['', 'и ещё раз о чтении', '', '', '']
        : [String(i), 'Неделя чтения в лицее', 'март', 'ЦРО, директор', 'план'],
    )
  const time = (count: number) => {
    const blocks = [aTable('t', [['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат'], ...rows(count)])]
    const start = process.cpuUsage().user
    read(blocks)
    return process.cpuUsage().user - start
  }
  time(300)
  const [small, large] = [Math.max(time(300), time(300)), time(3000)]
  assert.ok(large < small * 40, `${small} µs for 300 rows, ${large} µs for 3000`)
})

test('section rows without end and pieces without end stay cheap', () => {
  const header = ['№', 'Мероприятие', 'Срок', 'Ответственный']
  for (const row of [
    ['Раздел о чтении', '<', '<', '<'],
    ['', 'и ещё немного', '', ''],
    ['и дальше', '<', '<', '<'],
  ]) {
    const blocks = [aTable('t', [header, ['1', 'Неделя чтения', 'март', 'ЦРО'], ...new Array(4000).fill(row)])]
    const start = process.cpuUsage().user
    read(blocks)
    assert.ok(process.cpuUsage().user - start < 5_000_000)
  }
})
