// The plan of an invented order: sections, items, and the tables that print them. One story.
import { type SectionForm, someColumns } from './compose-columns.ts'
import { makeItem, splitRow } from './compose-item.ts'
import { type PartyCell, somePartyStyle } from './compose-parties.ts'
import type { PlanYears } from './deadlines.ts'
import type { Dice } from './dice.ts'
import type { GoldItem, GoldRoadmap } from './gold.ts'
import type { PrintedRow, PrintedTable } from './printed.ts'
import { composed, subLists, themes } from './words-items.ts'

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
  const shared = level > 1 && !splits && dice.chance(0.3)
  if (shared) features.push('shared-responsible')
  const mergeDown =
    shared || form === 'column'
      ? columns.flatMap((c, i) => (c.role === 'section' || (shared && c.role === 'responsible') ? [i] : []))
      : []
  const quarterColumns = columns.flatMap((c, i) => (c.role === 'deadline' ? [i] : []))
  const headingGroup =
    quarterColumns.length > 1 && dice.chance(0.5)
      ? {
          heading: dice.pick(['Сроки', 'Срок реализации']),
          from: quarterColumns[0] as number,
          span: quarterColumns.length,
        }
      : null
  if (headingGroup) features.push('grouped-heading')

  const sections: GoldRoadmap['sections'][number][] = []
  const items: GoldItem[] = []
  const tables: { caption: string | null; rows: PrintedRow[] }[] = [
    { caption: null, rows: columnNumbers ? [{ kind: 'columnNumbers' }] : [] },
  ]
  const rows = () => (tables.at(-1) as { rows: PrintedRow[] }).rows
  const groups = form === 'none' ? [flatGroup(dice)] : someGroups(dice, form)
  let running = 0
  let sectionNo = 0
  let last: PartyCell | null = null
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
        const { item, cells, party } = makeItem(dice, {
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
          showSection: firstOfSection,
          party: shared && !firstOfSection && dice.chance(0.4) ? last : null,
        })
        last = party
        items.push({ ...item, sectionIndex: sections.length === 0 ? null : sections.length - 1 })
        const split = splits && dice.chance(0.2) ? splitRow(dice, columns, cells, repeatedHeaders) : null
        if (repeatedHeaders && running % 6 === 0 && split === null) rows().push({ kind: 'header' })
        rows().push({ kind: 'item', cells, split })
      })
    })
  }
  return {
    roadmap: { columns, sections, items },
    tables: tables.map(t => ({
      caption: t.caption,
      headings: columns.map(c => c.heading),
      headingGroup,
      mergeDown,
      rows: t.rows,
    })),
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
