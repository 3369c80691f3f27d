import { numberType, packed, type RowInMaking, sharedType } from './row-in-making.ts'

const [reference, type, style] = [packed('r'), packed('t'), packed('s')]
const [quote, equals, greater, less, ampersand, space] = [0x22, 0x3d, 0x3e, 0x3c, 0x26, 0x20]
const valueOpen = [...'<v>'].map(letter => letter.charCodeAt(0))
const cellClose = [...'</v></c>'].map(letter => letter.charCodeAt(0))
const longestTag = 64
/** Digits that a sheet shows as they are stored. */
const longestNumber = 15

/**
 * Takes a cell in the way that Excel and LibreOffice write nearly all of them, `<c r="B2" s="1" t="s"><v>7</v></c>`, in one pass and
 * without telling its elements one by one: that would take three times as long.
 *
 * @param at place of `<`
 * @returns the place behind the cell; `at` when it is written otherwise or not yet whole, and then nothing has been taken
 */
export function quickCell(bytes: Uint8Array, at: number, end: number, making: RowInMaking): number {
  if (bytes[at + 1] !== 0x63 || end - at < longestTag * 2) return at
  const tagLimit = at + longestTag
  let column = -1
  let cellType: number = numberType
  let cellStyle = 0
  let next = at + 2
  while (bytes[next] === space) {
    const name = bytes[next + 1]
    if (bytes[next + 2] !== equals || bytes[next + 3] !== quote) return at
    next += 4
    if (name === reference) {
      let letters = 0
      for (let letter = bytes[next]! - 0x40; letter >= 1 && letter <= 26; letter = bytes[++next]! - 0x40)
        letters = letters * 26 + letter
      column = letters - 1
      while (bytes[next]! >= 0x30 && bytes[next]! <= 0x39 && next < tagLimit) next++
    } else if (name === style) {
      cellStyle = 0
      for (let digit = bytes[next]! - 0x30; digit >= 0 && digit <= 9 && next < tagLimit; digit = bytes[++next]! - 0x30)
        cellStyle = cellStyle * 10 + digit
    } else if (name === type) {
      cellType = 0
      while (bytes[next]! >= 0x61 && next < tagLimit) cellType = (cellType << 8) | bytes[next++]!
    } else return at
    if (bytes[next++] !== quote || next >= tagLimit) return at
  }
  if (bytes[next] !== greater || column > 16_383) return at
  for (let sign = 0; sign < 3; sign++) if (bytes[next + 1 + sign] !== valueOpen[sign]) return at
  const start = next + 4
  let valueEnd = start
  let number = 0
  for (
    let digit = bytes[valueEnd]! - 0x30;
    digit >= 0 && digit <= 9 && valueEnd < end;
    digit = bytes[++valueEnd]! - 0x30
  )
    number = number * 10 + digit
  const isWhole = bytes[valueEnd] === less && valueEnd > start && valueEnd - start <= longestNumber
  while (valueEnd < end && bytes[valueEnd] !== less && bytes[valueEnd] !== ampersand) valueEnd++
  if (end - valueEnd < 8) return at
  for (let sign = 0; sign < 8; sign++) if (bytes[valueEnd + sign] !== cellClose[sign]) return at
  making.beginCell(column)
  if (isWhole && cellType === sharedType) making.endShared(number)
  else if (isWhole && cellType === numberType && cellStyle === 0) making.endWhole(bytes, start, valueEnd)
  else {
    making.append(bytes, start, valueEnd, true)
    making.endCell(cellType, cellStyle)
  }
  return valueEnd + 8
}
