import { type ArchiveLimits, openArchive } from './docx/archive.ts'

const MB = 1024 * 1024

/** Hundreds of files of schools in one archive: more entries and bytes than one document may have, read one after another. */
export const archiveOfFilesLimits: ArchiveLimits = {
  archiveEntries: 5000,
  inflatedBytes: 1024 * MB,
  inflationRatio: 250,
  ratioFromBytes: 2 * MB,
}

export interface FileInArchive {
  /** Its name with folders, as its author saw it. */
  readonly name: string
  readonly bytes: Buffer
}

/** Files that programs leave in archives and nobody put there. */
const leftovers = /(^|\/)(__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i

/**
 * The files of an archive, one at a time; null when the bytes are no archive or the archive is one document itself (XLSX, DOCX, ODS).
 *
 * @throws what `openArchive` refuses: broken, encrypted, a bomb, too many entries
 * @example const files = await filesInArchive(bytes); for await (const { name, bytes } of files?.each() ?? []) …
 */
export async function filesInArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits = archiveOfFilesLimits,
): Promise<{ readonly count: number; readonly each: () => AsyncGenerator<FileInArchive> } | null> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null
  const archive = await openArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits)
  if (archive.names.has('[Content_Types].xml') || archive.names.has('mimetype')) return null
  const names = [...archive.names].filter(name => !name.endsWith('/') && !leftovers.test(name))
  return {
    count: names.length,
    async *each() {
      for (const name of names) yield { name: archive.nameShown(name), bytes: (await archive.bytesOf(name))! }
    },
  }
}
