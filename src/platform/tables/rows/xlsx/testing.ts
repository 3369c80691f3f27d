// Workbooks for tests, made of the XML that programs write.
import { type ZipPart, zipOf } from '../../../files/testing.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** What a test says of a workbook: XML inside `sheetData` by name of the sheet, and what else it wants to be different. */
export interface WorkbookPlan {
  readonly sheets: Readonly<Record<string, string>>
  /** Inside `sst`. */
  readonly shared?: string
  /** Inside `styleSheet`. */
  readonly styles?: string
  /** Attributes of `workbookPr`. */
  readonly workbookPr?: string
  /** The whole XML of the sheet instead of `sheetData` alone. */
  readonly whole?: boolean
  /** How the parts are packed. */
  readonly zip?: Partial<ZipPart>
  readonly extra?: readonly ZipPart[]
}

export const aWorkbook = (plan: WorkbookPlan): Buffer => zipOf(zipPartsOf(plan))

/** The parts of such a workbook, for tests that change one of them. */
export function zipPartsOf({
  sheets,
  shared,
  styles,
  workbookPr = '',
  whole,
  zip = {},
  extra = [],
}: WorkbookPlan): ZipPart[] {
  const names = Object.keys(sheets)
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
  const links = (inner: string) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
  const parts: ZipPart[] = [
    { name: '_rels/.rels', content: links(relation('r1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr ${workbookPr}/><sheets>${names
        .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: links(
        relation('t', 'sharedStrings', 'sharedStrings.xml') +
          relation('y', 'styles', 'styles.xml') +
          names.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join(''),
      ),
    },
    ...names.map((name, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: whole
        ? sheets[name]!
        : `${head}<worksheet xmlns="${main}"><sheetData>${sheets[name]}</sheetData></worksheet>`,
    })),
  ]
  if (shared !== undefined)
    parts.push({ name: 'xl/sharedStrings.xml', content: `${head}<sst xmlns="${main}">${shared}</sst>` })
  if (styles !== undefined)
    parts.push({ name: 'xl/styles.xml', content: `${head}<styleSheet xmlns="${main}">${styles}</styleSheet>` })
  return [...parts.map(part => ({ ...part, ...zip })), ...extra]
}
