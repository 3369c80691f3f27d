import type { OrderIssue } from '../contract.ts'
import { type Lint, nameOfItem, placesAt, told } from './finding.ts'

/** A deadline that depends on something outside the plan or could not be read; «постоянно» and «ежегодно» are datable by checkpoints. */
export const undatableDeadline: Lint = understood =>
  understood.order.roadmap.items.flatMap((item, i): OrderIssue[] => {
    const { deadline } = item
    if (!deadline || deadline.sourceText === '' || deadline.start !== null || deadline.end !== null) return []
    const where = nameOfItem(item, understood.order)
    const places = placesAt(understood, `/roadmap/items/${i}/deadline`)
    if (deadline.kind === 'none' && item.number === null) {
      return [
        {
          code: 'noiseRow',
          severity: 'warning',
          where,
          places,
          message: told('noiseRow', { text: deadline.sourceText }),
        },
      ]
    }
    if (deadline.kind !== 'none' && deadline.kind !== 'event' && deadline.kind !== 'byExternalSchedule') return []
    return [
      { code: 'other', severity: 'info', where, places, message: told('undatable', { text: deadline.sourceText }) },
    ]
  })
