import { isAscii, isUtf8 } from 'node:buffer'
import { refuse } from '../../../../core/base/index.ts'
import { characterWidth, cutCharacterStart } from './valid-utf8.ts'

/** `ascii`: nothing but ASCII so far, so that UTF-8 and cp1251 are both still possible. */
export type Encoding = 'ascii' | 'utf-8' | 'windows-1251' | 'utf-16le' | 'utf-16be'

/**
 * Tells the encoding from the first bytes of a file.
 *
 * @returns `skip`: bytes of the mark at the beginning, which are no text
 * @throws refuse('unsupported', 'tables/not-a-table') for bytes that are no text; refuse('unsupported', 'tables/unknown-encoding')
 */
export function tellEncoding(head: Uint8Array): { encoding: Encoding; skip: number } {
  const [first, second, third] = head
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', skip: 2 }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', skip: 2 }
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', skip: 3 }
  if (head.includes(0)) return { encoding: tellUtf16(head), skip: 0 }
  const whole = head.subarray(0, cutCharacterStart(head, 0, head.length))
  if (isAscii(whole)) return { encoding: 'ascii', skip: 0 }
  return { encoding: isUtf8(whole) ? 'utf-8' : tellEightBit(head), skip: 0 }
}

/** Without a mark: separators, digits and line ends have an empty half, which then always stands on the same side. */
function tellUtf16(head: Uint8Array): Encoding {
  let even = 0
  let odd = 0
  for (let at = 0; at < head.length; at++)
    if (head[at] === 0) {
      if (at % 2) odd++
      else even++
    }
  const enough = head.length / 32
  if (even === 0 && odd >= enough) return 'utf-16le'
  if (odd === 0 && even >= enough) return 'utf-16be'
  throw refuse('unsupported', 'tables/not-a-table')
}

/**
 * Bytes that are not valid UTF-8: cp1251, or UTF-8 with a damaged character. Russian text in UTF-8 is pairs that begin with D0 or D1;
 * in cp1251 such pairs are rare («Р» or «С» before a sign that is no letter).
 *
 * @throws refuse('unsupported', 'tables/unknown-encoding') for what looks like the letters of DOS
 */
export function tellEightBit(bytes: Uint8Array): 'utf-8' | 'windows-1251' {
  let paired = 0
  let stray = 0
  let unlikely = 0
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!
    if (byte < 0x80) {
      at++
      continue
    }
    const width = characterWidth(bytes, at, bytes.length)
    if (width === 0) {
      stray++
      if (unlikelyInCp1251[byte]) unlikely++
    } else paired += width
    at += width || 1
  }
  if (paired > stray) return 'utf-8'
  if (unlikely >= 4 && unlikely * 4 > stray + paired) throw refuse('unsupported', 'tables/unknown-encoding')
  return 'windows-1251'
}

/** Signs below «А» that Russian tables hardly use; the letters of DOS stand in their places. */
const unlikelyInCp1251 = new Uint8Array(256)
const usualSigns = [
  0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xa0, 0xa7, 0xa8, 0xab, 0xb0, 0xb1, 0xb7, 0xb8, 0xb9, 0xbb,
]
for (let byte = 0x80; byte < 0xc0; byte++) unlikelyInCp1251[byte] = usualSigns.includes(byte) ? 0 : 1
