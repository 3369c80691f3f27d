import type { Deadline, DeadlineKind } from '../../core/deadlines/contract.ts'
import type {
  Indicator,
  Item,
  Order,
  OrderDocument,
  Party,
  PartyKind,
  PrintedRoadmap,
  Result,
  Section,
} from '../order/contract.ts'

/** The structured order with the fields that only scoring reads: other readings that a fair examiner accepts. */
export interface GoldOrder extends Omit<Order, 'document' | 'roadmap'> {
  readonly document: GoldDocument
  readonly roadmap: GoldRoadmap
}

export interface GoldDocument extends OrderDocument {
  readonly authorityAlternatives?: readonly (string | null)[]
  readonly titleAlternatives?: readonly (string | null)[]
}

export interface GoldRoadmap extends Omit<PrintedRoadmap, 'items' | 'sections' | 'period'> {
  readonly titleAlternatives?: readonly (string | null)[]
  readonly period: GoldPeriod
  readonly sections: readonly (Section & { readonly titleAlternatives?: readonly string[] })[]
  readonly items: readonly GoldItem[]
}

export interface GoldPeriod {
  readonly sourceText: string | null
  readonly start: string | null
  readonly end: string | null
  readonly inferred: boolean
  readonly alternatives?: readonly { readonly start: string | null; readonly end: string | null }[]
}

export interface GoldItem extends Omit<Item, 'deadline' | 'responsible' | 'results' | 'indicators'> {
  readonly deadline: GoldDeadline | null
  readonly responsible: readonly GoldParty[]
  readonly results: readonly GoldResult[]
  readonly indicators: readonly GoldIndicator[]
}

export interface GoldDeadline extends Deadline {
  readonly altKinds?: readonly DeadlineKind[]
  /** Partial overrides of kind, dates and recurrence; each merged over the base is an accepted reading. */
  readonly alternatives?: readonly Partial<Deadline>[]
}

export interface GoldParty extends Party {
  readonly altKinds?: readonly PartyKind[]
}

export interface GoldResult extends Result {
  readonly altKinds?: readonly Result['kind'][]
  readonly altDocumentTypes?: readonly string[]
}

export interface GoldIndicator extends Indicator {
  readonly alternatives?: readonly Partial<Indicator>[]
}
