import { columnOf, columnsOf } from '../headings.ts'
import { type Layout, loginCode, noFacts } from '../layout.ts'
import { taskIn } from '../task-heading.ts'

/** Protocol of ВПР 2021: логин школы, номер и код обучающегося, отметка за предыдущую четверть, всего баллов, «балл за 1» …. */
export const vpr2021: Layout = {
  id: 'vpr-2021',
  recognise(headings) {
    const school = columnOf(headings, /^логин( школы| оо)?$/)
    const score = columnOf(headings, /^(всего баллов|сумма баллов|итого баллов)$/)
    const points = columnsOf(headings, /^балл за( задание)? \S+/)
    if (school < 0 || (score < 0 && points.length === 0)) return null
    const number = columnOf(headings, /^номер (обучающегося|участника|ученика)$/)
    const code = columnOf(headings, /^код (обучающегося|участника|ученика)$/)
    if (number < 0 && code < 0) return null
    return {
      kind: 'participants',
      school,
      schoolCode: loginCode,
      class: columnOf(headings, /^(класс|наименование класса)$/),
      identity: code >= 0 ? [code] : [number],
      identityInstead: [number],
      personal: [school, number, code],
      score,
      testScore: -1,
      mark: columnOf(headings, /^отметка( за впр| за работу| по пятибалльной шкале)?$/),
      journal: columnOf(headings, /^отметка .*(предыдущ|четверт|триместр|журнал)/),
      variant: columnsOf(headings, /^вариант( \d+)?$/),
      tasks: points.map(at => ({ at, ...taskIn(headings.printed[at]!) })),
      facts: noFacts,
      procedure: 'ВПР',
    }
  },
}
