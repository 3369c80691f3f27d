/** A draft: what was understood of an order, in the shape a person checks and corrects. Becomes a roadmap when it is approved. */
import type { IsoDate, OrganisationId } from '../../core/base/index.ts'
import { isoDate } from '../../core/base/index.ts'
import type {
  Clause,
  Column,
  DoubtReading,
  Item,
  Order,
  OrderDocument,
  OrderIssue,
  Passport,
  Provenance,
  Section,
  UnderstoodOrder,
} from '../order/contract.ts'

export type RoadmapLevel = 'regional' | 'municipal' | 'school'

/** Ids of places of the source by pointer inside the thing: `''` the whole, `/title`, `/responsible/1`. */
export type Places = Readonly<Record<string, readonly string[]>>

export interface DraftItem extends Omit<Item, 'sectionIndex'> {
  /** Stable while the draft is edited, whatever happens to the order of items. */
  readonly key: string
  readonly sectionKey: string | null
  /** Index of the party that owes; the first named unless the person who approves chooses another. */
  readonly lead: number
  /** Indexes of co-executors that owe too. */
  readonly coOwes: readonly number[]
  /** Pieces of the source that a person put here: nothing is dropped. */
  readonly notes: readonly string[]
  readonly places: Places
}

export interface DraftSection extends Omit<Section, 'index' | 'parentIndex'> {
  readonly key: string
  readonly parentKey: string | null
  readonly notes: readonly string[]
  readonly places: Places
}

export interface DraftClause extends Omit<Clause, 'children'> {
  /** 0 for a clause of the first level. */
  readonly depth: number
  /** What the clause asks of its addressee. */
  readonly binding: 'owed' | 'recommended' | 'none'
  readonly places: Places
}

/** Where a doubt points: the thing, and the pointer inside it. */
export type DoubtTarget =
  | { readonly on: 'item' | 'section' | 'clause'; readonly key: string; readonly pointer: string }
  | { readonly on: 'document' | 'roadmap' | 'passport'; readonly key: ''; readonly pointer: string }

export interface DraftDoubt {
  readonly id: string
  readonly target: DoubtTarget
  readonly places: readonly string[]
  readonly read: string
  readonly readEnglish?: string
  readonly why: string
  readonly readings: readonly DoubtReading[]
  /** Index of the chosen reading; `edited` when a person wrote something else; null while nobody looked. */
  readonly settled: number | 'edited' | null
}

/** A piece of the source that stands nowhere in the structure. */
export interface RestPiece {
  readonly place: string
  readonly text: string
  /** `kept`: goes into the roadmap as text that was not understood. That is also what happens to an open one. */
  readonly fate: 'open' | 'kept' | 'attached'
  /** Key of the item or section it was attached to. */
  readonly to: string | null
}

export interface Draft {
  readonly document: Omit<OrderDocument, 'clauses'>
  readonly documentPlaces: Places
  readonly passport: Passport | null
  readonly level: RoadmapLevel
  readonly title: string | null
  readonly periodText: string | null
  readonly planStart: IsoDate | null
  readonly planEnd: IsoDate | null
  /** Last day for «далее ежегодно»; null: the end of the plan. */
  readonly horizon: IsoDate | null
  /** null: the usual ones. */
  readonly checkpoints: readonly IsoDate[] | null
  readonly columns: readonly Column[]
  readonly clauses: readonly DraftClause[]
  readonly sections: readonly DraftSection[]
  readonly items: readonly DraftItem[]
  readonly doubts: readonly DraftDoubt[]
  readonly coverage: { readonly words: number; readonly placedWords: number }
  readonly rest: readonly RestPiece[]
  /** The order's own defects. */
  readonly issues: readonly OrderIssue[]
  /** Schools of the roadmap; null: every school of the territory. */
  readonly schools: readonly OrganisationId[] | null
  /** The next number for a key. */
  readonly nextKey: number
}

/**
 * The draft a person starts from.
 *
 * @param issues findings of the linter
 * @param level who runs the roadmap, by the seat of the person who uploads
 */
export function draftOf(understood: UnderstoodOrder, issues: readonly OrderIssue[], level: RoadmapLevel): Draft {
  const { order, provenance } = understood
  const { clauses, ...document } = order.document
  const placesOf = placesByThing(provenance)
  const sectionKeys = order.roadmap.sections.map((_, index) => `s${index + 1}`)
  const itemKeys = order.roadmap.items.map((_, index) => `i${index + 1}`)
  const flat: { clause: Clause; pointer: string; depth: number; addressed: boolean; kind: Clause['kind'] }[] = []
  const walk = (
    list: readonly Clause[],
    at: string,
    depth: number,
    above: { addressed: boolean; kind: Clause['kind'] },
  ) => {
    list.forEach((clause, index) => {
      const addressed = above.addressed || clause.addressee !== null
      const kind = clause.kind === 'other' ? above.kind : clause.kind
      flat.push({ clause, pointer: `${at}/${index}`, depth, addressed, kind })
      walk(clause.children, `${at}/${index}/children`, depth + 1, { addressed, kind })
    })
  }
  walk(clauses, '/document/clauses', 0, { addressed: false, kind: 'other' })

  return {
    document,
    documentPlaces: placesOf('/document'),
    passport: order.passport,
    level,
    title: order.roadmap.title ?? document.title,
    periodText: order.roadmap.period?.sourceText ?? null,
    planStart: date(order.roadmap.period?.start),
    planEnd: date(order.roadmap.period?.end),
    horizon: null,
    checkpoints: null,
    columns: order.roadmap.columns ?? [],
    clauses: flat.map(({ clause: { children, ...clause }, pointer, depth, addressed, kind }) => ({
      ...clause,
      depth,
      binding:
        !addressed || children.length > 0
          ? 'none'
          : kind === 'recommend'
            ? 'recommended'
            : kind === 'instruct'
              ? 'owed'
              : 'none',
      places: placesOf(pointer),
    })),
    sections: order.roadmap.sections.map(({ index, parentIndex, ...section }, position) => ({
      ...section,
      key: sectionKeys[position]!,
      parentKey: parentIndex === null ? null : (sectionKeys[parentIndex] ?? null),
      notes: [],
      places: placesOf(`/roadmap/sections/${position}`),
    })),
    items: order.roadmap.items.map(({ sectionIndex, ...item }, position) => ({
      ...item,
      key: itemKeys[position]!,
      sectionKey: sectionIndex === null ? null : (sectionKeys[sectionIndex] ?? null),
      lead: 0,
      coOwes: [],
      notes: [],
      places: placesOf(`/roadmap/items/${position}`),
    })),
    doubts: understood.doubts.map((doubt, index) => ({
      id: `d${index + 1}`,
      target: targetOf(doubt.path, sectionKeys, itemKeys, flat),
      places: doubt.places,
      read: doubt.read,
      ...(doubt.readEnglish === undefined ? {} : { readEnglish: doubt.readEnglish }),
      why: doubt.why,
      readings: doubt.readings,
      settled: null,
    })),
    coverage: { words: understood.coverage.words, placedWords: understood.coverage.placedWords },
    rest: understood.coverage.rest.map(piece => ({ ...piece, fate: 'open', to: null })),
    issues,
    schools: null,
    nextKey: order.roadmap.items.length + 1,
  }
}

/** The structured order of a draft, after everything a person corrected: what the API and the JSON export give. */
export function orderOf(draft: Draft): Order {
  const { clauses, sections, items } = draft
  const indexOfSection = new Map(sections.map((section, index) => [section.key, index]))
  return {
    schemaVersion: '1.0',
    document: { ...draft.document, clauses: nested(clauses) },
    passport: draft.passport,
    roadmap: {
      title: draft.title,
      period: { sourceText: draft.periodText, start: draft.planStart, end: draft.planEnd },
      columns: draft.columns,
      sections: sections.map(({ key, parentKey, notes, places, ...section }, index) => ({
        ...section,
        index,
        parentIndex: parentKey === null ? null : (indexOfSection.get(parentKey) ?? null),
      })),
      items: items.map(({ key, sectionKey, lead, coOwes, notes, places, ...item }) => ({
        ...item,
        sectionIndex: sectionKey === null ? null : (indexOfSection.get(sectionKey) ?? null),
      })),
    },
    issues: draft.issues,
  }
}

/** Share of the source's words that stand in the structure or that a person placed or kept, as whole numbers. */
export function coverageOf(draft: Draft): { readonly words: number; readonly placedWords: number } {
  const placed = draft.rest
    .filter(piece => piece.fate !== 'open')
    .reduce((sum, piece) => sum + piece.text.split(/\s+/).filter(Boolean).length, 0)
  return {
    words: draft.coverage.words,
    placedWords: Math.min(draft.coverage.words, draft.coverage.placedWords + placed),
  }
}

/** The addressee of a clause, its own or that of the clause above it. */
export function addresseesOf(draft: Draft, path: string): DraftClause['addressees'] {
  const byPath = new Map(draft.clauses.map(clause => [clause.path, clause]))
  for (let at = path; at !== ''; at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '') {
    const clause = byPath.get(at)
    if (clause && clause.addressees.length > 0) return clause.addressees
    if (clause?.addressee) return [{ text: clause.addressee, head: null }]
  }
  return []
}

function nested(flat: readonly DraftClause[]): Clause[] {
  const roots: Clause[] = []
  const open: { depth: number; children: Clause[] }[] = [{ depth: -1, children: roots }]
  for (const { depth, binding, places, ...clause } of flat) {
    while (open.at(-1)!.depth >= depth) open.pop()
    const children: Clause[] = []
    open.at(-1)!.children.push({ ...clause, children })
    open.push({ depth, children })
  }
  return roots
}

const things = /^\/(?:roadmap\/(?:items|sections)\/\d+|document\/clauses\/\d+(?:\/children\/\d+)*|document)/

/** The places of every thing of the order, found in one pass: a roadmap may hold thousands of items. */
function placesByThing(provenance: Provenance): (pointer: string) => Places {
  const found = new Map<string, Record<string, readonly string[]>>()
  for (const [path, places] of Object.entries(provenance)) {
    const thing = things.exec(path)?.[0]
    if (thing === undefined) continue
    const known = found.get(thing) ?? {}
    known[path.slice(thing.length)] = places
    found.set(thing, known)
  }
  return pointer => found.get(pointer) ?? {}
}

function targetOf(
  path: string,
  sectionKeys: readonly string[],
  itemKeys: readonly string[],
  clauses: readonly { clause: Clause; pointer: string }[],
): DoubtTarget {
  const inList = /^\/roadmap\/(items|sections)\/(\d+)(\/.*)?$/.exec(path)
  if (inList) {
    const isItem = inList[1] === 'items'
    const key = (isItem ? itemKeys : sectionKeys)[Number(inList[2])]
    if (key) return { on: isItem ? 'item' : 'section', key, pointer: inList[3] ?? '' }
  }
  const clause = [...clauses].reverse().find(one => path === one.pointer || path.startsWith(`${one.pointer}/`))
  if (clause) return { on: 'clause', key: clause.clause.path, pointer: path.slice(clause.pointer.length) }
  const top = /^\/(document|roadmap|passport)(\/.*)?$/.exec(path)
  return { on: (top?.[1] as 'document' | 'roadmap' | 'passport') ?? 'document', key: '', pointer: top?.[2] ?? '' }
}

function date(text: string | null | undefined): IsoDate | null {
  return text ? isoDate(text) : null
}
