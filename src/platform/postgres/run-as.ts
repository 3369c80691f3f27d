import { spawnSync } from 'node:child_process'
import { lchownSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from '../../core/base/index.ts'

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it as is (`self`); root runs it inside a user namespace
 * where root is seen as "nobody" (works under any path), or, where namespaces are forbidden, as the real uid of nobody.
 */
export type RunAs = 'self' | 'namespace' | 'nobody'

const nobody = 65534

export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly options: { readonly uid?: number; readonly gid?: number }
}

/** The command line that runs a program in the given way. */
export function commandAs(runAs: RunAs, program: string, args: readonly string[]): Command {
  if (runAs === 'namespace')
    return { file: 'unshare', args: ['--user', `--map-user=${nobody}`, '--', program, ...args], options: {} }
  return { file: program, args, options: runAs === 'nobody' ? { uid: nobody, gid: nobody } : {} }
}

/**
 * Chooses how to run the database on this machine, by trying.
 *
 * @param program any program of PostgreSQL that knows --version
 * @throws refuse('unsupported', 'platform/database-root') when root can change to nobody in neither way
 */
export function chooseRunAs(program: string): RunAs {
  if (process.getuid?.() !== 0) return 'self'
  const reasons: string[] = []
  for (const runAs of ['namespace', 'nobody'] as const) {
    const { file, args, options } = commandAs(runAs, program, ['--version'])
    const tried = spawnSync(file, args, { ...options, cwd: '/', encoding: 'utf8', timeout: 10_000 })
    if (tried.status === 0) return runAs
    reasons.push((tried.error?.message ?? tried.stderr).trim())
  }
  throw refuse('unsupported', 'platform/database-root', { reason: reasons.join('; ') })
}

/** Gives a folder and all in it to the user that the database runs as. Does nothing when it is theirs already. */
export function giveTo(runAs: RunAs, folder: string): void {
  if (runAs === 'self') return
  const uid = runAs === 'nobody' ? nobody : 0
  if (lstatSync(folder).uid === uid) return
  for (const entry of readdirSync(folder, { recursive: true }) as string[]) lchownSync(join(folder, entry), uid, uid)
  lchownSync(folder, uid, uid)
}
