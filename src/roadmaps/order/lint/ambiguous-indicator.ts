import type { Indicator, OrderIssue } from '../contract.ts'
import { type Lint, nameOfItem, placesAt, told } from './finding.ts'

const boundInRange = /не\s+(?:менее|более|ниже|выше)\s+(?:чем\s+)?(?:\p{L}{1,2}\s+)?\d+\s*%?\s*[-–—]\s*\d+/iu
const count = /^(?:количество|кол-во|число|численность)(?!\p{L})/iu

/** A target that can be read in two ways: a bound given as a range («не менее 30–40 %»), a count given in per cent. */
export const ambiguousIndicator: Lint = understood =>
  understood.order.roadmap.items.flatMap((item, i) =>
    item.indicators.filter(isAmbiguous).map(({ sourceText }): OrderIssue => {
      const places = placesAt(understood, `/roadmap/items/${i}/indicators`)
      const message = told(boundInRange.test(sourceText) ? 'boundInRange' : 'countInPercent', { text: sourceText })
      return {
        code: 'ambiguousIndicator',
        severity: 'info',
        where: nameOfItem(item, understood.order),
        places,
        message,
      }
    }),
  )

function isAmbiguous({ sourceText, unit, values }: Indicator): boolean {
  return boundInRange.test(sourceText) || (count.test(sourceText) && unit === '%' && values.length > 0)
}
