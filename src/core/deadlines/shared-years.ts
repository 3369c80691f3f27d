import type { Item } from './facts.ts'
import type { Span } from './span.ts'
import { type Years, yearOf } from './years.ts'

/** A year printed once serves its neighbours: «2023 год: март, май», «сентябрь, декабрь 2023», «ноябрь 2023, март». */
export function withYearsShared(items: readonly Item[], years: Years): Item[] {
  const isBareYear = (item: Item) =>
    item.span.shape === 'year' && (item.relation === 'within' || item.relation === 'open') && item.span.year !== null
  const isSchoolHeader = (item: Item) =>
    item.span.shape === 'schoolYear' && item.relation === 'within' && item.span.year !== null
  const hasYear = (item: Item) => item.span.year !== null || item.span.school !== null
  const narrower = items.filter(item => !isBareYear(item) && !isSchoolHeader(item))
  const shared: Item[] = []
  let header: Span | null = null
  for (const item of items) {
    const repeated = isBareYear(item) ? inNextYear(shared[shared.length - 1], item) : null
    if (repeated) shared.push(repeated)
    else if ((isBareYear(item) || isSchoolHeader(item)) && narrower.some(other => !hasYear(other))) {
      header = item.span
      if (shared.length > 0 && shared.every(other => !hasYear(other))) {
        for (let i = 0; i < shared.length; i++)
          shared[i] = { ...shared[i]!, span: withYearOf(shared[i]!.span, item.span) }
      }
    } else shared.push(header && !hasYear(item) ? { ...item, span: withYearOf(item.span, header) } : item)
  }
  for (let i = shared.length - 2; i >= 0; i--) {
    const next = shared[i + 1]!
    const item = shared[i]!
    if (!hasYear(item) && hasYear(next)) shared[i] = { ...item, span: before(item.span, next.span, years) }
  }
  for (let i = 1; i < shared.length; i++) {
    const previous = shared[i - 1]!
    const item = shared[i]!
    if (!hasYear(item) && hasYear(previous)) shared[i] = { ...item, span: after(item.span, previous.span, years) }
  }
  return shared
}

/** «апрель 2022, 2023»: a year that follows a dated part of an earlier year repeats that part. */
function inNextYear(dated: Item | undefined, bareYear: Item): Item | null {
  const { year } = bareYear.span
  if (!dated || dated.span.shape === 'year' || dated.span.shape === 'schoolYear' || bareYear.span.yearsOn > 0)
    return null
  if (year === null || dated.span.year === null || dated.span.year >= year || dated.span.yearsOn > 0) return null
  return { ...dated, span: { ...dated.span, year, at: bareYear.span.at, endsAt: bareYear.span.endsAt } }
}

export function withYearOf(span: Span, header: Span): Span {
  if (header.shape === 'schoolYear') return { ...span, school: header.year, ofSchoolYear: true }
  return { ...span, year: header.year }
}

function before(span: Span, next: Span, years: Years): Span {
  if (next.school !== null) return { ...span, school: next.school }
  const year = next.year ?? 0
  const descends = span.from.month > next.from.month
  return { ...span, year: descends && years.start !== null && yearOf(years.start) < year ? year - 1 : year }
}

function after(span: Span, previous: Span, years: Years): Span {
  if (previous.school !== null) return { ...span, school: previous.school }
  const year = (previous.year ?? 0) + previous.yearsOn
  const descends = span.from.month < previous.from.month
  return { ...span, year: descends && years.end !== null && yearOf(years.end) > year ? year + 1 : year }
}
