/** What two runs say differently, and why. */
import type { Trace } from '../../core/rules/mechanism.ts'
import type { Verdict } from '../../core/rules/verdict.ts'
import { type CellFacts, cellsOf } from './verdicts.ts'

export interface SettingChange {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}
export interface CellChange {
  /** Without the year when the runs look at different years. */
  readonly where: string
  readonly before: CellFacts | null
  readonly after: CellFacts | null
}

/** Numbers and readings that differ. @example settingChanges({ lowShare: '3/10' }, { lowShare: '1/4' })[0]?.after // '1/4' */
export function settingChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): SettingChange[] {
  const text = (value: unknown) => (value === undefined ? null : String(value))
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map(name => ({ name, before: text(before[name]), after: text(after[name]) }))
    .filter(change => change.before !== change.after)
}

/**
 * Results behind a verdict that differ between two runs. With another year the same procedure is found `years` later.
 *
 * @param years by how many years the second run is later
 */
export function cellChanges(before: Trace, after: Trace, years: number): CellChange[] {
  const earlier = new Map(cellsOf(before).map(cell => [shifted(cell.where, years), cell]))
  const later = new Map(cellsOf(after).map(cell => [cell.where, cell]))
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .map(where => ({ where, before: earlier.get(where) ?? null, after: later.get(where) ?? null }))
    .filter(({ before: one, after: other }) => !isSame(one, other))
}

export type Turn = 'entered' | 'left' | 'became-unknown' | 'became-known'

/** What became of a verdict; null when nothing did. Unknown is neither in nor out. @example turnOf('no', 'yes') // 'entered' */
export function turnOf(before: Verdict | null, after: Verdict | null): Turn | null {
  const [one, other] = [before ?? 'no', after ?? 'no']
  if (one === other) return null
  if (other === 'yes') return 'entered'
  if (one === 'yes') return 'left'
  return other === 'unknown' ? 'became-unknown' : 'became-known'
}

function shifted(where: string, years: number): string {
  return where.replace(/, (\d{4})$/, (_, year: string) => `, ${Number(year) + years}`)
}

function isSame(one: CellFacts | null, other: CellFacts | null): boolean {
  if (one === null || other === null) return one === other
  return one.below === other.below && one.participants === other.participants && one.why === other.why
}
