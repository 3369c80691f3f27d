import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../../../core/document-model/index.ts'
import { aContext, aLine, aTable } from './examples.ts'
import { findPlan, understandTable } from './index.ts'

const read = (...blocks: Block[]) => understandTable(blocks, findPlan(blocks), aContext)
const header = ['Мероприятие', 'Исполнители', 'Результат', 'Срок', 'Финансирование']

test('a first row of data that sounds like a header takes the columns of the table before it', () => {
  const { sections, items } = read(
    aLine('a', '1. Итоги'),
    aTable('t', [header, ['Разбор итогов года', 'Рабочая группа', 'справка', 'май', '—']]),
    aLine('b', '2. Поддержка малых школ'),
    aTable('u', [
      ['Провести обследование условий работы', 'Рабочая группа', 'документ', 'весь период', 'средства школ'],
      ['Организовать подвоз на занятия', 'Управление образования', 'приказ', 'до 01.09.2024', '—'],
    ]),
  )
  assert.deepEqual(
    items.map(item => [item.sectionIndex, item.title, item.deadline?.sourceText]),
    [
      [0, 'Разбор итогов года', 'май'],
      [1, 'Провести обследование условий работы', 'весь период'],
      [1, 'Организовать подвоз на занятия', 'до 01.09.2024'],
    ],
  )
  assert.equal(sections.length, 2)
})

test('a header of its own with other headings is still a header', () => {
  const { items } = read(
    aTable('t', [header, ['Разбор итогов года', 'Рабочая группа', 'справка', 'май', '—']]),
    aLine('b', '2. Поддержка малых школ'),
    aTable('u', [
      ['Срок', 'Мероприятия', 'Ответственные', 'Результат', 'Примечание'],
      ['июнь', 'Организовать подвоз на занятия', 'Управление образования', 'приказ', '—'],
    ]),
  )
  assert.deepEqual(
    items.map(item => [item.title, item.deadline?.sourceText]),
    [
      ['Разбор итогов года', 'май'],
      ['Организовать подвоз на занятия', 'июнь'],
    ],
  )
})

test('between two plans the stamp of the next appendix is no section, the title under it is', () => {
  const plan = (id: string, title: string) =>
    aTable(id, [
      ['№', 'Мероприятие', 'Срок', 'Ответственный'],
      ['1', title, 'май', 'Методист'],
    ])
  const { sections } = read(
    aLine('a', 'План мероприятий на 2024 год'),
    plan('t', 'Анкетирование учителей школ'),
    aLine('b', 'Приложение № 2'),
    aLine('c', 'к приказу управления образования'),
    aLine('d', 'от 12.01.2024 № 5'),
    aLine('e', 'План мероприятий для школ'),
    aLine('f', 'на 2024 год'),
    plan('u', 'Самоанализ каждой школы'),
  )
  assert.deepEqual(
    sections.map(section => [section.title, section.level]),
    [['План мероприятий для школ на 2024 год', 1]],
  )
})

test('of two plans in one file the title of the first is no section, that of the second is', () => {
  const plan = (id: string, title: string) =>
    aTable(id, [
      ['№', 'Мероприятие', 'Срок', 'Ответственный'],
      ['1', title, 'май', 'Методист'],
    ])
  const { sections, items } = read(
    aLine('a', 'План мероприятий на 2024 год'),
    plan('t', 'Анкетирование учителей школ'),
    aLine('b', 'План мероприятий для школ на 2024 год'),
    plan('u', 'Самоанализ каждой школы'),
  )
  assert.deepEqual(
    sections.map(section => section.title),
    ['План мероприятий для школ на 2024 год'],
  )
  assert.deepEqual(
    items.map(item => item.sectionIndex),
    [null, 0],
  )
})
