import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import { Refusal } from '../../../../core/base/index.ts'
import { zipOf } from '../../../files/testing.ts'
import { eachRow, type RowOptions } from '../each-row.ts'
import type { RowSource } from '../row.ts'
import { aWorkbook, head, type WorkbookPlan, zipPartsOf } from './testing.ts'

type Found = [sheet: string, number: number, ...fields: string[]]

async function rowsOf(source: RowSource, limits: RowOptions['limits'] = {}) {
  const rows: Found[] = []
  await eachRow(
    source,
    (row, sheet) => {
      rows.push([sheet.name, row.number, ...Array.from({ length: row.count }, (_, at) => row.text(at))])
    },
    { limits },
  )
  return rows
}

const rowsIn = (sheet: string, plan: Omit<WorkbookPlan, 'sheets'> = {}, limits: RowOptions['limits'] = {}) =>
  rowsOf({ bytes: aWorkbook({ sheets: { Лист1: sheet }, ...plan }) }, limits)

async function refusalOf(reading: Promise<unknown>) {
  const error = await reading.then(
    () => null,
    (refused: unknown) => refused,
  )
  if (error !== null && !(error instanceof Refusal)) throw error
  return error?.code ?? null
}

const row = (inner: string) => `<row>${inner}</row>`
const cell = (value: string) => `<c><v>${value}</v></c>`

for (const program of ['openpyxl', 'libreoffice'])
  test(`a workbook written by ${program}: two sheets, 85 columns, dates, formulas, line breaks`, async () => {
    const file = fileURLToPath(new URL(`../examples/protocol-${program}.xlsx`, import.meta.url))
    const rows = await rowsOf({ path: path.normalize(file) })
    // openpyxl writes a formula without its value, LibreOffice with it.
    assert.deepEqual(rows.slice(0, 3), [
      ['Классы', 1, 'Класс', 'Дата', 'Доля', 'Сумма'],
      ['Классы', 2, '5А', '2022-03-15', '0.3', program === 'openpyxl' ? '' : '3'],
      ['Классы', 4, '5Б', 'строка 1\nстрока 2', '1'],
    ])
    assert.deepEqual(rows[3]!.slice(0, 6), ['Протокол', 1, 'Пользователь', 'Код', 'Школа & Ко <1>', '1 (2б)'])
    assert.deepEqual(rows[4]!.slice(0, 7), ['Протокол', 2, 'sch420000', '000', 'Лицей № 5', '0', '1'])
    assert.deepEqual(
      [rows[6]!.length, rows[7]!.at(-1), rows[8]],
      [87, 'отсутствовал', ['Протокол', 7, 'после пустой строки']],
    )
  })

test('as Excel writes it: shared texts, rich text, how a word is spoken, kept spaces', async () => {
  const shared = [
    '<si><t>Код ОО</t></si>',
    '<si><r><rPr><b/></rPr><t xml:space="preserve">Лицей </t></r><r><t>№&#160;5</t></r><rPh sb="0" eb="1"><t>лишнее</t></rPh></si>',
    '<si><t xml:space="preserve"> с краёв </t></si>',
    '<si><t>а_x000D_б _x005F_x0041_</t></si>',
    '<si/>',
  ].join('')
  const cells = [0, 1, 2, 3, 4, 9].map(at => `<c t="s"><v>${at}</v></c>`).join('')
  assert.deepEqual(await rowsIn(row(cells), { shared }), [
    ['Лист1', 1, 'Код ОО', 'Лицей №\u00a05', 'с краёв', 'а\rб _x0041_', '', ''],
  ])
})

test('numeric references, entities, CDATA and comments', async () => {
  const text = (inner: string) => `<c t="inlineStr"><is><t>${inner}</t></is></c>`
  const cells =
    text('&#1055;&#x440;ивет') +
    text('&lt;1&gt; &amp;amp; &quot;&apos;') +
    text('<![CDATA[<5 & 6>]]>') +
    text('5<!-- <v>7</v> -->А')
  assert.deepEqual(await rowsIn(row(cells)), [['Лист1', 1, 'Привет', '<1> &amp; "\'', '<5 & 6>', '5А']])
})

test('numbers are shown as a person wrote them, dates as dates, truth as 1 and 0, a slip of a formula as it is', async () => {
  const styles = [
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot;day&quot;"/></numFmts>',
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>',
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>',
  ].join('')
  const cells = [
    '<c><v>12</v></c>',
    '<c><v>4.5999999999999996</v></c>',
    '<c><v>1.2E-2</v></c>',
    '<c><v>1.23456789012E+15</v></c>',
    '<c><v>-0.30000000000000004</v></c>',
    '<c s="1"><v>44635</v></c>',
    '<c s="2"><v>44635.75</v></c>',
    '<c s="3"><v>7</v></c>',
    '<c s="1"><v>1</v></c>',
    '<c s="1"><v>1E+300</v></c>',
    '<c t="b"><v>1</v></c>',
    '<c t="e"><v>#N/A</v></c>',
    '<c t="str"><f>A1&amp;"б"</f><v>12б</v></c>',
    '<c t="d"><v>2022-03-15</v></c>',
  ].join('')
  const expected = ['12', '4.6', '0.012', '1234567890120000', '-0.3', '2022-03-15', '2022-03-15', '7', '1900-01-01']
  const found = await rowsIn(row(cells), { styles })
  assert.deepEqual(found[0]!.slice(2, 11), expected)
  assert.deepEqual(found[0]!.slice(12), ['1', '#N/A', '12б', '2022-03-15'])
  assert.deepEqual(await rowsIn(row('<c s="1"><v>43173</v></c>'), { styles, workbookPr: 'date1904="1"' }), [
    ['Лист1', 1, '2022-03-15'],
  ])
})

test('gaps in rows and columns, cells without a place and out of order', async () => {
  const sheet = [
    '<row r="2"><c r="C2"><v>3</v></c><c><v>4</v></c></row>',
    '<row/><row><c r="B4"><v>2</v></c><c r="A4"><v>1</v></c></row>',
    `<row r="1048576">${cell('9')}<c r="XFD1048576"><v>5</v></c></row>`,
  ].join('')
  const rows = await rowsIn(sheet)
  assert.deepEqual(rows.slice(0, 2), [
    ['Лист1', 2, '', '', '3', '4'],
    ['Лист1', 4, '1', '2'],
  ])
  assert.deepEqual([rows[2]![1], rows[2]!.length, rows[2]!.at(-1)], [1_048_576, 16_386, '5'])
  assert.equal(await refusalOf(rowsIn(row('<c r="XFE1"><v>5</v></c>'))), 'tables/too-many-columns')
})

test('elements with a prefix, the strict format, UTF-16 and a part with a mark', async () => {
  const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
  const prefixed = `<x:worksheet xmlns:x="${strict}"><x:sheetData><x:row x:r="3"><x:c r="B3" t='str'><x:v>да</x:v></x:c></x:row></x:sheetData></x:worksheet>`
  for (const sheet of [head + prefixed, `\uFEFF${prefixed}`])
    assert.deepEqual(await rowsIn(sheet, { whole: true }), [['Лист1', 3, '', 'да']])
  const name = 'xl/worksheets/sheet1.xml'
  for (const swap of [false, true]) {
    const content = Buffer.from(`\uFEFF${prefixed}`, 'utf16le')
    const plan = { sheets: {}, extra: [{ name, content: swap ? content.swap16() : content }] }
    const relations = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const book = `<workbook xmlns="${strict}" xmlns:r="${relations}"><sheets><sheet name="Лист1" r:id="a"/></sheets></workbook>`
    const links = (type: string, target: string) =>
      `<Relationships><Relationship Id="a" Type="${relations}/${type}" Target="${target}"/></Relationships>`
    const bytes = zipOf([
      { name: '_rels/.rels', content: links('officeDocument', '/xl/Book.xml') },
      { name: 'xl/book.xml', content: book },
      { name: 'xl/_rels/Book.xml.rels', content: links('worksheet', '../xl/worksheets/sheet1.xml') },
      ...plan.extra,
    ])
    assert.deepEqual(await rowsOf({ bytes }), [['Лист1', 3, '', 'да']])
  }
})

test('parts that are stored, and parts whose sizes stand behind them', async () => {
  for (const zip of [{ stored: true }, { descriptor: true }, { stored: true, descriptor: true }])
    assert.deepEqual(await rowsIn(row(cell('5')), { zip }), [['Лист1', 1, '5']])
})

test('what repeats in the next row is known across sheets as well', async () => {
  const same: boolean[][] = []
  const sheets = {
    А: row(cell('1') + cell('2')) + row(cell('1') + cell('3')),
    Б: '<row/>' + row(cell('1') + cell('3')),
  }
  await eachRow({ bytes: aWorkbook({ sheets }) }, found => {
    same.push([found.sameAsBefore(0), found.sameAsBefore(1)])
  })
  assert.deepEqual(same, [
    [false, false],
    [true, false],
    [true, true],
  ])
})

test('a workbook without a filled cell is empty, and an archive of something else is not a table', async () => {
  assert.equal(await refusalOf(rowsIn('<row><c r="A1"/></row>')), 'tables/empty')
  assert.equal(
    await refusalOf(rowsOf({ bytes: zipOf([{ name: 'word/document.xml', content: '<a/>' }]) })),
    'tables/not-a-table',
  )
  assert.equal(await refusalOf(rowsOf({ bytes: Buffer.from('PK\u0003\u0004 broken') })), 'files/broken-archive')
})

test('hostile workbooks are refused', async () => {
  const sheet = (content: string) => rowsIn(content, { whole: true })
  assert.equal(
    await refusalOf(sheet('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')),
    'files/xml-entity',
  )
  assert.equal(await refusalOf(sheet(`<sheetData>${row(cell('&b;'))}</sheetData>`)), 'files/broken-xml')
  for (const text of [
    '<sheetData><row></c></sheetData>',
    '<sheetData><row>',
    'текст',
    '<sheetData/>хвост',
    '<a b="',
    '<',
    '',
  ])
    assert.equal(await refusalOf(sheet(text)), 'files/broken-xml', text)
  assert.equal(await refusalOf(sheet('<a>'.repeat(201) + '</a>'.repeat(201))), 'files/xml-too-deep')
  assert.equal(await refusalOf(sheet(`<a b="${'x'.repeat(1 << 21)}"/>`)), 'files/broken-xml')
  assert.equal(
    await refusalOf(rowsIn(row(`<c t="str"><v>${'x'.repeat(1001)}</v></c>`), {}, { rowBytes: 1000 })),
    'tables/row-too-long',
  )
  const shared = '<si><t>много</t></si>'.repeat(100)
  assert.equal(await refusalOf(rowsIn(row(cell('5')), { shared }, { sharedTexts: 99 })), 'tables/too-many-texts')
  assert.equal(await refusalOf(rowsIn(row(cell('5')), { shared }, { sharedBytes: 99 })), 'tables/too-many-texts')
  assert.equal(await refusalOf(rowsIn(row(cell('5')), { zip: { flags: 1 } })), 'files/encrypted')
  assert.equal(await refusalOf(rowsIn(row(cell('5')), {}, { archiveEntries: 3 })), 'files/archive-entries')
  const twice = '<sheet name="А" r:id="s0"/><sheet name="Б" r:id="s0"/>'
  const book = `<workbook xmlns:r="r"><sheets>${twice}</sheets></workbook>`
  const parts = zipPartsOf({ sheets: { А: row(cell('5')) } })
  const shownTwice = parts.map(part => (part.name === 'xl/workbook.xml' ? { ...part, content: book } : part))
  assert.equal(await refusalOf(rowsOf({ bytes: zipOf(shownTwice) })), 'files/broken-archive')
})

test('an archive that holds more than it says, less, or something else is refused', async () => {
  const name = 'xl/sharedStrings.xml'
  const content = `<sst>${' '.repeat(100_000)}</sst>`
  const withPart = (part: object) =>
    refusalOf(rowsOf({ bytes: aWorkbook({ sheets: { А: row(cell('5')) }, extra: [{ name, content, ...part }] }) }))
  assert.equal(await withPart({}), null)
  assert.equal(await withPart({ declaredBytes: 99_999 }), 'files/archive-bomb')
  assert.equal(await withPart({ declaredBytes: 100_012 }), 'files/broken-archive')
  assert.equal(
    await withPart({ packed: true, content: deflateRawSync(content), declaredBytes: 100_011 }),
    'files/broken-archive',
  )
  const limits = { ratioFromBytes: 50_000 }
  const bomb = aWorkbook({ sheets: { А: row(cell('5')) }, extra: [{ name, content }] })
  assert.equal(await refusalOf(rowsOf({ bytes: bomb }, limits)), 'files/archive-bomb')
  assert.equal(await refusalOf(rowsOf({ bytes: bomb }, { inflatedBytes: 100_500 })), 'files/archive-bomb')
  const damaged = Buffer.from(aWorkbook({ sheets: { А: row(cell('5')) }, zip: { stored: true } }))
  damaged[damaged.indexOf('<v>5') + 3] = 0x36
  assert.equal(await refusalOf(rowsOf({ bytes: damaged })), 'files/broken-archive')
})
