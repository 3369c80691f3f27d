import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Trace } from '../../core/rules/mechanism.ts'
import { cellChanges, settingChanges, turnOf } from './compare.ts'

const cell = (year: number, below: number | null): Trace => ({
  mechanism: 'share-below',
  where: `ОГЭ, математика, 9 класс, ${year}`,
  verdict: below === null ? 'unknown' : below >= 6 ? 'yes' : 'no',
  facts: below === null ? { threshold: '3/10', why: 'absent' } : { below, participants: 20, threshold: '3/10' },
})
const trace = (...parts: Trace[]): Trace => ({ mechanism: 'count-low', verdict: 'yes', parts })

describe('two runs compared', () => {
  test('entering and leaving are about yes; the unknown is neither', () => {
    assert.equal(turnOf('no', 'yes'), 'entered')
    assert.equal(turnOf('unknown', 'yes'), 'entered')
    assert.equal(turnOf('yes', 'unknown'), 'left')
    assert.equal(turnOf('no', 'unknown'), 'became-unknown')
    assert.equal(turnOf('unknown', 'no'), 'became-known')
    assert.equal(turnOf('yes', 'yes'), null)
  })
  test('a result that is the same is no reason', () => {
    assert.deepEqual(cellChanges(trace(cell(2025, 6)), trace(cell(2025, 6)), 0), [])
  })
  test('a result that changed by one participant is', () => {
    const [change] = cellChanges(trace(cell(2025, 5)), trace(cell(2025, 6)), 0)
    assert.deepEqual([change?.before?.below, change?.after?.below], [5, 6])
  })
  test('another year lays the same procedure beside itself', () => {
    const [change] = cellChanges(trace(cell(2024, 5)), trace(cell(2025, 6)), 1)
    assert.equal(change?.where, 'ОГЭ, математика, 9 класс, 2025')
    assert.deepEqual([change?.before?.below, change?.after?.below], [5, 6])
  })
  test('a row that went missing is told apart from zero', () => {
    const [change] = cellChanges(trace(cell(2025, 0)), trace(cell(2025, null)), 0)
    assert.deepEqual([change?.before?.below, change?.after?.below, change?.after?.why], [0, null, 'absent'])
  })
  test('numbers and readings that differ are named, those that came or went too', () => {
    assert.deepEqual(settingChanges({ share: '3/10', years: 2 }, { share: '1/4', years: 2, pool: 'all' }), [
      { name: 'share', before: '3/10', after: '1/4' },
      { name: 'pool', before: null, after: 'all' },
    ])
  })
})
