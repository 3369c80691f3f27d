import type { Branded } from './ids.ts'

/** A calendar date without a time, `YYYY-MM-DD`, local to the region it belongs to. */
export type IsoDate = Branded<string, 'IsoDate'>

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * Reads a calendar date written as `YYYY-MM-DD`.
 *
 * @returns the date, or null when the text has another shape or names a day that does not exist (30 February)
 * @example isoDate('2024-02-30') // null
 */
export function isoDate(text: string): IsoDate | null {
  const match = shape.exec(text)
  if (!match) return null
  return dateOf(Number(match[1]), Number(match[2]), Number(match[3]))
}

/**
 * The date of a year, month 1…12 and day 1…31, or null when there is no such day.
 * @example dateOf(2023, 2, 29) // null
 */
export function dateOf(year: number, month: number, day: number): IsoDate | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > lastDayOfMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as IsoDate
}

/** Number of days of a month, 28…31. @example lastDayOfMonth(2024, 2) // 29 */
export function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The date `days` later (earlier when negative). @example addDays('2023-12-31', 1) // '2024-01-01' */
export function addDays(date: IsoDate, days: number): IsoDate {
  const moment = new Date(`${date}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10) as IsoDate
}

/** Days from one date to another, negative when `to` is earlier. @example daysBetween('2023-01-01', '2023-01-15') // 14 */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
