import type { Item, Section, UnderstandTable } from '../contract.ts'
import { printedColumns } from './columns.ts'
import { peopleOf, understandItem } from './items.ts'
import { nameVariants, withLikelyName } from './parties/name-variants.ts'
import { readRows } from './read-rows.ts'
import { tableDoubts } from './table-doubts.ts'
import { tableIssues } from './table-issues.ts'

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
    doubts: tableDoubts(read),
    issues: tableIssues(rows, read, variants),
    used: rows.used,
    wording: rows.wording,
  }
}

/** Titles of a section and of those it stands in, the nearest first. */
function titlesOver(sections: readonly Section[], index: number | null): string[] {
  const section = index === null ? undefined : sections[index]
  return section ? [section.title, ...titlesOver(sections, section.parentIndex ?? null)] : []
}
