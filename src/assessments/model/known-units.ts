/** Which cell a 64-bit hash of a unit belongs to. Hashes instead of texts: a row of an unsorted file makes no string. */
export interface KnownUnits {
  /** The cell, or −1. */
  find(high: number, low: number): number
  add(high: number, low: number, cell: number): void
}

/** @example const units = startKnownUnits(); units.add(1, 2, 7); units.find(1, 2) // 7 */
export function startKnownUnits(): KnownUnits {
  let table = new Int32Array(3 * 64)
  let count = 0
  const placeOf = (from: Int32Array, high: number, low: number): number => {
    const slots = from.length / 3
    let slot = (Math.imul(high ^ (low << 5), 0x9e3779b1) >>> 3) & (slots - 1)
    // The third word is the cell plus one, so that zero means free.
    while (from[3 * slot + 2] !== 0 && (from[3 * slot] !== high || from[3 * slot + 1] !== low))
      slot = (slot + 1) & (slots - 1)
    return 3 * slot
  }
  return {
    find: (high, low) => table[placeOf(table, high | 0, low | 0) + 2]! - 1,
    add(high, low, cell) {
      if (++count * 3 * 3 > table.length * 2) {
        const larger = new Int32Array(table.length * 2)
        for (let at = 0; at < table.length; at += 3) {
          if (table[at + 2] === 0) continue
          const place = placeOf(larger, table[at]!, table[at + 1]!)
          larger[place] = table[at]!
          larger[place + 1] = table[at + 1]!
          larger[place + 2] = table[at + 2]!
        }
        table = larger
      }
      const place = placeOf(table, high | 0, low | 0)
      table[place] = high | 0
      table[place + 1] = low | 0
      table[place + 2] = cell + 1
    },
  }
}

/** One hash out of two; the order matters. @example mixed(mixed(school, cls), subject) */
export function mixed(hash: number, other: number): number {
  let all = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) + Math.imul(other ^ 0x9e3779b9, 0xc2b2ae35)
  all = Math.imul(all ^ (all >>> 13), 0x27d4eb2f)
  return (all ^ (all >>> 16)) >>> 0
}
