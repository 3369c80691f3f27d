import { type Lint, placesAt, told } from './finding.ts'

/** An appendix that a clause names and that is not in the file. */
export const missingAppendix: Lint = understood =>
  understood.order.document.appendices.flatMap((appendix, i) => {
    if (appendix.present) return []
    const where = appendix.referencedInClause
      ? told('where.clause', { number: appendix.referencedInClause })
      : told('where.document')
    const message = told('missingAppendix', { number: appendix.number ?? 'none' })
    return [
      {
        code: 'missingAppendix',
        severity: 'warning',
        where,
        places: placesAt(understood, `/document/appendices/${i}`),
        message,
      },
    ]
  })
