import type { Way } from './cost.ts'
import { slotName } from './judged-cells.ts'
import type { ReadyRule } from './mechanism.ts'
import type { ResultsTable } from './results-table.ts'
import type { Verdict } from './verdict.ts'

/** The smallest change of marks that turns a verdict. 1 is «на грани». */
export interface Margin {
  readonly participants: number
  /** How many more participants (or fewer, when negative) with a low result, by place. */
  readonly where: readonly { readonly place: string; readonly participants: number }[]
  /** What the verdict becomes. */
  readonly becomes: Verdict
}

/**
 * How far a verdict is from another one: the smallest number of participants whose mark would have to change, and where.
 * Every answer is proved by changing the marks and judging again.
 *
 * @returns null where no change of marks turns it: results missing, or the rule looks at means or at the register
 * @example marginOf(rule, table, school) // { participants: 1, where: [{ place: 'ВПР, математика, 5 класс, 2021', participants: -1 }], becomes: 'no' }
 */
export function marginOf(rule: ReadyRule, table: ResultsTable, school: number): Margin | null {
  const verdict = rule.verdictOf(school)
  const costs = rule.costsOf(school)
  const ways = verdict === 'yes' ? [costs.notYes] : verdict === 'no' ? [costs.notNo] : [costs.yes, costs.no]
  const turned = ways
    .filter(way => way.participants > 0 && way.participants < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.participants - b.participants)
    .map(way => ({ way, becomes: judgedAfter(way, verdict, rule, table, school) }))
    .find(({ becomes }) => becomes !== verdict)
  if (!turned) return null
  const where = turned.way.changes.map(({ place, participants }) => ({ place: placeName(place, table), participants }))
  return { participants: turned.way.participants, where, becomes: turned.becomes }
}

/** The verdict after the change; a change outside the cells (a reported indicator) is taken as it was computed. */
function judgedAfter(way: Way, verdict: Verdict, rule: ReadyRule, table: ResultsTable, school: number): Verdict {
  const cells = way.changes.map(({ place, participants }) => {
    const at = /^cell:(\d+)$/.exec(place)
    return at ? { cell: school * table.slots.length + Number(at[1]), participants } : null
  })
  if (cells.some(cell => cell === null)) return verdict === 'yes' ? 'no' : 'yes'
  for (const change of cells) table.below[change!.cell]! += change!.participants
  const after = rule.verdictOf(school)
  for (const change of cells) table.below[change!.cell]! -= change!.participants
  return after
}

function placeName(place: string, table: ResultsTable): string {
  const cell = /^cell:(\d+)$/.exec(place)
  return cell ? slotName(table.slots[Number(cell[1])]!) : place.replace(/^indicator:/, '')
}
