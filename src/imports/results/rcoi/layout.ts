import { columnOf } from '../headings.ts'
import { type Layout, noFacts } from '../layout.ts'

/**
 * ЕГЭ and ОГЭ as regional centres give them: №; Код МСУ; Код ОО; Класс; Код ППЭ; Аудитория; names; passport; answers; Первичный балл; Балл.
 * Columns are found by their headings, so the sparse form with every second column empty is the same. The strings of answers are not points.
 */
export const rcoi: Layout = {
  id: 'rcoi',
  recognise(headings) {
    const school = columnOf(headings, /^код (оо|оу|школы)$/)
    const score = columnOf(headings, /^первичн\S* балл\S*$/)
    if (school < 0 || score < 0 || columnOf(headings, /^(фамилия|код ппэ|аудитория)$/) < 0) return null
    // The product's own table tells procedure and year row by row; surnames that somebody added do not make it a protocol of an examination.
    if (columnOf(headings, /^процедура$/) >= 0 && columnOf(headings, /^год$/) >= 0) return null
    const names = [/^фамилия$/, /^имя$/, /^отчество$/].map(pattern => columnOf(headings, pattern))
    const [series = -1, number = -1] = [/^серия/, /^номер/].map(pattern => columnOf(headings, pattern))
    const places = [/^класс$/, /^код ппэ$/, /^аудитория$/].map(pattern => columnOf(headings, pattern))
    const isThere = (at: number) => at >= 0
    return {
      kind: 'participants',
      school,
      schoolCode: /^\d{2,9}$/,
      class: columnOf(headings, /^класс$/),
      identity: number >= 0 ? [series, number].filter(isThere) : [],
      identityInstead: [...names, ...places].filter(isThere),
      personal: [...names, series, number, school],
      score,
      testScore: columnOf(headings, /^(балл|тестовый балл|итоговый балл|балл по 100 балльной шкале)$/),
      mark: columnOf(headings, /^(оценка|отметка)/),
      journal: -1,
      variant: [columnOf(headings, /^вариант$/)].filter(isThere),
      tasks: [],
      facts: noFacts,
      words: names.filter(isThere),
      numbers: [/^no( п п)?$/, /^код мсу$/, /^код ппэ$/].map(pattern => columnOf(headings, pattern)).filter(isThere),
      procedure: null,
    }
  },
}
