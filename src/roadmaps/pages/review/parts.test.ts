import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Block, SourceDocument } from '../../../core/document-model/index.ts'
import { readFile } from '../../../platform/files/index.ts'
import { exampleOrder } from '../../examples/orders.ts'
import { type Draft, draftOf } from '../../model/index.ts'
import { understandOrder } from '../../order/index.ts'
import { placeId, rowOf } from './links.ts'
import { partAt } from './parts.ts'

const orderId = 'order'

const rowsIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(block => (block.kind === 'table' ? block.rows.map(row => row.place.id) : [block.place.id]))

/** The example with so many items more in its second section. */
async function draftWith(more: number): Promise<{ draft: Draft; source: SourceDocument }> {
  const rows = Array.from(
    { length: more },
    (_, at) => `2.${at + 3}\tЗанятие ${at + 3}\tмай 2026\tРуководители ОО\tотчёт\n`,
  )
  const source = await readFile(new TextEncoder().encode(exampleOrder + rows.join('')))
  return { source, draft: draftOf(understandOrder(source), [], 'municipal') }
}

describe('a draft of 305 items is reviewed in parts', () => {
  let draft: Draft
  let source: SourceDocument
  before(async () => {
    ;({ draft, source } = await draftWith(300))
  })
  const at = (anchor: string | null) => partAt(draft, source, orderId, anchor)
  const placesOf = (anchor: string | null) => new Set(rowsIn(at(anchor).blocks))
  const keyOf = (number: string) => draft.items.find(item => item.number === number)?.key as string

  test('each item and each line of the source stands in exactly one part', () => {
    const parts = at(null).all.map(({ from }) => at(from.key))
    assert.equal(parts.length, 4)
    assert.equal(
      parts.reduce((sum, part) => sum + part.items.size, 0),
      305,
    )
    const lines = at(null).all.flatMap(({ from }) => [...placesOf(from.key)])
    assert.equal(lines.length, new Set(lines).size)
    assert.equal(lines.length, rowsIn(source.blocks).length)
  })

  test('an item stands beside the line that it was read from', () => {
    for (const number of ['1.1', '2.95', '2.96', '2.97', '2.302']) {
      const key = keyOf(number)
      const item = draft.items.find(one => one.key === key)!
      const line = rowOf(Object.values(item.places).flat()[0]!)
      assert.ok(placesOf(key).has(line), number)
      assert.ok(at(placeId(line)).items.has(item), number)
    }
  })

  test('a link stays on the page where its aim is shown and opens the other part where not', () => {
    const first = at(null)
    assert.deepEqual([first.first, first.last], [true, false])
    assert.equal(first.href(keyOf('1.1')), `#${keyOf('1.1')}`)
    assert.equal(first.href(keyOf('2.302')), `/orders/order/review?at=${keyOf('2.302')}#${keyOf('2.302')}`)
    assert.ok(at('rest').last)
    assert.ok(at('header').first)
    assert.equal(at('no such thing').index, 0)
  })
})

test('a draft of 150 items comes whole, one of 151 in parts', async () => {
  const whole = await draftWith(145)
  assert.equal(whole.draft.items.length, 150)
  const part = partAt(whole.draft, whole.source, orderId, null)
  assert.deepEqual([part.all, part.first, part.last, part.items.size], [[], true, true, 150])
  const long = await draftWith(146)
  assert.equal(partAt(long.draft, long.source, orderId, null).all.length, 2)
})
