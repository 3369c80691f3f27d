import { columnOf } from '../headings.ts'
import type { Layout } from '../layout.ts'

/** «Сравнение отметок»: понизили, подтвердили, повысили; in columns, or one under another below each group. */
export const markComparison: Layout = {
  id: 'mark-comparison',
  recognise(headings) {
    const group = columnOf(headings, /^(группы?( участников)?|groups?|логин( оо| школы)?|школа|оо)$/)
    if (group < 0) return null
    const participants = columnOf(headings, /^((кол во|количество|число) )?(участник\S*|participants|уч)$/)
    const three = [/^понизили/, /^подтвердили/, /^повысили/].map(pattern => columnOf(headings, pattern))
    const [lower = -1, same = -1, higher = -1] = three
    const schools = columnOf(headings, /^((кол во|количество|число) )?(оо|школ|schools)$/)
    const common = { kind: 'mark-comparison', group, schools: schools === group ? -1 : schools, participants } as const
    if (!three.includes(-1)) {
      const inPercent = three.some(at => /%|процент|доля/i.test(headings.printed[at]!))
      return { ...common, lower, same, higher, share: -1, inPercent }
    }
    const share = headings.printed.findIndex(heading => /^\s*(%|доля|процент)/i.test(heading))
    if (participants < 0 || share < 0) return null
    return { ...common, lower: -1, same: -1, higher: -1, share, inPercent: false }
  },
}
