import { columnOf } from '../headings.ts'
import type { Layout } from '../layout.ts'

/** «Статистика по отметкам»: groups, number of schools, number of participants, and shares of «2», «3», «4», «5» in per cent. */
export const markShares: Layout = {
  id: 'mark-shares',
  recognise(headings) {
    const group = columnOf(headings, /^(группы?( участников)?|groups?|логин( оо| школы)?|школа|оо)$/)
    const participants = columnOf(headings, /^((кол во|количество|число) )?(участник\S*|participants)$/)
    const marks = [2, 3, 4, 5].map(mark =>
      columnOf(headings, new RegExp(`^(доля |процент |распределение )?(отметк\\S* |групп\\S* )?${mark}( в)?$`)),
    )
    if (group < 0 || participants < 0 || marks.includes(-1)) return null
    const schools = columnOf(headings, /^((кол во|количество|число) )?(оо|школ|schools)$/)
    return { kind: 'mark-shares', group, schools: schools === group ? -1 : schools, participants, marks }
  },
}
