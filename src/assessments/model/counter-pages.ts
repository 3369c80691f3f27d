/** Counters of many cells in few large arrays: a cell takes a run of them, not objects of its own. */
export interface CounterPages {
  /** Takes a run of zeros; gives its address. */
  take(length: number): number
  /** The array in which an address lies, and where in it the run begins. */
  pageOf(address: number): Uint16Array | Uint32Array
  offsetOf(address: number): number
}

const pageBits = 16
const pageLength = 1 << pageBits

/** @param wide 32 bits a counter instead of 16 */
export function startCounterPages(wide: boolean): CounterPages {
  const pages: (Uint16Array | Uint32Array)[] = []
  let used = pageLength
  return {
    take(length) {
      if (length > pageLength) throw new Error('a run longer than a page')
      if (used + length > pageLength) {
        pages.push(wide ? new Uint32Array(pageLength) : new Uint16Array(pageLength))
        used = 0
      }
      const address = (pages.length - 1) * pageLength + used
      used += length
      return address
    },
    pageOf: address => pages[address >>> pageBits]!,
    offsetOf: address => address & (pageLength - 1),
  }
}
