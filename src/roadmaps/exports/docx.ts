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
import { basisLine } from '../basis-line.ts'
import type { ColumnRole } from '../order/contract.ts'
import { inPrintedOrder, otherHeadings } from '../printed-columns.ts'
import { appendixLine, type ExportedItem, headingOf, itemsBySection, type RoadmapContent } from './content.ts'
import { texts } from './texts.ts'

/** Twentieths of a point. */
const landscapeA4 = { width: 11_906, height: 16_838 }
const tableWidth = 14_570

interface ExportedColumn {
  readonly heading: string
  readonly width: number
  readonly lines: (item: ExportedItem) => readonly string[]
}

/**
 * The roadmap as an appendix of an order: landscape page, one table with a header repeated on each page, a merged row for each section.
 * Texts are as printed, so that the file read by Opora again gives the same items.
 */
export async function roadmapDocx(content: RoadmapContent): Promise<Uint8Array> {
  const say = translator(texts, content.lang)
  const columns = columnsOf(content)
  const document = new Document({
    title: content.head.title,
    creator: content.document.document.authority ?? '',
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: 24 } } },
      paragraphStyles: [
        { id: cellStyle, name: 'Cell', basedOn: 'Normal', run: { size: 22 } },
        {
          id: headStyle,
          name: 'Cell heading',
          basedOn: cellStyle,
          run: { bold: true },
          paragraph: { alignment: AlignmentType.CENTER },
        },
      ],
    },
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
          plain(
            say('toOrder', { type: content.document.document.docType, line: appendixLine(content) }),
            AlignmentType.RIGHT,
          ),
          plain(''),
          plain(content.head.title, AlignmentType.CENTER, true),
          plain(''),
          new Table({
            width: { size: tableWidth, type: WidthType.DXA },
            layout: TableLayoutType.FIXED,
            borders: { ...borders, insideHorizontal: line, insideVertical: line },
            margins: { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
            columnWidths: columns.map(column => column.width),
            rows: [
              new TableRow({
                tableHeader: true,
                children: columns.map(column => cell([column.heading], column.width, { bold: true })),
              }),
              ...itemsBySection(content).flatMap(({ section, items }) => [
                ...(section
                  ? [sectionRow([section.number, section.title].filter(Boolean).join(' '), columns.length)]
                  : []),
                ...items.map(
                  item =>
                    new TableRow({
                      cantSplit: true,
                      children: columns.map(column => cell(column.lines(item), column.width)),
                    }),
                ),
              ]),
            ],
          }),
          ...(content.leftovers.length > 0
            ? [
                plain(''),
                plain(say('notUnderstood'), AlignmentType.LEFT, true),
                ...content.leftovers.map(piece => plain(piece.text)),
              ]
            : []),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function columnsOf(content: RoadmapContent): ExportedColumn[] {
  const say = translator(texts, content.lang)
  const { items } = content
  const wanted: (Omit<ExportedColumn, 'width'> & { role: ColumnRole | null; share: number; shown: boolean })[] = [
    {
      role: 'number',
      heading: headingOf(content, 'number') ?? say('number'),
      share: 6,
      lines: item => [item.number ?? ''],
      shown: true,
    },
    {
      role: 'title',
      heading: headingOf(content, 'title') ?? say('title'),
      share: 32,
      lines: item => [item.title, ...cancelledLine(item, content.lang)],
      shown: true,
    },
    {
      role: 'deadline',
      heading: headingOf(content, 'deadline') ?? say('deadline'),
      share: 14,
      lines: item => [item.deadline?.sourceText ?? ''],
      shown: true,
    },
    {
      role: 'responsible',
      heading: headingOf(content, 'responsible') ?? say('parties'),
      share: 20,
      lines: item => withCommas(item.parties.map(party => party.text)),
      shown: true,
    },
    {
      role: 'result',
      heading: headingOf(content, 'result') ?? say('results'),
      share: 20,
      lines: item => item.results.map(result => result.sourceText),
      shown: items.some(item => item.results.length > 0),
    },
    {
      role: 'indicator',
      heading: headingOf(content, 'indicator') ?? say('indicators'),
      share: 14,
      lines: item => item.indicators.filter(one => one.column === 'indicator').map(one => one.sourceText),
      shown: items.some(item => item.indicators.some(one => one.column === 'indicator')),
    },
    {
      role: 'informationSupport',
      heading: headingOf(content, 'informationSupport') ?? say('information'),
      share: 14,
      lines: item => [item.information?.sourceText ?? ''],
      shown: items.some(item => item.information !== null),
    },
    ...otherHeadings(items).map(heading => ({
      role: null,
      heading,
      share: 10,
      lines: (item: ExportedItem) => [item.extra?.[heading] ?? ''],
      shown: true,
    })),
  ]
  const shown = inPrintedOrder(
    wanted.filter(column => column.shown),
    content.document.roadmap.columns ?? [],
  )
  const shares = shown.reduce((sum, column) => sum + column.share, 0)
  return shown.map(({ heading, lines, share }) => ({
    heading,
    lines,
    width: Math.floor((tableWidth * share) / shares),
  }))
}

function cancelledLine(item: ExportedItem, lang: RoadmapContent['lang']): string[] {
  return item.cancelled ? [`(${translator(texts, lang)('cancelled')}: ${basisLine(item.cancelled, lang)})`] : []
}

function withCommas(parties: readonly string[]): string[] {
  return parties.map((text, index) => (index < parties.length - 1 && !/[,;]$/.test(text) ? `${text},` : text))
}

// What all cells share stands in styles and in the table: written into each of 7,500 cells it doubles the time of a long plan.
const cellStyle = 'cell'
const headStyle = 'cell-heading'
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = { top: line, bottom: line, left: line, right: line }

function cell(
  lines: readonly string[],
  width: number,
  look: { bold?: boolean; columnSpan?: number; keepNext?: boolean } = {},
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(look.columnSpan ? { columnSpan: look.columnSpan } : {}),
    children: (lines.length > 0 ? lines : ['']).map(
      text =>
        new Paragraph({
          style: look.bold ? headStyle : cellStyle,
          ...(look.keepNext && { keepNext: true }),
          children: [new TextRun(text)],
        }),
    ),
  })
}

function sectionRow(title: string, columns: number): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [cell([title], tableWidth, { bold: true, columnSpan: columns, keepNext: true })],
  })
}

function plain(
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
  bold = false,
): Paragraph {
  return new Paragraph({ alignment, children: [new TextRun({ text, bold })] })
}
