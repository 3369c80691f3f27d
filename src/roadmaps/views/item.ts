/** The card of an item and the form that changes it. */
import type { ItemId, OrderId, RoadmapId } from '../../core/base/index.ts'
import { deadlineInWords } from '../../core/deadlines/index.ts'
import { type Ctx, historyOf } from '../../platform/postgres/index.ts'
import { effectOf, type Fate, loadItem, loadRoadmap, planItemFate } from '../actions/index.ts'
import type { ItemChangeView, ItemFateView, ItemView } from '../contract.ts'
import { blocksAt } from '../source-text.ts'
import { listObligations } from '../store/obligation-lists.ts'
import { findSource } from '../store/orders.ts'
import { listSections } from '../store/roadmaps.ts'
import { historyLine } from './history.ts'
import { byDateAndName, everyObligation, headOf, obligationLines, sectionLine } from './lines.ts'

export async function viewItem(ctx: Ctx, roadmapId: RoadmapId, itemId: ItemId): Promise<ItemView> {
  const row = await loadRoadmap(ctx, roadmapId)
  const item = await loadItem(ctx, roadmapId, itemId)
  const sections = await listSections(ctx, roadmapId)
  const source = await findSource(ctx, row.orderId as OrderId)
  const obligations = await listObligations(ctx, {
    roadmapId,
    itemId,
    organisationId: null,
    openUntil: null,
    limit: everyObligation,
  })
  const section = sections.find(one => one.id === item.sectionId)
  const history = await historyOf(ctx, 'item', itemId)
  return {
    head: headOf(row, ctx),
    section: section ? sectionLine(section) : null,
    item,
    words: item.deadline ? deadlineInWords(item.deadline, ctx.lang) : '',
    source: source ? blocksAt(source.source, item.places) : [],
    obligations: (await obligationLines(ctx, obligations)).sort(byDateAndName),
    history: history.map(line => historyLine(line, ctx.lang)),
  }
}

export async function viewItemChange(ctx: Ctx, roadmapId: RoadmapId, itemId: ItemId): Promise<ItemChangeView> {
  const row = await loadRoadmap(ctx, roadmapId)
  const item = await loadItem(ctx, roadmapId, itemId)
  return {
    head: headOf(row, ctx),
    item,
    deadlineText: item.deadline?.sourceText ?? '',
    parties: item.parties.map(party => ({ text: party.text, owes: party.owes && !party.lead })),
    lead: Math.max(
      0,
      item.parties.findIndex(party => party.lead),
    ),
    words: item.deadline ? deadlineInWords(item.deadline, ctx.lang) : '',
  }
}

/** An item that is to be cancelled or taken back, with what that would do. */
export async function viewItemFate(ctx: Ctx, roadmapId: RoadmapId, itemId: ItemId, fate: Fate): Promise<ItemFateView> {
  const { roadmap, item, plan, seal } = await planItemFate(ctx, roadmapId, itemId, fate)
  return { head: headOf(roadmap, ctx), item, effect: await effectOf(ctx, plan, seal) }
}
