import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inKeptWords } from '../../assessments/contract.ts'
import { Refusal, refuse } from '../../core/base/index.ts'
import type { Methodology } from '../../core/rules/methodology.ts'
import { readMethodology } from '../../core/rules/read-methodology.ts'
import { listFolders } from '../../platform/files/list-folders.ts'
import { openFile } from '../../platform/files/open-file.ts'
import { dataOf } from '../model/edition.ts'

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

/** Data of a YAML file of a methodology. @throws refuse('not-found', 'methodologies/not-found'), refuse('invalid', 'methodologies/broken-yaml') */
export async function readYaml(file: string, asked: string, shipped: readonly string[] = []): Promise<unknown> {
  return dataOf(await readText(file, asked, shipped), file)
}

/** A methodology that comes with the product, as it is written: both files. */
export async function shippedTexts(id: string): Promise<{ readonly methodology: string; readonly cases: string }> {
  const read = (name: string) => readText(join(shippedFolder, id, name), id)
  return { methodology: await read('methodology.yaml'), cases: await read('cases.yaml') }
}

/** The data of a text checked as a methodology, its procedures under the words that the product keeps. @throws as loadMethodology does */
export function methodologyIn(text: string): Methodology {
  return readMethodology(inKeptWords(dataOf(text, 'methodology.yaml')))
}

async function readText(file: string, asked: string, shipped: readonly string[] = []): Promise<string> {
  return new TextDecoder().decode(await openNamed(file, asked, shipped))
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
