import type { LegalAct, OrderIssue } from '../contract.ts'
import { type Lint, placesAt, printedDate, short, told } from './finding.ts'

/** An act that the order rests on and that was signed after it: the text was changed after approval, or a date is wrong. */
export const actAfterOrder: Lint = understood => {
  const { document, passport } = understood.order
  const { date } = document
  if (date === null) return []
  const late = (act: LegalAct, where: string, places: string[], severity: OrderIssue['severity']): OrderIssue[] => {
    if (!act.date || act.date <= date) return []
    const message = told('actAfterOrder', {
      act: printedDate(act.date),
      date: printedDate(date),
      text: short(act.text),
    })
    return [{ code: 'actAfterOrder', severity, where, places, message }]
  }
  const basis = placesAt(understood, '/document/legalBasis')
  return [
    ...document.legalBasis.flatMap(act => late(act, told('where.preamble'), basis, 'error')),
    ...(passport?.legalFramework ?? []).flatMap((act, i) =>
      late(act, told('where.passport'), placesAt(understood, `/passport/legalFramework/${i}`), 'warning'),
    ),
  ]
}
