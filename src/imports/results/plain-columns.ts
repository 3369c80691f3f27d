import { columnOf, type Headings } from './headings.ts'

/** Columns of the product's own tables with the words that may stand in their headings; the first is printed in the template. */
export const plainColumns = {
  school: /^(код школы|школа|код оо|оо|school|логин)$/,
  year: /^(год|year)$/,
  procedure: /^(процедура|procedure)$/,
  subject: /^(предмет|subject)$/,
  grade: /^(параллель|grade)$/,
  wave: /^(этап|волна|wave)$/,
  class: /^(буква класса|класс с буквой|наименование класса|класс обучения|class)$/,
  participants: /^(участников|участники|количество участников|кол во участников|participants)$/,
  below: /^(ниже|ниже порога|ниже минимума|двоек|получили 2|below)$/,
  mean: /^(средний балл|среднее|mean)$/,
  absent: /^(отсутствовали|отсутствовало|absent)$/,
  code: /^(код участника|код обучающегося|код|code)$/,
  score: /^(первичный балл|итого баллов|всего баллов|score)$/,
  testScore: /^(тестовый балл|test ?score)$/,
  mark: /^(отметка|оценка|mark)$/,
  journal: /^(отметка в журнале|отметка по журналу|отметка за .*|journal)$/,
} as const
export type PlainColumn = keyof typeof plainColumns

/**
 * Places of the product's own columns.
 *
 * @returns −1 for a column that is not there
 */
export function plainColumnsIn(headings: Headings): Readonly<Record<PlainColumn, number>> {
  const places = Object.fromEntries(
    Object.entries(plainColumns).map(([name, pattern]) => [name, columnOf(headings, pattern)]),
  ) as Record<PlainColumn, number>
  // «Класс» may hold «5» as well as «5А»: the number is the grade, and only a letter makes it a class.
  if (places.class < 0) places.class = columnOf(headings, /^класс$/)
  return places
}
