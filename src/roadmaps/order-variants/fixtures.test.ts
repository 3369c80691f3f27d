import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { readText } from '../../platform/files/index.ts'
import { understandOrder } from '../order/index.ts'
import { agreementWith } from './compare.ts'
import { findScorer } from './examine.ts'
import type { GoldOrder } from './gold.ts'

const folder = path.join(import.meta.dirname, 'fixtures')
const names = fs
  .readdirSync(folder)
  .filter(file => file.endsWith('.txt'))
  .map(file => file.slice(0, -'.txt'.length))

/** An order written by hand in the style of some invented town, with what a person reads in it. */
function fixture(name: string) {
  const gold = JSON.parse(fs.readFileSync(path.join(folder, `${name}.gold.json`), 'utf8')) as GoldOrder
  const { order } = understandOrder(readText(fs.readFileSync(path.join(folder, `${name}.txt`))))
  return { gold, order }
}

for (const name of names) {
  test(`${name}: every item with its deadline and its responsible parties`, () => {
    const { gold, order } = fixture(name)
    const { items, deadlines, responsible } = agreementWith(gold, order)
    assert.equal(items, 1)
    assert.ok(deadlines >= 0.93, `deadlines ${deadlines}`)
    assert.ok(responsible >= 0.93, `responsible ${responsible}`)
  })

  test(`${name}: scores 0.95 and more`, async t => {
    const scorer = await findScorer()
    if (scorer === null) return t.skip('the scorer of ../shared/gold is absent')
    const { gold, order } = fixture(name)
    const { overall, diffs } = scorer(gold, order)
    assert.ok(overall >= 0.95, `${overall}\n${diffs.join('\n')}`)
  })
}
