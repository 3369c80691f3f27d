// The plan of an invented order: columns, sections, items, and the tables that print them. One story, so longer than most files.
import type { Column, ColumnRole } from '../order/contract.ts'
import { indicatorCell, type PartyStyle, partyCell, resultCell, somePartyStyle } from './compose-parties.ts'
import { markedQuarters, type PlanYears, someDeadline } from './deadlines.ts'
import type { Dice } from './dice.ts'
import type { GoldItem, GoldRoadmap } from './gold.ts'
import type { PrintedRow, PrintedTable, RowSplit } from './printed.ts'
import { composed, subLists, themes } from './words-items.ts'

const headings: Readonly<Record<string, readonly string[]>> = {
  number: ['№ п/п', '№', '№ пп', '№ п.п.', 'N п/п'],
  title: [
    'Наименование мероприятия',
    'Мероприятия',
    'Мероприятие',
    'Содержание деятельности',
    'Содержание работы',
    'Наименование мероприятий',
    'Перечень мероприятий',
    'Действия',
  ],
  deadline: [
    'Сроки',
    'Срок исполнения',
    'Сроки реализации',
    'Срок',
    'Дата проведения',
    'Сроки проведения',
    'Период реализации',
  ],
  responsible: [
    'Ответственные',
    'Ответственный исполнитель',
    'Ответственные исполнители',
    'Исполнители',
    'Ответственные лица',
  ],
  result: [
    'Ожидаемый результат',
    'Результат',
    'Планируемый результат',
    'Вид документа',
    'Итоговый документ',
    'Форма завершения',
  ],
  indicator: ['Показатель', 'Целевой показатель', 'Показатели реализации', 'Индикатор'],
  informationSupport: ['Информационное сопровождение'],
  coexecutor: ['Соисполнители', 'Соисполнитель'],
  participants: ['Участники', 'Целевая аудитория', 'Категория участников'],
  funding: ['Источник финансирования', 'Финансирование'],
  place: ['Место проведения'],
  note: ['Примечание', 'Отметка о выполнении'],
  section: ['Направление', 'Раздел', 'Направление работы'],
}

const extraCells: Readonly<Record<string, readonly string[]>> = {
  coexecutor: ['Школы-участницы', 'МБУ ДПО «Методический центр»', 'Родительские комитеты', ''],
  participants: ['учителя 5–9 классов', 'управленческие команды', 'педагоги школ', 'обучающиеся 9-х классов'],
  funding: ['местный бюджет', 'без финансирования', 'не требуется', 'внебюджетные средства'],
  place: ['методический центр', 'МБОУ «СОШ № 4»', 'актовый зал лицея', 'площадки школ'],
  note: ['', '', 'по согласованию'],
}

type SectionForm = 'none' | 'mergedRow' | 'numberedRow' | 'plainLine' | 'nested' | 'column' | 'tablePerSchool'
type NumberStyle = 'global' | 'restart' | 'hierarchical'

export interface ComposedPlan {
  readonly roadmap: Pick<GoldRoadmap, 'columns' | 'sections' | 'items'>
  readonly tables: readonly PrintedTable[]
}

/** Draws a whole plan; what was drawn is added to `features`. */
export function composePlan(
  dice: Dice,
  level: 1 | 2 | 3,
  years: PlanYears,
  ownBody: string,
  features: string[],
): ComposedPlan {
  const form = dice.pick<SectionForm>(
    level === 1
      ? ['none', 'mergedRow', 'mergedRow']
      : level === 2
        ? ['none', 'mergedRow', 'numberedRow', 'plainLine', 'column']
        : ['mergedRow', 'numberedRow', 'plainLine', 'nested', 'column', 'tablePerSchool'],
  )
  features.push(`sections:${form}`)
  const columns = someColumns(dice, level, form, years, features)
  const style = somePartyStyle(dice, level, ownBody)
  const resultGlue = dice.pick(['comma', 'semicolon', 'line'] as const)
  features.push(`parties:${style.glue}`, `people:${style.people}`, `results:${resultGlue}`)
  const hasNumbers = columns.some(c => c.role === 'number')
  const numberStyle: NumberStyle =
    form === 'nested' ? 'hierarchical' : form === 'none' ? 'global' : dice.pick(['global', 'restart', 'hierarchical'])
  const sectionNumbers =
    form === 'nested' || numberStyle === 'hierarchical'
      ? 'arabic'
      : dice.pick(['none', 'none', 'arabic', 'roman', 'word'] as const)
  const dot = dice.pick(numberStyle === 'hierarchical' ? ['.', ''] : ['.', '', ')'])
  if (hasNumbers) features.push(`numbers:${numberStyle}${dot}`)
  else features.push('numbers:no-column')
  const gaps =
    hasNumbers && level === 3 && dice.chance(0.3) ? dice.pick(['gap', 'duplicate', 'missing'] as const) : null
  if (gaps) features.push(`numbers:${gaps}`)
  const splits = dice.chance(level === 1 ? 0 : level === 2 ? 0.4 : 0.7)
  if (splits) features.push('rows-split')
  const repeatedHeaders = level > 1 && dice.chance(0.5)
  if (repeatedHeaders) features.push('repeated-headers')
  const columnNumbers = level > 1 && dice.chance(0.25)
  if (columnNumbers) features.push('column-numbers')

  const sections: GoldRoadmap['sections'][number][] = []
  const items: GoldItem[] = []
  const tables: { caption: string | null; rows: PrintedRow[] }[] = [
    { caption: null, rows: columnNumbers ? [{ kind: 'columnNumbers' }] : [] },
  ]
  const rows = () => (tables.at(-1) as { rows: PrintedRow[] }).rows
  const groups = form === 'none' ? [flatGroup(dice)] : someGroups(dice, form)
  let running = 0
  let sectionNo = 0
  for (const group of groups) {
    sectionNo += 1
    const label = sectionLabel(sectionNumbers, sectionNo)
    const parent = sections.length
    if (form === 'tablePerSchool') {
      if (sectionNo > 1) tables.push({ caption: null, rows: [] })
      const last = tables.at(-1) as { caption: string | null }
      last.caption = group.title
      sections.push({
        index: sections.length,
        number: null,
        title: group.title,
        level: 1,
        parentIndex: null,
        sourceForm: 'tableTitle',
      })
    } else if (form !== 'none') {
      const shown = form === 'column' ? { number: null, prefix: '' } : label
      if (form === 'numberedRow')
        rows().push({ kind: 'numberedSection', number: `${sectionNo}${dot || '.'}`, text: group.title })
      else if (form === 'plainLine') rows().push({ kind: 'plainLine', text: shown.prefix + group.title })
      else if (form !== 'column') rows().push({ kind: 'mergedSection', text: shown.prefix + group.title })
      sections.push({
        index: sections.length,
        number: form === 'numberedRow' ? String(sectionNo) : shown.number,
        title: group.title,
        ...(shown.prefix ? { titleAlternatives: [shown.prefix + group.title] } : {}),
        level: 1,
        parentIndex: null,
        sourceForm:
          ({ numberedRow: 'numberedTableRow', plainLine: 'plainLine', column: 'columnCell' } as const)[
            form as 'column'
          ] ?? 'tableRow',
      })
    }
    group.parts.forEach((part, partIndex) => {
      if (part.title !== null) {
        rows().push({ kind: 'numberedSection', number: `${sectionNo}.${partIndex + 1}.`, text: part.title })
        sections.push({
          index: sections.length,
          number: `${sectionNo}.${partIndex + 1}`,
          title: part.title,
          level: 2,
          parentIndex: parent,
          sourceForm: 'numberedTableRow',
        })
      }
      part.titles.forEach((title, inPart) => {
        running += 1
        if (gaps === 'gap' && running % 7 === 0) running += 1
        const inSection = inPart + 1
        const plain =
          numberStyle === 'global'
            ? String(running)
            : numberStyle === 'restart'
              ? String(inSection)
              : part.title === null
                ? `${sectionNo}.${inSection}`
                : `${sectionNo}.${partIndex + 1}.${inSection}`
        const number = !hasNumbers
          ? null
          : gaps === 'missing' && running % 6 === 0
            ? null
            : gaps === 'duplicate' && running % 5 === 0
              ? (previousNumber(items) ?? plain)
              : plain
        const firstOfSection = inPart === 0
        const { item, cells } = makeItem(dice, {
          level,
          years,
          columns,
          style,
          resultGlue,
          features,
          title,
          number,
          dot,
          sectionTitle: group.title,
          showSection: firstOfSection || dice.chance(0.001),
        })
        items.push({ ...item, sectionIndex: sections.length === 0 ? null : sections.length - 1 })
        const split = splits && dice.chance(0.2) ? splitRow(dice, columns, cells, repeatedHeaders) : null
        if (repeatedHeaders && running % 6 === 0 && split === null) rows().push({ kind: 'header' })
        rows().push({ kind: 'item', cells, split })
      })
    })
  }
  return {
    roadmap: { columns, sections, items },
    tables: tables.map(t => ({ caption: t.caption, headings: columns.map(c => c.heading), rows: t.rows })),
  }
}

const previousNumber = (items: readonly GoldItem[]) => items.at(-1)?.number ?? null

function sectionLabel(
  style: 'none' | 'arabic' | 'roman' | 'word',
  n: number,
): { readonly number: string | null; readonly prefix: string } {
  const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'][n] ?? String(n)
  if (style === 'arabic') return { number: String(n), prefix: `${n}. ` }
  if (style === 'roman') return { number: roman, prefix: `${roman}. ` }
  if (style === 'word') return { number: String(n), prefix: `Раздел ${n}. ` }
  return { number: null, prefix: '' }
}

interface Group {
  readonly title: string
  readonly parts: readonly { readonly title: string | null; readonly titles: readonly string[] }[]
}

function flatGroup(dice: Dice): Group {
  const titles = dice.sample(
    themes.flatMap(t => t.items),
    dice.int(9, 22),
  )
  return { title: '', parts: [{ title: null, titles: titles.map(t => varied(dice, t)) }] }
}

function someGroups(dice: Dice, form: SectionForm): readonly Group[] {
  if (form === 'tablePerSchool')
    return dice.sample([2, 5, 7, 11, 14, 19], dice.int(2, 3)).map(n => ({
      title: dice.pick([
        `МБОУ «СОШ № ${n}»`,
        `МБОУ «Средняя общеобразовательная школа № ${n}»`,
        `МКОУ «Основная школа № ${n}»`,
      ]),
      parts: [
        {
          title: null,
          titles: dice.sample(
            themes.flatMap(t => t.items),
            dice.int(4, 8),
          ),
        },
      ],
    }))
  return dice.sample(themes, dice.int(3, form === 'nested' ? 3 : 6)).map(theme => {
    const titles = dice.sample(theme.items, dice.int(3, 6)).map(t => varied(dice, t))
    if (form !== 'nested') return { title: theme.title, parts: [{ title: null, titles }] }
    return {
      title: theme.title,
      parts: [
        { title: `${theme.title}: муниципальный уровень`, titles: titles.slice(0, 2) },
        { title: `${theme.title}: уровень школы`, titles: titles.slice(2) },
      ],
    }
  })
}

/** Now and then another title takes the place of the drawn one, made of parts or with a list inside. */
function varied(dice: Dice, title: string): string {
  if (dice.chance(0.04)) return dice.pick(subLists)
  if (dice.chance(0.75)) return title
  return `${dice.pick(composed.action)} ${dice.pick(composed.event)} ${dice.pick(composed.topic)}`
}

function someColumns(
  dice: Dice,
  level: 1 | 2 | 3,
  form: SectionForm,
  years: PlanYears,
  features: string[],
): readonly Column[] {
  const quarters = level > 1 && years.kind === 'calendar' && dice.chance(0.2)
  const hasResult = !dice.chance(level === 1 ? 0.15 : 0.3)
  const hasNumber = level === 1 || form === 'nested' || form === 'numberedRow' || !dice.chance(0.15)
  const heading = (role: ColumnRole): Column => ({ heading: dice.pick(headings[role] as readonly string[]), role })
  const extras =
    level === 1
      ? []
      : dice.sample<ColumnRole>(
          ['coexecutor', 'participants', 'funding', 'place', 'note', 'indicator', 'informationSupport'],
          dice.pick([0, 0, 1, 1, 2]),
        )
  const quarterForm = dice.pick(['I кв.', 'I квартал'])
  const deadline: Column[] = quarters
    ? ['I', 'II', 'III', 'IV'].map(q => ({ heading: quarterForm.replace('I', q), role: 'deadline' as const }))
    : [heading('deadline')]
  if (quarters) features.push('quarter-columns')
  if (!hasResult) features.push('no-result-column')
  for (const role of extras) features.push(`extra:${role}`)
  const rest: Column[][] = [deadline, [heading('responsible')], ...(hasResult ? [[heading('result')]] : [])]
  const tail = level === 1 ? rest : dice.shuffle([...rest, ...extras.map(role => [heading(role)])])
  if (tail[0] !== deadline) features.push('columns-reordered')
  const head: Column[] = [...(form === 'column' ? [heading('section')] : []), ...(hasNumber ? [heading('number')] : [])]
  const titleLate = level === 3 && !quarters && hasNumber && dice.chance(0.15)
  if (titleLate) features.push('title-after-first')
  const body = titleLate
    ? [...(tail[0] as Column[]), heading('title'), ...tail.slice(1).flat()]
    : [heading('title'), ...tail.flat()]
  return [...head, ...body]
}

interface ItemSetting {
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
}

function makeItem(
  dice: Dice,
  s: ItemSetting,
): { readonly item: GoldItem; readonly cells: readonly (readonly string[])[] } {
  const has = (role: ColumnRole) => s.columns.some(c => c.role === role)
  const quarters = s.columns.filter(c => c.role === 'deadline').length === 4
  const marked = quarters ? dice.sample([1, 2, 3, 4], dice.pick([1, 1, 1, 2, 4])).sort() : []
  const mark = dice.pick(['+', '✓', 'х', 'V'])
  const drawn = quarters ? null : someDeadline(dice, s.years, s.level)
  if (drawn && !s.features.includes(`deadline:${drawn.form}`)) s.features.push(`deadline:${drawn.form}`)
  const deadline = drawn?.deadline ?? markedQuarters(s.years.firstYear, marked)
  const responsible = partyCell(dice, s.style, dice.pick([1, 1, 2, 2, 3]))
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
function splitRow(
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
