const dayMs = 86_400_000
const lastDay = 2_958_465 // 9999-12-31

/** Whether a number as a sheet stores it is what a person sees: at most 15 digits and no exponent. */
export function isPlainNumber(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 15) return false
  let at = bytes[start] === 0x2d ? start + 1 : start
  if (at === end) return false
  let points = 0
  for (; at < end; at++) {
    const byte = bytes[at]!
    if (byte === 0x2e) points++
    else if (byte < 0x30 || byte > 0x39) return false
  }
  return points <= 1
}

/** Sheets keep 17 digits of what a person wrote with 15: `4.5999999999999996` is 4.6. Other texts stay as they are. */
export function shownNumber(text: string): string {
  const number = Number(text)
  if (!Number.isFinite(number)) return text
  const shown = String(Number(number.toPrecision(15)))
  return shown.includes('e') ? number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 }) : shown
}

/** `2024-09-01` for a day of the sheet; null for numbers that are no day. */
export function shownDate(text: string, countsFrom1904: boolean): string | null {
  const number = Number(text)
  const serial = Math.floor(countsFrom1904 ? number + 1462 : number)
  if (!(serial >= 1 && serial <= lastDay)) return null
  // The sheet believes that 1900 was a leap year: from day 61 on it counts from 1899-12-30.
  return new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * dayMs).toISOString().slice(0, 10)
}
