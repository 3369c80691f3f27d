import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ResultCell } from '../../../assessments/contract.ts'
import type { SchoolId } from '../../../core/base/index.ts'
import { type CodedSchool, likelySchools, whoseCells } from './whose-cells.ts'

const school = (id: string, ...codes: string[]): CodedSchool => ({
  id: id as SchoolId,
  municipalityId: null,
  name: `Школа ${id}`,
  codes,
})
const schools = [school('a', 'sch020014', '0140'), school('b', 'sch020015'), school('c', 'sch029999', '7700')]
const cell = (schoolCode: string, participants = 10) => ({ schoolCode, participants }) as ResultCell

test('a cell belongs to the school whose code the file prints, whatever the case of letters', () => {
  const { known, unknown } = whoseCells([cell('SCH020014'), cell('0140')], schools)
  assert.deepEqual(
    known.map(each => each.organisationId),
    ['a', 'a'],
  )
  assert.deepEqual(unknown, [])
})

test('a code without its leading zero is not taken for the code, but its school is suggested', () => {
  const { known, unknown } = whoseCells([cell('140', 12), cell('140', 8)], schools)
  assert.deepEqual(known, [])
  assert.deepEqual(unknown, [{ code: '140', cells: 2, participants: 20, suggestions: ['a'] }])
})

test('a code with one sign wrong, missing or swapped suggests its neighbours, the likeliest first', () => {
  assert.deepEqual(likelySchools('020015', schools), ['b', 'a'])
  assert.deepEqual(likelySchools('sch02015', schools), ['b'])
  assert.deepEqual(likelySchools('sch020051', schools), ['b'])
})

test('a code like no other suggests nothing', () => {
  assert.deepEqual(likelySchools('555123', schools), [])
  assert.deepEqual(likelySchools('', schools), [])
})
