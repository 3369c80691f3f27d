import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quietTitle } from './quiet-title.ts'

test('a title in capitals comes in the letters of a sentence; abbreviations and the year stay', () => {
  assert.equal(
    quietTitle('ПЛАН МЕРОПРИЯТИЙ ПО ПОДДЕРЖКЕ ШНОР И ШНСУ НА 2026 ГОД (ОГЭ, ЕГЭ, ВПР)'),
    'План мероприятий по поддержке ШНОР и ШНСУ на 2026 год (ОГЭ, ЕГЭ, ВПР)',
  )
})

test('only the first words in capitals are made quiet', () => {
  assert.equal(quietTitle('ДОРОЖНАЯ КАРТА адресной помощи школам'), 'Дорожная карта адресной помощи школам')
  assert.equal(quietTitle('ПЛАН-ГРАФИК работы с ОО'), 'План-график работы с ОО')
})

test('names that the words beside them tell keep their capital', () => {
  assert.equal(
    quietTitle('КОМПЛЕКС МЕР ПО ПОДДЕРЖКЕ ШКОЛ ВЕРХНЕОЗЁРСКОГО ГОРОДСКОГО ОКРУГА'),
    'Комплекс мер по поддержке школ Верхнеозёрского городского округа',
  )
  assert.equal(quietTitle('УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ГОРОДА ЭНСКА'), 'Управление образования города Энска')
  assert.equal(quietTitle('ПРОГРАММА «ШКОЛА УСПЕХА»'), 'Программа «Школа успеха»')
})

test('a title printed as a sentence is left as it is', () => {
  for (const title of ['План мероприятий на 2026 год', 'ШНОР: план работы', 'Дорожная карта ОО', ''])
    assert.equal(quietTitle(title), title)
})
