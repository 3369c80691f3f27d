import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import iconv from 'iconv-lite'
import { Refusal } from '../../core/base/index.ts'
import { readTable } from './read-table.ts'

const codeOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    error => (error instanceof Refusal ? error.code : Promise.reject(error)),
  )

test('a CSV is read alike in UTF-8 with a mark, cp1251 and UTF-16', async () => {
  const text = 'Название;ИНН\r\n"Школа ""Родник""; филиал";0201001237\r\n'
  for (const bytes of [
    Buffer.from(`\uFEFF${text}`),
    iconv.encode(text, 'win1251'),
    iconv.encode(text, 'utf16le', { addBOM: true }),
  ]) {
    const [sheet] = await readTable(bytes)
    assert.deepEqual(sheet!.rows, [
      ['Название', 'ИНН'],
      ['Школа "Родник"; филиал', '0201001237'],
    ])
  }
})

test('commas and tabs separate as well, and leading zeros stay', async () => {
  assert.deepEqual((await readTable(Buffer.from('а,б\n001,2\n')))[0]!.rows, [
    ['а', 'б'],
    ['001', '2'],
  ])
  assert.deepEqual((await readTable(Buffer.from('а\tб\n"1,5"\t2\n')))[0]!.rows, [
    ['а', 'б'],
    ['1,5', '2'],
  ])
})

test('a workbook gives its sheets with empty rows kept, numbers plain and dates as dates', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Школы',
        rows: [['Название', 'Код', 'Дата'], [], ['Школа & Ко', 1234567890, new Date('2024-09-01')], ['', '007', null]],
      },
    ],
  })
  const [sheet] = await readTable(bytes)
  assert.equal(sheet!.name, 'Школы')
  assert.deepEqual(sheet!.rows[0], ['Название', 'Код', 'Дата'])
  assert.deepEqual(sheet!.rows[2]?.slice(0, 2), ['Школа & Ко', '1234567890'])
  assert.equal(sheet!.rows[2]?.[2]?.slice(0, 10), '2024-09-01')
  assert.equal(sheet!.rows[3]?.[1], '007')
})

test('an empty file, a page and a picture are refused with a reason', async () => {
  assert.equal(await codeOf(readTable(Buffer.from(' ;; \n'))), 'tables/empty')
  assert.equal(await codeOf(readTable(Buffer.from('<html><table></table></html>'))), 'tables/not-a-table')
  assert.equal(await codeOf(readTable(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))), 'tables/not-a-table')
  assert.equal(await codeOf(readTable(Buffer.from('PK\u0003\u0004 broken'))), 'files/broken-archive')
})

test('no bytes crash the reader: it gives sheets or refuses', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc.string({ maxLength: 400 }).map(text => new Uint8Array(Buffer.from(text))),
      ),
      async bytes => {
        await codeOf(readTable(bytes))
      },
    ),
    { numRuns: 300 },
  )
})
