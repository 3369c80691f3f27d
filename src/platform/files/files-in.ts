import fs from 'node:fs/promises'
import path from 'node:path'
import { refuse } from '../../core/base/index.ts'
import { filesInArchive } from './archive-of-files.ts'
import { fileLimits } from './limits.ts'
import { openFile } from './open-file.ts'

/** A file that was meant: by its path, or as bytes out of a ZIP. */
export interface FoundFile {
  /** As a person would name it: `папка/протокол.xlsx`, `школы.zip/протокол.xlsx`. */
  readonly name: string
  readonly source: { readonly path: string } | { readonly bytes: Uint8Array }
}

/** An archive is held in memory while its files are read. */
const archiveLimits = { ...fileLimits, fileBytes: 1024 * 1024 * 1024 }

/**
 * The files that a path means: the file itself, all files of a folder and its folders, all files of a ZIP. By name; hidden files and locks
 * of Office are passed over. A workbook is a ZIP as well and stays one file.
 *
 * @throws refuse('not-found', 'files/not-found'), refuse('forbidden', 'files/not-readable') and what `openFile` and `filesInArchive` refuse
 * @example for await (const { name, source } of filesIn('школы.zip')) await readResults(source, { fileName: name })
 */
export async function* filesIn(place: string): AsyncGenerator<FoundFile> {
  if (await isFolder(place)) {
    const below = await fs.readdir(place, { recursive: true, withFileTypes: true })
    const names = below.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
    for (const name of names.filter(isMeant).sort(byName.compare)) yield* filesIn(name)
    return
  }
  const archive = (await isZip(place)) ? await filesInArchive(await openFile(place, archiveLimits)) : null
  if (archive) for await (const { name, bytes } of archive.each()) yield { name: `${place}/${name}`, source: { bytes } }
  else yield { name: place, source: { path: place } }
}

async function isFolder(place: string): Promise<boolean> {
  try {
    await fs.access(place, fs.constants.R_OK)
    return (await fs.stat(place)).isDirectory()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EACCES' || code === 'EPERM') throw refuse('forbidden', 'files/not-readable', { path: place })
    throw refuse('not-found', 'files/not-found', { path: place })
  }
}

const byName = new Intl.Collator('ru', { numeric: true })

function isMeant(name: string): boolean {
  const last = path.basename(name)
  return !last.startsWith('.') && !last.startsWith('~$')
}

async function isZip(place: string): Promise<boolean> {
  const file = await fs.open(place)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.toString('latin1') === 'PK\u0003\u0004'
  } finally {
    await file.close()
  }
}
