import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { texts } from './texts.ts'

const root = path.join(import.meta.dirname, '../../..')
const folder = (name: string) =>
  fs
    .readdirSync(path.join(root, name), { recursive: true, encoding: 'utf8' })
    .filter(file => /(?<!\.test)\.ts$/.test(file))
    .map(file => fs.readFileSync(path.join(root, name, file), 'utf8'))
    .join('\n')

/** The reasons of the type, so that a new one is missed by nobody. */
const ofDeadlines = /type DoubtReason =((?:\s*\| '[^']+')+)/.exec(folder('core/deadlines'))![1]!
const order = folder('roadmaps/order')
const codes = [
  ...[...ofDeadlines.matchAll(/'([^']+)'/g)].map(match => `deadline-${match[1]}`),
  ...[...order.matchAll(/why: '([^']+)'/g)].map(match => match[1]!),
  ...[...order.matchAll(/\badd\('\/[^']*', [^,]+, '([a-z-]+)'/g)].map(match => match[1]!),
]

test('every reason of doubt that the reading of orders gives has its own words in both languages', () => {
  assert.ok(codes.length >= 20, codes.join(', '))
  for (const lang of ['ru', 'en'] as const)
    assert.deepEqual(
      codes.filter(code => !(code in texts[lang].why)),
      [],
    )
})

test('no words stand for a reason that nothing gives', () => {
  assert.deepEqual(
    Object.keys(texts.ru.why).filter(code => code !== 'other' && !codes.includes(code)),
    [],
  )
})

test('reasons begin with a capital letter', () => {
  for (const lang of ['ru', 'en'] as const)
    for (const words of Object.values(texts[lang].why)) assert.match(words, /^\p{Lu}/u)
})
