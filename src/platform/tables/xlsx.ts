import { openArchive } from '../files/docx/archive.ts'
import { attributeOf, scanXml } from '../files/docx/xml.ts'
import type { FileLimits } from '../files/limits.ts'
import type { Sheet } from './read-table.ts'

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

const local = (name: string) => name.slice(name.indexOf(':') + 1)

function sheetsOf(xml: string, limits: FileLimits) {
  const sheets: { name: string; relation: string }[] = []
  scanXml(
    xml,
    {
      wantsText: false,
      open: (name, at) =>
        local(name) === 'sheet' &&
        sheets.push({ name: attributeOf(at, 'name') ?? '', relation: attributeOf(at, 'id') ?? '' }),
      close: () => {},
      text: () => {},
    },
    limits,
  )
  return sheets
}

function relationsOf(xml: string, limits: FileLimits): Map<string, string> {
  const targets = new Map<string, string>()
  scanXml(
    xml,
    {
      wantsText: false,
      open: (name, at) =>
        local(name) === 'Relationship' && targets.set(attributeOf(at, 'Id') ?? '', attributeOf(at, 'Target') ?? ''),
      close: () => {},
      text: () => {},
    },
    limits,
  )
  return targets
}

function sharedStringsOf(xml: string, limits: FileLimits): string[] {
  const strings: string[] = []
  let current = ''
  let phonetic = false
  const visitor = {
    wantsText: false,
    open(name: string) {
      const element = local(name)
      if (element === 'si') current = ''
      else if (element === 'rPh') phonetic = true
      else if (element === 't') visitor.wantsText = !phonetic
    },
    close(name: string) {
      const element = local(name)
      if (element === 'si') strings.push(current)
      else if (element === 'rPh') phonetic = false
      else if (element === 't') visitor.wantsText = false
    },
    text: (value: string) => {
      current += value
    },
  }
  scanXml(xml, visitor, limits)
  return strings
}

/** Which cell styles show a number as a date: the built-in formats 14…22 and 45…47, and own formats with a day, month or year. */
function dateStylesOf(xml: string, limits: FileLimits): (style: number) => boolean {
  const ownDates = new Set<number>()
  const formats: number[] = []
  let inCellFormats = false
  scanXml(
    xml,
    {
      wantsText: false,
      open(name, at) {
        const element = local(name)
        if (element === 'cellXfs') inCellFormats = true
        else if (
          element === 'numFmt' &&
          /[dyмгд]/i.test((attributeOf(at, 'formatCode') ?? '').replace(/\[[^\]]*\]|"[^"]*"|\\./g, ''))
        )
          ownDates.add(Number(attributeOf(at, 'numFmtId')))
        else if (element === 'xf' && inCellFormats) formats.push(Number(attributeOf(at, 'numFmtId') ?? 0))
      },
      close(name) {
        if (local(name) === 'cellXfs') inCellFormats = false
      },
      text: () => {},
    },
    limits,
  )
  return style => {
    const format = formats[style] ?? 0
    return (format >= 14 && format <= 22) || (format >= 45 && format <= 47) || ownDates.has(format)
  }
}

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
      const element = local(name)
      if (element === 'row') {
        row = []
        const number = Number(attributeOf(at, 'r') ?? rows.length + 1)
        // A gap of a million rows is a slip of the mouse, not data.
        if (number - rows.length < 10_000) while (rows.length < number - 1) rows.push([])
      } else if (element === 'c') {
        column = columnOf(attributeOf(at, 'r')) ?? row.length
        type = attributeOf(at, 't') ?? 'n'
        style = Number(attributeOf(at, 's') ?? 0)
        value = ''
      } else if (element === 'v' || element === 't') visitor.wantsText = true
    },
    close(name: string) {
      const element = local(name)
      if (element === 'v' || element === 't') visitor.wantsText = false
      else if (element === 'c') {
        while (row.length < column) row.push('')
        row[column] = shown(type, value, style)
      } else if (element === 'row') rows.push(row)
    },
    text: (text: string) => {
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
  scanXml(xml, visitor, limits)
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
