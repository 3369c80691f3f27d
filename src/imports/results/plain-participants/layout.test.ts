import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyCode } from './layout.ts'

test('a code of a school is a login, a number or a numbered school', () => {
  for (const code of ['sch020001', '002001', '7', 'СОШ-5', 'Школа № 12', 'лицей 3', '02.01/7'])
    assert.match(code, anyCode)
})

test('a word alone, a name with a number or a sentence is no code', () => {
  for (const text of ['Пример', 'Примеров 7', 'СОШ', '0000 000001', 'СОШ № 5 города', ''])
    assert.doesNotMatch(text, anyCode)
})
