import { columnsOf } from '../headings.ts'
import type { Layout } from '../layout.ts'
import { plainColumnsIn } from '../plain-columns.ts'
import { taskIn } from '../task-heading.ts'

/** What a school's code looks like where any register's may stand: a login, a number, «СОШ № 5»; never other words, which may be a name. */
export const anyCode =
  /^(?=.{1,32}$)((?=.*\d)[a-z0-9][a-z0-9._/-]*|([а-я]{1,2}|шк|школа|сош|оош|нош|лицей|гимназия|мбоу|маоу|мкоу|моу)[-. №]{0,3}\d{1,9})$/i

/** The product's own table of participants: a row for each, with a code that is forgotten while the file is read. */
export const plainParticipants: Layout = {
  id: 'plain-participants',
  recognise(headings) {
    const { school, class: cls, code, score, testScore, mark, journal, ...facts } = plainColumnsIn(headings)
    const points = columnsOf(headings, /^(балл за|задание|task) .+$|^\S+( \S+)? \d+ ?б$/)
    if (school < 0 || (score < 0 && testScore < 0 && mark < 0 && points.length === 0)) return null
    const { procedure, subject, grade, year, wave } = facts
    return {
      kind: 'participants',
      school,
      schoolCode: anyCode,
      class: cls,
      identity: code >= 0 ? [code] : [],
      identityInstead: [],
      personal: [school, code, ...columnsOf(headings, /^(фио|фамилия|имя|отчество|серия|номер|снилс|дата рождения)/)],
      score,
      testScore,
      mark,
      journal,
      variant: columnsOf(headings, /^(вариант|присутствие|явка)( \d+)?$/),
      tasks: points.map(at => ({ at, ...taskIn(headings.printed[at]!) })),
      facts: { procedure, subject, grade, year, wave },
      procedure: null,
    }
  },
}
