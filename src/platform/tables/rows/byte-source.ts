import { open } from 'node:fs/promises'
import type { RowSource } from './row.ts'

/** A file that is read piece by piece from anywhere in it, whether it lies in memory or on the disk. */
export interface ByteSource {
  readonly size: number
  /** Copies up to `length` bytes from `position` of the file to `target[at…]`; resolves with how many, 0 at the end. */
  read(target: Uint8Array, at: number, length: number, position: number): Promise<number>
  close(): Promise<void>
}

export async function openSource(source: RowSource): Promise<ByteSource> {
  if ('bytes' in source) return inMemory(source.bytes)
  const file = await open(source.path, 'r')
  try {
    const { size } = await file.stat()
    return {
      size,
      read: async (target, at, length, position) => (await file.read(target, at, length, position)).bytesRead,
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

function inMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    async read(target, at, length, position) {
      const piece = bytes.subarray(position, position + length)
      target.set(piece, at)
      return piece.length
    },
    async close() {},
  }
}

/** The first bytes of a file, as many as asked for or all of them. */
export async function headOf(source: ByteSource, length: number): Promise<Uint8Array> {
  const head = new Uint8Array(Math.min(length, source.size))
  let filled = 0
  while (filled < head.length) {
    const read = await source.read(head, filled, head.length - filled, filled)
    if (read === 0) break
    filled += read
  }
  return head.subarray(0, filled)
}
