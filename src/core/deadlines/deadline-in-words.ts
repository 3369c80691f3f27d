import { dateFormat, type IsoDate, type Lang, lastDayOfMonth, localeOf, translator } from '../base/index.ts'
import type { Deadline, Recurrence } from './contract.ts'
import { deadlineTexts } from './texts.ts'

/**
 * Says a deadline as a person would: the reading, not the printed words.
 *
 * @example deadlineInWords({ kind: 'by', start: null, end: '2023-02-15', … }, 'ru') // 'до 15 февраля 2023'
 */
export function deadlineInWords(deadline: Deadline, lang: Lang): string {
  const say = translator(deadlineTexts, lang)
  const note = deadline.conditionalNote ?? ''
  const dated = wordsOf(deadline, lang)
  if (dated === null) {
    if (deadline.kind === 'none' && !/\p{L}/u.test(deadline.sourceText)) return say('none')
    const why = note || deadline.sourceText
    return why ? say('undated', { note: why }) : say('undatedPlain')
  }
  return note ? say('noted', { words: dated, note }) : dated
}

function wordsOf(deadline: Deadline, lang: Lang): string | null {
  const say = translator(deadlineTexts, lang)
  const { kind, start, end } = deadline
  switch (kind) {
    case 'by':
      return end && say('by', { date: dayInWords(end, lang) })
    case 'multi': {
      const parts = (deadline.parts ?? [])
        .map(part => spanInWords(part.start, part.end, lang))
        .filter(part => part !== null)
      return parts.length > 0 ? parts.join(', ') : spanInWords(start, end, lang)
    }
    case 'recurring':
      return recurringInWords(deadline, lang)
    case 'continuous':
      return throughout(start, end, lang)
    case 'on':
    case 'window':
    case 'month':
    case 'quarter':
    case 'byExternalSchedule':
      return spanInWords(start, end, lang)
    case 'event':
    case 'none':
      return null
  }
}

function throughout(start: IsoDate | null, end: IsoDate | null, lang: Lang): string {
  const say = translator(deadlineTexts, lang)
  if (start === null || end === null) return start ? say('from', { start: dayInWords(start, lang) }) : say('always')
  const year = start.slice(0, 4)
  if (start.endsWith('-01-01') && end === `${year}-12-31`) return say('duringYear', { year })
  if (isSchoolYear(start, end)) return say('duringSchoolYear', { first: year, second: end.slice(2, 4) })
  return say('during', { span: spanInWords(start, end, lang) })
}

// ---------------------------------------------------------------- spans

function dayInWords(date: IsoDate, lang: Lang): string {
  const shape = dateFormat(localeOf[lang], {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return `${shape.format(new Date(`${date}T00:00:00Z`))} ${date.slice(0, 4)}`
}

function monthInWords(date: IsoDate, lang: Lang): string {
  const shape = dateFormat(localeOf[lang], { month: 'long', timeZone: 'UTC' })
  return shape.format(new Date(`${date}T00:00:00Z`))
}

/** Whole months, quarters, halves and years are named; other spans keep both days. */
function spanInWords(start: IsoDate | null, end: IsoDate | null, lang: Lang): string | null {
  const say = translator(deadlineTexts, lang)
  if (start === null) return end && say('by', { date: dayInWords(end, lang) })
  if (end === null) return say('from', { start: dayInWords(start, lang) })
  if (start === end) return dayInWords(start, lang)
  const year = start.slice(0, 4)
  const months = wholeMonths(start, end)
  if (months === null) return say('range', { start: shortened(start, end, lang), end: dayInWords(end, lang) })
  const first = Number(start.slice(5, 7))
  const roman = ['I', 'II', 'III', 'IV']
  if (months === 1) return `${monthInWords(start, lang)} ${year}`
  if (months === 3 && first % 3 === 1) return say('quarter', { quarter: roman[(first - 1) / 3] ?? '', year })
  if (months === 6 && first % 6 === 1) return say('half', { half: roman[(first - 1) / 6] ?? '', year })
  if (isSchoolYear(start, end)) return say('schoolYear', { first: year, second: end.slice(2, 4) })
  if (months % 12 === 0 && first === 1) {
    return months === 12 ? say('year', { year }) : say('years', { first: year, last: end.slice(0, 4) })
  }
  const isOneYear = year === end.slice(0, 4)
  const from = isOneYear ? monthInWords(start, lang) : `${monthInWords(start, lang)} ${year}`
  return say('range', { start: from, end: `${monthInWords(end, lang)} ${end.slice(0, 4)}` })
}

/** «1 февраля – 15 мая 2023», «15 – 20 января 2024»: what both days share is said once. */
function shortened(start: IsoDate, end: IsoDate, lang: Lang): string {
  if (start.slice(0, 7) === end.slice(0, 7)) return String(Number(start.slice(8)))
  const words = dayInWords(start, lang)
  return start.slice(0, 4) === end.slice(0, 4) ? words.slice(0, -5) : words
}

function isSchoolYear(start: IsoDate, end: IsoDate): boolean {
  return start.endsWith('-09-01') && end.endsWith('-08-31') && Number(end.slice(0, 4)) === Number(start.slice(0, 4)) + 1
}

/** Number of whole calendar months from the first day of one to the last day of another, or null. */
function wholeMonths(start: IsoDate, end: IsoDate): number | null {
  const [year, month] = [Number(end.slice(0, 4)), Number(end.slice(5, 7))]
  if (!start.endsWith('-01') || Number(end.slice(8)) !== lastDayOfMonth(year, month)) return null
  return (year - Number(start.slice(0, 4))) * 12 + month - Number(start.slice(5, 7)) + 1
}

// ---------------------------------------------------------------- repetition

function recurringInWords(deadline: Deadline, lang: Lang): string {
  const say = translator(deadlineTexts, lang)
  const { recurrence, start, end } = deadline
  if (!recurrence) return deadline.sourceText
  const often = frequencyInWords(recurrence, lang)
  const rule = recurrence.rrule ?? ''
  const weekday = /BYDAY=([A-Z]{2})/.exec(rule)?.[1]
  if (weekday && weekday in deadlineTexts.ru.weekday) {
    return say(`weekday.${weekday as keyof typeof deadlineTexts.ru.weekday}`)
  }
  const day = /BYMONTHDAY=(-?\d+)/.exec(rule)?.[1]
  if (day && recurrence.freq === 'MONTHLY') return say('limited', { words: often, limit: dayLimit(rule, day, lang) })
  if (deadline.parts && deadline.parts.length > 1) {
    const list = deadline.parts.map(part => yearless(part.start, part.end, lang)).join(', ')
    return say('listed', { words: often, list })
  }
  if (start === null && end === null) return often
  const first =
    recurrence.from == null && recurrence.freq === 'YEARLY' ? yearless(start, end, lang) : spanInWords(start, end, lang)
  if (recurrence.from != null) return say('followed', { first, words: often })
  return say('listed', { words: often, list: first })
}

function dayLimit(rule: string, day: string, lang: Lang): string {
  const say = translator(deadlineTexts, lang)
  if (day === '-1') return rule.includes('BYMONTH=3,6,9,12') ? say('lastDayOfQuarter') : say('lastDay')
  return rule.includes('BYMONTH=1,4,7,10') ? say('dayOfNextMonth', { day }) : say('dayLimit', { day })
}

/** «март», «до 15 марта»: what repeats every year needs no year. */
function yearless(start: IsoDate | null, end: IsoDate | null, lang: Lang): string {
  const words = spanInWords(start, end, lang) ?? ''
  const years = new Set([start, end].flatMap(date => (date ? [date.slice(0, 4)] : [])))
  const months = start && end ? wholeMonths(start, end) : null
  return months !== null && months % 12 === 0
    ? words
    : [...years].reduce((text, year) => text.replaceAll(` ${year}`, ''), words)
}

function frequencyInWords(recurrence: Recurrence, lang: Lang): string {
  const say = translator(deadlineTexts, lang)
  const { freq, interval, times } = recurrence
  if (times && times > 1) {
    const n = { n: times }
    if (freq === 'YEARLY' && interval === 1) return say('timesAYear', n)
    if (freq === 'WEEKLY' && interval === 1) return say('timesAWeek', n)
    if (freq === 'MONTHLY' && interval === 1) return say('timesAMonth', n)
    if (freq === 'MONTHLY' && interval === 3) return say('timesAQuarter', n)
    if (freq === 'MONTHLY' && interval === 6) return say('timesAHalf', n)
  }
  const keys = { DAILY: 'daily', WEEKLY: 'weekly', MONTHLY: 'monthly', YEARLY: 'yearly' } as const
  return say(keys[freq], { n: interval })
}
