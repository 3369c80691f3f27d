import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Table } from '../../../core/document-model/index.ts'
import { readPlainText } from './index.ts'

const blocksOf = (text: string) => readPlainText(text).blocks
const tableIn = (text: string) => {
  const table = blocksOf(text).find(block => block.kind === 'table')
  assert.ok(table)
  return table as Table
}
const texts = (table: Table) => table.rows.map(row => row.cells.map(cell => cell.text))

test('a table written in HTML is a table: headings, a cell over all columns, a cell over two rows', () => {
  const table = tableIn(`План
<table border="1">
<thead><tr><th>№</th><th>Дело</th><th>Срок</th></tr></thead>
<tr><td colspan="3">Раздел 1</td></tr>
<tr><td>1</td><td>Замер<br>чтения</td><td rowspan="2">май</td></tr>
<tr><td>2</td><td><p>Отчёт &laquo;Итоги&raquo;</p></td></tr>
</table>
Начальник`)
  assert.deepEqual(texts(table), [
    ['№', 'Дело', 'Срок'],
    ['Раздел 1'],
    ['1', 'Замер\nчтения', 'май'],
    ['2', 'Отчёт «Итоги»', ''],
  ])
  assert.equal(table.columns, 3)
  assert.equal(table.rows[1]?.cells[0]?.columnSpan, 3)
  assert.equal(table.rows[3]?.cells[2]?.mergedUp, true)
  assert.deepEqual(table.rows[2]?.place.lines, [5])
})

test('text before and after the table on its own line stays outside it', () => {
  const blocks = blocksOf('План <table><tr><td>1</td><td>Замер</td></tr></table> Начальник')
  assert.deepEqual(
    blocks.map(block => (block.kind === 'table' ? texts(block) : block.text)),
    ['План', [['1', 'Замер']], 'Начальник'],
  )
})

test('a cell that is never closed ends where the next begins; a table that is never closed is text', () => {
  assert.deepEqual(texts(tableIn('<table><tr><td>1<td>Замер<tr><td>2<td>Отчёт</table>')), [
    ['1', 'Замер'],
    ['2', 'Отчёт'],
  ])
  assert.equal(
    blocksOf('<table><tr><td>Замер чтения').some(block => block.kind === 'table'),
    false,
  )
})

test('a spanned cell of absurd width does not make an absurd table', () => {
  assert.ok(tableIn('<table><tr><td colspan="9999">Замер</td></tr><tr><td>1</td></tr></table>').columns <= 60)
})

test('a table inside a cell is text of the cell', () => {
  const table = tableIn('<table><tr><td>1</td><td>Дела: <table><tr><td>замер</td></tr></table></td></tr></table>')
  assert.equal(table.rows.length, 1)
  assert.ok(table.rows[0]?.cells[1]?.text.includes('замер'))
})

test('a paragraph tag right after a number or a dash opens no paragraph of its own', () => {
  assert.deepEqual(
    blocksOf('1. <p>Утвердить план.</p>\n- <p>разработать формы</p>\nСроки <p>исполнения</p>').map(block =>
      block.kind === 'paragraph' ? block.text : '',
    ),
    ['1. Утвердить план.', '- разработать формы', 'Сроки', 'исполнения'],
  )
})
