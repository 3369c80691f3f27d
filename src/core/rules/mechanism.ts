import { refuse } from '../base/index.ts'
import type { Costs } from './cost.ts'
import { type Fraction, fractionIn } from './fraction.ts'
import type { NamedProcedure } from './methodology.ts'
import type { ResultsTable } from './results-table.ts'
import type { Verdict } from './verdict.ts'

/** One step of the way to a verdict: the mechanism, what it found, and the steps below it. */
export interface Trace {
  readonly mechanism: string
  readonly verdict?: Verdict
  /** For showing; `exact` keeps the fraction that was compared. */
  readonly value?: number | null
  readonly exact?: string
  /** «ВПР, математика, 5 класс, 2021». */
  readonly where?: string
  readonly facts?: Readonly<Record<string, string | number>>
  readonly parts?: readonly Trace[]
}

/** A rule made ready for one table: `school` is its place in the table. */
export interface ReadyRule {
  readonly verdictOf: (school: number) => Verdict
  readonly costsOf: (school: number) => Costs
  readonly traceOf: (school: number) => Trace
}

/** A figure of a school. `exact` is compared when both sides have it. */
export interface Figure {
  readonly state: 'known' | 'unknown' | 'notApplicable'
  readonly value: number
  readonly exact: Fraction | null
}
export interface ReadyValue {
  readonly figureOf: (school: number) => Figure
  readonly traceOf: (school: number) => Trace
  /** Whole people behind a share, when the figure is one: so many of so many, and where they are counted. */
  readonly countsOf?: (school: number) => Counts | null
}
export interface Counts {
  readonly part: number
  readonly whole: number
  readonly place: string
  /** The figure that another number of people would give. */
  readonly figureAt: (part: number) => Figure
}

/** What a mechanism may ask while it is made ready. */
export interface Workbench {
  readonly table: ResultsTable
  /** The year that stands for "now". */
  readonly year: number
  readonly procedures: readonly NamedProcedure[]
  /** Where in the data of the methodology: `lists[0].rule.count-low`. */
  readonly path: string
  /** Whether the school is outside every list of the methodology. */
  readonly isExcluded: (school: number) => boolean
  readonly rule: (data: unknown, at: string, year?: number) => ReadyRule
  readonly value: (data: unknown, at: string, year?: number) => ReadyValue
  /** A list or a figure that the methodology names. */
  readonly named: (kind: 'list' | 'value', id: string) => ReadyRule | ReadyValue
}

export const unknownFigure: Figure = { state: 'unknown', value: Number.NaN, exact: null }
export const notApplicableFigure: Figure = { state: 'notApplicable', value: Number.NaN, exact: null }

/** A known figure. @example known(0.3, { num: 3, den: 10 }) */
export function known(value: number, exact: Fraction | null = null): Figure {
  return { state: 'known', value, exact }
}

/** An exact number of the data; refused with its place when it is none. @example exactNumber('30 %', bench, 'threshold') */
export function exactNumber(written: string | number, bench: Workbench, name: string): Fraction {
  const found = fractionIn(String(written))
  if (found === null)
    throw refuse('invalid', 'methodologies/not-a-number', { path: `${bench.path}.${name}`, found: String(written) })
  return found
}

/** A share of the data: an exact number from 0 to 1. @example exactShare('30 %', bench, 'threshold') // { num: 3, den: 10 } */
export function exactShare(written: string | number, bench: Workbench, name: string): Fraction {
  const found = exactNumber(written, bench, name)
  if (found.num < 0 || found.num > found.den)
    throw refuse('invalid', 'methodologies/not-a-share', { path: `${bench.path}.${name}`, found: String(written) })
  return found
}

/** Years that a mechanism looks at: printed, or the last so many up to the year of the run. @example yearsOf({ last: 2 }, bench) // [2024, 2025] */
export function yearsOf(
  { years, last }: { readonly years?: readonly number[]; readonly last?: number },
  { year }: Workbench,
): number[] {
  if (years) return [...years]
  return Array.from({ length: last ?? 1 }, (_, back) => year - (last ?? 1) + 1 + back)
}

/** The figure part of a trace. */
export function shown({ state, value, exact }: Figure): Pick<Trace, 'value' | 'exact'> {
  if (state !== 'known') return { value: null }
  return exact && exact.den !== 1 ? { value, exact: `${exact.num}/${exact.den}` } : { value }
}
