import { isAscii } from 'node:buffer'

/** Writes a piece of text in another encoding as UTF-8. Remembers what a piece cuts in two. */
export interface ToUtf8 {
  /**
   * Needs room for three bytes per byte and four more.
   * @param last nothing follows: what is still cut then is damage
   * @returns where the written text ends; a damaged character stops it there, and `damaged` is true
   */
  write(from: Uint8Array, target: Uint8Array, at: number, last: boolean): number
  readonly damaged: boolean
}

const codesOf1251 = new Uint16Array(256)
{
  const decoder = new TextDecoder('windows-1251')
  for (let byte = 0; byte < 256; byte++) codesOf1251[byte] = decoder.decode(Uint8Array.of(byte)).charCodeAt(0)
}

export function fromWindows1251(): ToUtf8 {
  return {
    damaged: false,
    write(from, target, start) {
      if (isAscii(from)) {
        target.set(from, start)
        return start + from.length
      }
      let at = start
      for (let next = 0; next < from.length; next++) {
        const byte = from[next]!
        if (byte < 0x80) target[at++] = byte
        else at = writeCode(codesOf1251[byte]!, target, at)
      }
      return at
    },
  }
}

export function fromUtf16(order: 'utf-16le' | 'utf-16be'): ToUtf8 {
  const low = order === 'utf-16le' ? 0 : 1
  let half = -1
  let leading = 0
  const reader = {
    damaged: false,
    write(from: Uint8Array, target: Uint8Array, start: number, last: boolean): number {
      let at = start
      for (let next = 0; next < from.length; next++) {
        if (half < 0) {
          half = from[next]!
          continue
        }
        const code = low === 0 ? half | (from[next]! << 8) : (half << 8) | from[next]!
        half = -1
        const isTrailing = (code & 0xfc00) === 0xdc00
        if (isTrailing !== (leading !== 0)) return damage(at)
        if (isTrailing) {
          at = writeCode(0x10000 + ((leading & 0x3ff) << 10) + (code & 0x3ff), target, at)
          leading = 0
        } else if ((code & 0xfc00) === 0xd800) leading = code
        else at = writeCode(code, target, at)
      }
      return last && (half >= 0 || leading !== 0) ? damage(at) : at
    },
  }
  const damage = (at: number) => {
    reader.damaged = true
    return at
  }
  return reader
}

/** Writes one character; gives the place behind it. */
export function writeCode(code: number, target: Uint8Array, start: number): number {
  let at = start
  if (code < 0x80) target[at++] = code
  else {
    if (code < 0x800) target[at++] = 0xc0 | (code >> 6)
    else {
      if (code < 0x10000) target[at++] = 0xe0 | (code >> 12)
      else {
        target[at++] = 0xf0 | (code >> 18)
        target[at++] = 0x80 | ((code >> 12) & 0x3f)
      }
      target[at++] = 0x80 | ((code >> 6) & 0x3f)
    }
    target[at++] = 0x80 | (code & 0x3f)
  }
  return at
}
