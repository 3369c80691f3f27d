import { columnOf, columnsOf } from '../headings.ts'
import { type Layout, loginCode, noFacts } from '../layout.ts'

/** Protocol of ВПР 2020: `groups, user, id, code, otc, gender, klass, var-1, var-2, sum, a-1-grade …`. */
export const vpr2020: Layout = {
  id: 'vpr-2020',
  recognise(headings) {
    const school = columnOf(headings, /^user$/)
    const score = columnOf(headings, /^sum$/)
    const points = columnsOf(headings, /^a \S+( \S+)* grade$/)
    if (school < 0 || score < 0 || points.length === 0) return null
    const [id, code] = [columnOf(headings, /^id$/), columnOf(headings, /^code$/)]
    return {
      kind: 'participants',
      school,
      schoolCode: loginCode,
      class: columnOf(headings, /^klass$/),
      identity: code >= 0 ? [code] : [id],
      identityInstead: [id],
      personal: [school, id, code],
      score,
      testScore: -1,
      mark: columnOf(headings, /^mark$/),
      journal: columnOf(headings, /^otc$/),
      variant: columnsOf(headings, /^var \d+$/),
      tasks: points.map(at => ({ at, code: headings.plain[at]!.slice(2, -6).replaceAll(' ', '.'), max: null })),
      facts: noFacts,
      procedure: 'ВПР',
    }
  },
}
