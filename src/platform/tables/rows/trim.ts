/** Bytes with which a field can begin or end that still has to be trimmed: a cheap question before the exact one. */
export const mayBeSpaceAtStart = tableOf([0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0xc2, 0xe1, 0xe2, 0xe3, 0xef])
export const mayBeSpaceAtEnd = tableOf(
  [0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x9f, 0xa0, 0xa8, 0xa9, 0xaf, 0xbf],
  Array.from({ length: 11 }, (_, at) => 0x80 + at),
)

function tableOf(...lists: number[][]): Uint8Array {
  const table = new Uint8Array(256)
  for (const byte of lists.flat()) table[byte] = 1
  return table
}

/** Where the field begins when the spaces before it are passed over: the ones of `String.trim`, in UTF-8. */
export function trimmedStart(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  while (at < end) {
    const width = spaceAt(bytes, at, end)
    if (width === 0) break
    at += width
  }
  return at
}

/** Where the field ends when the spaces behind it are passed over. */
export function trimmedEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end
  while (at > start) {
    const last = bytes[at - 1]!
    if (last <= 0x20) {
      if (last !== 0x20 && (last < 0x09 || last > 0x0d)) break
      at--
    } else if (last >= 0x80 && last < 0xc0) {
      const back = at - 2 >= start && bytes[at - 2]! >= 0xc0 ? 2 : 3
      if (at - back < start || spaceAt(bytes, at - back, at) !== back) break
      at -= back
    } else break
  }
  return at
}

/** Bytes of the space that begins here; 0 when it is something else. */
function spaceAt(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at]!
  if (first <= 0x20) return first === 0x20 || (first >= 0x09 && first <= 0x0d) ? 1 : 0
  if (first < 0xc2) return 0
  if (first === 0xc2) return at + 1 < end && bytes[at + 1] === 0xa0 ? 2 : 0
  if (at + 2 >= end) return 0
  const code = ((first & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f)
  if (first < 0xe0 || first > 0xef) return 0
  const isSpace =
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0x1680 ||
    code === 0xfeff
  return isSpace ? 3 : 0
}
