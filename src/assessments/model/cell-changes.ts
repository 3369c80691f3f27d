import type { SchoolId } from '../../core/base/index.ts'
import type { CellKey } from './cell.ts'
import type { CellFacts } from './cell-facts.ts'

type Unit = Omit<CellKey, 'schoolCode'> & { readonly organisationId: SchoolId }
type Known = Pick<CellFacts, 'markCounts' | 'below' | 'pointsOf' | 'pointsSum' | 'pointsCount'>
interface Kept extends Unit, Known {
  readonly participants: number
  readonly absent: number | null
  readonly fingerprint: string
}
interface Ready {
  readonly cell: Unit & { readonly participants: number; readonly absent: number | null }
  readonly facts: Known
  readonly fingerprint: string
}

/** What tells one cell from another. */
export function unitKey({ organisationId, procedure, subject, grade, year, wave, class: name }: Unit): string {
  return [organisationId, procedure, subject, grade, year, wave, name].join('\n')
}

/** Compares cells with what is kept, by the fingerprint of what a file gave. */
export function countChanges(ready: readonly Ready[], kept: ReadonlyMap<string, Kept>) {
  const total = { added: 0, changed: 0, same: 0 }
  const schools = new Map<SchoolId, ReturnType<typeof none>>()
  const procedures = new Map<string, ReturnType<typeof none> & Pick<Unit, 'procedure' | 'subject' | 'grade' | 'year'>>()
  const units: (Unit & {
    readonly before: ReturnType<typeof figures> | null
    readonly after: ReturnType<typeof figures>
  })[] = []
  for (const { cell, facts, fingerprint } of ready) {
    const before = kept.get(unitKey(cell))
    const what = !before ? 'added' : before.fingerprint === fingerprint ? 'same' : 'changed'
    const { organisationId, procedure, subject, grade, year, wave, class: name } = cell
    const school = schools.get(organisationId) ?? none()
    const slot = [procedure, subject, grade, year].join('\n')
    const held = procedures.get(slot) ?? { procedure, subject, grade, year, ...none() }
    schools.set(organisationId, school)
    procedures.set(slot, held)
    for (const counts of [total, school, held]) counts[what]++
    if (what === 'same') continue
    units.push({
      ...{ organisationId, procedure, subject, grade, year, wave, class: name },
      before: before ? figures(before, before) : null,
      after: figures(cell, facts),
    })
  }
  return {
    ...total,
    units,
    bySchool: [...schools].map(([organisationId, counts]) => ({ organisationId, ...counts })),
    byProcedure: [...procedures.values()],
  }
}

function none() {
  return { added: 0, changed: 0, same: 0 }
}

function figures({ participants, absent }: { participants: number; absent: number | null }, facts: Known) {
  const { below, markCounts, pointsOf, pointsSum, pointsCount } = facts
  const mean = pointsSum !== null && pointsCount ? pointsSum / pointsCount : null
  return { participants, absent, below, markCounts, mean, meanOf: mean === null ? null : pointsOf }
}
