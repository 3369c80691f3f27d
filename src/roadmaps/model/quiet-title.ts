/** Titles that an order prints in capitals, in the letters of a sentence. For screens only: sources and exports keep the print. */

const capitals = /^[\p{Lu}\d]+$/u
/** Short words that are no abbreviations. */
const small = new Set(
  'А БЕЗ В ВО ВСЕ Г ГОД ДЛЯ ДО ЕЕ ЕЁ ЗА И ИЗ ИЛИ ИМ ИХ К КАК ЛЕТ МЕР НА НАД НЕ НИ О ОБ ОТ ПО ПОД ПРИ ПРО С СО У ЧЕМ ЧТО'.split(
    ' ',
  ),
)
/** Adjectives before «район», «округ», «область» that are no names. */
const ordinary = /^(?:городск|муниципальн|сельск|районн|областн|краев|федеральн|автономн|административн|внутригородск)/
const place = /^(?:район|округ|област|кра[йяюе]|республик)/

/**
 * A title for a screen: where all of it, or its first words, stand in capitals, it comes in the letters of a sentence. Abbreviations
 * stay, and so do names that can be told from the words beside them («Верхнеозёрского района», «города Энска»).
 *
 * @example quietTitle('ПЛАН МЕРОПРИЯТИЙ ПО ПОДДЕРЖКЕ ШНОР ЛЕСНОГО РАЙОНА') // 'План мероприятий по поддержке ШНОР Лесного района'
 * @example quietTitle('ДОРОЖНАЯ КАРТА адресной помощи') // 'Дорожная карта адресной помощи'
 */
export function quietTitle(title: string): string {
  const words = title.split(/([^\p{L}\d]+)/u)
  const wordAt = (at: number) => words[at] ?? ''
  const lastLoud = loudUntil(words)
  let named = false
  return words
    .map((word, at) => {
      if (at % 2 === 1 || at > lastLoud || word === '') return word
      const lower = word.toLowerCase()
      const next = wordAt(at + 2).toLowerCase()
      const adjective = /(?:ого|его|ая|ой|ей|ый|ий|ую|ом|ем)$/.test(lower) && !ordinary.test(lower)
      const isName =
        named || (adjective && (place.test(next) || (ordinary.test(next) && place.test(wordAt(at + 4).toLowerCase()))))
      named = /^(?:город[ае]?|г|посёлк[ае]|поселк[ае]|сел[ае]|имени|им)$/.test(lower) && wordAt(at + 2) !== ''
      if (isAbbreviation(word)) return word
      const opens = at === 0 || words.slice(0, at).every(each => !/\p{L}/u.test(each)) || /[«“"]$/u.test(wordAt(at - 1))
      return opens || isName ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower
    })
    .join('')
}

/** The last word of the capitals with which a title begins; −1 where one word, or none, is loud. */
function loudUntil(words: readonly string[]): number {
  let last = -1
  let loud = 0
  for (let at = 0; at < words.length; at += 2) {
    const word = words[at] ?? ''
    if (word === '' || /^\d+$/.test(word)) continue
    if (!capitals.test(word)) break
    last = at
    if (!isAbbreviation(word)) loud += word.length > 3 ? 1 : 0
  }
  return loud > 0 ? last : -1
}

/** Without a vowel between consonants, or short and no ordinary word: ШНОР, ОО, ВПР, ЕГЭ, ФГОС, 2026. */
function isAbbreviation(word: string): boolean {
  if (small.has(word)) return false
  return word.length <= 3 || !/[АЕЁИОУЫЭЮЯ]/.test(word) || (word.length <= 5 && known.has(word))
}

const known = new Set(['ШНОР', 'ШНСУ', 'ФГОС', 'МБОУ', 'МАОУ', 'МКОУ', 'ГБОУ', 'ОКТМО', 'ФИОКО', 'НОКО', 'ВСОКО'])
