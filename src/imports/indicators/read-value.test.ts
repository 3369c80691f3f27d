import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { recogniseColumns } from './columns.ts'
import { meaningOf, meaningOfShare } from './read-value.ts'

const fact = (state: string, value: unknown = null) => ({ is: 'fact', state, value })
const number = (text: string, participants: number | null = null) => fact('reported', { number: text, participants })
const problem = (code: string) => ({ is: 'problem', code })

describe('what a cell of indicators says', () => {
  test('a blank cell says nothing, and zero is a number', () => {
    assert.deepEqual(meaningOf(' ', 'percent'), { is: 'nothing' })
    assert.deepEqual(meaningOf('0', 'percent'), number('0'))
    assert.deepEqual(meaningOf('0 %', 'percent'), number('0'))
  })
  test('per cents, decimal commas and spaces between thousands are read', () => {
    assert.deepEqual(meaningOf('2,9 %', 'percent', '412'), number('2.9', 412))
    assert.deepEqual(meaningOf('1\u00a0250,5', null), number('1250.5'))
    assert.deepEqual(meaningOf('-0,31', null), number('-0.31'))
  })
  test('what a workbook computed is kept to fifteen digits', () => {
    assert.deepEqual(meaningOf('33.333333333333336', 'percent'), number('33.3333333333'))
    assert.deepEqual(meaningOf('123456.12345678912', null), number('123456.123456789'))
    assert.deepEqual(meaningOf('1e-05', null), number('0.00001'))
  })
  test('per cents lie between 0 and 100, other numbers anywhere', () => {
    assert.deepEqual(meaningOf('100', 'percent'), number('100'))
    assert.deepEqual(meaningOf('100,1', 'percent'), problem('percent-outside'))
    assert.deepEqual(meaningOf('-1', 'percent'), problem('percent-outside'))
    assert.deepEqual(meaningOf('100,1', null), number('100.1'))
  })
  test('a share keeps both numbers', () => {
    const share = fact('reported', { numerator: 12, denominator: 40 })
    for (const written of ['12 из 40', '12/40', '12 of 40']) assert.deepEqual(meaningOf(written, 'percent'), share)
    assert.deepEqual(meaningOfShare('12', '40'), share)
    assert.deepEqual(meaningOf('40 из 40', null), fact('reported', { numerator: 40, denominator: 40 }))
    assert.deepEqual(meaningOf('41 из 40', null), problem('share-too-large'))
    assert.deepEqual(meaningOf('0 из 0', null), problem('share-of-nobody'))
    assert.deepEqual(meaningOfShare('', ''), { is: 'nothing' })
    assert.deepEqual(meaningOfShare('12', ''), problem('value-unreadable'))
    assert.deepEqual(meaningOfShare('нет учащихся', ''), fact('no_students'))
  })
  test('each word says its own reason', () => {
    const said = { 'Нет данных': 'unknown', 'не собиралось': 'not_collected', 'нет учащихся': 'no_students' }
    const more = {
      скрыто: 'suppressed',
      'не применимо': 'not_applicable',
      'н/д': 'unknown',
      'not collected': 'not_collected',
    }
    for (const [word, state] of Object.entries({ ...said, ...more }))
      assert.deepEqual(meaningOf(word, null), fact(state))
  })
  test('a dash is not guessed at, and neither are other words', () => {
    assert.deepEqual(meaningOf('—', 'percent'), problem('dash-ambiguous'))
    assert.deepEqual(meaningOf('мало', 'percent'), problem('value-unreadable'))
    assert.deepEqual(meaningOf('5', null, 'много'), problem('participants-unreadable'))
  })
})

describe('headings of indicators', () => {
  test('the long form is told in Russian and in English, in any order', () => {
    const russian = recogniseColumns(['Значение', 'Показатель', 'Год', 'Школа', 'Участников'])
    assert.deepEqual(russian?.long, { indicator: 1, value: 0, participants: 4 })
    assert.deepEqual([russian?.school, russian?.year], [3, 2])
    assert.equal(recogniseColumns(['School', 'Year', 'Indicator', 'Value'])?.school, 0)
    assert.equal(recogniseColumns(['Школа', 'Год', 'Показатель']), null, 'no value, no table')
  })
  test('the wide form takes a column for each indicator, with its unit, year and parts', () => {
    const found = recogniseColumns([
      '№ п/п',
      'Код школы',
      'Школа',
      'неполные семьи, %',
      'олимпиады 2024',
      'учёт, числитель',
      'учёт, знаменатель',
      'Примечание',
    ])
    assert.equal(found?.school, 1)
    assert.deepEqual(
      found?.wide.map(({ indicator, year }) => [indicator, year]),
      [
        ['неполные семьи', null],
        ['олимпиады', 2024],
        ['учёт', null],
      ],
    )
    assert.deepEqual([found?.wide[2]?.numerator, found?.wide[2]?.denominator], [5, 6])
    assert.deepEqual(found?.left, ['№ п/п', 'Школа', 'Примечание'])
  })
  test('a register of schools is no table of indicators', () => {
    assert.equal(recogniseColumns(['Наименование', 'ИНН']), null)
    assert.equal(recogniseColumns(['Код школы', 'Наименование', 'Тип']), null)
  })
})
