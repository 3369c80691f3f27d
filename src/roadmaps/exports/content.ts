import type { Lang } from '../../core/base/index.ts'
import type { RoadmapHead } from '../contract.ts'
import type { DatedBasis, RoadmapItem, RoadmapSection } from '../model/index.ts'
import type { ColumnRole, Order } from '../order/contract.ts'

/** An item, and by which order it was cancelled. */
export interface ExportedItem extends RoadmapItem {
  readonly cancelled: DatedBasis | null
}

/** Everything an exported file may show of a roadmap. */
export interface RoadmapContent {
  readonly lang: Lang
  readonly head: RoadmapHead
  readonly document: Order
  readonly sections: readonly Omit<RoadmapSection, 'parentId' | 'position'>[]
  readonly items: readonly ExportedItem[]
  readonly leftovers: readonly { readonly place: string; readonly text: string }[]
}

/** Sections in print order with their items; items outside sections come first. */
export function itemsBySection(
  content: RoadmapContent,
): { section: RoadmapContent['sections'][number] | null; items: ExportedItem[] }[] {
  const known = new Set(content.sections.map(section => section.id))
  const outside = content.items.filter(item => item.sectionId === null || !known.has(item.sectionId))
  return [
    ...(outside.length > 0 ? [{ section: null, items: outside }] : []),
    ...content.sections.map(section => ({
      section,
      items: content.items.filter(item => item.sectionId === section.id),
    })),
  ]
}

/** Heading of a column as the order prints it. */
export function headingOf(content: RoadmapContent, role: ColumnRole): string | null {
  return content.document.roadmap.columns?.find(column => column.role === role)?.heading.trim() || null
}

/** «приказ от 15.02.2026 № 12 „О …“» */
export function documentLine(content: RoadmapContent): string {
  const { docType, number, date, authority } = content.document.document
  const day = date ? ` от ${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}` : ''
  return `${docType}${authority ? ` (${authority})` : ''}${day}${number ? ` № ${number}` : ''}`
}

/** The end of an appendix's stamp: ' от 23.01.2026 № 41-о'. */
export function appendixLine(content: RoadmapContent): string {
  const { number, date } = content.document.document
  return `${date ? ` от ${spanText(date)}` : ''}${number ? ` № ${number}` : ''}`
}

/** A date as people write it; empty when there is none. @example spanText('2026-02-15') // '15.02.2026' */
export function spanText(date: string | null | undefined): string {
  return date ? `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}` : ''
}
