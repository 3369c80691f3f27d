/** What a person may do to a draft. Each edit gives a new draft; nothing is thrown away without being asked. */
import type { IsoDate, OrganisationId } from '../../core/base/index.ts'
import { refuse } from '../../core/base/index.ts'
import type { Deadline, DeadlineContext } from '../../core/deadlines/contract.ts'
import { readDeadline } from '../../core/deadlines/index.ts'
import { personNames } from '../../core/russian/index.ts'
import type { Indicator, Item, Party, Result } from '../order/contract.ts'
import type { Draft, DraftClause, DraftDoubt, DraftItem, DraftSection, RoadmapLevel } from './draft.ts'
import { setAt } from './pointer.ts'

export interface ItemFields {
  readonly number: string | null
  readonly title: string
  readonly sectionKey: string | null
  /** As it would be printed; read again by the grammar of dates. Null: no deadline. */
  readonly deadlineText: string | null
  readonly parties: readonly { readonly text: string; readonly owes: boolean }[]
  /** Index of the party that owes. */
  readonly lead: number
  readonly results: readonly string[]
  readonly indicators: readonly string[]
}

export interface HeaderFields {
  readonly docType: string
  readonly number: string | null
  readonly date: IsoDate | null
  readonly authority: string | null
  readonly documentTitle: string | null
  readonly title: string | null
  readonly level: RoadmapLevel
  readonly planStart: IsoDate | null
  readonly planEnd: IsoDate | null
  readonly horizon: IsoDate | null
  readonly checkpoints: readonly IsoDate[] | null
}

export interface ClauseFields {
  readonly text: string
  readonly addressees: readonly string[]
  readonly deadlineText: string | null
  readonly binding: DraftClause['binding']
}

/** Where missing years of a draft's deadlines come from. */
export function deadlineContextOf(draft: Draft): DeadlineContext {
  return { planStart: draft.planStart, planEnd: draft.planEnd, orderDate: (draft.document.date as IsoDate) ?? null }
}

/** Takes one of the likely readings of a doubtful place. @throws refuse('not-found', 'roadmaps/no-such-doubt') */
export function chooseReading(draft: Draft, doubtId: string, reading: number): Draft {
  const doubt = draft.doubts.find(one => one.id === doubtId)
  const chosen = doubt?.readings[reading]
  if (!doubt || !chosen) throw refuse('not-found', 'roadmaps/no-such-doubt')
  const settled = {
    ...draft,
    doubts: draft.doubts.map(one => (one.id === doubtId ? { ...one, settled: reading } : one)),
  }
  const { target } = doubt
  switch (target.on) {
    case 'item':
      if (target.pointer === '') return takeWholeItem(settled, doubt, reading, chosen.value as Item)
      return inItem(settled, target.key, item => setAt(item, target.pointer, chosen.value))
    case 'section':
      return inSection(settled, target.key, section => setAt(section, target.pointer, chosen.value))
    case 'clause':
      return inClause(settled, target.key, clause => setAt(clause, target.pointer, chosen.value))
    case 'document':
      return { ...settled, document: setAt(settled.document, target.pointer, chosen.value) }
    case 'passport':
      return { ...settled, passport: setAt(settled.passport, target.pointer, chosen.value) }
    case 'roadmap':
      if (target.pointer === '/title') return { ...settled, title: chosen.value as string | null }
      if (target.pointer === '/period') {
        const period = chosen.value as { start: IsoDate | null; end: IsoDate | null } | null
        return { ...settled, planStart: period?.start ?? null, planEnd: period?.end ?? null }
      }
      if (target.pointer === '/period/start') return { ...settled, planStart: chosen.value as IsoDate | null }
      if (target.pointer === '/period/end') return { ...settled, planEnd: chosen.value as IsoDate | null }
      return settled
  }
}

/** Another reading of a row: the item with other cells, or no item at all but the continuation of the one before. */
function takeWholeItem(draft: Draft, doubt: DraftDoubt, reading: number, value: Item): Draft {
  const at = draft.items.findIndex(item => item.key === doubt.target.key)
  const before = draft.items[at - 1]
  if (doubt.why === 'item-without-number' && reading > 0 && before) return mergeWithNext(draft, before.key)
  const { sectionIndex, ...cells } = value
  return inItem(draft, doubt.target.key, item => ({ ...item, ...cells }))
}

/** Rewrites an item. Parties and results that stay as they were keep what was understood of them. */
export function editItem(draft: Draft, key: string, fields: ItemFields): Draft {
  if (fields.title.trim() === '') throw refuse('invalid', 'roadmaps/item-without-title')
  return settle(
    inItem(draft, key, item => withFields(item, fields, deadlineContextOf(draft))),
    key,
  )
}

/** Adds an item after another, or at the end. */
export function addItem(draft: Draft, afterKey: string | null, fields: ItemFields): Draft {
  if (fields.title.trim() === '') throw refuse('invalid', 'roadmaps/item-without-title')
  const key = `i${draft.nextKey}`
  const blank: DraftItem = {
    key,
    sectionKey: fields.sectionKey,
    number: null,
    title: '',
    deadline: null,
    responsible: [],
    results: [],
    indicators: [],
    lead: 0,
    coOwes: [],
    notes: [],
    places: {},
  }
  const at = afterKey === null ? draft.items.length : draft.items.findIndex(item => item.key === afterKey) + 1
  return {
    ...draft,
    items: draft.items.toSpliced(at, 0, withFields(blank, fields, deadlineContextOf(draft))),
    nextKey: draft.nextKey + 1,
  }
}

/** Takes an item out; all its printed text goes to the rest of the source, so that nothing of it is lost. */
export function deleteItem(draft: Draft, key: string): Draft {
  const item = itemOf(draft, key)
  const place = Object.values(item.places)[0]?.[0] ?? ''
  const text = printedText(item)
  const words = text.split(/\s+/).length
  return {
    ...draft,
    items: draft.items.filter(one => one.key !== key),
    doubts: draft.doubts.filter(doubt => doubt.target.key !== key),
    rest: [...draft.rest, { place, text, fate: 'open', to: null }],
    coverage: { ...draft.coverage, placedWords: Math.max(0, draft.coverage.placedWords - words) },
  }
}

/** Everything that an item says, as one line. What repeats a part of it, as an indicator repeats its result, is said once. */
function printedText(item: DraftItem): string {
  const parts = [
    [item.number, item.title].filter(Boolean).join(' '),
    item.deadline?.sourceText,
    ...item.responsible.map(party => party.sourceText),
    ...item.results.map(result => result.sourceText),
    ...item.indicators.map(indicator => indicator.sourceText),
    item.informationSupport?.sourceText,
    ...Object.values(item.extra ?? {}),
    ...item.notes,
  ].filter((part): part is string => Boolean(part))
  return parts.filter((part, at) => !parts.some((other, i) => i < at && other.includes(part))).join('; ')
}

/** Parts an item into several by their titles; the parts share everything else. @throws refuse('invalid', 'roadmaps/split-needs-two') */
export function splitItem(draft: Draft, key: string, titles: readonly string[]): Draft {
  const item = itemOf(draft, key)
  const wanted = titles.map(title => title.trim()).filter(title => title !== '')
  if (wanted.length < 2) throw refuse('invalid', 'roadmaps/split-needs-two')
  const parts = wanted.map(
    (title, index): DraftItem =>
      index === 0
        ? { ...item, title }
        : { ...item, key: `i${draft.nextKey + index - 1}`, number: null, title, notes: [] },
  )
  const at = draft.items.findIndex(one => one.key === key)
  return settle(
    { ...draft, items: draft.items.toSpliced(at, 1, ...parts), nextKey: draft.nextKey + wanted.length - 1 },
    key,
  )
}

/** Joins an item with the next one, as when a page break parted a row. @throws refuse('invalid', 'roadmaps/nothing-to-merge') */
export function mergeWithNext(draft: Draft, key: string): Draft {
  const at = draft.items.findIndex(one => one.key === key)
  const item = draft.items[at]
  const next = draft.items[at + 1]
  if (!item || !next) throw refuse('invalid', 'roadmaps/nothing-to-merge')
  const known = new Set(item.responsible.map(party => party.sourceText))
  const places: Record<string, readonly string[]> = { ...item.places }
  for (const [pointer, ids] of Object.entries(next.places)) places[pointer] = [...(places[pointer] ?? []), ...ids]
  const merged: DraftItem = {
    ...item,
    number: item.number ?? next.number,
    title: `${item.title} ${next.title}`.trim(),
    deadline: item.deadline ?? next.deadline,
    responsible: [...item.responsible, ...next.responsible.filter(party => !known.has(party.sourceText))],
    results: [...item.results, ...next.results],
    indicators: [...item.indicators, ...next.indicators],
    notes: [...item.notes, ...next.notes],
    places,
  }
  const gone = { ...draft, doubts: draft.doubts.filter(doubt => doubt.target.key !== next.key) }
  return settle({ ...gone, items: draft.items.toSpliced(at, 2, merged) }, key)
}

export function editHeader(draft: Draft, fields: HeaderFields): Draft {
  if (fields.planStart && fields.planEnd && fields.planEnd < fields.planStart)
    throw refuse('invalid', 'roadmaps/period-ends-before-start', { start: fields.planStart, end: fields.planEnd })
  return {
    ...draft,
    document: {
      ...draft.document,
      docType: fields.docType,
      number: fields.number,
      date: fields.date,
      authority: fields.authority,
      title: fields.documentTitle,
    },
    title: fields.title,
    level: fields.level,
    planStart: fields.planStart,
    planEnd: fields.planEnd,
    horizon: fields.horizon,
    checkpoints: fields.checkpoints,
    doubts: draft.doubts.map(doubt =>
      (doubt.target.on === 'document' || doubt.target.on === 'roadmap') && doubt.settled === null
        ? { ...doubt, settled: 'edited' }
        : doubt,
    ),
  }
}

export function editSection(draft: Draft, key: string, fields: { number: string | null; title: string }): Draft {
  return settle(
    inSection(draft, key, section => ({ ...section, ...fields })),
    key,
  )
}

export function addSection(draft: Draft, fields: { number: string | null; title: string }): Draft {
  const key = `s${draft.sections.length + 1}n${draft.nextKey}`
  const section: DraftSection = { key, parentKey: null, level: 1, ...fields, notes: [], places: {} }
  return { ...draft, sections: [...draft.sections, section], nextKey: draft.nextKey + 1 }
}

export function editClause(draft: Draft, path: string, fields: ClauseFields): Draft {
  return settle(
    inClause(draft, path, clause => ({
      ...clause,
      text: fields.text,
      addressee: fields.addressees.length > 0 ? fields.addressees.join(', ') : null,
      addressees: fields.addressees.map(
        text => clause.addressees.find(one => one.text === text) ?? { text, head: null },
      ),
      deadline: readAgain(clause.deadline, fields.deadlineText, deadlineContextOf(draft)),
      binding: fields.binding,
    })),
    path,
  )
}

/** Says what becomes of a piece of the source that was not understood. */
export function placeRest(draft: Draft, index: number, to: string | 'keep'): Draft {
  const piece = draft.rest[index]
  if (!piece) throw refuse('not-found', 'roadmaps/no-such-piece')
  const replaced = (fate: 'kept' | 'attached', key: string | null): Draft => ({
    ...draft,
    rest: draft.rest.with(index, { ...piece, fate, to: key }),
  })
  if (to === 'keep') return replaced('kept', null)
  const attached = replaced('attached', to)
  if (draft.sections.some(section => section.key === to))
    return inSection(attached, to, section => ({ ...section, notes: [...section.notes, piece.text] }))
  return inItem(attached, to, item => ({ ...item, notes: [...item.notes, piece.text] }))
}

/** Chooses the schools of the roadmap; null: every school of the territory. */
export function chooseSchools(draft: Draft, schools: readonly OrganisationId[] | null): Draft {
  return { ...draft, schools }
}

function withFields(item: DraftItem, fields: ItemFields, context: DeadlineContext): DraftItem {
  const parties = fields.parties
    .map((party, index) => ({ ...party, isLead: index === fields.lead }))
    .filter(party => party.text.trim() !== '')
  const lead = Math.max(
    0,
    parties.findIndex(party => party.isLead),
  )
  return {
    ...item,
    number: fields.number,
    title: fields.title.trim(),
    sectionKey: fields.sectionKey,
    deadline: readAgain(item.deadline, fields.deadlineText, context),
    responsible: parties.map(
      ({ text }) => item.responsible.find(party => party.sourceText === text.trim()) ?? typedParty(text.trim()),
    ),
    lead,
    coOwes: parties.flatMap((party, index) => (party.owes && index !== lead ? [index] : [])),
    results: kept(item.results, fields.results, (sourceText): Result => ({ sourceText, kind: 'document' })),
    indicators: kept(
      item.indicators,
      fields.indicators,
      (sourceText): Indicator => ({ sourceText, comparator: 'none', values: [], unit: null }),
    ),
  }
}

function kept<One extends { readonly sourceText: string }>(
  old: readonly One[],
  texts: readonly string[],
  typed: (text: string) => One,
): One[] {
  return texts
    .map(text => text.trim())
    .filter(text => text !== '')
    .map(text => old.find(one => one.sourceText === text) ?? typed(text))
}

function typedParty(sourceText: string): Party {
  return { sourceText, kind: personNames(sourceText).length > 0 ? 'person' : 'organisation' }
}

/** A wording that did not change keeps its reading, a chosen one included. */
function readAgain(old: Deadline | null, text: string | null, context: DeadlineContext): Deadline | null {
  const typed = text?.trim() ?? ''
  if (typed === '') return null
  return old?.sourceText === typed ? old : readDeadline(typed, context).deadline
}

function settle(draft: Draft, key: string): Draft {
  return {
    ...draft,
    doubts: draft.doubts.map(doubt =>
      doubt.target.key === key && doubt.settled === null ? { ...doubt, settled: 'edited' } : doubt,
    ),
  }
}

function itemOf(draft: Draft, key: string): DraftItem {
  const item = draft.items.find(one => one.key === key)
  if (!item) throw refuse('not-found', 'roadmaps/no-such-item')
  return item
}

function inItem(draft: Draft, key: string, change: (item: DraftItem) => DraftItem): Draft {
  itemOf(draft, key)
  return { ...draft, items: draft.items.map(item => (item.key === key ? change(item) : item)) }
}

function inSection(draft: Draft, key: string, change: (section: DraftSection) => DraftSection): Draft {
  if (!draft.sections.some(section => section.key === key)) throw refuse('not-found', 'roadmaps/no-such-section')
  return { ...draft, sections: draft.sections.map(section => (section.key === key ? change(section) : section)) }
}

function inClause(draft: Draft, path: string, change: (clause: DraftClause) => DraftClause): Draft {
  if (!draft.clauses.some(clause => clause.path === path)) throw refuse('not-found', 'roadmaps/no-such-clause')
  return { ...draft, clauses: draft.clauses.map(clause => (clause.path === path ? change(clause) : clause)) }
}
