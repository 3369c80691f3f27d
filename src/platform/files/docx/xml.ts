import { refuse } from '../../../core/base/index.ts'
import type { FileLimits } from '../limits.ts'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Told of the elements it knows and of texts, in order. A self-closing element is opened and closed. */
export interface XmlVisitor {
  /**
   * @param attributes raw text between the name and the bracket: most elements are never asked for it (see `attributeOf`)
   * @returns true to skip everything inside; `close` is then not called for this element
   */
  open(name: string, attributes: string): boolean
  close(name: string): void
  /** Only called while `wantsText` is true. */
  text?(value: string): void
  wantsText: boolean
}

/** Printed name → usual name of the elements that a visitor knows; made from the attributes of the root element (see `namesFor`). */
export type KnownNames = (rootAttributes: string) => ReadonlyMap<string, string>

/**
 * Walks an XML part once, without building a tree. Knows elements, attributes, text, CDATA, comments and processing instructions;
 * refuses a document type declaration, because only that can bring entities in from elsewhere.
 *
 * Elements that the visitor does not know are passed over, their content is not. Names reach the visitor as the literals it gave, so
 * that its comparisons cost nothing: most of the time of reading an order is spent here.
 *
 * @throws refuse('unsupported', 'files/xml-entity') for a DOCTYPE; refuse('invalid', 'files/broken-xml') for ends that do not match,
 *   unknown entities or a cut file; refuse('too-large', 'files/xml-too-deep') beyond `limits.xmlDepth`
 * @example scanXml('<a><b x="1"/>т</a>', namesFor(['a', 'b']), visitor, fileLimits) // open a, open b, close b, text т, close a
 */
export function scanXml(xml: string, known: KnownNames, visitor: XmlVisitor, limits: FileLimits): void {
  const printedNames: string[] = []
  const usualNames: (string | undefined)[] = []
  const end = xml.length
  let names: ReadonlyMap<string, string> | null = null
  let depth = 0
  /** Depth of the element whose content is skipped; Infinity when nothing is. */
  let skipBelow = Number.POSITIVE_INFINITY
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < end) {
    const tag = xml.indexOf('<', at)
    if (tag < 0) break
    if (tag > at && visitor.wantsText && depth < skipBelow) visitor.text?.(decodeXml(xml.slice(at, tag)))
    const mark = xml.charCodeAt(tag + 1)
    if (mark === 0x2f) {
      if (depth === 0) throw broken()
      const printed = printedNames[--depth]!
      const nameEnd = tag + 2 + printed.length
      if (!xml.startsWith(printed, tag + 2)) throw broken()
      at = nameEnd + 1
      if (xml.charCodeAt(nameEnd) !== 0x3e) {
        // Only space may stand between the name and the bracket: `</w:p >`.
        const close = xml.indexOf('>', nameEnd)
        if (close < 0 || xml.slice(nameEnd, close).trim() !== '') throw broken()
        at = close + 1
      }
      if (depth < skipBelow) {
        const usual = usualNames[depth]
        if (usual !== undefined) visitor.close(usual)
      } else if (depth === skipBelow) skipBelow = Number.POSITIVE_INFINITY
    } else if (mark === 0x21 || mark === 0x3f) {
      at = skipDeclaration(xml, tag, visitor, depth < skipBelow)
    } else {
      const close = endOfTag(xml, tag + 1)
      const selfClosing = xml.charCodeAt(close - 1) === 0x2f
      let nameEnd = tag + 1
      for (let code = mark; code > 0x20 && code !== 0x2f && code !== 0x3e; code = xml.charCodeAt(nameEnd)) nameEnd++
      if (nameEnd === tag + 1) throw broken()
      const printed = xml.slice(tag + 1, nameEnd)
      at = close + 1
      let usual: string | undefined
      let skip = false
      if (depth < skipBelow) {
        names ??= known(xml.slice(nameEnd, close))
        usual = names.get(printed)
        if (usual !== undefined) {
          skip = visitor.open(usual, nameEnd >= close - 1 ? '' : xml.slice(nameEnd, selfClosing ? close - 1 : close))
          if (selfClosing && !skip) visitor.close(usual)
        }
      }
      if (selfClosing) continue
      if (skip) {
        const next = afterElement(xml, printed, at)
        if (next > 0) {
          at = next
          continue
        }
        skipBelow = depth
      }
      printedNames[depth] = printed
      usualNames[depth] = usual
      if (++depth > limits.xmlDepth) throw refuse('too-large', 'files/xml-too-deep', { limit: limits.xmlDepth })
    }
  }
  if (depth > 0) throw broken()
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

/** Past the end of a skipped element in one leap; -1 when it holds another of its name and has to be walked. */
function afterElement(xml: string, printed: string, from: number): number {
  const close = xml.indexOf(`</${printed}>`, from)
  if (close < 0 || close - from > 20_000) return -1
  return xml.slice(from, close).includes(`<${printed}`) ? -1 : close + printed.length + 3
}

function endOfTag(xml: string, from: number): number {
  const close = xml.indexOf('>', from)
  if (close < 0) throw broken()
  // A bracket may stand inside a quoted value; then look for the end the slow way.
  if (quotesAreClosed(xml, from, close)) return close
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

function skipDeclaration(xml: string, tag: number, visitor: XmlVisitor, isHeard: boolean): number {
  if (xml.startsWith('<!--', tag)) return after(xml, '-->', tag + 4)
  if (xml.startsWith('<![CDATA[', tag)) {
    const next = after(xml, ']]>', tag + 9)
    if (isHeard && visitor.wantsText) visitor.text?.(xml.slice(tag + 9, next - 3))
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

/** `w:val` as a whole number, or null. */
export function wholeVal(attributes: string): number | null {
  const printed = attributeOf(attributes, 'val')
  if (printed === undefined || !/^-?\d{1,9}$/.test(printed)) return null
  return Number(printed)
}

/** A switch such as `<w:b/>`: on unless its value says otherwise. */
export function isOn(attributes: string): boolean {
  if (attributes === '') return true
  const value = attributeOf(attributes, 'val')
  return value !== '0' && value !== 'false' && value !== 'off'
}
