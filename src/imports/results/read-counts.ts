import type { Row } from '../../platform/tables/rows/row.ts'
import { repeats } from './headings.ts'
import type { CountsPlan } from './layout.ts'
import { anyCode } from './plain-participants/layout.ts'
import { isUnderTable, type SheetPlace, tellOf, type Wrong } from './sheet-place.ts'
import { startUnits } from './units.ts'

/** Reads the product's own table of counts: a row for each school × procedure. */
export function countsReader(
  plan: CountsPlan,
  place: SheetPlace,
): { readonly read: (row: Row) => void; readonly end: () => void } {
  const { gathering, report, headings } = place
  const units = startUnits({ ...plan, schoolCode: anyCode, personal: [] }, place)
  const width = headings.plain.length

  const reject = (row: Row, wrong: Omit<Wrong, 'fate'>): void => {
    report.fate('rejected')
    tellOf(place, row, [], { ...wrong, fate: 'rejected' }, true)
  }

  const read: (row: Row) => void = row => {
    const unit = units.named(row)
    if (unit.key === null) {
      if (repeats(headings, row) || isUnderTable(row)) return report.fate('passedOver')
      return reject(row, unit.wrong)
    }
    for (let at = width; at < row.count; at++)
      if (!row.isBlank(at)) return reject(row, { code: 'results/extra-fields' })
    const participants = row.whole(plan.participants)
    if (participants === -2 && noPeople.test(row.text(plan.participants))) return report.fate('withoutResult')
    if (!isCount(participants))
      return reject(row, {
        code: 'results/bad-count',
        params: { highest: participantsAtMost },
        column: plan.participants,
      })
    const below = countAt(row, plan.below)
    if (below === 'bad')
      return reject(row, { code: 'results/bad-count', params: { highest: participantsAtMost }, column: plan.below })
    if (below !== null && below > participants)
      return reject(row, { code: 'results/below-above-participants', column: plan.below, params: { participants } })
    const absent = countAt(row, plan.absent)
    if (absent === 'bad')
      return reject(row, { code: 'results/bad-count', params: { highest: participantsAtMost }, column: plan.absent })
    const mean = plan.mean < 0 || row.isBlank(plan.mean) ? null : decimalIn(row.text(plan.mean))
    if (mean !== null && !(mean <= 200)) return reject(row, { code: 'results/bad-mean', column: plan.mean })
    const of = unit.key.procedure === 'ЕГЭ' && unit.key.subject !== 'математика (базовая)' ? 'test' : 'primary'
    const given = { participants, below, absent, mean: mean === null ? null : ({ value: mean, of } as const) }
    if (!gathering.give(unit.key, given, row.number))
      return reject(row, { code: 'results/unit-twice', column: plan.school })
    for (const repair of unit.repairs) tellOf(place, row, [], repair)
    report.fate(unit.repairs.length > 0 ? 'repaired' : 'accepted')
  }
  return { read, end: units.end }
}

/** No school has more in one procedure, subject and grade: a longer number is something else that slipped here. */
export const participantsAtMost = 5000
export const isCount = (count: number): boolean => count >= 0 && count <= participantsAtMost

const noFigure = /^(unknown|suppressed|not_collected|неизвестно|скрыто|-|–|—)$/i

/** Words of `identify` that say why there is no number of participants. */
const noPeople =
  /^(no_students|not_applicable|unknown|suppressed|not_collected|нет учащихся|не применимо|неизвестно|скрыто|-|–|—)$/i

/** A count, null where there is none; blank is not zero. */
function countAt(row: Row, at: number): number | null | 'bad' {
  if (at < 0) return null
  const found = row.whole(at)
  if (found >= 0) return isCount(found) ? found : 'bad'
  return found === -1 || noFigure.test(row.text(at)) ? null : 'bad'
}

/** «3,25» and «3.25»; NaN for anything else. @example decimalIn('21,5 %') // 21.5 */
export function decimalIn(text: string): number {
  const plain = text.replace(/\s|%/g, '').replace(',', '.')
  return /^\d{1,9}(\.\d{1,9})?$/.test(plain) ? Number(plain) : Number.NaN
}
