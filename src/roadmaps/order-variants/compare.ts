// A second opinion on a reading, independent of the scorer of the gold: titles, deadlines and responsible parties, equal or not.
import type { Deadline } from '../../core/deadlines/contract.ts'
import type { Item, Order } from '../order/contract.ts'
import type { GoldDeadline, GoldItem, GoldOrder } from './gold.ts'

/** Shares 0 … 1 of the gold's items: found by their title; with an equal deadline; with equal responsible parties. */
export interface Agreement {
  readonly items: number
  readonly deadlines: number
  readonly responsible: number
}

/**
 * Compares a reading with its gold, item by item in print order.
 * @example agreementWith(variant.gold, understandOrder(source).order).items // 1 when every item was found and none was added
 */
export function agreementWith(gold: GoldOrder, read: Order): Agreement {
  const left = [...read.roadmap.items]
  const pairs = gold.roadmap.items.map(item => {
    const at = left.findIndex(other => bare(other.title) === bare(item.title))
    return { item, other: at < 0 ? null : (left.splice(at, 1)[0] as Item) }
  })
  const share = (holds: (item: GoldItem, other: Item) => boolean) =>
    pairs.filter(({ item, other }) => other !== null && holds(item, other)).length /
    Math.max(gold.roadmap.items.length, read.roadmap.items.length, 1)
  return {
    items: share(() => true),
    deadlines: share((item, other) => isAccepted(item.deadline, other.deadline)),
    responsible: share((item, other) => sameParties(item, other)),
  }
}

/** True when the reading is the gold's deadline or one of its other readings. */
function isAccepted(gold: GoldDeadline | null, read: Deadline | null): boolean {
  if (gold === null || read === null) return gold === read || read?.kind === 'none'
  return [{}, ...(gold.alternatives ?? [])].some(change => {
    const expected = { ...gold, ...change }
    const kinds = [expected.kind, ...(gold.altKinds ?? [])]
    const sameStart = expected.kind === 'by' || (expected.start ?? null) === (read.start ?? null)
    return kinds.includes(read.kind) && sameStart && (expected.end ?? null) === (read.end ?? null)
  })
}

function sameParties(gold: GoldItem, read: Item): boolean {
  const texts = (list: readonly { readonly sourceText: string }[]) =>
    list
      .map(p => bare(p.sourceText))
      .sort()
      .join('|')
  return texts(gold.responsible) === texts(read.responsible)
}

const cyrillicOf: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
  m: 'м',
  t: 'т',
  k: 'к',
  b: 'в',
  h: 'н',
}

/** Letters and digits only, small, without mark-up and look-alikes: what two prints of one text share. */
function bare(text: string): string {
  return text
    .replace(/<[^>]*>|\u00AD/g, '')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[a-z]/g, letter => cyrillicOf[letter] ?? letter)
    .replace(/[^0-9a-zа-я%]/g, '')
}
