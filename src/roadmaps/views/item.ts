/** The card of an item and the form that changes it. */
import { type ItemId, type OrderId, type RoadmapId, translator } from '../../core/base/index.ts'
import { deadlineInWords } from '../../core/deadlines/index.ts'
import { type Ctx, historyOf } from '../../platform/postgres/index.ts'
import { loadItem, loadRoadmap } from '../actions/index.ts'
import type { ItemChangeView, ItemView } from '../contract.ts'
import { blocksAt } from '../source-text.ts'
import { listObligations } from '../store/obligation-lists.ts'
import { findSource } from '../store/orders.ts'
import { listSections } from '../store/roadmaps.ts'
import { roadmapsTexts } from '../texts.ts'
import { byDateAndName, headOf, moment, obligationLines, sectionLine } from './lines.ts'

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
    head: headOf(row),
    section: section ? sectionLine(section) : null,
    item,
    words: item.deadline ? deadlineInWords(item.deadline, ctx.lang) : '',
    source: source ? blocksAt(source.source, item.places) : [],
    obligations: (await obligationLines(ctx, obligations)).sort(byDateAndName),
    history: history.map(line => {
      const after = line.after as { reason?: string } | null
      return {
        id: line.id,
        at: moment(line.at),
        who: line.personName,
        action: line.action,
        reason: after?.reason ?? null,
        ...changedLines(line.before, line.after, ctx.lang),
      }
    }),
  }
}

const everyObligation = 50_000

/** What a change of an item touched, before and after; what stayed the same is left out. */
function changedLines(before: unknown, after: unknown, lang: Ctx['lang']): { before: string; after: string } {
  const say = translator(roadmapsTexts, lang)
  const inWords = (values: unknown) => {
    const { deadline, parties } = (values ?? {}) as { deadline?: string | null; parties?: string[] }
    const marked = (parties ?? []).map(party =>
      party.replace(/ \((lead|owes)\)$/, (_, mark: 'lead') => ` (${say(`party.${mark}`)})`),
    )
    return [deadline ?? '—', marked.join(', ')]
  }
  const [was, became] = [inWords(before), inWords(after)]
  const touched = (values: readonly string[]) =>
    values.filter((_, index) => was[index] !== became[index]).join(' · ') || '—'
  return { before: touched(was), after: touched(became) }
}

export async function viewItemChange(ctx: Ctx, roadmapId: RoadmapId, itemId: ItemId): Promise<ItemChangeView> {
  const row = await loadRoadmap(ctx, roadmapId)
  const item = await loadItem(ctx, roadmapId, itemId)
  return {
    head: headOf(row),
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
