/**
 * Whether If-None-Match names this very answer: `*`, or one tag of a list, compared weakly (RFC 9110, sections 8.8.3.2 and 13.1.2).
 *
 * @param etag with its quotes, `W/` before it or not
 * @example namesEntity('W/"a", "b"', '"b"') // true
 */
export function namesEntity(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const opaque = etag.replace(/^W\//, '')
  return [...ifNoneMatch.matchAll(/"[\x21\x23-\x7e\x80-\xff]*"/g)].some(([tag]) => tag === opaque)
}

/** The tag of the same content in a coding: other bytes, so another tag. @example codedTag('"a"', 'br') // '"a-br"' */
export function codedTag(etag: string, coding: string | null): string {
  return coding === null ? etag : `${etag.slice(0, -1)}-${coding}"`
}
