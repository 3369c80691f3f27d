import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseDocument } from 'yaml'
import { inKeptWords } from '../../assessments/contract.ts'
import { Refusal, refuse } from '../../core/base/index.ts'
import type { Methodology } from '../../core/rules/methodology.ts'
import { readMethodology } from '../../core/rules/read-methodology.ts'
import { listFolders } from '../../platform/files/list-folders.ts'
import { openFile } from '../../platform/files/open-file.ts'

/** Where methodologies that come with the product stand. */
const shippedFolder = fileURLToPath(new URL('../../../methodologies', import.meta.url))

export interface LoadedMethodology {
  readonly methodology: Methodology
  readonly folder: string
}

/** Ids of the methodologies that come with the product. */
export function shippedMethodologies(): Promise<readonly string[]> {
  return listFolders(shippedFolder)
}

/**
 * A methodology by its id or by its folder.
 *
 * @throws refuse('not-found', 'methodologies/not-found'), refuse('invalid', 'methodologies/broken-yaml') and what `readMethodology` refuses
 * @example (await loadMethodology('novokuznetsk-2022')).methodology.edition // 1
 */
export async function loadMethodology(idOrFolder: string): Promise<LoadedMethodology> {
  const shipped = await shippedMethodologies()
  const folder = shipped.includes(idOrFolder) ? join(shippedFolder, idOrFolder) : idOrFolder
  const data = await readYaml(join(folder, 'methodology.yaml'), idOrFolder, shipped)
  return { methodology: readMethodology(inKeptWords(data)), folder }
}

/** Data of a YAML file of a methodology. JSON is YAML as well. */
export async function readYaml(file: string, asked: string, shipped: readonly string[] = []): Promise<unknown> {
  const text = new TextDecoder().decode(await openNamed(file, asked, shipped))
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) {
    const { line = 0, col = 0 } = error.linePos?.[0] ?? {}
    throw refuse('invalid', 'methodologies/broken-yaml', { file, line, column: col })
  }
  try {
    // Aliases that unfold without end are refused by the library.
    return document.toJS({ maxAliasCount: 50 })
  } catch {
    throw refuse('invalid', 'methodologies/broken-yaml', { file, line: 1, column: 1 })
  }
}

async function openNamed(file: string, asked: string, shipped: readonly string[]): Promise<Uint8Array> {
  try {
    return await openFile(file)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'files/not-found')
      throw refuse('not-found', 'methodologies/not-found', { found: asked, file, known: shipped.join(', ') })
    throw error
  }
}
