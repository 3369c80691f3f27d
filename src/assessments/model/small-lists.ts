/** Many short lists of small numbers in few large arrays: blocks of sixteen, chained. */
export interface SmallLists {
  /** Adds a number (0 … 65,535) to a list. @param head of the list, 0 for an empty one @returns its head from now on */
  add(head: number, length: number, value: number): number
  each(head: number, length: number, told: (value: number) => void): void
}

const blockBits = 4
const blockLength = 1 << blockBits
const pageBits = 16
const blocksOfPage = 1 << (pageBits - blockBits)

/** @example const lists = startSmallLists(); const head = lists.add(0, 0, 7) */
export function startSmallLists(): SmallLists {
  const values: Uint16Array[] = []
  const before: Int32Array[] = []
  let blocks = 0
  const pageOf = (head: number) => (head - 1) >>> (pageBits - blockBits)
  const baseOf = (head: number) => ((head - 1) & (blocksOfPage - 1)) << blockBits
  return {
    add(head, length, value) {
      let last = head
      if ((length & (blockLength - 1)) === 0) {
        last = ++blocks
        if (pageOf(last) === values.length) {
          values.push(new Uint16Array(1 << pageBits))
          before.push(new Int32Array(blocksOfPage))
        }
        before[pageOf(last)]![(last - 1) & (blocksOfPage - 1)] = head
      }
      values[pageOf(last)]![baseOf(last) + (length & (blockLength - 1))] = value
      return last
    },
    each(head, length, told) {
      let filled = length === 0 ? 0 : ((length - 1) & (blockLength - 1)) + 1
      for (let block = head; block > 0; filled = blockLength) {
        const base = baseOf(block)
        for (let at = base; at < base + filled; at++) told(values[pageOf(block)]![at]!)
        block = before[pageOf(block)]![(block - 1) & (blocksOfPage - 1)]!
      }
    },
  }
}
