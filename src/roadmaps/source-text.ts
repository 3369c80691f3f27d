import type { Block, SourceDocument, Table } from '../core/document-model/index.ts'

/**
 * The texts of some places of a document, in print order: a paragraph, a row with its cells joined, a cell, a paragraph of a cell.
 * A place inside another that is also asked for is said once.
 *
 * @example blocksAt(document, ['b12.r3']) // [{ place: 'b12.r3', text: '1.1 | Совещание | Март' }]
 */
export function blocksAt(document: SourceDocument, places: readonly string[]): { place: string; text: string }[] {
  const wanted = new Set(places)
  const found: { place: string; text: string }[] = []
  for (const block of document.blocks) if (!collect(block, wanted, found)) collectInside(block, wanted, found)
  return found
}

function collect(block: Block, wanted: ReadonlySet<string>, found: { place: string; text: string }[]): boolean {
  if (!wanted.has(block.place.id)) return false
  found.push({ place: block.place.id, text: textOf(block) })
  return true
}

function collectInside(block: Block, wanted: ReadonlySet<string>, found: { place: string; text: string }[]): void {
  if (block.kind === 'paragraph') return
  for (const row of block.rows) {
    const cells = row.cells.filter(cell => !cell.mergedUp)
    const touched =
      wanted.has(row.place.id) ||
      cells.some(cell => wanted.has(cell.place.id) || cell.paragraphs.some(one => wanted.has(one.place.id)))
    if (touched) found.push({ place: row.place.id, text: rowText(cells.map(cell => cell.text)) })
    for (const cell of cells) for (const table of cell.tables) collectInside(table, wanted, found)
  }
}

function textOf(block: Block): string {
  if (block.kind === 'paragraph') return [block.numbering?.label, block.text].filter(Boolean).join(' ')
  return tableText(block)
}

function tableText(table: Table): string {
  return table.rows.map(row => rowText(row.cells.map(cell => cell.text))).join('\n')
}

function rowText(cells: readonly string[]): string {
  return cells
    .map(text => text.trim())
    .filter(text => text !== '')
    .join(' | ')
}
