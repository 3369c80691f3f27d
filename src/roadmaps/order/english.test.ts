import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Doubt } from './contract.ts'
import { cleanOrder } from './examples/orders.ts'
import { sourceOf } from './examples/source.ts'
import { lintOrder, understandOrder } from './index.ts'

/** Every reason of doubt there is, each with an order that gives it. */
const head = cleanOrder.slice(0, cleanOrder.indexOf('| №'))
const plan = (deadline: string) => `${head}| № | Мероприятие | Срок | Ответственный | Результат |
| 1 | Провести совещание | ${deadline} | Методический центр | протокол |`
const twoYears = head.replaceAll('на 2024 год', 'на 2024–2025 годы')
const doubtful: Readonly<Record<string, string>> = {
  'deadline-unrecognised': plan('когда зацветёт сирень'),
  'deadline-partly-recognised': plan('до 10.02.2024 у фонтана'),
  'deadline-year-outside-plan': plan('до 10.02.2026'),
  'deadline-before-order-date': plan('до 10.01.2024'),
  'deadline-impossible-date': plan('до 31.02.2024'),
  'deadline-ambiguous-reading': plan('до мая'),
  'deadline-ambiguous-order': plan('Декабрь 2024 Май 2024'),
  'deadline-looks-like-noise': plan('месяц проведения'),
  'deadline-year-inferred-twice': `${twoYears}| № | Мероприятие | Срок | Ответственный | Результат |
| 1 | Провести совещание | март | Методический центр | протокол |`,
  'deadline-year-unknown': `ПЛАН работы со школами

| № | Мероприятие | Срок | Ответственный | Результат |
| 1 | Провести совещание | март | Методический центр | протокол |`,
  'item-without-number': `${plan('до 10.02.2024')}
|  | Посетить уроки | март 2024 года | Рыбина К.К. | справка |`,
  'columns-shifted': `${plan('до 10.02.2024')}
| Выезд в лицей | до 15.04.2024 | Рыбина К.К. | акт | |
| 3 | Посетить уроки | март 2024 года | Рыбина К.К. | справка |`,
  'parties-without-separator': plan('до 10.02.2024').replace('Методический центр |', 'Комитет образования МБУ ГИМЦ |'),
  'columns-by-content': `${head}| № | Мероприятие | Срок | | Результат |
| 1 | Провести совещание | до 10.02.2024 | Методический центр | протокол |
| 2 | Посетить уроки | март 2024 года | Рыбина К.К. | справка |`,
  'number-missing': cleanOrder.replaceAll('№ 31-о', ''),
  'date-missing': cleanOrder.replace('15.01.2024     ', '').replace('от 15.01.2024 № 31-о', ''),
  'authority-missing': cleanOrder
    .slice(cleanOrder.indexOf('П Р И К А З'))
    .replace('к приказу управления образования', ''),
  'title-missing': cleanOrder.replace('Об утверждении дорожной карты поддержки школ на 2024 год\n', ''),
  'clauses-missing': `${cleanOrder.slice(0, cleanOrder.indexOf('1. Утвердить'))}${cleanOrder.slice(cleanOrder.indexOf('Начальник управления   '))}`,
  'authority-among-several': cleanOrder.replace(
    'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ\nАДМИНИСТРАЦИИ ГОРОДА РЕЧИНСКА',
    'АДМИНИСТРАЦИЯ ГОРОДА РЕЧИНСКА\nУПРАВЛЕНИЕ ОБРАЗОВАНИЯ',
  ),
  'period-inferred': cleanOrder.replaceAll('на 2024 год', ''),
}

const wordsOf = (text: string) => text.toLowerCase().match(/[а-яё]+/g) ?? []

for (const [why, text] of Object.entries(doubtful)) {
  test(`in English a doubt says nothing in Russian but words of the order: ${why}`, () => {
    const source = sourceOf(text)
    const understood = understandOrder(source)
    const doubt = understood.doubts.find(one => one.why === why)
    assert.ok(doubt, `no such doubt; found: ${understood.doubts.map(one => one.why).join(', ')}`)
    const printed = new Set(wordsOf(text))
    const issues = lintOrder(understood, source)
    const said = [
      ...understood.doubts.flatMap(inEnglish),
      ...issues.flatMap(({ english }) => [english?.where, english?.message, english?.suggestion]),
    ]
    const foreign = said.filter(words => wordsOf(words ?? '').some(word => !printed.has(word)))
    assert.deepEqual(foreign, [])
  })
}

test('the likely readings of one doubt sound different, in both languages', () => {
  for (const text of Object.values(doubtful)) {
    for (const { readings, why } of understandOrder(sourceOf(text)).doubts) {
      for (const lang of ['label', 'english'] as const) {
        const labels = readings.map(reading => reading[lang] ?? reading.label)
        assert.equal(new Set(labels).size, labels.length, `${why}: ${labels.join(' | ')}`)
      }
    }
  }
})

/** What the review screen says to an English reader. */
function inEnglish({ read, readEnglish, readings }: Doubt): string[] {
  return [readEnglish ?? read, ...readings.map(({ label, english }) => english ?? label)]
}
