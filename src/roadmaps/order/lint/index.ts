import type { SourceDocument } from '../../../core/document-model/index.ts'
import type { OrderIssue, UnderstoodOrder } from '../contract.ts'
import { leavesOf } from '../document/lines.ts'
import { withTwin } from '../twin-texts.ts'
import { abbreviation } from './abbreviation.ts'
import { actAfterOrder } from './act-after-order.ts'
import { ambiguousIndicator } from './ambiguous-indicator.ts'
import { clauseNumbering } from './clause-numbering.ts'
import { contextYear } from './context-year.ts'
import { deadlineBeforeOrder } from './deadline-before-order.ts'
import type { Lint } from './finding.ts'
import { inconsistentPeriod } from './inconsistent-period.ts'
import { missingAppendix } from './missing-appendix.ts'
import { missingPart } from './missing-part.ts'
import { missingResultColumn } from './missing-result-column.ts'
import { mixedLetters } from './mixed-letters.ts'
import { noController } from './no-controller.ts'
import { noLead } from './no-lead.ts'
import { orgVariant } from './org-variant.ts'
import { targetMissed } from './target-missed.ts'
import { truncatedText } from './truncated-text.ts'
import { unbalancedQuotes } from './unbalanced-quotes.ts'
import { undatableDeadline } from './undatable-deadline.ts'
import { yearMissing } from './year-missing.ts'
import { yearOutsidePlan } from './year-outside-plan.ts'

/** Every kind of defect, one file each. */
const kinds: readonly Lint[] = [
  missingPart,
  missingAppendix,
  clauseNumbering,
  actAfterOrder,
  contextYear,
  yearMissing,
  yearOutsidePlan,
  deadlineBeforeOrder,
  inconsistentPeriod,
  undatableDeadline,
  truncatedText,
  targetMissed,
  ambiguousIndicator,
  missingResultColumn,
  noController,
  noLead,
  orgVariant,
  abbreviation,
  mixedLetters,
  unbalancedQuotes,
]

const weight: Readonly<Record<OrderIssue['severity'], number>> = { error: 0, warning: 1, info: 2 }

/**
 * Lists the order's own defects, errors first: those that the reading of the table noted (`order.issues`) and those of every kind here.
 * Each says in Russian (and beside it in English) what is wrong, names the spot for people, and gives the ids and lines of the places in the text. Pure; linting a
 * linted order finds the same.
 *
 * @example lintOrder(understandOrder(source), source)[0] // { code: 'yearOutsidePlan', severity: 'error', where: 'мероприятие 30', … }
 */
export function lintOrder(understood: UnderstoodOrder, source: SourceDocument): OrderIssue[] {
  return defectsOf(understood, source).map(withTwin)
}

/** The same without the English words: what an understood order carries itself. */
export function defectsOf(understood: UnderstoodOrder, source: SourceDocument): OrderIssue[] {
  const lines = linesByPlace(source)
  const found = [...understood.order.issues, ...kinds.flatMap(kind => kind(understood, source))]
  const unique = new Map(
    found.map(issue => [`${issue.code}|${issue.where}|${issue.message}|${issue.places?.[0] ?? ''}`, issue]),
  )
  return [...unique.values()]
    .map(issue => withLines(issue, lines))
    .sort((a, b) => weight[a.severity] - weight[b.severity])
}

function linesByPlace(source: SourceDocument): Map<string, readonly number[]> {
  const lines = new Map<string, readonly number[]>()
  for (const block of source.blocks) {
    if (block.kind === 'table') for (const row of block.rows) lines.set(row.place.id, row.place.lines ?? [])
    if (block.kind === 'paragraph') lines.set(block.place.id, block.place.lines ?? [])
  }
  for (const leaf of leavesOf(source.blocks)) if (leaf.place.lines) lines.set(leaf.place.id, leaf.place.lines)
  return lines
}

/** Lines of the text file; a place inside a row has the lines of the row when it has none of its own. */
function withLines(issue: OrderIssue, lines: ReadonlyMap<string, readonly number[]>): OrderIssue {
  const all = (issue.places ?? []).flatMap(
    place => lines.get(place) ?? lines.get(place.split('.').slice(0, 2).join('.')) ?? [],
  )
  const sorted = [...new Set(all)].sort((a, b) => a - b)
  return sorted.length ? { ...issue, lines: sorted } : issue
}
