// Every bad file of the product's promise, made here; nothing hostile lies in the repository.
import { deflateRawSync } from 'node:zlib'
import { aDocx, aParagraph, aTable, zipOf } from '../../files/testing.ts'

const documentPart = (xml: string | Buffer, more = {}) => zipOf([{ name: 'word/document.xml', content: xml, ...more }])
/** A table inside a table, `depth` tables in all. */
export const nested = (depth: number): string => (depth === 1 ? aTable([['дно']]) : aTable([[nested(depth - 1)]]))
const zeros = (mb: number) => deflateRawSync(Buffer.alloc(mb * 1024 * 1024, 0x20))
const wordXml = (inner: string, head = '') =>
  `<?xml version="1.0"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`

/** What it is, the file, and the refusal it must get. */
export const hostileFiles: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['a broken zip', () => aDocx(aParagraph('Приказ')).subarray(0, 400), 'files/broken-archive'],
  [
    'a zip whose part is damaged',
    () => documentPart('мусор вместо сжатых данных', { packed: true, declaredBytes: 4000 }),
    'files/broken-archive',
  ],
  ['a part cut in the middle', () => documentPart(wordXml(aParagraph('Приказ')).slice(0, -30)), 'files/broken-xml'],
  ['a file of 200 MB', () => Buffer.alloc(200 * 1024 * 1024), 'files/too-large'],
  [
    'a zip bomb that says its size',
    () => documentPart(zeros(400), { packed: true, declaredBytes: 400 * 1024 * 1024 }),
    'files/archive-bomb',
  ],
  [
    'a zip bomb that lies about its size',
    () => documentPart(zeros(400), { packed: true, declaredBytes: 1000 }),
    'files/archive-bomb',
  ],
  [
    'a zip of very many parts',
    () => zipOf(Array.from({ length: 5000 }, (_, at) => ({ name: `word/${at}.xml`, content: '' }))),
    'files/archive-entries',
  ],
  [
    'the same part given twice',
    () =>
      zipOf([
        { name: 'word/document.xml', content: wordXml('') },
        { name: 'word/document.xml', content: wordXml('') },
      ]),
    'files/broken-archive',
  ],
  [
    'an external entity',
    () => documentPart(wordXml(aParagraph('&x;'), '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
    'files/xml-entity',
  ],
  [
    'entities that multiply',
    () => documentPart(wordXml(aParagraph('&b;'), '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>')),
    'files/xml-entity',
  ],
  ['a table nested five deep', () => aDocx(nested(5)), 'files/tables-too-deep'],
  ['elements nested a million deep', () => documentPart(wordXml('<w:sdt>'.repeat(100_000))), 'files/xml-too-deep'],
  [
    'a document with macros',
    () => aDocx(aParagraph('Приказ'), { extra: [{ name: 'word/vbaProject.bin', content: 'x' }] }),
    'files/macros',
  ],
  [
    'a document closed with a password',
    () =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(3000),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    'files/encrypted',
  ],
  ['a zip closed with a password', () => documentPart(wordXml(''), { flags: 1 }), 'files/encrypted'],
  [
    'a web page renamed .docx',
    () => Buffer.from('<html><head><title>Приказ</title></head><body>…</body></html>'),
    'files/html',
  ],
]

/** Long but honest files, near the limits of what is read. */
export const longFiles: readonly (readonly [string, () => Uint8Array])[] = [
  ['a document of 60 thousand paragraphs', () => paragraphs(60_000)],
  ...['1\tа\tб\n\n', '| а | б |\n\n', 'а\tб\nв\n', '<p>а</p>\n', '**а\n', '|\n', '- а\n\n'].map(
    piece => [`a text of 11 thousand times ${JSON.stringify(piece)}`, () => Buffer.from(piece.repeat(11_000))] as const,
  ),
]

/** A document of so many paragraphs. */
export function paragraphs(count: number): Uint8Array {
  return aDocx(
    Array.from({ length: count }, (_, at) => `<w:p><w:r><w:t>${(at * 7919) % 100_003}</w:t></w:r></w:p>`).join(''),
  )
}
