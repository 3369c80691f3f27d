import type { SourceDocument } from '../../../core/document-model/index.ts'
import type { Item, Order, OrderIssue, UnderstoodOrder } from '../contract.ts'
import { twinSay } from '../twin-texts.ts'
import { lintTexts } from './texts.ts'

/** A kind of defect: looks at what was understood and says where it is wrong. */
export type Lint = (understood: UnderstoodOrder, source: SourceDocument) => OrderIssue[]

/** Says one text of the linter in Russian; its English twin is remembered. */
export const told = twinSay(lintTexts)

export type Say = typeof told

/** Ids of the places that a value of the order, or anything inside it, was read from. */
export function placesAt(understood: UnderstoodOrder, pointer: string): string[] {
  const own = understood.provenance[pointer]
  if (own) return [...own]
  const inside = Object.entries(understood.provenance).filter(([path]) => path.startsWith(`${pointer}/`))
  return [...new Set(inside.flatMap(([, places]) => places))]
}

/** How people name an item: «мероприятие 1.2», or by the beginning of its title when it has no number. */
export function nameOfItem(item: Item, order: Order): string {
  const section = item.sectionIndex === null ? null : order.roadmap.sections[item.sectionIndex]
  if (item.number === null) return told('where.itemTitle', { title: short(item.title, 60) })
  if (!item.number.includes('.') && section)
    return told('where.itemInSection', { number: item.number, section: short(section.title, 40) })
  return told('where.item', { number: item.number })
}

export function short(text: string, length = 80): string {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text
}

/** 15.02.2023 for people. */
export function printedDate(date: string): string {
  return date.split('-').reverse().join('.')
}
