/** Items of a roadmap by their dates. */
import type { IsoDate, RoadmapId } from '../../core/base/index.ts'
import { type Deadline, deadlineInWords } from '../../core/deadlines/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { loadRoadmap } from '../actions/index.ts'
import type { TimelineView } from '../contract.ts'
import { occurrencesIn, type Plan } from '../model/index.ts'
import { listItems } from '../store/items.ts'
import { listClauses, listSections, planOfRow } from '../store/roadmaps.ts'
import { headOf, sectionLine } from './lines.ts'

export async function viewTimeline(
  ctx: Ctx,
  roadmapId: RoadmapId,
  zoom: TimelineView['zoom'],
  section: string | undefined,
): Promise<TimelineView> {
  const row = await loadRoadmap(ctx, roadmapId)
  const plan = planOfRow(row)
  const items = await listItems(ctx, roadmapId, { ...everyItem, sectionId: section ?? null })
  const occurrences = occurrencesIn(plan)
  return {
    head: headOf(row, ctx),
    sections: (await listSections(ctx, roadmapId)).map(sectionLine),
    zoom,
    section: section ?? null,
    checkpoints: [...plan.checkpoints],
    rows: items.map(item => ({
      ...barOf(item, ctx, plan, occurrences),
      title: item.title,
      sectionId: item.sectionId,
      cancelled: item.cancelled !== null,
    })),
    clauses: section
      ? []
      : (await listClauses(ctx, roadmapId)).map(clause => ({
          ...barOf(clause, ctx, plan, occurrences),
          title: clause.text,
          sectionId: null,
          cancelled: false,
        })),
  }
}

const everyItem = { after: -1, limit: 5000, sectionId: null, executorKey: null, words: null, status: null }

interface Dated {
  readonly id: string
  readonly number: string | null
  readonly deadline: Deadline | null
}

function barOf(one: Dated, ctx: Ctx, plan: Plan, occurrences: ReturnType<typeof occurrencesIn>) {
  return {
    id: one.id,
    number: one.number,
    kind: one.deadline?.kind ?? 'none',
    words: one.deadline ? deadlineInWords(one.deadline, ctx.lang) : '',
    spans: spansOf(one.deadline, plan, occurrences),
  }
}

function spansOf(
  deadline: Deadline | null,
  plan: Plan,
  occurrences: ReturnType<typeof occurrencesIn>,
): { from: IsoDate; to: IsoDate }[] {
  if (deadline?.kind === 'continuous') return [{ from: plan.start, to: plan.end }]
  return occurrences(deadline).flatMap(({ startsOn, dueOn }) => (dueOn ? [{ from: startsOn ?? dueOn, to: dueOn }] : []))
}
