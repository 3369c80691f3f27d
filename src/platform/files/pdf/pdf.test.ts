import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import type { SourceDocument } from '../../../core/document-model/index.ts'
import { readDocx } from '../docx/index.ts'
import { aPdfPage } from '../testing.ts'
import { readPdf } from './index.ts'
import { linesOf, printedParagraphs } from './print-lines.ts'

const example = (name: string) => fs.readFileSync(path.join(import.meta.dirname, '../examples', name))
const words = (text: string) => text.split(/\s+/).filter(word => word !== '')

/** Rows of all tables with their cells as words, whatever lines they were printed on. */
const rowsOf = (document: SourceDocument) =>
  document.blocks.flatMap(block =>
    block.kind === 'table' ? block.rows.map(row => row.cells.map(cell => words(cell.text).join(' '))) : [],
  )

describe('a PDF printed from Word', () => {
  test('gives the same rows and cells as the Word document', async () => {
    const [pdf, docx] = await Promise.all([
      readPdf(example('invented-order.pdf')),
      readDocx(example('invented-order.docx')),
    ])
    assert.deepEqual(rowsOf(pdf), rowsOf(docx))
  })

  test('gives the same paragraphs as the Word document', async () => {
    const paragraphs = (document: SourceDocument) =>
      document.blocks.flatMap(block => (block.kind === 'paragraph' ? [words(block.text).join(' ')] : []))
    const [pdf, docx] = await Promise.all([
      readPdf(example('invented-order.pdf')),
      readDocx(example('invented-order.docx')),
    ])
    assert.deepEqual(paragraphs(pdf), paragraphs(docx))
  })

  test('a section row is one cell over all columns, and places know their page', async () => {
    const { blocks } = await readPdf(example('invented-order.pdf'))
    const table = blocks.find(block => block.kind === 'table')!
    assert.equal(table.place.page, 2)
    assert.deepEqual(
      table.rows[1]?.cells.map(cell => [cell.text, cell.columnSpan]),
      [['1. Узнать, что мешает', 5]],
    )
  })
})

describe('a PDF that cannot be read', () => {
  test('a scan without a text layer is refused and told what to do', async () => {
    await assert.rejects(readPdf(aPdfPage('q 200 0 0 200 0 0 cm /I Do Q')), {
      code: 'files/pdf-without-text',
      params: { pages: 1 },
    })
  })

  test('a PDF closed with a password is refused', async () => {
    await assert.rejects(readPdf(example('invented-order-closed.pdf')), { code: 'files/encrypted' })
  })

  test('a cut PDF is refused as damaged', async () => {
    await assert.rejects(readPdf(example('invented-order.pdf').subarray(0, 900)), { code: 'files/pdf-broken' })
  })

  test('a PDF with more pages than the limit is refused', async () => {
    const { fileLimits } = await import('../limits.ts')
    await assert.rejects(readPdf(example('invented-order.pdf'), { ...fileLimits, pages: 1 }), {
      code: 'files/pdf-pages',
    })
    assert.equal((await readPdf(example('invented-order.pdf'), { ...fileLimits, pages: 2 })).format, 'pdf')
  })
})

describe('printed lines', () => {
  const piece = (text: string, x: number, y: number) => ({ text, x, y, width: text.length * 5, size: 10, bold: false })
  const column = { left: 0, right: 100 }

  test('a line whose next word would have fitted ends its paragraph', () => {
    const lines = linesOf([piece('КОиН', 0, 10), piece('Школы', 0, 22)])
    assert.deepEqual(
      printedParagraphs(lines, column, 1).map(one => one.draft.text),
      ['КОиН', 'Школы'],
    )
  })

  test('a line whose next word would not have fitted goes on', () => {
    const lines = linesOf([piece('Руководители школ', 0, 10), piece('района', 0, 22)])
    assert.deepEqual(
      printedParagraphs(lines, column, 1).map(one => one.draft.text),
      ['Руководители школ района'],
    )
  })

  test('a word cut by a narrow column is whole again, a word that fills its line stays apart', () => {
    const narrow = { left: 0, right: 58 }
    const texts = (...lines: string[]) =>
      printedParagraphs(linesOf(lines.map((text, at) => piece(text, 0, 10 + at * 12))), narrow, 1).map(
        one => one.draft.text,
      )
    assert.deepEqual(texts('Ответственн', 'ый'), ['Ответственный'])
    assert.deepEqual(texts('Утверждение', 'планов'), ['Утверждение планов'])
    assert.deepEqual(texts('Утверждение', 'на год'), ['Утверждение на год'])
  })

  test('a wide gap inside a line is a tab, stretched gaps of a justified line are spaces', () => {
    assert.equal(linesOf([piece('от 05.02', 0, 10), piece('№ 5', 80, 10)])[0]?.text, 'от 05.02\t№ 5')
    assert.equal(
      linesOf([piece('обеспечить', 0, 10), piece('и', 80, 10), piece('участие', 115, 10)])[0]?.text,
      'обеспечить и участие',
    )
  })
})
