import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deadlineInWords } from './deadline-in-words.ts'
import { contexts } from './read-deadline.cases.ts'
import { readDeadline } from './read-deadline.ts'

const cases: readonly (readonly [printed: string, russian: string, english: string])[] = [
  ['до 15.02.2023', 'до 15 февраля 2023', 'by 15 February 2023'],
  ['30.06.2023', '30 июня 2023', '30 June 2023'],
  ['01.02-15.05.2023', '1 февраля – 15 мая 2023', '1 February – 15 May 2023'],
  ['15-20.01.2023', '15 – 20 января 2023', '15 – 20 January 2023'],
  ['15.12.2023-20.01.2024', '15 декабря 2023 – 20 января 2024', '15 December 2023 – 20 January 2024'],
  ['февраль', 'февраль 2023', 'February 2023'],
  ['2 квартал', 'II квартал 2023', 'quarter II of 2023'],
  ['1 полугодие', 'I полугодие 2023', 'half I of 2023'],
  ['январь-май', 'январь – май 2023', 'January – May 2023'],
  ['сентябрь 2023 – май 2024', 'сентябрь 2023 – май 2024', 'September 2023 – May 2024'],
  ['2023/2024 учебный год', '2023/24 учебный год', 'school year 2023/24'],
  ['2023 год', '2023 год', '2023'],
  ['2023-2025 годы', '2023–2025 годы', '2023–2025'],
  ['с 1 сентября 2023', 'с 1 сентября 2023', 'from 1 September 2023'],
  ['май, сентябрь 2023', 'май 2023, сентябрь 2023', 'May 2023, September 2023'],
  ['до 01.05.2023; до 01.06.2023', 'до 1 мая 2023, до 1 июня 2023', 'by 1 May 2023, by 1 June 2023'],
  ['ежемесячно, до 25 числа', 'ежемесячно, до 25 числа', 'every month, by day 25 of the month'],
  [
    'ежеквартально, до 10 числа',
    'ежеквартально, до 10 числа месяца после отчётного',
    'every quarter, by day 10 of the following month',
  ],
  [
    'в конце каждого квартала',
    'ежеквартально, до последнего дня квартала',
    'every quarter, by the last day of the quarter',
  ],
  ['март ежегодно', 'ежегодно: март', 'every year: March'],
  ['ежегодно до 15 марта', 'ежегодно: до 15 марта', 'every year: by 15 March'],
  ['2 раза в год (ноябрь, март)', '2 раза в год: март, ноябрь', '2 times a year: March, November'],
  ['5 раз в год', '5 раз в год', '5 times a year'],
  ['раз в 2 недели', 'раз в 2 недели', 'every 2 weeks'],
  ['по пятницам', 'по пятницам', 'on Fridays'],
  ['IV квартал 2023, далее ежегодно', 'IV квартал 2023, далее ежегодно', 'quarter IV of 2023, then every year'],
  ['постоянно', 'постоянно', 'all the time'],
  ['в течение года', 'в течение 2023 года', 'throughout 2023'],
  ['в течение 2023/2024 учебного года', 'в течение 2023/24 учебного года', 'throughout the school year 2023/24'],
  ['по отдельному графику', 'срок не определён: по отдельному графику', 'no date: по отдельному графику'],
  ['по мере необходимости', 'срок не определён: по мере необходимости', 'no date: по мере необходимости'],
  ['март по графику', 'март 2023; по графику', 'March 2023; по графику'],
  ['31.06.2023', 'срок не определён: 31.06.2023', 'no date: 31.06.2023'],
  ['', 'срок не указан', 'no deadline given'],
  ['когда рак свистнет', 'срок не определён: когда рак свистнет', 'no date: когда рак свистнет'],
]

for (const [printed, russian, english] of cases) {
  test(`«${printed}» is said as «${russian}»`, () => {
    const { deadline } = readDeadline(printed, contexts.calendar)
    assert.equal(deadlineInWords(deadline, 'ru'), russian)
    assert.equal(deadlineInWords(deadline, 'en'), english)
  })
}

test('the Russian words of a single date, month or quarter read back to the same dates', () => {
  for (const printed of [
    'до 15.02.2023',
    '30.06.2023',
    'февраль',
    '2 квартал',
    'январь-май',
    'ежемесячно, до 25 числа',
    'март ежегодно',
  ]) {
    const { deadline } = readDeadline(printed, contexts.calendar)
    const again = readDeadline(deadlineInWords(deadline, 'ru'), contexts.calendar).deadline
    assert.deepEqual([again.kind, again.start, again.end], [deadline.kind, deadline.start, deadline.end], printed)
  }
})
