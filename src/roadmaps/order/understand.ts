import type { SourceDocument } from '../../core/document-model/index.ts'
import type { Doubt, Order, Provenance, TableContext, UnderstoodOrder, UnderstoodTable } from './contract.ts'
import { coverageOf, withContainers } from './coverage.ts'
import { documentDoubts } from './document/doubts.ts'
import { type ReadDocument, readDocument } from './document/read-document.ts'
import { together, type Wording } from './document/wording.ts'
import { defectsOf } from './lint/index.ts'
import { layOutListedPlan } from './listed-plan.ts'
import { findPlan, understandTable } from './table/index.ts'

/**
 * Understands an order: letterhead, clauses, passport and the plan's sections and items, each with the places it was read from, the
 * doubtful readings first, the order's own defects, and the share of the source's words that found a place.
 *
 * Pure and total: any document gives an order, an unreadable part stays empty and its words stand in `coverage.rest`.
 *
 * @example understandOrder(source).order.document.number // '146-ОД'
 */
export function understandOrder(source: SourceDocument): UnderstoodOrder {
  const printed = findPlan(source.blocks)
  const listed = printed.blocks.length > 0 ? null : layOutListedPlan(source)
  const { blocks } = listed?.source ?? source
  const found = listed ? findPlan(blocks) : printed
  const read = readDocument(listed?.source ?? source, found)
  const first = understandTable(blocks, found, contextOf(read))
  const period = read.period.start ? read.period : (periodOfDeadlines(first) ?? read.period)
  const table = period === read.period ? first : understandTable(blocks, found, contextOf({ ...read, period }))
  const order: Order = {
    schemaVersion: '1.0',
    document: read.document,
    passport: read.passport,
    roadmap: { title: read.roadmapTitle, period, columns: table.columns, sections: table.sections, items: table.items },
    issues: table.issues,
  }
  const provenance = withRepeatedHeaders({ ...read.provenance, ...underRoadmap(table.provenance) }, table)
  const doubts = mostDoubtfulFirst([
    ...documentDoubts(order, read),
    ...table.doubts.map(doubt => ({ ...doubt, path: roadmapPath(doubt.path) })),
  ])
  const wording = [listed?.wording ?? new Map(), wordsOfSections(table), table.wording].reduce(together, read.wording)
  const coverage = coverageOf(source, order, provenance, wording, read.otherAppendices)
  const understood: UnderstoodOrder = { order, provenance, doubts, coverage }
  return { ...understood, order: { ...order, issues: defectsOf(understood, source) } }
}

/** Rows of the plan that nothing was read from are its headers printed again. */
function withRepeatedHeaders(provenance: Provenance, table: UnderstoodTable): Provenance {
  const read = new Set(Object.values(provenance).flat().flatMap(withContainers))
  const headers = [...table.used].filter(id => !read.has(id))
  return headers.length ? { ...provenance, '/roadmap/columns': headers } : provenance
}

/** «Раздел 2. …»: the word before the number of a section is kept in no title. */
function wordsOfSections(table: UnderstoodTable): Wording {
  const places = table.sections.flatMap((_, i) => table.provenance[`/sections/${i}`] ?? [])
  return new Map(places.map(place => [place, sectionWords]))
}

const sectionWords = ['раздел', 'подраздел', 'блок', 'этап', 'направление', 'модуль', 'часть', 'глава']

function contextOf(read: Pick<ReadDocument, 'period' | 'document' | 'abbreviations'>): TableContext {
  return {
    planStart: read.period.start,
    planEnd: read.period.end,
    orderDate: read.document.date,
    abbreviations: read.abbreviations,
  }
}

/** What is missing, then what could not be read, then what was only inferred; print order within each. */
function mostDoubtfulFirst(doubts: readonly Doubt[]): Doubt[] {
  const rank = ({ why }: Doubt) => (why.endsWith('-missing') ? 0 : /inferred|among-several/.test(why) ? 2 : 1)
  return doubts.toSorted((a, b) => rank(a) - rank(b))
}

/** A plan without a date and a printed period: the calendar years of its own deadlines. */
function periodOfDeadlines(table: UnderstoodTable): ReadDocument['period'] | null {
  const dates = table.items
    .flatMap(item => [item.deadline?.start, item.deadline?.end])
    .filter(date => date !== null && date !== undefined)
  const years = dates.map(date => date.slice(0, 4)).sort()
  const [first, last] = [years[0], years.at(-1)]
  if (!first || !last) return null
  return { sourceText: null, start: `${first}-01-01`, end: `${last}-12-31`, inferred: true }
}

function underRoadmap(provenance: Provenance): Provenance {
  return Object.fromEntries(Object.entries(provenance).map(([path, places]) => [roadmapPath(path), places]))
}

function roadmapPath(path: string): string {
  return path.startsWith('/roadmap') ? path : `/roadmap${path}`
}
