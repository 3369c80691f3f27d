import { refuse } from '../core/base/index.ts'
import { type Ctx, saveAudit } from '../platform/postgres/index.ts'
import type { ChangeCounts } from './known-cell.ts'
import type { ToldState } from './model/told-state.ts'
import { municipalitiesOf, takeTurn } from './store/cells.ts'
import { keptStates, putStates } from './store/states.ts'

/**
 * Remembers why schools have no results of a procedure: a missing row alone says nothing. What is known already writes nothing.
 *
 * @param source who says so, for people: a letter, a file
 * @throws refuse('not-found', 'assessments/school-unknown') when a school is not in the scope
 * @example await tellStates(ctx, [{ organisationId, procedure: 'ВПР', subject: 'математика', grade: 5, year: 2025, state: 'no_students' }], 'письмо школы')
 */
export async function tellStates(ctx: Ctx, told: readonly ToldState[], source: string): Promise<ChangeCounts> {
  await takeTurn(ctx)
  const places = await municipalitiesOf(ctx, [...new Set(told.map(({ organisationId }) => organisationId))])
  const kept = new Map((await keptStates(ctx, told)).map(one => [keyOf(one), one.state]))
  const news = told.filter(one => kept.get(keyOf(one)) !== one.state)
  const rows = news.map(one => {
    const municipalityId = places.get(one.organisationId)
    if (municipalityId === undefined)
      throw refuse('not-found', 'assessments/school-unknown', { id: one.organisationId, code: '—' })
    return { ...one, municipalityId }
  })
  const added = news.filter(one => !kept.has(keyOf(one))).length
  const counts = { added, changed: news.length - added, same: told.length - news.length }
  if (rows.length === 0) return counts
  await putStates(ctx, rows, source)
  await saveAudit(ctx, {
    action: 'assessments/states-told',
    subjectKind: 'result-states',
    subjectId: source,
    after: counts,
  })
  return counts
}

function keyOf({ organisationId, procedure, subject, grade, year }: ToldState): string {
  return [organisationId, procedure, subject, grade, year].join('\n')
}
