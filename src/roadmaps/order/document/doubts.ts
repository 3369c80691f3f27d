import type { Doubt, Order } from '../contract.ts'
import type { ReadDocument } from './read-document.ts'

/** Places of the document part where the reading is not certain; what is missing comes before what was inferred. */
export function documentDoubts(order: Order, read: ReadDocument): Doubt[] {
  const { document, roadmap } = order
  const doubts: Doubt[] = []
  const add = (path: string, value: string | null, why: string, readings: Doubt['readings'] = []) =>
    doubts.push({ path, places: read.provenance[path] ?? [], read: value ?? '', why, readings })
  if (document.number === null) add('/document/number', null, 'number-missing')
  if (document.date === null) add('/document/date', null, 'date-missing')
  if (document.authority === null) add('/document/authority', null, 'authority-missing')
  if (document.title === null) add('/document/title', null, 'title-missing')
  if (document.clauses.length === 0 && document.docType !== 'план') add('/document/clauses', null, 'clauses-missing')
  const { authority, authorityFull } = document
  if (authority && authorityFull && authority !== authorityFull) {
    add('/document/authority', authority, 'authority-among-several', [
      { label: authority, value: authority },
      { label: authorityFull, value: authorityFull },
    ])
  }
  if (roadmap.period?.inferred)
    add('/roadmap/period', periodText(roadmap.period), 'period-inferred', periodReadings(order))
  return doubts
}

function periodText(period: { start: string | null; end: string | null }): string {
  return `${period.start ?? '…'} – ${period.end ?? '…'}`
}

/** The calendar year of the order, from its date to the end of that year, and the school year it falls into. */
function periodReadings(order: Order): Doubt['readings'] {
  const { date } = order.document
  if (!date) return []
  const year = Number(date.slice(0, 4))
  const schoolStart = Number(date.slice(5, 7)) >= 7 ? year : year - 1
  const periods = [
    { start: `${year}-01-01`, end: `${year}-12-31` },
    { start: date, end: `${year}-12-31` },
    { start: `${schoolStart}-09-01`, end: `${schoolStart + 1}-08-31` },
  ]
  return periods.map(period => ({ label: periodText(period), value: { sourceText: null, ...period, inferred: true } }))
}
