import { type Lint, placesAt, printedDate, told } from './finding.ts'

/** Months without a year whose year is not the obvious one: no printed period, or a plan for a year other than the order's. */
export const contextYear: Lint = ({ order, provenance, ...rest }) => {
  const { period, items } = order.roadmap
  const { date } = order.document
  const isInferred = items.some(item => item.deadline?.yearInferred)
  if (!isInferred || !period?.start) return []
  const year = period.start.slice(0, 4)
  const isOther =
    date !== null && !period.inferred && year !== date.slice(0, 4) && (period.end ?? '') > `${date.slice(0, 4)}-12-31`
  if (!period.inferred && !isOther) return []
  const places = placesAt({ order, provenance, ...rest }, '/roadmap/title')
  const message = period.inferred
    ? told('contextYearMissing', { year })
    : told('contextYearOther', { year, date: printedDate(date ?? '') })
  return [{ code: 'contextYear', severity: 'warning', where: told('where.roadmap'), places, message }]
}
