import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { readFile } from '../../platform/files/index.ts'
import { type OrderIssue, understandOrder } from './index.ts'

const shared = path.join(import.meta.dirname, '../../../../shared')
const gold = path.join(shared, 'gold')
const corpus = path.join(shared, 'corpus')
const skip = fs.existsSync(gold) ? false : 'the folder ../shared with the real orders is absent'
const files = skip ? [] : fs.readdirSync(corpus).filter(file => fs.existsSync(goldOf(file)))

function goldOf(file: string): string {
  return path.join(gold, `${file.split('.')[0]}.gold.json`)
}

interface Report {
  readonly overall: number
  readonly issueRecall: number | null
  readonly diffs: readonly string[]
  readonly items: { readonly f1: number }
  readonly weighted: Readonly<Record<string, { readonly value: number | null }>>
}

test('the real orders with gold are there, or nothing is claimed of them', { skip }, () => {
  assert.ok(files.length >= 6, `${files.length} files`)
})

for (const file of files) {
  test(`${file}: read as a person reads it`, async () => {
    const { score } = (await import(path.join(gold, 'score.mjs'))) as {
      score: (gold: unknown, read: unknown) => Report
    }
    const { order, coverage } = understandOrder(await readFile(fs.readFileSync(path.join(corpus, file))))
    const report = score(JSON.parse(fs.readFileSync(goldOf(file), 'utf8')), order)
    const told = report.diffs.join('\n')
    assert.ok(report.overall >= 0.97, told)
    assert.equal(report.items.f1, 1, told)
    for (const [part, least] of [
      ['number', 1],
      ['sections F1', 1],
      ['deadline exact', 0.98],
      ['responsible F1', 0.97],
    ] as const) {
      assert.ok((report.weighted[part]?.value ?? 1) >= least, `${part}\n${told}`)
    }
    assert.ok((report.issueRecall ?? 1) >= 0.85, `defects found: ${report.issueRecall}`)
    assert.ok(coverage.placedWords / coverage.words > 0.97, JSON.stringify(coverage.rest))
  })
}

test('every serious kind of defect that a person found in the real orders is found', { skip }, async () => {
  for (const file of files.filter(name => name.endsWith('.txt'))) {
    const { order } = understandOrder(await readFile(fs.readFileSync(path.join(corpus, file))))
    const printed = JSON.parse(fs.readFileSync(goldOf(file), 'utf8')) as { issues: OrderIssue[] }
    const found = new Set(order.issues.map(({ code }) => code))
    const missed = printed.issues.filter(({ severity, code }) => severity !== 'info' && !found.has(code))
    assert.deepEqual(missed, [], file)
  }
})
