import type { OrderIssue } from '../contract.ts'
import { type Lint, nameOfItem, placesAt, told } from './finding.ts'

const halfYear = /((?:2|II|второе|втором)(?:-?[ейм]+)?\s+полугоди\p{Ll}\s+(?:20)?(\d{2})\s?[-–/]\s?(?:20)?(\d{2}))/iu
const monthAndYear = /(январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{Ll}*\s+(20\d\d)/giu
const months = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
]

/** A deadline that contradicts the row's own words, or names its dates in the wrong order. */
export const inconsistentPeriod: Lint = understood =>
  understood.order.roadmap.items.flatMap((item, i): OrderIssue[] => {
    const { deadline } = item
    if (!deadline) return []
    const issue = (message: string): OrderIssue => ({
      code: 'inconsistentPeriod',
      severity: 'warning',
      where: nameOfItem(item, understood.order),
      places: placesAt(understood, `/roadmap/items/${i}/deadline`),
      message,
    })
    const printed = [...deadline.sourceText.matchAll(monthAndYear)].map(
      match => Number(match[2]) * 12 + monthOf(match[1] ?? ''),
    )
    if (printed.some((month, k) => k > 0 && month < (printed[k - 1] ?? 0)))
      return [issue(told('reversed', { text: deadline.sourceText }))]
    const texts = [item.title, ...item.results.map(({ sourceText }) => sourceText)]
    const half = texts.map(text => halfYear.exec(text)).find(match => match !== null)
    if (!half || !deadline.end) return []
    const secondHalf = `20${half[3]}`
    return deadline.end < `${secondHalf}-01-01`
      ? [issue(told('otherPeriod', { period: half[1] ?? '', text: deadline.sourceText }))]
      : []
  })

function monthOf(name: string): number {
  const lower = name.toLowerCase()
  return lower.startsWith('ма') && !lower.startsWith('мар') ? 4 : months.findIndex(month => lower.startsWith(month))
}
