import { refuse } from '../../../core/base/index.ts'
import type { FileLimits } from '../limits.ts'

/** Told of every element and text of an XML part, in order. A self-closing element is opened and closed. */
export interface XmlVisitor {
  /** `attributes` is the raw text between the name and the bracket: most elements are never asked for it (see `attributeOf`). */
  open(name: string, attributes: string): void
  close(name: string): void
  /** Only called while `wantsText` is true. */
  text(value: string): void
  wantsText: boolean
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Walks an XML part once, without building a tree. Knows elements, attributes, text, CDATA, comments and processing instructions;
 * refuses a document type declaration, because only that can bring entities in from elsewhere.
 *
 * @throws refuse('unsupported', 'files/xml-entity') for a DOCTYPE; refuse('invalid', 'files/broken-xml') for ends that do not match,
 *   unknown entities or a cut file; refuse('too-large', 'files/xml-too-deep') beyond `limits.xmlDepth`
 * @example scanXml('<a><b x="1"/>т</a>', visitor, fileLimits) // open a, open b, close b, text т, close a
 */
export function scanXml(xml: string, visitor: XmlVisitor, limits: FileLimits): void {
  const stack: string[] = []
  const end = xml.length
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < end) {
    const tag = xml.indexOf('<', at)
    if (tag < 0) break
    if (visitor.wantsText && tag > at) visitor.text(decodeXml(xml.slice(at, tag)))
    const mark = xml.charCodeAt(tag + 1)
    if (mark === 0x2f) {
      const close = xml.indexOf('>', tag + 2)
      const open = stack.pop()
      // The name must match and only space may follow it: `</w:p >`.
      if (close < 0 || open === undefined || !xml.startsWith(open, tag + 2)) throw broken()
      if (close !== tag + 2 + open.length && xml.slice(tag + 2 + open.length, close).trim() !== '') throw broken()
      visitor.close(open)
      at = close + 1
    } else if (mark === 0x21 || mark === 0x3f) {
      at = skipDeclaration(xml, tag, visitor)
    } else {
      const close = endOfTag(xml, tag + 1)
      const selfClosing = xml.charCodeAt(close - 1) === 0x2f
      let nameEnd = tag + 1
      for (
        let code = xml.charCodeAt(nameEnd);
        code > 0x20 && code !== 0x2f && code !== 0x3e;
        code = xml.charCodeAt(nameEnd)
      )
        nameEnd++
      if (nameEnd === tag + 1) throw broken()
      const name = xml.slice(tag + 1, nameEnd)
      visitor.open(name, nameEnd >= close - 1 ? '' : xml.slice(nameEnd, selfClosing ? close - 1 : close))
      if (selfClosing) visitor.close(name)
      else if (stack.push(name) > limits.xmlDepth)
        throw refuse('too-large', 'files/xml-too-deep', { limit: limits.xmlDepth })
      at = close + 1
    }
  }
  if (stack.length > 0) throw broken()
}

/**
 * Value of an attribute by its local name, whatever its prefix; undefined when it is not there.
 * @example attributeOf(' w:val="center"', 'val') // 'center'
 */
export function attributeOf(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(name)
  while (at >= 0) {
    const before = attributes.charCodeAt(at - 1)
    let next = at + name.length
    if (before === 0x3a || before <= 0x20) {
      while (attributes.charCodeAt(next) <= 0x20) next++
      if (attributes.charCodeAt(next) === 0x3d) {
        next++
        while (attributes.charCodeAt(next) <= 0x20) next++
        const quote = attributes[next]
        const close = quote === '"' || quote === "'" ? attributes.indexOf(quote, next + 1) : -1
        return close < 0 ? undefined : decodeXml(attributes.slice(next + 1, close))
      }
    }
    at = attributes.indexOf(name, at + 1)
  }
  return undefined
}

function decodeXml(raw: string): string {
  if (!raw.includes('&')) return raw
  return raw.replace(/&(#x[0-9a-f]+|#\d+|[^;&\s]*);?/gi, (whole, name: string) => {
    if (!whole.endsWith(';')) throw broken()
    if (name[0] !== '#') {
      const known = entities[name]
      if (known === undefined) throw broken()
      return known
    }
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    if (!(code > 0 && code <= 0x10ffff)) throw broken()
    return String.fromCodePoint(code)
  })
}

function endOfTag(xml: string, from: number): number {
  const close = xml.indexOf('>', from)
  if (close < 0) throw broken()
  // A bracket may stand inside a quoted value; then look for the end the slow way.
  const inner = xml.indexOf('<', from)
  if ((inner < 0 || inner > close) && quotesAreClosed(xml, from, close)) return close
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 0x22 || code === 0x27) quote = code
    else if (code === 0x3e) return at
    else if (code === 0x3c) throw broken()
  }
  throw broken()
}

/** Looks only at the tag itself: a search through the rest of the part would make the whole walk quadratic. */
function quotesAreClosed(xml: string, from: number, close: number): boolean {
  const last = xml.charCodeAt(close - 1)
  const beforeSlash = last === 0x2f ? xml.charCodeAt(close - 2) : last
  if (beforeSlash === 0x22 || beforeSlash === 0x27) return true
  for (let at = from; at < close; at++) {
    const code = xml.charCodeAt(at)
    if (code === 0x22 || code === 0x27) return false
  }
  return true
}

function skipDeclaration(xml: string, tag: number, visitor: XmlVisitor): number {
  if (xml.startsWith('<!--', tag)) return after(xml, '-->', tag + 4)
  if (xml.startsWith('<![CDATA[', tag)) {
    const next = after(xml, ']]>', tag + 9)
    if (visitor.wantsText) visitor.text(xml.slice(tag + 9, next - 3))
    return next
  }
  if (xml.startsWith('<?', tag)) return after(xml, '?>', tag + 2)
  throw /^<!DOCTYPE/i.test(xml.slice(tag, tag + 9)) ? refuse('unsupported', 'files/xml-entity') : broken()
}

function after(xml: string, ending: string, from: number): number {
  const at = xml.indexOf(ending, from)
  if (at < 0) throw broken()
  return at + ending.length
}

function broken() {
  return refuse('invalid', 'files/broken-xml')
}
