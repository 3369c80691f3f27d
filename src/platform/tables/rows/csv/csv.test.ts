import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { Refusal } from '../../../../core/base/index.ts'
import { eachRow, type RowOptions } from '../each-row.ts'

async function rowsOf(from: string | Uint8Array, limits: RowOptions['limits'] = {}) {
  const rows: string[][] = []
  await eachRow(
    { bytes: Buffer.from(from as Uint8Array) },
    row => {
      rows.push(Array.from({ length: row.count }, (_, at) => row.text(at)))
    },
    { limits },
  )
  return rows
}

async function refusalOf(from: string | Uint8Array, limits: RowOptions['limits'] = {}) {
  const error = await rowsOf(from, limits).then(
    () => null,
    (refused: unknown) => refused,
  )
  if (error !== null && !(error instanceof Refusal)) throw error
  return error && { code: error.code, ...error.params }
}

const longAscii = 'code;mark\n'.repeat(20_000)

test('quotes: separators, line breaks and doubled quotes inside; a quote inside a word stays a quote', async () => {
  assert.deepEqual(
    await rowsOf('"Школа ""Родник"";\nфилиал";5\nШкола "Родник";4\n"Родник" школа;3\n""; "2" \n" ""а"" ";1\n"""";0'),
    [
      ['Школа "Родник";\nфилиал', '5'],
      ['Школа "Родник"', '4'],
      ['"Родник" школа', '3'],
      ['', '2'],
      ['"а"', '1'],
      ['"', '0'],
    ],
  )
})

test('line ends of Windows, Unix and old Macs, and a last line without one', async () => {
  for (const end of ['\r\n', '\n', '\r'])
    assert.deepEqual(await rowsOf(`а;б${end}1;2`), [
      ['а', 'б'],
      ['1', '2'],
    ])
})

test('a title row and decimal commas do not mislead about the separator', async () => {
  assert.deepEqual((await rowsOf('01 - Русский язык, 11 класс, основной\n№;Балл\n1;3,5\n2;4,5\n'))[2], ['1', '3,5'])
  assert.deepEqual((await rowsOf('школа,балл,доля\n1,2,3\n'))[0], ['школа', 'балл', 'доля'])
  assert.deepEqual((await rowsOf('школа\tдоля\n1\t0,5\n'))[1], ['1', '0,5'])
  assert.deepEqual(await rowsOf('sep=,\r\nа,б\r\n'), [['а', 'б']])
})

test('Russian letters far behind a beginning in ASCII are read in either encoding', async () => {
  for (const encode of [(text: string) => Buffer.from(text), (text: string) => iconv.encode(text, 'win1251')])
    assert.deepEqual((await rowsOf(encode(`${longAscii}1;Школа № 5\n`))).at(-1), ['1', 'Школа № 5'])
})

test('a damaged character is refused with its row, never shown as other letters', async () => {
  const text = Buffer.from('Код;Название\n1;Школа\n2;Гимназия\n')
  const damaged = Buffer.from(text)
  damaged[text.indexOf('Гимназия') + 1] = 0x20
  assert.deepEqual(await refusalOf(damaged), { code: 'tables/broken-text', row: 3 })
  assert.deepEqual(await refusalOf(Buffer.concat([text, Buffer.from([0xd0])])), { code: 'tables/broken-text', row: 4 })
  const late = Buffer.concat([Buffer.from(`Код;Название\n${longAscii}`), iconv.encode('1;Школа', 'win1251')])
  assert.deepEqual(await refusalOf(late), { code: 'tables/broken-text', row: 20_002 })
  const half = iconv.encode('а;б\n1;\uD83D\n', 'utf16le', { addBOM: true })
  half[half.length - 3] = 0xd8
  half[half.length - 4] = 0x3d
  assert.deepEqual(await refusalOf(half), { code: 'tables/broken-text', row: 2 })
})

test('the letters of DOS are refused, not shown as other letters', async () => {
  assert.deepEqual(await refusalOf(iconv.encode('Код;Название школы\n1;Лицей № 5 города Новокузнецка\n', 'cp866')), {
    code: 'tables/unknown-encoding',
  })
})

test('pages, pictures, old workbooks and zero bytes are not tables', async () => {
  for (const bytes of [
    '<html><table></table></html>',
    '\uFEFF  <?xml version="1.0"?>',
    '{\\rtf1',
    '%PDF-1.7',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0, 0, 0]),
    `${longAscii}1;\u0000\n`,
  ])
    assert.deepEqual(await refusalOf(bytes), { code: 'tables/not-a-table' })
})

test('nothing but spaces and separators is an empty table', async () => {
  for (const text of ['', ' ;; \n', '\uFEFF\n\n']) assert.deepEqual(await refusalOf(text), { code: 'tables/empty' })
})

test('a quote that is never closed is refused with the row where it was opened', async () => {
  assert.deepEqual(await refusalOf('а;б\n1;"2\n3;4\n'), { code: 'tables/broken-csv', line: 2 })
  assert.deepEqual(await refusalOf(`а;б\n1;"${'2\n'.repeat(99)}`, { rowBytes: 50, chunkBytes: 10 }), {
    code: 'tables/broken-csv',
    line: 2,
  })
})

test('a row of the longest length is read and a longer one refused', async () => {
  const limits = { rowBytes: 1000, chunkBytes: 10 }
  const row = (length: number) => `а;б\n1;${'2'.repeat(length - 2)}\n3;4`
  assert.equal((await rowsOf(row(1000), limits)).length, 3)
  assert.deepEqual(await refusalOf(row(1001), limits), { code: 'tables/row-too-long', row: 2, limitMb: 1000 / 1048576 })
})

test('as many columns as a sheet can have are read and one more refused', async () => {
  assert.equal((await rowsOf(';'.repeat(16_383) + '1'))[0]!.length, 16_384)
  assert.deepEqual(await refusalOf(`а;б\n1${';'.repeat(16_384)}`), {
    code: 'tables/too-many-columns',
    row: 2,
    limit: 16_384,
  })
})

test('a file beyond the size that is taken is refused before it is read', async () => {
  assert.deepEqual(await refusalOf('а;б\n', { fileBytes: 4 }), {
    code: 'tables/too-large',
    foundMb: 1,
    limitMb: 4 / 1048576,
  })
})
