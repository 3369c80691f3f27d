import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanOrder, planWithoutOrder } from '../examples/orders.ts'
import { sourceOf } from '../examples/source.ts'
import { understandOrder } from '../index.ts'

const read = (text: string) => understandOrder(sourceOf(text)).order
const documentOf = (text: string) => read(text).document

test('the place on the line of date and number is no part of the number', () => {
  const text = cleanOrder
    .replace('15.01.2024                                № 31-о', 'от 15 января 2024 года    № 31    п. Речное')
    .replace('г. Речинск', '')
  const { number, place } = documentOf(text)
  assert.deepEqual({ number, place }, { number: '31', place: 'п. Речное' })
})

test('a title in quotation marks over two lines is a title without them', () => {
  const text = cleanOrder.replace(
    'Об утверждении дорожной карты поддержки школ на 2024 год',
    '«Об утверждении дорожной карты\nподдержки школ на 2024 год»',
  )
  assert.equal(documentOf(text).title, 'Об утверждении дорожной карты поддержки школ на 2024 год')
})

test('a title ends before «Заслушав и обсудив …» even where no empty line parts them', () => {
  const text = cleanOrder.replace('\n\nВо исполнение приказа', '\nЗаслушав и обсудив доклад, во исполнение приказа')
  const { title, preamble } = documentOf(text)
  assert.equal(title, 'Об утверждении дорожной карты поддержки школ на 2024 год')
  assert.ok(preamble?.startsWith('Заслушав и обсудив доклад'))
})

test('acts are found by an abbreviated article, and in an aim that carries one out', () => {
  const text = cleanOrder.replace(
    'Во исполнение приказа министерства образования Приозёрского края от 20.12.2023 № 1204 «О поддержке школ», в целях',
    'В целях исполнения п. 2.3 протокола совещания от 12.01.2024 № 4, на основании ст. 28 Федерального закона от 29.12.2012 № 273-ФЗ, в целях',
  )
  assert.deepEqual(
    documentOf(text).legalBasis.map(act => act.number),
    ['4', '273-ФЗ'],
  )
})

test('an aim that carries out no numbered act names no act', () => {
  const text = cleanOrder.replace('в целях повышения', 'в целях реализации муниципальной программы повышения')
  assert.equal(documentOf(text).legalBasis.length, 1)
})

test('«Информацию принять к сведению» is addressed to nobody, «Управлению образования принять …» is', () => {
  const clause = (text: string) =>
    documentOf(cleanOrder.replace('2. Методическому центру (Рыбина К.К.) обеспечить сопровождение школ.', text))
      .clauses[1]?.addressee
  assert.equal(clause('2. Информацию принять к сведению.'), null)
  assert.equal(clause('2. Управлению образования принять меры.'), 'Управлению образования')
})

test('of an order without its first page the first clause is kept and a date inside a clause is not the date of the order', () => {
  const from = cleanOrder.indexOf('3. Руководителям')
  const text = `2\n\n2.2. Представить отчёт до 25 декабря 2024 года.\n${cleanOrder.slice(from)}`
  const { date, clauses } = documentOf(text)
  assert.equal(date, '2024-01-15')
  assert.equal(clauses[0]?.text, 'Представить отчёт до 25 декабря 2024 года.')
})

test('a letterhead in two languages side by side names its body in Russian', () => {
  const text = cleanOrder
    .replace('УПРАВЛЕНИЕ ОБРАЗОВАНИЯ\n', 'МӘҒАРИФ ИДАРАЛЫҒЫ            УПРАВЛЕНИЕ ОБРАЗОВАНИЯ\n')
    .replace('П Р И К А З', 'БОЙОРОҠ            ПРИКАЗ')
  const { authority, docType } = documentOf(text)
  assert.equal(authority, 'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ АДМИНИСТРАЦИИ ГОРОДА РЕЧИНСКА')
  assert.equal(docType, 'приказ')
})

const schoolPlan = `Муниципальное учреждение
«Средняя школа № 14» города Речинска

РАССМОТРЕНО
на заседании педагогического совета
протокол от 30.08.2022 № 1

УТВЕРЖДЕНО
приказом МУ СШ № 14
от 31.08.2022 № 215-ОД
Директор ________ Н.И. Дубова

ДОРОЖНАЯ КАРТА
по переводу школы в эффективный режим
на 2022 - 2024 годы

Цель: повышение качества образования.

Задачи:
1. Обеспечить обучение учителей.
2. Выстроить работу с родителями.

| № | Мероприятие | Срок | Ответственный | Результат |
| 1 | Провести педсовет | до 10.09.2022 | Методист | протокол |
`

test('a plan of a school: the act that approves it gives number and date, not the number of the school nor the protocol', () => {
  const { docType, number, date, authority, signatory, clauses } = documentOf(schoolPlan)
  assert.equal(docType, 'план')
  assert.deepEqual([number, date], ['215-ОД', '2022-08-31'])
  assert.equal(authority, 'Муниципальное учреждение «Средняя школа № 14» города Речинска')
  assert.equal(signatory?.name, 'Н.И. Дубова')
  assert.deepEqual(clauses, [])
})

test('tasks numbered under the title of a plan are tasks, not clauses', () => {
  const { passport, roadmap } = read(schoolPlan)
  assert.deepEqual(passport?.tasks, ['Обеспечить обучение учителей.', 'Выстроить работу с родителями.'])
  assert.equal(roadmap.title, 'ДОРОЖНАЯ КАРТА по переводу школы в эффективный режим на 2022 - 2024 годы')
  assert.deepEqual([roadmap.period?.start, roadmap.period?.end], ['2022-01-01', '2024-12-31'])
})

test('«УТВЕРЖДАЮ» without an act: date, name and body come from the stamp, over all its lines', () => {
  const text = planWithoutOrder.replace(
    'Директор школы № 7\n',
    'Начальник МУ «Комитет образования\nЛесного городского округа»\n',
  )
  const { authority, date, signatory } = documentOf(text)
  assert.equal(authority, 'МУ «Комитет образования Лесного городского округа»')
  assert.equal(date, '2023-09-01')
  assert.deepEqual(signatory, {
    position: 'Начальник МУ «Комитет образования Лесного городского округа»',
    name: 'А.А. Берёзкина',
  })
})

test('the title next to the table is the plan’s, a programme before the stamp is another document', () => {
  const text = cleanOrder.replace(
    'Приложение № 1',
    'Программа поддержки на 2024 год\n\nЦель: поддержка.\n\nПриложение № 1',
  )
  assert.equal(read(text).roadmap.title, 'Дорожная карта поддержки школ на 2024 год')
})

test('a list of members is an appendix of the kind list, a form one of the kind form', () => {
  const kinds = documentOf(
    cleanOrder.replace('2. Методическому', '2. Утвердить состав группы (приложение № 2).\n2. Методическому') +
      '\nПриложение № 2\n\nСостав рабочей группы\n\nПриложение № 3\n\nФорма отчёта о выполнении',
  ).appendices.map(appendix => appendix.kind)
  assert.deepEqual(kinds, ['roadmap', 'list', 'form'])
})

test('slashes around a name in a signature are no part of it', () => {
  assert.equal(documentOf(cleanOrder.replace('   Д.Д. Карпова', '   /Карпова Д.Д./')).signatory?.name, 'Карпова Д.Д.')
})

test('a plan that is all that is left of an order is named by the act on its stamp', () => {
  const text = `Приложение\nк распоряжению комитета образования\nот 03.03.2022 № 408-р\n\n${planWithoutOrder.slice(planWithoutOrder.indexOf('ПЛАН'))}`
  const { docType, number } = documentOf(text)
  assert.deepEqual({ docType, number }, { docType: 'распоряжение', number: '408-р' })
})

test('«П Р И К А 3» with a figure for its last letter is the word of the document', () => {
  const { docType, authority } = documentOf(cleanOrder.replace('П Р И К А З', 'П Р И К А 3'))
  assert.equal(docType, 'приказ')
  assert.equal(authority, 'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ АДМИНИСТРАЦИИ ГОРОДА РЕЧИНСКА')
})

test('«Исполняющий полномочия главы» signs too', () => {
  const text = cleanOrder.replace('Начальник управления   ', 'Исполняющий полномочия\nглавы района   ')
  assert.deepEqual(documentOf(text).signatory, {
    position: 'Исполняющий полномочия главы района',
    name: 'Д.Д. Карпова',
  })
})

test('sub-clauses that nothing marks hang under their addressee, with a colon and without one', () => {
  const [, , third] = documentOf(
    cleanOrder.replace(
      '3. Руководителям школ:\n1) принять дорожную карту к исполнению;\n2) представить отчёт в срок до 20.12.2024.',
      '3. Главному специалисту Рябовой Ж.В.\nпринять дорожную карту к исполнению;\nпредставить отчёт в срок до 20.12.2024.',
    ),
  ).clauses
  assert.equal(third?.addressee, 'Главному специалисту Рябовой Ж.В.')
  assert.deepEqual(
    third?.children.map(({ number, text }) => [number, text]),
    [
      [null, 'принять дорожную карту к исполнению;'],
      [null, 'представить отчёт в срок до 20.12.2024.'],
    ],
  )
})

test('a clause that goes on in the next line in lower case stays one clause', () => {
  const text = cleanOrder.replace('обеспечить сопровождение школ.', '\nобеспечить сопровождение школ.')
  assert.deepEqual(
    documentOf(text).clauses.map(clause => clause.children.length),
    [0, 0, 2, 0],
  )
})

test('goals of a plan that nothing marks are goals one by one', () => {
  const text = planWithoutOrder.replace(
    'Цель: повышение качества образования.',
    'Цели:\nснижение доли слабых школ до 5 процентов;\nразвитие кадров.',
  )
  assert.deepEqual(read(text).passport?.goals, ['снижение доли слабых школ до 5 процентов;', 'развитие кадров.'])
})

test('an order without a single clause is signed all the same', () => {
  const clauses = cleanOrder.slice(cleanOrder.indexOf('1. Утвердить'), cleanOrder.indexOf('Начальник управления   '))
  const { clauses: none, signatory } = documentOf(cleanOrder.replace(clauses, ''))
  assert.deepEqual([none.length, signatory?.name], [0, 'Д.Д. Карпова'])
})

test('the number of a school above the title is not the number of the order, and the school issues it', () => {
  const text = cleanOrder
    .slice(cleanOrder.indexOf('П Р И К А З'))
    .replace('15.01.2024                                № 31-о', 'по МБОУ «Гимназия № 2»\nот 15.01.2024 № 31-о')
  const { number, authority } = documentOf(text.replace('П Р И К А З\n', 'ПРИКАЗ'))
  assert.deepEqual({ number, authority }, { number: '31-о', authority: 'МБОУ «Гимназия № 2»' })
})

test('acts that are repealed one by one are sub-clauses that repeal', () => {
  const text = cleanOrder.replace(
    '4. Контроль',
    '4. Признать утратившими силу:\nприказ от 10.01.2023 № 5;\nприказ от 11.05.2023 № 59.\n5. Контроль',
  )
  assert.deepEqual(
    documentOf(text).clauses[3]?.children.map(({ kind, text: act }) => [kind, act]),
    [
      ['repeal', 'приказ от 10.01.2023 № 5;'],
      ['repeal', 'приказ от 11.05.2023 № 59.'],
    ],
  )
})

test('a goal after a dash and targets with their figures are read from a plan with titles in Roman figures', () => {
  const text = planWithoutOrder
    .replace('Цель: повышение качества образования.', 'I. Общие положения\nЦель плана – повышение качества.')
    .replace('| № |', 'Целевые показатели:\nдоля слабых школ – не более 4 %;\nохват учителей – не менее 70 %.\n\n| № |')
  const { passport } = read(text)
  assert.deepEqual(passport?.goals, ['повышение качества.'])
  assert.deepEqual(
    passport?.targetIndicators?.map(({ name, comparator, values, unit }) => [name, comparator, values, unit]),
    [
      ['доля слабых школ', '<=', [4], '%'],
      ['охват учителей', '>=', [70], '%'],
    ],
  )
})
