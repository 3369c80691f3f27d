import type { Wave } from '../model/cell.ts'
import type { NamedScale } from '../model/cell-facts.ts'

/** What a scale is for. */
export interface ScalePlace {
  readonly procedure: string
  readonly subject: string
  /** The grade of the programme that the work follows. */
  readonly grade: number
  readonly year: number
}

/** Where a scale comes from; printed beside the figures that it makes. */
export interface ScaleOrigin {
  readonly title: string
  readonly source: string
  /** The day somebody last compared it with its source. */
  readonly checkedOn: string
  /** `default`: common practice that no act confirmed here; said beside every figure that rests on it. */
  readonly status: 'confirmed' | 'default'
}

/** A scale as data: what it is for, where it comes from, what it says. */
export interface ScaleEntry extends NamedScale, ScaleOrigin {
  readonly procedure: string
  readonly subject: string
  readonly grade: number
  /** Years by name, or from a year on. */
  readonly years: readonly number[] | { readonly from: number }
  /** The region that set it; null: everywhere. */
  readonly regionId: number | null
}

/**
 * The scale that a cell is counted by: ВПР of autumn follow the programme of the grade before.
 * @example placeOf({ procedure: 'ВПР', grade: 5, wave: 'autumn', … }).grade // 4
 */
export function placeOf({ procedure, subject, grade, year, wave }: ScalePlace & { readonly wave: Wave }): ScalePlace {
  return { procedure, subject, grade: procedure === 'ВПР' && wave === 'autumn' ? grade - 1 : grade, year }
}

/**
 * The scale of a place: that of the region before the general one, a named year before «from a year on».
 * @example scaleFor(entries, { procedure: 'ВПР', subject: 'математика', grade: 5, year: 2021 }, 2)?.marks // [7, 11, 15]
 */
export function scaleFor(entries: readonly ScaleEntry[], place: ScalePlace, regionId: number): ScaleEntry | null {
  const fitting = entries.filter(
    entry => isFor(entry, place) && (entry.regionId === null || entry.regionId === regionId),
  )
  return fitting.sort((a, b) => precedence(b) - precedence(a))[0] ?? null
}

/** Two scales that would count for the same place with equal right; the data must not hold any. */
export function overlapping(entries: readonly ScaleEntry[]): readonly (readonly [ScaleEntry, ScaleEntry])[] {
  return entries.flatMap((one, at) =>
    entries
      .slice(at + 1)
      .filter(
        other =>
          one.procedure === other.procedure &&
          one.subject === other.subject &&
          one.grade === other.grade &&
          one.regionId === other.regionId &&
          sharesYear(one.years, other.years),
      )
      .map(other => [one, other] as const),
  )
}

function isFor(entry: ScaleEntry, { procedure, subject, grade, year }: ScalePlace): boolean {
  const inYear = 'from' in entry.years ? year >= entry.years.from : entry.years.includes(year)
  return inYear && entry.procedure === procedure && entry.subject === subject && entry.grade === grade
}

function precedence({ regionId, years }: ScaleEntry): number {
  return (regionId === null ? 0 : 2) + ('from' in years ? 0 : 1)
}

function sharesYear(one: ScaleEntry['years'], other: ScaleEntry['years']): boolean {
  if ('from' in one || 'from' in other) return 'from' in one && 'from' in other
  return one.some(year => other.includes(year))
}
