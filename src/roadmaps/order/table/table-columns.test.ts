import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../../../core/document-model/index.ts'
import { aContext, aTable } from './examples.ts'
import { readHeading, readHeadingPeriod } from './headings.ts'
import { findPlan, understandTable } from './index.ts'

const read = (...blocks: Block[]) => understandTable(blocks, findPlan(blocks), aContext)
const roles = (...blocks: Block[]) => read(...blocks).columns.map(column => column.role)

test('the earliest telling word of a heading decides its role', () => {
  const told = (heading: string) => readHeading(heading)?.role
  assert.equal(told('Сроки реализации мероприятий'), 'deadline')
  assert.equal(told('Ответственные за исполнение'), 'responsible')
  assert.equal(told('Наименование раздела'), 'section')
  assert.equal(told('Наименование'), 'title')
  assert.equal(told('Отметка об исполнении'), 'note')
  assert.equal(told('Соисполнители'), 'coexecutor')
  assert.equal(told('Информационное сопровождение'), 'informationSupport')
  assert.equal(told('Цвет обложки'), undefined)
})

test('quarters, months and half-years are periods, other figures are not', () => {
  assert.equal(readHeadingPeriod('III кв.')?.first, 7)
  assert.equal(readHeadingPeriod('II', 'Квартал')?.first, 4)
  assert.equal(readHeadingPeriod('II'), null)
  assert.equal(readHeadingPeriod('2 полугодие')?.last, 12)
  assert.equal(readHeadingPeriod('сентябрь')?.first, 9)
  assert.equal(readHeadingPeriod('5'), null)
})

test('marks in columns of quarters are the deadline: one a quarter, several a list of quarters', () => {
  const { items } = read(
    aTable('t', [
      ['№', 'Мероприятие', 'Срок', '<', '<', '<', 'Ответственный'],
      ['^', '^', 'I кв.', 'II кв.', 'III кв.', 'IV кв.', '^'],
      ['1', 'Разбор контрольных работ', '', '+', '', '', 'ЦРО'],
      ['2', 'Курсы чтения', 'х', '-', '-', 'х', 'ЦРО'],
      ['3', 'Неделя чтения', '', '', '', '', 'ЦРО'],
    ]),
  )
  const [one, two, none] = items.map(item => item.deadline)
  assert.deepEqual([one?.kind, one?.start, one?.end, one?.yearInferred], ['quarter', '2024-04-01', '2024-06-30', true])
  assert.deepEqual([two?.kind, two?.start, two?.end, two?.parts?.length], ['multi', '2024-01-01', '2024-12-31', 2])
  assert.equal(none, null)
})

test('in a plan of a school year September stands in its first year and May in its second', () => {
  const blocks = [
    aTable('t', [
      ['Мероприятие', 'сентябрь', 'май', 'Ответственный'],
      ['Курсы чтения', '+', '+', 'ЦРО'],
    ]),
  ]
  const context = { ...aContext, planStart: '2023-09-01', planEnd: '2024-08-31' }
  const deadline = understandTable(blocks, findPlan(blocks), context).items[0]?.deadline
  assert.deepEqual(
    deadline?.parts?.map(part => part.start),
    ['2023-09-01', '2024-05-01'],
  )
})

test('columns for the beginning and the end make one window', () => {
  const { items } = read(
    aTable('t', [
      ['№', 'Мероприятие', 'Сроки', '<', 'Ответственный'],
      ['^', '^', 'начало', 'окончание', '^'],
      ['1', 'Курсы чтения', '01.02.2024', '15.03.2024', 'ЦРО'],
    ]),
  )
  assert.deepEqual([items[0]?.deadline?.start, items[0]?.deadline?.end], ['2024-02-01', '2024-03-15'])
})

test('co-executors, participants and money are kept under their headings', () => {
  const { items } = read(
    aTable('t', [
      ['Мероприятие', 'Срок', 'Исполнитель', 'Соисполнители', 'Участники', 'Источник финансирования'],
      ['Курсы чтения', 'март', 'ЦРО', 'библиотека', 'учителя', ''],
    ]),
  )
  assert.deepEqual(items[0]?.extra, {
    Соисполнители: 'библиотека',
    Участники: 'учителя',
    'Источник финансирования': null,
  })
  assert.deepEqual(
    items[0]?.responsible.map(party => party.sourceText),
    ['ЦРО'],
  )
})

test('a table without a header tells its columns by what they hold, and the doubt says so', () => {
  const plan = aTable('t', [
    ['1', 'Разбор контрольных работ', 'март 2024', 'Отдел образования', 'справка'],
    ['2', 'Курсы чтения', 'май 2024', 'методист ЦРО', 'список'],
    ['3', 'Встреча директоров', 'до 01.06.2024', 'Отдел образования', 'протокол'],
  ])
  assert.deepEqual(roles(plan), ['number', 'title', 'deadline', 'responsible', 'result'])
  assert.ok(read(plan).doubts.some(doubt => doubt.why === 'columns-by-content'))
})

test('headings over the wrong columns are put right by what the columns hold', () => {
  const plan = aTable('t', [
    ['№', 'Мероприятие', 'Срок', 'Ответственный'],
    ['1', 'Разбор контрольных работ', 'Отдел образования', 'март 2024'],
    ['2', 'Курсы чтения', 'методист ЦРО', 'май 2024'],
    ['3', 'Встреча директоров', 'Отдел образования', 'до 01.06.2024'],
  ])
  assert.deepEqual(roles(plan), ['number', 'title', 'responsible', 'deadline'])
})

test('a heading printed in two rows is one heading', () => {
  const plan = aTable('t', [
    ['№', 'Наименование', 'Ответственный', 'Период'],
    ['п.п.', 'мероприятий', 'исполнитель', 'реализации'],
    ['1', 'Курсы чтения', 'ЦРО', 'май 2024'],
  ])
  assert.deepEqual(
    read(plan).columns.map(column => column.heading),
    ['№ п.п.', 'Наименование мероприятий', 'Ответственный исполнитель', 'Период реализации'],
  )
  assert.equal(read(plan).items.length, 1)
})

test('a deadline and its owner in one column are parted', () => {
  const { items } = read(
    aTable('t', [
      ['№, наименование мероприятия', 'Срок исполнения, ответственный', 'Результат'],
      ['1. Встреча директоров', 'январь, Управление образования', 'протокол'],
      ['2. Выезд в лицей', '15.02.2024, методист ЦРО, завуч', 'акт'],
    ]),
  )
  assert.deepEqual(
    items.map(item => [item.number, item.deadline?.sourceText, item.responsible.map(party => party.sourceText)]),
    [
      ['1', 'январь', ['Управление образования']],
      ['2', '15.02.2024', ['методист ЦРО', 'завуч']],
    ],
  )
})

test('dates written under years take the year, values under years are no deadlines', () => {
  const dated = read(
    aTable('t', [
      ['Мероприятие', '2024 год', '2025 год', 'Ответственный'],
      ['Курсы чтения', 'март', 'апрель', 'ЦРО'],
    ]),
  )
  assert.equal(dated.items[0]?.deadline?.sourceText, 'март 2024, апрель 2025')
  const valued = read(
    aTable('t', [
      ['Мероприятие', 'Срок', 'Ответственный', '2024 год', '2025 год'],
      ['Курсы чтения', 'март', 'ЦРО', '40 %', '60 %'],
    ]),
  )
  assert.equal(valued.items[0]?.deadline?.sourceText, 'март')
  assert.deepEqual(valued.items[0]?.extra, { '2024 год': '40 %', '2025 год': '60 %' })
})

test('a list of schools with their curators is no plan', () => {
  const list = aTable('t', [
    ['№', 'Наименование образовательной организации', 'Куратор'],
    ['1', 'Лицей посёлка Речной', 'Лисина А.П.'],
  ])
  assert.deepEqual(findPlan([list]).blocks, [])
})

test('a row of data with a quarter is no header', () => {
  const { items } = read(
    aTable('t1', [['Содержание работы', 'Срок', 'Ответственный']]),
    aTable('t2', [
      ['Разбор хода работы в лицее', 'IV квартал 2024 года', 'ЦРО'],
      ['Курсы чтения', 'май', 'ЦРО'],
    ]),
  )
  assert.equal(items.length, 2)
})

test('numbers that stand in the titles are numbers, with or without a closing dot', () => {
  const { items } = read(
    aTable('t', [
      ['Действия', 'Ответственный', 'Срок'],
      ['1.1 Создать группу', 'Директор', 'май'],
      ['1.2. Изучить запросы', 'Завуч', 'июнь'],
      ['5 классы: неделя чтения', 'Завуч', 'июнь'],
    ]),
  )
  assert.deepEqual(
    items.map(item => [item.number, item.title]),
    [
      ['1.1', 'Создать группу'],
      ['1.2', 'Изучить запросы'],
      [null, '5 классы: неделя чтения'],
    ],
  )
})

test('without a column of deadlines the brackets at the end of a title tell when', () => {
  const told = (heading: string) =>
    read(
      aTable('t', [
        ['№', heading, 'Ответственный', 'Результат'],
        ['1', 'Семинар «Чтение» (до 1 марта 2024 года)', 'ЦРО', 'Материалы'],
        ['2', 'Разбор итогов (2023 год)', 'ЦРО', 'Справка'],
        ['3', 'Беседы (индивидуальные)', 'ЦРО', 'Справка'],
      ]),
    ).items.map(item => [item.title, item.deadline?.end ?? null])
  assert.deepEqual(told('Мероприятие'), [
    ['Семинар «Чтение» (до 1 марта 2024 года)', '2024-03-01'],
    ['Разбор итогов (2023 год)', null],
    ['Беседы (индивидуальные)', null],
  ])
  assert.deepEqual(told('Мероприятие, срок')[0], ['Семинар «Чтение»', '2024-03-01'])
})

test('sections that are months or quarters date the items of a plan without a column of deadlines', () => {
  const { sections, items } = read(
    aTable('t', [
      ['№', 'Мероприятия', 'Ответственные', 'Результат'],
      ['Февраль', '<', '<', '<'],
      ['1', 'Опрос школ', 'ЦРО', 'Справка'],
      ['II квартал 2024 года', '<', '<', '<'],
      ['2', 'Разбор опроса', 'ЦРО', 'Справка'],
      ['Работа с родителями', '<', '<', '<'],
      ['3', 'Собрание', 'ЦРО', 'Протокол'],
    ]),
  )
  assert.deepEqual(
    sections.map(section => section.title),
    ['Февраль', 'II квартал 2024 года', 'Работа с родителями'],
  )
  assert.deepEqual(
    items.map(item => item.deadline?.start ?? null),
    ['2024-02-01', '2024-04-01', null],
  )
})

test('an unknown column before the deeds that has one text for many rows holds the sections', () => {
  const { columns, sections, items } = read(
    aTable('t', [
      ['Выявленная трудность', 'Мероприятия', 'Сроки', 'Ответственные'],
      ['Дети мало читают', 'Опрос школ', 'март', 'ЦРО'],
      ['', 'Неделя чтения', 'апрель', 'ЦРО'],
      ['', 'Справка о чтении', 'май', 'ЦРО'],
      ['Не хватает кадров', 'Курсы', 'июнь', 'ЦРО'],
      ['', 'Встреча с вузом', 'июль', 'ЦРО'],
    ]),
  )
  assert.equal(columns[0]?.role, 'section')
  assert.deepEqual(
    sections.map(section => section.title),
    ['Дети мало читают', 'Не хватает кадров'],
  )
  assert.deepEqual(
    items.map(item => item.sectionIndex),
    [0, 0, 0, 1, 1],
  )
})

test('a sum of the rows above is no item', () => {
  const { items } = read(
    aTable('t', [
      ['№', 'Мероприятия', 'Сроки', 'Ответственные', 'Финансирование'],
      ['1', 'Опрос школ', 'март', 'ЦРО', '10'],
      ['2', 'Курсы', 'июнь', 'ЦРО', '20'],
      ['', 'Итого:', '', '', '30'],
    ]),
  )
  assert.deepEqual(
    items.map(item => item.title),
    ['Опрос школ', 'Курсы'],
  )
})

test('school years over and in the headings: autumn is of the first year, spring of the second', () => {
  assert.equal(readHeadingPeriod('май', '2023/2024 учебный год')?.year, 2024)
  assert.equal(readHeadingPeriod('октябрь', '2023-2024 уч. год')?.year, 2023)
  assert.equal(readHeadingPeriod('май', '2024 год')?.year, 2024)
  const { items } = read(
    aTable('t', [
      ['№', 'Мероприятия', '2023/2024', '2024-2025 уч. г.', 'Ответственный'],
      ['1', 'Опрос школ', '+', '+', 'ЦРО'],
      ['2', 'Курсы чтения', '', '+', 'УО'],
    ]),
  )
  const [both, second] = items.map(item => item.deadline)
  assert.deepEqual([both?.kind, both?.start, both?.end], ['multi', '2023-09-01', '2025-08-31'])
  assert.deepEqual([second?.kind, second?.start, second?.end], ['window', '2024-09-01', '2025-08-31'])
})

test('the date on which something was done is a note, what comes out of it is a result', () => {
  assert.deepEqual(
    roles(
      aTable('t', [
        ['Что делаем', 'Кто', 'Плановый срок', 'Фактический срок', 'Что получаем'],
        ['Опрос школ', 'ЦРО', 'март', '12.03.2024', 'Справка'],
        ['Курсы чтения', 'УО', 'май', '', 'Приказ'],
      ]),
    ),
    ['title', 'responsible', 'deadline', 'note', 'result'],
  )
})
