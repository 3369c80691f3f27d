import type { Block, Paragraph, SourceDocument, Table } from '../../../core/document-model/index.ts'

/**
 * A document written as plain lines, for tests: an empty line sets the next paragraph apart, lines with «|» are rows of a table, a line that
 * begins with `#1.` has the automatic number «1.».
 */
export function sourceOf(text: string): SourceDocument {
  const blocks: Block[] = []
  let gap = false
  text.split('\n').forEach((printed, i) => {
    const line = printed.trim()
    const last = blocks.at(-1)
    if (line === '') gap = true
    else if (line.includes('|')) {
      const isSame = last?.kind === 'table' && !gap
      const table = isSame ? last : emptyTable(`b${blocks.length}`)
      if (!isSame) blocks.push(table)
      addRow(table, line, i + 1)
      gap = false
    } else {
      blocks.push(paragraphOf(`b${blocks.length}`, line, i + 1, gap))
      gap = false
    }
  })
  return { format: 'text', blocks }
}

function emptyTable(id: string): Table {
  return { kind: 'table', place: { id, lines: [] }, columns: 0, rows: [] }
}

function addRow(table: Table, line: string, lineNumber: number): void {
  const rows = table.rows as Table['rows'][number][]
  const id = `${table.place.id}.r${rows.length}`
  const texts = line.replace(/^\||\|$/g, '').split('|')
  const cells = texts.map((text, column) => {
    const cell = `${id}.c${column}`
    const place = { id: cell, lines: [lineNumber] }
    const paragraphs = text.trim() ? [paragraphOf(`${cell}.p0`, text.trim(), lineNumber, false)] : []
    return { place, column, columnSpan: 1, mergedUp: false, text: text.trim(), paragraphs, tables: [] }
  })
  rows.push({ place: { id, lines: [lineNumber] }, header: false, cells })
  Object.assign(table, { columns: Math.max(table.columns, cells.length) })
}

function paragraphOf(id: string, line: string, lineNumber: number, gapBefore: boolean): Paragraph {
  const automatic = /^#(\S+)\s+/.exec(line)
  const label = automatic?.[1] ?? ''
  const level = /^\d+\.\d/.test(label) ? 1 : label.endsWith(')') ? 2 : 0
  return {
    kind: 'paragraph',
    place: { id, lines: [lineNumber] },
    text: automatic ? line.slice(automatic[0].length) : line,
    ...(automatic ? { numbering: { label, level, bullet: false } } : {}),
    ...(gapBefore ? { gapBefore: true } : {}),
  }
}
