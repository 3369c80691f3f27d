/** A long draft is reviewed in parts: a hundred items with the lines of the source that they were read from. */
import type { Block, SourceDocument } from '../../../core/document-model/index.ts'
import { type Draft, type DraftItem, isLong, partSize } from '../../model/index.ts'
import { clauseId, rowOf } from './links.ts'

export interface Part {
  /** Items that this part shows, in the order of the structure. */
  readonly items: ReadonlySet<DraftItem>
  /** Sections whose heads it shows; null: all. */
  readonly sections: ReadonlySet<string> | null
  readonly blocks: readonly Block[]
  /** The header and the clauses stand in the first part, what was not placed in the last. */
  readonly first: boolean
  readonly last: boolean
  readonly index: number
  /** First and last item of each part, for the links to them. */
  readonly all: readonly { readonly from: DraftItem; readonly to: DraftItem }[]
  /** A link to a thing or a place: inside the page where this part shows it. */
  readonly href: (anchor: string) => string
}

/**
 * The part of a draft that holds a thing or a place of the source; the first one for an unknown one.
 *
 * @param at anchor of an item, a section, a clause or `header`, `rest`, or the place of a row (`p-b12.r3`)
 */
export function partAt(draft: Draft, source: SourceDocument, orderId: string, at: string | null): Part {
  const items = inOrder(draft)
  const chunks = chunksOf(items)
  const lines = source.blocks.flatMap(linesOf)
  const lineOf = new Map(lines.map((id, index) => [id, index]))
  const starts = startsOf(chunks, lineOf)
  const indexOf = (anchor: string): number => {
    if (anchor === 'rest') return Math.max(0, chunks.length - 1)
    const line = lineOf.get(anchor.replace(/^p-/, ''))
    if (line !== undefined) return starts.findLastIndex(start => start <= line)
    const item = items.findIndex(one => one.key === anchor || one.sectionKey === anchor)
    return item < 0 ? 0 : chunks.findIndex(chunk => chunk.includes(items[item]!))
  }
  const index = Math.max(0, at === null ? 0 : indexOf(at))
  const shown = new Set(chunks[index] ?? [])
  const alone = chunks.length <= 1
  return {
    items: shown,
    sections: alone ? null : new Set([...shown].flatMap(item => (item.sectionKey === null ? [] : [item.sectionKey]))),
    blocks: alone
      ? source.blocks
      : source.blocks.flatMap(block => within(block, id => inPart(lineOf.get(id) ?? 0, starts, index))),
    first: index === 0,
    last: index >= chunks.length - 1,
    index,
    all: alone ? [] : chunks.map(chunk => ({ from: chunk[0]!, to: chunk.at(-1)! })),
    href: anchor => (alone || indexOf(anchor) === index ? `#${anchor}` : reviewHref(orderId, anchor)),
  }
}

/** The address that shows a thing of a draft, whatever part it stands in. */
export function reviewHref(orderId: string, anchor: string): string {
  return `/orders/${orderId}/review?at=${encodeURIComponent(anchor)}#${anchor}`
}

/** The address that opens one thing for editing in its place. */
export function editHref(orderId: string, key: string, anchor: string): string {
  return `/orders/${orderId}/review?edit=${encodeURIComponent(key)}#${anchor}`
}

/** The anchor of what is open for editing. @example anchorOfEdit('clause:3/1') // 'clause-3-1' */
export function anchorOfEdit(edit: string): string {
  return edit.startsWith('clause:') ? clauseId(edit.slice('clause:'.length)) : edit.replace(/^rest:\d+$/, 'rest')
}

function inOrder(draft: Draft): DraftItem[] {
  const known = new Set(draft.sections.map(section => section.key))
  const bySection = Map.groupBy(draft.items, item =>
    item.sectionKey !== null && known.has(item.sectionKey) ? item.sectionKey : '',
  )
  return ['', ...draft.sections.map(section => section.key)].flatMap(key => bySection.get(key) ?? [])
}

function chunksOf(items: readonly DraftItem[]): DraftItem[][] {
  if (!isLong({ items })) return [[...items]]
  const count = Math.ceil(items.length / partSize)
  return Array.from({ length: count }, (_, index) => items.slice(index * partSize, (index + 1) * partSize))
}

/** The line with which each part begins: that of its first item that was read from one; never before the part before it. */
function startsOf(chunks: readonly (readonly DraftItem[])[], lineOf: ReadonlyMap<string, number>): number[] {
  const starts: number[] = []
  for (const [index, chunk] of chunks.entries()) {
    const lines = chunk.flatMap(item => Object.values(item.places).flat()).map(place => lineOf.get(rowOf(place)))
    const first = Math.min(...lines.filter(line => line !== undefined))
    starts.push(index === 0 ? 0 : Math.max(starts[index - 1]!, Number.isFinite(first) ? first : 0))
  }
  return starts
}

function inPart(line: number, starts: readonly number[], index: number): boolean {
  return starts.findLastIndex(start => start <= line) === index
}

function linesOf(block: Block): string[] {
  return block.kind === 'table' ? [block.place.id, ...block.rows.map(row => row.place.id)] : [block.place.id]
}

/** A block with only the lines that are wanted; a table without rows is left out. */
function within(block: Block, wanted: (id: string) => boolean): Block[] {
  if (block.kind === 'paragraph') return wanted(block.place.id) ? [block] : []
  const rows = block.rows.filter(row => wanted(row.place.id))
  return rows.length > 0 ? [{ ...block, rows }] : []
}
