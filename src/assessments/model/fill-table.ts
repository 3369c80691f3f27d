import { type Fraction, fractionIn } from '../../core/rules/fraction.ts'
import {
  cellState,
  emptyTable,
  type IndicatorValue,
  type ResultsTable,
  type School,
} from '../../core/rules/results-table.ts'
import { usualPoints } from './cell-facts.ts'

interface Place {
  readonly procedure: string
  readonly subject: string
  readonly grade: number
  readonly year: number
  readonly schools: readonly string[]
}
export interface ResultColumn extends Place {
  readonly participants: readonly number[]
  readonly below: readonly (number | null)[]
  readonly pointsOf: readonly (string | null)[]
  readonly pointsSum: readonly (string | null)[]
  readonly pointsCount: readonly (number | null)[]
}
export interface ToldColumn extends Place {
  readonly states: readonly string[]
}
export interface FactColumn {
  readonly indicator: string
  readonly year: number
  readonly schools: readonly string[]
  readonly states: readonly string[]
  readonly numerators: readonly (number | null)[]
  readonly denominators: readonly (number | null)[]
  readonly numbers: readonly (string | null)[]
  readonly participants: readonly (number | null)[]
}

/**
 * One table out of columns: waves of a school are summed, and what is not known of one of them is not known of the sum.
 * A school that is not among `schools` (closed since, or out of scope) is left out.
 */
export function fillTable(
  schools: readonly School[],
  results: readonly ResultColumn[],
  told: readonly ToldColumn[],
  facts: readonly FactColumn[],
): ResultsTable {
  const placeOf = new Map(schools.map(({ code }, at) => [code, at]))
  const slots = slotsOf(results, told)
  const slotAt = new Map(slots.map((slot, at) => [keyOf(slot), at]))
  const table = emptyTable(schools, slots)
  for (const column of results) fillResults(table, column, slotAt.get(keyOf(column))!, placeOf)
  for (const column of told) {
    const at = slotAt.get(keyOf(column))!
    for (const [n, code] of column.schools.entries()) {
      const school = placeOf.get(code)
      if (school === undefined) continue
      const cell = school * slots.length + at
      if (table.state[cell] === cellState.absent) table.state[cell] = stateOf(column.states[n]!)
    }
  }
  return { ...table, indicators: indicatorsIn(facts, placeOf) }
}

function slotsOf(results: readonly ResultColumn[], told: readonly ToldColumn[]) {
  const slots = [...results, ...told].map(({ procedure, subject, grade, year }) => ({
    procedure,
    subject,
    grade,
    year,
  }))
  const known = new Map(slots.map(slot => [keyOf(slot), slot]))
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slot]) => slot)
}

function keyOf({ procedure, subject, grade, year }: Omit<Place, 'schools'>): string {
  return [year, procedure, subject, String(grade).padStart(2, '0')].join('\n')
}

function fillResults(
  table: ResultsTable,
  column: ResultColumn,
  at: number,
  placeOf: ReadonlyMap<string, number>,
): void {
  const { state, participants, below, means, slots } = table
  const usual = usualPoints(column.procedure, column.subject)
  const sums = new Map<number, { sum: number; count: number }>()
  for (const [n, code] of column.schools.entries()) {
    const school = placeOf.get(code)
    if (school === undefined) continue
    const cell = school * slots.length + at
    const low = column.below[n] ?? null
    participants[cell]! += column.participants[n]!
    below[cell]! += low ?? 0
    if (low === null && column.participants[n]! > 0) state[cell] = cellState.withheld
    else if (state[cell] === cellState.absent) state[cell] = cellState.reported
    if (column.participants[n]! === 0) continue
    const points = sums.get(cell) ?? { sum: 0, count: 0 }
    const isUsual = column.pointsOf[n] === usual
    // In millionths, as whole numbers: the order of addition must not show in the last digit.
    points.sum += isUsual ? Math.round(Number(column.pointsSum[n]) * 1e6) : Number.NaN
    points.count += column.pointsCount[n] ?? 0
    sums.set(cell, points)
  }
  for (const [cell, { sum, count }] of sums) {
    if (count > 0) means[cell] = sum / 1e6 / count
    if (state[cell] === cellState.withheld) below[cell] = 0
  }
}

function indicatorsIn(facts: readonly FactColumn[], placeOf: ReadonlyMap<string, number>): ResultsTable['indicators'] {
  const indicators = new Map<string, Map<number, (IndicatorValue | undefined)[]>>()
  for (const column of facts) {
    const years = indicators.get(column.indicator) ?? new Map<number, (IndicatorValue | undefined)[]>()
    indicators.set(column.indicator, years)
    const values: (IndicatorValue | undefined)[] = []
    years.set(column.year, values)
    for (const [n, code] of column.schools.entries()) {
      const school = placeOf.get(code)
      if (school !== undefined) values[school] = indicatorAt(column, n)
    }
  }
  return indicators
}

function indicatorAt(column: FactColumn, n: number): IndicatorValue {
  const numerator = column.numerators[n] ?? null
  const denominator = column.denominators[n] ?? null
  const value: Fraction | null =
    numerator !== null && denominator !== null
      ? { num: 100 * numerator, den: denominator }
      : fractionIn(column.numbers[n] ?? '')
  return { value, state: stateOf(column.states[n]!), participants: denominator ?? column.participants[n] ?? null }
}

function stateOf(word: string): number {
  if (word === 'reported') return cellState.reported
  return word === 'no_students' || word === 'not_applicable' ? cellState.notApplicable : cellState.withheld
}
