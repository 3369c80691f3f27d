import { refuse } from '../../../../core/base/index.ts'
import { fromUtf16, type ToUtf8 } from '../csv/to-utf8.ts'

/** The same text in UTF-8: a part of a workbook may be written in UTF-16, and then begins with its mark. */
export async function* utf8Pieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let converter: ToUtf8 | null | undefined
  let held: Uint8Array = new Uint8Array(0)
  for await (const next of pieces) {
    let piece = next
    if (converter === undefined) {
      piece = held = held.length === 0 ? next : Buffer.concat([held, next])
      if (piece.length < 2) continue
      converter = converterFor(piece)
      if (converter) piece = piece.subarray(2)
    }
    yield converter ? converted(converter, piece, false) : piece
  }
  if (converter === undefined) yield held
  else if (converter) yield converted(converter, new Uint8Array(0), true)
}

function converterFor([first, second]: Uint8Array): ToUtf8 | null {
  if (first === 0xff && second === 0xfe) return fromUtf16('utf-16le')
  return first === 0xfe && second === 0xff ? fromUtf16('utf-16be') : null
}

function converted(converter: ToUtf8, piece: Uint8Array, last: boolean): Uint8Array {
  const target = new Uint8Array(piece.length * 3 + 4)
  const end = converter.write(piece, target, 0, last)
  if (converter.damaged) throw refuse('invalid', 'files/broken-xml')
  return target.subarray(0, end)
}
