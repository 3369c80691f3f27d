import { type IsoDate, isoDate } from '../../../core/base/index.ts'
import { type Deadline, type DeadlineContext, type ReadDeadline, readDeadline } from '../../../core/deadlines/index.ts'
import type { TableContext } from '../contract.ts'
import { isMark, isNoMark, looksLikeDeadline } from './cell-content.ts'
import { deadlineOfMarks } from './marks.ts'
import { looksLikeParties } from './parties/read-parties.ts'
import type { PrintedItem } from './read-rows.ts'

/**
 * The deadline of an item from all its columns of deadlines: one text, a beginning and an end, marks under quarters and months, or dates
 * written under years.
 *
 * @returns null when all these cells are empty
 */
export function deadlineOf(printed: PrintedItem, all: readonly number[], context: TableContext): ReadDeadline | null {
  const dates = datesOf(context)
  const { periods, headings, combined } = printed.columns
  const text = (column: number): string => {
    const printedText = oneLine((printed.lines[column] ?? []).join('\n'))
    return combined.has(column) ? partedCell(printedText).deadline : printedText
  }
  const plain = all.filter(column => !periods[column] && text(column) !== '')
  const marked = all.flatMap(column => {
    const period = periods[column]
    return period && isMark(text(column)) ? [period] : []
  })
  const written = all.filter(
    column => periods[column] && text(column) !== '' && !isMark(text(column)) && !isNoMark(text(column)),
  )
  if (plain.length === 0 && marked.length > 0 && written.length === 0) return asRead(deadlineOfMarks(marked, dates))
  const texts = [...plain.map(text), ...written.map(column => withYear(text(column), periods[column]?.year ?? null))]
  if (texts.length === 0) return null
  const startAt = plain.find(column => /начал/iu.test(headings[column] ?? ''))
  const endAt = plain.find(column => /оконч|заверш|конец/iu.test(headings[column] ?? ''))
  if (startAt !== undefined && endAt !== undefined) return readDeadline(`${text(startAt)} - ${text(endAt)}`, dates)
  return readDeadline([...new Set(texts)].join(', '), dates)
}

/**
 * The deadline that stands in brackets at the end of a title, in a plan without a column of deadlines. It is taken out of the title where
 * the heading announces it («Мероприятие, срок»).
 *
 * @example deadlineInTitle('Семинар (до 1 марта)', 'Мероприятие, срок', context)?.title // 'Семинар'
 */
export function deadlineInTitle(
  title: string,
  heading: string,
  context: TableContext,
): { readonly title: string; readonly deadline: ReadDeadline } | null {
  const inner = /\(([^()]+)\)[\s.;]*$/u.exec(title)
  const printed = inner?.[1]?.trim() ?? ''
  const isAnnounced = /срок|дата|врем/iu.test(heading)
  if (!inner || !looksLikeDeadline(printed) || (!isAnnounced && /^(?:19|20)\d\d/.test(printed))) return null
  const deadline = readDeadline(printed, datesOf(context))
  if (deadline.deadline.kind === 'none') return null
  return { title: isAnnounced ? title.slice(0, inner.index).trim() : title, deadline }
}

const month = String.raw`(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{Ll}*`
const calendarTitle = new RegExp(
  String.raw`^(?:(?:[ivx]{1,3}|\d)(?:-?\p{Ll}{1,2})?\s+(?:квартал|полугодие|четверть|триместр)|${month}(?:\s*[-–—,]\s*${month})?)` +
    String.raw`(?:\s+20\d\d(?:\s*[/–-]\s*(?:20)?\d\d)?)?(?:\s*(?:г\.?|года?|уч\.?\s*г\.?|учебн\p{Ll}+\s+года?))?$`,
  'iu',
)

/**
 * The deadline of an item in a plan whose sections are its calendar («Февраль», «II квартал 2024 года»).
 *
 * @param titles of the section and of those it stands in, the nearest first
 */
export function deadlineOfSections(titles: readonly string[], context: TableContext): ReadDeadline | null {
  const title = calendarOf(titles)
  return title === undefined ? null : readDeadline(title, datesOf(context))
}

function calendarOf(titles: readonly string[]): string | undefined {
  return titles.find(each => calendarTitle.test(each.trim()))
}

/**
 * The deadline of a cell that leaves its month to the section: «2 неделя», «до 15 числа» under «Сентябрь». A cell that says a date or how
 * often is left as it was read; an empty one has the deadline of the section.
 */
export function deadlineUnderSections(
  own: ReadDeadline | null,
  titles: readonly string[],
  context: TableContext,
): ReadDeadline | null {
  const title = calendarOf(titles)
  if (title === undefined) return own
  if (own === null) return readDeadline(title, datesOf(context))
  const { sourceText, kind, start, end } = own.deadline
  const isOpen = start === null && end === null && ['none', 'event', 'recurring'].includes(kind)
  if (!isOpen || /кажд|еже|постоянн|по\s+\p{Ll}+ам(?!\p{Ll})|\d\s?раз/iu.test(sourceText)) return own
  const days = sourceText.replace(/(?<=\d)(?:-?го)?\s+числ\p{Ll}*$/u, '')
  const inMonth = readDeadline(`${days} ${title}`, datesOf(context))
  const { deadline, doubt } = inMonth
  const isDated = deadline.end !== null && ['by', 'on', 'window', 'month'].includes(deadline.kind)
  if (!isDated || doubt?.why === 'partly-recognised') return own
  return { ...inMonth, deadline: { ...deadline, sourceText } }
}

function datesOf(context: TableContext): DeadlineContext {
  return {
    planStart: asDate(context.planStart),
    planEnd: asDate(context.planEnd),
    orderDate: asDate(context.orderDate),
  }
}

/** «март» under «2025 год» is «март 2025». */
function withYear(text: string, year: number | null): string {
  return year === null || /20\d\d/.test(text) ? text : `${text} ${year}`
}

/**
 * Parts a cell of «Срок, ответственный» into the one and the other.
 *
 * @example partedCell('до 5 мая, директора школ') // { deadline: 'до 5 мая', parties: 'директора школ' }
 */
export function partedCell(text: string): { readonly deadline: string; readonly parties: string } {
  const pieces = text.split(/(?<=[,;\n])\s*/u).map(piece => piece.trim())
  const isDate = (piece: string): boolean => looksLikeDeadline(piece) && !looksLikeParties(piece)
  const join = (list: readonly string[]): string => list.join(' ').replace(/[,;\s]+$/, '')
  return { deadline: join(pieces.filter(isDate)), parties: join(pieces.filter(piece => !isDate(piece))) }
}

function asRead(deadline: Deadline | null): ReadDeadline | null {
  return deadline && { deadline }
}

function asDate(text: string | null): IsoDate | null {
  return text === null ? null : isoDate(text)
}

/** Lines joined as a person reads them: a word wrapped with a hyphen is not put together, because a hyphen may be its own. */
export function oneLine(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}
