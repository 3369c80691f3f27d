import fs from 'node:fs/promises'
import path from 'node:path'
import { refuse } from '../../core/base/index.ts'
import { openArchive } from './docx/archive.ts'
import { type FileLimits, fileLimits } from './limits.ts'
import { openFile } from './open-file.ts'

/** A file that was meant: by its path, or as bytes out of a ZIP. */
export interface FoundFile {
  /** As a person would name it: `папка/протокол.xlsx`, `школы.zip/протокол.xlsx`. */
  readonly name: string
  readonly source: { readonly path: string } | { readonly bytes: Uint8Array }
}

const MB = 1024 * 1024
const manyFiles: FileLimits = { ...fileLimits, fileBytes: 1024 * MB, archiveEntries: 20_000, inflatedBytes: 4096 * MB }

/**
 * The files that a path means: the file itself, all files of a folder and its folders, all files of a ZIP. By name; hidden files, folders of
 * macOS and locks of Office are passed over. A workbook is a ZIP as well and stays one file.
 *
 * @throws refuse('not-found', 'files/not-found'), refuse('forbidden', 'files/not-readable') and what `openFile` and `openArchive` refuse
 * @example for await (const { name, source } of filesIn('школы.zip')) await readResults(source, { fileName: name })
 */
export async function* filesIn(place: string, limits: FileLimits = manyFiles): AsyncGenerator<FoundFile> {
  if (await isFolder(place)) {
    const below = await fs.readdir(place, { recursive: true, withFileTypes: true })
    const names = below.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
    for (const name of names.filter(isMeant).sort(byName.compare)) yield* filesIn(name, limits)
    return
  }
  if (!(await isZip(place))) {
    yield { name: place, source: { path: place } }
    return
  }
  const bytes = Buffer.from(await openFile(place, limits))
  const archive = await openArchive(bytes, limits)
  if (archive.names.has('[Content_Types].xml')) {
    yield { name: place, source: { bytes } }
    return
  }
  for (const name of [...archive.names].filter(isMeant).sort(byName.compare)) {
    const part = await archive.bytesOf(name)
    if (part) yield { name: `${place}/${name}`, source: { bytes: part } }
  }
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
  const parts = name.split(/[\\/]/)
  const last = parts.at(-1) ?? ''
  return last !== '' && !last.startsWith('.') && !last.startsWith('~$') && !parts.includes('__MACOSX')
}

async function isZip(place: string): Promise<boolean> {
  const file = await fs.open(place).catch(() => null)
  if (!file) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.toString('latin1') === 'PK\u0003\u0004'
  } catch {
    return false
  } finally {
    await file.close()
  }
}
