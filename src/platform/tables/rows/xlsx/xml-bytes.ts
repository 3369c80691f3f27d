import { refuse } from '../../../../core/base/index.ts'

/** Told of elements and texts in order. Places are in `bytes` of the scanner, and only hold during the call. */
export interface XmlTold {
  /** @param name number of the name in the scanner's list; -1 when it is not in it */
  open(name: number, attributes: number, attributesEnd: number): void
  close(name: number): void
  /** A piece of text, entities still in it unless `plain`. Only called while `wantsText`. */
  text(start: number, end: number, plain: boolean): void
  wantsText: boolean
  /** Takes a whole element at once where it knows how; returns the place behind it, or `at` when it does not. */
  quick?(bytes: Uint8Array, at: number, end: number): number
  /** The rest of the document is not wanted. */
  stopped: boolean
}

const tokenBytes = 1 << 20
const deepest = 200
const [less, greater, slash, exclamation, question, colon, doubleQuote, singleQuote] = [
  0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x3a, 0x22, 0x27,
] as const

/**
 * Walks XML that comes in pieces of bytes, without ever holding more than a piece. Elements are known by their local names, whatever
 * their prefix. Refuses a document type declaration, because only that can bring entities in from elsewhere.
 *
 * @throws refuse('unsupported', 'files/xml-entity'), refuse('invalid', 'files/broken-xml'), refuse('too-large', 'files/xml-too-deep')
 */
export class XmlBytes {
  bytes: Uint8Array = new Uint8Array(0)
  private buffer = new Uint8Array(0)
  private tail = 0
  private depth = 0
  private began = false
  private hasRoot = false
  private readonly openNames = new Int32Array(deepest)
  private readonly names: Map<number, number>
  private readonly told: XmlTold

  constructor(names: readonly string[], told: XmlTold) {
    const encoder = new TextEncoder()
    this.names = new Map(
      names.map((name, at) => {
        const bytes = encoder.encode(name)
        return [nameHash(bytes, 0, bytes.length), at]
      }),
    )
    this.told = told
  }

  /** The piece is copied behind what was not yet whole of the one before. */
  push(piece: Uint8Array): void {
    const length = this.tail + piece.length
    if (length > this.buffer.length) {
      const larger = new Uint8Array(length + piece.length)
      larger.set(this.buffer.subarray(0, this.tail))
      this.buffer = larger
    }
    this.buffer.set(piece, this.tail)
    this.bytes = this.buffer.subarray(0, length)
    const at = this.walk(this.bytes, this.began ? 0 : this.begin())
    this.buffer.copyWithin(0, at, length)
    this.tail = length - at
    if (this.tail > tokenBytes) throw broken()
  }

  end(): void {
    if (this.told.stopped) return
    if (this.depth !== 0 || !this.hasRoot || isText(this.buffer, 0, this.tail)) throw broken()
  }

  /** Skips the mark of UTF-8. */
  private begin(): number {
    const [first, second, third] = this.bytes
    this.began = true
    return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0
  }

  /** Gives what is whole; returns where the rest begins. */
  private walk(bytes: Uint8Array, start: number): number {
    const { told } = this
    const end = bytes.length
    let at = start
    while (at < end && !told.stopped) {
      if (bytes[at] !== less) {
        let textEnd = at
        while (textEnd < end && bytes[textEnd] !== less) textEnd++
        if (textEnd === end) textEnd = wholeTextEnd(bytes, at, end)
        if (this.depth === 0 && isText(bytes, at, textEnd)) throw broken()
        if (textEnd === at) return at
        if (told.wantsText) told.text(at, textEnd, false)
        at = textEnd
        continue
      }
      const behind = told.quick?.(bytes, at, end) ?? at
      if (behind !== at) {
        at = behind
        continue
      }
      const next = bytes[at + 1]
      const tagEnd =
        next === exclamation || next === question ? this.declaration(bytes, at, end) : endOfTag(bytes, at + 1, end)
      if (tagEnd < 0) return at
      if (next === slash) this.closeTag(bytes, at + 2, tagEnd)
      else if (next !== exclamation && next !== question) this.openTag(bytes, at + 1, tagEnd)
      at = tagEnd + 1
    }
    return at
  }

  private openTag(bytes: Uint8Array, start: number, tagEnd: number): void {
    let nameStart = start
    let at = start
    for (; at < tagEnd; at++) {
      const byte = bytes[at]!
      if (byte === colon) nameStart = at + 1
      else if (byte <= 0x20 || byte === slash) break
    }
    if (at === nameStart) throw broken()
    this.hasRoot = true
    const hash = nameHash(bytes, nameStart, at)
    const name = this.names.get(hash) ?? -1
    const selfClosing = bytes[tagEnd - 1] === slash
    this.told.open(name, at, selfClosing ? tagEnd - 1 : tagEnd)
    if (selfClosing) {
      this.told.close(name)
      return
    }
    if (this.depth === deepest) throw refuse('too-large', 'files/xml-too-deep', { limit: deepest })
    this.openNames[this.depth++] = hash
  }

  private closeTag(bytes: Uint8Array, start: number, tagEnd: number): void {
    let nameStart = start
    let nameEnd = tagEnd
    while (nameEnd > start && bytes[nameEnd - 1]! <= 0x20) nameEnd--
    for (let at = start; at < nameEnd; at++) if (bytes[at] === colon) nameStart = at + 1
    const hash = nameHash(bytes, nameStart, nameEnd)
    if (this.depth === 0 || this.openNames[--this.depth] !== hash) throw broken()
    this.told.close(this.names.get(hash) ?? -1)
  }

  /** `<!--…-->`, `<![CDATA[…]]>`, `<?…?>`; returns its last place, -1 when it is not yet whole. */
  private declaration(bytes: Uint8Array, at: number, end: number): number {
    if (bytes[at + 1] === question) return endOf(bytes, at + 2, end, '?>')
    if (end - at < 9) return -1
    if (startsWith(bytes, at, '<!--')) return endOf(bytes, at + 4, end, '-->')
    if (!startsWith(bytes, at, '<![CDATA[')) throw refuse('unsupported', 'files/xml-entity')
    const last = endOf(bytes, at + 9, end, ']]>')
    if (last >= 0 && this.told.wantsText) this.told.text(at + 9, last - 2, true)
    return last
  }
}

/** FNV of a local name; two different names of a workbook do not share one. */
function nameHash(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  return hash
}

/** Place of the bracket that ends a tag: not one inside quotes. */
function endOfTag(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    if (byte === greater) return at
    if (byte === less) throw broken()
    if (byte === doubleQuote || byte === singleQuote) {
      at++
      while (at < end && bytes[at] !== byte) at++
    }
  }
  return -1
}

function endOf(bytes: Uint8Array, start: number, end: number, mark: string): number {
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, end).indexOf(mark, start, 'latin1')
  return found < 0 ? -1 : found + mark.length - 1
}

function startsWith(bytes: Uint8Array, at: number, word: string): boolean {
  for (let next = 0; next < word.length; next++) if (bytes[at + next] !== word.charCodeAt(next)) return false
  return true
}

/** Text at the end of a piece may stop inside an entity: that is left for the next piece. */
function wholeTextEnd(bytes: Uint8Array, start: number, end: number): number {
  for (let at = end - 1; at >= start && at >= end - 12; at--) {
    if (bytes[at] === 0x3b) return end
    if (bytes[at] === 0x26) return at
  }
  return end
}

function isText(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > 0x20) return true
  return false
}

export const broken = () => refuse('invalid', 'files/broken-xml')
