import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import { type Refusal, refuse } from '../../../../core/base/index.ts'
import type { ByteSource } from '../byte-source.ts'
import type { RowLimits } from '../limits.ts'

/** The archive that an XLSX is: names of its parts at once, their bytes as they are inflated. */
export interface PackedParts {
  has(name: string): boolean
  /** Inflated size as the archive declares it; 0 when there is no such part. */
  sizeOf(name: string): number
  /** Bytes of a part, piece by piece. Names are told apart without regard to case: some programs write `SharedStrings.xml`. */
  pieces(name: string): AsyncGenerator<Uint8Array, void, undefined>
  /** How much of the file has been inflated so far, in packed bytes. */
  readonly packedRead: number
}

const stored = 0
const deflated = 8
const packedPiece = 262_144

/**
 * Opens a zip wherever it lies. Declared sizes are judged before a part is inflated, real ones and the checksum while it happens.
 *
 * @throws refuse('invalid', 'files/broken-archive'), refuse('too-large', 'files/archive-bomb' | 'files/archive-entries'),
 *   refuse('unsupported', 'files/encrypted')
 */
export async function openPackedParts(source: ByteSource, limits: RowLimits): Promise<PackedParts> {
  const zip = await orBroken(
    fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: false,
    }),
  )
  if (zip.entryCount > limits.archiveEntries)
    throw refuse('too-large', 'files/archive-entries', { found: zip.entryCount, limit: limits.archiveEntries })
  const entries = await orBroken(entriesOf(zip))
  let promised = 0
  let packedRead = 0
  return {
    has: name => entries.has(name.toLowerCase()),
    sizeOf: name => entries.get(name.toLowerCase())?.uncompressedSize ?? 0,
    get packedRead() {
      return packedRead
    },
    async *pieces(name) {
      const entry = entries.get(name.toLowerCase())
      if (entry === undefined) return
      if (entry.isEncrypted()) throw refuse('unsupported', 'files/encrypted')
      promised += entry.uncompressedSize
      if (isBomb(entry, limits) || promised > limits.inflatedBytes) throw bomb(limits)
      const { fileDataStart } = await orBroken(zip.readLocalFileHeaderPromise(entry, { minimal: true }))
      const packed = packedPieces(source, fileDataStart, entry.compressedSize, limits, read => {
        packedRead += read
      })
      yield* checked(inflatedPieces(entry, packed), entry, limits)
    },
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      const name = entry.fileName.toLowerCase()
      // A name given twice is a trick: two readers would show two tables.
      if (entries.has(name)) return reject(new Error('a part given twice'))
      entries.set(name, entry)
      zip.readEntry()
    })
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.readEntry()
  })
  return entries
}

class SourceReader extends RandomAccessReader {
  private readonly source: ByteSource

  constructor(source: ByteSource) {
    super()
    this.source = source
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ) {
    readFully(this.source, buffer, offset, length, position).then(() => callback(null), callback)
  }

  override _readStreamForRange(): never {
    throw new Error('parts are read by pieces, never as a stream of the archive')
  }
}

async function readFully(
  source: ByteSource,
  target: Uint8Array,
  at: number,
  length: number,
  position: number,
): Promise<void> {
  for (let done = 0; done < length; ) {
    const read = await source.read(target, at + done, length - done, position + done)
    if (read === 0) throw new Error('the archive ends early')
    done += read
  }
}

async function* packedPieces(
  source: ByteSource,
  start: number,
  length: number,
  limits: RowLimits,
  told: (read: number) => void,
) {
  for (let done = 0; done < length; ) {
    const piece = new Uint8Array(Math.min(packedPiece, limits.chunkBytes, length - done))
    await readFully(source, piece, 0, piece.length, start + done)
    done += piece.length
    told(piece.length)
    yield piece
  }
}

async function* inflatedPieces(entry: Entry, packed: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (entry.compressionMethod === stored) return yield* packed
  if (entry.compressionMethod !== deflated) throw new Error('packed in an unknown way')
  const inflate = createInflateRaw({ chunkSize: packedPiece })
  const feed = Readable.from(packed, { objectMode: false }).on('error', error => inflate.destroy(error))
  feed.pipe(inflate)
  try {
    for await (const piece of inflate) yield piece as Uint8Array
  } finally {
    feed.destroy()
    inflate.destroy()
  }
}

/** A part that holds more than it says is not inflated further; one that holds less or something else is broken. */
async function* checked(
  pieces: AsyncGenerator<Uint8Array>,
  entry: Entry,
  limits: RowLimits,
): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0
  let checksum = 0
  const next = () => orBroken(pieces.next())
  try {
    for (let step = await next(); !step.done; step = await next()) {
      size += step.value.length
      if (size > entry.uncompressedSize) throw bomb(limits)
      checksum = crc32(step.value, checksum)
      yield step.value
    }
  } finally {
    await pieces.return(undefined)
  }
  if (size !== entry.uncompressedSize || checksum !== entry.crc32) throw refuse('invalid', 'files/broken-archive')
}

function isBomb({ compressedSize, uncompressedSize }: Entry, limits: RowLimits): boolean {
  return uncompressedSize > limits.ratioFromBytes && uncompressedSize > compressedSize * limits.inflationRatio
}

function bomb(limits: RowLimits): Refusal {
  return refuse('too-large', 'files/archive-bomb', { limitMb: Math.round(limits.inflatedBytes / 1048576) })
}

async function orBroken<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise
  } catch {
    throw refuse('invalid', 'files/broken-archive')
  }
}
