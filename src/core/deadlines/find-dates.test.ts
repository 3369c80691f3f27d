import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDate, findDates } from './find-dates.ts'

/** Printed text, the date, and the words that belong to it. */
const cases: readonly (readonly [string, string, string])[] = [
  ['13 января 2023 года', '2023-01-13', '13 января 2023 года'],
  ['от « 13 » января 2023 года', '2023-01-13', '« 13 » января 2023 года'],
  ['от “05” февраля\u00a02024 г. № 7', '2024-02-05', '“05” февраля\u00a02024 г.'],
  ['14/02/2023', '2023-02-14', '14/02/2023'],
  ['от 08.06.2021г', '2021-06-08', '08.06.2021г'],
  ['от 10.07.2020 г № 316-01-63-1185/20', '2020-07-10', '10.07.2020 г'],
  ['от 30.12.2021.', '2021-12-30', '30.12.2021'],
  ['14.02.23', '2023-02-14', '14.02.23'],
  ['2023-05-04', '2023-05-04', '2023-05-04'],
  ['от О9.О1.2О23', '2023-01-09', 'О9.О1.2О23'],
  ['Указ от 7 мая 2018 года:', '2018-05-07', '7 мая 2018 года'],
  ['до 1-го сентября 2023', '2023-09-01', '1-го сентября 2023'],
  ['05.\u200b03.20\u00ad24', '2024-03-05', '05.\u200b03.20\u00ad24'],
  ['29.02.2024', '2024-02-29', '29.02.2024'],
]

for (const [text, date, printed] of cases) {
  test(`a full date is found in «${text}»`, () => {
    const found = findDate(text)
    assert.equal(found?.date, date)
    assert.equal(found?.text, printed)
    assert.equal(text.slice(found?.start, found?.end), printed)
  })
}

test('what is no full date is passed over', () => {
  for (const text of [
    '31.06.2023',
    '29.02.2023',
    'пункт 1.1.12',
    '«___» __________ 2023',
    'январь 2023',
    '№ 316-01-63-1185/20',
    '15.02',
  ]) {
    assert.equal(findDate(text), null, text)
  }
})

test('all dates of a text come in print order', () => {
  const found = findDates('от 29.12.2012 г. № 273-ФЗ, с изменениями от 2 июля 2021 года и 14/07/2022')
  assert.deepEqual(
    found.map(one => one.date),
    ['2012-12-29', '2021-07-02', '2022-07-14'],
  )
})
