/** Items of a roadmap by their dates. */
import type { IsoDate, RoadmapId } from '../../core/base/index.ts'
import { deadlineInWords } from '../../core/deadlines/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { loadRoadmap } from '../actions/index.ts'
import type { TimelineView } from '../contract.ts'
import { occurrencesIn, type Plan } from '../model/index.ts'
import { type ItemRow, listItems, listSections, planOfRow } from '../store/roadmaps.ts'
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
    head: headOf(row),
    sections: (await listSections(ctx, roadmapId)).map(sectionLine),
    zoom,
    section: section ?? null,
    checkpoints: [...plan.checkpoints],
    rows: items.map(item => ({
      id: item.id,
      number: item.number,
      title: item.title,
      sectionId: item.sectionId,
      kind: item.deadline?.kind ?? 'none',
      words: item.deadline ? deadlineInWords(item.deadline, ctx.lang) : '',
      spans: spansOf(item, plan, occurrences),
    })),
  }
}

const everyItem = { after: -1, limit: 5000, sectionId: null, executorKey: null, words: null, status: null }

function spansOf(
  item: ItemRow,
  plan: Plan,
  occurrences: ReturnType<typeof occurrencesIn>,
): { from: IsoDate; to: IsoDate }[] {
  if (item.deadline?.kind === 'continuous') return [{ from: plan.start, to: plan.end }]
  return occurrences(item.deadline).flatMap(({ startsOn, dueOn }) =>
    dueOn ? [{ from: startsOn ?? dueOn, to: dueOn }] : [],
  )
}
