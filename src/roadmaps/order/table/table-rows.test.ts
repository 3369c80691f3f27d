import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../../../core/document-model/index.ts'
import { aContext, aLine, aTable } from './examples.ts'
import { findPlan, understandTable } from './index.ts'

const header = ['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат']
const read = (...blocks: Block[]) => understandTable(blocks, findPlan(blocks), aContext)
const codes = (...blocks: Block[]) => read(...blocks).issues.map(issue => issue.code)

test('a row broken over a page under a repeated header is joined again, cell by cell', () => {
  const plan = aTable('t', [
    header,
    ['1', 'Разбор контрольных работ с', 'март', 'Управление', 'приказ об'],
    header,
    ['', 'учителями пятых классов', '', 'образования', 'утверждении плана'],
    ['2', 'Курсы чтения', 'май', 'ЦРО', 'список'],
  ])
  const { items } = read(plan)
  assert.equal(items.length, 2)
  assert.equal(items[0]?.title, 'Разбор контрольных работ с учителями пятых классов')
  assert.deepEqual(
    items[0]?.responsible.map(party => party.sourceText),
    ['Управление образования'],
  )
  assert.equal(items[0]?.results[0]?.sourceText, 'приказ об утверждении плана')
  assert.ok(codes(plan).includes('rowSplit') && codes(plan).includes('repeatedHeader'))
})

test('an empty number cell with a whole sentence and its own deadline is a new item, and the doubt says so', () => {
  const { items, doubts } = read(
    aTable('t', [
      header,
      ['1', 'Разбор контрольных работ', 'март', 'ЦРО', 'справка'],
      ['', 'Выезд в лицей посёлка Речной', 'апрель', 'завуч', 'акт'],
    ]),
  )
  assert.deepEqual(
    items.map(item => item.number),
    ['1', null],
  )
  const doubt = doubts.find(found => found.why === 'item-without-number')
  assert.equal(doubt?.path, '/items/1')
  assert.equal(doubt?.readings.length, 2)
})

test('cells that slipped one column to the left go back under their headings', () => {
  const plan = aTable('t', [
    header,
    ['1', 'Разбор контрольных работ', 'март', 'ЦРО', 'справка'],
    ['Выезд в лицей посёлка Речной', 'до 15.04.2024', 'ЦРО', 'акт', ''],
    ['3', 'Курсы чтения', 'май', 'ЦРО', 'список'],
  ])
  const [, shifted] = read(plan).items
  assert.equal(shifted?.title, 'Выезд в лицей посёлка Речной')
  assert.equal(shifted?.deadline?.end, '2024-04-15')
  assert.ok(codes(plan).includes('columnShift'))
})

test('the numbers of columns and a total are neither items nor sections', () => {
  const plan = aTable('t', [
    header,
    ['1', '2', '3', '4', '5'],
    ['1', 'Разбор контрольных работ', 'март', 'ЦРО', 'справка'],
    ['Итого', '', '', '', ''],
  ])
  const { items, sections } = read(plan)
  assert.deepEqual([items.length, sections.length], [1, 0])
  assert.ok(codes(plan).includes('noiseRow'))
})

test('a responsible merged over two rows belongs to both', () => {
  const { items } = read(
    aTable('t', [
      header,
      ['1', 'Разбор контрольных работ', 'март', 'ЦРО', 'справка'],
      ['2', 'Курсы чтения', 'май', '^', 'список'],
    ]),
  )
  assert.deepEqual(
    items.map(item => item.responsible[0]?.sourceText),
    ['ЦРО', 'ЦРО'],
  )
})

test('numbers printed at the head of the titles are numbers when no column has them', () => {
  const { items } = read(
    aTable('t', [
      ['Мероприятие', 'Срок', 'Ответственный'],
      ['1.1. Разбор контрольных работ', 'март', 'ЦРО'],
      ['1.2. Курсы чтения', 'май', 'ЦРО'],
    ]),
  )
  assert.deepEqual(
    items.map(item => [item.number, item.title]),
    [
      ['1.1', 'Разбор контрольных работ'],
      ['1.2', 'Курсы чтения'],
    ],
  )
})

test('a gap, a twice used number and a restart in each section are told', () => {
  const plan = aTable('t', [
    header,
    ['Кадры', '<', '<', '<', '<'],
    ['1', 'Разбор контрольных работ', 'март', 'ЦРО', 'справка'],
    ['3', 'Курсы чтения', 'май', 'ЦРО', 'список'],
    ['3', 'Курсы письма', 'май', 'ЦРО', 'список'],
    ['Школа', '<', '<', '<', '<'],
    ['1', 'Педсовет о чтении', 'май', 'ЦРО', 'протокол'],
  ])
  const found = codes(plan)
  for (const code of ['numberingGap', 'duplicateNumber', 'numberingRestart']) assert.ok(found.includes(code), code)
})

test('a clean table has no issues and no doubts', () => {
  const { issues, doubts } = read(
    aTable('t', [
      header,
      ['1', 'Разбор контрольных работ', '12.03.2024', 'ЦРО', 'справка'],
      ['2', 'Курсы чтения', 'до 20.05.2024', 'директор школы', 'список'],
    ]),
  )
  assert.deepEqual([issues, doubts], [[], []])
})

test('tables of target values, of schools and blank report forms are no plan', () => {
  const blocks = [
    aTable('t1', [
      ['Наименование показателя', 'Единица', '2024'],
      ['Доля школ', '%', 'не более 6 %'],
    ]),
    aTable('t2', [
      ['№', 'Школа', 'Куратор'],
      ['1', 'Лицей посёлка Речной', 'Лисина А.П.'],
    ]),
    aLine('p', 'Форма отчёта'),
    aTable('t3', [
      ['№', 'Мероприятие', 'Срок', 'Отметка об исполнении'],
      ['', '', '', ''],
    ]),
  ]
  assert.deepEqual(findPlan(blocks).blocks, [])
})

test('every place of an item leads back to its cells', () => {
  const { provenance } = read(aTable('t', [header, ['1', 'Разбор контрольных работ', 'март', 'ЦРО', 'справка']]))
  assert.deepEqual(provenance['/items/0/deadline'], ['t.r1.c2'])
  assert.deepEqual(provenance['/items/0'], ['t.r1'])
  assert.deepEqual(provenance['/columns/1'], ['t.r0.c1'])
})

test('a signature in the last row of the table is told as noise and makes no section', () => {
  const plan = aTable('t', [
    header,
    ['Кадры', '<', '<', '<', '<'],
    ['1', 'Курсы чтения', 'май', 'ЦРО', 'список'],
    ['Начальник управления А.П. Лисина', '<', '<', '<', '<'],
  ])
  assert.deepEqual(
    read(plan).sections.map(section => section.title),
    ['Кадры'],
  )
  assert.ok(codes(plan).includes('noiseRow'))
})
