/** How far these bytes are whole characters of UTF-8: the place of the first damaged or cut one, or `end`. */
export function validUtf8End(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  while (at < end) {
    const width = characterWidth(bytes, at, end)
    if (width === 0) break
    at += width
  }
  return at
}

/** Bytes of the character that begins here; 0 when it is damaged, too long for its sign, half of a pair, or cut by the end. */
export function characterWidth(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  const width =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0
  if (width === 0 || at + width > end) return 0
  for (let next = at + 1; next < at + width; next++) if ((bytes[next]! & 0xc0) !== 0x80) return 0
  const second = bytes[at + 1]!
  if (first === 0xe0 && second < 0xa0) return 0
  if (first === 0xed && second > 0x9f) return 0
  if (first === 0xf0 && second < 0x90) return 0
  if (first === 0xf4 && second > 0x8f) return 0
  return width
}

/** Where a character begins that the end cuts off; `end` when the last one is whole (or no character at all). */
export function cutCharacterStart(bytes: Uint8Array, start: number, end: number): number {
  for (let back = 1; back <= 3 && end - back >= start; back++) {
    const byte = bytes[end - back]!
    if ((byte & 0xc0) === 0x80) continue
    const width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return width > back ? end - back : end
  }
  return end
}
