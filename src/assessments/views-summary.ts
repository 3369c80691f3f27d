// Small pure steps between what is stored and what is shown, used by every view of results.
import { type Wave, waves } from './model/cell.ts'
import type { Figures } from './model/figures.ts'
import type { Absence, Beside, ProcedureKey, Summary } from './views-contract.ts'
import type { TerritoryCounter } from './views-counters.ts'

/** A key as one word of an address. @example keyText({ procedure: 'ВПР', subject: 'математика', grade: 5, wave: 'spring' }) // 'ВПР~математика~5~spring' */
export function keyText({ procedure, subject, grade, wave }: ProcedureKey): string {
  return [procedure, subject, grade, wave].join('~')
}

/** The key in an address; null for a text that names none. */
export function keyIn(text: string | undefined): ProcedureKey | null {
  const [procedure, subject, grade, wave, ...rest] = (text ?? '').split('~')
  const known = waves.find(one => one === wave)
  if (!procedure || !subject || !known || !/^\d{1,2}$/.test(grade ?? '') || rest.length > 0) return null
  return { procedure, subject, grade: Number(grade), wave: known as Wave }
}

/** The year in an address, when it is one of those that are known; else the last of them. */
export function yearIn(text: string | undefined, years: readonly number[]): number | null {
  return years.find(year => String(year) === text) ?? years.at(-1) ?? null
}

/** Figures as they are shown. The mean is of primary points, else of test scores, else the one that a file printed of marks. */
export function summaryOf({ participants, absent, judged, below, marks, points }: Omit<Figures, 'scores'>): Summary {
  const of = (['primary', 'test', 'mark'] as const).find(kind => (points[kind]?.count ?? 0) > 0)
  const sum = of && points[of]
  return {
    participants,
    absent,
    judged,
    below,
    marks: marks && [...marks],
    mean: of && sum ? { of, value: sum.sum / sum.count, n: sum.count } : null,
  }
}

/** Fewest schools of a territory whose figures a school may see: with fewer it would work out those of its neighbour. */
export const fewestSchools = 3

/** Figures of a territory for a seat: a school does not see those that would tell one other school's; null: the store holds them back. */
export function besideOf(figures: Figures | null, schools: number, seatIsSchool: boolean): Beside {
  return figures === null || (seatIsSchool && schools < fewestSchools)
    ? { state: 'hidden', schools }
    : { state: 'reported', schools, ...summaryOf(figures) }
}

/**
 * A municipality for a seat, beside the region. Counters that the store holds back are hidden, not missing.
 *
 * @param found counters of the municipality, if the seat reads them
 * @param region counters of the region in the same procedure and year
 * @example municipalityBeside(undefined, { ...region, ownSchools: 2 }, true) // { state: 'hidden', schools: 2 }
 */
export function municipalityBeside(
  found: TerritoryCounter | undefined,
  region: TerritoryCounter | undefined,
  seatIsSchool: boolean,
): Beside | null {
  if (found) return besideOf(found.figures, found.schools, seatIsSchool)
  return seatIsSchool && region && region.ownSchools > 0 ? { state: 'hidden', schools: region.ownSchools } : null
}

/** Grades that a type of school ends with. A type that is not known may have them all. */
export function mayHaveGrade(type: string | null, grade: number): boolean {
  return type === 'primary' ? grade <= 4 : type === 'basic' ? grade <= 9 : true
}

/** Why a school has no result: what somebody said, else what its type says, else that nobody has said anything. */
export function absenceOf(said: string | null | undefined, type: string | null, grade: number): Absence {
  return (said as Absence | null | undefined) ?? (mayHaveGrade(type, grade) ? 'missing' : 'not_applicable')
}
