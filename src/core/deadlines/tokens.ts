import { lastDayOfMonth } from '../base/index.ts'
import { glueOf, type Sense, senseOf } from './lexicon.ts'

interface Placed {
  /** Offsets in the legible text. */
  readonly at: number
  readonly to: number
}

export type Token = Placed &
  (
    | { readonly kind: 'dayMonthYear'; readonly day: number; readonly month: number; readonly year: number }
    | { readonly kind: 'dayMonth'; readonly day: number; readonly month: number }
    | { readonly kind: 'monthYear'; readonly month: number; readonly year: number }
    | { readonly kind: 'year'; readonly year: number }
    | { readonly kind: 'years'; readonly first: number; readonly last: number; readonly slash: boolean }
    | { readonly kind: 'number'; readonly value: number; readonly ordinal: boolean; readonly digits: number }
    | { readonly kind: 'word'; readonly word: string; readonly sense: Sense | null }
    | { readonly kind: 'mark'; readonly mark: '-' | ',' | ';' | ':' | '(' | ')' | '/' | '.' }
  )

type Made = Token extends infer T ? (T extends Token ? Omit<T, 'at' | 'to'> : never) : never
type Shape = readonly [pattern: RegExp, make: (match: RegExpExecArray) => Made | null]

const gap = '[ ]?'
const romanMonths = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
/** Figures, the longest shape first. Each returns null when the numbers cannot be what the shape says. */
const shapes: readonly Shape[] = [
  [/(\d{4})-(\d{2})-(\d{2})(?!\d)/y, ([, y, m, d]) => fullDate(Number(d), Number(m), Number(y))],
  [
    new RegExp(`(\\d{1,2})${gap}[./]${gap}(\\d{1,2})${gap}[./]${gap}(\\d{4}|\\d{2})(?!\\d)`, 'y'),
    ([, d, m, y]) => fullDate(Number(d), Number(m), fourDigits(y ?? '')),
  ],
  [
    /(\d{1,2})\.(x?i{1,3}|iv|vi{0,3}|ix|x)\.(\d{4})(?!\d)/y,
    ([, d, m, y]) => fullDate(Number(d), romanMonths.indexOf(m ?? '') + 1, Number(y)),
  ],
  [/(\d{1,2}),(\d{2}),(\d{4})(?!\d)/y, ([, d, m, y]) => fullDate(Number(d), Number(m), Number(y))],
  [/(\d{1,2})-(\d{2})-(\d{4})(?!\d)/y, ([, d, m, y]) => fullDate(Number(d), Number(m), Number(y))],
  [/(\d{1,2})[./](\d{4})(?!\d)/y, ([, m, y]) => monthYear(Number(m), Number(y))],
  [/(\d{1,2})\.[ ]?(\d{1,2})(?!\d)\.?/y, ([, d, m]) => dayMonth(Number(d), Number(m))],
  [/(\d{2})\/(\d{2})(?!\d)/y, ([, d, m]) => dayMonth(Number(d), Number(m))],
  [/(\d{4})[ ]?([-/\\])[ ]?(\d{4}|\d{2})(?![.\d])/y, ([, a, sign, b]) => yearPair(Number(a), b ?? '', sign !== '-')],
  [/(\d{4})(?!\d)/y, ([, y]) => (isYear(Number(y)) ? { kind: 'year', year: Number(y) } : null)],
  [
    /(\d{1,3})(?!\d)(?:[ ]?-?(?:ого|его|ому|ему|ый|ий|ой|ая|яя|ое|ее|го|му|ым|им|ом|ем|ую|ые|ие|ых|й|я|е|м|х)(?![а-я]))/y,
    ([whole, n]) => ({ kind: 'number', value: Number(n), ordinal: /[а-я]/.test(whole), digits: n?.length ?? 0 }),
  ],
  [/(\d{1,6})/y, ([, n]) => ({ kind: 'number', value: Number(n), ordinal: false, digits: n?.length ?? 0 })],
]

/** An hour of the day adds nothing to a date: «до 18:00 15.05.2023». */
const clock = /\d{1,2}:\d{2}(?![\d.])/y
const wordShape = /[а-яa-zіїѵ]+/y

/**
 * Cuts a legible text into the tokens of the language of deadlines. Signs that mean nothing (quotes, №, %) are passed over; figures
 * keep what they can mean: a full date, day and month, month and year, a year, a pair of years, a number.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let i = 0
  while (i < text.length) {
    const sign = text[i] ?? ''
    clock.lastIndex = i
    const hour = clock.exec(text)
    if (hour) {
      i += hour[0].length
      continue
    }
    const next = sign >= '0' && sign <= '9' ? figures(text, i, tokens) : letters(text, i, tokens)
    i = next ?? mark(text, i, sign, tokens)
  }
  return tokens
}

function figures(text: string, i: number, tokens: Token[]): number | null {
  for (const [pattern, make] of shapes) {
    pattern.lastIndex = i
    const match = pattern.exec(text)
    const made = match && make(match)
    if (!match || !made) continue
    tokens.push({ ...made, at: i, to: i + match[0].length } as Token)
    return i + match[0].length
  }
  return null
}

function letters(text: string, i: number, tokens: Token[]): number | null {
  wordShape.lastIndex = i
  const word = wordShape.exec(text)?.[0]
  if (word === undefined) return null
  const end = i + word.length
  const sense = senseOf(word)
  const glue = sense === null ? glueOf(word) : 0
  if (glue === 0) tokens.push({ kind: 'word', word, sense, at: i, to: end })
  else {
    tokens.push({ kind: 'word', word: word.slice(0, glue), sense: senseOf(word.slice(0, glue)), at: i, to: i + glue })
    tokens.push({ kind: 'word', word: word.slice(glue), sense: senseOf(word.slice(glue)), at: i + glue, to: end })
  }
  return end
}

function mark(text: string, i: number, sign: string, tokens: Token[]): number {
  if (text.startsWith('...', i) || sign === '…') {
    const to = i + (sign === '…' ? 1 : 3)
    tokens.push({ kind: 'mark', mark: '-', at: i, to })
    return to
  }
  const same = sign === '\\' ? '/' : sign === '[' ? '(' : sign === ']' ? ')' : sign
  if (
    same === '-' ||
    same === ',' ||
    same === ';' ||
    same === ':' ||
    same === '(' ||
    same === ')' ||
    same === '/' ||
    same === '.'
  ) {
    tokens.push({ kind: 'mark', mark: same, at: i, to: i + 1 })
  }
  return i + 1
}

/** Figures in the shape of a date that no calendar has: kept whole, so that no part of them is read as a year. */
const nonsense: Made = { kind: 'number', value: 0, ordinal: false, digits: 0 }

function fullDate(day: number, month: number, year: number): Made | null {
  if (!isYear(year)) return null
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 ? { kind: 'dayMonthYear', day, month, year } : nonsense
}

function dayMonth(day: number, month: number): Made | null {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 ? { kind: 'dayMonth', day, month } : null
}

function monthYear(month: number, year: number): Made | null {
  return isYear(year) && month >= 1 && month <= 12 ? { kind: 'monthYear', month, year } : null
}

function yearPair(first: number, last: string, slash: boolean): Made | null {
  const second = last.length === 4 ? Number(last) : Math.floor(first / 100) * 100 + Number(last)
  return isYear(first) && isYear(second) && second > first && second - first <= 15
    ? { kind: 'years', first, last: second, slash }
    : null
}

function isYear(year: number): boolean {
  return year >= 1990 && year <= 2099
}

/** «23» is 2023. */
export function fourDigits(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year)
}

/** Is there such a day? 29 February counts in any year when the year is not known. */
export function dayExists(day: number, month: number, year: number | null): boolean {
  return day >= 1 && day <= lastDayOfMonth(year ?? 2024, month)
}
