import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { translator } from '../../core/base/index.ts'
import { printed } from '../model/list.ts'
import { includedOf, type ListContent } from './content.ts'
import { exportTexts } from './texts.ts'

/** Twentieths of a point. */
const landscapeA4 = { width: 11_906, height: 16_838 }
const tableWidth = 14_570
const widths = [900, 3600, 6000, 4070]
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/**
 * The list as an annex of the order that signs it: landscape page, one table with a header repeated on each page. Schools that were excluded
 * or not judged are not named here: the order names whom it helps.
 */
export async function listDocx(content: ListContent): Promise<Uint8Array> {
  const say = translator(exportTexts, content.lang)
  const { list, run } = content
  const order =
    list.orderNumber && list.orderDate && list.act === null
      ? say('toOrder', { date: printed(list.orderDate as never), number: list.orderNumber })
      : say('toDraft')
  const because = list.act
    ? say('given', { act: list.act })
    : run
      ? say('method', { title: run.title, edition: run.edition, year: String(run.year) })
      : ''
  const document = new Document({
    title: list.title,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 24 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { ...landscapeA4, orientation: PageOrientation.LANDSCAPE },
            margin: { top: 1134, bottom: 850, left: 1134, right: 1134 },
          },
        },
        children: [
          plain(say('appendix'), AlignmentType.RIGHT),
          plain(order, AlignmentType.RIGHT),
          plain(''),
          plain(`${list.title}, ${list.year}`, AlignmentType.CENTER, true),
          plain(because, AlignmentType.CENTER),
          plain(''),
          new Table({
            width: { size: tableWidth, type: WidthType.DXA },
            layout: TableLayoutType.FIXED,
            columnWidths: widths,
            rows: [
              row([say('number'), say('municipality'), say('school'), say('reason')], true),
              ...includedOf(content).map((school, at) =>
                row([String(at + 1), school.municipality ?? '', school.fullName, school.reason ?? ''], false),
              ),
            ],
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function row(cells: readonly string[], head: boolean): TableRow {
  return new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: cells.map(
      (text, at) =>
        new TableCell({
          width: { size: widths[at]!, type: WidthType.DXA },
          borders: { top: line, bottom: line, left: line, right: line },
          margins: { top: 40, bottom: 40, left: 80, right: 80 },
          children: [
            new Paragraph({
              alignment: head ? AlignmentType.CENTER : AlignmentType.LEFT,
              children: [new TextRun({ text, bold: head, size: 22 })],
            }),
          ],
        }),
    ),
  })
}

function plain(
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
  bold = false,
): Paragraph {
  return new Paragraph({ alignment, children: [new TextRun({ text, bold })] })
}
