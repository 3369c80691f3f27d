import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foundIn, letterOf } from './found.ts'

test('short numbers and the usual words are shown', () => {
  for (const text of ['25', '6,5', '-1', '104', '12 %', 'X', 'отсутствовал', 'н/п', '8Б'])
    assert.deepEqual(foundIn(text, false), { kind: 'value', value: text })
})

test('a name, a passport or a code is described and never shown, in whatever column', () => {
  for (const [text, kind] of [
    ['Пример', 'text'],
    ['0000', 'longNumber'],
    ['000001', 'longNumber'],
    ['0000 000001', 'longNumber'],
    ['50001', 'longNumber'],
  ] as const)
    assert.deepEqual(foundIn(text, false), { kind, value: null })
  assert.deepEqual(foundIn('25', true), { kind: 'personal', value: null })
})

test('columns have letters as in a spreadsheet', () => {
  assert.deepEqual([0, 25, 26, 27, 83].map(letterOf), ['A', 'Z', 'AA', 'AB', 'CF'])
})
