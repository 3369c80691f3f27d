// An invented order with a plan of any length, written the way Word writes: fonts in every run, borders in every cell, styles and numbers.
import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'

const works = [
  'Разбор проверочных работ вместе с учителями русского языка и математики, выбор тем для повторения',
  'Взаимное посещение уроков учителями сильных школ и школ, которым нужна помощь, с обсуждением после каждого урока',
  'Занятия для учеников, пропустивших много уроков, в малых группах после обеда и в каникулы',
  'Беседа директора с родителями о том, как устроить место и время для домашних заданий',
]
const months = ['январь', 'март', 'до 15.04.2025', '01.09-30.11.2025', 'в течение года', 'ежеквартально']
const parties = ['Управление образования', 'Директора школ', 'Центр «Компас»']
const results = ['Справка о результатах разбора', 'Журнал посещений, не менее двух в месяц', 'Расписание занятий']

const font = 'Times New Roman'
const run = (text: string, bold = false) => new TextRun({ text, bold, font, size: 24 })
const paragraph = (text: string, bold = false) =>
  new Paragraph({
    children: [run(text, bold)],
    spacing: { before: 0, after: 0, line: 276 },
    alignment: bold ? AlignmentType.CENTER : AlignmentType.LEFT,
  })
const cell = (lines: readonly string[], width: number, columnSpan = 1) =>
  new TableCell({
    children: lines.map(line => paragraph(line)),
    width: { size: width, type: WidthType.DXA },
    columnSpan,
    margins: { top: 30, bottom: 30, left: 80, right: 80 },
    verticalAlign: VerticalAlign.CENTER,
  })
const widths = [700, 5400, 2100, 2900, 3300]
const row = (cells: readonly (readonly string[])[], tableHeader = false) =>
  new TableRow({ children: cells.map((lines, at) => cell(lines, widths[at]!)), tableHeader, cantSplit: true })

/** @param items rows of the plan; a section row stands before every tenth */
export async function orderOfItems(items: number): Promise<Buffer> {
  const rows = Array.from({ length: items }, (_, at) => [
    ...(at % 10 === 0
      ? [new TableRow({ children: [cell([`${at / 10 + 1}. Направление работы с учителями и учениками`], 14_400, 5)] })]
      : []),
    row([
      [`${Math.floor(at / 10) + 1}.${(at % 10) + 1}`],
      [works[at % works.length]!],
      [months[at % months.length]!],
      [parties[at % 3]!, parties[(at + 1) % 3]!],
      [results[at % 3]!],
    ]),
  ]).flat()
  const clauses = works.map(
    text =>
      new Paragraph({
        children: [run(`${text}.`)],
        numbering: { reference: 'clauses', level: 0 },
        alignment: AlignmentType.JUSTIFIED,
      }),
  )
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'clauses',
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT }],
        },
      ],
    },
    sections: [
      {
        children: [
          paragraph('УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЗАОЗЁРНОГО РАЙОНА', true),
          paragraph('П Р И К А З', true),
          paragraph('14 февраля 2025 года № 61-о'),
          paragraph('Об утверждении дорожной карты помощи школам на 2025 год'),
          paragraph('Чтобы школы района получили помощь вовремя, приказываю:'),
          ...clauses,
        ],
      },
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          paragraph('Дорожная карта', true),
          new Table({
            columnWidths: widths,
            rows: [row([['№'], ['Мероприятие'], ['Срок'], ['Ответственные'], ['Результат']], true), ...rows],
          }),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
