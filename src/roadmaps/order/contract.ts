/**
 * The structured order: the TypeScript twin of the target structure of the importer (same field names as the JSON).
 * Texts are as printed, re-joined over page breaks, mark-up removed, spelling not corrected. Dates are ISO 8601.
 */
import type { Deadline } from '../../core/deadlines/contract.ts'
import type { Block, Place } from '../../core/document-model/index.ts'

export interface Order {
  readonly schemaVersion: '1.0'
  readonly document: OrderDocument
  readonly passport: Passport | null
  readonly roadmap: PrintedRoadmap
  readonly issues: readonly OrderIssue[]
}

export interface OrderDocument {
  readonly authority: string | null
  readonly authorityFull?: string | null
  /** приказ, распоряжение, постановление, план …: lower case, letter-spacing removed. */
  readonly docType: string
  readonly number: string | null
  readonly numberText?: string | null
  readonly date: string | null
  readonly dateText?: string | null
  readonly place: string | null
  readonly title: string | null
  readonly preamble: string | null
  readonly purpose: string | null
  readonly legalBasis: readonly LegalAct[]
  readonly clauses: readonly Clause[]
  readonly signatory: { readonly position: string | null; readonly name: string | null } | null
  readonly controller: Controller | null
  readonly appendices: readonly Appendix[]
}

export interface LegalAct {
  readonly text: string
  readonly docType?: string | null
  readonly issuer?: string | null
  readonly number?: string | null
  readonly date?: string | null
  readonly title?: string | null
  readonly level?: 'federal' | 'regional' | 'municipal' | 'school' | null
  readonly ordinal?: string | null
}

export type ClauseKind =
  | 'approve'
  | 'appoint'
  | 'attach'
  | 'instruct'
  | 'recommend'
  | 'control'
  | 'entryIntoForce'
  | 'repeal'
  | 'publish'
  | 'other'

export interface Clause {
  readonly number: string | null
  /** Position in print order, 1-based, unique even when numbers repeat: `3`, `3/1`. */
  readonly path: string
  readonly text: string
  readonly kind: ClauseKind
  readonly addressee: string | null
  readonly addressees: readonly { readonly text: string; readonly head: string | null }[]
  readonly action: string | null
  readonly deadline: Deadline | null
  readonly children: readonly Clause[]
}

export interface Controller {
  readonly sourceText: string
  readonly position: string | null
  readonly name: string | null
  readonly self?: boolean
  readonly clauseNumber?: string | null
}

export interface Appendix {
  readonly number: string | null
  readonly title: string | null
  readonly present: boolean
  readonly referencedInClause?: string | null
  readonly kind?: 'roadmap' | 'passport' | 'list' | 'assignment' | 'form' | 'other'
}

export interface Passport {
  readonly title?: string | null
  readonly goals?: readonly string[]
  readonly tasks?: readonly string[]
  readonly expectedResults?: readonly string[]
  readonly targetIndicators?: readonly TargetIndicator[]
  readonly workingGroup?: string | null
  readonly developer?: string | null
  readonly periodText?: string | null
  readonly legalFramework?: readonly LegalAct[]
  readonly problem?: readonly string[]
  readonly facts?: readonly {
    readonly name: string
    readonly value: number
    readonly unit?: string | null
    readonly year?: string | null
  }[]
  readonly methodology?: readonly {
    readonly kind: MethodologyKind
    readonly text: string
    readonly number?: string | null
  }[]
  readonly namedSchools?: readonly {
    readonly name: string
    readonly list?: string | null
    readonly curator?: string | null
    readonly notes?: readonly string[]
  }[]
  readonly structure?: readonly { readonly level: string; readonly statements: readonly string[] }[]
  readonly components?: readonly {
    readonly number?: string | null
    readonly name: string | null
    readonly statements: readonly string[]
  }[]
  readonly notes?: readonly string[]
}

export type MethodologyKind =
  | 'indicator'
  | 'threshold'
  | 'definition'
  | 'inclusionRule'
  | 'procedure'
  | 'computation'
  | 'context'

export interface TargetIndicator {
  readonly name: string
  readonly unit?: string | null
  readonly comparator?: Comparator
  readonly values?: readonly number[]
  readonly period?: string | null
  readonly sourceText?: string
}

export interface PrintedRoadmap {
  readonly title: string | null
  readonly period?: {
    readonly sourceText: string | null
    readonly start: string | null
    readonly end: string | null
    readonly inferred?: boolean
  }
  readonly columns?: readonly Column[]
  readonly sections: readonly Section[]
  readonly items: readonly Item[]
}

export type ColumnRole =
  | 'number'
  | 'title'
  | 'deadline'
  | 'responsible'
  | 'result'
  | 'indicator'
  | 'informationSupport'
  | 'coexecutor'
  | 'participants'
  | 'level'
  | 'funding'
  | 'place'
  | 'section'
  | 'note'
  | 'other'

export interface Column {
  readonly heading: string
  readonly role: ColumnRole
}

export interface Section {
  /** 0-based position in `sections`; items refer to it. */
  readonly index: number
  readonly number: string | null
  readonly title: string
  readonly level: number
  readonly parentIndex: number | null
  readonly sourceForm?: 'tableRow' | 'numberedTableRow' | 'plainLine' | 'htmlRow' | 'tableTitle' | 'columnCell'
}

export interface Item {
  readonly sectionIndex: number | null
  readonly number: string | null
  readonly title: string
  readonly deadline: Deadline | null
  readonly responsible: readonly Party[]
  readonly results: readonly Result[]
  readonly indicators: readonly Indicator[]
  /** Only when the table has such a column. */
  readonly informationSupport?: { readonly sourceText: string; readonly entries: readonly Result[] } | null
  /** Other columns by heading. */
  readonly extra?: Readonly<Record<string, string | null>>
}

export type PartyKind = 'person' | 'position' | 'organisation' | 'role' | 'group'

export interface Party {
  readonly sourceText: string
  readonly kind: PartyKind
  readonly name?: string | null
  readonly position?: string | null
  readonly organisation?: string | null
  /** Resolved reading: a slip corrected, an abbreviation expanded from elsewhere in the document. */
  readonly canonical?: string | null
}

export interface Result {
  readonly sourceText: string
  readonly kind: 'document' | 'indicator' | 'activity'
  readonly documentType?: string | null
}

export type Comparator = '>=' | '<=' | '>' | '<' | '=' | 'range' | 'increase' | 'decrease' | 'exists' | 'none'

export interface Indicator {
  readonly sourceText: string
  readonly comparator: Comparator
  readonly values: readonly number[]
  readonly unit: string | null
  readonly population?: string | null
  readonly period?: string | null
  readonly column?: 'result' | 'indicator' | 'informationSupport' | 'title'
}

/** A defect of the order itself. `where` is a locator for people («пункт 2», «мероприятие 1.1.3»), `places` ids of the source. */
export interface OrderIssue {
  readonly code: string
  readonly severity: 'info' | 'warning' | 'error'
  readonly where?: string
  readonly lines?: readonly number[]
  readonly places?: readonly string[]
  readonly message: string
  readonly suggestion?: string | null
  /** The same words in English; only of a linted order. */
  readonly english?: { readonly where?: string; readonly message: string; readonly suggestion?: string }
}

// ---------------------------------------------------------------- what surrounds the order

/** A place of the structure where the reading is not certain: shown first on the review screen. */
export interface Doubt {
  /** JSON pointer into the order: `/roadmap/items/3/deadline`. */
  readonly path: string
  readonly places: readonly string[]
  /** What was read, as a person would see it. */
  readonly read: string
  /** The same in English, only where `read` is in words of ours and not of the order. */
  readonly readEnglish?: string
  /** Stable code; the words stand in the catalogue. */
  readonly why: string
  /** Likely readings: each replaces the value at `path`. The first is the one that was taken. */
  readonly readings: readonly DoubtReading[]
}

/** One of the likely readings of a doubtful place. */
export interface DoubtReading {
  readonly label: string
  /** The label in English; absent where it only quotes the order. */
  readonly english?: string
  readonly value: unknown
}

/** JSON pointer of the structure → ids of the places of the source it was read from. */
export type Provenance = Readonly<Record<string, readonly string[]>>

export interface UnderstoodOrder {
  readonly order: Order
  readonly provenance: Provenance
  /** Most doubtful first. */
  readonly doubts: readonly Doubt[]
  readonly coverage: Coverage
}

export interface Coverage {
  /** Words of the source, and how many of them stand somewhere in the structure. */
  readonly words: number
  readonly placedWords: number
  /** The rest, in print order; nothing is dropped silently. `appendix` names the one, other than the plan's, that holds it: «Приложение 2». */
  readonly rest: readonly { readonly place: string; readonly text: string; readonly appendix?: string }[]
}

// ---------------------------------------------------------------- between the document part and the table part

/** What the table part needs to know of the document. */
export interface TableContext {
  readonly planStart: string | null
  readonly planEnd: string | null
  readonly orderDate: string | null
  /** Abbreviations expanded somewhere in the document: «КОиН» → «Комитет образования и науки». */
  readonly abbreviations: ReadonlyMap<string, string>
}

export interface UnderstoodTable {
  readonly columns: readonly Column[]
  readonly sections: readonly Section[]
  readonly items: readonly Item[]
  /** Pointers relative to the roadmap: `/items/3/title`, `/sections/0`. */
  readonly provenance: Provenance
  readonly doubts: readonly Doubt[]
  readonly issues: readonly OrderIssue[]
  /** Ids of blocks, rows or paragraphs that belong to the plan (headers and captions included): the document part leaves them alone. */
  readonly used: ReadonlySet<string>
  /** Words that only name parts of the plan, by place: the numbers of its columns. */
  readonly wording: ReadonlyMap<string, readonly string[]>
}

/** Finds the plan among the blocks: indices of the blocks it occupies, before anything in it is read. */
export type FindPlan = (blocks: readonly Block[]) => {
  readonly blocks: readonly number[]
  readonly captions: readonly Place[]
}
/** Reads the plan found in these blocks. */
export type UnderstandTable = (
  blocks: readonly Block[],
  plan: ReturnType<FindPlan>,
  context: TableContext,
) => UnderstoodTable
