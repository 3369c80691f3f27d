import { writeCode } from '../csv/to-utf8.ts'
import { broken } from './xml-bytes.ts'

const named: Readonly<Record<string, number>> = { amp: 0x26, lt: 0x3c, gt: 0x3e, quot: 0x22, apos: 0x27 }

/**
 * Copies a text of XML with its entities put right: `&amp;`, `&#1055;`, `&#x41F;`. Needs as much room as the text is long.
 *
 * @returns the place behind it
 * @throws refuse('invalid', 'files/broken-xml') for entities that XML does not know
 */
export function copyPlain(from: Uint8Array, start: number, end: number, target: Uint8Array, at: number): number {
  let to = at
  for (let next = start; next < end; next++) {
    const byte = from[next]!
    if (byte !== 0x26) target[to++] = byte
    else {
      let last = next + 1
      while (last < end && from[last] !== 0x3b) last++
      if (last === end || last - next > 12) throw broken()
      to = writeCode(codeOf(Buffer.from(from.subarray(next + 1, last)).toString('latin1')), target, to)
      next = last
    }
  }
  return to
}

function codeOf(entity: string): number {
  const known = named[entity]
  if (known !== undefined) return known
  const written = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(entity)
  const code = written?.[1] === undefined ? Number(written?.[2] ?? -1) : Number.parseInt(written[1], 16)
  const isSign = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  if (!isSign) throw broken()
  return code
}

/** Excel writes a sign that XML cannot hold as `_x000D_`, and an underscore before such letters as `_x005F_`. In place; returns the end. */
export function withoutEscapes(bytes: Uint8Array, start: number, end: number): number {
  let to = start
  for (let next = start; next < end; ) {
    const code = bytes[next] === 0x5f ? escapedCode(bytes, next, end) : -1
    if (code < 0) bytes[to++] = bytes[next++]!
    else {
      to = writeCode(code, bytes, to)
      next += 7
    }
  }
  return to
}

function escapedCode(bytes: Uint8Array, at: number, end: number): number {
  if (at + 7 > end || bytes[at + 1] !== 0x78 || bytes[at + 6] !== 0x5f) return -1
  let code = 0
  for (let next = at + 2; next < at + 6; next++) {
    const byte = bytes[next]!
    const digit = byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : ((byte | 0x20) - 0x57) | 0
    if (digit < 0 || digit > 15 || (byte > 0x39 && digit < 10)) return -1
    code = code * 16 + digit
  }
  return code >= 0xd800 && code <= 0xdfff ? -1 : code
}
