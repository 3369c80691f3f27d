import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { Refusal } from '../../../../core/base/index.ts'
import { eachRow, type RowOptions } from '../each-row.ts'

type Rows = string[][]

async function rowsOf(bytes: Uint8Array, options: RowOptions = {}): Promise<Rows> {
  const rows: Rows = []
  await eachRow(
    { bytes },
    row => {
      rows.push(Array.from({ length: row.count }, (_, at) => row.text(at)))
    },
    options,
  )
  return rows
}

const codeOf = (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error))
const heading = ['Код образовательной организации', 'Наименование', 'Балл', 'Примечание']
const sign = fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъыьэюяАБВЯё№«» 0123456789.-;,\t"\n\rabc\u00a0')
const field = fc.oneof(fc.string({ unit: sign, maxLength: 12 }), fc.constant(''), fc.nat().map(String))
const table = fc.array(fc.tuple(field, field, field, field), { maxLength: 12 })
const manner = fc.record({
  separator: fc.constantFrom(';', ',', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  lastBreak: fc.boolean(),
  quoteAll: fc.boolean(),
})

/** Written as the rules say, by other means than the reader's. */
function written(
  rows: readonly (readonly string[])[],
  how: { separator: string; lineEnd: string; lastBreak: boolean; quoteAll: boolean },
) {
  const lines = rows.map(row =>
    row
      .map(value => (how.quoteAll || /["\r\n;,\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
      .join(how.separator),
  )
  return lines.join(how.lineEnd) + (how.lastBreak ? how.lineEnd : '')
}

const expected = (rows: readonly (readonly string[])[]) =>
  rows.map(row => row.map(value => value.trim())).filter(row => row.some(value => value !== ''))

const encodings: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': text => Buffer.from(text),
  'UTF-8 with a mark': text => Buffer.from(`\uFEFF${text}`),
  cp1251: text => iconv.encode(text, 'win1251'),
  'UTF-16LE': text => iconv.encode(text, 'utf16le', { addBOM: true }),
  'UTF-16BE': text => iconv.encode(text, 'utf16be', { addBOM: true }),
  'UTF-16LE without a mark': text => iconv.encode(text, 'utf16le', { addBOM: false }),
}

for (const [name, encode] of Object.entries(encodings))
  test(`what another program wrote in ${name} is read back, wherever the pieces of the file end`, async () => {
    await fc.assert(
      fc.asyncProperty(table, manner, fc.constantFrom(1, 2, 3, 7, 64, 1 << 20), async (rows, how, chunkBytes) => {
        const all = [heading, ...rows]
        assert.deepEqual(await rowsOf(encode(written(all, how)), { limits: { chunkBytes } }), expected(all))
      }),
      { numRuns: 150 },
    )
  })

test('no bytes crash or hang the reader: it gives rows or refuses', async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.string({ unit: sign, maxLength: 60 }).map(text => new Uint8Array(Buffer.from(text))),
    fc.string({ unit: sign, maxLength: 60 }).map(text => new Uint8Array(iconv.encode(text, 'win1251'))),
    fc
      .constantFrom('"', '""', '"\r', ';"', '\r', '\uFEFF', '<html', 'sep=;\n')
      .map(text => new Uint8Array(Buffer.from(text))),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), fc.constantFrom(1, 5, 1 << 20), async (pieces, chunkBytes) => {
      await rowsOf(Buffer.concat(pieces), { limits: { chunkBytes, rowBytes: 100 } }).catch(codeOf)
    }),
    { numRuns: 500 },
  )
})

test('rows, numbers and comparisons are the same wherever the pieces of the file end', async () => {
  const look = async (bytes: Uint8Array, chunkBytes: number) => {
    const seen: unknown[] = []
    await eachRow(
      { bytes },
      row => {
        for (let at = 0; at <= row.count; at++)
          seen.push([row.number, row.text(at), row.whole(at), row.hash(at), row.sameAsBefore(at)])
      },
      { limits: { chunkBytes } },
    )
    return seen
  }
  const repeating = fc.array(fc.tuple(fc.constantFrom('а', 'б', '"а"', ' а'), fc.constantFrom('1', '', '2,0')), {
    minLength: 1,
  })
  await fc.assert(
    fc.asyncProperty(repeating, fc.array(fc.nat(12)), async (rows, blanks) => {
      const lines = rows.map(row => row.join(';'))
      for (const at of blanks) lines.splice(at, 0, '')
      const bytes = Buffer.from(lines.join('\n'))
      const whole = await look(bytes, 1 << 20)
      for (const chunkBytes of [1, 2, 5]) assert.deepEqual(await look(bytes, chunkBytes), whole)
    }),
    { numRuns: 100 },
  )
})
