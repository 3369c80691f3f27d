import type { Block, Cell, Paragraph, Row, SourceDocument, Table } from '../../core/document-model/index.ts'

import type { FileLimits } from './limits.ts'
import { tooLong } from './too-large.ts'

/** What readers collect before places are known: empty paragraphs fall out later, and only then are blocks counted. */
export interface DraftParagraph {
  kind: 'paragraph'
  text: string
  numbering?: NonNullable<Paragraph['numbering']>
  bold?: boolean
  align?: NonNullable<Paragraph['align']>
  heading?: number
  lines?: readonly number[]
  page?: number
  gapBefore?: boolean
}

export interface DraftTable {
  kind: 'table'
  columns: number
  rows: DraftRow[]
  lines?: readonly number[]
  page?: number
}

export interface DraftRow {
  header: boolean
  cells: DraftCell[]
  lines?: readonly number[]
  page?: number
}

export interface DraftCell {
  column: number
  columnSpan: number
  mergedUp: boolean
  content: DraftBlock[]
}

export type DraftBlock = DraftParagraph | DraftTable

/** Gives every piece its place and drops paragraphs that show nothing; an empty line is remembered by the paragraph after it. */
export function finish(
  format: SourceDocument['format'],
  drafts: readonly DraftBlock[],
  leftOut: SourceDocument['leftOut'],
  limits: FileLimits,
): SourceDocument {
  checkLength(drafts, limits)
  const blocks: Block[] = []
  let gap = false
  for (const draft of drafts) {
    const id = `b${blocks.length}`
    if (draft.kind === 'table') {
      if (draft.rows.length > 0) blocks.push(tableAt(id, draft))
      gap = false
    } else if (showsNothing(draft)) gap = blocks.length > 0
    else {
      blocks.push(paragraphAt(id, draft, gap || draft.gapBefore === true))
      gap = false
    }
  }
  return leftOut && Object.keys(leftOut).length > 0 ? { format, blocks, leftOut } : { format, blocks }
}

function checkLength(drafts: readonly DraftBlock[], limits: FileLimits): void {
  let room = limits.characters
  const count = (draft: DraftBlock) => {
    if (draft.kind === 'paragraph') room -= draft.text.length
    else for (const row of draft.rows) for (const cell of row.cells) cell.content.forEach(count)
    if (room < 0) throw tooLong(limits)
  }
  drafts.forEach(count)
}

function showsNothing(draft: DraftParagraph): boolean {
  return draft.numbering === undefined && draft.text.trim() === ''
}

function paragraphAt(id: string, draft: DraftParagraph, gapBefore: boolean): Paragraph {
  // Assigned one by one: spreading optional parts doubles the time of reading.
  const made: { -readonly [Key in keyof Paragraph]: Paragraph[Key] } = {
    kind: 'paragraph',
    place: placeOf(id, draft),
    text: draft.text.trim(),
  }
  if (draft.numbering) made.numbering = draft.numbering
  if (draft.bold) made.bold = true
  if (draft.align) made.align = draft.align
  if (draft.heading !== undefined) made.heading = draft.heading
  if (gapBefore) made.gapBefore = true
  return made
}

function tableAt(id: string, draft: DraftTable): Table {
  const rows = draft.rows.map((row, r): Row => {
    const rowId = `${id}.r${r}`
    return {
      place: placeOf(rowId, row),
      header: row.header,
      cells: row.cells.map((cell, c) => cellAt(`${rowId}.c${c}`, cell, row)),
    }
  })
  return { kind: 'table', place: placeOf(id, draft), columns: draft.columns, rows }
}

function cellAt(id: string, draft: DraftCell, row: DraftRow): Cell {
  const paragraphs: Paragraph[] = []
  const tables: Table[] = []
  for (const piece of draft.content) {
    if (piece.kind === 'table') {
      if (piece.rows.length > 0) tables.push(tableAt(`${id}.t${tables.length}`, piece))
    } else if (!showsNothing(piece)) {
      paragraphs.push(paragraphAt(`${id}.p${paragraphs.length}`, piece, false))
    }
  }
  const text = paragraphs.length === 1 ? paragraphs[0]!.text : paragraphs.map(paragraph => paragraph.text).join('\n')
  const { column, columnSpan, mergedUp } = draft
  return { place: placeOf(id, row), column, columnSpan, mergedUp, text, paragraphs, tables }
}

function placeOf(id: string, from: { lines?: readonly number[]; page?: number }): Paragraph['place'] {
  if (from.lines === undefined && from.page === undefined) return { id }
  return { id, ...(from.lines && { lines: from.lines }), ...(from.page !== undefined && { page: from.page }) }
}
