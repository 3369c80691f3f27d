/**
 * The calendar part of the grammar: days, months, quarters, halves, seasons, years and ranges of them, with or without a year.
 * Every rule takes the tokens and a position and answers with what it read and the next position, or null.
 */
import { bareDaysAt, dayAt } from './day-spans.ts'
import { yearSpanAt } from './printed-years.ts'
import { joinRange, markAt, type Read, type Span, type Tokens, tagAt } from './span.ts'
import { monthAt, pieceAt, piecesAt, seasonAt, unitFirstAt, unitsAt } from './unit-spans.ts'

/** One or several spans that share a noun. A range written inside them is already joined. */
function primaryAt(tokens: Tokens, i: number): Read<Span[]> | null {
  const one = (read: Read<Span> | null): Read<Span[]> | null => read && { value: [read.value], next: read.next }
  return (
    bareDaysAt(tokens, i) ??
    one(dayAt(tokens, i)) ??
    piecesAt(tokens, i) ??
    one(pieceAt(tokens, i)) ??
    unitsAt(tokens, i) ??
    one(monthAt(tokens, i)) ??
    unitFirstAt(tokens, i) ??
    one(seasonAt(tokens, i)) ??
    one(yearSpanAt(tokens, i, false))
  )
}

/** A primary, or two joined by a dash or by «по». */
export function spansAt(tokens: Tokens, i: number): Read<Span[]> | null {
  const first = primaryAt(tokens, i)
  const from = first?.value[first.value.length - 1]
  if (!first || !from) return null
  if (markAt(tokens, first.next) !== '-' && tagAt(tokens, first.next) !== 'upTo') return first
  const second = primaryAt(tokens, first.next + 1)
  const to = second?.value[0]
  if (!second || !to || second.value.length > 1) return first
  return { value: [...first.value.slice(0, -1), joinRange(from, to)], next: second.next }
}
