import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Paragraph, Table } from '../../../core/document-model/index.ts'
import { aDocx, aParagraph, aTable, zipOf } from '../testing.ts'
import { readDocx } from './index.ts'
import { printNumber } from './numbering.ts'

const blocks = async (body: string, parts?: Parameters<typeof aDocx>[1]) => (await readDocx(aDocx(body, parts))).blocks
const textsOf = async (body: string, parts?: Parameters<typeof aDocx>[1]) =>
  (await blocks(body, parts)).map(block => (block.kind === 'paragraph' ? block.text : 'TABLE'))
const labelsOf = async (body: string, numbering: string, styles?: string) =>
  (await blocks(body, { numbering, ...(styles !== undefined && { styles }) })).map(
    block => (block as Paragraph).numbering?.label ?? null,
  )
const tableOf = async (body: string) => (await blocks(body)).find(block => block.kind === 'table') as Table

const level = (ilvl: number, text: string, format = 'decimal', extra = '') =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`
const list = (numId: number, abstractId: number, overrides = '') =>
  `<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`
const entry = (numId: number, ilvl = 0) =>
  aParagraph('пункт', `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`)

describe('paragraphs', () => {
  test('runs, tabs and line breaks of a paragraph become one text', async () => {
    const body =
      '<w:p><w:r><w:t>Начальник</w:t><w:tab/><w:t>А. А. Птицына</w:t></w:r><w:r><w:br/><w:t>М. П.</w:t></w:r></w:p>'
    assert.deepEqual(await textsOf(body), ['Начальник\tА. А. Птицына\nМ. П.'])
  })

  test('a tab stop in the settings of a paragraph prints nothing', async () => {
    assert.deepEqual(await textsOf(aParagraph('текст', '<w:tabs><w:tab w:val="left" w:pos="700"/></w:tabs>')), [
      'текст',
    ])
  })

  test('empty paragraphs fall out, and the next one remembers the gap', async () => {
    const [first, second, third] = await blocks(
      aParagraph('ПРИКАЗ') + aParagraph('') + aParagraph('№ 5') + aParagraph('г. Светлый'),
    )
    assert.equal((first as Paragraph).gapBefore, undefined)
    assert.equal((second as Paragraph).gapBefore, true)
    assert.equal((third as Paragraph).gapBefore, undefined)
    assert.deepEqual([first?.place.id, second?.place.id], ['b0', 'b1'])
  })

  test('entities are letters, also numbered ones', async () => {
    assert.deepEqual(await textsOf(aParagraph('A &amp; B &lt; &#1046;&#x416;')), ['A & B < ЖЖ'])
  })

  test('a heading is known by its style, directly or inherited', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="mine"><w:name w:val="Мой"/><w:basedOn w:val="a1"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>`
    const [heading] = (await blocks(aParagraph('Глава', '<w:pStyle w:val="mine"/>'), { styles })) as Paragraph[]
    assert.equal(heading?.heading, 1)
    assert.equal(heading?.bold, true)
    assert.equal(heading?.align, 'center')
  })

  test('a paragraph is bold only when all of its words are', async () => {
    const bold = '<w:r><w:rPr><w:b/></w:rPr><w:t>П Р И К А З</w:t></w:r>'
    const [whole, part] = (await blocks(
      `<w:p>${bold}</w:p><w:p>${bold}<w:r><w:t> № 5</w:t></w:r></w:p>`,
    )) as Paragraph[]
    assert.equal(whole?.bold, true)
    assert.equal(part?.bold, undefined)
  })
})

describe('what is not printed', () => {
  test('deleted text goes, inserted text stays, and the deletion is counted', async () => {
    const body =
      '<w:p><w:r><w:t>до </w:t></w:r><w:del><w:r><w:delText>1 мая</w:delText></w:r></w:del><w:ins><w:r><w:t>1 июня</w:t></w:r></w:ins></w:p>'
    const document = await readDocx(aDocx(body))
    assert.equal((document.blocks[0] as Paragraph).text, 'до 1 июня')
    assert.deepEqual(document.leftOut, { deletedPieces: 1 })
  })

  test('a paragraph whose end was deleted runs on into the next', async () => {
    const first = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>обеспечить </w:t></w:r></w:p>'
    assert.deepEqual(await textsOf(first + aParagraph('участие')), ['обеспечить участие'])
  })

  test('hidden text goes and is counted', async () => {
    const document = await readDocx(
      aDocx('<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>служебное</w:t></w:r><w:r><w:t>видно</w:t></w:r></w:p>'),
    )
    assert.equal((document.blocks[0] as Paragraph).text, 'видно')
    assert.deepEqual(document.leftOut, { hiddenPieces: 1 })
  })

  test('of a field only the result is printed, of nested fields too', async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const text = (value: string) => `<w:r><w:t>${value}</w:t></w:r>`
    const inner = `${begin}<w:r><w:instrText>MERGEFIELD год</w:instrText></w:r>${separate}${text('условие')}${end}`
    assert.deepEqual(await textsOf(`<w:p>${begin}${inner}${separate}${text('2026 год')}${end}</w:p>`), ['2026 год'])
  })

  test('notes are counted, not read', async () => {
    const document = await readDocx(
      aDocx('<w:p><w:r><w:t>план</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'),
    )
    assert.deepEqual(document.leftOut, { footnotes: 1 })
  })
})

describe('boxes, links and controls', () => {
  test('of alternate content one branch is read', async () => {
    const box = (text: string) => `<w:txbxContent>${aParagraph(text)}</w:txbxContent>`
    const body = `<w:p><w:r><w:t>якорь</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('бланк')}</wps:txbx></mc:Choice>
      <mc:Fallback><w:pict><v:textbox>${box('бланк')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> дальше</w:t></w:r></w:p>`
    assert.deepEqual(await textsOf(body), ['якорь дальше', 'бланк'])
  })

  test('links, controls and smart tags are transparent', async () => {
    const body = `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink><w:r><w:t>сайт</w:t></w:r></w:hyperlink>
      <w:smartTag><w:r><w:t> школы</w:t></w:r></w:smartTag></w:p></w:sdtContent></w:sdt>`
    assert.deepEqual(await textsOf(body), ['сайт школы'])
  })

  test('a mark drawn with a symbol font is a mark', async () => {
    assert.deepEqual(await textsOf('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'), ['✓'])
  })

  test('a file inserted whole is refused', async () => {
    await assert.rejects(readDocx(aDocx('<w:altChunk/>')), { code: 'files/alt-chunk' })
  })
})

describe('automatic numbers', () => {
  test('levels count and the deeper one starts again', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, '%1.')}${level(1, '%1.%2.')}</w:abstractNum>${list(1, 0)}`
    const body = entry(1) + entry(1) + entry(1, 1) + entry(1, 1) + entry(1) + entry(1, 1)
    assert.deepEqual(await labelsOf(body, numbering), ['1.', '2.', '2.1.', '2.2.', '3.', '3.1.'])
  })

  test('two lists of one definition share the count until a start is given', async () => {
    const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, '%1)')}</w:abstractNum>${list(1, 0)}${list(2, 0)}${list(3, 0, start)}`
    assert.deepEqual(await labelsOf(entry(1) + entry(2) + entry(3) + entry(3), numbering), ['1)', '2)', '1)', '2)'])
  })

  test('a legal level prints the others as plain numbers', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, '%1.', 'upperRoman')}${level(1, '%1.%2', 'decimal', '<w:isLgl/>')}</w:abstractNum>${list(1, 0)}`
    assert.deepEqual(await labelsOf(entry(1) + entry(1) + entry(1, 1), numbering), ['I.', 'II.', '2.1'])
  })

  test('a bullet of a symbol font is shown as a round one, a printed dash as a dash', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, '\uf0b7', 'bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, '–', 'bullet')}</w:abstractNum>${list(1, 0)}${list(2, 1)}`
    const [round, dash] = (await blocks(entry(1) + entry(2), { numbering })) as Paragraph[]
    assert.deepEqual([round?.numbering?.label, round?.numbering?.bullet, dash?.numbering?.label], ['•', true, '–'])
  })

  test('numbers may come from the style, and number zero takes them away', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="n"><w:name w:val="n"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, '%1.')}</w:abstractNum>${list(1, 0)}`
    const none = aParagraph('без', '<w:pStyle w:val="n"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert.deepEqual(await labelsOf(aParagraph('с', '<w:pStyle w:val="n"/>') + none, numbering, styles), ['1.', null])
  })

  test('an empty cell with a number shows its number', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, '%1.')}</w:abstractNum>${list(1, 0)}`
    const number = '<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p></w:tc>'
    const [table] = (await blocks(
      aTable([
        [number, 'Замер'],
        [number, 'Отчёт'],
      ]),
      { numbering },
    )) as Table[]
    assert.deepEqual(
      table?.rows.map(row => row.cells[0]?.paragraphs[0]?.numbering?.label),
      ['1.', '2.'],
    )
  })

  test('formats print as Word prints them', () => {
    assert.deepEqual(
      [
        printNumber(4, 'lowerRoman'),
        printNumber(9, 'upperRoman'),
        printNumber(3, 'russianLower'),
        printNumber(28, 'lowerLetter'),
        printNumber(7, 'decimalZero'),
      ],
      ['iv', 'IX', 'в', 'bb', '07'],
    )
  })
})

describe('tables', () => {
  test('a cell over columns and a cell over rows keep their place in the grid', async () => {
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${aParagraph('раздел')}</w:tc>`
    const top = `<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${aParagraph('1')}</w:tc>`
    const below = `<w:tc><w:tcPr><w:vMerge/></w:tcPr>${aParagraph('')}</w:tc>`
    const table = await tableOf(
      aTable([
        [wide, 'x'],
        [top, 'а', 'б'],
        [below, 'в', 'г'],
      ]),
    )
    assert.equal(table.columns, 3)
    assert.deepEqual(
      table.rows.map(row => row.cells.map(cell => [cell.column, cell.columnSpan, cell.mergedUp, cell.text])),
      [
        [
          [0, 2, false, 'раздел'],
          [2, 1, false, 'x'],
        ],
        [
          [0, 1, false, '1'],
          [1, 1, false, 'а'],
          [2, 1, false, 'б'],
        ],
        [
          [0, 1, true, ''],
          [1, 1, false, 'в'],
          [2, 1, false, 'г'],
        ],
      ],
    )
    assert.equal(table.rows[2]?.cells[1]?.place.id, 'b0.r2.c1')
  })

  test('a repeated header row is known', async () => {
    const table = await tableOf(
      `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>${aParagraph('Срок')}</w:tc></w:tr><w:tr><w:tc>${aParagraph('Май')}</w:tc></w:tr></w:tbl>`,
    )
    assert.deepEqual(
      table.rows.map(row => row.header),
      [true, false],
    )
  })

  test('a deleted row goes', async () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${aParagraph('старое')}</w:tc></w:tr>`
    const table = await tableOf(`<w:tbl><w:tr><w:tc>${aParagraph('новое')}</w:tc></w:tr>${deleted}</w:tbl>`)
    assert.deepEqual(
      table.rows.map(row => row.cells[0]?.text),
      ['новое'],
    )
  })

  test('paragraphs of a cell are joined by line breaks, a table inside stands apart', async () => {
    const table = await tableOf(
      aTable([[`<w:tc>${aParagraph('КОиН')}${aTable([['внутри']])}${aParagraph('школы')}</w:tc>`]]),
    )
    const cell = table.rows[0]?.cells[0]
    assert.equal(cell?.text, 'КОиН\nшколы')
    assert.equal(cell?.tables[0]?.rows[0]?.cells[0]?.place.id, 'b0.r0.c0.t0.r0.c0')
  })

  test('four tables inside one another are read, five are refused', async () => {
    const nested = (depth: number): string => (depth === 1 ? aTable([['дно']]) : aTable([[nested(depth - 1)]]))
    assert.equal((await blocks(nested(4))).length, 1)
    await assert.rejects(readDocx(aDocx(nested(5))), { code: 'files/tables-too-deep' })
  })
})

describe('packages of other programs', () => {
  test('the strict namespace and another prefix mean the same', async () => {
    const xml =
      '<ns0:document xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main"><ns0:body><ns0:p><ns0:pPr><ns0:jc ns0:val="center"/></ns0:pPr><ns0:r><ns0:t>Приказ</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>'
    const document = await readDocx(zipOf([{ name: 'word/document.xml', content: xml }]))
    assert.equal((document.blocks[0] as Paragraph).text, 'Приказ')
    assert.equal((document.blocks[0] as Paragraph).align, 'center')
  })

  test('the document part is found by the package, whatever its name', async () => {
    const rels =
      '<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>'
    const xml =
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>текст</w:t></w:r></w:p></w:body></w:document>'
    const document = await readDocx(
      zipOf([
        { name: '_rels/.rels', content: rels },
        { name: 'word/document2.xml', content: xml },
      ]),
    )
    assert.equal(document.blocks.length, 1)
  })
})
