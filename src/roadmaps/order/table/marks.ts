import { dateOf, type IsoDate, lastDayOfMonth } from '../../../core/base/index.ts'
import type { Deadline, DeadlineContext, DeadlinePart } from '../../../core/deadlines/contract.ts'
import type { HeadingPeriod } from './headings.ts'

/**
 * The deadline that marks in columns of quarters or months tell: one mark is that quarter or month, several are a `multi` of them.
 * A heading without a year takes it from the plan: of a plan over two calendar years (a school year) the months from its first month on
 * belong to the first year.
 *
 * @returns null when no column is marked
 */
export function deadlineOfMarks(marked: readonly HeadingPeriod[], context: DeadlineContext): Deadline | null {
  if (marked.length === 0) return null
  const sourceText = marked.map(period => labelOf(period)).join(', ')
  const parts = marked
    .map(period => partOf(period, context))
    .sort((a, b) => (a.start ?? '').localeCompare(b.start ?? ''))
  const yearInferred = marked.some(period => period.year === null) && parts.some(part => part.start !== null)
  const [only] = parts
  const hull = {
    start: only?.start ?? null,
    end:
      parts
        .map(part => part.end)
        .sort((a, b) => (a ?? '').localeCompare(b ?? ''))
        .at(-1) ?? null,
  }
  const common = { sourceText, ...hull, recurrence: null, conditionalNote: null, yearInferred }
  if (parts.length === 1) return { ...common, kind: kindOf(marked[0]!) }
  return { ...common, kind: 'multi', parts }
}

function kindOf(period: HeadingPeriod): Deadline['kind'] {
  return period.kind === 'month' ? 'month' : period.kind === 'quarter' ? 'quarter' : 'window'
}

function partOf(period: HeadingPeriod, context: DeadlineContext): DeadlinePart {
  const year = period.year ?? yearOf(period, context)
  const label = labelOf(period)
  if (year === null) return { start: null, end: null, label }
  const [lastYear, last] = period.last > 12 ? [year + 1, period.last - 12] : [year, period.last]
  return { start: dateOf(year, period.first, 1), end: dateOf(lastYear, last, lastDayOfMonth(lastYear, last)), label }
}

function yearOf(period: HeadingPeriod, context: DeadlineContext): number | null {
  const start: IsoDate | null = context.planStart ?? context.orderDate
  if (start === null) return null
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))]
  const endYear = context.planEnd ? Number(context.planEnd.slice(0, 4)) : year
  const overNewYear = endYear === year + 1 && month >= 7
  return overNewYear && period.last < month ? year + 1 : year
}

/** «II квартал» also where the column says only «II» under «Квартал». */
function labelOf(period: HeadingPeriod): string {
  const label = period.label.trim()
  return period.kind === 'quarter' && !/кв/iu.test(label) ? `${label} квартал` : label
}
