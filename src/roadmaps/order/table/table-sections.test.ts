import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../../../core/document-model/index.ts'
import { aContext, aLine, aTable } from './examples.ts'
import { findPlan, understandTable } from './index.ts'

const header = ['№', 'Мероприятие', 'Срок', 'Ответственный']
const read = (...blocks: Block[]) => understandTable(blocks, findPlan(blocks), aContext)
const tree = (...blocks: Block[]) => {
  const { sections, items } = read(...blocks)
  return {
    sections: sections.map(section => [section.number, section.title, section.level, section.parentIndex]),
    items: items.map(item => [item.sectionIndex, item.number, item.title]),
  }
}

test('a row merged over the whole table is a section, and its number is parted from its title', () => {
  const found = tree(
    aTable('t', [
      header,
      ['1. Подготовка', '<', '<', '<'],
      ['1.1', 'Встреча завучей', 'март', 'ЦРО'],
      ['Раздел II. Кадры', '<', '<', '<'],
      ['2.1', 'Курсы чтения', 'май', 'ЦРО'],
    ]),
  )
  assert.deepEqual(found.sections, [
    ['1', 'Подготовка', 1, null],
    ['II', 'Кадры', 1, null],
  ])
  assert.deepEqual(found.items, [
    [0, '1.1', 'Встреча завучей'],
    [1, '2.1', 'Курсы чтения'],
  ])
})

test('a number and a title with nothing else is a section where the other rows have more', () => {
  const found = tree(
    aTable('t', [
      header,
      ['1.', 'Подготовка', '', ''],
      ['1', 'Встреча завучей', 'март', 'ЦРО'],
      ['2', 'Сбор заявок', 'март', 'ЦРО'],
      ['2.', 'Кадры', '', ''],
      ['1', 'Курсы чтения', 'май', 'ЦРО'],
    ]),
  )
  assert.deepEqual(
    found.sections.map(section => section[1]),
    ['Подготовка', 'Кадры'],
  )
  assert.deepEqual(
    found.items.map(item => item[0]),
    [0, 0, 1],
  )
})

test('a number that goes on from the items is an item even with empty cells', () => {
  const found = tree(
    aTable('t', [
      header,
      ['1', 'Встреча завучей', 'март', 'ЦРО'],
      ['2', 'Сбор заявок', '', ''],
      ['3', 'Курсы чтения', 'май', 'ЦРО'],
    ]),
  )
  assert.deepEqual(found.sections, [])
  assert.equal(found.items.length, 3)
})

test('numbered sections under a section in Roman figures are its parts', () => {
  const found = tree(
    aTable('t', [
      header,
      ['I. Район', '<', '<', '<'],
      ['1. Подготовка', '<', '<', '<'],
      ['1.1', 'Встреча завучей', 'март', 'ЦРО'],
      ['2. Кадры', '<', '<', '<'],
      ['2.1', 'Курсы чтения', 'май', 'ЦРО'],
      ['II. Школа', '<', '<', '<'],
      ['1. Подготовка', '<', '<', '<'],
      ['1.1', 'Педсовет о чтении', 'май', 'директор'],
    ]),
  )
  assert.deepEqual(
    found.sections.map(([number, , level, parent]) => [number, level, parent]),
    [
      ['I', 1, null],
      ['1', 2, 0],
      ['2', 2, 0],
      ['II', 1, null],
      ['1', 2, 3],
    ],
  )
  assert.deepEqual(
    found.items.map(item => item[0]),
    [1, 2, 4],
  )
})

test('a column of sections starts a new section at each new text, through merged and blank cells', () => {
  const column = ['Направление', 'Мероприятие', 'Срок', 'Ответственный']
  const rows = (blank: string) => [
    column,
    ['Кадры', 'Курсы чтения', 'март', 'ЦРО'],
    [blank, 'Стажировка в лицее', 'апрель', 'ЦРО'],
    ['Аналитика', 'Разбор контрольных', 'июнь', 'завуч'],
  ]
  for (const blank of ['^', '']) {
    const found = tree(aTable('t', rows(blank)))
    assert.deepEqual(
      found.sections.map(section => section[1]),
      ['Кадры', 'Аналитика'],
    )
    assert.deepEqual(
      found.items.map(item => item[0]),
      [0, 0, 1],
    )
  }
})

test('a table per school: the line above each table is its section, the first one too', () => {
  const plan = (id: string) => aTable(id, [header, ['1', 'Разбор контрольных', 'март', 'директор']])
  const found = tree(
    aLine('p0', 'План работы'),
    aLine('p1', 'МБОУ «СОШ № 3» села Липовка'),
    plan('t1'),
    aLine('p2', 'МКОУ «Основная школа № 8»'),
    plan('t2'),
  )
  assert.deepEqual(
    found.sections.map(section => section[1]),
    ['МБОУ «СОШ № 3» села Липовка', 'МКОУ «Основная школа № 8»'],
  )
  assert.deepEqual(
    found.items.map(item => item[0]),
    [0, 1],
  )
})

test('a plain line between two pieces of a table is a section; a page number is not', () => {
  const found = tree(
    aTable('t1', [header, ['1', 'Разбор контрольных', 'март', 'директор']]),
    aLine('p1', '12'),
    aLine('p2', 'Работа с родителями'),
    aTable('t2', [['2', 'Собрание в актовом зале', 'май', 'завуч']]),
  )
  assert.deepEqual(found.sections, [[null, 'Работа с родителями', 1, null]])
  assert.deepEqual(
    found.items.map(item => [item[0], item[1]]),
    [
      [null, '1'],
      [0, '2'],
    ],
  )
})

test('a cell leaves its month to a section of the calendar, and an empty one has the month itself', () => {
  const { items } = read(
    aTable('t', [
      header,
      ['Сентябрь', '<', '<', '<'],
      ['1', 'Стартовая диагностика', '2 неделя', 'ЦРО'],
      ['2', 'Сдача списков', 'до 15 числа', 'ЦРО'],
      ['3', 'Совет', '', 'ЦРО'],
      ['4', 'Консультации', 'по пятницам', 'ЦРО'],
      ['5', 'Ремонт', 'постоянно', 'ЦРО'],
      ['6', 'Слёт', '5 октября', 'ЦРО'],
    ]),
  )
  assert.deepEqual(
    items.map(({ deadline }) => [deadline?.sourceText, deadline?.kind, deadline?.start, deadline?.end]),
    [
      ['2 неделя', 'window', '2024-09-08', '2024-09-14'],
      ['до 15 числа', 'by', null, '2024-09-15'],
      ['Сентябрь', 'month', '2024-09-01', '2024-09-30'],
      ['по пятницам', 'recurring', null, null],
      ['постоянно', 'continuous', null, null],
      ['5 октября', 'on', '2024-10-05', '2024-10-05'],
    ],
  )
})
