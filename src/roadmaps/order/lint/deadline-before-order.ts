import type { Deadline } from '../../../core/deadlines/index.ts'
import type { PrintedRoadmap } from '../contract.ts'
import { type Lint, nameOfItem, placesAt, printedDate, told } from './finding.ts'

/** A deadline that had passed when the order was signed; the same day is still in time. */
export const deadlineBeforeOrder: Lint = understood => {
  const { date } = understood.order.document
  const { period } = understood.order.roadmap
  if (date === null) return []
  return understood.order.roadmap.items.flatMap((item, i) => {
    const { deadline } = item
    if (!deadline?.end || deadline.recurrence || deadline.end >= date || isOutsidePlan(deadline, period)) return []
    return [
      {
        code: 'deadlineBeforeOrder',
        severity: 'warning',
        where: nameOfItem(item, understood.order),
        places: placesAt(understood, `/roadmap/items/${i}/deadline`),
        message: told('deadlineBeforeOrder', { text: deadline.sourceText, date: printedDate(date) }),
      },
    ]
  })
}

/** A wrong year is told of as such. */
function isOutsidePlan(deadline: Deadline, period: PrintedRoadmap['period']): boolean {
  if (!period?.start || period.inferred || deadline.yearInferred) return false
  return deadline.end !== null && deadline.end < period.start
}
