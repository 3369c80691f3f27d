/** Verbs of the slice: load, decide, save; the audit line in the same transaction. */
import { createHash } from 'node:crypto'
import { checkTerritory } from '../authorities/index.ts'
import type { ItemId, OrderId, OrganisationId, RoadmapId } from '../core/base/index.ts'
import { refuse } from '../core/base/index.ts'
import type { UploadedFile } from '../core/web/index.ts'
import { type Ctx, newId, saveAudit } from '../platform/postgres/index.ts'
import type { Effect } from './contract.ts'
import {
  changeOf,
  changesNothing,
  chooseSchools,
  type Draft,
  draftOf,
  executorsOf,
  type Gap,
  inScope,
  obligationsOf,
  type PlannedObligation,
  type PlanOfChange,
  previewOf,
  type RoadmapItem,
  type RoadmapLevel,
  refuseUnlessComplete,
  roadmapOf,
  type Source,
  type StandingObligation,
  sourceOfClause,
  sourceOfItem,
  suggestTargets,
  type Target,
} from './model/index.ts'
import { editRunningItem, type RunningItemFields } from './model/running-item.ts'
import { readOrder } from './reading.ts'
import { directoryOf, forget, learn } from './store/executors.ts'
import {
  cancelObligations,
  insertObligations,
  moveObligations,
  recount,
  standingObligations,
} from './store/obligations.ts'
import { findDraft, insertOrder, markApproved, type StoredDraft, saveDraft } from './store/orders.ts'
import { namesOf, peopleOf, territoryOf } from './store/registers.ts'
import {
  findItem,
  findRoadmap,
  type ItemRow,
  insertRoadmap,
  listClauses,
  listItems,
  nextVersion,
  planOfRow,
  type RoadmapRow,
  replaceSchools,
  saveItem,
  schoolsOf,
  titlesOf,
} from './store/roadmaps.ts'
import { groupNames } from './texts.ts'

/** Reads a file in the sandbox and keeps it with a draft of what was understood. */
export async function uploadOrder(ctx: Ctx, file: UploadedFile): Promise<OrderId> {
  const authorityId = ctx.who.organisationId
  if (!authorityId) throw refuse('forbidden', 'roadmaps/no-authority')
  const { source, understood, issues } = await readOrder(file)
  const draft = draftOf(understood, issues, levelFor(ctx))
  const id = newId<OrderId>()
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  await insertOrder(ctx, { id, authorityId, fileName: file.fileName, sha256, bytes: file.bytes, source }, draft)
  await saveAudit(ctx, {
    action: 'roadmaps/order-uploaded',
    subjectKind: 'order',
    subjectId: id,
    after: { fileName: file.fileName, sha256, items: draft.items.length },
  })
  return id
}

function levelFor(ctx: Ctx): RoadmapLevel {
  if (ctx.scope.organisationId) return 'school'
  return ctx.scope.municipalityId ? 'municipal' : 'regional'
}

export async function loadDraft(ctx: Ctx, orderId: OrderId): Promise<StoredDraft> {
  const found = await findDraft(ctx, orderId)
  if (!found) throw refuse('not-found', 'roadmaps/no-such-order')
  return found
}

/**
 * Applies one edit to a draft.
 * @param edited what exactly was edited, for the change log: `item i3`
 * @throws refuse('conflict', 'roadmaps/draft-changed') with the stored draft in `details` when somebody saved it meanwhile
 */
export async function changeDraft(
  ctx: Ctx,
  orderId: OrderId,
  version: number,
  edited: string,
  edit: (draft: Draft) => Draft,
): Promise<void> {
  const stored = await loadDraft(ctx, orderId)
  checkTerritory(ctx.scope, stored.municipalityId)
  if (stored.state === 'approved') throw refuse('conflict', 'roadmaps/already-approved')
  const changed = edit(stored.content)
  if (stored.version !== version || !(await saveDraft(ctx, orderId, version, changed))) throw draftChanged(stored)
  await saveAudit(ctx, {
    action: 'roadmaps/draft-changed',
    subjectKind: 'order',
    subjectId: orderId,
    municipalityId: stored.municipalityId,
    before: { version },
    after: { version: version + 1, edited },
  })
}

function draftChanged(stored: StoredDraft) {
  return refuse(
    'conflict',
    'roadmaps/draft-changed',
    { who: stored.updatedBy, at: new Date(stored.updatedAt).toISOString() },
    { version: stored.version, changedBy: stored.updatedBy, changedAt: new Date(stored.updatedAt).toISOString() },
  )
}

/**
 * Remembers what the executors of a document mean, in every form in which it prints them; an empty choice forgets. Obligations of a running roadmap stay as they are until
 * somebody looks at the effect and confirms it.
 * @returns the roadmap that already runs by this document
 */
export async function matchExecutors(
  ctx: Ctx,
  orderId: OrderId,
  choices: readonly { readonly key: string; readonly target: Target | null }[],
): Promise<RoadmapId | null> {
  const stored = await loadDraft(ctx, orderId)
  checkTerritory(ctx.scope, stored.municipalityId)
  const asked = new Map(choices.map(choice => [choice.key, choice.target]))
  const known = executorsOf(stored.content).flatMap(({ forms }) => {
    const answered = forms.find(form => asked.has(form.key))
    if (!answered) return []
    return forms.map(form => ({ ...form, target: asked.get(asked.has(form.key) ? form.key : answered.key) ?? null }))
  })
  const matches = known.flatMap(({ target, ...form }) => (target ? [{ ...form, target }] : []))
  await learn(ctx, stored.authorityId, stored.municipalityId, matches)
  await forget(
    ctx,
    stored.authorityId,
    known.filter(choice => !choice.target).map(choice => choice.key),
  )
  await saveAudit(ctx, {
    action: 'roadmaps/executors-matched',
    subjectKind: 'order',
    subjectId: orderId,
    municipalityId: stored.municipalityId,
    after: matches,
  })
  return stored.roadmapId
}

/** Chooses the schools of the roadmap that a draft becomes; null: every school of the territory. */
export function chooseDraftSchools(
  ctx: Ctx,
  orderId: OrderId,
  version: number,
  schools: readonly OrganisationId[] | null,
): Promise<void> {
  return changeDraft(ctx, orderId, version, 'schools', draft => chooseSchools(draft, schools))
}

/** Matches every executor that is not matched yet to the likeliest reading, as a person who agrees with each suggestion would. */
export async function matchByWording(ctx: Ctx, orderId: OrderId): Promise<void> {
  const stored = await loadDraft(ctx, orderId)
  const directory = await directoryOf(ctx, stored.authorityId)
  const known = {
    authorityId: stored.authorityId,
    directory,
    organisations: await territoryOf(ctx, stored.municipalityId),
    people: await peopleOf(ctx),
  }
  const choices = executorsOf(stored.content).flatMap(({ key, text, canonical, forms }) => {
    const likeliest = suggestTargets(text, canonical, known, groupNames(ctx.lang))[0]
    return forms.every(form => directory.has(form.key)) || !likeliest ? [] : [{ key, target: likeliest.target }]
  })
  await matchExecutors(ctx, orderId, choices)
}

/** Turns a checked draft into a running roadmap with its obligations. */
export async function approveDraft(ctx: Ctx, orderId: OrderId, version: number): Promise<RoadmapId> {
  const stored = await loadDraft(ctx, orderId)
  checkTerritory(ctx.scope, stored.municipalityId)
  if (stored.state === 'approved') throw refuse('conflict', 'roadmaps/already-approved')
  if (stored.version !== version) throw draftChanged(stored)
  const draft = stored.content
  refuseUnlessComplete(draft)
  const territory = await territoryOf(ctx, stored.municipalityId)
  const directory = await directoryOf(ctx, stored.authorityId)
  const scope = inScope(draft, territory)

  const schools = scope.filter(one => one.kind === 'school').map(one => one.id)
  const { municipalityId } = stored
  const roadmap = roadmapOf(draft, { orderId, authorityId: stored.authorityId, municipalityId, schools }, () => newId())
  const { obligations } = obligationsOf(roadmap.sources, directory, scope, roadmap.plan)

  await insertRoadmap(ctx, roadmap)
  await insertObligations(ctx, roadmap.id, municipalityId, obligations)
  await recount(ctx, roadmap.id)
  if (!(await markApproved(ctx, orderId, version, roadmap.id))) throw draftChanged(stored)
  await saveAudit(ctx, {
    action: 'roadmaps/roadmap-approved',
    subjectKind: 'roadmap',
    subjectId: roadmap.id,
    municipalityId,
    after: { orderId, items: roadmap.items.length, obligations: obligations.length, schools: schools.length },
  })
  return roadmap.id
}

/** What approving a draft would create now. */
export async function previewApproval(ctx: Ctx, stored: StoredDraft) {
  const territory = await territoryOf(ctx, stored.municipalityId)
  return previewOf(stored.content, await directoryOf(ctx, stored.authorityId), territory)
}

export async function loadRoadmap(ctx: Ctx, id: RoadmapId): Promise<RoadmapRow> {
  const found = await findRoadmap(ctx, id)
  if (!found) throw refuse('not-found', 'roadmaps/no-such-roadmap')
  return found
}

export async function loadItem(ctx: Ctx, roadmapId: RoadmapId, itemId: ItemId): Promise<ItemRow> {
  const found = await findItem(ctx, roadmapId, itemId)
  if (!found) throw refuse('not-found', 'roadmaps/no-such-item')
  return found
}

export interface ItemChange {
  readonly roadmap: RoadmapRow
  readonly before: ItemRow
  readonly after: RoadmapItem
  readonly plan: PlanOfChange
  /** A seal of what was shown: applying refuses when something else would happen by then. */
  readonly seal: string
}

/** What changing the deadline or the executors of an item would do to its obligations. Saves nothing. */
export async function planItemChange(
  ctx: Ctx,
  roadmapId: RoadmapId,
  itemId: ItemId,
  fields: RunningItemFields,
): Promise<ItemChange> {
  const roadmap = await loadRoadmap(ctx, roadmapId)
  const before = await loadItem(ctx, roadmapId, itemId)
  const after = editRunningItem(before, fields, {
    planStart: roadmap.planStart,
    planEnd: roadmap.planEnd,
    orderDate: null,
  })
  const wanted = await wantedObligations(ctx, roadmap, [sourceOfItem(after)], await schoolsOf(ctx, roadmapId))
  const plan = changeOf(await standingObligations(ctx, roadmapId, itemId), wanted)
  return { roadmap, before, after, plan, seal: sealOf(plan, after) }
}

/** Saves a change of an item and applies to its obligations exactly what was shown. */
export async function changeItem(
  ctx: Ctx,
  roadmapId: RoadmapId,
  itemId: ItemId,
  fields: RunningItemFields,
  shown: Shown,
): Promise<void> {
  const { roadmap, before, after, plan, seal } = await planItemChange(ctx, roadmapId, itemId, fields)
  checkTerritory(ctx.scope, roadmap.municipalityId)
  if (before.version !== shown.version)
    throw refuse('conflict', 'roadmaps/item-changed', { number: before.number ?? '' }, { stored: before })
  const reason = await reasonOnceShown(ctx, shown, seal, plan)
  if (!(await saveItem(ctx, roadmap, after, before.version)))
    throw refuse('conflict', 'roadmaps/item-changed', { number: before.number ?? '' }, { stored: before })
  await applyPlan(ctx, roadmap, plan, reason)
  await saveAudit(ctx, {
    action: 'roadmaps/item-changed',
    subjectKind: 'item',
    subjectId: itemId,
    municipalityId: roadmap.municipalityId,
    before: { deadline: before.deadline?.sourceText ?? null, parties: before.parties.map(partyLine) },
    after: {
      deadline: after.deadline?.sourceText ?? null,
      parties: after.parties.map(partyLine),
      reason,
      ...sizesOf(plan),
    },
  })
}

export interface ScopeChange {
  readonly roadmap: RoadmapRow
  readonly before: readonly OrganisationId[]
  readonly after: readonly OrganisationId[]
  readonly plan: PlanOfChange
  readonly seal: string
}

/** What another set of schools would do to the obligations of the whole roadmap. Saves nothing. */
export async function planScopeChange(
  ctx: Ctx,
  roadmapId: RoadmapId,
  schools: readonly OrganisationId[],
): Promise<ScopeChange> {
  const roadmap = await loadRoadmap(ctx, roadmapId)
  const before = await schoolsOf(ctx, roadmapId)
  const known = new Set(
    (await territoryOf(ctx, roadmap.municipalityId)).filter(one => one.kind === 'school').map(one => one.id),
  )
  for (const school of before) known.add(school)
  const after = [...new Set(schools)].filter(school => known.has(school)).sort()
  const wanted = await wantedObligations(ctx, roadmap, await allSources(ctx, roadmapId), after)
  const plan = changeOf(await standingObligations(ctx, roadmapId), wanted)
  return { roadmap, before, after, plan, seal: sealOf(plan, after) }
}

/** Saves another set of schools and applies to the obligations exactly what was shown. */
export async function changeScope(
  ctx: Ctx,
  roadmapId: RoadmapId,
  schools: readonly OrganisationId[],
  shown: Shown,
): Promise<void> {
  const { roadmap, before, after, plan, seal } = await planScopeChange(ctx, roadmapId, schools)
  checkTerritory(ctx.scope, roadmap.municipalityId)
  if (roadmap.version !== shown.version) throw refuse('conflict', 'roadmaps/roadmap-changed')
  const reason = await reasonOnceShown(ctx, shown, seal, plan)
  if (!(await nextVersion(ctx, roadmapId, shown.version))) throw refuse('conflict', 'roadmaps/roadmap-changed')
  await replaceSchools(ctx, roadmap, after)
  await applyPlan(ctx, roadmap, plan, reason)
  await saveAudit(ctx, {
    action: 'roadmaps/scope-changed',
    subjectKind: 'roadmap',
    subjectId: roadmapId,
    municipalityId: roadmap.municipalityId,
    before: { schools: before },
    after: { schools: after, reason, ...sizesOf(plan) },
  })
}

/** Why some items and clauses of a running roadmap oblige nobody, by today's directory and schools. */
export async function gapsOf(ctx: Ctx, roadmap: RoadmapRow): Promise<readonly Gap[]> {
  const chosen = new Set(await schoolsOf(ctx, roadmap.id))
  const territory = await territoryOf(ctx, roadmap.municipalityId)
  const scope = territory.filter(one => one.kind !== 'school' || chosen.has(one.id))
  const directory = await directoryOf(ctx, roadmap.authorityId)
  return obligationsOf(await allSources(ctx, roadmap.id), directory, scope, planOfRow(roadmap)).gaps
}

/** What was shown to the person who presses the button again. Without a seal nothing was shown yet. */
export interface Shown {
  readonly version: number
  readonly seal: string | undefined
  readonly reason: string | undefined
}

/**
 * Lets a change through only when its effect was shown and is still the same; the reason goes into the record.
 * @throws refuse('conflict', 'roadmaps/confirm-effect') with the effect in `details`
 */
async function reasonOnceShown(ctx: Ctx, shown: Shown, seal: string, plan: PlanOfChange): Promise<string> {
  const reason = shown.reason?.trim() ?? ''
  if (shown.seal === seal && reason !== '') return reason
  const code = !shown.seal ? 'confirm-effect' : shown.seal === seal ? 'reason-missing' : 'effect-changed'
  throw refuse('conflict', `roadmaps/${code}`, {}, await effectOf(ctx, plan, seal))
}

async function allSources(ctx: Ctx, roadmapId: RoadmapId): Promise<Source[]> {
  const everything = { after: -1, limit: 100_000, sectionId: null, executorKey: null, words: null, status: null }
  const items = await listItems(ctx, roadmapId, everything)
  const clauses = await listClauses(ctx, roadmapId)
  return [...items.map(sourceOfItem), ...clauses.map(sourceOfClause)]
}

async function wantedObligations(
  ctx: Ctx,
  roadmap: RoadmapRow,
  sources: readonly Source[],
  schools: readonly OrganisationId[],
): Promise<readonly PlannedObligation[]> {
  const chosen = new Set(schools)
  const scope = (await territoryOf(ctx, roadmap.municipalityId)).filter(
    one => one.kind !== 'school' || chosen.has(one.id),
  )
  const directory = await directoryOf(ctx, roadmap.authorityId)
  return obligationsOf(sources, directory, scope, planOfRow(roadmap)).obligations
}

async function applyPlan(ctx: Ctx, roadmap: RoadmapRow, plan: PlanOfChange, reason: string): Promise<void> {
  if (changesNothing(plan)) return
  await insertObligations(ctx, roadmap.id, roadmap.municipalityId, plan.add)
  await moveObligations(ctx, plan.move)
  await cancelObligations(
    ctx,
    plan.cancel.map(one => one.id),
    reason,
  )
  await recount(ctx, roadmap.id)
}

const linesShown = 200

async function effectOf(ctx: Ctx, plan: PlanOfChange, seal: string): Promise<Effect> {
  const lines = [
    ...plan.move.map(({ from, to }) => ({ does: 'move', one: to, from: from.dueOn, to: to.dueOn })),
    ...plan.cancel.map(one => ({ does: 'cancel', one, from: one.dueOn, to: null })),
    ...plan.kept.map(one => ({ does: 'kept', one, from: one.dueOn, to: one.dueOn })),
    ...plan.add.map(one => ({ does: 'add', one, from: null, to: one.dueOn })),
  ].slice(0, linesShown)
  const names = await namesOf(ctx, [...new Set(lines.map(line => line.one.organisationId))])
  const nameOf = new Map(names.map(one => [one.id, one.shortName ?? one.name]))
  const titles = await titlesOf(ctx, [...new Set(lines.map(line => line.one.sourceId))])
  const titleOf = new Map(titles.map(one => [one.id, one.title]))
  return {
    add: plan.add.length,
    move: plan.move.length,
    cancel: plan.cancel.length,
    kept: plan.kept.length,
    unchanged: plan.unchanged,
    lines: lines.map(({ does, one, from, to }) => ({
      does,
      what: titleOf.get(one.sourceId) ?? '',
      organisation: nameOf.get(one.organisationId) ?? one.organisationId,
      from,
      to,
    })),
    seal,
  }
}

function sizesOf(plan: PlanOfChange) {
  return { added: plan.add.length, moved: plan.move.length, cancelled: plan.cancel.length, kept: plan.kept.length }
}

function sealOf(plan: PlanOfChange, after: unknown): string {
  const line = (one: PlannedObligation) =>
    `${one.sourceId} ${one.organisationId} ${one.startsOn} ${one.dueOn} ${one.binding}`
  const ids = (list: readonly StandingObligation[]) => list.map(one => one.id).sort()
  const shown = {
    after,
    add: plan.add.map(line).sort(),
    move: plan.move.map(one => `${one.id} ${line(one.to)}`).sort(),
    cancel: ids(plan.cancel),
    kept: ids(plan.kept),
  }
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22)
}

function partyLine(party: RoadmapItem['parties'][number]): string {
  return party.lead ? `${party.text} (lead)` : party.owes ? `${party.text} (owes)` : party.text
}
