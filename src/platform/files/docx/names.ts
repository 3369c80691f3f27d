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

/**
 * Gives the function that turns printed element names into the usual ones, by the declarations of the root element:
 * programs are free to write `ns0:p` or even plain `p` for what Word calls `w:p`.
 *
 * @param rootAttributes raw attributes of the root element
 * @returns null when every name already is the usual one, which spares the look-up
 * @example usualNames(' xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"')?.('ns0:p') // 'w:p'
 */
export function usualNames(rootAttributes: string): ((name: string) => string) | null {
  const renamed = new Map<string, string>()
  for (const [, printed = '', , uri = ''] of rootAttributes.matchAll(/xmlns(?::([^\s=]+))?\s*=\s*(["'])(.*?)\2/g)) {
    const usual = prefixes[uri]
    if (usual !== undefined && usual !== printed) renamed.set(printed, usual)
  }
  if (renamed.size === 0) return null
  const known = new Map<string, string>()
  return name => {
    const found = known.get(name)
    if (found !== undefined) return found
    const colon = name.indexOf(':')
    const usual = renamed.get(colon < 0 ? '' : name.slice(0, colon))
    const made = usual === undefined ? name : `${usual}:${name.slice(colon + 1)}`
    known.set(name, made)
    return made
  }
}
