import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanOrder, planWithoutOrder, resolution } from '../examples/orders.ts'
import { sourceOf } from '../examples/source.ts'
import { lintOrder, understandOrder } from '../index.ts'

/** Defects of the clean order after one edit. Every edit must really change it. */
function defectsAfter(...edits: readonly [string, string][]) {
  let text = cleanOrder
  for (const [from, to] of edits) {
    assert.ok(text.includes(from), `nothing to edit: ${from}`)
    text = text.replace(from, to)
  }
  const source = sourceOf(text)
  return lintOrder(understandOrder(source), source)
}

const codes = (issues: ReturnType<typeof defectsAfter>) => [...new Set(issues.map(({ code }) => code))]

test('a clean order has no defects at all', () => {
  assert.deepEqual(defectsAfter(), [])
})

test('linting twice finds the same', () => {
  const source = sourceOf(resolution)
  const understood = understandOrder(source)
  const again = lintOrder(understood, source).map(({ english: _, ...issue }) => issue)
  assert.deepEqual(again, understood.order.issues)
})

test('a deadline in another year than the plan is an error with its line', () => {
  const [issue] = defectsAfter(['до 10.02.2024', 'до 10.02.2025'])
  assert.equal(issue?.code, 'yearOutsidePlan')
  assert.equal(issue?.severity, 'error')
  assert.equal(issue?.where, 'мероприятие 1.1')
  assert.equal(issue?.message, 'Срок «до 10.02.2025» лежит вне периода плана (01.01.2024 – 31.12.2024).')
  assert.equal(issue?.lines?.length, 1)
  assert.deepEqual(defectsAfter(['до 10.02.2024', 'до 31.12.2024']), [])
})

test('a deadline before the order was signed; the day of signing is in time', () => {
  assert.deepEqual(codes(defectsAfter(['до 10.02.2024', 'до 14.01.2024'])), ['deadlineBeforeOrder'])
  assert.deepEqual(defectsAfter(['до 10.02.2024', 'до 15.01.2024']), [])
})

test('an act later than the order that rests on it; of the same day is well', () => {
  const [issue] = defectsAfter(['от 20.12.2023 № 1204', 'от 16.01.2024 № 1204'])
  assert.equal(issue?.code, 'actAfterOrder')
  assert.deepEqual(defectsAfter(['от 20.12.2023 № 1204', 'от 15.01.2024 № 1204']), [])
})

test('a number of a clause that is repeated, and numbers that go back', () => {
  const issues = defectsAfter(['4. Контроль', '2. Контроль'])
  assert.deepEqual(codes(issues), ['duplicateNumber', 'numberingRestart'])
  assert.equal(issues[0]?.where, 'пункт 2 (повторный)')
})

test('a number of a clause that is left out', () => {
  const [issue] = defectsAfter(['4. Контроль', '6. Контроль'])
  assert.equal(issue?.code, 'numberingGap')
  assert.equal(issue?.message, 'После пункта 3 идёт пункт 6: номер пропущен.')
})

test('an appendix that is named and not enclosed', () => {
  const [issue] = defectsAfter(['обеспечить сопровождение школ.', 'обеспечить сопровождение школ (приложение № 2).'])
  assert.equal(issue?.code, 'missingAppendix')
  assert.equal(issue?.message, 'Приложение № 2 названо в приказе, но в файле его нет.')
  assert.equal(issue?.where, 'пункт 2')
})

test('an order whose first page is missing', () => {
  const source = sourceOf(cleanOrder.slice(cleanOrder.indexOf('3. Руководителям')))
  assert.ok(codes(lintOrder(understandOrder(source), source)).includes('missingPart'))
})

test('months without a year in a plan without a period, or in a plan for the next year', () => {
  const noPeriod: [string, string][] = [
    ['поддержки школ на 2024 год\n\nВо', 'поддержки школ\n\nВо'],
    ['поддержки школ на 2024 год (', 'поддержки школ ('],
    ['\nна 2024 год\n', '\n'],
  ]
  assert.deepEqual(codes(defectsAfter(...noPeriod, ['март 2024 года', 'март'])), ['contextYear'])
  assert.deepEqual(defectsAfter(...noPeriod), [])
  assert.deepEqual(defectsAfter(['март 2024 года', 'март']), [])
  const nextYear: [string, string][] = [
    ['15.01.2024      ', '29.12.2023      '],
    ['от 15.01.2024', 'от 29.12.2023'],
    ['март 2024 года', 'март'],
  ]
  assert.deepEqual(codes(defectsAfter(...nextYear)), ['contextYear'])
})

test('dates of one cell that go backwards', () => {
  assert.deepEqual(codes(defectsAfter(['март 2024 года', 'декабрь 2024 май 2024'])), ['inconsistentPeriod'])
  assert.deepEqual(defectsAfter(['март 2024 года', 'май 2024 декабрь 2024']), [])
})

test('a row that speaks of another half-year than its deadline', () => {
  const title = 'Посетить уроки молодых учителей'
  assert.deepEqual(codes(defectsAfter([title, `${title} во 2 полугодии 2024-2025 г.`])), ['inconsistentPeriod'])
  assert.deepEqual(defectsAfter([title, `${title} во 2 полугодии 2023-2024 г.`]), [])
})

test('a deadline that depends on something outside the plan; «постоянно» is no defect', () => {
  const [issue] = defectsAfter(['март 2024 года', 'по отдельному графику'])
  assert.equal(issue?.message, 'Срок «по отдельному графику» нельзя перевести в дату.')
  assert.deepEqual(defectsAfter(['март 2024 года', 'постоянно']), [])
})

test('a title that breaks off on an adjective or a preposition', () => {
  const title = 'Посетить уроки молодых учителей'
  assert.deepEqual(codes(defectsAfter([title, 'Проверить планы развития и антирисковых'])), ['truncatedText'])
  assert.deepEqual(codes(defectsAfter([title, 'Посетить уроки молодых учителей для'])), ['truncatedText'])
  assert.deepEqual(defectsAfter([title, 'Помочь неуспевающим и отстающих обучающихся поддержать']), [])
  assert.deepEqual(defectsAfter([title, 'Посетить уроки опытных и молодых']), [])
})

test('a plan that never says what must come out', () => {
  const withoutResults = cleanOrder
    .replace(/^(\|.*)\|[^|\n]*\|$/gm, '$1|')
    .replace('| 1. Организация |', '| 1. Организация |')
  const source = sourceOf(withoutResults)
  const issues = lintOrder(understandOrder(source), source)
  assert.ok(issues.some(({ message }) => message === 'В таблице нет графы с результатом или показателем.'))
})

test('nobody controls the order', () => {
  assert.ok(
    codes(
      defectsAfter([
        '4. Контроль за исполнением приказа возложить на заместителя начальника управления Щукину Л.Л.',
        '',
      ]),
    ).includes('noController'),
  )
})

test('a plan without an order needs no control clause', () => {
  const source = sourceOf(planWithoutOrder)
  assert.deepEqual(lintOrder(understandOrder(source), source), [])
})

test('an abbreviation that is never expanded; expanded in brackets it is well', () => {
  const [issue] = defectsAfter(['Методическому центру (Рыбина К.К.)', 'ЦМС'])
  assert.equal(issue?.code, 'abbreviation')
  assert.equal(issue?.message, 'Сокращения не раскрыты в тексте: ЦМС.')
  assert.deepEqual(defectsAfter(['Методическому центру (Рыбина К.К.)', 'Центру методической службы (далее – ЦМС)']), [])
})

test('several bodies in a row and none of them the lead; a column of co-executors settles it', () => {
  const two: [string, string] = [
    '| до 10.02.2024 | Методический центр |',
    '| до 10.02.2024 | Методический центр; Комитет образования |',
  ]
  assert.ok(
    defectsAfter(two).some(({ message }) => message === 'Исполнителей несколько, главный не назван: 1 мероприятие.'),
  )
  const withColumn = cleanOrder
    .replace(...two)
    .replace(
      /^(\| (?:№|\d\.\d) .*)\|$/gm,
      (_, row: string) => `${row}| ${row.includes('№') ? 'Соисполнители' : 'школы'} |`,
    )
  const source = sourceOf(withColumn)
  assert.deepEqual(lintOrder(understandOrder(source), source), [])
})

test('an open quotation mark', () => {
  const title = 'Посетить уроки молодых учителей'
  assert.deepEqual(codes(defectsAfter([title, 'Провести смотр «Лучший урок'])), ['unbalancedQuotes'])
  assert.deepEqual(defectsAfter([title, 'Провести: 1) смотр «Лучший урок»; 2) выставку']), [])
})

test('a target that the passport itself shows as missed, or set for a year that is over', () => {
  const passport = (period: string, target: string) =>
    cleanOrder.replace(
      '| № | Мероприятие',
      `В городе работает 40 общеобразовательных организаций, среди них:\n- лицеи – 4\n\nВыявлено 4 общеобразовательных организаций с низкими результатами, среди них:\n- лицеи – 1\n\n| Наименование показателя | Единица измерения | ${period} |\n| Доля школ с низкими результатами | % | ${target} |\n\n| № | Мероприятие`,
    )
  const messages = (text: string) => {
    const source = sourceOf(text)
    return lintOrder(understandOrder(source), source).map(({ message }) => message)
  }
  assert.ok(messages(passport('2024', 'не более 9 %')).some(message => message.includes('10,0 % (4 из 40)')))
  assert.deepEqual(messages(passport('2024', 'не более 10 %')), [])
  assert.ok(messages(passport('2023', 'не более 10 %')).some(message => message.includes('назначен на 2023')))
})

test('a row that is no item: a caption where a deadline should stand', () => {
  const issues = defectsAfter([
    '| 2. Анализ |',
    '| | Сведения о факторах риска | месяц проведения | доля | доля |\n| 2. Анализ |',
  ])
  assert.ok(codes(issues).includes('noiseRow'))
})

test('errors come before warnings, warnings before notes', () => {
  const issues = defectsAfter(
    ['до 10.02.2024', 'до 10.02.2025'],
    ['4. Контроль', '6. Контроль'],
    ['март 2024 года', 'по графику'],
  )
  assert.deepEqual(
    issues.map(({ severity }) => severity),
    ['error', 'warning', 'info'],
  )
})

test('a finding is said in English beside the Russian, and words of the order itself stay as printed', () => {
  const [issue] = defectsAfter(['до 10.02.2024', 'до 10.02.2025'])
  assert.deepEqual(issue?.english, {
    where: 'item 1.1',
    message: 'The deadline “до 10.02.2025” lies outside the period of the plan (01.01.2024 – 31.12.2024).',
    suggestion: issue?.suggestion ?? undefined,
  })
})

test('a month without a year is a defect where neither the plan nor the order says which', () => {
  const plan = (month: string) => `ПЛАН работы со школами\n\n| № | Мероприятие | Срок | Ответственный | Результат |
| 1 | Провести совещание | ${month} | Методический центр | протокол |`
  const found = (text: string) => codes(lintOrder(understandOrder(sourceOf(text)), sourceOf(text)))
  assert.ok(found(plan('март')).includes('yearMissing'))
  assert.ok(!found(plan('март 2024 года')).includes('yearMissing'))
})

test('a minimum given as a range and a count in per cent can be read in two ways', () => {
  const found = (result: string) => codes(defectsAfter(['| доклад |', `| ${result} |`]))
  assert.deepEqual(found('охват не менее 30-40 % школ'), ['ambiguousIndicator'])
  assert.deepEqual(found('охват не менее 30 % школ'), [])
  assert.deepEqual(found('Количество педагогов не менее 80 %'), ['ambiguousIndicator'])
  assert.deepEqual(found('Количество педагогов не менее 80'), [])
})

test('one body under a longer and a shorter name; two bodies of a like name are two', () => {
  const body = (name: string) => codes(defectsAfter(['10.02.2024 | Методический центр', `10.02.2024 | ${name}`]))
  assert.deepEqual(body('Методический центр города Речинска'), ['orgVariant'])
  assert.deepEqual(body('Центр диагностики'), [])
})

test('Latin letters inside a Russian word are told, Latin words are not', () => {
  assert.deepEqual(codes(defectsAfter(['Провести совещание', 'Провеcти совещание'])), ['typo'])
  assert.deepEqual(codes(defectsAfter(['Провести совещание', 'Провести совещание в Zoom'])), [])
})

test('a table of its own per school, each numbered from one, is no defect', () => {
  const table = cleanOrder.slice(cleanOrder.indexOf('| №'))
  const perSchool = `${cleanOrder.slice(0, cleanOrder.indexOf('| №'))}Школа № 1\n${table}\nШкола № 2\n${table}`
  const source = sourceOf(perSchool.replaceAll(/^\| [12]\. .*\n/gm, '').replaceAll(/\| [12]\.(\d)/g, '| $1'))
  const found = codes(lintOrder(understandOrder(source), source))
  assert.ok(!found.some(code => /numberingRestart|repeatedHeader|sectionPlainText/.test(code)), found.join(', '))
})
