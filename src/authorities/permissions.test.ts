import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seats } from '../core/base/index.ts'
import { mayUse, permissions } from './permissions.ts'

test('each seat has exactly the rights of this table', () => {
  const table = Object.fromEntries(
    Object.keys(permissions).map(permission => [
      permission,
      seats.map(seat => (mayUse(seat, permission) ? 'x' : '.')).join(''),
    ]),
  )
  assert.deepEqual(table, {
    //                  regional, municipal, methodologist, curator, school, auditor, administrator
    'register.read': 'xxxxxxx',
    'register.write': 'xx....x',
    'territory.write': 'x.....x',
    'accounts.manage': '......x',
    'audit.read': 'xx...xx',
    'orders.read': 'xxx..x.',
    'orders.edit': 'xxx....',
    'orders.approve': 'xx.....',
    'roadmaps.read': 'xxxxxx.',
    'roadmaps.edit': 'xx.....',
    'methodologies.read': 'xxxxxx.',
    'methodologies.edit': 'x.x....',
    'methodologies.approve': 'x......',
    'lists.read': 'xxxxxx.',
    'runs.read': 'xxxx.x.',
    'lists.propose': 'x.x....',
    'lists.decide': 'xx.....',
    'lists.approve': 'x......',
    'lists.answer': '....x..',
    'parties.edit': 'xxx....',
    'results.read': 'xxxxxx.',
    'results.write': 'xxx....',
    'scales.edit': 'x......',
  })
})

test('the auditor changes nothing', () => {
  for (const permission of Object.keys(permissions).filter(name => !name.endsWith('.read')))
    assert.equal(mayUse('auditor', permission), false)
})

test('a mistyped permission opens no door', () => {
  assert.throws(() => mayUse('administrator', 'register.wirte'), /no such permission/)
  assert.throws(() => mayUse('administrator', 'toString'), /no such permission/)
})
