import { cyrillic, personNames } from '../../../../core/russian/index.ts'

/** A word or a name of a person inside a cell of parties, with what stands before it. */
export interface Token {
  readonly start: number
  readonly end: number
  /** Look-alike letters in Cyrillic. */
  readonly word: string
  readonly isName: boolean
  /** Sign between this token and the one before: the strongest of `;`, line break, `,`, `.`, bracket, space. */
  readonly before: ';' | '\n' | ',' | '.' | '(' | ' '
  /** How deep in quotes or brackets it stands. */
  readonly depth: number
  /** A dash or a bullet opens it: an entry of a list. */
  readonly bullet: boolean
  /** A dash between spaces ties it to the word before: «учителя - предметники». */
  readonly afterDash: boolean
  /** A per-cent sign follows. */
  readonly percent: boolean
  /** «…, %»: the sign stands after a comma and means the unit. */
  readonly percentAfterComma: boolean
}

/** A dot belongs to figures («2.1») and to initials («и.о.»), not to «зам.директора». */
const wordShape = /(?<!\p{L})(?:\p{L}\.){2,3}(?!\p{L})|[\p{L}\p{N}](?:[\p{L}\p{N}’'/-]|\.(?=\d))*/gu

/** Cuts the text of a cell into words; a personal name with its initials is one token. */
export function tokensOf(text: string): Token[] {
  const names = personNames(text)
  const plain = cyrillic(text)
  const tokens: Token[] = []
  const balanced = isBalanced(plain)
  let at = 0
  let depth = 0
  const add = (start: number, end: number, isName: boolean): void => {
    const gap = plain.slice(at, start)
    const opened = depthAfter(depth, gap, balanced)
    tokens.push({
      start,
      end,
      word: plain.slice(start, end).replace(/[.’'/-]+$/, ''),
      isName,
      before: signOf(gap),
      depth: opened,
      percent: /^\s?%/.test(plain.slice(end, end + 2)),
      percentAfterComma: /^\s?,\s?%/.test(plain.slice(end, end + 4)),
      afterDash: /^\s+[-–—]\s+$/.test(gap),
      bullet: /(?:^|[\n;,])\s*[-–—•*]\s*$/.test(gap) || (at === 0 && /^\s*[-–—•*]\s*$/.test(gap)),
    })
    at = end
    depth = opened
  }
  let nextName = 0
  for (const match of plain.matchAll(wordShape)) {
    const start = match.index
    if (start < at) continue
    const name = names[nextName]
    if (name && start >= name.start) {
      add(name.start, name.end, true)
      nextName++
      if (start < name.end) continue
    }
    const following = names[nextName]
    const end = start + match[0].length
    add(start, following && following.start < end && following.start > start ? following.start : end, false)
  }
  return tokens
}

/** Every quote and bracket that opens is closed: then a line break inside them is a mere wrap. */
function isBalanced(text: string): boolean {
  const count = (signs: RegExp): number => text.match(signs)?.length ?? 0
  return count(/[«“„(]/g) === count(/[»”)]/g)
}

function depthAfter(depth: number, gap: string, balanced: boolean): number {
  let now = depth
  for (const sign of gap) {
    if (sign === '«' || sign === '(' || sign === '“' || sign === '„') now++
    else if ((sign === '»' || sign === ')' || sign === '”') && now > 0) now--
    else if ((sign === '\n' || sign === ';') && !balanced) now = 0
  }
  return now
}

function signOf(gap: string): Token['before'] {
  if (gap.includes(';')) return ';'
  if (gap.includes('\n')) return '\n'
  if (gap.includes(',')) return ','
  if (gap.includes('(')) return '('
  return gap.includes('.') ? '.' : ' '
}
