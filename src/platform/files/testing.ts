// Builders for tests: small Word packages and text files made from nothing.
import { crc32, deflateRawSync } from 'node:zlib'

/** Part name → content; a declared size other than the real one is for hostile files. */
export interface ZipPart {
  readonly name: string
  readonly content: string | Uint8Array
  readonly declaredBytes?: number
  readonly flags?: number
  /** Already deflated, with its real size in `declaredBytes`. */
  readonly packed?: boolean
  /** Put in as it is, not deflated. */
  readonly stored?: boolean
  /** Sizes and checksum stand behind the part, as programs write that do not know them before. */
  readonly descriptor?: boolean
}

/** A zip in memory, deflated. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const content = Buffer.from(part.content as Uint8Array)
    const packed = part.packed || part.stored ? content : deflateRawSync(content)
    const size = part.declaredBytes ?? content.length
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE((part.flags ?? 0) | 0x800 | (part.descriptor ? 8 : 0), 2)
    common.writeUInt16LE(part.stored ? 0 : 8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(name.length, 22)
    const sizes = common.subarray(10, 22)
    const before = part.descriptor
      ? Buffer.concat([common.subarray(0, 10), Buffer.alloc(12), common.subarray(22)])
      : common
    const behind = part.descriptor ? [Buffer.from('PK\x07\x08', 'latin1'), sizes] : []
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), before, name, packed, ...behind])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const spaces = [
  `xmlns:w="${w}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ')

const contentTypes = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
  <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const packageLinks = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

/** A Word package around the inner XML of its body, styles and numbering. */
export function aDocx(
  body: string,
  parts: { styles?: string; numbering?: string; extra?: readonly ZipPart[] } = {},
): Buffer {
  const part = (root: string, inner: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${spaces}>${inner}</w:${root}>`
  return zipOf([
    { name: '[Content_Types].xml', content: contentTypes },
    { name: '_rels/.rels', content: packageLinks },
    { name: 'word/document.xml', content: part('document', `<w:body>${body}</w:body>`) },
    ...(parts.styles === undefined ? [] : [{ name: 'word/styles.xml', content: part('styles', parts.styles) }]),
    ...(parts.numbering === undefined
      ? []
      : [{ name: 'word/numbering.xml', content: part('numbering', parts.numbering) }]),
    ...(parts.extra ?? []),
  ])
}

/** `<w:p>` with one run; `properties` go into `w:pPr`. */
export function aParagraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** `<w:tbl>` of rows of cells; a cell given as XML (beginning with `<`) is taken as it is. */
export function aTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    text.startsWith('<w:tc') ? text : `<w:tc>${text.startsWith('<') ? text : aParagraph(text)}</w:tc>`
  return `<w:tbl>${rows.map(cells => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

/** A PDF of one page with a picture `I` and these drawing instructions. */
export function aPdfPage(content: string): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n0\nendstream',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj${object}endobj\n`
    return offset
  })
  const start = text.length
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${text}xref\n0 6\n0000000000 65535 f \n${entries}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`,
    'latin1',
  )
}
