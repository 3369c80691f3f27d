import type { Column, ColumnRole } from '../order/contract.ts'
import { indicatorCell, type PartyCell, type PartyStyle, partyCell, resultCell } from './compose-parties.ts'
import { betweenDays, markedQuarters, type PlanYears, someDeadline } from './deadlines.ts'
import type { Dice } from './dice.ts'
import type { GoldItem } from './gold.ts'
import type { PrintedCell, RowSplit } from './printed.ts'

const extraCells: Readonly<Record<string, readonly string[]>> = {
  coexecutor: ['Школы-участницы', 'МБУ ДПО «Методический центр»', 'Родительские комитеты', ''],
  participants: ['учителя 5–9 классов', 'управленческие команды', 'педагоги школ', 'обучающиеся 9-х классов'],
  funding: ['местный бюджет', 'без финансирования', 'не требуется', 'внебюджетные средства'],
  place: ['методический центр', 'МБОУ «СОШ № 4»', 'актовый зал лицея', 'площадки школ'],
  note: ['', '', 'по согласованию'],
}

/** What an item is drawn from: the habits of its plan and its own title and number. */
export interface ItemSetting {
  readonly level: 1 | 2 | 3
  readonly years: PlanYears
  readonly columns: readonly Column[]
  readonly style: PartyStyle
  readonly resultGlue: 'comma' | 'semicolon' | 'line'
  readonly features: string[]
  readonly title: string
  readonly number: string | null
  readonly dot: string
  readonly sectionTitle: string
  readonly showSection: boolean
  /** The responsible of the row above, when this row shares its cell. */
  readonly party: PartyCell | null
}

/** Draws the rest of an item: its cells to print and what they mean. */
export function makeItem(
  dice: Dice,
  s: ItemSetting,
): { readonly item: GoldItem; readonly cells: readonly PrintedCell[]; readonly party: PartyCell } {
  const has = (role: ColumnRole) => s.columns.some(c => c.role === role)
  const quarters = s.columns.filter(c => c.role === 'deadline').length === 4
  const marked = quarters ? dice.sample([1, 2, 3, 4], dice.pick([1, 1, 1, 2, 4])).sort() : []
  const mark = dice.pick(['+', '✓', 'х', 'V'])
  const twoDates = s.columns.filter(c => c.role === 'deadline').length === 2
  const drawn = quarters
    ? null
    : twoDates
      ? { form: 'two-columns', deadline: betweenDays(dice, s.years) }
      : someDeadline(dice, s.years, s.level)
  if (drawn && !s.features.includes(`deadline:${drawn.form}`)) s.features.push(`deadline:${drawn.form}`)
  const deadline = drawn?.deadline ?? markedQuarters(s.years.firstYear, marked)
  const responsible = s.party ?? partyCell(dice, s.style, dice.pick([1, 1, 2, 2, 3]))
  const emptyResult = s.level > 1 && dice.chance(0.06)
  const result =
    has('result') && !emptyResult
      ? resultCell(dice, s.resultGlue, dice.pick([1, 1, 1, 2, 2, 3]), !has('indicator'))
      : null
  const indicator = has('indicator') ? indicatorCell(dice) : null
  const support = has('informationSupport') ? (dice.chance(0.2) ? null : resultCell(dice, 'line', 1, false)) : undefined
  const extra: Record<string, string | null> = {}
  let quarter = 0
  const cells = s.columns.map((column): readonly string[] => {
    switch (column.role) {
      case 'number':
        return [s.number === null ? '' : s.number + s.dot]
      case 'title':
        return [s.title]
      case 'section':
        return [s.showSection ? s.sectionTitle : '']
      case 'deadline':
        if (twoDates)
          return [
            deadline.sourceText.split(' – ')[
              column.heading.startsWith('Дата н') || column.heading === 'Начало' ? 0 : 1
            ] as string,
          ]
        if (!quarters) return [deadline.sourceText]
        quarter += 1
        return [marked.includes(quarter) ? mark : '']
      case 'responsible':
        return responsible.lines
      case 'result':
        return result?.lines ?? ['']
      case 'indicator':
        return [indicator?.text ?? '']
      case 'informationSupport':
        return support?.lines ?? ['']
      default: {
        const text = dice.pick(extraCells[column.role] as readonly string[])
        extra[column.heading] = text || null
        return [text]
      }
    }
  })
  return {
    cells,
    party: responsible,
    item: {
      sectionIndex: null,
      number: s.number,
      title: s.title,
      deadline,
      responsible: responsible.parties,
      results: result?.results ?? [],
      indicators: [...(result?.indicators ?? []), ...(indicator ? [indicator.indicator] : [])],
      ...(support === undefined
        ? {}
        : {
            informationSupport:
              support === null ? null : { sourceText: support.lines.join(' '), entries: support.results },
          }),
      ...(Object.keys(extra).length > 0 ? { extra } : {}),
    },
  }
}

/** Breaks a row over a page: part of the title, and sometimes of the responsible, goes below; the number stays above. */
export function splitRow(
  dice: Dice,
  columns: readonly Column[],
  cells: readonly (readonly string[])[],
  headerRepeated: boolean,
): RowSplit | null {
  const above = cells.map(c => c.join(' '))
  const below = cells.map(() => '')
  const at = columns.findIndex(c => c.role === 'title')
  const words = (above[at] as string).split(' ')
  const breaks = words
    .map((w, i) => ({ w, i }))
    .filter(({ w, i }) => i >= 2 && i <= words.length - 2 && /^[а-яё]{2}/.test(w))
  const found = breaks[Math.floor(breaks.length / 2)]
  if (!found) return null
  above[at] = words.slice(0, found.i).join(' ')
  below[at] = words.slice(found.i).join(' ')
  const who = columns.findIndex(c => c.role === 'responsible')
  const lines = cells[who] as readonly string[]
  if (lines.length > 1 && dice.chance(0.5)) {
    above[who] = lines[0] as string
    below[who] = lines.slice(1).join(' ')
  }
  return { above, below, headerRepeated }
}
