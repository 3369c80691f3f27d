import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../../core/base/index.ts'
import { codeOf } from './school-codes.ts'
import { schoolTypeIn } from './school-types.ts'

const refusalOf = (attempt: () => unknown) => {
  try {
    attempt()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return null
}

test('a login of the quality system is kept in lower case without spaces', () => {
  assert.equal(codeOf('fis-oko', ' SCH 020014 '), 'sch020014')
  assert.equal(
    refusalOf(() => codeOf('fis-oko', 'sch02001')),
    'schools/code-malformed',
  )
})

test('leading zeros of a code stay', () => assert.equal(codeOf('rcoi', '000412'), '000412'))

test('a tax number is refused when its check digit does not fit', () => {
  assert.equal(codeOf('inn', '0201001237'), '0201001237')
  assert.equal(
    refusalOf(() => codeOf('inn', '0201001238')),
    'schools/code-checksum',
  )
  assert.equal(
    refusalOf(() => codeOf('inn', '020100123')),
    'schools/code-malformed',
  )
})

test('a state registration number is refused when its check digit does not fit', () => {
  assert.equal(codeOf('ogrn', '1020200001238'), '1020200001238')
  assert.equal(
    refusalOf(() => codeOf('ogrn', '1020200001239')),
    'schools/code-checksum',
  )
})

test('the type of a school is read from its name, and an untyped name stays untyped', () => {
  assert.equal(schoolTypeIn('МБОУ СОШ № 4'), 'secondary')
  assert.equal(schoolTypeIn('МКОУ «Липовская ООШ»'), 'basic')
  assert.equal(schoolTypeIn('Гимназия № 2'), 'gymnasium')
  assert.equal(schoolTypeIn('Средняя школа-интернат'), 'boarding')
  assert.equal(schoolTypeIn('Школа «Родник»'), null)
})
