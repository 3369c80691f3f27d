/** Reads shaped for a screen: a view loads here and shows in `pages/`. */
import type { Static } from 'typebox'
import { hasFeedLink } from '../authorities/index.ts'
import type { IsoDate, ItemId, OrderId, OrganisationId, RoadmapId } from '../core/base/index.ts'
import { addDays, refuse, translator } from '../core/base/index.ts'
import { deadlineInWords, readDeadline } from '../core/deadlines/index.ts'
import type { Waiting } from '../core/web/index.ts'
import { type Ctx, historyOf } from '../platform/postgres/index.ts'
import { gapsOf, loadDraft, loadItem, loadRoadmap, previewApproval } from './actions.ts'
import type {
  BurningView,
  CalendarView,
  DraftView,
  ExecutorsView,
  ItemChangeView,
  ItemChunk,
  ItemsQuery,
  ItemView,
  ObligationLine,
  OrderList,
  PreviewView,
  ReadDeadlineView,
  RoadmapHead,
  RoadmapList,
  RoadmapView,
  ScopeView,
  TimelineView,
  Totals,
} from './contract.ts'
import {
  burningDays,
  countObligations,
  coverageOf,
  type Draft,
  deadlineContextOf,
  executorsOf,
  type Gap,
  nothingHappened,
  occurrencesIn,
  type Plan,
  statusOn,
  suggestTargets,
  targetCode,
  targetLabel,
} from './model/index.ts'
import { blocksAt } from './source-text.ts'
import { directoryOf } from './store/executors.ts'
import {
  burningCounts,
  countersOfAll,
  listObligations,
  type ObligationRow,
  totalsOf,
} from './store/obligation-lists.ts'
import { findSource, listOrders, openDrafts } from './store/orders.ts'
import { namesOf, peopleOf, territoryOf } from './store/registers.ts'
import {
  columnsOf,
  type ItemRow,
  listClauses,
  listExecutors,
  listItems,
  listLeftovers,
  listRoadmaps,
  listSections,
  planOfRow,
  type RoadmapRow,
  type SectionRow,
  schoolsOf,
} from './store/roadmaps.ts'
import { groupNames, roadmapsTexts } from './texts.ts'

const chunk = 100

export async function viewOrders(ctx: Ctx, before: string | undefined): Promise<OrderList> {
  const found = await listOrders(ctx, before ?? null)
  const shown = found.slice(0, 50)
  return {
    orders: shown.map(order => ({ ...order, updatedAt: moment(order.updatedAt) })),
    next: found.length > 50 ? shown.at(-1)!.id : null,
  }
}

export async function viewDraft(ctx: Ctx, orderId: OrderId, edit: string | undefined): Promise<DraftView> {
  const stored = await loadDraft(ctx, orderId)
  const source = await findSource(ctx, orderId)
  return {
    orderId,
    fileName: stored.fileName,
    version: stored.version,
    state: stored.state,
    roadmapId: stored.roadmapId,
    updatedAt: moment(stored.updatedAt),
    updatedBy: stored.updatedBy,
    edit: edit ?? null,
    ...coverageOf(stored.content),
    draft: stored.content,
    source: source!.source,
  }
}

/** Reads a wording of a deadline in the context of a draft, for the form that shows the reading while one types. */
export async function viewDeadline(ctx: Ctx, orderId: OrderId, text: string): Promise<Static<typeof ReadDeadlineView>> {
  const stored = await loadDraft(ctx, orderId)
  if (text.trim() === '') return { deadline: null, words: '', understood: true }
  const { deadline, doubt } = readDeadline(text, deadlineContextOf(stored.content))
  return { deadline, words: deadlineInWords(deadline, ctx.lang), understood: doubt?.why !== 'unrecognised' }
}

export async function viewExecutors(ctx: Ctx, orderId: OrderId): Promise<ExecutorsView> {
  const stored = await loadDraft(ctx, orderId)
  const organisations = await territoryOf(ctx, stored.municipalityId)
  const people = await peopleOf(ctx)
  const directory = await directoryOf(ctx, stored.authorityId)
  const known = { authorityId: stored.authorityId, directory, organisations, people }
  const groups = groupNames(ctx.lang)
  return {
    orderId,
    fileName: stored.fileName,
    version: stored.version,
    title: stored.content.title,
    state: stored.state,
    executors: executorsOf(stored.content).map(one => {
      const targets = one.forms.map(form => directory.get(form.key))
      const agreed = new Set(targets.map(target => (target ? targetCode(target) : ''))).size === 1
      const chosen = agreed ? targets[0] : undefined
      const remembered = one.forms.find(form => directory.has(form.key)) ?? one
      return {
        ...one,
        forms: one.forms.map(form => form.text),
        chosen: chosen ? targetCode(chosen) : null,
        chosenLabel: chosen ? targetLabel(chosen, known, groups) : null,
        suggestions: suggestTargets(remembered.text, one.canonical, known, groups).map(({ target, label, why }) => ({
          code: targetCode(target),
          label,
          why,
        })),
      }
    }),
    options: [
      { code: 'allSchools', label: groups.allSchools, group: 'groups' },
      { code: 'municipalAuthorities', label: groups.municipalAuthorities, group: 'groups' },
      ...schoolTypesIn(organisations).map(type => ({
        code: `schoolsOfType:${type}`,
        label: `${groups.allSchools}: ${groups.type(type)}`,
        group: 'groups',
      })),
      { code: 'outside', label: groups.outside, group: 'groups' },
      ...organisations.map(one => ({
        code: `organisation:${one.id}`,
        label: one.shortName ?? one.name,
        group: one.kind === 'school' ? 'schools' : 'bodies',
      })),
      ...people.map(one => ({
        code: `person:${one.organisationId}:${one.id}`,
        label: `${one.name}, ${one.organisationName}`,
        group: 'people',
      })),
    ],
  }
}

function schoolTypesIn(organisations: readonly { readonly schoolType: string | null }[]): string[] {
  return [...new Set(organisations.flatMap(one => (one.schoolType ? [one.schoolType] : [])))].sort()
}

export async function viewPreview(ctx: Ctx, orderId: OrderId): Promise<PreviewView> {
  const stored = await loadDraft(ctx, orderId)
  const draft = stored.content
  const territory = await territoryOf(ctx, stored.municipalityId)
  const dated = draft.planStart !== null && draft.planEnd !== null
  const preview = dated ? await previewApproval(ctx, stored) : { obligations: [], gaps: [] }
  const counts = countObligations(preview.obligations)
  const nameOf = new Map(territory.map(one => [one.id, one.shortName ?? one.name]))
  const chosen = draft.schools === null ? null : new Set(draft.schools)
  return {
    orderId,
    fileName: stored.fileName,
    version: stored.version,
    state: stored.state,
    title: draft.title,
    planStart: draft.planStart,
    planEnd: draft.planEnd,
    doubtsOpen: draft.doubts.filter(doubt => doubt.settled === null).length,
    restOpen: draft.rest.filter(piece => piece.fate === 'open').length,
    counts: dated
      ? {
          ...counts,
          byMonth: [...counts.byMonth],
          byOrganisation: counts.byOrganisation.map(one => ({
            ...one,
            name: nameOf.get(one.organisationId) ?? one.organisationId,
          })),
        }
      : null,
    gaps: gapsTogether(preview.gaps, draft),
    every: draft.schools === null,
    schools: territory
      .filter(one => one.kind === 'school')
      .map(one => ({ id: one.id, name: one.shortName ?? one.name, chosen: chosen === null || chosen.has(one.id) })),
  }
}

/** Gaps by reason and executor, with where each is met. */
function gapsTogether(gaps: readonly Gap[], draft: Draft): PreviewView['gaps'] {
  const items = new Map(draft.items.map(item => [item.key, item.number ?? `${item.title.slice(0, 60)}…`]))
  const clauses = new Map(draft.clauses.map(clause => [clause.path, clause.number ?? clause.path]))
  const found = new Map<string, { why: string; text: string | null; count: number; where: string[] }>()
  for (const gap of gaps) {
    const key = `${gap.why}/${gap.text}`
    const one = found.get(key) ?? { why: gap.why, text: gap.text, count: 0, where: [] }
    one.count++
    if (one.where.length < 20) one.where.push((gap.sourceKind === 'item' ? items : clauses).get(gap.sourceId) ?? '')
    found.set(key, one)
  }
  return [...found.values()].sort((a, b) => b.count - a.count)
}

// ---------------------------------------------------------------- roadmaps

export async function viewRoadmaps(ctx: Ctx): Promise<RoadmapList> {
  const roadmaps = await listRoadmaps(ctx)
  const totals = await countersOfAll(ctx, ctx.today)
  const names = await namesOf(ctx, [...new Set(roadmaps.map(row => row.authorityId))])
  const authorities = new Map(names.map(one => [one.id, one.name]))
  return {
    roadmaps: roadmaps.map(row => ({
      head: headOf(row),
      authority: authorities.get(row.authorityId) ?? '',
      totals: totals.get(row.id) ?? noTotals,
    })),
  }
}

const noTotals: Totals = { owed: 0, recommended: 0, undated: 0, dueSoFar: 0, overdue: 0, accepted: 0 }

export async function viewItems(ctx: Ctx, roadmapId: RoadmapId, query: ItemsQuery): Promise<Static<typeof ItemChunk>> {
  const found = await listItems(ctx, roadmapId, {
    after: query.after ?? -1,
    limit: chunk + 1,
    sectionId: query.section ?? null,
    executorKey: query.executor ?? null,
    words: query.q?.trim() || null,
    status: query.status ?? null,
  })
  if (found.length === 0) await loadRoadmap(ctx, roadmapId) // nothing fits, or no such roadmap
  const items = found.slice(0, chunk)
  return { items, next: found.length > chunk ? items.at(-1)!.position : null }
}

export async function viewRoadmap(ctx: Ctx, roadmapId: RoadmapId, query: ItemsQuery): Promise<RoadmapView> {
  const row = await loadRoadmap(ctx, roadmapId)
  const clauses = await listClauses(ctx, roadmapId)
  return {
    head: headOf(row),
    totals: await totalsOf(ctx, roadmapId, ctx.today),
    sections: (await listSections(ctx, roadmapId)).map(sectionLine),
    executors: await listExecutors(ctx, roadmapId),
    clauses: clauses.map(({ id, number, text, addressees, deadline, binding }) => ({
      id,
      number,
      text,
      addressees: [...addressees],
      deadlineText: deadline?.sourceText ?? null,
      binding,
    })),
    leftovers: await listLeftovers(ctx, roadmapId),
    columns: [...(await columnsOf(ctx, roadmapId))],
    ...(await viewItems(ctx, roadmapId, query)),
    filter: query,
  }
}

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

const burningShown = 200

export async function viewBurning(
  ctx: Ctx,
  roadmapId: string | undefined,
  organisationId: string | undefined,
): Promise<BurningView> {
  const found = await listObligations(ctx, {
    roadmapId: roadmapId ?? null,
    itemId: null,
    organisationId: organisationId ?? null,
    openUntil: addDays(ctx.today, burningDays),
    limit: burningShown + 1,
  })
  const lines = (await obligationLines(ctx, found.slice(0, burningShown))).sort(byDateAndName)
  return {
    roadmaps: (await listRoadmaps(ctx)).map(row => ({ id: row.id, title: row.title })),
    roadmap: roadmapId ?? null,
    overdue: lines.filter(line => line.status === 'overdue' || line.status === 'returned'),
    dueSoon: lines.filter(line => line.status !== 'overdue' && line.status !== 'returned'),
    more: found.length > burningShown,
  }
}

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
const namesInOrder = new Intl.Collator('ru', { numeric: true })

/** By deadline, undated ones last; on one day by the name that is shown, № 2 before № 10. */
function byDateAndName(a: ObligationLine, b: ObligationLine): number {
  const dates = (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')
  return dates || namesInOrder.compare(a.organisation, b.organisation)
}

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

export async function viewScope(ctx: Ctx, roadmapId: RoadmapId): Promise<ScopeView> {
  const row = await loadRoadmap(ctx, roadmapId)
  const inScope = new Set(await schoolsOf(ctx, roadmapId))
  const territory = (await territoryOf(ctx, row.municipalityId)).filter(one => one.kind === 'school')
  const known = new Set(territory.map(one => one.id))
  const closed = await namesOf(
    ctx,
    [...inScope].filter(id => !known.has(id)),
  )
  return {
    head: headOf(row),
    schools: [...territory, ...closed]
      .map(one => ({ id: one.id, name: one.shortName ?? one.name, inScope: inScope.has(one.id) }))
      .sort((a, b) => namesInOrder.compare(a.name, b.name)),
    gaps: gapsByExecutor(await gapsOf(ctx, row)),
  }
}

function gapsByExecutor(gaps: readonly Gap[]): ScopeView['gaps'] {
  const found = new Map<string, { why: string; text: string | null; count: number }>()
  for (const gap of gaps) {
    const key = `${gap.why}/${gap.text}`
    const one = found.get(key) ?? { why: gap.why, text: gap.text, count: 0 }
    one.count++
    found.set(key, one)
  }
  return [...found.values()].sort((a, b) => b.count - a.count)
}

export async function obligationLines(ctx: Ctx, found: readonly ObligationRow[]): Promise<ObligationLine[]> {
  const names = await namesOf(ctx, [...new Set(found.map(one => one.organisationId))])
  const nameOf = new Map(names.map(one => [one.id, one.shortName ?? one.name]))
  return found.map(({ submittedOn, acceptedOn, returnedOn, startedOn, notRequiredOn, cancelledOn, ...one }) => ({
    ...one,
    organisation: nameOf.get(one.organisationId) ?? one.organisationId,
    status: statusOn(
      { ...nothingHappened, ...one, submittedOn, acceptedOn, returnedOn, startedOn, notRequiredOn, cancelledOn },
      ctx.today,
    ),
  }))
}

export function headOf(row: RoadmapRow): RoadmapHead {
  const { id, title, level, planStart, planEnd, state, version, orderId, approvedBy } = row
  return {
    id,
    title,
    level,
    planStart,
    planEnd,
    state,
    version,
    orderId,
    approvedAt: moment(row.approvedAt),
    approvedBy,
  }
}

function sectionLine(row: SectionRow) {
  return { id: row.id, number: row.number, title: row.title, level: row.level, notes: [...row.notes] }
}

function moment(at: Date): string {
  return new Date(at).toISOString()
}

/** The organisation whose calendar or list is asked for; a school seat has only its own. */
export function askedOrganisation(ctx: Ctx, asked: string | undefined): OrganisationId {
  const id = asked ?? ctx.scope.organisationId ?? ctx.who.organisationId
  if (!id) throw refuse('invalid', 'roadmaps/organisation-not-named')
  return id as OrganisationId
}

/** What waits for the reader: overdue obligations, those due within two weeks, and drafts of orders. */
export async function viewWaiting(ctx: Ctx): Promise<Waiting[]> {
  const say = translator(roadmapsTexts, ctx.lang)
  const { overdue, dueSoon } = await burningCounts(ctx, ctx.today, addDays(ctx.today, burningDays))
  const drafts = ctx.scope.organisationId ? 0 : await openDrafts(ctx)
  return [
    ...(overdue > 0 ? [{ kind: 'bad' as const, text: say('waiting.overdue', { n: overdue }), href: '/burning' }] : []),
    ...(dueSoon > 0
      ? [{ kind: 'warning' as const, text: say('waiting.dueSoon', { n: dueSoon }), href: '/burning' }]
      : []),
    ...(drafts > 0 ? [{ kind: 'info' as const, text: say('waiting.drafts', { n: drafts }), href: '/orders' }] : []),
  ]
}

/** The calendar of an organisation: its name, and whether the reader has a secret link to it. */
export async function viewCalendar(ctx: Ctx, asked: string | undefined): Promise<CalendarView> {
  const organisationId = askedOrganisation(ctx, asked)
  const [organisation] = await namesOf(ctx, [organisationId])
  if (!organisation) throw refuse('not-found', 'roadmaps/no-such-organisation')
  return { organisationId, organisation: organisation.name, linked: await hasFeedLink(ctx, organisationId) }
}
