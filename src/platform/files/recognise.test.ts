import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { lookUp, translator } from '../../core/base/index.ts'
import { readFile } from './index.ts'
import { fileLimits } from './limits.ts'
import { recogniseFile } from './recognise.ts'
import { aDocx, aParagraph, zipOf } from './testing.ts'
import { texts } from './texts.ts'

const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(100),
  ])
const latin = (text: string) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(40)])

describe('what is taken', () => {
  test('a Word document, a PDF and a text are told apart by content', async () => {
    assert.equal((await recogniseFile(aDocx(aParagraph('Приказ')))).kind, 'docx')
    assert.equal((await recogniseFile(Buffer.from('%PDF-1.7\n'))).kind, 'pdf')
    assert.equal((await recogniseFile(Buffer.from('Приказ о дорожной карте'))).kind, 'text')
  })

  test('a text that quotes a tag is still a text', async () => {
    assert.equal((await recogniseFile(Buffer.from('Приказ\n<p>Утвердить</p>'))).kind, 'text')
  })
})

describe('what is refused, with a reason of its own', () => {
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['an empty file', Buffer.alloc(0), 'files/empty'],
    ['a file beyond the limit', Buffer.alloc(fileLimits.fileBytes + 1), 'files/too-large'],
    ['a document of old Word', ole('WordDocument'), 'files/old-word'],
    ['a document closed with a password', ole('EncryptedPackage'), 'files/encrypted'],
    ['an old spreadsheet', ole('Workbook'), 'files/spreadsheet'],
    ['another old file', ole('Something'), 'files/ole'],
    ['a rich text', Buffer.from('{\\rtf1\\ansi Приказ}'), 'files/rtf'],
    ['a web page renamed .docx', Buffer.from('<!DOCTYPE html><html><body>Приказ</body></html>'), 'files/html'],
    [
      'a web page saved as an archive',
      Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x'),
      'files/html',
    ],
    ['an XML document', Buffer.from('<?xml version="1.0"?><w:wordDocument/>'), 'files/xml'],
    [
      'an OpenDocument text',
      zipOf([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
        { name: 'content.xml', content: '<a/>' },
      ]),
      'files/opendocument',
    ],
    ['a spreadsheet', zipOf([{ name: 'xl/workbook.xml', content: '<a/>' }]), 'files/spreadsheet'],
    ['a presentation', zipOf([{ name: 'ppt/presentation.xml', content: '<a/>' }]), 'files/presentation'],
    ['any other archive', zipOf([{ name: 'фото.jpg', content: 'x' }]), 'files/not-a-document'],
    [
      'a document with macros',
      aDocx(aParagraph('x'), { extra: [{ name: 'word/vbaProject.bin', content: 'x' }] }),
      'files/macros',
    ],
    ['a photograph', latin('\xff\xd8\xff\xe0\x00\x10JFIF'), 'files/picture'],
    ['a screenshot', latin('\x89PNG\r\n\x1a\n'), 'files/picture'],
    ['a RAR archive', latin('Rar!\x1a\x07'), 'files/archive'],
    ['bytes of a program', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251), 'files/unknown-format'],
    [
      'a document of pictures only',
      aDocx('<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>'),
      'files/pictures-only',
    ],
    ['a document without a word', aDocx(aParagraph(' ')), 'files/no-text'],
    ['a text of empty lines', Buffer.from('\n\n \n'), 'files/no-text'],
  ]
  for (const [name, bytes, code] of cases) {
    test(name, async () => {
      await assert.rejects(readFile(bytes), { name: 'Refusal', code })
    })
  }
})

test('every refusal of this folder has its words in both languages, and the words name its values', async () => {
  const codes = Object.keys(texts.ru.refusals)
  assert.deepEqual(Object.keys(texts.en.refusals), codes)
  const params = {
    found: 1,
    limitCharacters: 9,
    limit: 2,
    foundMb: 3,
    limitMb: 4,
    pages: 5,
    limitSeconds: 6,
    path: 'приказ.docx',
  }
  for (const lang of ['ru', 'en'] as const) {
    for (const code of codes) {
      const message = lookUp(texts[lang].refusals, code)!
      assert.doesNotMatch(translator({ ru: { message }, en: { message } }, lang)('message', params), /[{}]/)
    }
  }
})

test('every refusal thrown in this folder is in the catalogue', async () => {
  const fs = await import('node:fs')
  const path = await import('node:path')
  const sources = [import.meta.dirname, path.join(import.meta.dirname, '../sandbox')].flatMap(folder =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .flatMap(name => (name.endsWith('.ts') ? [fs.readFileSync(path.join(folder, name), 'utf8')] : [])),
  )
  const thrown = new Set(
    sources.flatMap(source =>
      [...source.matchAll(/refuse\(\s*'[a-z-]+',\s*'(files\/[a-z-]+)'/g)].map(match => match[1]!),
    ),
  )
  assert.ok(thrown.size > 20)
  for (const code of thrown) assert.ok(code in texts.ru.refusals, code)
})
