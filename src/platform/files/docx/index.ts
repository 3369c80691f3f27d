import { refuse } from '../../../core/base/index.ts'
import type { SourceDocument } from '../../../core/document-model/index.ts'
import { finish } from '../draft.ts'
import { type FileLimits, fileLimits } from '../limits.ts'
import { type Archive, openArchive } from './archive.ts'
import { readDocumentPart } from './document.ts'
import { namesFor } from './names.ts'
import { readNumbering } from './numbering.ts'
import { readStyles } from './styles.ts'
import { attributeOf, scanXml } from './xml.ts'

/**
 * Reads a Word document: paragraphs with their automatic numbers, tables with merged cells, in print order.
 * Headers, footers, notes and pictures are not part of the text; notes and pictures are counted in `leftOut`.
 *
 * @throws Refusal `files/…`: a damaged archive or part, too large when unpacked, closed with a password, with macros, without text
 * @example (await readDocx(bytes)).blocks[0] // { kind: 'paragraph', text: 'УПРАВЛЕНИЕ ОБРАЗОВАНИЯ', … }
 */
export async function readDocx(bytes: Uint8Array, limits: FileLimits = fileLimits): Promise<SourceDocument> {
  return readDocxArchive(await openArchive(asBuffer(bytes), limits), limits)
}

/** The same for an archive that is already open. */
export async function readDocxArchive(archive: Archive, limits: FileLimits = fileLimits): Promise<SourceDocument> {
  for (const name of archive.names)
    if (/(^|\/)vbaProject\.bin$/i.test(name)) throw refuse('unsupported', 'files/macros')
  const main = await mainPartOf(archive, limits)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const xml = await archive.textOf(main)
  if (xml === undefined) throw refuse('unsupported', 'files/not-a-document')
  const styles = readStyles(await archive.textOf(`${folder}styles.xml`), limits)
  const numbering = readNumbering(
    xml.includes('numPr') || xml.includes('pStyle') ? await archive.textOf(`${folder}numbering.xml`) : undefined,
    limits,
  )
  const { blocks, leftOut } = readDocumentPart(xml, styles, numbering, limits)
  const document = finish('docx', blocks, leftOut, limits)
  if (document.blocks.length > 0) return document
  const pictures = leftOut.pictures ?? 0
  throw pictures > 0
    ? refuse('unsupported', 'files/pictures-only', { found: pictures })
    : refuse('invalid', 'files/no-text')
}

/** The part that the package names as its document; by custom `word/document.xml`. */
async function mainPartOf(archive: Archive, limits: FileLimits): Promise<string> {
  const usual = 'word/document.xml'
  if (archive.names.has(usual)) return usual
  let found: string | undefined
  const links = await archive.textOf('_rels/.rels')
  if (links !== undefined) {
    scanXml(
      links,
      namesFor(['Relationship']),
      {
        wantsText: false,
        open(_, attributes) {
          if (/\/officeDocument$/.test(attributeOf(attributes, 'Type') ?? '')) found = attributeOf(attributes, 'Target')
          return false
        },
        close() {},
      },
      limits,
    )
  }
  const name = found?.replace(/^\//, '')
  if (name === undefined || !archive.names.has(name)) throw refuse('unsupported', 'files/not-a-document')
  return name
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
