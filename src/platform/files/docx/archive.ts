import { inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { type Refusal, refuse } from '../../../core/base/index.ts'
import type { FileLimits } from '../limits.ts'

export type ArchiveLimits = Pick<FileLimits, 'archiveEntries' | 'inflatedBytes' | 'inflationRatio' | 'ratioFromBytes'>

/** The archive that a DOCX is: names of its parts at once, their bytes on demand. */
export interface Archive {
  readonly names: ReadonlySet<string>
  /** Text of a part (UTF-8, or UTF-16 where it has the mark); undefined when there is no such part. */
  textOf(name: string): Promise<string | undefined>
  /** Bytes of a part; undefined when there is no such part. */
  bytesOf(name: string): Promise<Buffer | undefined>
  /** A name as its author saw it: archives made under Windows write Cyrillic in cp866 and do not say so. */
  nameShown(name: string): string
}

const deflated = 8
const stored = 0

/**
 * Opens a zip held in memory. Nothing is unpacked yet; only what is asked for later will be, and never beyond the limits:
 * declared sizes are judged before unpacking, real ones while it happens.
 *
 * @throws refuse('invalid', 'files/broken-archive'), refuse('too-large', 'files/archive-bomb' | 'files/archive-entries'),
 *   refuse('unsupported', 'files/encrypted')
 * @example const archive = await openArchive(bytes, fileLimits); await archive.textOf('word/document.xml')
 */
export async function openArchive(bytes: Buffer, limits: ArchiveLimits): Promise<Archive> {
  const entries = new Map<string, Entry>()
  const zip = await orBroken(fromBufferPromise(bytes, { decodeStrings: true, validateEntrySizes: false }))
  if (zip.entryCount > limits.archiveEntries)
    throw refuse('too-large', 'files/archive-entries', { found: zip.entryCount, limit: limits.archiveEntries })
  await orBroken(listEntries(zip, entries))
  let inflated = 0
  const bytesOf = async (name: string): Promise<Buffer | undefined> => {
    const entry = entries.get(name)
    if (!entry) return undefined
    const part = await inflate(zip, bytes, entry, limits, limits.inflatedBytes - inflated)
    inflated += part.length
    return part
  }
  return {
    names: new Set(entries.keys()),
    bytesOf,
    nameShown: name => shownName(entries.get(name)?.fileNameRaw ?? Buffer.from(name)),
    async textOf(name) {
      const part = await bytesOf(name)
      return part && decodePart(part)
    },
  }
}

async function listEntries(zip: ZipFile, entries: Map<string, Entry>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      // A name given twice is a trick: two readers would show two documents.
      if (entries.has(entry.fileName)) return reject(new Error(`part given twice: ${entry.fileName}`))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.readEntry()
  })
}

async function inflate(
  zip: ZipFile,
  bytes: Buffer,
  entry: Entry,
  limits: ArchiveLimits,
  room: number,
): Promise<Buffer> {
  if ((entry.generalPurposeBitFlag & 1) === 1) throw refuse('unsupported', 'files/encrypted')
  if (isBomb(entry.compressedSize, entry.uncompressedSize, limits) || entry.uncompressedSize > room) throw bomb(limits)
  const { fileDataStart } = await orBroken(zip.readLocalFileHeaderPromise(entry, { minimal: true }))
  const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize)
  if (entry.compressionMethod === stored) return packed
  if (entry.compressionMethod !== deflated) throw refuse('invalid', 'files/broken-archive')
  try {
    // Stops by itself at the declared size: a part that holds more than it says is not unpacked further.
    const size = Math.max(entry.uncompressedSize, 64)
    return inflateRawSync(packed, { maxOutputLength: size, chunkSize: size })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? bomb(limits)
      : refuse('invalid', 'files/broken-archive')
  }
}

function isBomb(packedBytes: number, inflatedBytes: number, limits: ArchiveLimits): boolean {
  return inflatedBytes > limits.ratioFromBytes && inflatedBytes > packedBytes * limits.inflationRatio
}

function bomb(limits: ArchiveLimits): Refusal {
  return refuse('too-large', 'files/archive-bomb', { limitMb: Math.round(limits.inflatedBytes / 1024 / 1024) })
}

async function orBroken<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise
  } catch {
    throw refuse('invalid', 'files/broken-archive')
  }
}

function shownName(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('ibm866').decode(raw)
  }
}

function decodePart(part: Buffer): string {
  if (part[0] === 0xff && part[1] === 0xfe) return new TextDecoder('utf-16le').decode(part)
  if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder('utf-16be').decode(part)
  return part.toString('utf8')
}
