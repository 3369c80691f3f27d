import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../../..', import.meta.url))

/** Why tests that run something as another user step aside, or false: nobody else can run a program below a private folder. */
export const closedToOthers = foldersAbove(project).some(folder => (statSync(folder).mode & 0o001) === 0)
  ? 'the project lies in a folder closed to other users'
  : false

function foldersAbove(folder: string): string[] {
  const above = dirname(folder)
  return above === folder ? [folder] : [folder, ...foldersAbove(above)]
}
