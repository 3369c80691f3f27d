import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIndicator } from './indicators.ts'
import { readIndicators, readResults } from './read-results.ts'

const texts = (cell: string) => readResults(cell, 'result').results.map(result => result.sourceText)
const types = (cell: string) => readResults(cell, 'result').results.map(result => result.documentType ?? result.kind)
const told = (text: string, anyCount = true) => {
  const reading = readIndicator(text, anyCount)
  return reading && [reading.comparator, ...reading.values, reading.unit]
}

test('results are parted where a new document, deed or measure begins', () => {
  assert.deepEqual(texts('Программа чтения школы, «дорожная карта»'), ['Программа чтения школы', '«дорожная карта»'])
  assert.deepEqual(texts('приказ план работы'), ['приказ', 'план работы'])
  assert.deepEqual(texts('Аналитический отчет Список лицеев'), ['Аналитический отчет', 'Список лицеев'])
  assert.deepEqual(texts('обмен опытом, повышение мастерства педагогов'), [
    'обмен опытом',
    'повышение мастерства педагогов',
  ])
  assert.deepEqual(texts('Доля школ, где есть кружок доля детей, которые в нём, %'), [
    'Доля школ, где есть кружок',
    'доля детей, которые в нём, %',
  ])
  assert.deepEqual(texts('Приказ о составе штаба, не менее 5 семинаров'), [
    'Приказ о составе штаба',
    'не менее 5 семинаров',
  ])
})

test('numbers and dashes of a list on one line are no text of the results', () => {
  assert.deepEqual(texts('1. Приказ. 2. План работы'), ['Приказ.', 'План работы'])
  assert.deepEqual(texts('- приказ; - положение'), ['приказ', 'положение'])
})

test('a bare count of anything but documents is measured', () => {
  assert.deepEqual(types('5 семинаров; Проведено 3 встречи; 2 приказа; 2024 год'), [
    'indicator',
    'indicator',
    'activity',
    'activity',
  ])
})

test('a document after one unknown word and a comma is a result of its own', () => {
  assert.deepEqual(texts('Критерии, приказ об утверждении'), ['Критерии', 'приказ об утверждении'])
  assert.deepEqual(texts('Встреча с командами, школьной и районной'), ['Встреча с командами, школьной и районной'])
})

test('one result with commas or a wrapped line stays one', () => {
  for (const whole of [
    'Состав группы педагогов, имеющих предметные трудности',
    'Результаты, которые показывают низкие предметные умения',
    'Количество учителей, прошедших курсы, не менее 80 % к концу 2024 года',
    'Справка об организации, проведении недели',
    'Снижение доли детей, которые не читают, до 3 %',
    'Снижение доли отстающих в лицее до 2 %',
    'Пройдено не менее 30–40% пути',
    'Доля педагогов – 85–90 %',
  ])
    assert.deepEqual(texts(whole), [whole])
  assert.deepEqual(texts('Справка о неделе\nчтения в лицее'), ['Справка о неделе чтения в лицее'])
})

test('documents are typed by their head, deeds are deeds', () => {
  assert.deepEqual(types('информационно-аналитический отчёт по итогам'), ['аналитический отчёт'])
  assert.deepEqual(types('сводная аналитическая справка; график; протоколы бесед'), [
    'аналитическая справка',
    'график',
    'протокол',
  ])
  assert.deepEqual(types('подготовка аналитических материалов'), ['activity'])
  assert.deepEqual(types('Социальные сети'), ['сайт'])
  assert.deepEqual(types('снижение доли отстающих'), ['indicator'])
})

test('comparators, values and units', () => {
  assert.deepEqual(told('не реже 1 раза в месяц'), ['>=', 1, 'раз/мес'])
  assert.deepEqual(told('Не менее 5 открытых уроков'), ['>=', 5, 'открытых уроков'])
  assert.deepEqual(told('Участие не менее в 5 кружках'), ['>=', 5, 'кружках'])
  assert.deepEqual(told('не более 7 % школ'), ['<=', 7, '%'])
  assert.deepEqual(told('Создано 3 сетевых кружка'), ['=', 3, 'сетевых кружка'])
  assert.deepEqual(told('50 чел.'), ['=', 50, 'чел.'])
  assert.deepEqual(told('20–30 % школ'), ['range', 20, 30, '%'])
  assert.deepEqual(told('не менее двух открытых уроков'), ['>=', 2, 'открытых уроков'])
  assert.deepEqual(told('не менее половины школ'), null)
  assert.deepEqual(told('не менее 30-40%'), ['>=', 30, 40, '%'])
  assert.deepEqual(told('доля участников 90%'), ['=', 90, '%'])
  assert.deepEqual(told('доля школ без сада менее 5 %'), ['<', 5, '%'])
  assert.deepEqual(told('увеличение доли читающих'), ['increase', null])
  assert.deepEqual(told('Доля школ, где читают, %'), ['none', '%'])
  assert.deepEqual(told('план на 2024 год', false), null)
})

test('whose share it is stands after the figure or after the word for the measure', () => {
  assert.equal(readIndicator('100% от числа школ района', true)?.population, 'школ района')
  assert.equal(readIndicator('Доля учителей, которые читают, %', true)?.population, 'учителей')
})

test('in a column of indicators a text without a figure asks for presence', () => {
  assert.deepEqual(
    readIndicators('Страница на сайте центра').map(found => found.comparator),
    ['exists'],
  )
})
