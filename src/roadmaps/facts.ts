/** What happened to obligations: the dates from which their status follows. */
import type { IsoDate, ObligationId, RoadmapId } from '../core/base/index.ts'
import { addDays } from '../core/base/index.ts'
import { type Ctx, saveAudit } from '../platform/postgres/index.ts'
import { listObligations } from './store/obligation-lists.ts'
import { recount, type SavedFacts, saveFacts } from './store/obligations.ts'

/**
 * Saves facts of obligations of one roadmap and counts it again. A fact that is left out or null is taken back.
 * @example await recordFacts(ctx, roadmapId, [{ id, startedOn: null, submittedOn: '2026-03-01', acceptedOn: null, returnedOn: null }])
 */
export async function recordFacts(ctx: Ctx, roadmapId: RoadmapId, facts: readonly SavedFacts[]): Promise<void> {
  await saveFacts(ctx, roadmapId, facts)
  await recount(ctx, roadmapId)
  await saveAudit(ctx, {
    action: 'roadmaps/facts-recorded',
    subjectKind: 'roadmap',
    subjectId: roadmapId,
    after: { obligations: facts.length },
  })
}

/**
 * Invents an ordinary course of work up to a day, for the demo: most of what fell due is accepted, some of it only handed in, a little
 * was returned or forgotten; a third of what has begun is being worked on. The same roadmap always gets the same course.
 *
 * @param finished everything is accepted: a year that is over
 */
export async function recordProgress(ctx: Ctx, roadmapId: RoadmapId, today: IsoDate, finished = false): Promise<void> {
  const all = await listObligations(ctx, {
    roadmapId,
    itemId: null,
    organisationId: null,
    openUntil: null,
    limit: 200_000,
  })
  const order = [...all].sort((a, b) => sortKey(a).localeCompare(sortKey(b)))
  const facts = order.flatMap((one, index): SavedFacts[] => {
    const id = one.id as ObligationId
    const nothing = { id, startedOn: null, submittedOn: null, acceptedOn: null, returnedOn: null }
    if (finished) {
      const acceptedOn = one.dueOn ?? today
      return [{ ...nothing, submittedOn: addDays(acceptedOn, -3), acceptedOn }]
    }
    if (one.dueOn && one.dueOn < today) {
      const submittedOn = addDays(one.dueOn, -3)
      const fate = (index * 7) % 20
      if (fate === 0) return []
      if (fate === 1) return [{ ...nothing, submittedOn, returnedOn: one.dueOn }]
      if (fate < 4) return [{ ...nothing, submittedOn }]
      return [{ ...nothing, submittedOn, acceptedOn: one.dueOn }]
    }
    return one.startsOn && one.startsOn <= today && index % 3 === 0 ? [{ ...nothing, startedOn: one.startsOn }] : []
  })
  await recordFacts(ctx, roadmapId, facts)
}

function sortKey(one: {
  readonly number: string | null
  readonly title: string
  readonly dueOn: string | null
  readonly organisationId: string
}) {
  return [one.dueOn ?? '', one.number ?? '', one.title, one.organisationId].join(' ')
}
