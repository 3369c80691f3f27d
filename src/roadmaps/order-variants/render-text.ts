import type { Dice } from './dice.ts'
import type { PrintedClause, PrintedOrder, PrintedRow, PrintedTable } from './printed.ts'

/** How a plain-text table is drawn. */
export type TableDrawing = 'tabs' | 'pipes' | 'box'

/** Prints the order as a plain text file. `spoil` adds the dirt of scanning and copying to a piece of text. */
export function renderText(
  dice: Dice,
  order: PrintedOrder,
  drawing: TableDrawing,
  spoil: (text: string) => string,
): string {
  const lines: string[] = []
  const gap = () => lines.push('')
  const stars = dice.chance(0.4)
  for (const block of order.letterhead) {
    const wrapped = block.map(
      (line, i) => `${stars && i === 0 ? '**' : ''}${line}${stars && i === block.length - 1 ? '**' : ''}`,
    )
    lines.push(...wrapped)
    gap()
  }
  if (order.docTypeLine !== null) lines.push(order.docTypeLine, '')
  if (order.dateLine !== null && order.numberLine !== null) {
    if (order.dateAndNumberTogether) lines.push(`${order.dateLine} ${order.numberLine}`, '')
    else lines.push(order.dateLine, '', order.numberLine, '')
  }
  if (order.placeLine !== null) lines.push(order.placeLine, '')
  if (order.title.length > 0) lines.push(...order.title, '')
  if (order.preamble !== null) lines.push(spoil(order.preamble), '')
  if (order.verbLine !== null) lines.push(order.verbLine, '')
  const indent = dice.pick(['', ' ', ' - '])
  const print = (clause: PrintedClause, depth: number) => {
    const mark = depth > 0 && clause.mark !== '-' ? indent + clause.mark : clause.mark
    lines.push(`${mark} ${spoil(clause.text)}`)
    for (const child of clause.children) print(child, depth + 1)
  }
  const airy = dice.chance(0.5)
  for (const clause of order.clauses) {
    print(clause, 0)
    if (airy) gap()
  }
  if (order.signatory !== null) {
    gap()
    const apart = dice.chance(0.5)
    const position = [...order.signatory.lines]
    if (apart) lines.push(...position, '', '', '', order.signatory.name, '')
    else {
      const last = position.pop() as string
      lines.push(...position, `${last}\t${order.signatory.name}`, '')
    }
  }
  if (order.afterSignature.length > 0) lines.push(...order.afterSignature, '')
  if (order.stamp.length > 0) lines.push(...order.stamp, '')
  lines.push(...(stars ? [`**${order.planTitle.join('\n')}**`] : order.planTitle), '')
  for (const part of order.passport) lines.push(part.heading, '', ...part.bullets.map(b => `- ${b}`), '')
  for (const table of order.tables) {
    if (table.caption !== null) lines.push(table.caption, '')
    lines.push(...textTable(table, drawing, spoil), '')
  }
  return lines.join('\n')
}

function textTable(table: PrintedTable, drawing: TableDrawing, spoil: (text: string) => string): string[] {
  const width = table.headings.length
  const out: string[] = []
  const widths = table.headings.map((heading, i) => {
    const words = table.rows.flatMap(r =>
      r.kind === 'item' ? (r.cells[i] ?? []).flatMap(line => line.split(' ')) : [],
    )
    return Math.max(i === 0 ? 5 : 16, ...heading.split(' ').map(w => w.length), ...words.map(w => w.length + 2))
  })
  const row = (cells: readonly string[]) => {
    if (drawing === 'tabs') out.push(cells.join('\t'))
    else if (drawing === 'pipes') out.push(`| ${cells.join(' | ')} |`)
    else out.push(...boxRow(cells, widths), boxRule(widths, '├', '┼', '┤'))
  }
  const only = (text: string) => [text, ...Array.from({ length: width - 1 }, () => '')]
  const headingRows = () => {
    const group = table.headingGroup
    if (group) {
      const inGroup = (i: number) => i >= group.from && i < group.from + group.span
      row(table.headings.map((h, i) => (i === group.from ? group.heading : inGroup(i) ? '' : h)))
      row(table.headings.map((h, i) => (inGroup(i) ? h : '')))
    } else row(table.headings)
  }
  const head = () => {
    headingRows()
    if (drawing === 'pipes') out.push(`|${table.headings.map(() => '---').join('|')}|`)
  }
  const open = () => {
    if (drawing === 'box') out.push(boxRule(widths, '┌', '┬', '┐'))
  }
  const close = () => {
    if (drawing === 'box') out[out.length - 1] = boxRule(widths, '└', '┴', '┘')
  }
  const print = (r: PrintedRow) => {
    switch (r.kind) {
      case 'header':
        if (drawing !== 'box') out.push('')
        headingRows()
        break
      case 'columnNumbers':
        row(table.headings.map((_, i) => String(i + 1)))
        break
      case 'mergedSection':
        if (drawing === 'box')
          out.push(...boxRow([r.text], [widths.reduce((sum, w) => sum + w + 3, -3)]), boxRule(widths, '├', '┼', '┤'))
        else row(only(r.text))
        break
      case 'numberedSection':
        row([r.number, r.text, ...Array.from({ length: width - 2 }, () => '')])
        break
      case 'plainLine':
        close()
        out.push('', r.text, '')
        open()
        break
      case 'item':
        if (r.split === null) row(r.cells.map(c => spoil(c.join(' '))))
        else {
          row(r.split.above.map(spoil))
          if (drawing !== 'box') out.push('')
          if (r.split.headerRepeated) headingRows()
          row(r.split.below.map(spoil))
        }
    }
  }
  open()
  head()
  table.rows.forEach(print)
  close()
  return out
}

function boxRule(widths: readonly number[], left: string, middle: string, right: string): string {
  return left + widths.map(w => '─'.repeat(w + 2)).join(middle) + right
}

/** A row of a drawn table: the words of each cell wrapped to its width. */
function boxRow(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = cells.map((cell, i) => wrap(cell, widths[i] as number))
  const height = Math.max(1, ...wrapped.map(w => w.length))
  return Array.from(
    { length: height },
    (_, line) => `│ ${wrapped.map((w, i) => (w[line] ?? '').padEnd(widths[i] as number)).join(' │ ')} │`,
  )
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
