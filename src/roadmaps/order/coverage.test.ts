import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainText, unspaced, words } from '../../core/russian/index.ts'
import { leavesOf } from './document/lines.ts'
import { cleanOrder, planWithoutOrder, resolution } from './examples/orders.ts'
import { sourceOf } from './examples/source.ts'
import { coverageOf, understandOrder } from './index.ts'

/** Orders cut into lines, shuffled, doubled and mixed with anything a keyboard can type. */
const lines = [cleanOrder, planWithoutOrder, resolution].flatMap(order => order.split('\n'))
const anyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...lines) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
    ),
    { maxLength: 60 },
  )
  .map(parts => parts.join('\n'))

test('every word of any source is either placed or listed as left over, and none is counted twice', () => {
  fc.assert(
    fc.property(anyText, text => {
      const source = sourceOf(text)
      const { coverage } = understandOrder(source)
      const all = leavesOf(source.blocks).flatMap(leaf => words(unspaced(leaf.text)))
      const left = coverage.rest.flatMap(({ text }) => words(text))
      assert.equal(coverage.words, all.length)
      assert.equal(coverage.placedWords + left.length, all.length)
      assert.ok(coverage.rest.every(({ text }) => plainText(text) !== ''))
    }),
    { numRuns: 150 },
  )
})

test('of a plain order nothing is left over: the word of command and the stamp name parts of the order', () => {
  for (const text of [cleanOrder, planWithoutOrder, resolution])
    assert.deepEqual(understandOrder(sourceOf(text)).coverage.rest, [])
})

test('lists of those who have read the order and marks of lists are words of form too', () => {
  const text = cleanOrder.replace('Приложение № 1', 'С приказом ознакомлены:\nОрлова М.М.\n\nПриложение № 1')
  assert.deepEqual(understandOrder(sourceOf(text)).coverage.rest, [])
})

test('what is left over of another appendix tells which appendix holds it', () => {
  const text = `${cleanOrder}\nПриложение № 2\nк приказу управления образования\nот 15.01.2024 № 31-о\n\nПеречень школ\n\nШкола № 7, Щукина Л.Л.`
  const { rest } = understandOrder(sourceOf(text)).coverage
  assert.deepEqual(
    rest.map(each => [each.text, each.appendix]),
    [['Школа № 7, Щукина Л.Л.', 'Приложение 2. Перечень школ']],
  )
})

test('a sentence that stands nowhere in the structure is shown with its place', () => {
  const source = sourceOf(cleanOrder)
  const { order, provenance } = understandOrder(source)
  const { rest } = coverageOf(source, { ...order, document: { ...order.document, clauses: [] } }, provenance)
  assert.ok(rest.some(({ text: left }) => left.includes('Утвердить дорожную карту поддержки школ')))
})

test('a word is placed as often as it is printed, not more', () => {
  const source = sourceOf('школа школа школа')
  const { order } = understandOrder(source)
  const withTitle = { ...order, document: { ...order.document, title: 'школа школа' } }
  const { placedWords, rest } = coverageOf(source, withTitle, { '/document/title': ['b0'] })
  assert.equal(placedWords, 2)
  assert.deepEqual(rest, [{ place: 'b0', text: 'школа' }])
})
