export const quote = 0x22
/** The window ends before the field does. */
export const needsMore = 0x7fffffff
/** The field begins with a quote that is an ordinary sign of it: `"Родник" школа`. */
export const notQuoted = 0x7ffffffe

/**
 * Finds the quote that closes a field: the first lone one, with nothing but spaces between it and the end of the field.
 *
 * @param opening place of the opening quote
 * @param kinds other than 0 for the bytes that end a field
 * @returns its place, negative when there are doubled quotes inside the field; `needsMore`; `notQuoted`
 */
export function closingQuote(
  bytes: Uint8Array,
  opening: number,
  end: number,
  ended: boolean,
  kinds: Uint8Array,
): number {
  let at = opening + 1
  let sign = 1
  for (;;) {
    while (bytes[at] !== quote && at < end) at++
    // Without a closing quote the file is broken: the caller says so when nothing follows.
    if (at >= end) return needsMore
    if (at + 1 >= end && !ended) return needsMore
    if (bytes[at + 1] !== quote || at + 1 >= end) break
    sign = -1
    at += 2
  }
  const closing = at++
  while (bytes[at] === 0x20) at++
  if (at === end) return ended ? sign * closing : needsMore
  return kinds[bytes[at]!] !== 0 ? sign * closing : notQuoted
}

/** Makes doubled quotes single, in place; returns where the field ends then. */
export function withoutDoubledQuotes(bytes: Uint8Array, start: number, end: number): number {
  let to = start
  for (let from = start; from < end; from++) {
    bytes[to++] = bytes[from]!
    if (bytes[from] === quote && bytes[from + 1] === quote && from + 1 < end) from++
  }
  return to
}
