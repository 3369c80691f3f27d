import { translator } from '../../../core/base/index.ts'
import type { Doubt, Item, Section, UnderstandTable } from '../contract.ts'
import { printedColumns } from './columns.ts'
import { peopleOf, type UnderstoodItem, understandItem } from './items.ts'
import { nameVariants, withLikelyName } from './parties/name-variants.ts'
import { readRows } from './read-rows.ts'
import { tableIssues } from './table-issues.ts'
import { tableTexts } from './texts.ts'

export { findPlan } from './find-plan.ts'

/**
 * Reads the plan that `findPlan` found: its columns, sections and items, with the place of everything that was read, the doubtful
 * places and the defects of the table itself.
 *
 * @param plan the answer of `findPlan` for the same blocks
 * @returns pointers of `provenance` and `doubts` are relative to the roadmap: `/items/3/deadline`, `/sections/0`, `/columns/2`
 * @example understandTable(blocks, findPlan(blocks), context).items.length
 */
export const understandTable: UnderstandTable = (blocks, plan, context) => {
  const rows = readRows(blocks, plan)
  const read = rows.items.map(printed =>
    understandItem(printed, context, titlesOver(rows.tree.sections, printed.sectionIndex)),
  )
  const { likely, variants } = nameVariants(peopleOf(read))
  const items = read.map(
    ({ item }): Item => ({ ...item, responsible: item.responsible.map(party => withLikelyName(party, likely)) }),
  )
  const provenance: Record<string, readonly string[]> = {}
  rows.columns[0]?.headerPlaces.forEach((places, column) => {
    if (places.length > 0) provenance[`/columns/${column}`] = places
  })
  rows.tree.places.forEach((places, index) => {
    provenance[`/sections/${index}`] = places
  })
  read.forEach(({ places }, index) => {
    for (const [pointer, ids] of Object.entries(places))
      if (ids.length > 0) provenance[`/items/${index}${pointer}`] = ids
  })
  return {
    columns: rows.columns[0] ? printedColumns(rows.columns[0]) : [],
    sections: rows.tree.sections,
    items,
    provenance,
    doubts: read.flatMap((one, index) => doubtsOf(one, index, read[index - 1])),
    issues: tableIssues(rows, read, variants),
    used: rows.used,
  }
}

/** Titles of a section and of those it stands in, the nearest first. */
function titlesOver(sections: readonly Section[], index: number | null): string[] {
  const section = index === null ? undefined : sections[index]
  return section ? [section.title, ...titlesOver(sections, section.parentIndex ?? null)] : []
}

function doubtsOf(one: UnderstoodItem, index: number, before: UnderstoodItem | undefined): Doubt[] {
  const doubts: Doubt[] = []
  const say = translator(tableTexts, 'ru')
  const { item, printed, deadline } = one
  const path = `/items/${index}`
  if (printed.unnumbered && before) {
    const { item: above } = before
    doubts.push({
      path,
      places: printed.rows,
      read: item.title,
      why: 'item-without-number',
      readings: [
        { label: say('newItem'), value: item },
        { label: say('continuation'), value: { ...above, title: `${above.title} ${item.title}` } },
      ],
    })
  }
  if (printed.shifted)
    doubts.push({
      path,
      places: printed.rows,
      read: item.title,
      why: 'columns-shifted',
      readings: [{ label: say('asRead'), value: item }],
    })
  if (deadline?.doubt) {
    doubts.push({
      path: `${path}/deadline`,
      places: one.places['/deadline'] ?? printed.rows,
      read: deadline.deadline.sourceText,
      why: `deadline-${deadline.doubt.why}`,
      readings: [deadline.deadline, ...deadline.doubt.readings.filter(other => other !== deadline.deadline)].map(
        value => ({
          label: value.kind === 'none' ? value.sourceText : `${value.start ?? '…'} – ${value.end ?? '…'}`,
          value,
        }),
      ),
    })
  }
  if (one.glued) {
    const text = item.responsible.map(party => party.sourceText).join(' ')
    doubts.push({
      path: `${path}/responsible`,
      places: one.places['/responsible'] ?? printed.rows,
      read: item.responsible.map(party => party.sourceText).join(' | '),
      why: 'parties-without-separator',
      readings: [
        { label: say('severalParties', { text: item.responsible.length }), value: item.responsible },
        { label: say('oneParty'), value: [{ sourceText: text, kind: 'organisation' }] },
      ],
    })
  }
  if (printed.columns.guessed.size > 0 && index === 0) {
    doubts.push({
      path: '/columns',
      places: printed.rows,
      read: printedColumns(printed.columns)
        .map(column => column.role)
        .join(', '),
      why: 'columns-by-content',
      readings: [{ label: say('asRead'), value: printedColumns(printed.columns) }],
    })
  }
  return doubts
}
