/** The card of a clause that asks something of somebody. */
import type { OrderId, RoadmapId } from '../../core/base/index.ts'
import { refuse } from '../../core/base/index.ts'
import { deadlineInWords } from '../../core/deadlines/index.ts'
import { type Ctx, historyOf } from '../../platform/postgres/index.ts'
import { loadRoadmap } from '../actions/index.ts'
import type { ClauseView } from '../contract.ts'
import { blocksAt } from '../source-text.ts'
import { listObligations } from '../store/obligation-lists.ts'
import { findDraft, findSource } from '../store/orders.ts'
import { listClauses } from '../store/roadmaps.ts'
import { historyLine } from './history.ts'
import { byDateAndName, everyObligation, headOf, obligationLines } from './lines.ts'

/** What touches the obligations of every clause. */
const ofTheWhole = new Set(['roadmaps/roadmap-approved', 'roadmaps/scope-changed', 'roadmaps/period-changed'])

export async function viewClause(ctx: Ctx, roadmapId: RoadmapId, clauseId: string): Promise<ClauseView> {
  const row = await loadRoadmap(ctx, roadmapId)
  const clause = (await listClauses(ctx, roadmapId)).find(one => one.id === clauseId)
  if (!clause) throw refuse('not-found', 'roadmaps/no-such-clause')
  const orderId = row.orderId as OrderId
  const source = await findSource(ctx, orderId)
  const draft = await findDraft(ctx, orderId)
  const places = Object.values(draft?.content.clauses.find(one => one.path === clause.path)?.places ?? {}).flat()
  const found = await listObligations(ctx, {
    roadmapId,
    itemId: null,
    clauseId,
    organisationId: null,
    openUntil: null,
    limit: everyObligation,
  })
  const history = await historyOf(ctx, 'roadmap', roadmapId)
  return {
    head: headOf(row, ctx),
    clause: {
      id: clause.id,
      number: clause.number,
      text: clause.text,
      addressees: [...clause.addressees],
      deadlineText: clause.deadline?.sourceText ?? null,
      binding: clause.binding,
    },
    words: clause.deadline ? deadlineInWords(clause.deadline, ctx.lang) : '',
    source: source ? blocksAt(source.source, places) : [],
    obligations: (await obligationLines(ctx, found)).sort(byDateAndName),
    history: history.filter(line => ofTheWhole.has(line.action)).map(line => historyLine(line, ctx.lang)),
  }
}
