import { type Refusal, refuse } from '../../core/base/index.ts'
import { type Archive, openArchive } from './docx/archive.ts'
import { type FileLimits, fileLimits } from './limits.ts'
import { decodeText } from './text/decode.ts'
import { tooLarge } from './too-large.ts'

/** What a file is by its content, ready for its reader. */
export type RecognisedFile =
  | { readonly kind: 'docx'; readonly archive: Archive }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'text'; readonly text: string }

/**
 * Tells what a file is by its content, never by its name, and refuses what no reader takes.
 *
 * @throws Refusal `files/…` that says what the file is and how to bring it into a form that is read
 * @example (await recogniseFile(bytes)).kind // 'docx'
 */
export async function recogniseFile(bytes: Uint8Array, limits: FileLimits = fileLimits): Promise<RecognisedFile> {
  if (bytes.length === 0) throw refuse('invalid', 'files/empty')
  if (bytes.length > limits.fileBytes) throw tooLarge(bytes.length, limits)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return recogniseArchive(bytes, limits)
  if (head.includes('%PDF-')) return { kind: 'pdf' }
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw oleRefusal(bytes)
  if (head.startsWith('{\\rtf')) throw refuse('unsupported', 'files/rtf')
  const picture = pictureKind(head)
  if (picture) throw refuse('unsupported', 'files/picture', { found: picture })
  const archive = archiveKind(head)
  if (archive) throw refuse('unsupported', 'files/archive', { found: archive })
  const text = decodeText(bytes)
  if (text === null) throw refuse('unsupported', 'files/unknown-format')
  const start = text.slice(0, 4000).trimStart()
  if (isWebPage(start)) throw refuse('unsupported', 'files/html')
  if (/^<\?xml\b/.test(start)) throw refuse('unsupported', 'files/xml')
  return { kind: 'text', text }
}

async function recogniseArchive(bytes: Uint8Array, limits: FileLimits): Promise<RecognisedFile> {
  const archive = await openArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), limits)
  const has = (pattern: RegExp) => [...archive.names].some(name => pattern.test(name))
  if (has(/^(?:word|xl|ppt)\/vbaProject\.bin$/i)) throw refuse('unsupported', 'files/macros')
  if (archive.names.has('word/document.xml')) return { kind: 'docx', archive }
  if (has(/^xl\/(workbook|worksheets)/)) throw refuse('unsupported', 'files/spreadsheet')
  if (has(/^ppt\/presentation/)) throw refuse('unsupported', 'files/presentation')
  if (archive.names.has('mimetype') && archive.names.has('content.xml'))
    throw refuse('unsupported', 'files/opendocument')
  if (archive.names.has('[Content_Types].xml')) return { kind: 'docx', archive }
  throw refuse('unsupported', 'files/not-a-document')
}

/** Old Office files are a small file system; its directory names the streams in UTF-16. */
function oleRefusal(bytes: Uint8Array): Refusal {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const has = (stream: string) => file.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage') || has('EncryptionInfo')) return refuse('unsupported', 'files/encrypted')
  if (has('WordDocument')) return refuse('unsupported', 'files/old-word')
  if (has('Workbook')) return refuse('unsupported', 'files/spreadsheet')
  return refuse('unsupported', 'files/ole')
}

function pictureKind(head: string): string | null {
  if (head.startsWith('\x89PNG')) return 'PNG'
  if (head.startsWith('\xff\xd8\xff')) return 'JPEG'
  if (head.startsWith('GIF8')) return 'GIF'
  if (head.startsWith('II*\x00') || head.startsWith('MM\x00*')) return 'TIFF'
  if (head.startsWith('AT&TFORM')) return 'DjVu'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'WebP'
  if (/^ftyp(heic|heix|mif1|avif)/.test(head.slice(4, 12))) return 'HEIC'
  return null
}

function archiveKind(head: string): string | null {
  if (head.startsWith('Rar!')) return 'RAR'
  if (head.startsWith("7z\xbc\xaf'\x1c")) return '7z'
  if (head.startsWith('\x1f\x8b')) return 'GZIP'
  return null
}

function isWebPage(start: string): boolean {
  const inside = start.replace(/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/, '')
  return (
    /^<(?:!doctype\s+html|html|head|body|meta|title)\b/i.test(inside) ||
    /^MIME-Version:[\s\S]*multipart\/related/i.test(start)
  )
}
