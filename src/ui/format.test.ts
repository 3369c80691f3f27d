import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateRange, figure, fileSize, longDate, moment, monthYear, percent, shareText, shortDate } from './format.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')

test('a date is printed in words without the letter for year', () => {
  assert.equal(plain(longDate('2023-02-15', 'ru')), '15 февраля 2023')
  assert.equal(plain(longDate('2023-02-15', 'en')), '15 February 2023')
})
test('a date in digits is the same in both languages', () => assert.equal(shortDate('2023-02-05'), '05.02.2023'))
test('a span inside one month names the month once', () => {
  assert.equal(plain(dateRange('2024-01-15', '2024-01-20', 'ru')), '15–20 января 2024')
  assert.equal(plain(dateRange('2024-01-15', '2024-02-02', 'ru')), '15 января 2024 – 2 февраля 2024')
  assert.equal(plain(dateRange('2024-01-15', '2024-01-15', 'en')), '15 January 2024')
})
test('a month stands in the nominative', () => assert.equal(plain(monthYear('2024-09-01', 'ru')), 'сентябрь 2024'))
test('a moment is shown in the time zone of its region', () => {
  assert.equal(moment('2024-02-15T22:05:00Z', 'ru', 'Europe/Moscow'), '16.02.2024, 01:05')
  assert.equal(moment('2024-02-15T22:05:00Z', 'en', 'UTC'), '15.02.2024, 22:05')
})
test('thousands part only from five digits on, the sign of decimals follows the language', () => {
  assert.equal(figure(9999, 'ru'), '9999')
  assert.equal(figure(10000, 'ru'), '10\u202f000')
  assert.equal(figure(12345.56, 'ru'), '12\u202f345,6')
  assert.equal(figure(12345.56, 'en'), '12\u202f345.6')
  assert.equal(figure(-3, 'ru'), '−3')
})
test('a percent is rounded only when shown', () => assert.equal(plain(percent(100 / 3, 'ru')), '33,3 %'))
test('a share of nothing is a dash, never zero', () => {
  assert.equal(plain(shareText({ numerator: 24, denominator: 30 }, 'ru')), '80 % (24 из 30)')
  assert.equal(plain(shareText({ numerator: 0, denominator: 30 }, 'en')), '0 % (0 of 30)')
  assert.equal(shareText({ numerator: 0, denominator: 0 }, 'ru'), '—')
})
test('a file of 1023 bytes is in bytes, one more is in kilobytes', () => {
  assert.equal(plain(fileSize(1023, 'ru')), '1023 Б')
  assert.equal(plain(fileSize(1024, 'ru')), '1 кБ')
  assert.equal(plain(fileSize(2_400_000, 'en')), '2.3 MB')
})
