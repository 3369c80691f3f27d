/**
 * A set of 64-bit hashes, told as two halves: the codes of participants that have passed by, to find one that comes twice.
 * Only hashes, only in memory, only while a file is read. Split into shards, so that growing never doubles the whole.
 */
export interface SeenCodes {
  readonly size: number
  /** True once the set is full: later codes are no longer remembered, and the report says so. */
  readonly full: boolean
  /** Remembers a hash; says whether it was there before. */
  seenBefore(high: number, low: number): boolean
}

const shardBits = 6
const firstSlots = 256
/** Above this many the set would outgrow a quarter of a gigabyte. */
const rememberedAtMost = 25_000_000

/** @example const seen = startSeenCodes(); seen.seenBefore(1, 2) // false; seen.seenBefore(1, 2) // true */
export function startSeenCodes(atMost = rememberedAtMost): SeenCodes {
  const tables = Array.from({ length: 1 << shardBits }, () => new Uint32Array(0))
  const counts = new Int32Array(tables.length)
  let size = 0
  return {
    get size() {
      return size
    },
    get full() {
      return size >= atMost
    },
    seenBefore(high, low) {
      const shard = high >>> (32 - shardBits)
      // Both halves zero means a free place.
      const lower = high === 0 && low === 0 ? 1 : low
      let table = tables[shard]!
      if (counts[shard]! * 8 >= table.length * 3) {
        table = grown(table)
        tables[shard] = table
      }
      const at = placeOf(table, high, lower)
      if (table[at] !== 0 || table[at + 1] !== 0) return true
      if (size >= atMost) return false
      table[at] = high
      table[at + 1] = lower
      counts[shard]!++
      size++
      return false
    },
  }
}

/** Where a hash stands, or where it would be put. Two words a place. */
function placeOf(table: Uint32Array, high: number, low: number): number {
  const mask = table.length - 1
  const wantedHigh = high >>> 0
  const wantedLow = low >>> 0
  let at = ((Math.imul(low ^ (high << 7), 0x9e3779b1) >>> 4) << 1) & mask
  while ((table[at] !== wantedHigh || table[at + 1] !== wantedLow) && (table[at] !== 0 || table[at + 1] !== 0))
    at = (at + 2) & mask
  return at
}

function grown(table: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(firstSlots * 2, table.length * 2))
  for (let at = 0; at < table.length; at += 2) {
    if (table[at] === 0 && table[at + 1] === 0) continue
    const place = placeOf(larger, table[at]!, table[at + 1]!)
    larger[place] = table[at]!
    larger[place + 1] = table[at + 1]!
  }
  return larger
}
