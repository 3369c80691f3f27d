import type { Lang } from './ctx.ts'

/** Languages of the product as the names that Intl knows. */
export const localeOf: Readonly<Record<Lang, string>> = { ru: 'ru-RU', en: 'en-GB' }

const dateFormats = new Map<string, Intl.DateTimeFormat>()
const numberFormats = new Map<string, Intl.NumberFormat>()

/**
 * A formatter of dates, made once for each set of options: making one costs as much as a whole row of a table.
 * @example dateFormat('ru-RU', { month: 'long', timeZone: 'UTC' }).format(new Date()) // 'март'
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(dateFormats, locale, options, () => new Intl.DateTimeFormat(locale, options))
}

/** The same for numbers. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(numberFormats, locale, options, () => new Intl.NumberFormat(locale, options))
}

function once<Format>(made: Map<string, Format>, locale: string, options: object, make: () => Format): Format {
  const key = locale + JSON.stringify(options)
  const found = made.get(key) ?? make()
  made.set(key, found)
  return found
}
