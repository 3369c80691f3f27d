import type { Row } from './row.ts'

const decoder = new TextDecoder()

/** The one row of a reading: borders of fields in a buffer that is filled again and again. */
export class FieldRow implements Row {
  number = 0
  count = 0
  /** Where the fields of this row are. */
  bytes: Uint8Array = new Uint8Array(0)
  starts = new Int32Array(64)
  ends = new Int32Array(64)
  /** The row given before. */
  beforeCount = 0
  beforeBytes: Uint8Array = this.bytes
  beforeStarts = new Int32Array(64)
  beforeEnds = new Int32Array(64)
  private hashedAt = -1
  private firstSum = 0
  private secondSum = 0
  /** Where the next row is noted while it is not yet whole. */
  spare = { starts: new Int32Array(64), ends: new Int32Array(64) }

  /** The noted fields become this row, this one becomes the row before. */
  take(bytes: Uint8Array, beforeBytes: Uint8Array, count: number, number: number): void {
    const { starts, ends } = this.spare
    this.spare.starts = this.beforeStarts
    this.spare.ends = this.beforeEnds
    this.beforeStarts = this.starts
    this.beforeEnds = this.ends
    this.beforeCount = this.count
    this.beforeBytes = beforeBytes
    this.starts = starts
    this.ends = ends
    this.count = count
    this.bytes = bytes
    this.number = number
    this.hashedAt = -1
  }

  widenSpare(): void {
    const { starts, ends } = this.spare
    this.spare.starts = new Int32Array(starts.length * 2)
    this.spare.ends = new Int32Array(ends.length * 2)
    this.spare.starts.set(starts)
    this.spare.ends.set(ends)
  }

  isBlank(at: number): boolean {
    return at >= this.count || this.starts[at] === this.ends[at]
  }

  text(at: number): string {
    return this.isBlank(at) ? '' : decoder.decode(this.bytes.subarray(this.starts[at], this.ends[at]))
  }

  whole(at: number): number {
    if (at >= this.count) return -1
    const bytes = this.bytes
    const end = this.ends[at]!
    let next = this.starts[at]!
    if (next === end) return -1
    if (end - next === 1) {
      const digit = bytes[next]! - 0x30
      return digit >= 0 && digit <= 9 ? digit : -2
    }
    if (end - next > 15) return longWhole(bytes, next, end)
    let value = 0
    for (; next < end; next++) {
      const digit = bytes[next]! - 0x30
      if (digit < 0 || digit > 9) return next > this.starts[at]! && isZeroFraction(bytes, next, end) ? value : -2
      value = value * 10 + digit
    }
    return value
  }

  is(at: number, word: Uint8Array): boolean {
    if (at >= this.count) return word.length === 0
    const start = this.starts[at]!
    if (this.ends[at]! - start !== word.length) return false
    for (let next = 0; next < word.length; next++) if (this.bytes[start + next] !== word[next]) return false
    return true
  }

  hash(at: number, seed = 0): number {
    if (at !== this.hashedAt) this.hashOnce(at)
    // Two seeds mix the two sums differently, so that together they tell fields apart as 64 bits would.
    let hash = (this.firstSum + Math.imul(this.secondSum, 2 * seed + 1)) | 0
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return (hash ^ (hash >>> 16)) >>> 0
  }

  /** Whoever asks for a hash asks for two of the same field: its bytes are passed over once. */
  private hashOnce(at: number): void {
    const { bytes } = this
    let first = 0x811c9dc5 | 0
    let second = 0
    if (at < this.count) {
      const end = this.ends[at]!
      for (let next = this.starts[at]!; next < end; next++) {
        const byte = bytes[next]!
        first = Math.imul(first ^ byte, 0x01000193)
        second = (Math.imul(second, 0x2c1b3c6d) + byte + 1) | 0
      }
    }
    this.hashedAt = at
    this.firstSum = first
    this.secondSum = second
  }

  sameAsBefore(at: number): boolean {
    const inBoth = at < this.count && at < this.beforeCount
    if (!inBoth) return this.beforeCount > 0 && this.isBlank(at) && this.wasBlank(at)
    const start = this.starts[at]!
    const length = this.ends[at]! - start
    const before = this.beforeStarts[at]!
    if (this.beforeEnds[at]! - before !== length) return false
    for (let next = 0; next < length; next++)
      if (this.bytes[start + next] !== this.beforeBytes[before + next]) return false
    return true
  }

  private wasBlank(at: number): boolean {
    return at >= this.beforeCount || this.beforeStarts[at] === this.beforeEnds[at]
  }
}

/** A fraction that changes nothing: «,0», «.00», but neither «,» nor «,5». */
function isZeroFraction(bytes: Uint8Array, mark: number, end: number): boolean {
  if ((bytes[mark] !== 0x2c && bytes[mark] !== 0x2e) || mark + 1 === end) return false
  for (let next = mark + 1; next < end; next++) if (bytes[next] !== 0x30) return false
  return true
}

/** A field of more than 15 signs may still be a short number with many zeros before or behind it. */
function longWhole(bytes: Uint8Array, start: number, end: number): number {
  let value = 0
  for (let next = start; next < end; next++) {
    const digit = bytes[next]! - 0x30
    if (digit < 0 || digit > 9) return next > start && isZeroFraction(bytes, next, end) ? value : -2
    value = value * 10 + digit
    if (value > 999_999_999_999_999) return -2
  }
  return value
}
