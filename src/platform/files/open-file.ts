import fs from 'node:fs/promises'
import { refuse } from '../../core/base/index.ts'
import { type FileLimits, fileLimits } from './limits.ts'
import { tooLarge } from './too-large.ts'

/**
 * Bytes of a file on this machine, refused by its size before it is read.
 *
 * @throws refuse('not-found', 'files/not-found'), refuse('invalid', 'files/is-folder'), refuse('forbidden', 'files/not-readable'),
 *   refuse('too-large', 'files/too-large')
 * @example await openFile('приказ.docx')
 */
export async function openFile(path: string, limits: FileLimits = fileLimits): Promise<Uint8Array> {
  try {
    const found = await fs.stat(path)
    if (found.isDirectory()) throw refuse('invalid', 'files/is-folder', { path })
    if (found.size > limits.fileBytes) throw tooLarge(found.size, limits)
    return await fs.readFile(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') throw refuse('not-found', 'files/not-found', { path })
    if (code === 'EACCES' || code === 'EPERM') throw refuse('forbidden', 'files/not-readable', { path })
    throw error
  }
}
