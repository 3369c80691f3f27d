import { isAscii, isUtf8 } from 'node:buffer'
import type { ByteSource } from '../byte-source.ts'
import { type Encoding, tellEightBit } from './encoding.ts'
import { fromUtf16, fromWindows1251, type ToUtf8 } from './to-utf8.ts'
import { cutCharacterStart, validUtf8End } from './valid-utf8.ts'

/**
 * The part of a file that is in memory: a buffer of UTF-8 that is read on and on. What `bytes` holds up to `end` is whole, valid
 * characters, and one more byte behind it may be overwritten (the scanner puts a mark there).
 */
export class TextWindow {
  bytes: Uint8Array
  end = 0
  /** Nothing follows `end`. */
  ended = false
  /** The character behind `end` is damaged: nothing follows that could be trusted. */
  damaged = false
  /** How much of the file has been read. */
  position: number
  /** Bytes behind `end` that are not yet a whole character. */
  private pendingEnd = 0
  private converter: ToUtf8 | null
  private raw = new Uint8Array(0)
  private readonly source: ByteSource
  private encoding: Encoding
  private readonly chunkBytes: number

  constructor(source: ByteSource, encoding: Encoding, skip: number, chunkBytes: number) {
    this.source = source
    this.encoding = encoding
    this.position = skip
    this.chunkBytes = chunkBytes
    this.bytes = new Uint8Array(roomFor(chunkBytes))
    this.converter = converterOf(encoding)
  }

  /**
   * Forgets what stands before `tail` except the piece that is still needed, and reads on behind it.
   * @returns where the tail begins now; the kept piece begins at 0
   */
  async readOn(keptStart: number, keptEnd: number, tail: number): Promise<number> {
    const kept = keptEnd - keptStart
    const needed = kept + this.pendingEnd - tail + roomFor(this.chunkBytes)
    const from = this.bytes
    if (needed > from.length) this.bytes = new Uint8Array(Math.max(needed, Math.min(from.length * 2, needed * 2)))
    const rest = from.subarray(tail, this.pendingEnd)
    this.bytes.set(from.subarray(keptStart, keptEnd), 0)
    this.bytes.set(rest, kept)
    this.end += kept - tail
    this.pendingEnd += kept - tail
    await this.fill()
    return kept
  }

  private async fill(): Promise<void> {
    if (this.converter) return this.fillConverted(this.converter)
    const read = await this.source.read(this.bytes, this.pendingEnd, this.chunkBytes, this.position)
    this.position += read
    this.pendingEnd += read
    this.ended = read === 0
    const valid = this.ended ? this.pendingEnd : cutCharacterStart(this.bytes, this.end, this.pendingEnd)
    const fresh = this.bytes.subarray(this.end, valid)
    if (this.encoding === 'ascii' && isAscii(fresh)) this.end = valid
    else if (isUtf8(fresh)) {
      this.encoding = 'utf-8'
      this.end = valid
    } else this.meetOtherBytes()
  }

  /** Not UTF-8. After nothing but ASCII it may be cp1251, and then nothing read so far was read wrong; otherwise it is damage. */
  private meetOtherBytes(): void {
    const fresh = this.bytes.slice(this.end, this.pendingEnd)
    if (this.encoding === 'ascii' && tellEightBit(fresh) === 'windows-1251') {
      this.encoding = 'windows-1251'
      this.converter = fromWindows1251()
      this.makeRoom(fresh.length)
      this.end = this.converter.write(fresh, this.bytes, this.end, this.ended)
      this.pendingEnd = this.end
    } else {
      this.end = validUtf8End(this.bytes, this.end, this.pendingEnd)
      this.damaged = true
    }
  }

  private async fillConverted(converter: ToUtf8): Promise<void> {
    if (this.raw.length < this.chunkBytes) this.raw = new Uint8Array(this.chunkBytes)
    const read = await this.source.read(this.raw, 0, this.chunkBytes, this.position)
    this.position += read
    this.ended = read === 0
    this.makeRoom(read)
    this.end = converter.write(this.raw.subarray(0, read), this.bytes, this.end, this.ended)
    this.pendingEnd = this.end
    this.damaged = converter.damaged
  }

  private makeRoom(rawBytes: number): void {
    const needed = this.end + roomFor(rawBytes * 3)
    if (needed <= this.bytes.length) return
    const larger = new Uint8Array(needed)
    larger.set(this.bytes.subarray(0, this.end))
    this.bytes = larger
  }
}

function converterOf(encoding: Encoding): ToUtf8 | null {
  if (encoding === 'windows-1251') return fromWindows1251()
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? fromUtf16(encoding) : null
}

/** A character that the piece before cut off, and the scanner's mark. */
const roomFor = (bytes: number) => bytes + 16
