import { plainText } from '../../../core/russian/index.ts'

const introduced = /\((?:далее|сокращ[её]нно)(?:\s+по тексту)?\s*[–—:-]?\s*([^()]{2,60})\)/giu
/** The words before the bracket, back to the last stop; a name in quotation marks belongs to them. */
const before = /([^()«»;:.]{3,160}(?:«[^»]{1,120}»)?)\s*$/u

/**
 * Abbreviations that the document itself expands: «… организаций (далее – ОО)», or that are the initials of the issuing body
 * («КОМИТЕТ ОБРАЗОВАНИЯ И НАУКИ» → «КОиН»).
 *
 * @returns the abbreviation as printed → its full wording
 */
export function findAbbreviations(texts: readonly string[], authority: string | null): Map<string, string> {
  const found = new Map<string, string>()
  for (const text of texts) {
    const plain = plainText(text)
    for (const match of plain.matchAll(introduced)) {
      const short = (match[1] ?? '').trim()
      const full = before.exec(plain.slice(Math.max(0, match.index - 280), match.index))?.[1]
      if (full && !found.has(short)) found.set(short, expansion(full.trim(), short))
    }
  }
  if (authority) addInitialsOf(found, authority, texts)
  return found
}

/** The last words before the bracket whose initials are the abbreviation; all of them when none fit. */
function expansion(full: string, short: string): string {
  const words = full.split(/\s+/)
  const letters = short.toLowerCase().replace(/[^\p{L}]/gu, '')
  for (let from = words.length - 1; from >= 0; from--) {
    const tail = words.slice(from)
    if (initials(tail, true) === letters || initials(tail, false) === letters) return tail.join(' ')
  }
  return words.slice(-8).join(' ')
}

function initials(words: readonly string[], withSmall: boolean): string {
  return words
    .flatMap(word => word.split('-'))
    .filter(word => withSmall || word.length > 2)
    .map(word => word.replace(/[«"(]/g, '').charAt(0))
    .join('')
    .toLowerCase()
}

function addInitialsOf(found: Map<string, string>, authority: string, texts: readonly string[]): void {
  const name = authority.split(/\s+/)
  const wanted = new Set<string>()
  for (let end = 2; end <= name.length; end++) {
    wanted.add(initials(name.slice(0, end), true))
    wanted.add(initials(name.slice(0, end), false))
  }
  const abbreviation = /(?<![\p{L}])\p{Lu}[\p{Lu}и]{1,6}(?:\s\p{Lu}{1,4})?(?![\p{L}])/gu
  for (const text of texts) {
    for (const match of text.matchAll(abbreviation)) {
      const letters = match[0].replace(/\s/g, '').toLowerCase()
      if (letters.length < 3 || !wanted.has(letters) || found.has(match[0])) continue
      const end = name.findIndex(
        (_, k) => initials(name.slice(0, k + 1), true) === letters || initials(name.slice(0, k + 1), false) === letters,
      )
      if (end > 0) found.set(match[0], sentenceCase(name.slice(0, end + 1).join(' ')))
    }
  }
}

function sentenceCase(text: string): string {
  return text === text.toUpperCase() ? text.charAt(0) + text.slice(1).toLowerCase() : text
}
