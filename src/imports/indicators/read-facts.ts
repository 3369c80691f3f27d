import type { IndicatorState, SchoolIndicator } from '../../assessments/index.ts'
import { refuse } from '../../core/base/index.ts'
import type { Sheet } from '../../platform/tables/index.ts'
import { type IndicatorColumns, recogniseColumns, type WideColumn } from './columns.ts'
import { type KnownIndicator, nameKey } from './known-indicators.ts'
import { type CellMeaning, meaningOf, meaningOfShare } from './read-value.ts'

/** One cell of the file: a fact, a problem, or nothing. The school is as written. */
export interface Reading {
  /** 1-based row of the sheet. */
  readonly row: number
  /** Heading of the column. */
  readonly column: string
  readonly school: string
  readonly indicator: string
  readonly year: number | null
  readonly found: string
  readonly state: IndicatorState | null
  readonly value: SchoolIndicator['value']
  readonly problem: string | null
  /** The cell is blank: it says nothing. */
  readonly blank: boolean
}

export interface ReadFile {
  readonly readings: readonly Reading[]
  /** Headings that were not read. */
  readonly left: readonly string[]
}

const headingWithin = 15

/**
 * Reads the first sheet that has headings of indicators, long or wide. Pure.
 *
 * @param usualYear of facts whose row and heading name none
 * @throws refuse('invalid', 'imports/no-indicators') with the headings found
 * @example readFacts([{ name: '', rows: [['Школа', 'Год', 'олимпиады'], ['sch020001', '2025', '2,9 %']] }], null, known).readings.length // 1
 */
export function readFacts(
  sheets: readonly Sheet[],
  usualYear: number | null,
  known: readonly KnownIndicator[],
): ReadFile {
  for (const { rows } of sheets)
    for (const [at, head] of rows.slice(0, headingWithin).entries()) {
      const columns = recogniseColumns(head)
      if (!columns) continue
      const names = new Map(known.map(one => [nameKey(one.name), one]))
      const readings = rows.slice(at + 1).flatMap((cells, below) => {
        if (cells.every(text => text.trim() === '')) return []
        const place = { row: at + below + 2, cells, head }
        return columns.long ? [readLong(columns, place, usualYear, names)] : readWide(columns, place, usualYear, names)
      })
      return { readings, left: columns.left }
    }
  const found = sheets.flatMap(({ rows }) => rows.find(row => row.some(text => text !== '')) ?? [])
  throw refuse('invalid', 'imports/no-indicators', { found: found.slice(0, 12).join(', ').slice(0, 300) || '—' })
}

interface Place {
  readonly row: number
  readonly cells: readonly string[]
  readonly head: readonly string[]
}
type Names = ReadonlyMap<string, KnownIndicator>

function readLong(columns: IndicatorColumns, place: Place, usualYear: number | null, names: Names): Reading {
  const cell = (name: keyof NonNullable<IndicatorColumns['long']>) => textAt(place, columns.long![name])
  const written = cell('indicator')
  const known = names.get(nameKey(written))
  const shared = cell('value') === '' && columns.long!.numerator !== undefined
  const meaning = shared
    ? meaningOfShare(cell('numerator'), cell('denominator'))
    : meaningOf(cell('value'), known?.unit ?? null, cell('participants'))
  const found = shared ? [cell('numerator'), cell('denominator')].filter(Boolean).join(' / ') : cell('value')
  const column = place.head[(shared ? columns.long!.numerator : columns.long!.value)!] ?? ''
  const base = { ...commonOf(columns, place, usualYear), column, indicator: known?.name ?? tidyName(written), found }
  const nameless = written === '' ? 'indicator-missing' : written.length > 200 ? 'indicator-too-long' : null
  return readingOf(nameless ? { ...base, yearProblem: nameless } : base, meaning)
}

function readWide(columns: IndicatorColumns, place: Place, usualYear: number | null, names: Names): Reading[] {
  return columns.wide.map(column => {
    const known = names.get(nameKey(column.indicator))
    const shared = column.numerator !== null
    const cell = (name: 'value' | 'numerator' | 'denominator' | 'participants') =>
      textAt(place, column[name] ?? undefined)
    const meaning = shared
      ? meaningOfShare(cell('numerator'), cell('denominator'))
      : meaningOf(cell('value'), known?.unit ?? null, cell('participants'))
    const found = shared ? [cell('numerator'), cell('denominator')].filter(Boolean).join(' / ') : cell('value')
    const base = {
      ...commonOf(columns, place, usualYear, column),
      column: place.head[(shared ? column.numerator : column.value) ?? 0] ?? '',
      indicator: known?.name ?? tidyName(column.indicator),
      found,
    }
    return readingOf(base, meaning)
  })
}

function commonOf(columns: IndicatorColumns, place: Place, usualYear: number | null, wide?: WideColumn) {
  const written = textAt(place, columns.year ?? undefined).replace(/\s*(г\.?|год)$/i, '')
  const own = wide?.year ?? (written === '' ? usualYear : /^(19|20)\d\d$/.test(written) ? Number(written) : undefined)
  const yearProblem = own === undefined ? 'year-unreadable' : own === null ? 'year-missing' : null
  return { row: place.row, school: textAt(place, columns.school), year: own ?? null, yearProblem }
}

function readingOf(
  {
    yearProblem,
    found,
    ...base
  }: Omit<Reading, 'state' | 'value' | 'problem' | 'blank'> & { yearProblem: string | null },
  meaning: CellMeaning,
): Reading {
  const shown = { ...base, found: found.slice(0, 80) }
  if (meaning.is === 'nothing') return { ...shown, state: null, value: null, problem: null, blank: true }
  const problem =
    base.school === '' ? 'school-missing' : (yearProblem ?? (meaning.is === 'problem' ? meaning.code : null))
  if (problem !== null || meaning.is === 'problem') return { ...shown, state: null, value: null, problem, blank: false }
  return { ...shown, state: meaning.state, value: meaning.value, problem: null, blank: false }
}

function textAt({ cells }: Place, at: number | undefined): string {
  return at === undefined ? '' : (cells[at] ?? '').replace(/\s+/g, ' ').trim()
}

function tidyName(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200)
}
