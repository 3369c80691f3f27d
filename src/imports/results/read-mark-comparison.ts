import type { CellKey } from '../../assessments/contract.ts'
import type { Row } from '../../platform/tables/rows/row.ts'
import { schoolOfGroup } from './groups.ts'
import { repeats } from './headings.ts'
import { type ComparisonPlan, noFacts } from './layout.ts'
import { anyCode } from './plain-participants/layout.ts'
import { decimalIn, isCount, participantsAtMost } from './read-counts.ts'
import { isUnderTable, type PassedRow, type SheetPlace, tellOf, type Wrong } from './sheet-place.ts'
import { startUnits } from './units.ts'
import { decimalsOf, wholeCounts } from './whole-counts.ts'

const kinds = [/^понизили/i, /^подтвердили/i, /^повысили/i] as const

/** Reads «Сравнение отметок», whether the three stand in columns or one under another below the group. */
export function markComparisonReader(
  plan: ComparisonPlan,
  place: SheetPlace,
): { read: (row: Row) => void; end: () => void } {
  const { report, headings } = place
  const enter = startEntering(plan, place)
  let school: string | null = null
  let counts: number[] = []

  /** A row of the form with one under another. */
  const readUnder = (row: Row) => {
    const label = row.text(plan.group)
    const kind = kinds.findIndex(pattern => pattern.test(label))
    if (kind < 0) {
      report.fate('passedOver')
      if (isUnderTable(row)) return
      const found = schoolOfGroup(row, plan.group, plan.schools)
      school = found === 'unknown' ? null : found
      counts = []
      return
    }
    if (school === null) return report.fate('passedOver')
    const count = row.whole(plan.participants)
    if (!isCount(count)) {
      school = null
      return enter.reject(row, {
        code: 'results/bad-count',
        params: { highest: participantsAtMost },
        column: plan.participants,
      })
    }
    counts[kind] = count
    if (counts.filter(found => found !== undefined).length < 3) return report.fate('passedOver')
    enter.give(row, school, counts)
    school = null
  }

  const readAcross = (row: Row) => {
    if (repeats(headings, row)) return report.fate('passedOver')
    const code = schoolOfGroup(row, plan.group, plan.schools)
    if (code === null) return report.fate('passedOver')
    if (code === 'unknown') return enter.reject(row, { code: 'results/bad-school', column: plan.group })
    const columns = [plan.lower, plan.same, plan.higher]
    if (plan.inPercent) return enter.shares(row, code, columns)
    const counts = columns.map(at => row.whole(at))
    const bad = counts.findIndex(count => !isCount(count))
    if (bad >= 0)
      return enter.reject(row, {
        code: 'results/bad-count',
        params: { highest: participantsAtMost },
        column: columns[bad]!,
      })
    const participants = plan.participants < 0 ? -1 : row.whole(plan.participants)
    const sum = counts.reduce((all, count) => all + count, 0)
    if (participants >= 0 && participants !== sum)
      return enter.reject(row, {
        code: 'results/comparison-does-not-add-up',
        column: plan.participants,
        params: { sum },
      })
    enter.give(row, code, counts)
  }

  return { read: plan.share >= 0 ? readUnder : readAcross, end: enter.end }
}

function startEntering(plan: ComparisonPlan, place: SheetPlace) {
  const { gathering, report } = place
  const units = startUnits({ school: plan.group, schoolCode: anyCode, class: -1, facts: noFacts, personal: [] }, place)
  const waiting: { row: PassedRow; key: CellKey; participants: number; shares: string[] }[] = []
  let digits = 0

  const reject = (row: PassedRow, wrong: Omit<Wrong, 'fate'>) => {
    report.fate('rejected')
    tellOf(place, row, [], { ...wrong, fate: 'rejected' })
  }
  const give = (row: PassedRow, key: CellKey, [lower = 0, same = 0, higher = 0]: readonly number[]) => {
    const given = { participants: lower + same + higher, comparison: { lower, same, higher } }
    if (!gathering.give(key, given, row.number)) return reject(row, { code: 'results/unit-twice' })
    report.fate('accepted')
  }

  return {
    reject,
    give(row: Row, code: string, counts: readonly number[]): void {
      const unit = units.named(row, code)
      if (unit.key === null) reject(row, unit.wrong)
      else give(row, unit.key, counts)
    },
    /** Shares wait for the end of the sheet: only then the number of decimals is known. */
    shares(row: Row, code: string, columns: readonly number[]) {
      const participants = plan.participants < 0 ? -1 : row.whole(plan.participants)
      if (!isCount(participants))
        return reject(row, {
          code: 'results/bad-count',
          params: { highest: participantsAtMost },
          ...(plan.participants < 0 ? {} : { column: plan.participants }),
        })
      if (participants === 0) return report.fate('withoutResult')
      const shares = columns.map(at => row.text(at))
      const bad = shares.findIndex(share => !(decimalIn(share) <= 100))
      if (bad >= 0) return reject(row, { code: 'results/bad-share', column: columns[bad]! })
      digits = Math.max(digits, ...shares.map(decimalsOf))
      const unit = units.named(row, code)
      if (unit.key === null) return reject(row, unit.wrong)
      waiting.push({ row: { number: row.number }, key: unit.key, participants, shares })
    },
    end(): void {
      for (const { row, key, participants, shares } of waiting) {
        const found = wholeCounts(participants, shares, Math.min(4, digits))
        if (found.kind === 'one') give(row, key, found.counts)
        else
          reject(row, {
            code: found.kind === 'none' ? 'results/shares-do-not-fit' : 'results/comparison-ambiguous',
            params: { participants },
          })
      }
    },
  }
}
