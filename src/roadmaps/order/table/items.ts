import type { ReadDeadline } from '../../../core/deadlines/index.ts'
import type { ColumnRole, Indicator, Item, Party, Result, TableContext } from '../contract.ts'
import {
  deadlineInTitle,
  deadlineOf,
  deadlineOfSections,
  deadlineUnderSections,
  oneLine,
  partedCell,
} from './item-deadline.ts'
import { readParties } from './parties/read-parties.ts'
import type { PrintedItem } from './read-rows.ts'
import { readIndicators, readResults } from './results/read-results.ts'

/** An item with what the reading of its cells found doubtful or odd. */
export interface UnderstoodItem {
  readonly item: Item
  readonly printed: PrintedItem
  readonly deadline: ReadDeadline | null
  readonly glued: boolean
  readonly gluedResults: boolean
  /** Pointer below the item → places. */
  readonly places: Readonly<Record<string, readonly string[]>>
}

/**
 * Reads the cells of an item by the roles of its columns.
 *
 * @param sections titles of its section and of those above, the nearest first: they may be the plan's calendar
 */
export function understandItem(
  printed: PrintedItem,
  context: TableContext,
  sections: readonly string[] = [],
): UnderstoodItem {
  const { columns } = printed
  const at = (role: ColumnRole): number[] => columns.roles.flatMap((own, column) => (own === role ? [column] : []))
  const lines = (list: readonly number[]): string =>
    list
      .map(column => (printed.lines[column] ?? []).join('\n'))
      .filter(text => text !== '')
      .join('\n')
  const places = (list: readonly number[]): string[] => [
    ...new Set(list.flatMap(column => printed.places[column] ?? [])),
  ]

  const titleAt = at('title')
  const numbered = numberedTitle(oneLine(lines(titleAt)), at('number').length > 0)
  const hasDeadlines = at('deadline').length > 0
  const inTitle = hasDeadlines ? null : deadlineInTitle(numbered.title, headingsOf(columns, titleAt), context)
  const deadline = hasDeadlines
    ? deadlineUnderSections(deadlineOf(printed, at('deadline'), context), sections, context)
    : (inTitle?.deadline ?? deadlineOfSections(sections, context))
  const owners = at('responsible')
  const shared = [...columns.combined].map(column => partedCell(lines([column])).parties).filter(text => text !== '')
  const read = readParties([lines(owners), ...shared].filter(text => text !== '').join('\n'), context.abbreviations)
  const results: Result[] = []
  const indicators: Indicator[] = []
  let gluedResults = false
  for (const column of at('result')) {
    const found = readResults(lines([column]), 'result')
    results.push(...found.results)
    indicators.push(...found.indicators)
    gluedResults ||= found.glued
  }
  for (const column of at('indicator')) indicators.push(...readIndicators(lines([column])))
  const support = at('informationSupport')
  const supported = readResults(lines(support), 'informationSupport')
  indicators.push(...supported.indicators)
  const supportText = oneLine(lines(support))
  const extra = extraOf(printed)
  const item: Item = {
    sectionIndex: printed.sectionIndex,
    number: printed.number ?? numbered.number,
    title: inTitle?.title ?? numbered.title,
    deadline: deadline?.deadline ?? null,
    responsible: read.parties,
    results,
    indicators,
    ...(support.length > 0
      ? { informationSupport: supportText === '' ? null : { sourceText: supportText, entries: supported.results } }
      : {}),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  }
  return {
    item,
    printed,
    deadline,
    glued: read.glued,
    gluedResults: gluedResults || supported.glued,
    places: {
      '': printed.rows,
      '/number': places(at('number')),
      '/title': places(titleAt),
      '/deadline': places(inTitle ? titleAt : at('deadline')),
      '/responsible': places([...owners, ...columns.combined]),
      '/results': places(at('result')),
      '/indicators': places([...at('indicator'), ...(supported.indicators.length > 0 ? support : [])]),
      '/informationSupport': places(support),
      '/extra': places(columns.roles.flatMap((role, column) => (isExtra(role) ? [column] : []))),
    },
  }
}

function headingsOf({ headings }: PrintedItem['columns'], list: readonly number[]): string {
  return list.map(column => headings[column] ?? '').join(' ')
}

/** «1.2. Провести …», «1.2 Провести …» where no column has the number. */
function numberedTitle(title: string, hasNumbers: boolean): { readonly number: string | null; readonly title: string } {
  const found = hasNumbers
    ? null
    : /^(\d{1,3}(?:\.\d{1,3}){0,4}(?=[.)])|\d{1,3}(?:\.\d{1,3}){1,4}(?=\s+\p{Lu}))[.)]?\s*(?=[\p{L}«"(])(.+)$/u.exec(
        title,
      )
  return found ? { number: found[1] ?? null, title: found[2] ?? '' } : { number: null, title }
}

const extraRoles = new Set<ColumnRole>(['coexecutor', 'participants', 'level', 'funding', 'place', 'note', 'other'])
function isExtra(role: ColumnRole): boolean {
  return extraRoles.has(role)
}

function extraOf(printed: PrintedItem): Record<string, string | null> {
  const extra: Record<string, string | null> = {}
  printed.columns.roles.forEach((role, column) => {
    const heading = printed.columns.headings[column] || `№ ${column + 1}`
    const text = oneLine((printed.lines[column] ?? []).join('\n'))
    if (isExtra(role) && (printed.columns.headings[column] || text !== ''))
      extra[heading in extra ? `${heading} (${column + 1})` : heading] = text || null
  })
  return extra
}

/** The people of all items, for finding one official under several surnames. */
export function peopleOf(items: readonly UnderstoodItem[]): Party[] {
  return items.flatMap(({ item }) => item.responsible)
}
