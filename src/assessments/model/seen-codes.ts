/**
 * Codes of participants that have passed by, scope by scope (a school in one procedure), to find one that comes twice there.
 * Only hashes of 48 bits, only in memory, only while a file is read.
 */
export interface SeenCodes {
  readonly size: number
  /** True once the memory for codes is full: later ones are no longer remembered, and the report says so. */
  readonly full: boolean
  /** Remembers a hash in its scope; says whether it was there before. */
  seenBefore(scope: number, high: number, low: number): boolean
}

const blockBits = 4
const blockLength = 1 << blockBits
const pageBits = 16
const pageMask = (1 << pageBits) - 1
/** A scope of more codes than this is looked up by hash, a smaller one by going through it: that stays in the cache. */
const listedAtMost = 20 * blockLength
/** Six bytes a code and some for the rest: a fifth of a gigabyte. */
const rememberedAtMost = 30_000_000

/** @example const seen = startSeenCodes(); seen.seenBefore(0, 1, 2) // false; seen.seenBefore(0, 1, 2) // true */
export function startSeenCodes(atMost = rememberedAtMost): SeenCodes {
  const lows: Uint32Array[] = []
  const highs: Uint16Array[] = []
  const nextBlocks: Int32Array[] = []
  const large = new Map<number, ReturnType<typeof startLargeScope>>()
  let heads = new Int32Array(64)
  let counts = new Int32Array(64)
  let blocks = 0
  let size = 0

  const takeBlock = (before: number): number => {
    const block = blocks++
    const page = block >>> (pageBits - blockBits)
    if (page === lows.length) {
      lows.push(new Uint32Array(1 << pageBits))
      highs.push(new Uint16Array(1 << pageBits))
      nextBlocks.push(new Int32Array(1 << (pageBits - blockBits)))
    }
    nextBlocks[page]![block & (pageMask >>> blockBits)] = before
    return block
  }

  const eachListed = (scope: number, told: (high: number, low: number) => void): void => {
    let filled = ((counts[scope]! - 1) & (blockLength - 1)) + 1
    for (let block = heads[scope]!; block > 0; filled = blockLength) {
      const page = (block - 1) >>> (pageBits - blockBits)
      const base = ((block - 1) << blockBits) & pageMask
      for (let at = base; at < base + filled; at++) told(highs[page]![at]!, lows[page]![at]!)
      block = nextBlocks[page]![(block - 1) & (pageMask >>> blockBits)]!
    }
  }

  return {
    get size() {
      return size
    },
    get full() {
      return size >= atMost
    },
    seenBefore(scope, high, low) {
      const wantedHigh = high & 0xffff
      const wantedLow = low >>> 0
      if (scope >= heads.length) {
        heads = longer(heads, scope)
        counts = longer(counts, scope)
      }
      const count = counts[scope]!
      if (count > listedAtMost) {
        const isSeen = large.get(scope)!.seenBefore(wantedHigh, wantedLow, size < atMost)
        if (!isSeen && size < atMost) size++
        return isSeen
      }
      let filled = count === 0 ? 0 : ((count - 1) & (blockLength - 1)) + 1
      const room = filled
      for (let block = heads[scope]!; block > 0; filled = blockLength) {
        const page = (block - 1) >>> (pageBits - blockBits)
        const base = ((block - 1) << blockBits) & pageMask
        const own = lows[page]!
        for (let at = base; at < base + filled; at++)
          if (own[at] === wantedLow && highs[page]![at] === wantedHigh) return true
        block = nextBlocks[page]![(block - 1) & (pageMask >>> blockBits)]!
      }
      if (size >= atMost) return false
      size++
      counts[scope] = count + 1
      if (count === listedAtMost) {
        const table = startLargeScope()
        counts[scope] = listedAtMost
        eachListed(scope, (oldHigh, oldLow) => table.seenBefore(oldHigh, oldLow, true))
        counts[scope] = count + 1
        table.seenBefore(wantedHigh, wantedLow, true)
        large.set(scope, table)
        return false
      }
      // Blocks are numbered from 1: a head of 0 means that there is none.
      if (count === 0 || room === blockLength) heads[scope] = takeBlock(heads[scope]!) + 1
      const block = heads[scope]! - 1
      const at = ((block << blockBits) & pageMask) + (count & (blockLength - 1))
      lows[block >>> (pageBits - blockBits)]![at] = wantedLow
      highs[block >>> (pageBits - blockBits)]![at] = wantedHigh
      return false
    },
  }
}

/** The codes of one large scope in an open table; three quarters full at most. */
function startLargeScope() {
  let lows = new Uint32Array(1024)
  // One more than the sixteen bits of the code, so that zero means a free place.
  let highs = new Uint32Array(1024)
  let count = 0
  const placeOf = (high: number, low: number): number => {
    const mask = lows.length - 1
    let at = (Math.imul(low ^ (high << 13), 0x9e3779b1) >>> 7) & mask
    while (highs[at] !== 0 && (highs[at] !== high + 1 || lows[at] !== low)) at = (at + 1) & mask
    return at
  }
  return {
    seenBefore(high: number, low: number, isRemembered: boolean): boolean {
      const at = placeOf(high, low)
      if (highs[at] !== 0) return true
      if (!isRemembered) return false
      highs[at] = high + 1
      lows[at] = low
      if (++count * 4 > lows.length * 3) {
        const [oldLows, oldHighs] = [lows, highs]
        lows = new Uint32Array(oldLows.length * 2)
        highs = new Uint32Array(oldLows.length * 2)
        for (const [old, found] of oldHighs.entries()) {
          if (found === 0) continue
          const place = placeOf(found - 1, oldLows[old]!)
          highs[place] = found
          lows[place] = oldLows[old]!
        }
      }
      return false
    },
  }
}

function longer(column: Int32Array, place: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * place + 2)
  larger.set(column)
  return larger
}
