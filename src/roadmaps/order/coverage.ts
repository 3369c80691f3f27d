import type { SourceDocument } from '../../core/document-model/index.ts'
import { plainText, unspaced, words } from '../../core/russian/index.ts'
import type { Coverage, Order, Provenance } from './contract.ts'
import { leavesOf } from './document/lines.ts'
import type { Wording } from './document/wording.ts'

/**
 * Counts which words of the source stand somewhere in the structure. A word is placed when the structure, at a pointer that was read from
 * its paragraph, holds it (as often as it is printed there), or when it only names a part of the order; every other word is listed in
 * `rest`: placed + rest = all words.
 *
 * @param provenance JSON pointers of `order` → ids of places; an id of a block, row or cell stands for all of its paragraphs
 * @param wording place → words there that only name a part of the order: «ПРИКАЗЫВАЮ», «Приложение к приказу», «Срок:»
 * @param appendices place → the appendix, other than the plan's, that it stands in
 */
export function coverageOf(
  source: SourceDocument,
  order: Order,
  provenance: Provenance,
  wording: Wording = new Map(),
  appendices: ReadonlyMap<string, string> = new Map(),
): Coverage {
  const pointersAt = invert(provenance)
  const bags = new Map<string, Bag>()
  const bagOf = (pointer: string) => {
    const bag = bags.get(pointer) ?? bagged(wordsAt(order, pointer))
    bags.set(pointer, bag)
    return bag
  }
  let all = 0
  let placed = 0
  const rest: Coverage['rest'][number][] = []
  for (const leaf of leavesOf(source.blocks)) {
    const named = withContainers(leaf.place.id).flatMap(id => wording.get(id) ?? [])
    const held = pointersOver(leaf.place.id, pointersAt).map(bagOf)
    const { count, found, left } = split(leaf.text, [...held, bagged(named.flatMap(text => words(unspaced(text))))])
    all += count
    placed += found
    const appendix = appendices.get(leaf.place.id)
    if (left.length) rest.push({ place: leaf.place.id, text: left.join(' … '), ...(appendix ? { appendix } : {}) })
  }
  return { words: all, placedWords: placed, rest }
}

function invert(provenance: Provenance): Map<string, string[]> {
  const pointersAt = new Map<string, string[]>()
  for (const [pointer, places] of Object.entries(provenance)) {
    for (const place of places) {
      const pointers = pointersAt.get(place)
      if (pointers) pointers.push(pointer)
      else pointersAt.set(place, [pointer])
    }
  }
  return pointersAt
}

/** Pointers of the leaf itself and of the cell, row and block it stands in. */
function pointersOver(leaf: string, pointersAt: ReadonlyMap<string, readonly string[]>): string[] {
  return [...new Set(withContainers(leaf).flatMap(id => pointersAt.get(id) ?? []))]
}

/** A place and everything that holds it: `b1.r2.c0` → `b1.r2.c0`, `b1.r2`, `b1`. */
export function withContainers(id: string): string[] {
  const ids: string[] = []
  for (let at = id; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) ids.push(at)
  return ids
}

function wordsAt(order: Order, pointer: string): string[] {
  let node: unknown = order
  for (const step of pointer.split('/').slice(1))
    node = node !== null && typeof node === 'object' ? (node as Record<string, unknown>)[step] : undefined
  return textsIn(node).flatMap(text => words(unspaced(text)))
}

/** Readings made from a text that already stands beside them, and codes that are not printed. */
const derived = new Set([
  'action',
  'addressee',
  'addressees',
  'path',
  'canonical',
  'conditionalNote',
  'kind',
  'children',
  'sourceForm',
])

function textsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node]
  if (typeof node === 'number') return [String(node)]
  if (node === null || typeof node !== 'object') return []
  const printed = (node as { sourceText?: unknown }).sourceText
  return Object.entries(node).flatMap(([key, value]) => {
    if (derived.has(key)) return []
    if (typeof printed === 'string' && key !== 'sourceText' && typeof value === 'string' && printed.includes(value))
      return []
    // the heading of an extra column is a key of the structure
    return /[а-яё]/i.test(key) ? [key, ...textsIn(value)] : textsIn(value)
  })
}

type Bag = ReadonlyMap<string, number>

function bagged(list: readonly string[]): Bag {
  const bag = new Map<string, number>()
  for (const word of list) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

/**
 * Takes the words of a paragraph out of the bags; runs of words that are in none are what is left. A bag may be as large as the order and
 * serve each of its paragraphs, so that it is never copied: what this paragraph has taken is counted beside it.
 */
function split(text: string, bags: readonly Bag[]): { count: number; found: number; left: string[] } {
  const taken = new Map<string, number>()
  const left: string[] = []
  let run: string[] = []
  let count = 0
  let found = 0
  for (const chunk of plainText(unspaced(text)).split(' ')) {
    const own = words(chunk)
    count += own.length
    const isPlaced = takeAll(bags, taken, own)
    if (isPlaced) found += own.length
    // a sign between words that are left over stays between them: «СОШ № 7»
    if (!isPlaced || (own.length === 0 && run.length > 0)) run.push(chunk)
    if (isPlaced && own.length && run.length) {
      left.push(withoutLastSigns(run))
      run = []
    }
  }
  if (run.length) left.push(withoutLastSigns(run))
  return { count, found, left }
}

function withoutLastSigns(run: readonly string[]): string {
  return run.slice(0, run.findLastIndex(chunk => words(chunk).length > 0) + 1).join(' ')
}

/** Takes all of these words or none. */
function takeAll(bags: readonly Bag[], taken: Map<string, number>, wanted: readonly string[]): boolean {
  const before = new Map(wanted.map(word => [word, taken.get(word) ?? 0]))
  for (const word of wanted) {
    const n = (taken.get(word) ?? 0) + 1
    taken.set(word, n)
    if (bags.reduce((sum, bag) => sum + (bag.get(word) ?? 0), 0) >= n) continue
    for (const [back, count] of before) taken.set(back, count)
    return false
  }
  return true
}
