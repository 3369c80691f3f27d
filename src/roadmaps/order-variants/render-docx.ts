import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx'
import type { Dice } from './dice.ts'
import type { PrintedClause, PrintedOrder, PrintedRow, PrintedTable } from './printed.ts'

/** How a Word document is built: with automatic numbers or typed ones, with the date in a table or in a line. */
export interface WordHabits {
  readonly automaticClauses: boolean
  readonly automaticItems: boolean
  readonly dateInTable: boolean
}

export function someWordHabits(dice: Dice, order: PrintedOrder): WordHabits {
  const children = order.clauses.flatMap(c => c.children)
  const plainMarks =
    order.clauses.every(c => /^\d+\.$/.test(c.mark)) && children.every(c => /^\d+(\.\d+)?[.)]$/.test(c.mark))
  const numbers = order.tables.flatMap(t =>
    t.headings[0]?.match(/№|N/) ? t.rows.flatMap(r => (r.kind === 'item' ? [r.cells[0]?.[0] ?? ''] : [])) : [],
  )
  const counted = order.tables.length === 1 && numbers.length > 0 && numbers.every((n, i) => n === `${i + 1}.`)
  return {
    automaticClauses: plainMarks && dice.chance(0.4),
    automaticItems: counted && dice.chance(0.5),
    dateInTable: dice.chance(0.4),
  }
}

/** Prints the order as a Word document: the order itself upright, the plan on a landscape sheet. */
export function renderDocx(
  order: PrintedOrder,
  habits: WordHabits,
  spoil: (text: string) => string,
): Promise<Uint8Array> {
  const dotted = order.clauses.some(c => c.children.some(child => /^\d+\.\d+/.test(child.mark)))
  const upright = [
    ...letterhead(order, habits),
    ...clauses(order.clauses, habits, spoil),
    ...signature(order),
    ...order.afterSignature.map(text => line(text)),
  ]
  const appendix = [
    ...order.stamp.map(text => line(text, { alignment: AlignmentType.RIGHT })),
    ...order.planTitle.map(text => line(text, { alignment: AlignmentType.CENTER, bold: true })),
    line(''),
    ...order.passport.flatMap(part => [
      line(part.heading, { bold: true }),
      ...part.bullets.map(
        text => new Paragraph({ children: runs(text), numbering: { reference: 'bullets', level: 0 } }),
      ),
    ]),
    ...order.tables.flatMap(table => [
      ...(table.caption === null ? [] : [line(table.caption, { alignment: AlignmentType.CENTER, bold: true })]),
      ...planTables(table, habits, spoil),
      line(''),
    ]),
  ]
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'clauses',
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: '%1.', start: 1 },
            { level: 1, format: LevelFormat.DECIMAL, text: dotted ? '%1.%2.' : '%2)', start: 1 },
          ],
        },
        { reference: 'items', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', start: 1 }] },
        { reference: 'bullets', levels: [{ level: 0, format: LevelFormat.BULLET, text: '-' }] },
      ],
    },
    sections: [
      ...(upright.length > 0 ? [{ children: upright }] : []),
      { properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } }, children: appendix },
    ],
  })
  return Packer.toBuffer(document).then(buffer => new Uint8Array(buffer))
}

type Align = (typeof AlignmentType)[keyof typeof AlignmentType]

function line(text: string, look: { readonly alignment?: Align; readonly bold?: boolean } = {}): Paragraph {
  return new Paragraph({ ...(look.alignment ? { alignment: look.alignment } : {}), children: runs(text, look.bold) })
}

/** Text as runs; a line break inside stays a line break. */
function runs(text: string, bold = false): ParagraphChild[] {
  return text.split('\n').map((part, i) => new TextRun({ text: part, bold, ...(i > 0 ? { break: 1 } : {}) }))
}

function letterhead(order: PrintedOrder, habits: WordHabits): (Paragraph | Table)[] {
  const center = { alignment: AlignmentType.CENTER }
  const out: (Paragraph | Table)[] = order.letterhead.map(block => line(block.join('\n'), { ...center, bold: true }))
  if (order.docTypeLine !== null) out.push(line(order.docTypeLine, { ...center, bold: true }))
  if (order.dateLine !== null && order.numberLine !== null) {
    if (habits.dateInTable) out.push(bareTable([order.dateLine, order.numberLine]))
    else if (order.dateAndNumberTogether) out.push(line(`${order.dateLine}\t${order.numberLine}`))
    else out.push(line(order.dateLine), line(order.numberLine))
  }
  if (order.placeLine !== null) out.push(line(order.placeLine, center))
  if (order.title.length > 0) out.push(line(order.title.join('\n'), { bold: true }))
  if (order.preamble !== null) out.push(line(order.preamble))
  if (order.verbLine !== null) out.push(line(order.verbLine))
  return out
}

function clauses(
  list: readonly PrintedClause[],
  habits: WordHabits,
  spoil: (text: string) => string,
  level = 0,
): Paragraph[] {
  return list.flatMap(clause => [
    habits.automaticClauses
      ? new Paragraph({ children: runs(spoil(clause.text)), numbering: { reference: 'clauses', level } })
      : line(`${clause.mark} ${spoil(clause.text)}`),
    ...clauses(clause.children, habits, spoil, level + 1),
  ])
}

function signature(order: PrintedOrder): (Paragraph | Table)[] {
  if (order.signatory === null) return []
  return [line(''), bareTable([order.signatory.lines.join('\n'), order.signatory.name])]
}

function bareTable(cells: readonly string[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ children: cells.map(text => new TableCell({ children: [line(text)] })) })],
  })
}

/** The plan's table; a plain line between rows makes it two tables. */
function planTables(table: PrintedTable, habits: WordHabits, spoil: (text: string) => string): (Paragraph | Table)[] {
  const width = table.headings.length
  const out: (Paragraph | Table)[] = []
  const cells = (texts: readonly (readonly string[])[]) =>
    texts.map(lines => new TableCell({ children: lines.map(text => line(text)) }))
  const heading = (text: string, span: { readonly rowSpan?: number; readonly columnSpan?: number } = {}) =>
    new TableCell({ ...span, children: [line(text, { bold: true })] })
  const header = (): TableRow[] => {
    const group = table.headingGroup
    if (!group) return [new TableRow({ tableHeader: true, children: table.headings.map(h => heading(h)) })]
    const inGroup = (i: number) => i >= group.from && i < group.from + group.span
    const above = table.headings.flatMap((h, i) =>
      i === group.from
        ? [heading(group.heading, { columnSpan: group.span })]
        : inGroup(i)
          ? []
          : [heading(h, { rowSpan: 2 })],
    )
    return [
      new TableRow({ tableHeader: true, children: above }),
      new TableRow({ tableHeader: true, children: table.headings.filter((_, i) => inGroup(i)).map(h => heading(h)) }),
    ]
  }
  let rows: TableRow[] = header()
  const flush = () => {
    if (rows.length > 0) out.push(new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows }))
    rows = []
  }
  table.rows.forEach((row, at) => {
    switch (row.kind) {
      case 'header':
        break // Word repeats the marked row itself
      case 'columnNumbers':
        rows.push(new TableRow({ children: cells(table.headings.map((_, i) => [String(i + 1)])) }))
        break
      case 'mergedSection':
        rows.push(
          new TableRow({
            children: [
              new TableCell({
                columnSpan: width,
                children: [line(row.text, { alignment: AlignmentType.CENTER, bold: true })],
              }),
            ],
          }),
        )
        break
      case 'numberedSection':
        rows.push(
          new TableRow({
            children: [
              new TableCell({ children: [line(row.number)] }),
              new TableCell({ columnSpan: width - 1, children: [line(row.text, { bold: true })] }),
            ],
          }),
        )
        break
      case 'plainLine':
        flush()
        out.push(line(row.text, { bold: true }))
        break
      case 'item': {
        const texts = row.cells.map(lines => lines.map(spoil))
        const children = cells(texts)
        for (const column of table.mergeDown) {
          const merge = mergeOf(table.rows, at, column)
          if (merge)
            children[column] = new TableCell({
              verticalMerge: merge,
              children:
                merge === VerticalMergeType.CONTINUE ? [line('')] : (texts[column] ?? []).map(text => line(text)),
            })
        }
        if (habits.automaticItems)
          children[0] = new TableCell({ children: [new Paragraph({ numbering: { reference: 'items', level: 0 } })] })
        rows.push(new TableRow({ children }))
      }
    }
  })
  flush()
  return out
}

/** Where a cell stands in a run of cells that Word shows as one: its first, a later one, or in no run. */
function mergeOf(rows: readonly PrintedRow[], at: number, column: number) {
  const textOf = (row: PrintedRow | undefined) => (row?.kind === 'item' ? (row.cells[column] ?? []).join('\n') : null)
  const own = textOf(rows[at])
  const above = textOf(rows[at - 1])
  const below = textOf(rows[at + 1])
  const continues = (upper: string | null, lower: string | null) =>
    upper !== null && lower !== null && (lower === '' || upper === lower)
  if (continues(above, own)) return VerticalMergeType.CONTINUE
  return continues(own, below) ? VerticalMergeType.RESTART : null
}
