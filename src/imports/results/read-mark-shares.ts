import type { CellKey } from '../../assessments/contract.ts'
import type { Row } from '../../platform/tables/rows/row.ts'
import { schoolOfGroup } from './groups.ts'
import { repeats } from './headings.ts'
import { noFacts, type SharesPlan } from './layout.ts'
import { anyCode } from './plain-participants/layout.ts'
import { decimalIn, isCount, participantsAtMost } from './read-counts.ts'
import { type PassedRow, type SheetPlace, tellOf, type Wrong } from './sheet-place.ts'
import { startUnits } from './units.ts'
import { decimalsOf, wholeCounts } from './whole-counts.ts'

/**
 * Reads «Статистика по отметкам»: shares become whole counts where only one set of counts rounds to them.
 * The number of decimals is that of the whole table (zeros at the end are not printed), so counting waits for the end of the sheet.
 */
export function markSharesReader(plan: SharesPlan, place: SheetPlace): { read: (row: Row) => void; end: () => void } {
  const { gathering, report, headings } = place
  const units = startUnits({ school: plan.group, schoolCode: anyCode, class: -1, facts: noFacts, personal: [] }, place)
  const waiting: { key: CellKey; participants: number; shares: string[]; row: PassedRow }[] = []
  let digits = 0

  const reject = (row: PassedRow, wrong: Omit<Wrong, 'fate'>): void => {
    report.fate('rejected')
    tellOf(place, row, [], { ...wrong, fate: 'rejected' })
  }

  return {
    read(row) {
      if (repeats(headings, row)) return report.fate('passedOver')
      const code = schoolOfGroup(row, plan.group, plan.schools)
      if (code === null) return report.fate('passedOver')
      if (code === 'unknown') return reject(row, { code: 'results/bad-school', column: plan.group })
      const participants = row.whole(plan.participants)
      if (!isCount(participants))
        return reject(row, {
          code: 'results/bad-count',
          params: { highest: participantsAtMost },
          column: plan.participants,
        })
      if (participants === 0) return report.fate('withoutResult')
      const shares: string[] = []
      for (const at of plan.marks) {
        const text = row.text(at)
        const share = decimalIn(text)
        if (!(share <= 100)) return reject(row, { code: 'results/bad-share', column: at })
        digits = Math.max(digits, Math.min(4, decimalsOf(text)))
        shares.push(text)
      }
      const unit = units.named(row, code)
      if (unit.key === null) return reject(row, unit.wrong)
      waiting.push({ key: unit.key, participants, shares, row: { number: row.number } })
    },
    end() {
      for (const { key, participants, shares, row } of waiting) {
        const found = wholeCounts(participants, shares, digits)
        if (found.kind === 'none') {
          reject(row, { code: 'results/shares-do-not-fit', params: { participants } })
          continue
        }
        const sure = found.kind === 'one' ? found.counts : found.sure
        const given = {
          participants,
          below: sure[0] ?? null,
          marks: found.kind === 'one' ? [0, 0, ...found.counts] : null,
        }
        if (!gathering.give(key, given, row.number)) {
          reject(row, { code: 'results/unit-twice' })
          continue
        }
        if (found.kind === 'several')
          tellOf(place, row, [], {
            code: 'results/shares-ambiguous',
            fate: 'noted',
            params: { participants, known: sure[0] === null ? 'no' : 'yes' },
          })
        report.fate('accepted')
      }
    },
  }
}
