import { columnOf, columnsOf } from '../headings.ts'
import { type Layout, loginCode, noFacts } from '../layout.ts'
import { taskIn } from '../task-heading.ts'

/** Protocol of ВПР 2022: Пользователь … Код, Вариант, `1 (2б)` …, Наименование класса, Отметка за предыдущий …, Итого баллов. */
export const vpr2022: Layout = {
  id: 'vpr-2022',
  recognise(headings) {
    const school = columnOf(headings, /^(пользователь|логин)$/)
    const score = columnOf(headings, /^(итого баллов|итого|сумма баллов)$/)
    const points = columnsOf(headings, /^\S+( \S+)? \d+ ?б$/)
    const code = columnOf(headings, /^код( участника| обучающегося)?$/)
    if (school < 0 || code < 0 || points.length === 0) return null
    return {
      kind: 'participants',
      school,
      schoolCode: loginCode,
      class: columnOf(headings, /^(наименование класса|класс)$/),
      identity: [code],
      identityInstead: [],
      personal: [school, code],
      score,
      testScore: -1,
      mark: columnOf(headings, /^отметка( за впр| за работу)?$/),
      journal: columnOf(headings, /^отметка .*(предыдущ|четверт|триместр|журнал)/),
      variant: columnsOf(headings, /^вариант( \d+)?$/),
      tasks: points.map(at => ({ at, ...taskIn(headings.printed[at]!) })),
      facts: noFacts,
      procedure: 'ВПР',
    }
  },
}
