import type { Layout } from '../layout.ts'
import { plainColumnsIn } from '../plain-columns.ts'

/** The product's own table of counts: school, year, procedure, subject, grade, participants, below[, mean, wave, class, absent]. */
export const plainCounts: Layout = {
  id: 'plain-counts',
  recognise(headings) {
    const { school, participants, below, class: cls, mean, absent, ...facts } = plainColumnsIn(headings)
    if (school < 0 || participants < 0 || (below < 0 && mean < 0)) return null
    const { procedure, subject, grade, year, wave } = facts
    return {
      kind: 'counts',
      school,
      class: cls,
      participants,
      below,
      mean,
      absent,
      facts: { procedure, subject, grade, year, wave },
    }
  },
}
