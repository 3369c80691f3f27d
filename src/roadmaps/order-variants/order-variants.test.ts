import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreementWith } from './compare.ts'
import { type Examined, examine, findScorer } from './examine.ts'
import { makeVariant } from './variant.ts'

const read: Examined[] = []

/** Readings of the first `count` variants, text and Word; what one test has read the next need not read again. */
async function readings(count: number): Promise<readonly Examined[]> {
  for (let seed = read.length / 2; seed < count; seed++) read.push(...(await examine(seed)))
  return read.slice(0, count * 2)
}

const mean = (list: readonly number[]) => list.reduce((sum, n) => sum + n, 0) / list.length

test('the same seed makes the same order, another seed another', () => {
  assert.equal(makeVariant(12).source.text, makeVariant(12).source.text)
  assert.notEqual(makeVariant(12).source.text, makeVariant(15).source.text)
})

test('forty invented orders: the items, their deadlines and their responsible parties are read as printed', async () => {
  const agreements = (await readings(40)).map(({ variant, order }) => agreementWith(variant.gold, order))
  assert.ok(mean(agreements.map(a => a.items)) >= 0.99, `items ${mean(agreements.map(a => a.items))}`)
  assert.ok(mean(agreements.map(a => a.deadlines)) >= 0.98, `deadlines ${mean(agreements.map(a => a.deadlines))}`)
  assert.ok(mean(agreements.map(a => a.responsible)) >= 0.96, `responsible ${mean(agreements.map(a => a.responsible))}`)
})

test('two hundred invented orders score 0.95 on average and 0.85 at worst, as text and as Word', async t => {
  const scorer = await findScorer()
  if (scorer === null) return t.skip('the scorer of ../shared/gold is absent')
  const scored = (await readings(200)).map(({ variant, form, order }) => ({
    name: `${variant.seed}.${form}`,
    figure: scorer(variant.gold, order).overall,
  }))
  const worst = scored.reduce((a, b) => (b.figure < a.figure ? b : a))
  assert.ok(mean(scored.map(s => s.figure)) >= 0.95, `average ${mean(scored.map(s => s.figure))}`)
  assert.ok(worst.figure >= 0.85, `worst ${worst.name} ${worst.figure}`)
})
