import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { linesIn, matchLines } from './given-list.ts'

const schools = [
  { id: 'a', municipality: 'Город', names: ['Средняя школа № 4', 'СШ № 4'], codes: ['sch020004', '002004'] },
  { id: 'b', municipality: 'Район', names: ['Средняя школа №4 села Ключи', 'СШ № 4'], codes: ['sch020104'] },
]
const found = (text: string) => matchLines(linesIn(text), schools)

describe('a list made elsewhere, line by line', () => {
  test('a code names its school', () => assert.deepEqual(found('sch020104').schools, ['b']))
  test('a name does, however its quotes, spaces and numbers are written', () => {
    assert.deepEqual(found('1.  «средняя  школа №4»').schools, ['a'])
  })
  test('a name that two schools bear names neither', () => {
    assert.deepEqual(found('СШ № 4'), { schools: [], unmatched: ['СШ № 4'] })
  })
  test('with its municipality beside it names one', () => assert.deepEqual(found('Район; СШ № 4').schools, ['b']))
  test('a school that stands there twice is taken once', () => {
    assert.deepEqual(found('sch020004\n002004').schools, ['a'])
  })
  test('an empty line is no line', () => assert.deepEqual(found('\n \n'), { schools: [], unmatched: [] }))
})
