import type { Column, ColumnRole } from '../contract.ts'
import { beginsInside, isMark, isNoMark, looksLikeDeadline, looksLikeNumber } from './cell-content.ts'
import { type Fact, factsOf, isColumnNumbers } from './column-facts.ts'
import { filledColumns, type GridRow, textAt } from './grid.ts'
import { type HeadingPeriod, headingKey, readHeading, readHeadingPeriod } from './headings.ts'
import { looksLikeParties } from './parties/read-parties.ts'

/** What the columns of one printed table are. */
export interface Columns {
  readonly width: number
  readonly roles: readonly ColumnRole[]
  readonly headings: readonly string[]
  /** For columns of quarters or months that carry marks. */
  readonly periods: readonly (HeadingPeriod | null)[]
  /** Each row of the header, for recognising it when it is repeated. */
  readonly keys: readonly (readonly string[])[]
  readonly headerPlaces: readonly (readonly string[])[]
  /** Rows that the header takes; rows before them are captions. */
  readonly headerRows: readonly number[]
  /** Columns whose role was told by their content only. */
  readonly guessed: ReadonlySet<number>
  /** Columns of «Срок, ответственный»: deadlines and parties in one cell. */
  readonly combined: ReadonlySet<number>
}

const CAPTION_ROWS = 6

/** Finds the header of a table and the role of every column; null when the table has no header of a plan. */
export function headedColumns(rows: readonly GridRow[]): Columns | null {
  const at = rows.slice(0, CAPTION_ROWS).findIndex(isHeaderRow)
  const header = rows[at]
  if (!header || !rows.slice(0, at).every(isCaptionRow)) return null
  const headerRows = [at]
  const width = header.cells.length
  let parts: string[][] = header.cells.map((_, column) =>
    textAt(header, column) === '' ? [] : [textAt(header, column)],
  )
  let below = rows[at + 1]
  while (below && headerRows.length < 3 && isSubHeader(rows[at]!, below)) {
    parts = parts.map((own, column) => {
      const sub = below ? textAt(below, column) : ''
      return sub === '' ? own : [...(own.length > 0 ? own : spanningHeading(header, column)), sub]
    })
    headerRows.push(at + headerRows.length)
    below = rows[at + headerRows.length]
  }
  const headings = parts.map(texts => texts.join(' '))
  const data = rows.slice(at + headerRows.length)
  const periods = periodsOf(parts, data)
  const readings = parts.map((texts, column) => roleOf(texts, periods[column] ?? null))
  const guessed = new Set<number>()
  const roles = settled(readings, headings, data, guessed)
  return {
    width,
    roles,
    headings,
    periods,
    keys: headerRows.map(row => header.cells.map((_, column) => headingKey(textAt(rows[row]!, column)))),
    headerPlaces: header.cells.map((_, column) => placesOfHeading(rows, headerRows, column)),
    headerRows,
    guessed,
    combined: combinedColumns(roles, headings),
  }
}

/** Stands over a header: one text, or two that are no data. */
function isCaptionRow(row: GridRow): boolean {
  const texts = [...new Set(filledColumns(row).map(column => textAt(row, column)))]
  return (
    texts.length <= 1 || (texts.length === 2 && !looksLikeNumber(texts[0] ?? '') && !looksLikeDeadline(texts[1] ?? ''))
  )
}

/** Roles of the columns of a table without a header, told by what its rows hold. */
export function columnsByContent(rows: readonly GridRow[]): Columns | null {
  const width = rows[0]?.cells.length ?? 0
  if (width < 2) return null
  const facts = factsOf(rows, width)
  const roles: ColumnRole[] = new Array(width).fill('other')
  const free = (column: number) => roles[column] === 'other'
  const pick = (measure: (fact: Fact) => number, least: number): number => {
    let best = -1
    facts.forEach((fact, column) => {
      if (free(column) && measure(fact) >= least && (best < 0 || measure(fact) > measure(facts[best]!))) best = column
    })
    return best
  }
  const give = (column: number, role: ColumnRole): boolean => {
    if (column < 0) return false
    roles[column] = role
    return true
  }
  const numberAt = facts.findIndex(fact => fact.numbers > 0.6)
  if (numberAt >= 0 && numberAt < 2) roles[numberAt] = 'number'
  const dated = give(
    pick(fact => fact.deadlines, 0.4),
    'deadline',
  )
  const owned = give(
    pick(fact => fact.parties, 0.4),
    'responsible',
  )
  const titled = give(
    pick(fact => fact.length, 12),
    'title',
  )
  if (!titled || (!dated && !owned)) return null
  const titleAt = roles.indexOf('title')
  for (let column = titleAt + 1; column < width; column++) {
    if (free(column) && (facts[column]?.filled ?? 0) > 0.3) {
      roles[column] = 'result'
      break
    }
  }
  const blank = new Array(width).fill('')
  return {
    width,
    roles,
    headings: blank,
    periods: blank.map(() => null),
    keys: [],
    headerPlaces: blank.map(() => []),
    headerRows: [],
    guessed: new Set(roles.keys()),
    combined: new Set(),
  }
}

/** Several short cells that name roles, and nothing that is data. */
function isHeaderRow(row: GridRow): boolean {
  const filled = filledColumns(row)
  if (filled.length < 2) return false
  const periods = filled.filter(column => readHeadingPeriod(textAt(row, column)))
  let known = periods.length >= 2 ? periods.length : 0
  const roles = new Set<ColumnRole>()
  for (const column of filled) {
    const text = textAt(row, column)
    if (periods.length >= 2 && periods.includes(column)) continue
    if (/\d/.test(text.replace(/(?:19|20)\d\d/g, '')) || text.length > 140 || /[.;]\s+\p{Lu}/u.test(text)) return false
    const reading = readHeading(text)
    if (reading) {
      known++
      roles.add(reading.role)
    } else if (looksLikeDeadline(text)) return false
  }
  if (periods.length >= 2) roles.add('deadline')
  const isTold = roles.has('title') || roles.has('section') || (roles.has('deadline') && roles.has('responsible'))
  const telling = [...roles].filter(role => role !== 'number' && role !== 'other')
  return isTold && known * 2 >= filled.length && telling.length >= 2 && shortEnough(row, filled)
}

function shortEnough(row: GridRow, filled: readonly number[]): boolean {
  const total = filled.reduce((sum, column) => sum + textAt(row, column).split(' ').length, 0)
  return total <= filled.length * 9
}

function isSubHeader(header: GridRow, row: GridRow): boolean {
  const filled = filledColumns(row)
  if (filled.length === 0) return false
  if (filled.some(column => textAt(row, column).length > 60)) return false
  if (isColumnNumbers(row)) return false
  if (isRestOfHeader(header, row, filled)) return true
  const under = filled.every(
    column => textAt(header, column) === '' || (header.cells[column]?.span ?? 1) > 1 || blankAfter(header, column),
  )
  if (!under) return false
  const merged = row.cells.some(cell => cell?.mergedUp)
  const periods = filled.filter(column =>
    readHeadingPeriod(textAt(row, column), spanningHeading(header, column)[0]),
  ).length
  if (row.header || periods >= 2) return true
  const numberAt = textAt(row, 0)
  return (
    (merged || filled.length >= 2) &&
    !looksLikeNumber(numberAt) &&
    numberAt === '' &&
    filled.every(column => textAt(row, column).length <= 40) &&
    filled[0]! > 0 &&
    hasSpan(header)
  )
}

/** «п.п.», «мероприятий»: the second lines of headings that got a row of their own; without them the headings told less. */
function isRestOfHeader(header: GridRow, row: GridRow, filled: readonly number[]): boolean {
  const isRest = (text: string): boolean =>
    text.length <= 40 && beginsInside(text) && !looksLikeDeadline(text) && !/\d/.test(text)
  if (filled.length < 2 || !filled.every(column => textAt(header, column) !== '' && isRest(textAt(row, column))))
    return false
  return filled.some(column => {
    const [above, below] = [textAt(header, column), textAt(row, column)]
    if (/^п\s*[./\\]?\s*п\.?$/iu.test(below)) return true
    return readHeading(above)?.strength !== 2 && readHeading(`${above} ${below}`)?.strength === 2
  })
}

function hasSpan(header: GridRow): boolean {
  return header.cells.some(
    (cell, column) => cell !== null && cell.text !== '' && (cell.span > 1 || blankAfter(header, column)),
  )
}

function blankAfter(header: GridRow, column: number): boolean {
  const next = header.cells[column + 1]
  return (
    column + 1 < header.cells.length && (next === null || next === undefined || (next.text === '' && !next.mergedUp))
  )
}

/** The heading above a column that belongs to a spanned cell further left. */
function spanningHeading(header: GridRow, column: number): string[] {
  for (let at = column; at >= 0; at--) {
    const cell = header.cells[at]
    if (cell && cell.text !== '') return [cell.text]
    if (cell?.mergedUp) return []
  }
  return []
}

function periodsOf(parts: readonly (readonly string[])[], data: readonly GridRow[]): (HeadingPeriod | null)[] {
  const periods = parts.map(texts => {
    const own = texts.at(-1) ?? ''
    return readHeadingPeriod(own, texts.length > 1 ? texts[0] : '')
  })
  const count = periods.filter(Boolean).length
  const texts = data
    .filter(row => !isColumnNumbers(row))
    .slice(0, 60)
    .flatMap(row => periods.flatMap((period, column) => (period ? [textAt(row, column)] : [])))
  const filled = texts.filter(text => text !== '')
  const dated = filled.filter(text => isMark(text) || isNoMark(text) || (looksLikeDeadline(text) && !/%/.test(text)))
  return count >= 2 && dated.length * 2 >= filled.length ? periods : parts.map(() => null)
}

/** «Срок, ответственный» in one heading, and no column of its own for the parties. */
function combinedColumns(roles: readonly ColumnRole[], headings: readonly string[]): ReadonlySet<number> {
  if (roles.includes('responsible')) return new Set()
  const both = (heading: string): boolean => /ответствен|исполнители|исполнитель/iu.test(heading)
  return new Set(roles.flatMap((role, column) => (role === 'deadline' && both(headings[column] ?? '') ? [column] : [])))
}

interface Reading {
  readonly role: ColumnRole
  readonly strength: 0 | 1 | 2
}

function roleOf(texts: readonly string[], period: HeadingPeriod | null): Reading {
  if (period) return { role: 'deadline', strength: 2 }
  for (const text of [texts.at(-1) ?? '', ...texts.slice(0, -1).reverse()]) {
    const reading = readHeading(text)
    if (reading) return reading
  }
  return { role: 'other', strength: 0 }
}

/** Settles what headings leave open: two titles, no title, a heading over the wrong column, unknown headings. */
function settled(
  readings: readonly Reading[],
  headings: readonly string[],
  data: readonly GridRow[],
  guessed: Set<number>,
): ColumnRole[] {
  const roles = readings.map(reading => reading.role)
  const facts = factsOf(data, roles.length)
  const at = (role: ColumnRole) => roles.flatMap((own, column) => (own === role ? [column] : []))
  const titles = at('title')
  if (titles.length > 1) {
    const strong = titles.filter(column => readings[column]?.strength === 2)
    const main = strong[0] ?? titles[0]!
    for (const column of titles)
      if (column !== main) roles[column] = column < main && repeats(facts[column]) ? 'section' : 'other'
  }
  if (titles.length === 0) {
    const candidates = roles.flatMap((role, column) =>
      role === 'section' || (role === 'other' && headings[column] !== '' && readings[column]?.strength === 0)
        ? [column]
        : [],
    )
    const longest = candidates.sort((a, b) => (facts[b]?.length ?? 0) - (facts[a]?.length ?? 0))[0]
    if (longest !== undefined) roles[longest] = 'title'
  }
  for (const column of at('section')) {
    const titleAt = roles.indexOf('title')
    if (titleAt >= 0 && column > titleAt) roles[column] = 'other'
  }
  // «Цель», «Проблема», «Фактор риска» before the deeds, one for many rows: it groups them whatever it is called
  roles.forEach((role, column) => {
    const fact = facts[column]
    if (role === 'other' && readings[column]?.strength === 0 && column < roles.indexOf('title') && groups(fact))
      roles[column] = 'section'
  })
  for (const column of at('number').slice(1)) roles[column] = 'other'
  const [deadline] = at('deadline')
  const [responsible] = at('responsible')
  if (deadline !== undefined && responsible !== undefined && at('deadline').length === 1) {
    const [dated, owned] = [facts[deadline]!, facts[responsible]!]
    if (dated.count >= 3 && dated.deadlines < 0.15 && dated.parties > 0.5 && owned.deadlines > 0.6) {
      roles[deadline] = 'responsible'
      roles[responsible] = 'deadline'
      guessed.add(deadline).add(responsible)
    }
  }
  roles.forEach((role, column) => {
    const fact = facts[column]
    if (role !== 'other' || !fact || readings[column]?.strength || fact.count < 2) return
    const told: ColumnRole | null =
      fact.numbers > 0.7 && column === 0 && at('number').length === 0
        ? 'number'
        : fact.deadlines > 0.6 && at('deadline').length === 0
          ? 'deadline'
          : fact.parties > 0.6 && at('responsible').length === 0
            ? 'responsible'
            : null
    if (told) {
      roles[column] = told
      guessed.add(column)
    }
  })
  return roles
}

/** A text for several rows, not a date nor a person. */
function groups(fact: Fact | undefined): boolean {
  if (!fact || fact.count < 2 || fact.numbers > 0.3 || fact.deadlines > 0.3 || fact.parties > 0.5) return false
  return fact.filled * fact.distinct < 0.55
}

function repeats(fact: Fact | undefined): boolean {
  return fact !== undefined && (fact.filled < 0.67 || fact.distinct < 0.6)
}

/** The header printed again, whole or in part. */
export function isRepeatedHeader(row: GridRow, columns: Columns): boolean {
  const filled = filledColumns(row)
  if (filled.length < 2) return false
  const texts = filled.map(column => headingKey(textAt(row, column)))
  return columns.keys.some(keys => {
    const same = filled.filter((column, i) => texts[i] === keys[column]).length
    return same >= 2 && same * 2 > filled.length
  })
}

/** Do the rows agree with the roles of these columns? For a table that carries another one on without a header. */
export function agreesWith(rows: readonly GridRow[], columns: Columns): boolean {
  let checks = 0
  let holds = 0
  for (const row of rows.slice(0, 40)) {
    if (filledColumns(row).length < 2 || isColumnNumbers(row) || isRepeatedHeader(row, columns)) continue
    columns.roles.forEach((role, column) => {
      const text = textAt(row, column)
      if (text === '' || columns.periods[column]) return
      if (role !== 'number' && role !== 'deadline' && role !== 'responsible') return
      checks++
      if (
        role === 'number'
          ? looksLikeNumber(text)
          : role === 'deadline'
            ? looksLikeDeadline(text)
            : looksLikeParties(text)
      )
        holds++
    })
  }
  return holds >= checks * 0.6
}

function placesOfHeading(rows: readonly GridRow[], headerRows: readonly number[], column: number): string[] {
  return headerRows.flatMap(at => {
    const cell = rows[at]?.cells[column]
    return cell && cell.text !== '' ? [cell.place.id] : []
  })
}

/** The columns for the answer: as printed, in order, those with a heading. */
export function printedColumns(columns: Columns): Column[] {
  return columns.headings.map((heading, column) => ({ heading, role: columns.roles[column] ?? 'other' }))
}

/** Is it the header of a plan: deeds, and when or who? */
export function isPlan(columns: Columns | null): columns is Columns {
  if (!columns?.roles.includes('title')) return false
  const has = (role: Columns['roles'][number]) => columns.roles.includes(role)
  return has('deadline') || (has('responsible') && (has('number') || has('result') || has('section')))
}
