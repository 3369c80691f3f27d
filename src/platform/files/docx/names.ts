import type { KnownNames } from './xml.ts'

/** Namespaces of WordprocessingML and its neighbours, transitional and strict, by the prefix that this reader uses for them. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'urn:schemas-microsoft-com:vml': 'v',
}

const customary = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/**
 * Prepares the elements that a reader knows, by their usual names. By the declarations of the root element the printed names may be
 * others: programs are free to write `ns0:p` or even plain `p` for what Word calls `w:p`.
 *
 * @example namesFor(['w:p'])(' xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"').get('ns0:p') // 'w:p'
 */
export function namesFor(elements: readonly string[]): KnownNames {
  const usual = new Map(elements.map(name => [name, name]))
  return rootAttributes => {
    // Nearly every document: one look instead of reading thirty declarations.
    if (rootAttributes.includes(customary)) return usual
    const made = new Map(usual)
    let isUsual = true
    for (const [, printed = '', , uri = ''] of rootAttributes.matchAll(/xmlns(?::([^\s=]+))?\s*=\s*(["'])(.*?)\2/g)) {
      const prefix = prefixes[uri]
      if (prefix === undefined || prefix === printed) continue
      isUsual = false
      for (const name of elements) {
        if (name.startsWith(`${prefix}:`))
          made.set(printed === '' ? name.slice(prefix.length + 1) : `${printed}${name.slice(prefix.length)}`, name)
      }
    }
    return isUsual ? usual : made
  }
}
