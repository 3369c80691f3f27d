/** How the two sides of the review screen point at each other. */
import type { Draft } from '../../model/index.ts'

/** Anchor of the row or paragraph that a place of the source stands in. @example placeId('b12.r3.c2') // 'p-b12.r3' */
export function placeId(place: string): string {
  return `p-${rowOf(place)}`
}

/** Anchor of a clause; its path holds slashes. */
export function clauseId(path: string): string {
  return `clause-${path.replaceAll('/', '-')}`
}

export interface Meaning {
  readonly anchor: string
  readonly kind: 'item' | 'section' | 'clause' | 'header'
  readonly label: string
}

/** What each place of the source was understood as. A place inside a row or a table answers for its row. */
export function meaningsOf(draft: Draft): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>()
  const add = (places: Readonly<Record<string, readonly string[]>>, meaning: Meaning) => {
    for (const ids of Object.values(places))
      for (const id of ids) for (const place of [id, rowOf(id)]) if (!found.has(place)) found.set(place, meaning)
  }
  for (const item of draft.items)
    add(item.places, { anchor: item.key, kind: 'item', label: item.number ?? item.title.slice(0, 40) })
  for (const section of draft.sections)
    add(section.places, { anchor: section.key, kind: 'section', label: section.number ?? section.title.slice(0, 40) })
  for (const clause of draft.clauses)
    add(clause.places, { anchor: clauseId(clause.path), kind: 'clause', label: clause.number ?? clause.path })
  for (const [pointer, ids] of Object.entries(draft.documentPlaces))
    if (!pointer.startsWith('/clauses')) add({ '': ids }, { anchor: 'header', kind: 'header', label: '' })
  return found
}

/** `b12.r3.c2.p1` → `b12.r3`; a paragraph stays itself. */
export function rowOf(place: string): string {
  return place.split('.').slice(0, 2).join('.')
}

/** The rows or paragraphs of the source that a thing was read from, each once, in the order they were met. */
export function rowsOf(places: Readonly<Record<string, readonly string[]>>): string[] {
  return [...new Set(Object.values(places).flat().map(rowOf))]
}
