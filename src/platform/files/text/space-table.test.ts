import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPlainText } from './index.ts'

const shape = (text: string) =>
  readPlainText(text).blocks.map(block =>
    block.kind === 'table' ? block.rows.map(row => row.cells.map(cell => cell.text)) : block.text,
  )

test('columns kept apart by spaces only are a table; wrapped lines are joined, a line alone is a section', () => {
  const plan = `План мероприятий
№   Мероприятие                      Срок          Ответственный
Раздел I. Диагностика
1   Анкетирование учителей школ      март          Методист
2   Обработка анкет учителей         апрель        Методист
    и подготовка отчёта                            центра
3   Семинар по итогам                15.05.2024    Управление`
  assert.deepEqual(shape(plan), [
    'План мероприятий',
    [
      ['№', 'Мероприятие', 'Срок', 'Ответственный'],
      ['Раздел I. Диагностика'],
      ['1', 'Анкетирование учителей школ', 'март', 'Методист'],
      ['2', 'Обработка анкет учителей и подготовка отчёта', 'апрель', 'Методист центра'],
      ['3', 'Семинар по итогам', '15.05.2024', 'Управление'],
    ],
  ])
})

test('two aligned lines are no table, nor is a signature or a line with date, number and place', () => {
  const text = `15.01.2024        № 31-о        г. Речинск
15.01.2024        № 32-о        г. Речинск

Начальник управления        И.И. Кедрова
Заместитель                 П.П. Дубов
Методист                    Р.Р. Ёлкина`
  assert.equal(
    shape(text).every(block => typeof block === 'string'),
    true,
  )
})

test('pieces that do not stand under one another are text', () => {
  const text = `один   два      три
четыре     пять  шесть
семь восемь   девять    десять  одиннадцать`
  assert.equal(
    shape(text).every(block => typeof block === 'string'),
    true,
  )
})
