/** A running roadmap: what approving a draft creates, and what a change of one item means. */
import type { IsoDate, ItemId, MunicipalityId, OrderId, OrganisationId, RoadmapId } from '../../core/base/index.ts'
import type { Deadline } from '../../core/deadlines/contract.ts'
import type { Indicator, Order, PartyKind, Result } from '../order/contract.ts'
import { planOf, sourcesOf } from './approve.ts'
import { addresseesOf, type Draft, orderOf, type RoadmapLevel } from './draft.ts'
import { executorKey } from './executors.ts'
import type { Source } from './obligations.ts'
import type { Plan } from './plan.ts'

export interface RoadmapParty {
  readonly text: string
  readonly executorKey: string
  readonly kind: PartyKind
  readonly canonical: string | null
  readonly lead: boolean
  readonly owes: boolean
}

export interface RoadmapItem {
  readonly id: ItemId
  readonly sectionId: string | null
  readonly position: number
  readonly number: string | null
  readonly title: string
  readonly deadline: Deadline | null
  readonly parties: readonly RoadmapParty[]
  readonly results: readonly Result[]
  readonly indicators: readonly Indicator[]
  readonly information: { readonly sourceText: string; readonly entries: readonly Result[] } | null
  readonly extra: Readonly<Record<string, string | null>> | null
  readonly notes: readonly string[]
  /** Ids of places of the source, the whole item first. */
  readonly places: readonly string[]
}

export interface RoadmapSection {
  readonly id: string
  readonly position: number
  readonly parentId: string | null
  readonly number: string | null
  readonly title: string
  readonly level: number
  readonly notes: readonly string[]
}

export interface RoadmapClause {
  readonly id: string
  readonly position: number
  readonly path: string
  readonly number: string | null
  readonly text: string
  readonly addressees: readonly string[]
  readonly deadline: Deadline | null
  readonly binding: 'owed' | 'recommended'
}

export interface NewRoadmap {
  readonly id: RoadmapId
  readonly municipalityId: MunicipalityId | null
  readonly authorityId: OrganisationId
  readonly orderId: OrderId
  readonly level: RoadmapLevel
  readonly title: string
  readonly plan: Plan
  /** The order without its items: letterhead, clauses, passport, columns, defects. */
  readonly document: Order
  readonly sections: readonly RoadmapSection[]
  readonly items: readonly RoadmapItem[]
  readonly clauses: readonly RoadmapClause[]
  /** What nobody could place. */
  readonly leftovers: readonly { readonly place: string; readonly text: string }[]
  readonly schools: readonly OrganisationId[]
  readonly sources: readonly Source[]
}

/**
 * The roadmap that a checked draft becomes.
 *
 * @param newId gives an id for each thing that is made
 * @param schools the schools of its scope, expanded
 */
export function roadmapOf(
  draft: Draft,
  of: {
    readonly orderId: OrderId
    readonly authorityId: OrganisationId
    readonly municipalityId: MunicipalityId | null
    readonly schools: readonly OrganisationId[]
  },
  newId: () => string,
): NewRoadmap {
  const order = orderOf(draft)
  const sectionIds = new Map(draft.sections.map(section => [section.key, newId()]))
  const itemIds = new Map(draft.items.map(item => [item.key, newId()]))
  const binding = draft.clauses.filter(clause => clause.binding !== 'none')
  const clauseIds = new Map(binding.map(clause => [clause.path, newId()]))
  return {
    id: newId() as RoadmapId,
    ...of,
    level: draft.level,
    title: draft.title?.trim() ?? '',
    plan: planOf(draft),
    document: { ...order, roadmap: { ...order.roadmap, sections: [], items: [] } },
    sections: draft.sections.map((section, position) => ({
      id: sectionIds.get(section.key)!,
      position,
      parentId: section.parentKey === null ? null : (sectionIds.get(section.parentKey) ?? null),
      number: section.number,
      title: section.title,
      level: section.level,
      notes: section.notes,
    })),
    items: draft.items.map((item, position) => ({
      id: itemIds.get(item.key)! as ItemId,
      sectionId: item.sectionKey === null ? null : (sectionIds.get(item.sectionKey) ?? null),
      position,
      number: item.number,
      title: item.title,
      deadline: item.deadline,
      parties: item.responsible.map((party, index) => ({
        text: party.sourceText,
        executorKey: executorKey(party.sourceText),
        kind: party.kind,
        canonical: party.canonical ?? null,
        lead: index === item.lead,
        owes: index === item.lead || item.coOwes.includes(index),
      })),
      results: item.results,
      indicators: item.indicators,
      information: item.informationSupport ?? null,
      extra: item.extra ?? null,
      notes: item.notes,
      places: [...new Set([...(item.places[''] ?? []), ...Object.values(item.places).flat()])],
    })),
    clauses: binding.map((clause, position) => ({
      id: clauseIds.get(clause.path)!,
      position,
      path: clause.path,
      number: clause.number,
      text: clause.text,
      addressees: addresseesOf(draft, clause.path).map(one => one.text),
      deadline: clause.deadline,
      binding: clause.binding === 'recommended' ? 'recommended' : 'owed',
    })),
    leftovers: draft.rest
      .filter(piece => piece.fate !== 'attached')
      .map(piece => ({ place: piece.place, text: piece.text })),
    sources: sourcesOf(draft).map(source => ({
      ...source,
      id: (source.kind === 'item' ? itemIds : clauseIds).get(source.id)!,
    })),
  }
}

/** First and last day of a deadline as the timeline and the filters use them; null where it cannot be dated. */
export function spanOf(deadline: Deadline | null): {
  readonly startsOn: IsoDate | null
  readonly dueOn: IsoDate | null
} {
  if (!deadline) return { startsOn: null, dueOn: null }
  return { startsOn: deadline.start, dueOn: deadline.end }
}

/** What makes somebody owe, for an item that already runs. */
export function sourceOfItem(item: Pick<RoadmapItem, 'id' | 'deadline' | 'parties'>): Source {
  return {
    kind: 'item',
    id: item.id,
    deadline: item.deadline,
    binding: 'owed',
    parties: item.parties.map(party => ({ text: party.text, lead: party.lead, owes: party.owes })),
  }
}

/** The same for a clause. */
export function sourceOfClause(clause: Pick<RoadmapClause, 'id' | 'deadline' | 'addressees' | 'binding'>): Source {
  return {
    kind: 'clause',
    id: clause.id,
    deadline: clause.deadline,
    binding: clause.binding,
    parties: clause.addressees.map(text => ({ text, lead: false, owes: true })),
  }
}
