import type { Translate } from '../../../core/base/index.ts'
import type { OrderIssue } from '../contract.ts'
import { twinSay } from '../twin-texts.ts'
import type { UnderstoodItem } from './items.ts'
import type { NameVariant } from './parties/name-variants.ts'
import type { ReadRows, RowNote } from './read-rows.ts'
import { tableTexts } from './texts.ts'

type Say = Translate<(typeof tableTexts)['ru']>
const severity: Readonly<Record<RowNote['code'], OrderIssue['severity']>> = {
  repeatedHeader: 'info',
  rowSplit: 'info',
  columnShift: 'warning',
  noiseRow: 'warning',
  sectionPlainText: 'info',
}

/** Defects of the table itself: of its rows, its numbers, its separators and the spelling of its people. */
export function tableIssues(
  rows: ReadRows,
  items: readonly UnderstoodItem[],
  variants: readonly NameVariant[],
): OrderIssue[] {
  const say = twinSay(tableTexts)
  return [
    ...rowIssues(rows, say),
    ...numberIssues(rows, items, say),
    ...cellIssues(items, say),
    ...nameIssues(items, variants, say),
  ]
}

function rowIssues(rows: ReadRows, say: Say): OrderIssue[] {
  return rows.notes.map(note => ({
    code: note.code,
    severity: severity[note.code],
    where: say('roadmap'),
    places: note.places,
    message: say(note.code, { text: short(note.text) }),
  }))
}

function numberIssues(rows: ReadRows, items: readonly UnderstoodItem[], say: Say): OrderIssue[] {
  const issues: OrderIssue[] = []
  const hasNumbers = items.some(({ item }) => item.number !== null)
  if (!hasNumbers) return issues
  const seen = new Map<string, Set<string>>()
  let before: string | null = null
  let section: number | null | undefined
  let restarts = 0
  for (const one of items) {
    const { number, title, sectionIndex } = one.item
    const where = say('item', { text: number ?? `«${short(title)}»` })
    const add = (code: 'missingNumber' | 'duplicateNumber' | 'numberingGap', text: string, previous = ''): void => {
      issues.push({
        code,
        severity: 'warning',
        where,
        places: one.printed.rows,
        message: say(code, { text, before: previous }),
      })
    }
    if (number === null) {
      add('missingNumber', short(title))
      continue
    }
    const inSection = seen.get(String(sectionIndex)) ?? new Set<string>()
    seen.set(String(sectionIndex), inSection)
    if (inSection.has(number)) add('duplicateNumber', number)
    inSection.add(number)
    const step = before === null ? null : stepOf(before, number)
    if (step !== null && step > 1) add('numberingGap', number, before ?? '')
    if (
      section !== undefined &&
      section !== sectionIndex &&
      before !== null &&
      number === '1' &&
      !isTitled(rows, sectionIndex)
    )
      restarts++
    before = number
    section = sectionIndex
  }
  if (restarts > 0) {
    issues.push({
      code: 'numberingRestart',
      severity: 'warning',
      where: say('roadmap'),
      places: rows.tree.places.flat(),
      message: say('numberingRestart'),
    })
  }
  return issues
}

function isTitled({ titled }: ReadRows, section: number | null): boolean {
  return section !== null && titled.has(section)
}

/** Distance between two numbers of the same depth and the same parent, null for others. */
function stepOf(before: string, number: string): number | null {
  const [a, b] = [before.split('.'), number.split('.')]
  if (a.length !== b.length || a.slice(0, -1).join('.') !== b.slice(0, -1).join('.')) return null
  const step = Number(b.at(-1)) - Number(a.at(-1))
  return Number.isFinite(step) ? step : null
}

function cellIssues(items: readonly UnderstoodItem[], say: Say): OrderIssue[] {
  const issues: OrderIssue[] = []
  const titles = new Set<string>()
  for (const one of items) {
    const { item, printed } = one
    const where = say('item', { text: item.number ?? `«${short(item.title)}»` })
    const add = (
      code: 'gluedParties' | 'gluedResults' | 'emptyCell' | 'mixedColumns' | 'duplicateTitle',
      text: string,
      before = '',
    ): void => {
      issues.push({
        code,
        severity: 'info',
        where,
        places: printed.rows,
        message: say(code, { text: short(text), before }),
      })
    }
    if (one.glued) add('gluedParties', item.responsible.map(party => party.sourceText).join(' '))
    if (one.gluedResults)
      add(
        'gluedResults',
        [...item.results, ...(item.informationSupport?.entries ?? [])].map(result => result.sourceText).join(' '),
      )
    printed.columns.roles.forEach((role, column) => {
      const isTold =
        role === 'deadline' ||
        role === 'responsible' ||
        role === 'result' ||
        role === 'indicator' ||
        role === 'informationSupport'
      if (isTold && !printed.columns.periods[column] && (printed.lines[column] ?? []).length === 0)
        add('emptyCell', printed.columns.headings[column] ?? '')
    })
    const support = printed.columns.roles.indexOf('informationSupport')
    for (const found of item.indicators) {
      if (found.column === 'informationSupport')
        add('mixedColumns', found.sourceText, printed.columns.headings[support] ?? '')
    }
    const title = `${item.sectionIndex}|${item.title.toLowerCase()}`
    if (titles.has(title)) add('duplicateTitle', item.title)
    titles.add(title)
  }
  return issues
}

function nameIssues(items: readonly UnderstoodItem[], variants: readonly NameVariant[], say: Say): OrderIssue[] {
  return variants.map(({ printed, likely }) => {
    const where = items.filter(({ item }) =>
      item.responsible.some(party => party.name && party.name !== likely && printed.includes(party.name)),
    )
    return {
      code: 'nameVariant',
      severity: 'warning',
      where: say('item', { text: where.map(({ item }) => item.number ?? '—').join(', ') }),
      places: where.flatMap(one => one.places['/responsible'] ?? []),
      message: say('nameVariant', { text: printed.map(name => `«${name}»`).join(', ') }),
      suggestion: likely,
    }
  })
}

function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
