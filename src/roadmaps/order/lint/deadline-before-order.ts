import { type Lint, nameOfItem, placesAt, printedDate, told } from './finding.ts'

/** A deadline that had passed when the order was signed; the same day is still in time. */
export const deadlineBeforeOrder: Lint = understood => {
  const { date } = understood.order.document
  if (date === null) return []
  return understood.order.roadmap.items.flatMap((item, i) => {
    const { deadline } = item
    if (!deadline?.end || deadline.recurrence || deadline.end >= date) return []
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
