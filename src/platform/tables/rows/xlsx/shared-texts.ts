import { refuse } from '../../../../core/base/index.ts'
import type { RowLimits } from '../limits.ts'
import { trimmedEnd, trimmedStart } from '../trim.ts'
import { copyPlain, withoutEscapes } from './plain-text.ts'
import { XmlBytes, type XmlTold } from './xml-bytes.ts'

/** The texts that all sheets of a workbook share, trimmed, as bytes side by side. */
export interface SharedTexts {
  readonly bytes: Uint8Array
  /** Text `at` lies between `ends[at - 1]` (0 for the first) and `ends[at]`. */
  readonly ends: Uint32Array
  readonly count: number
}

const names = ['si', 't', 'rPh']
const [item, plain, spoken] = [0, 1, 2]

/** @throws refuse('too-large', 'tables/too-many-texts') */
export async function readSharedTexts(
  pieces: AsyncIterable<Uint8Array>,
  xmlSize: number,
  limits: RowLimits,
): Promise<SharedTexts> {
  // A text is never longer than the XML it is written in; what is not filled costs no memory.
  const bytes = new Uint8Array(Math.min(xmlSize, limits.sharedBytes))
  let ends = new Uint32Array(1024)
  let count = 0
  let filled = 0
  let began = 0
  let spokenDepth = 0
  const told: XmlTold = {
    wantsText: false,
    stopped: false,
    open(name) {
      if (name === item) began = filled
      else if (name === spoken) spokenDepth++
      else if (name === plain) told.wantsText = spokenDepth === 0
    },
    close(name) {
      if (name === plain) told.wantsText = false
      else if (name === spoken) spokenDepth--
      else if (name === item) {
        filled = withoutEscapes(bytes, began, filled)
        const start = trimmedStart(bytes, began, filled)
        const end = trimmedEnd(bytes, start, filled)
        if (start > began) bytes.copyWithin(began, start, end)
        filled = began + end - start
        if (count === limits.sharedTexts) throw tooMany(limits)
        if (count === ends.length) {
          const larger = new Uint32Array(count * 2)
          larger.set(ends)
          ends = larger
        }
        ends[count++] = filled
      }
    },
    text(start, end, isPlain) {
      if (filled + end - start > bytes.length) throw tooMany(limits)
      if (isPlain) {
        bytes.set(xml.bytes.subarray(start, end), filled)
        filled += end - start
      } else filled = copyPlain(xml.bytes, start, end, bytes, filled)
    },
  }
  const xml = new XmlBytes(names, told)
  for await (const piece of pieces) xml.push(piece)
  if (xmlSize > 0) xml.end()
  return { bytes, ends, count }
}

function tooMany(limits: RowLimits) {
  return refuse('too-large', 'tables/too-many-texts', { limitMb: Math.round(limits.sharedBytes / 1048576) })
}
