import { cyrillic } from '../../../core/russian/index.ts'

/** What a cell looks like by itself, whatever stands over its column. Texts are plain (one line, no mark-up). */

const number = /^(?:№\s*)?(?:\d{1,3}(?:\s*\.\s*\d{1,3}){0,4}|[IVX]{1,5}(?:\.\d{1,3}){0,3}|[а-яa-z])\s*[.)]?$/iu

/** «1», «2.1.», «3)», «IV», «а)». */
export function looksLikeNumber(text: string): boolean {
  return text.length < 16 && number.test(text)
}

const month = 'январ|феврал|март|апрел|ма[йяе](?![а-я])|июн|июл|август|сентябр|октябр|ноябр|декабр'
const deadlineCue = new RegExp(
  [
    `(?<![а-я])(?:${month})`,
    String.raw`(?<!\d)\d{1,2}[.,/]\d{1,2}(?:[.,/]\d{2,4})?(?!\d)`,
    String.raw`(?<!\d)(?:19|20)\d\d(?!\d)`,
    'квартал|полугоди|ежегодн|ежемесячн|ежеквартальн|еженедельн|ежедневн|постоянн|систематическ|регулярно|весь период',
    'в течени[еи]|по (?:отдельному )?(?:графику|плану|расписанию|мере|итогам|результатам|согласованию|факту|необходимости|запрос)',
    '(?:в соответствии с|согласно) .{0,40}(?:график|расписани|план|срок)',
    String.raw`(?<![а-я])раз(?:а)? в |(?:календарн|рабочи|учебн)\S* (?:дн|год|недел)`,
    'не позднее|до конца|до начала|после (?:проведени|получени|окончани|утверждени|подписани)|в срок|каникул|единовременно|однократно|учебного года|недел[яию]|месяц[а-я]{0,2}$',
  ].join('|'),
  'iu',
)

/** Is it the sort of text that stands in a column of deadlines? */
export function looksLikeDeadline(text: string): boolean {
  return text !== '' && text.length < 160 && deadlineCue.test(cyrillic(text).toLowerCase())
}

const mark = /^(?:\+|[xх*vv✓✔☑√●■▪••◆★]|да)$/iu
const noMark = /^(?:[-–—−]|нет)$/u

/** A sign that says «in this period»: +, ✓, х. */
export function isMark(text: string): boolean {
  return mark.test(text.trim())
}

/** A dash that says «not in this period». */
export function isNoMark(text: string): boolean {
  return noMark.test(text.trim())
}

/** «-//-», «то же», «″»: as in the row above. */
export function isDitto(text: string): boolean {
  return /^(?:то же|[-–—\s]*(?:\/\/|["″〃“”»«'’]{1,2})[-–—\s]*|там же)$/iu.test(text.trim())
}

/** Rows of page furniture: page numbers, «Продолжение таблицы», «Итого». */
export function isFurniture(text: string): boolean {
  return /^(?:[-–—]?\s*\d{1,3}\s*[-–—]?|стр(?:аница|\.)?\s*\d+.*|\(?(?:продолжение|окончание)\s+(?:таблиц|приложени|план)\S*.*|(?:итого|всего)(?:[\s:.].*)?|\*.*|(?:примечани[ея]|сокращения|условные обозначения)(?:[\s:].*)?|приложение(?:\s*№?\s*\d+)?(?:\s+к\s.*)?|к приказу\s.*)$/iu.test(
    text.trim(),
  )
}

/** Begins in the middle of a sentence: small letter, closing sign, figure with a small letter after it. */
export function beginsInside(text: string): boolean {
  return /^[а-яёa-z,;.:)»%]/u.test(text)
}

/** Ends in the middle of a sentence: comma, hyphen, open quote, preposition or conjunction. */
export function endsInside(text: string): boolean {
  return /(?:[,(«–—-]|(?:^|\s)(?:в|во|на|по|с|со|и|или|для|о|об|от|из|к|ко|за|при|под|над|у|до|не|а|их|его|через|между))$/iu.test(
    text,
  )
}
