import { dateOf, type IsoDate } from '../base/index.ts'
import { type LegibleText, legible } from './legible-text.ts'
import { type Token, tokensOf } from './tokens.ts'

export interface FoundDate {
  readonly date: IsoDate
  /** Offsets in the given text, `end` after the last sign. */
  readonly start: number
  readonly end: number
  /** As printed, with its quotation marks and «года»: «« 13 » января 2023 года». */
  readonly text: string
}

/**
 * Finds every full date (day, month and year) in a text, in figures or in words.
 *
 * @returns in print order; days that do not exist are passed over
 * @example findDates('от «13» января 2023 года № 5')[0] // { date: '2023-01-13', text: '«13» января 2023 года', … }
 */
export function findDates(text: string): FoundDate[] {
  const readable = legible(text)
  const tokens = tokensOf(readable.text)
  const found: FoundDate[] = []
  for (let i = 0; i < tokens.length; i++) {
    const date = inFigures(readable.text, tokens, i) ?? inWords(readable.text, tokens, i)
    if (!date) continue
    const to = withYearWord(readable.text, tokens, date.next)
    const from = withOpeningQuote(readable.text, tokens[i]?.at ?? 0)
    found.push(placed(text, readable, from, to, date.date))
    i = date.next - 1
  }
  return found
}

/**
 * The first full date of a text, or null.
 * @example findDate('08.06.2021г')?.date // '2021-06-08'
 */
export function findDate(text: string): FoundDate | null {
  return findDates(text)[0] ?? null
}

interface Read {
  readonly date: IsoDate
  readonly next: number
}

/** «14/02/2023», «14.02.23»; «1.1.12» is a number of a clause, and a longer row of figures is the number of an act. */
function inFigures(text: string, tokens: readonly Token[], i: number): Read | null {
  const token = tokens[i]
  if (token?.kind !== 'dayMonthYear') return null
  const shape = text.slice(token.at, token.to)
  if (!/\d{4}/.test(shape) && !/^\d{2}\D+\d{2}\D+\d{2}$/.test(shape)) return null
  if (/[\d/-]$/.test(text.slice(0, token.at)) || /^[/-]?\d/.test(text.slice(token.to))) return null
  const date = dateOf(token.year, token.month, token.day)
  return date && { date, next: i + 1 }
}

/** «13 января 2023», «13-го января, 2023». */
function inWords(text: string, tokens: readonly Token[], i: number): Read | null {
  const [day, month, year] = [tokens[i], tokens[i + 1], tokens[i + 2]]
  if (day?.kind !== 'number' || month?.kind !== 'word' || month.sense?.tag !== 'month' || year?.kind !== 'year')
    return null
  const between = [text.slice(day.to, month.at), text.slice(month.to, year.at)]
  if (!between.every(gap => /^[\s«»"“”„'_,.]*$/.test(gap))) return null
  const date = dateOf(year.year, month.sense.n, day.value)
  return date && { date, next: i + 3 }
}

function withYearWord(text: string, tokens: readonly Token[], next: number): number {
  const last = tokens[next - 1]?.to ?? 0
  const token = tokens[next]
  if (token?.kind !== 'word' || token.sense?.tag !== 'year' || token.at - last > 2) return last
  return token.word === 'г' && text[token.to] === '.' ? token.to + 1 : token.to
}

function withOpeningQuote(text: string, at: number): number {
  const opening = /[«"“„]\s{0,3}$/.exec(text.slice(Math.max(0, at - 4), at))
  return opening ? at - opening[0].length : at
}

function placed(text: string, readable: LegibleText, from: number, to: number, date: IsoDate): FoundDate {
  const start = readable.at[from] ?? 0
  const end = (readable.at[to - 1] ?? text.length - 1) + 1
  return { date, start, end, text: text.slice(start, end) }
}
