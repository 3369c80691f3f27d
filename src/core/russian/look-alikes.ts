const pairs: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  a: 'а',
  c: 'с',
  e: 'е',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  Ë: 'Ё',
  ë: 'ё',
}

const word = /\p{L}+/gu
const looksCyrillic = /^[ABCEHKMOPTXYaceompxykËë]$/
const hasCyrillic = /[а-яё]/i
const hasLatin = /[a-zëË]/i
const looksRoman = /^[XCM]+$/
/** A date in figures where the letter О stands for zero or З for three: «О1.О9.2О23». */
const letteredDate = /(?<![\p{L}\p{N}])[\dОOоoЗз]{1,2}[.,/][\dОOоoЗз]{1,2}(?:[.,/][\dОOоoЗз]{2,4})?(?![\p{L}\p{N}])/gu

/**
 * Writes in Cyrillic what only looks Cyrillic: Latin letters inside words that have Cyrillic ones («мaй»), one-letter words and short
 * capitals in a Russian text («c 1 сентября», «Руководители OO»), letters О and З among the figures of a date. Roman numerals and
 * Latin words stay. Every sign keeps its place, so offsets stay true. For recognising, not for printing.
 *
 * @example cyrillic('Дo О1.О9.2023') // 'До 01.09.2023'
 */
export function cyrillic(text: string): string {
  const dated = text.replace(letteredDate, figures)
  if (!hasCyrillic.test(dated) || !hasLatin.test(dated)) return dated
  return dated.replace(word, found => (isDisguised(found) ? swapped(found) : found))
}

/** Look-alike capitals before a dot: initials typed on the other keyboard. */
export function cyrillicInitials(text: string): string {
  return text.replace(/(?<!\p{L})[ABCEHKMOPTXY](?=\.)/gu, swapped)
}

function figures(date: string): string {
  return /\d/.test(date) ? date.replace(/[ОOоo]/g, '0').replace(/[Зз]/g, '3') : date
}

function isDisguised(found: string): boolean {
  if (!hasLatin.test(found)) return false
  const latin = [...found].filter(letter => hasLatin.test(letter))
  if (!latin.every(letter => looksCyrillic.test(letter))) return false
  if (latin.length < found.length) return true
  if (looksRoman.test(found)) return false
  return found.length === 1 ? found === found.toLowerCase() : found.length <= 5 && found === found.toUpperCase()
}

function swapped(found: string): string {
  return [...found].map(letter => pairs[letter] ?? letter).join('')
}
