import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { Refusal } from '../../../../core/base/index.ts'
import { zipOf } from '../../../files/testing.ts'
import { eachRow, type RowOptions } from '../each-row.ts'
import { aWorkbook } from './testing.ts'

type Found = [sheet: string, number: number, ...fields: string[]]

async function rowsOf(bytes: Uint8Array, limits: RowOptions['limits'] = {}): Promise<Found[]> {
  const rows: Found[] = []
  await eachRow(
    { bytes },
    (row, sheet) => {
      rows.push([sheet.name, row.number, ...Array.from({ length: row.count }, (_, at) => row.text(at))])
    },
    { limits },
  )
  return rows
}

const orRefusal = (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error))
const sign = fc.constantFrom(...'абвяАЯё№«» 0159.-;,<>&"\'\nx_')
const value = fc.oneof(
  fc.string({ unit: sign, maxLength: 12 }),
  fc.nat(),
  fc.integer({ min: -99_999_999, max: 99_999_999 }).map(number => number / 1000),
  fc.boolean(),
  fc.constant(null),
)
const table = fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 10 })

/** What a person sees: 0.5 as it is written, truth as 1 and 0, nothing in the last places of a row. */
function expected(name: string, rows: readonly (readonly (string | number | boolean | null)[])[]): Found[] {
  return rows.flatMap((row, at) => {
    const fields = row.map(one => (one === null ? '' : String(typeof one === 'boolean' ? Number(one) : one).trim()))
    while (fields.length > 0 && fields.at(-1) === '') fields.pop()
    return fields.length === 0 ? [] : [[name, at + 1, ...fields]]
  })
}

const withoutLastBlanks = (rows: Found[]) =>
  rows.map(row => row.slice(0, row.findLastIndex(field => field !== '') + 1) as Found)

test('what another program wrote is read back, wherever the pieces of the file end', async () => {
  await fc.assert(
    fc.asyncProperty(table, table, fc.constantFrom(1, 7, 1 << 20), async (first, second, chunkBytes) => {
      const sheets = [
        { name: 'Классы', rows: [['Класс'], ...first] },
        { name: 'Протокол', rows: second },
      ]
      const bytes = await writeXlsx({
        sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map(row => [...row]) })),
      })
      const all = sheets.flatMap(({ name, rows }) => expected(name, rows))
      assert.deepEqual(withoutLastBlanks(await rowsOf(bytes, { chunkBytes })), all)
    }),
    { numRuns: 100 },
  )
})

test('no bytes in place of a sheet crash or hang the reader, wherever its pieces end', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<sheetData>',
      '</sheetData>',
      '<row>',
      '<row r="3">',
      '</row>',
      '<c>',
      '<c r="B2" t="s">',
      '</c>',
      '<v>',
      '</v>',
      '1',
    ),
    fc.constantFrom(
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&#',
      '&amp;',
      '&#1055;',
      '<?',
      '"',
      '<c r="ZZZZ1" s="-1"',
      '>',
      '<!DOCTYPE',
    ),
    fc.string({ unit: sign, maxLength: 5 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async pieces => {
      const bytes = aWorkbook({ sheets: { А: pieces.join('') }, whole: true, zip: { stored: true } })
      const whole = await rowsOf(bytes).catch(orRefusal)
      for (const chunkBytes of [1, 3]) assert.deepEqual(await rowsOf(bytes, { chunkBytes }).catch(orRefusal), whole)
    }),
    { numRuns: 500 },
  )
})

test('no damage to an archive crashes or hangs the reader', async () => {
  const whole = aWorkbook({ sheets: { А: '<row><c t="s"><v>0</v></c></row>' }, shared: '<si><t>да</t></si>' })
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(damage, fc.nat(whole.length), async (changes, length) => {
      const bytes = Buffer.from(whole)
      for (const [at, byte] of changes) bytes[at] = byte
      await rowsOf(bytes).catch(orRefusal)
      await rowsOf(bytes.subarray(0, length)).catch(orRefusal)
    }),
    { numRuns: 500 },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('xl/workbook.xml', '_rels/.rels', 'a'), fc.string())),
      async parts => {
        await rowsOf(zipOf(parts.map(([name, content]) => ({ name, content })))).catch(orRefusal)
      },
    ),
    { numRuns: 200 },
  )
})
