import { wholeOf } from './row-in-making.ts'

/** Walks the attributes of one tag, byte by byte, without making strings of them. */
export class Attributes {
  /** The local name: its length and its bytes packed into a number, for names of up to four letters. */
  name = 0
  start = 0
  end = 0
  private at = 0
  private last = 0
  private bytes: Uint8Array = new Uint8Array(0)

  of(bytes: Uint8Array, start: number, end: number): this {
    this.bytes = bytes
    this.at = start
    this.last = end
    return this
  }

  /** Goes to the next attribute; false when there is none or what follows is none. */
  next(): boolean {
    const { bytes, last } = this
    let at = this.at
    let name = 0
    while (at < last && bytes[at]! <= 0x20) at++
    for (; at < last && bytes[at] !== 0x3d; at++) {
      const byte = bytes[at]!
      if (byte === 0x3a) name = 0
      else if (byte > 0x20) name = (name << 8) | byte
    }
    at++
    while (at < last && bytes[at]! <= 0x20) at++
    const quote = bytes[at]
    if (at >= last || (quote !== 0x22 && quote !== 0x27)) return false
    const start = ++at
    while (at < last && bytes[at] !== quote) at++
    this.name = name
    this.start = start
    this.end = at
    this.at = at + 1
    return true
  }

  /** The value as a whole number; -1 when it is none or too large for a sheet. */
  whole(): number {
    return wholeOf(this.bytes, this.start, this.end)
  }

  /** The value as letters packed into a number, for words of up to four. */
  letters(): number {
    let all = 0
    for (let at = this.start; at < this.end; at++) all = (all << 8) | this.bytes[at]!
    return all
  }
}

/** `AB12` → 27; -1 without letters or with more than four of them. */
export function columnOf(bytes: Uint8Array, start: number, end: number): number {
  let column = 0
  let at = start
  for (; at < end && at < start + 4; at++) {
    const letter = (bytes[at]! & 0xdf) - 0x40
    if (bytes[at]! < 0x41 || letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}
