import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanOrder, planWithoutOrder, resolution } from './examples/orders.ts'
import { sourceOf } from './examples/source.ts'
import { understandOrder } from './index.ts'

const read = (text: string) => understandOrder(sourceOf(text))
const documentOf = (text: string) => read(text).order.document

test('the head of an order: body, kind, number, date, place, title', () => {
  const { authority, docType, number, date, place, title } = documentOf(cleanOrder)
  assert.deepEqual(
    { authority, docType, number, date, place, title },
    {
      authority: 'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ АДМИНИСТРАЦИИ ГОРОДА РЕЧИНСКА',
      docType: 'приказ',
      number: '31-о',
      date: '2024-01-15',
      place: 'г. Речинск',
      title: 'Об утверждении дорожной карты поддержки школ на 2024 год',
    },
  )
})

test('of several bodies on the letterhead the last one issues the order', () => {
  const text = cleanOrder.replace(
    'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ\nАДМИНИСТРАЦИИ ГОРОДА',
    'АДМИНИСТРАЦИЯ ГОРОДА РЕЧИНСКА\nКОМИТЕТ ПО ОБРАЗОВАНИЮ\nГОРОДА',
  )
  const { authority, authorityFull } = documentOf(text)
  assert.equal(authority, 'КОМИТЕТ ПО ОБРАЗОВАНИЮ ГОРОДА РЕЧИНСКА')
  assert.equal(authorityFull, 'АДМИНИСТРАЦИЯ ГОРОДА РЕЧИНСКА КОМИТЕТ ПО ОБРАЗОВАНИЮ ГОРОДА РЕЧИНСКА')
})

test('an empty number and an empty date are absent, not guessed', () => {
  const { number, date } = documentOf(
    cleanOrder
      .replace('15.01.2024                                № 31-о', '«___» ________ 2024 г.   № _____')
      .replace('от 15.01.2024 № 31-о', ''),
  )
  assert.equal(number, null)
  assert.equal(date, null)
})

test('the number and the date of a lost first page are taken from the stamp of the appendix', () => {
  const { number, date, authority, docType } = documentOf(cleanOrder.slice(cleanOrder.indexOf('3. Руководителям')))
  assert.deepEqual(
    { number, date, authority, docType },
    { number: '31-о', date: '2024-01-15', authority: 'Управление образования', docType: 'приказ' },
  )
})

test('the preamble gives the aim and the acts with their numbers and bodies', () => {
  const { purpose, legalBasis } = documentOf(cleanOrder)
  assert.equal(purpose, 'в целях повышения качества образования')
  const [act] = legalBasis
  assert.equal(legalBasis.length, 1)
  assert.equal(act?.issuer, 'Министерство образования Приозёрского края')
  assert.equal(act?.number, '1204')
  assert.equal(act?.date, '2023-12-20')
  assert.equal(act?.level, 'regional')
})

test('clauses keep their numbers, sub-clauses hang under them', () => {
  const { clauses } = documentOf(cleanOrder)
  assert.deepEqual(
    clauses.map(clause => clause.number),
    ['1', '2', '3', '4'],
  )
  assert.deepEqual(
    clauses[2]?.children.map(clause => [clause.number, clause.path]),
    [
      ['1', '3/1'],
      ['2', '3/2'],
    ],
  )
})

test('a repeated number is kept and each clause has its own path', () => {
  const { clauses } = documentOf(resolution)
  assert.deepEqual(
    clauses.map(clause => [clause.number, clause.path]),
    [
      ['1', '1'],
      ['2', '2'],
      ['2', '3'],
      ['3', '4'],
    ],
  )
})

test('numbers that Word counts by itself are numbers too', () => {
  const text = cleanOrder
    .replace(/^(\d)\. (?=Утвердить|Методическому|Руководителям|Контроль)/gm, '#$1. ')
    .replace(/^(\d\)) /gm, '#$1 ')
  assert.deepEqual(documentOf(text).clauses, documentOf(cleanOrder).clauses)
})

test('a clause broken over a page is one clause', () => {
  const broken = cleanOrder.replace('обеспечить сопровождение школ', 'обеспечить\n\n2\n\nсопровождение школ')
  assert.equal(documentOf(broken).clauses[1]?.text, documentOf(cleanOrder).clauses[1]?.text)
})

test('who must act stands before the verb, with the name of the head', () => {
  const [, second, third] = documentOf(cleanOrder).clauses
  assert.equal(second?.addressee, 'Методическому центру (Рыбина К.К.)')
  assert.deepEqual(second?.addressees, [{ text: 'Методическому центру', head: 'Рыбина К.К.' }])
  assert.equal(second?.action, 'обеспечить сопровождение школ.')
  assert.equal(third?.addressee, 'Руководителям школ')
  assert.equal(third?.action, null)
})

test('a clause with a date has a typed deadline', () => {
  const deadline = documentOf(cleanOrder).clauses[2]?.children[1]?.deadline
  assert.equal(deadline?.kind, 'by')
  assert.equal(deadline?.end, '2024-12-20')
  assert.equal(documentOf(resolution).clauses[2]?.deadline?.recurrence?.freq, 'MONTHLY')
})

test('what is recommended is recommended in every sub-clause, «назначить» too', () => {
  const recommended = documentOf(resolution).clauses[1]
  assert.equal(recommended?.kind, 'recommend')
  assert.deepEqual(
    recommended?.children.map(clause => clause.kind),
    ['recommend', 'recommend'],
  )
})

test('control is laid on an office in the nominative, or kept for oneself', () => {
  assert.deepEqual(documentOf(cleanOrder).controller, {
    sourceText: 'заместителя начальника управления Щукину Л.Л.',
    position: 'заместитель начальника управления',
    name: 'Щукину Л.Л.',
    clauseNumber: '4',
  })
  assert.equal(documentOf(resolution).controller?.self, true)
})

test('the signature is the office and the name, in one line, in two, or in two cells', () => {
  const expected = { position: 'Начальник управления', name: 'Д.Д. Карпова' }
  const line = 'Начальник управления                       Д.Д. Карпова'
  for (const printed of [
    line,
    'Начальник управления Д.Д. Карпова',
    'Начальник\nуправления\n\nД.Д. Карпова',
    '| Начальник управления | Д.Д. Карпова |',
  ]) {
    assert.deepEqual(documentOf(cleanOrder.replace(line, printed)).signatory, expected)
  }
})

test('a town before the initials of the one who signs is no surname', () => {
  const { signatory } = documentOf(
    cleanOrder.replace('Начальник управления                       Д.Д. Карпова', 'Глава города Речинска Д.Д. Карпова'),
  )
  assert.deepEqual(signatory, { position: 'Глава города Речинска', name: 'Д.Д. Карпова' })
})

test('an appendix that is named and not enclosed is absent', () => {
  const appendices = documentOf(resolution).appendices.map(({ number, present, kind }) => ({ number, present, kind }))
  assert.deepEqual(appendices, [
    { number: '1', present: true, kind: 'roadmap' },
    { number: '2', present: false, kind: 'list' },
  ])
})

test('a plan without an order is a plan: no clauses, its own title, the head who approved it', () => {
  const { order } = read(planWithoutOrder)
  assert.equal(order.document.docType, 'план')
  assert.equal(order.document.title, 'ПЛАН мероприятий по повышению качества образования на 2023-2024 учебный год')
  assert.equal(order.document.clauses.length, 0)
  assert.deepEqual(order.document.signatory, { position: 'Директор школы № 7', name: 'А.А. Берёзкина' })
  assert.equal(order.roadmap.period?.start, '2023-09-01')
  assert.deepEqual(order.passport?.goals, ['повышение качества образования.'])
  assert.deepEqual(order.passport?.tasks, ['выявить дефициты;', 'устранить дефициты.'])
})

test('the period of the plan is what its title says, else the year of the order, marked as inferred', () => {
  assert.deepEqual(read(resolution).order.roadmap.period, {
    sourceText: 'на 2024–2025 годы',
    start: '2024-01-01',
    end: '2025-12-31',
    inferred: false,
  })
  const silent = read(resolution.replace(' на 2024–2025 годы', '')).order.roadmap.period
  assert.deepEqual(silent, { sourceText: null, start: '2024-01-01', end: '2024-12-31', inferred: true })
})

test('look-alike Latin letters in the words of the order change nothing that is recognised', () => {
  const disguised = cleanOrder
    .replace('П Р И К А З', 'П P И K A З')
    .replace('возложить', 'вoзложить')
    .replace('п р и к а з ы в а ю', 'п p и к a з ы в a ю')
  const { docType, controller, clauses } = documentOf(disguised)
  assert.equal(docType, 'приказ')
  assert.equal(controller?.name, 'Щукину Л.Л.')
  assert.equal(clauses.length, 4)
})

test('every value of the document part knows the lines it was read from', () => {
  const { provenance } = read(cleanOrder)
  for (const pointer of [
    '/document/number',
    '/document/title',
    '/document/clauses/2/children/1',
    '/document/signatory',
    '/roadmap/title',
  ]) {
    assert.ok((provenance[pointer]?.length ?? 0) > 0, pointer)
  }
})

test('a missing number and an inferred period are doubts that a person sees first', () => {
  const { doubts } = read(
    resolution.replace('№ 12-п\nс.', '\nс.').replace('от 15.01.2024 № 12-п', '').replace(' на 2024–2025 годы', ''),
  )
  assert.ok(doubts.some(doubt => doubt.why === 'number-missing'))
  const period = doubts.find(doubt => doubt.why === 'period-inferred')
  assert.equal(period?.readings.length, 3)
})

test('an empty document gives an empty order, not an error', () => {
  const { order, coverage } = understandOrder({ format: 'text', blocks: [] })
  assert.equal(order.roadmap.items.length, 0)
  assert.equal(coverage.words, 0)
})

test('of two stamps side by side the one that approves dates and signs the plan', () => {
  const stamps =
    '| СОГЛАСОВАНО | УТВЕРЖДАЮ |\n| Председатель совета | Директор школы № 3 |\n| А.А. Гусева | Б.Б. Лосев |\n| «01» марта 2023 г. | «02» марта 2023 г. |\n\n'
  const { signatory, date } = documentOf(stamps + planWithoutOrder.slice(planWithoutOrder.indexOf('ПЛАН')))
  assert.equal(date, '2023-03-02')
  assert.deepEqual(signatory, { position: 'Директор школы № 3', name: 'Б.Б. Лосев' })
})

test('a table of curators among the clauses is neither a clause nor a signature', () => {
  const table = '| Школа | Куратор |\n| Школа № 1 | Орлова А.А. |\n| Школа № 2 | Ершова Б.Б. |\n\n4. Контроль'
  const { clauses, signatory } = documentOf(cleanOrder.replace('4. Контроль', table))
  assert.equal(clauses.length, 4)
  assert.equal(signatory?.name, 'Д.Д. Карпова')
})

test('a list of schools enclosed before the plan is an appendix, no passport of the plan', () => {
  const list =
    'Приложение № 2\nк приказу управления образования\nот 15.01.2024 № 31-о\n\nПеречень школ\n1. МБОУ «Школа № 1»\n\n'
  const { order } = read(cleanOrder.replace('Приложение № 1\nк', `${list}Приложение № 1\nк`))
  assert.equal(order.passport, null)
  assert.equal(order.roadmap.title, 'Дорожная карта поддержки школ на 2024 год')
  assert.equal(order.document.appendices.find(({ number }) => number === '2')?.title, 'Перечень школ')
})

test('a plan signed at its foot', () => {
  const plan = `${planWithoutOrder.slice(planWithoutOrder.indexOf('ПЛАН'))}\nНачальник отдела образования          В.В. Котова`
  assert.deepEqual(documentOf(plan).signatory, { position: 'Начальник отдела образования', name: 'В.В. Котова' })
})

test('of a letterhead in two languages the Russian half is read', () => {
  const both = cleanOrder
    .replace(
      'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ\nАДМИНИСТРАЦИИ ГОРОДА РЕЧИНСКА',
      '| УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ГОРОДА РЕЧИНСКА | ШӘҺӘР МӘГАРИФ ИДАРӘСЕ |',
    )
    .replace('П Р И К А З\n', '| ПРИКАЗ | БОЕРЫК |\n')
  assert.equal(documentOf(both).authority, 'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ГОРОДА РЕЧИНСКА')
})

test('the stamp of an electronic signature between office and name names nobody', () => {
  const signed =
    'Начальник управления\nДокумент подписан электронной подписью\nВладелец: Окунев Пётр Петрович\nД.Д. Карпова'
  const { signatory } = documentOf(
    cleanOrder.replace('Начальник управления                       Д.Д. Карпова', signed),
  )
  assert.deepEqual(signatory, { position: 'Начальник управления', name: 'Д.Д. Карпова' })
})
