import { openArchive } from '../files/docx/archive.ts'
import { attributeOf, type KnownNames, scanXml } from '../files/docx/xml.ts'
import type { FileLimits } from '../files/limits.ts'
import type { Sheet } from './sheet.ts'

/**
 * Reads the sheets of a workbook as text: shared and inline strings, formulas by their stored value, dates as `YYYY-MM-DD`,
 * numbers as the shortest decimal. Empty rows inside a sheet stay, so that a row keeps the number that the user sees.
 *
 * @throws the refusals of `openArchive` and `scanXml`
 */
export async function readXlsx(bytes: Buffer, limits: FileLimits): Promise<readonly Sheet[]> {
  const archive = await openArchive(bytes, limits)
  const part = async (name: string) => (await archive.textOf(name)) ?? ''
  const targets = relationsOf(await part('xl/_rels/workbook.xml.rels'), limits)
  const strings = sharedStringsOf(await part('xl/sharedStrings.xml'), limits)
  const isDate = dateStylesOf(await part('xl/styles.xml'), limits)
  const sheets: Sheet[] = []
  for (const { name, relation } of sheetsOf(await part('xl/workbook.xml'), limits)) {
    const target = targets.get(relation)
    const xml = target && (await archive.textOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`))
    if (xml) sheets.push({ name, rows: rowsOf(xml, strings, isDate, limits) })
  }
  return sheets
}

/** Elements by their local names: programs are free to write `x:row` for `row`. */
function anyPrefix(...elements: string[]): KnownNames {
  return rootAttributes => {
    const prefixes = [...rootAttributes.matchAll(/xmlns:([^\s=]+)\s*=/g)].map(found => `${found[1]}:`)
    return new Map(elements.flatMap(name => ['', ...prefixes].map(prefix => [`${prefix}${name}`, name] as const)))
  }
}

function sheetsOf(xml: string, limits: FileLimits) {
  const sheets: { name: string; relation: string }[] = []
  eachElement(xml, ['sheet'], limits, (_, at) =>
    sheets.push({ name: attributeOf(at, 'name') ?? '', relation: attributeOf(at, 'id') ?? '' }),
  )
  return sheets
}

function relationsOf(xml: string, limits: FileLimits): Map<string, string> {
  const targets = new Map<string, string>()
  eachElement(xml, ['Relationship'], limits, (_, at) =>
    targets.set(attributeOf(at, 'Id') ?? '', attributeOf(at, 'Target') ?? ''),
  )
  return targets
}

function eachElement(
  xml: string,
  names: readonly string[],
  limits: FileLimits,
  told: (name: string, attributes: string) => void,
): void {
  const visitor = {
    wantsText: false,
    open(name: string, at: string) {
      told(name, at)
      return false
    },
    close() {},
  }
  scanXml(xml, anyPrefix(...names), visitor, limits)
}

function sharedStringsOf(xml: string, limits: FileLimits): string[] {
  const strings: string[] = []
  let current = ''
  const visitor = {
    wantsText: false,
    open(name: string) {
      if (name === 'si') current = ''
      else if (name === 't') visitor.wantsText = true
      return name === 'rPh' // how it is pronounced, not what it says
    },
    close(name: string) {
      if (name === 'si') strings.push(current)
      else if (name === 't') visitor.wantsText = false
    },
    text(value: string) {
      current += value
    },
  }
  scanXml(xml, anyPrefix('si', 't', 'rPh'), visitor, limits)
  return strings
}

/** Which cell styles show a number as a date: the built-in formats 14…22 and 45…47, and own formats with a day, month or year. */
function dateStylesOf(xml: string, limits: FileLimits): (style: number) => boolean {
  const ownDates = new Set<number>()
  const formats: number[] = []
  let inCellFormats = false
  const visitor = {
    wantsText: false,
    open(name: string, at: string) {
      if (name === 'cellXfs') inCellFormats = true
      else if (name === 'numFmt' && isDateFormat(attributeOf(at, 'formatCode') ?? ''))
        ownDates.add(Number(attributeOf(at, 'numFmtId')))
      else if (name === 'xf' && inCellFormats) formats.push(Number(attributeOf(at, 'numFmtId') ?? 0))
      return false
    },
    close(name: string) {
      if (name === 'cellXfs') inCellFormats = false
    },
  }
  scanXml(xml, anyPrefix('cellXfs', 'numFmt', 'xf'), visitor, limits)
  return style => {
    const format = formats[style] ?? 0
    return (format >= 14 && format <= 22) || (format >= 45 && format <= 47) || ownDates.has(format)
  }
}

const isDateFormat = (code: string) => /[dyмгд]/i.test(code.replace(/\[[^\]]*\]|"[^"]*"|\\./g, ''))

function rowsOf(
  xml: string,
  strings: readonly string[],
  isDate: (style: number) => boolean,
  limits: FileLimits,
): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let column = 0
  let type = ''
  let style = 0
  let value = ''
  const visitor = {
    wantsText: false,
    open(name: string, at: string) {
      if (name === 'row') {
        row = []
        const number = Number(attributeOf(at, 'r') ?? rows.length + 1)
        // A gap of a million rows is a slip of the mouse, not data.
        if (number - rows.length < 10_000) while (rows.length < number - 1) rows.push([])
      } else if (name === 'c') {
        column = columnOf(attributeOf(at, 'r')) ?? row.length
        type = attributeOf(at, 't') ?? 'n'
        style = Number(attributeOf(at, 's') ?? 0)
        value = ''
      } else if (name === 'v' || name === 't') visitor.wantsText = true
      return name === 'rPh'
    },
    close(name: string) {
      if (name === 'v' || name === 't') visitor.wantsText = false
      else if (name === 'c') {
        while (row.length < column) row.push('')
        row[column] = shown(type, value, style)
      } else if (name === 'row') rows.push(row)
    },
    text(text: string) {
      value += text
    },
  }
  const shown = (kind: string, text: string, styleOfCell: number): string => {
    if (kind === 's') return strings[Number(text)] ?? ''
    if (kind !== 'n' || text === '') return text
    const number = Number(text)
    if (!Number.isFinite(number)) return text
    return isDate(styleOfCell)
      ? dateOfSerial(number)
      : number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 })
  }
  scanXml(xml, anyPrefix('row', 'c', 'v', 't', 'rPh'), visitor, limits)
  return rows
}

/** `AB12` → 27; null without a reference or beyond the 16,384 columns that a sheet can have. */
function columnOf(reference: string | undefined): number | null {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(reference ?? '')?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return column === 0 || column > 16_384 ? null : column - 1
}

/** Day 1 is 1900-01-01, and the sheet believes that 1900 was a leap year: from day 61 on it counts from 1899-12-30. */
function dateOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
}
