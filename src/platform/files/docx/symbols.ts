/** Marks that plans put into quarter columns, drawn with symbol fonts: code in the font → the sign that it shows. */
const wingdings: Readonly<Record<number, string>> = {
  108: '●',
  110: '■',
  113: '❑',
  118: '❖',
  159: '•',
  167: '▪',
  168: '◻',
  216: '➢',
  232: '➔',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}
const wingdings2: Readonly<Record<number, string>> = { 79: '✗', 80: '✓', 81: '☒', 82: '☑', 163: '☐' }
const symbol: Readonly<Record<number, string>> = {
  163: '≤',
  179: '≥',
  183: '•',
  177: '±',
  180: '×',
  45: '−',
  176: '°',
  174: '→',
}

/**
 * The sign of `<w:sym w:font="Wingdings" w:char="F0FC"/>`; an unknown sign of a symbol font is shown as `•`, so that a mark stays a mark.
 * @example symbolSign('F0FC', 'Wingdings') // '✓'
 */
export function symbolSign(hex: string, font: string): string {
  if (!/^[0-9a-f]{1,6}$/i.test(hex)) return ''
  const code = Number.parseInt(hex, 16)
  const isPrivate = code >= 0xe000 && code <= 0xf8ff
  const low = isPrivate ? code & 0xff : code
  const signs = /wingdings 2/i.test(font)
    ? wingdings2
    : /wingdings/i.test(font)
      ? wingdings
      : /symbol/i.test(font)
        ? symbol
        : null
  const known = signs?.[low]
  if (known !== undefined) return known
  if (isPrivate) return low >= 0x21 && low < 0x7f && signs === null ? String.fromCharCode(low) : '•'
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
