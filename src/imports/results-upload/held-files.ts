import type { UploadedFile } from '../../core/web/index.ts'

interface Held {
  readonly file: UploadedFile
  readonly timer: NodeJS.Timeout
}

const held = new Map<string, Held>()
const minutes = 20
const bytesAtMost = 200 * 1024 * 1024

/**
 * Keeps a file in memory for a while, and nowhere else, until a person has said which of its columns is what. A file out of an archive is
 * not kept: the archive is sent again.
 */
export function holdFile(
  uploadId: string,
  place: number,
  files: readonly UploadedFile[],
  { fileName }: { readonly fileName: string },
): void {
  const file = files.find(each => each.fileName === fileName)
  const total = [...held.values()].reduce((sum, each) => sum + each.file.bytes.length, 0)
  if (!file || total + file.bytes.length > bytesAtMost) return
  const key = `${uploadId} ${place}`
  const timer = setTimeout(() => held.delete(key), minutes * 60_000)
  timer.unref()
  held.set(key, { file, timer })
}

/** Gives a file back and forgets it; null when it is no longer there. */
export function takeHeldFile(uploadId: string, place: number): UploadedFile | null {
  const key = `${uploadId} ${place}`
  const found = held.get(key)
  if (!found) return null
  clearTimeout(found.timer)
  held.delete(key)
  return found.file
}
