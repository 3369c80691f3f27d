/** Dates, figures and shares as a reader expects them in print, in both languages. Pure: the time zone is an argument. */
import type { IsoDate, Lang, Share } from '../core/base/index.ts'
import { dateFormat, localeOf, numberFormat, percentOf, translator } from '../core/base/index.ts'
import { uiTexts } from './texts.ts'

const thinSpace = '\u202f'
const fixed = '\u00a0'

/**
 * A date in words with a fixed space, so that day and month never part.
 * @example longDate('2023-02-15', 'ru') // '15 февраля 2023'
 */
export function longDate(date: IsoDate | string, lang: Lang): string {
  const parts = parser(lang, { day: 'numeric', month: 'long', year: 'numeric' }).formatToParts(noon(date))
  return ['day', 'month', 'year'].map(type => parts.find(part => part.type === type)?.value ?? '').join(fixed)
}

/** A date in digits, the same in both languages, as orders print it. @example shortDate('2023-02-15') // '15.02.2023' */
export function shortDate(date: IsoDate | string): string {
  const [year, month, day] = date.slice(0, 10).split('-')
  return `${day}.${month}.${year}`
}

/**
 * Two dates as one span; what both share is said once.
 * @example dateRange('2024-01-15', '2024-01-20', 'ru') // '15–20 января 2024'
 */
export function dateRange(from: IsoDate | string, to: IsoDate | string, lang: Lang): string {
  if (from === to) return longDate(from, lang)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8, 10))}–${longDate(to, lang)}`
  return `${longDate(from, lang)} – ${longDate(to, lang)}`
}

/** Month and year. @example monthYear('2024-09-01', 'ru') // 'сентябрь 2024' */
export function monthYear(date: IsoDate | string, lang: Lang): string {
  const month = parser(lang, { month: 'long' }).format(noon(date))
  return `${month}${fixed}${date.slice(0, 4)}`
}

/** A moment in a region's time zone. @example moment(new Date('2024-02-15T09:05:00Z'), 'ru', 'Europe/Moscow') // '15.02.2024, 12:05' */
export function moment(at: Date | string, lang: Lang, timeZone: string): string {
  const parts = dateFormat(localeOf[lang], {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at))
  const part = (type: string) => parts.find(each => each.type === type)?.value ?? ''
  return `${part('day')}.${part('month')}.${part('year')}, ${part('hour')}:${part('minute')}`
}

/**
 * A figure with thin spaces between thousands and the language's decimal sign.
 * @example figure(12345.5, 'ru') // '12 345,5' (the space is U+202F)
 */
export function figure(value: number, lang: Lang, digits = 1): string {
  const whole = Number.isInteger(value)
  const text = numberFormat('en-US', {
    useGrouping: Math.abs(value) >= 10_000,
    minimumFractionDigits: 0,
    maximumFractionDigits: whole ? 0 : digits,
  }).format(value)
  const [units = '', fraction] = text.replace('-', '−').split('.')
  const grouped = units.replaceAll(',', thinSpace)
  return fraction === undefined ? grouped : grouped + (lang === 'ru' ? ',' : '.') + fraction
}

/** A percent 0…100 with its sign. @example percent(33.333, 'ru') // '33,3 %' */
export function percent(value: number, lang: Lang, digits = 1): string {
  return `${figure(value, lang, digits)}${fixed}%`
}

/**
 * A share always together with its two numbers, so that a reader sees how many stand behind it.
 * @returns '—' when there is nothing to divide by
 * @example shareText({ numerator: 24, denominator: 30 }, 'ru') // '80 % (24 из 30)'
 */
export function shareText(share: Share, lang: Lang): string {
  const value = percentOf(share)
  if (value === null) return '—'
  const of = translator(uiTexts, lang)('ofTotal', {
    done: figure(share.numerator, lang),
    total: figure(share.denominator, lang),
  })
  return `${percent(value, lang)} (${of.replaceAll(' ', fixed)})`
}

/** Size of a file. @example fileSize(2_400_000, 'ru') // '2,3 МБ' */
export function fileSize(bytes: number, lang: Lang): string {
  const say = translator(uiTexts, lang)
  if (bytes < 1024) return `${bytes}${fixed}${say('bytes.b')}`
  if (bytes < 1024 * 1024) return `${figure(Math.round(bytes / 1024), lang)}${fixed}${say('bytes.kb')}`
  return `${figure(bytes / 1024 / 1024, lang)}${fixed}${say('bytes.mb')}`
}

function parser(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return dateFormat(localeOf[lang], { timeZone: 'UTC', ...options })
}

function noon(date: string): Date {
  return new Date(`${date.slice(0, 10)}T12:00:00Z`)
}
