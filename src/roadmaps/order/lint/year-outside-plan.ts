import { type Lint, nameOfItem, placesAt, printedDate, told } from './finding.ts'

/** A printed year that the plan's printed period does not hold: a plan for 2023 with «01.03-30.12.2022». */
export const yearOutsidePlan: Lint = understood => {
  const { period, items } = understood.order.roadmap
  if (!period?.start || !period.end || period.inferred) return []
  const [start, end] = [period.start, period.end]
  return items.flatMap((item, i) => {
    const { deadline } = item
    if (!deadline || deadline.yearInferred || deadline.recurrence) return []
    const from = deadline.start ?? deadline.end
    const until = deadline.end ?? deadline.start
    if (from === null || until === null || (from <= end && until >= start)) return []
    const correction = deadline.suggestedCorrection
    return [
      {
        code: 'yearOutsidePlan',
        severity: 'error',
        where: nameOfItem(item, understood.order),
        places: placesAt(understood, `/roadmap/items/${i}/deadline`),
        message: told('yearOutsidePlan', {
          text: deadline.sourceText,
          start: printedDate(start),
          end: printedDate(end),
        }),
        suggestion: correction
          ? [correction.start, correction.end].flatMap(date => (date ? [printedDate(date)] : [])).join(' – ')
          : null,
      },
    ]
  })
}
