import type { LegalAct, MethodologyKind, Passport, Provenance, TargetIndicator } from '../contract.ts'
import type { Wording } from './wording.ts'

type Lists = {
  goals: string[]
  tasks: string[]
  expectedResults: string[]
  targetIndicators: TargetIndicator[]
  legalFramework: LegalAct[]
  problem: string[]
  facts: { name: string; value: number; unit?: string | null }[]
  methodology: { kind: MethodologyKind; text: string; number?: string | null }[]
  namedSchools: { name: string; list?: string | null }[]
  structure: { level: string; statements: string[] }[]
  components: { number?: string | null; name: string | null; statements: string[] }[]
  notes: string[]
}

/** A passport being filled, with the places that each of its values was read from. */
export interface PassportDraft {
  readonly lists: Lists
  title: string | null
  workingGroup: string | null
  developer: string | null
  periodText: string | null
  readonly places: Map<string, string[]>
  /** Keys and headings, by place: they name a field and are no value. */
  readonly wording: Map<string, string[]>
}

export function emptyPassport(): PassportDraft {
  const lists: Lists = {
    goals: [],
    tasks: [],
    expectedResults: [],
    targetIndicators: [],
    legalFramework: [],
    problem: [],
    facts: [],
    methodology: [],
    namedSchools: [],
    structure: [],
    components: [],
    notes: [],
  }
  return {
    lists,
    title: null,
    workingGroup: null,
    developer: null,
    periodText: null,
    places: new Map(),
    wording: new Map(),
  }
}

/** Adds a value to a list of the passport and remembers where it was read. */
export function put<K extends keyof Lists>(
  draft: PassportDraft,
  list: K,
  value: Lists[K][number],
  places: readonly string[],
): void {
  const values: Lists[K][number][] = draft.lists[list]
  values.push(value)
  remember(draft, `/passport/${list}/${values.length - 1}`, places)
}

export function remember(draft: PassportDraft, pointer: string, places: readonly string[]): void {
  draft.places.set(pointer, [...(draft.places.get(pointer) ?? []), ...places])
}

/** Words that open a field and are kept in no value: «Цель:», «Срок реализации». */
export function asWording(draft: PassportDraft, text: string, places: readonly string[]): void {
  for (const place of places) draft.wording.set(place, [...(draft.wording.get(place) ?? []), text])
}

/** The passport as the order holds it; null when nothing was said. */
export function finished(draft: PassportDraft): {
  passport: Passport | null
  provenance: Provenance
  wording: Wording
} {
  const { lists, title, workingGroup, developer, periodText } = draft
  const isEmpty =
    !title && !workingGroup && !developer && !periodText && Object.values(lists).every(list => list.length === 0)
  if (isEmpty) return { passport: null, provenance: {}, wording: new Map() }
  return {
    passport: { title, workingGroup, developer, periodText, ...lists },
    provenance: Object.fromEntries(draft.places),
    wording: draft.wording,
  }
}
