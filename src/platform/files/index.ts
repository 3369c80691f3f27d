import type { SourceDocument } from '../../core/document-model/index.ts'
import { readDocxArchive } from './docx/index.ts'
import { type FileLimits, fileLimits } from './limits.ts'
import { readPdf } from './pdf/index.ts'
import { recogniseFile } from './recognise.ts'
import { readPlainText } from './text/index.ts'

export { readDocx } from './docx/index.ts'
export { type FileLimits, fileLimits } from './limits.ts'
export { openFile } from './open-file.ts'
export { readPdf } from './pdf/index.ts'
export { type RecognisedFile, recogniseFile } from './recognise.ts'
export { readText } from './text/index.ts'
export { texts } from './texts.ts'
export { tooLarge } from './too-large.ts'

/**
 * Reads a document of any kind that is taken (DOCX, PDF with a text layer, text), told apart by content.
 *
 * Runs in this process: for files that came from outside use `platform/sandbox`.
 *
 * @throws Refusal `files/…`
 * @example (await readFile(bytes)).format // 'docx'
 */
export async function readFile(bytes: Uint8Array, limits: FileLimits = fileLimits): Promise<SourceDocument> {
  const file = await recogniseFile(bytes, limits)
  if (file.kind === 'docx') return readDocxArchive(file.archive, limits)
  return file.kind === 'pdf' ? readPdf(bytes, limits) : readPlainText(file.text, limits)
}
