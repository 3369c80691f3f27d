// Reads the files of `./opora identify` into one table: counts.csv, indicators.csv, schools.csv.

import { procedureNamed, subjectNamed, usualGrade } from '../../assessments/contract.ts'
import { fractionIn, numberOf } from '../../core/rules/fraction.ts'
import {
  cellState,
  emptyTable,
  type IndicatorValue,
  type ResultsTable,
  type School,
  type Slot,
} from '../../core/rules/results-table.ts'
import { schoolTypeIn, schoolTypes } from '../../schools/contract.ts'
import { badCell, type NamedRow, type NamedSheet, readSheet, wholeIn } from './read-sheet.ts'

export interface ResultFiles {
  readonly counts: string
  readonly indicators?: string | undefined
  readonly schools?: string | undefined
}

const countColumns = {
  school: ['школа', 'код школы', 'оо'],
  year: ['год'],
  procedure: ['процедура'],
  subject: ['предмет'],
  grade: ['класс'],
  participants: ['участников', 'участники'],
  below: ['ниже', 'ниже порога', 'двоек'],
  mean: ['средний балл', 'среднее'],
}
const indicatorColumns = {
  school: countColumns.school,
  year: countColumns.year,
  indicator: ['показатель'],
  value: ['значение'],
  participants: countColumns.participants,
}
const schoolColumns = {
  school: countColumns.school,
  name: ['название', 'наименование'],
  region: ['регион', 'субъект рф'],
  municipality: ['муниципалитет', 'муниципальное образование'],
  type: ['тип', 'вид'],
}

/** Words that stand where a number is missing; each says why. */
const states: Readonly<Record<string, number>> = {
  no_students: cellState.notApplicable,
  not_applicable: cellState.notApplicable,
  'нет учащихся': cellState.notApplicable,
  'не применимо': cellState.notApplicable,
  suppressed: cellState.withheld,
  not_collected: cellState.withheld,
  unknown: cellState.withheld,
  скрыто: cellState.withheld,
  неизвестно: cellState.withheld,
  '': cellState.withheld,
}

/**
 * Reads the files into one table. A cell that is missing stays unknown; a word like `no_students` says that the school cannot have it.
 *
 * @throws a refusal (invalid) with a code of `identify`, with file, row and column for anything that is not as described
 */
export async function readResults(files: ResultFiles): Promise<ResultsTable> {
  const counts = await readSheet(files.counts, countColumns, [
    'school',
    'year',
    'procedure',
    'subject',
    'grade',
    'participants',
    'below',
  ])
  const register = files.schools === undefined ? null : await readSheet(files.schools, schoolColumns, ['school'])
  const reported =
    files.indicators === undefined
      ? null
      : await readSheet(files.indicators, indicatorColumns, ['school', 'year', 'indicator', 'value'])

  return tableOf(counts, register, reported)
}

/** One table out of sheets that were read, or written in a worked case. */
export function tableOf(counts: NamedSheet, register: NamedSheet | null, reported: NamedSheet | null): ResultsTable {
  const schools = readSchools(register)
  const placeOf = new Map(schools.map(({ code }, at) => [code, at]))
  for (const sheet of [counts, reported])
    for (const row of sheet?.rows ?? []) {
      const code = codeIn(sheet!, row)
      if (placeOf.has(code)) continue
      placeOf.set(code, schools.length)
      schools.push({ code, name: '', type: null, region: '', municipality: '', traits: {} })
    }
  const table = readCounts(counts, schools, placeOf)
  return { ...table, indicators: reported ? readIndicators(reported, placeOf) : new Map() }
}

function readSchools(sheet: NamedSheet | null): School[] {
  const seen = new Map<string, number>()
  return (sheet?.rows ?? []).map(row => {
    const code = codeIn(sheet!, row)
    refuseRepeat(sheet!, row, code, seen)
    const { school: _, name = '', region = '', municipality = '', type = '', ...traits } = row.cells
    return { code, name, region, municipality, type: typeIn(type), traits }
  })
}

function readCounts(sheet: NamedSheet, schools: School[], placeOf: ReadonlyMap<string, number>): ResultsTable {
  const slots: Slot[] = []
  const slotPlaces = new Map<string, number>()
  const placed = sheet.rows.map(row => {
    const slot = slotIn(sheet, row)
    const key = [slot.procedure, slot.subject, slot.grade, slot.year].join('\n')
    const at = slotPlaces.get(key) ?? slots.push(slot) - 1
    slotPlaces.set(key, at)
    return { row, at, school: placeOf.get(codeIn(sheet, row))! }
  })
  const table = emptyTable(schools, slots)
  const filledBy = new Int32Array(table.state.length)
  for (const { row, at, school } of placed) {
    const cell = school * slots.length + at
    if (filledBy[cell] !== 0) throw badCell(sheet, row, 'school', 'onceOnly', { other: String(filledBy[cell]) })
    filledBy[cell] = row.number
    fillCell(sheet, row, table, cell)
  }
  return table
}

function fillCell(sheet: NamedSheet, row: NamedRow, table: ResultsTable, cell: number): void {
  const state = stateIn(row.cells['participants'] ?? '') ?? stateIn(row.cells['below'] ?? '')
  const participants = wholeIn(row.cells['participants'] ?? '')
  if (participants === null && stateIn(row.cells['participants'] ?? '') === null)
    throw badCell(sheet, row, 'participants', 'count')
  const below = wholeIn(row.cells['below'] ?? '')
  if (below === null && stateIn(row.cells['below'] ?? '') === null) throw badCell(sheet, row, 'below', 'count')
  if (below !== null && participants !== null && below > participants)
    throw badCell(sheet, row, 'below', 'notAboveParticipants', { other: String(participants) })
  const mean = fractionIn(row.cells['mean'] ?? '')
  if (mean === null && stateIn(row.cells['mean'] ?? '') === null) throw badCell(sheet, row, 'mean', 'number')
  table.participants[cell] = participants ?? 0
  table.below[cell] = below ?? 0
  table.state[cell] = state ?? cellState.reported
  if (mean) table.means[cell] = numberOf(mean)
}

function readIndicators(sheet: NamedSheet, placeOf: ReadonlyMap<string, number>): ResultsTable['indicators'] {
  const indicators = new Map<string, Map<number, (IndicatorValue | undefined)[]>>()
  const seen = new Map<string, number>()
  for (const row of sheet.rows) {
    const name = row.cells['indicator'] ?? ''
    if (name === '') throw badCell(sheet, row, 'indicator', 'text')
    const year = yearIn(sheet, row)
    const code = codeIn(sheet, row)
    refuseRepeat(sheet, row, `${code}\n${name}\n${year}`, seen)
    const written = row.cells['value'] ?? ''
    // «2,9 %» is 2,9: an indicator is given in its own unit, and the sign only repeats it.
    const value = fractionIn(written.replace(/\s*%$/, ''))
    const state = stateIn(written)
    if (value === null && state === null) throw badCell(sheet, row, 'value', 'number')
    const people = row.cells['participants'] ?? ''
    const participants = wholeIn(people)
    if (participants === null && stateIn(people) === null) throw badCell(sheet, row, 'participants', 'count')
    const years = indicators.get(name) ?? new Map<number, (IndicatorValue | undefined)[]>()
    indicators.set(name, years)
    const column = years.get(year) ?? []
    years.set(year, column)
    column[placeOf.get(code)!] = { value, state: state ?? cellState.reported, participants }
  }
  return indicators
}

function slotIn(sheet: NamedSheet, row: NamedRow): Slot {
  const procedure = procedureNamed(row.cells['procedure'] ?? '')
  if (procedure === '') throw badCell(sheet, row, 'procedure', 'text')
  const subject = subjectNamed(row.cells['subject'] ?? '')
  if (subject === '') throw badCell(sheet, row, 'subject', 'text')
  const written = row.cells['grade'] ?? ''
  const grade = written === '' ? usualGrade(procedure) : wholeIn(written)
  if (grade === null || grade < 1 || grade > 12) throw badCell(sheet, row, 'grade', 'grade')
  return { procedure, subject, grade, year: yearIn(sheet, row) }
}

function yearIn(sheet: NamedSheet, row: NamedRow): number {
  const year = wholeIn(row.cells['year'] ?? '')
  if (year === null || year < 1990 || year > 2100) throw badCell(sheet, row, 'year', 'year')
  return year
}

function codeIn(sheet: NamedSheet, row: NamedRow): string {
  const code = row.cells['school'] ?? ''
  if (code === '') throw badCell(sheet, row, 'school', 'text')
  return code
}

function typeIn(text: string): string | null {
  const known = schoolTypes.find(type => type === text.toLowerCase())
  return text === '' ? null : (known ?? schoolTypeIn(text) ?? text)
}

function stateIn(text: string): number | null {
  return states[text.toLowerCase()] ?? null
}

function refuseRepeat(sheet: NamedSheet, row: NamedRow, key: string, seen: Map<string, number>): void {
  const before = seen.get(key)
  if (before !== undefined) throw badCell(sheet, row, 'school', 'onceOnly', { other: String(before) })
  seen.set(key, row.number)
}
