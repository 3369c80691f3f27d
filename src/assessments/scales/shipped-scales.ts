import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseDocument } from 'yaml'
import { refuse } from '../../core/base/index.ts'
import { listFolders } from '../../platform/files/list-folders.ts'
import { openFile } from '../../platform/files/open-file.ts'
import { readScaleFile } from './read-scale-file.ts'
import { overlapping, type ScaleEntry } from './scale-entry.ts'

const shippedFolder = fileURLToPath(new URL('../../../scales', import.meta.url))
let read: Promise<readonly ScaleEntry[]> | undefined

/**
 * The scales that come with the product, read once: `scales/<id>/scale.yaml`.
 * @throws as loadScales does
 * @example scaleFor(await shippedScales(), place, regionId)
 */
export function shippedScales(): Promise<readonly ScaleEntry[]> {
  read ??= loadScales(shippedFolder)
  return read
}

/**
 * All scales of a folder.
 *
 * @throws refuse('invalid', 'assessments/scale-malformed') for a file that is not as described
 * @throws refuse('invalid', 'assessments/scale-twice') when two files speak of the same procedure, subject, grade and year
 */
export async function loadScales(folder: string): Promise<readonly ScaleEntry[]> {
  const entries: ScaleEntry[] = []
  for (const id of await listFolders(folder)) {
    const file = join(folder, id, 'scale.yaml')
    const found = readScaleFile(await yamlIn(file), file)
    if (found[0]!.id !== id)
      throw refuse('invalid', 'assessments/scale-malformed', {
        file,
        at: 'id',
        found: found[0]!.id,
        expected: 'word',
        known: id,
      })
    entries.push(...found)
  }
  const [twice] = overlapping(entries)
  if (twice) {
    const [{ id, procedure, subject, grade }, { id: other }] = twice
    throw refuse('invalid', 'assessments/scale-twice', { one: id, other, procedure, subject, grade })
  }
  return entries
}

async function yamlIn(file: string): Promise<unknown> {
  const document = parseDocument(new TextDecoder().decode(await openFile(file)))
  const [error] = document.errors
  if (error) {
    const { line = 0, col = 0 } = error.linePos?.[0] ?? {}
    throw refuse('invalid', 'assessments/scale-malformed', {
      file,
      at: `${line}:${col}`,
      found: '',
      expected: 'yaml',
      known: '',
    })
  }
  return document.toJS({ maxAliasCount: 50 })
}
