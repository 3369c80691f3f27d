import type { IsoDate } from './dates.ts'
import type { Branded } from './ids.ts'

/** A school year, `2025/26`: 1 September of the first year to 31 August of the second. */
export type SchoolYear = Branded<string, 'SchoolYear'>

/**
 * The school year that begins on 1 September of `startYear`.
 * @example schoolYear(2025) // '2025/26'
 */
export function schoolYear(startYear: number): SchoolYear {
  return `${startYear}/${String((startYear + 1) % 100).padStart(2, '0')}` as SchoolYear
}

/** The school year a date falls into. @example schoolYearOf('2026-08-31') // '2025/26' */
export function schoolYearOf(date: IsoDate): SchoolYear {
  const year = Number(date.slice(0, 4))
  return schoolYear(Number(date.slice(5, 7)) >= 9 ? year : year - 1)
}
