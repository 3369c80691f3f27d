/** Mark-up that reaches text files when orders are copied from web pages and editors: HTML tags and entities, `**`, `#`, markdown bullets. */

const tag = /<(\/?)([a-z][a-z0-9]{0,15})((?:\s[^<>]*)?)\/?>/gi
const blockTags = new Set([
  'p',
  'br',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'blockquote',
])
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  shy: '\u00ad',
  bull: '•',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  sect: '§',
  deg: '°',
  times: '×',
  minus: '−',
  le: '≤',
  ge: '≥',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
}

/**
 * Splits a printed piece into paragraphs where its mark-up says so, and removes the mark-up. Signs that only look like mark-up stay:
 * «< 30 %», «2 * 3».
 *
 * @returns at least one paragraph, possibly empty
 * @example withoutMarkUp('<p>Проведение:</p> <ul> - сбора - анализа </ul>') // ['Проведение:', '- сбора', '- анализа']
 */
export function withoutMarkUp(printed: string): string[] {
  const plain = withoutBold(printed)
  if (!plain.includes('<') && !plain.includes('&')) return [plain.trim()]
  let list = 0
  let at = 0
  let text = ''
  /** Beginning of the line that is being written: long enough to see a list mark. */
  let line = ''
  for (const found of plain.matchAll(tag)) {
    const [whole, slash = '', name = ''] = found
    const piece = listLines(plain.slice(at, found.index), list > 0)
    text += piece
    line = `${line}${piece}`.slice(-LONGEST_MARK)
    at = found.index + whole.length
    const lower = name.toLowerCase()
    if (lower === 'ul' || lower === 'ol') list = Math.max(0, list + (slash === '' ? 1 : -1))
    if (blockTags.has(lower) && !(slash === '' && isListMark(line))) {
      text += '\n'
      line = '\n'
    }
    if (lower === 'td' || lower === 'th') text += ' '
  }
  text += listLines(plain.slice(at), list > 0)
  const lines = decodeEntities(text)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  return lines.length > 0 ? lines : ['']
}

const LONGEST_MARK = 16

/** «1. <p>Утвердить …»: a paragraph that begins right after its number or dash goes on in the same line. */
function isListMark(line: string): boolean {
  return (
    line.length < LONGEST_MARK && /(?:^|\n)\s*(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]|[а-яёa-z]\)|[-–—•*])\s*$/i.test(line)
  )
}

/** `**` around words is mark-up of bold; a lone pair of stars between numbers is not. */
export function withoutBold(text: string): string {
  return text.includes('**') ? text.replace(/\*\*(?!\*)/g, '') : text
}

/** Inside a list each « - » begins an entry: editors write them in one line. */
function listLines(text: string, inList: boolean): string {
  return inList ? text.replace(/(^|\s)([-–—•])\s+(?=\S)/g, '\n$2 ') : text
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (name[0] !== '#') return named[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' '
  })
}
