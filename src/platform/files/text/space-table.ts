import type { DraftCell, DraftRow, DraftTable } from '../draft.ts'
import type { Line } from './line.ts'
import { withoutMarkUp } from './mark-up.ts'
import { joinWrapped } from './paragraphs.ts'

/** A piece of a line between runs of spaces, with the position it begins at. */
interface Piece {
  readonly at: number
  readonly text: string
}

const LEAST_ROWS = 3
const LEAST_COLUMNS = 3

/**
 * Finds a table laid out with spaces only, as programs print it: at least three lines with three pieces or more that begin at the same
 * positions, two or more spaces apart.
 *
 * @returns first and one past the last line of the table within the group and the positions of its columns, or null
 */
export function findSpaceTable(
  lines: readonly Line[],
): { readonly from: number; readonly to: number; readonly starts: readonly number[] } | null {
  if (lines.length < LEAST_ROWS || lines.some(line => line.text.includes('\t'))) return null
  const pieces = lines.map(line => piecesOf(line.text))
  const wide = pieces.flatMap((own, i) => (own.length >= LEAST_COLUMNS ? [i] : []))
  if (wide.length < LEAST_ROWS) return null
  const counts = new Map<number, number>()
  for (const i of wide) for (const { at } of pieces[i]!) counts.set(at, (counts.get(at) ?? 0) + 1)
  const starts = [...counts].flatMap(([at, count]) => (count * 2 > wide.length ? [at] : [])).sort((a, b) => a - b)
  if (starts.length < LEAST_COLUMNS) return null
  const agreeing = wide.filter(i => pieces[i]!.filter(({ at }) => starts.includes(at)).length >= LEAST_COLUMNS)
  const from = agreeing[0] ?? 0
  if (agreeing.length < LEAST_ROWS || agreeing.length * 3 < wide.length * 2) return null
  let to = agreeing.at(-1)! + 1
  while (to < lines.length && pieces[to]!.every(({ at }) => at > 0 && starts.includes(at))) to++
  return { from, to, starts }
}

/** Builds the table of the lines that `findSpaceTable` found. */
export function spaceTable(lines: readonly Line[], starts: readonly number[]): DraftTable {
  const rows: { lines: Line[]; cells: string[][] }[] = []
  for (const line of lines) {
    const pieces = piecesOf(line.text)
    const last = rows.at(-1)
    const columns = pieces.map(piece => columnAt(piece.at, starts))
    if (last && last.cells.length > 1 && goesOn(pieces, columns)) {
      last.lines.push(line)
      pieces.forEach((piece, i) => {
        last.cells[columns[i]!]?.push(piece.text)
      })
    } else if (pieces.length === 1) rows.push({ lines: [line], cells: [[pieces[0]!.text]] })
    else {
      const cells = starts.map((): string[] => [])
      pieces.forEach((piece, i) => {
        cells[columns[i]!]?.push(piece.text)
      })
      rows.push({ lines: [line], cells })
    }
  }
  return {
    kind: 'table',
    columns: starts.length,
    rows: rows.map(row => rowOf(row.lines, row.cells, starts.length)),
    lines: lines.map(line => line.number),
    page: lines[0]!.page,
  }
}

/** Nothing under the first column, or one piece in small letters: the rest of the row above. */
function goesOn(pieces: readonly Piece[], columns: readonly number[]): boolean {
  if (columns[0] !== 0) return true
  return pieces.length < LEAST_COLUMNS && /^[а-яё(]/.test(pieces[0]?.text ?? '')
}

function rowOf(lines: readonly Line[], texts: readonly (readonly string[])[], width: number): DraftRow {
  const numbers = lines.map(line => line.number)
  const cells = texts.map(
    (own, column): DraftCell => ({
      column,
      columnSpan: texts.length === 1 ? width : 1,
      mergedUp: false,
      content: withoutMarkUp(joinWrapped(own)).map(text => ({ kind: 'paragraph', text, lines: numbers })),
    }),
  )
  return { header: false, cells, lines: numbers, page: lines[0]!.page }
}

function piecesOf(text: string): Piece[] {
  return [...text.matchAll(/\S+(?: \S+)*/g)].map(found => ({ at: found.index, text: found[0] }))
}

/** The column that a position falls into: the last that begins before it. */
function columnAt(at: number, starts: readonly number[]): number {
  return Math.max(
    0,
    starts.findLastIndex(start => start <= at),
  )
}
