// Each bad file gets its own refusal, under 300 MB (the child is killed above that, and then the refusal is another one), and a good file is
// still read afterwards. How fast: bench/hostile-files.ts.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, describe, test } from 'node:test'
import type { SourceDocument } from '../../core/document-model/index.ts'
import { aDocx, aParagraph, aPdfPage } from '../files/testing.ts'
import { hostileFiles, longFiles, nested, paragraphs } from './examples/hostile-files.ts'
import { closeSandbox, inSandbox, sandboxTask } from './index.ts'

const readDocument = sandboxTask<SourceDocument>(
  'read-document',
  new URL('../files/read-document.task.ts', import.meta.url),
)

after(closeSandbox)

describe('hostile files', () => {
  for (const [name, make, code] of hostileFiles) {
    test(`${name} is refused`, () => assert.rejects(inSandbox(readDocument, make()), { name: 'Refusal', code }))
  }

  for (const [name, make] of longFiles) {
    test(`${name} is read`, async () => assert.ok((await inSandbox(readDocument, make())).blocks.length > 0))
  }

  test('one paragraph more than 60 thousand is refused', () =>
    assert.rejects(inSandbox(readDocument, paragraphs(60_001)), { code: 'files/too-long' }))

  test('a document without a table is simply read', async () => {
    const { blocks } = await inSandbox(readDocument, aDocx(aParagraph('Приказ') + aParagraph('Назначить дежурных.')))
    assert.equal(blocks.length, 2)
  })

  test('a PDF is read inside too, and a scan is refused', async () => {
    const pdf = fs.readFileSync(path.join(import.meta.dirname, '../files/examples/invented-order.pdf'))
    assert.equal((await inSandbox(readDocument, pdf)).format, 'pdf')
    await assert.rejects(inSandbox(readDocument, aPdfPage('q 200 0 0 200 0 0 cm /I Do Q')), {
      code: 'files/pdf-without-text',
    })
  })

  test('after all that a good document is read', async () => {
    assert.equal((await inSandbox(readDocument, aDocx(nested(4)))).blocks.length, 1)
  })
})
