import { cyrillic } from '../russian/index.ts'

/** A text prepared for the tokeniser: same words, lower case, plain signs; `at[i]` is the offset of sign `i` in the given text. */
export interface LegibleText {
  readonly text: string
  readonly at: readonly number[]
}

const invisible = /[\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff]/

/** Lower case, ё as е, look-alike letters in Cyrillic, any dash as «-», any space as one space, invisible signs dropped. */
export function legible(given: string): LegibleText {
  let text = ''
  const at: number[] = []
  const source = cyrillic(given)
  for (let i = 0; i < source.length; i++) {
    const sign = source[i] ?? ''
    if (invisible.test(sign)) continue
    text += plainSign(sign)
    at.push(i)
  }
  return { text, at }
}

function plainSign(sign: string): string {
  if (/\s/.test(sign)) return ' '
  if (/[-\u2010-\u2015\u2212\u00f7\ufe58\ufe63\uff0d]/.test(sign)) return '-'
  const lower = sign.toLowerCase()
  if (lower === 'ё') return 'е'
  return lower.length === 1 ? lower : sign
}

/** The piece of the given text that stands between two offsets of the legible one. */
export function printedBetween(given: string, legibleText: LegibleText, from: number, to: number): string {
  const start = legibleText.at[from] ?? given.length
  const last = legibleText.at[to - 1]
  return last === undefined ? '' : given.slice(start, last + 1)
}
