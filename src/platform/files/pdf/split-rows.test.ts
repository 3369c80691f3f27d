import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { DraftTable } from '../draft.ts'
import { rejoinSplitRow } from './split-rows.ts'

const aTable = (...rows: readonly (readonly string[])[]): DraftTable => ({
  kind: 'table',
  columns: 4,
  rows: rows.map(texts => ({
    header: false,
    cells: texts.map((text, column) => ({
      column,
      columnSpan: texts.length === 1 ? 4 : 1,
      mergedUp: false,
      content: text === '' ? [] : [{ kind: 'paragraph' as const, text }],
    })),
  })),
})
const textsOf = (table: DraftTable) =>
  table.rows.map(row =>
    row.cells.map(cell => cell.content.map(piece => (piece.kind === 'paragraph' ? piece.text : '')).join('\n')),
  )

const header = ['№', 'Мероприятие', 'Срок', 'Ответственные']
const begun = ['1', 'Разбор проверочных', 'Май', 'Директора школ']

describe('a row cut by the end of a page', () => {
  test('is whole again, and the repeated header stays', () => {
    const [before, next] = [
      aTable(header, begun),
      aTable(header, ['', 'работ', '', ''], ['2', 'Отчёт', 'Июнь', 'Центр']),
    ]
    assert.equal(rejoinSplitRow(before, next), true)
    assert.deepEqual(textsOf(before)[1], ['1', 'Разбор проверочных работ', 'Май', 'Директора школ'])
    assert.deepEqual(textsOf(next), [header, ['2', 'Отчёт', 'Июнь', 'Центр']])
  })

  test('a rest that begins a sentence after a finished one is a paragraph of its own', () => {
    const before = aTable(header, ['1', 'Разбор работ.', 'Май', 'Директора школ'])
    assert.equal(rejoinSplitRow(before, aTable(['', 'Обсуждение итогов', '', ''])), true)
    assert.equal(textsOf(before)[1]?.[1], 'Разбор работ.\nОбсуждение итогов')
  })

  test('a section over all columns is no rest', () => {
    assert.equal(rejoinSplitRow(aTable(header, begun), aTable(header, ['Обучение учителей'])), false)
  })

  test('a full row without a number is a new row, unless its cells go on in lower case', () => {
    assert.equal(rejoinSplitRow(aTable(header, begun), aTable(['', 'Отчёт', 'Июнь', 'Центр'])), false)
    assert.equal(rejoinSplitRow(aTable(header, begun), aTable(['', 'работ', 'или июнь', 'и центр'])), true)
  })

  test('a row with a number is never a rest', () => {
    assert.equal(rejoinSplitRow(aTable(header, begun), aTable(['2', 'работ', '', ''])), false)
  })
})
