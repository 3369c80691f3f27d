import fs from 'node:fs/promises'
import { refuse } from '../../core/base/index.ts'

/**
 * Writes a file that a person asked for on this machine: whole or not at all.
 *
 * @throws refuse('forbidden', 'files/not-writable') when the folder is not there or may not be written to
 * @example await saveFile('counts.csv', 'school,year\n')
 */
export async function saveFile(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.${process.pid}.part`
  try {
    await fs.writeFile(unfinished, content)
    await fs.rename(unfinished, path)
  } catch {
    await fs.rm(unfinished, { force: true })
    throw refuse('forbidden', 'files/not-writable', { path })
  }
}
