import { newStemmer } from 'snowball-stemmers'
import { cyrillic } from './look-alikes.ts'
import { plainText } from './plain-text.ts'

const russian = newStemmer('russian')
const known = new Map<string, string>()
const KNOWN_AT_MOST = 20_000

/**
 * The words of a text in lower case, ё as е, look-alike letters in Cyrillic; a hyphen parts words.
 *
 * @example words('План-график ВСЁ') // ['план', 'график', 'все']
 */
export function words(text: string): string[] {
  return (
    cyrillic(plainText(text))
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/**
 * The part of a Russian word that its forms share (Snowball's Russian stemmer). Not a word: only good for comparing.
 *
 * @source https://snowballstem.org/algorithms/russian/stemmer.html
 * @example stem('графиком') === stem('графики') // true
 */
export function stem(word: string): string {
  const lower = word.toLowerCase().replaceAll('ё', 'е')
  let found = known.get(lower)
  if (found === undefined) {
    found = russian.stem(lower)
    if (known.size >= KNOWN_AT_MOST) known.clear()
    known.set(lower, found)
  }
  return found
}

/**
 * Does the text hold any form of any of these words? Words may be given whole or already as stems.
 *
 * @example hasStem('Ответственные исполнители', ['исполнитель']) // true
 */
export function hasStem(text: string, stems: readonly string[]): boolean {
  const wanted = new Set(stems.flatMap(word => [word.toLowerCase().replaceAll('ё', 'е'), stem(word)]))
  return words(text).some(word => wanted.has(stem(word)))
}
