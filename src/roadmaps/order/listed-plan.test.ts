import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanOrder } from './examples/orders.ts'
import { sourceOf } from './examples/source.ts'
import { understandOrder } from './index.ts'
import { labelled } from './listed-plan-labels.ts'

const head = cleanOrder.slice(0, cleanOrder.indexOf('| №'))
const read = (list: string) => understandOrder(sourceOf(`${head}${list}`)).order.roadmap
const shown = (list: string) =>
  read(list).items.map(item => [
    item.number,
    item.title,
    item.deadline?.sourceText,
    item.responsible.map(party => party.sourceText).join('; '),
  ])

test('a plan printed as a numbered list with «Срок:» and «Ответственный:» has its items', () => {
  const list = `1. Провести совещание директоров. Срок: до 01.03.2024. Ответственный: Щукина Л.Л.
2. Создать рабочую группу. Сроки исполнения: март. Ответственные: методисты, директора школ.`
  assert.deepEqual(shown(list), [
    ['1', 'Провести совещание директоров', 'до 01.03.2024', 'Щукина Л.Л.'],
    ['2', 'Создать рабочую группу', 'март', 'методисты; директора школ'],
  ])
  assert.equal(read(list).title, 'Дорожная карта поддержки школ на 2024 год')
})

test('the labels may stand in a bracket, a numbered line without labels is the section of the numbers under it', () => {
  const { sections, items } = read(`1. Работа с кадрами
1.1. Провести совещание (срок – март, отв. – методисты).
1.2. Создать группу (срок: до 05.04.2024; ответственный: Рыбина К.К.).
2. Работа с родителями
2.1. Провести собрание (срок – в течение года, отв. – руководители школ)`)
  assert.deepEqual(
    sections.map(section => [section.number, section.title]),
    [
      ['1', 'Работа с кадрами'],
      ['2', 'Работа с родителями'],
    ],
  )
  assert.deepEqual(
    items.map(item => [item.sectionIndex, item.number, item.title, item.deadline?.sourceText]),
    [
      [0, '1.1', 'Провести совещание', 'март'],
      [0, '1.2', 'Создать группу', 'до 05.04.2024'],
      [1, '2.1', 'Провести собрание', 'в течение года'],
    ],
  )
})

test('every label may have a line of its own; the goal and the tasks above the list are no items', () => {
  const list = `Цель: повышение качества образования.
Задачи:
1. Выявить дефициты.
2. Устранить дефициты.

I. Диагностика

1. Анкетирование учителей школ
Срок: март 2024 года
Ответственный: методист
Результат: справка

2. Обработка анкет
Срок: апрель 2024 года
Ответственный: методист
Результат: приказ`
  assert.deepEqual(shown(list), [
    ['1', 'Анкетирование учителей школ', 'март 2024 года', 'методист'],
    ['2', 'Обработка анкет', 'апрель 2024 года', 'методист'],
  ])
  const { roadmap, passport } = understandOrder(sourceOf(`${head}${list}`)).order
  assert.deepEqual(roadmap.items[0]?.results[0]?.sourceText, 'справка')
  assert.deepEqual(roadmap.sections[0]?.title, 'Диагностика')
  assert.deepEqual(passport?.tasks, ['Выявить дефициты.', 'Устранить дефициты.'])
})

test('plain lines between dashes are sections, the next appendix ends the list', () => {
  const { sections, items } = read(`Работа с кадрами

- Анкетирование учителей. Срок – март. Ответственные – методист.

Работа с родителями

- Собрание родителей. Срок – 2 раза в год. Ответственные – классные руководители.

Приложение № 2
к приказу от 15.01.2024 № 31-о

1. Школа № 7. Ответственный: Щукина Л.Л.`)
  assert.deepEqual(
    sections.map(section => section.title),
    ['Работа с кадрами', 'Работа с родителями'],
  )
  assert.deepEqual(
    items.map(item => [item.sectionIndex, item.title]),
    [
      [0, 'Анкетирование учителей'],
      [1, 'Собрание родителей'],
    ],
  )
})

test('clauses with deadlines and owners are no plan, nor is one remark with a deadline', () => {
  const clauses = cleanOrder
    .replace('2. Методическому центру (Рыбина К.К.) обеспечить', '2. Обеспечить')
    .replace('сопровождение школ.', 'сопровождение школ. Срок: май. Ответственный: Рыбина К.К.')
    .replace('представить отчёт в срок до 20.12.2024.', 'представить отчёт. Срок: июнь. Ответственный: Рыбина К.К.')
  const order = understandOrder(sourceOf(clauses.slice(0, clauses.indexOf('Приложение № 1\nк')))).order
  assert.deepEqual(order.roadmap.items, [])
  assert.deepEqual(read('1. Провести совещание. Срок: март.').items, [])
})

test('a label ends at the next one; the full stop of initials and of «г.» stays', () => {
  const { title, values } = labelled('Провести замер. Срок: до 1 марта 2024 г. Отв. Щукина Л.Л.')
  assert.equal(title, 'Провести замер')
  assert.deepEqual(
    values.map(value => [value.role, value.text]),
    [
      ['deadline', 'до 1 марта 2024 г.'],
      ['responsible', 'Щукина Л.Л.'],
    ],
  )
  assert.deepEqual(labelled('Представить отчёт в срок до 1 марта').values, [])
})
