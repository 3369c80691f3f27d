// Whatever the bytes: a document or a refusal, never a crash, and no word of a plain text is lost.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '../../core/base/index.ts'
import type { SourceDocument } from '../../core/document-model/index.ts'
import { readFile, readPdf, readText } from './index.ts'
import { aDocx, aParagraph, aTable } from './testing.ts'

const docx = aDocx(
  aParagraph('ПРИКАЗ') +
    aTable([
      ['№', 'Дело', 'Срок'],
      ['1', 'Замер', 'Май'],
      ['2', 'Отчёт', 'Июнь'],
    ]),
)
const pdf = fs.readFileSync(path.join(import.meta.dirname, 'examples/invented-order.pdf'))
const text = Buffer.from('ПРИКАЗ\n\n№\tДело\tСрок\n1\tЗамер\tМай\n\n| a | b |\n|---|---|\n| в | г |\n')

async function documentOrRefusal(reading: () => Promise<SourceDocument> | SourceDocument): Promise<void> {
  try {
    const { blocks } = await reading()
    assert.ok(blocks.length > 0)
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error instanceof Error ? error.stack : error))
  }
}

/** Changes at random places: `[where, new value]`. */
const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 })
const flipped = (bytes: Uint8Array, changes: readonly (readonly [number, number])[]) => {
  const copy = Buffer.from(bytes)
  for (const [where, value] of changes) copy[where % copy.length] = value
  return copy
}

test('random bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), bytes => documentOrRefusal(() => readFile(bytes))),
    { numRuns: 300 },
  )
})

for (const [name, bytes, runs] of [
  ['DOCX', docx, 400],
  ['text', text, 300],
  ['PDF', pdf, 25],
] as const) {
  test(`a ${name} cut anywhere`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), end => documentOrRefusal(() => readFile(bytes.subarray(0, end)))),
      { numRuns: runs },
    )
  })

  test(`a ${name} with spoilt bytes`, async () => {
    await fc.assert(
      fc.asyncProperty(flips, changes => documentOrRefusal(() => readFile(flipped(bytes, changes)))),
      { numRuns: runs },
    )
  })
}

test('a PDF that is random after its head', async () => {
  const head = Buffer.from('%PDF-1.4\n')
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), tail =>
      documentOrRefusal(() => readPdf(Buffer.concat([head, tail]))),
    ),
    { numRuns: 25 },
  )
})

test('XML of any shape inside a Word package', async () => {
  const element = fc.constantFrom(
    'w:p',
    'w:r',
    'w:t',
    'w:tbl',
    'w:tr',
    'w:tc',
    'w:pPr',
    'w:rPr',
    'w:del',
    'w:txbxContent',
    'mc:AlternateContent',
    'mc:Choice',
    'w:fldChar',
    'w:gridSpan',
    'w:vMerge',
    'w:numPr',
    'w:sdt',
  )
  const tag = fc.tuple(
    element,
    fc.constantFrom('', '/'),
    fc.constantFrom('', ' w:val="restart"', ' w:val="-7"', ' w:fldCharType="begin"', ' w:fldCharType="end"'),
  )
  const piece = fc.oneof(
    tag.map(([name, slash, attributes]) => `<${name}${attributes}${slash}>`),
    element.map(name => `</${name}>`),
    fc.constantFrom('текст', '&amp;', '<!-- x -->', '&#1;'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), pieces =>
      documentOrRefusal(() => readFile(aDocx(pieces.join('')))),
    ),
    { numRuns: 500 },
  )
})

test('well-formed XML of any nesting inside a Word package', async () => {
  const { tree } = fc.letrec<{ tree: string }>(tie => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        '<w:t>слово</w:t>',
        '<w:tab/>',
        '<w:br/>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:fldChar w:fldCharType="end"/>',
        '<w:gridSpan w:val="3"/>',
        '<w:vMerge/>',
        '<w:tblHeader/>',
      ),
      fc
        .tuple(
          fc.constantFrom(
            'w:p',
            'w:r',
            'w:tbl',
            'w:tr',
            'w:tc',
            'w:pPr',
            'w:rPr',
            'w:tcPr',
            'w:trPr',
            'w:del',
            'w:txbxContent',
            'mc:AlternateContent',
            'mc:Choice',
            'mc:Fallback',
          ),
          fc.array(tie('tree'), { maxLength: 4 }),
        )
        .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(tree, inner => documentOrRefusal(() => readFile(aDocx(inner)))),
    { numRuns: 500 },
  )
})

test('every word of a text stands in the document, once and in order', () => {
  const word = fc.stringMatching(/^[а-яё0-9]{1,8}$/)
  const gap = fc.constantFrom(' ', '\t', '\n', '\n\n', '\t\t', ' | ', '\n| ', ' |\n')
  fc.assert(
    fc.property(fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 60 }), pairs => {
      const printed = pairs.map(([one, between]) => one + between).join('')
      const wordsOf = (value: string) => value.split(/[\s|]+/).filter(one => one !== '')
      const { blocks } = readText(Buffer.from(printed))
      const read = blocks.flatMap(block =>
        block.kind === 'paragraph' ? [block.text] : block.rows.flatMap(row => row.cells.map(cell => cell.text)),
      )
      assert.deepEqual(read.flatMap(wordsOf), wordsOf(printed))
    }),
    { numRuns: 500 },
  )
})
