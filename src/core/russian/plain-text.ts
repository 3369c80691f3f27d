const invisible = /[\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff]/g
const tag = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]*)?\/?>/gi
/** The backslash of Markdown before a sign that would else mean something: «1\\. Утвердить». */
const escaped = /\\(?=[.()[\]*_#+!<>~`|-])/g
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi
const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  ndash: '–',
  mdash: '—',
  minus: '−',
  hellip: '…',
  sect: '§',
  times: '×',
  bull: '•',
}

const ownSign = String.raw`[!-%'-)+-;=?-\[\]-~\u0400-\u0482\u048a-\u04ff«»–—№“”„…]`
/** Words in common letters and signs with one space between them, as most texts are: there is no dress to take off. */
const bare = new RegExp(`^(?:${ownSign}+(?: ${ownSign}+)*)?$`)

/**
 * The words of a text without its dress: composed letters, no soft hyphens or zero-width signs, no HTML tags, entities, `**` or Markdown escapes,
 * every run of white space (non-breaking too) one space, no space at the ends.
 *
 * @example plainText('<p align="center">Сроки&nbsp;**реали\u00adзации**</p>') // 'Сроки реализации'
 */
export function plainText(text: string): string {
  if (bare.test(text)) return text
  return text
    .normalize('NFC')
    .replace(tag, ' ')
    .replace(entity, decoded)
    .replace(invisible, '')
    .replaceAll('**', '')
    .replace(escaped, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function decoded(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16)
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
}

const spacedWord = /(?<![\p{L}\p{N}])\p{L}(?:[ \u00a0\u202f]\p{L}){3,}(?![\p{L}\p{N}])/gu

/**
 * Joins words that are printed letter by letter, four letters or more; two spaces part two such words.
 *
 * @example unspaced('п р и к а з ы в а ю :') // 'приказываю :'
 */
export function unspaced(text: string): string {
  return text.replace(spacedWord, word => word.replace(/[ \u00a0\u202f]/g, ''))
}
