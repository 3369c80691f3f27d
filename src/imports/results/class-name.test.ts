import assert from 'node:assert/strict'
import { test } from 'node:test'
import { classNamed } from './class-name.ts'

test('one class has one name, however it is printed', () => {
  for (const printed of ['5А', '5 а', '5-А', '5 "А"', '5«А»', '5A']) assert.equal(classNamed(printed, 5), '5А', printed)
  assert.equal(classNamed('А', 5), '5А', 'the grade is known from elsewhere')
})

test('a number alone is a grade, and classes with a profile keep their words', () => {
  assert.equal(classNamed('5', 5), '')
  assert.equal(classNamed('', 5), '')
  assert.equal(classNamed('10 соц-эк', 10), '10 соц-эк')
  assert.equal(classNamed('11-1', 11), '11-1')
})

test('what cannot be a class is none: a name may have slipped there', () => {
  for (const printed of ['Пример', 'Пример Один', '5 Примеров', '0000 000001', '9137', '91 37', '5А и ещё'])
    assert.equal(classNamed(printed, 5), null, printed)
})
