import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'

/** An invented order of the demo's town, with places that cannot be read for certain and a line that belongs nowhere. */
export interface InventedOrder {
  readonly number: string
  readonly date: string
  readonly title: string
  readonly rows: readonly (readonly string[])[]
}

const headings = ['№', 'Мероприятие', 'Срок', 'Ответственный', 'Ожидаемый результат']

/** Two plan years, so that a deadline without a year has two readings; «школьный совет» matches nothing in the directory. */
export const readingOrder: InventedOrder = {
  number: '77-р',
  date: '12.01.2026',
  title: 'О плане мероприятий по развитию читательской грамотности в школах города на 2026–2027 годы',
  rows: [
    ['1. Подготовка'],
    ['1.1', 'Входная диагностика чтения в 5-х классах', 'до 20.02.2026', 'МЦ города', 'Справка, охват не менее 80%'],
    ['1.2', 'Назначение школьных координаторов чтения', 'до 1 сентября', 'Руководители школ', 'Приказ школы'],
    ['1.3', 'Обсуждение итогов диагностики', 'по мере необходимости', 'Школьный совет', 'Протокол'],
    ['2. Работа со школами'],
    ['2.1', 'Открытые уроки смыслового чтения', 'март 2026, октябрь 2026', 'МЦ города', 'Не менее 2 уроков'],
    ['2.2', 'Отчёт школы о работе библиотеки', 'ежеквартально', 'Руководители школ', 'Отчёт'],
    ['2.3', 'Городской праздник книги', '15.05.2026', 'Управление образования', 'Праздник проведён'],
  ],
}

/** A later order of the same authority that names the same executor. */
export const laterOrder: InventedOrder = {
  number: '103-р',
  date: '02.02.2026',
  title: 'О плане мероприятий по подготовке школьных наставников на 2026 год',
  rows: [
    ['1. Наставники'],
    ['1.1', 'Школа молодого наставника', 'апрель 2026', 'МЦ города', 'Не менее 12 чел.'],
    ['1.2', 'Закрепление наставников', 'до 10.03.2026', 'Руководители школ', 'Приказ школы'],
  ],
}

const before = (order: InventedOrder) => [
  'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ВЕРХНЕОЗЁРСКОГО ГОРОДСКОГО ОКРУГА',
  'ПРИКАЗ',
  `от ${order.date} № ${order.number}`,
  order.title,
  'В целях развития читательской грамотности школьников',
  'ПРИКАЗЫВАЮ:',
  '1. Утвердить план мероприятий (приложение).',
  '2. Руководителям школ назначить ответственных за чтение до 10.02.2026.',
  '3. Контроль исполнения приказа оставляю за собой.',
  'Начальник управления образования О.Н. Ветрова',
  'Приложение',
  'ПЛАН МЕРОПРИЯТИЙ',
  order.title.replace(/^О плане мероприятий /, ''),
]
const after = ['Картотека сказок хранится в шкафу у окна читального зала']

/** The order as somebody would paste it: tabs between the columns. */
export function asText(order: InventedOrder): string {
  const width = headings.length
  const rows = [headings, ...order.rows].map(row => [...row, ...Array(width - row.length).fill('')].join('\t'))
  return [...before(order), rows.join('\n'), ...after].join('\n\n')
}

/** The order as a Word document. */
export async function asDocx(order: InventedOrder): Promise<Buffer> {
  const line = (text: string, bold = false) =>
    new Paragraph({
      alignment: bold ? AlignmentType.CENTER : AlignmentType.LEFT,
      children: [new TextRun({ text, bold })],
    })
  const cell = (text: string, columnSpan = 1) => new TableCell({ columnSpan, children: [line(text)] })
  const rows = [headings, ...order.rows].map(
    row =>
      new TableRow({ children: row.length === 1 ? [cell(row[0]!, headings.length)] : row.map(text => cell(text)) }),
  )
  const children = [...before(order).map(text => line(text)), new Table({ rows }), ...after.map(text => line(text))]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}
