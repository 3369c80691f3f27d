import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type IsoDate, Refusal, type SchoolId } from '../../core/base/index.ts'
import { closed, codeChange, type School } from './school.ts'

const school: School = {
  id: 's4' as SchoolId,
  municipalityId: null,
  name: 'Школа № 4',
  shortName: null,
  type: 'secondary',
  codes: [],
  closedOn: null,
  mergedInto: null,
  version: 3,
}
const other: School = { ...school, id: 's5' as SchoolId, name: 'Школа № 5' }
const closedOn = '2026-08-31' as IsoDate
const refusalOf = (attempt: () => unknown) => {
  try {
    attempt()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return null
}

test('a school that joins another one is closed and names its successor', () => {
  const after = closed(school, { closedOn, mergedInto: other })
  assert.deepEqual([after.closedOn, after.mergedInto, after.version], ['2026-08-31', 's5', 4])
})

test('a school closed without a successor has none', () =>
  assert.equal(closed(school, { closedOn, mergedInto: null }).mergedInto, null))

test('a school is not closed twice, not joined to itself and not to a closed one', () => {
  assert.equal(
    refusalOf(() => closed({ ...school, closedOn }, { closedOn, mergedInto: null })),
    'schools/already-closed',
  )
  assert.equal(
    refusalOf(() => closed(school, { closedOn, mergedInto: school })),
    'schools/merged-into-itself',
  )
  assert.equal(
    refusalOf(() => closed(school, { closedOn, mergedInto: { ...other, closedOn } })),
    'schools/merged-into-closed',
  )
})

test('only the codes that differ are added and removed', () => {
  const a = { system: 'inn', code: '1' } as const
  const b = { system: 'inn', code: '2' } as const
  assert.deepEqual(codeChange([a], [a]), { add: [], remove: [] })
  assert.deepEqual(codeChange([a], [b]), { add: [b], remove: [a] })
})
