import { refuse } from '../../../../core/base/index.ts'
import { attributeOf, type KnownNames, scanXml } from '../../../files/docx/xml.ts'
import { fileLimits } from '../../../files/limits.ts'
import type { PackedParts } from './packed-parts.ts'
import { utf8Pieces } from './utf8-pieces.ts'

/** Where the parts of a workbook lie, and what is true of all its sheets. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly sharedTexts: string | undefined
  readonly isDate: readonly boolean[]
  readonly countsFrom1904: boolean
}

/** Reads the small parts of a workbook, by their relations: a program may call its files as it likes. */
export async function readWorkbook(parts: PackedParts): Promise<Workbook> {
  const root = (await relationsOf(parts, '_rels/.rels', '')).find(relation => relation.type === 'officeDocument')
  const book = root?.part ?? 'xl/workbook.xml'
  if (!parts.has(book) || book.endsWith('.bin')) throw refuse('unsupported', 'tables/not-a-table')
  const folder = book.slice(0, book.lastIndexOf('/') + 1)
  const relations = await relationsOf(parts, `${folder}_rels/${book.slice(folder.length)}.rels`, folder)
  const partOf = (type: string) => relations.find(relation => relation.type === type)?.part
  const byId = new Map(relations.map(relation => [relation.id, relation]))
  const sheets: { name: string; part: string }[] = []
  const seen = new Set<string>()
  let countsFrom1904 = false
  await eachElement(parts, book, ['sheet', 'workbookPr'], (name, at) => {
    if (name === 'workbookPr') countsFrom1904 = /^(1|true)$/.test(attributeOf(at, 'date1904') ?? '')
    else {
      const target = byId.get(attributeOf(at, 'id') ?? '')
      if (target?.type !== 'worksheet') return
      // One part shown as many sheets is a trick: it would be inflated again and again.
      if (seen.has(target.part)) throw refuse('invalid', 'files/broken-archive')
      seen.add(target.part)
      sheets.push({ name: attributeOf(at, 'name') ?? '', part: target.part })
    }
  })
  return {
    sheets,
    sharedTexts: partOf('sharedStrings'),
    isDate: await dateStylesOf(parts, partOf('styles') ?? `${folder}styles.xml`),
    countsFrom1904,
  }
}

interface Relation {
  readonly id: string
  /** The last word of its address: the addresses of the strict format differ only before it. */
  readonly type: string
  readonly part: string
}

async function relationsOf(parts: PackedParts, name: string, folder: string): Promise<Relation[]> {
  const relations: Relation[] = []
  await eachElement(parts, name, ['Relationship'], (_, at) => {
    // A relation to elsewhere is never followed.
    if (attributeOf(at, 'TargetMode') === 'External') return
    const target = (attributeOf(at, 'Target') ?? '').replaceAll('\\', '/')
    relations.push({
      id: attributeOf(at, 'Id') ?? '',
      type: (attributeOf(at, 'Type') ?? '').replace(/^.*\//, ''),
      part: target.startsWith('/') ? target.slice(1) : withoutDots(folder + target),
    })
  })
  return relations
}

function withoutDots(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  return steps.join('/')
}

/** Which cell styles show a number as a date: the built-in formats 14…17 and 22, and own formats with a day, month or year. */
async function dateStylesOf(parts: PackedParts, name: string): Promise<boolean[]> {
  const ownDates = new Set<number>()
  const formats: number[] = []
  let inCellFormats = false
  const close = (element: string) => {
    if (element === 'cellXfs') inCellFormats = false
  }
  await eachElement(
    parts,
    name,
    ['cellXfs', 'numFmt', 'xf'],
    (element, at) => {
      if (element === 'cellXfs') inCellFormats = true
      else if (element === 'numFmt') {
        if (isDateFormat(attributeOf(at, 'formatCode') ?? '')) ownDates.add(Number(attributeOf(at, 'numFmtId')))
      } else if (inCellFormats) formats.push(Number(attributeOf(at, 'numFmtId') ?? 0))
    },
    close,
  )
  return formats.map(format => (format >= 14 && format <= 17) || format === 22 || ownDates.has(format))
}

const isDateFormat = (code: string) => /[dyгд]|m{3}/i.test(code.replace(/\[[^\]]*\]|"[^"]*"|\\./g, ''))

async function eachElement(
  parts: PackedParts,
  part: string,
  names: readonly string[],
  open: (name: string, attributes: string) => void,
  close: (name: string) => void = () => {},
): Promise<void> {
  if (!parts.has(part)) return
  if (parts.sizeOf(part) > fileLimits.inflatedBytes)
    throw refuse('too-large', 'files/archive-bomb', { limitMb: Math.round(fileLimits.inflatedBytes / 1048576) })
  const pieces: Uint8Array[] = []
  for await (const piece of utf8Pieces(parts.pieces(part))) pieces.push(piece)
  const visitor = {
    wantsText: false,
    open(name: string, attributes: string) {
      open(name, attributes)
      return false
    },
    close,
  }
  scanXml(Buffer.concat(pieces).toString('utf8'), anyPrefix(names), visitor, fileLimits)
}

/** Elements by their local names: programs are free to write `x:sheet` for `sheet`. */
function anyPrefix(elements: readonly string[]): KnownNames {
  return rootAttributes => {
    const prefixes = [...rootAttributes.matchAll(/xmlns:([^\s=]+)\s*=/g)].map(found => `${found[1]}:`)
    return new Map(elements.flatMap(name => ['', ...prefixes].map(prefix => [`${prefix}${name}`, name] as const)))
  }
}
