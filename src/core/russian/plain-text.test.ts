import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cyrillic, hasStem, plainText, stem, unspaced, words } from './index.ts'

test('mark-up, soft hyphens, non-breaking spaces and asterisks fall away', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<p align="center">Сроки&nbsp;**реали\u00adзации**</p>', 'Сроки реализации'],
    ['  один\u00a0\u202fдва\n\tтри ', 'один два три'],
    ['&laquo;План&raquo; &#8470;&#x20;5', '«План» № 5'],
    ['не менее &lt;5 %', 'не менее <5 %'],
    ['доля < 30 % и > 5 %', 'доля < 30 % и > 5 %'],
    ['зеро\u200bширины', 'зероширины'],
    ['Кии\u0306', 'Кий'],
    ['<br/>', ''],
    ['1\\. Утвердить \\(приложение\\)', '1. Утвердить (приложение)'],
    ['и\\или', 'и\\или'],
    ['&unknown; &#0;', '&unknown; &#0;'],
  ]
  for (const [given, expected] of cases) assert.equal(plainText(given), expected)
})

test('words printed letter by letter are joined, four letters or more', () => {
  assert.equal(unspaced('П Р И К А З'), 'ПРИКАЗ')
  assert.equal(unspaced('п р и к а з ы в а ю :'), 'приказываю :')
  assert.equal(unspaced('П Л А Н  Р А Б О Т'), 'ПЛАН  РАБОТ')
  assert.equal(unspaced('п р и к а з Управления'), 'приказ Управления')
  assert.equal(unspaced('классы А Б В'), 'классы А Б В')
  assert.equal(unspaced('классы А Б В Г'), 'классы АБВГ')
  assert.equal(unspaced('и я с ним'), 'и я с ним')
})

test('Latin letters that only look Cyrillic become Cyrillic, real Latin words stay', () => {
  assert.equal(cyrillic('мaй'), 'май')
  assert.equal(cyrillic('Рукoводители OO'), 'Руководители ОО')
  assert.equal(cyrillic('c 1 сентября'), 'с 1 сентября')
  for (const same of ['IV квартал', 'PISA и TIMSS', 'онлайн-курс IT', 'XX век', 'MAX', 'ОГЭ'])
    assert.equal(cyrillic(same), same)
})

test('О and З are figures only inside a date', () => {
  assert.equal(cyrillic('О1.О9.2О23'), '01.09.2023')
  assert.equal(cyrillic('З0.06.2023'), '30.06.2023')
  assert.equal(cyrillic('О.З. Петров'), 'О.З. Петров')
  assert.equal(cyrillic('ООО «Заря»'), 'ООО «Заря»')
})

test('every sign keeps its place, so that offsets stay true', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => assert.equal(cyrillic(text).length, text.length)))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text =>
      assert.equal(plainText(plainText(text)).length <= text.length * 3, true),
    ),
  )
})

test('words are lower case, ё is е, a hyphen parts', () => {
  assert.deepEqual(words('План-график ВСЁ, 2023 г.'), ['план', 'график', 'все', '2023', 'г'])
})

test('forms of a word share a stem', () => {
  assert.equal(stem('графиком'), stem('Графики'))
  assert.equal(stem('учёба'), stem('учеба'))
  assert.equal(hasStem('Ответственные исполнители', ['исполнитель']), true)
  assert.equal(hasStem('Ответственные', ['исполнитель']), false)
  assert.equal(hasStem('по плану-графику', ['график']), true)
})
