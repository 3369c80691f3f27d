/** Where dates stand on the timeline. Pure: widths in pixels, dates in, coordinates out. */
import {
  addDays,
  dateFormat,
  dateOf,
  daysBetween,
  type IsoDate,
  type Lang,
  lastDayOfMonth,
  localeOf,
  translator,
} from '../../../core/base/index.ts'
import { texts } from './texts.ts'

export type Zoom = 'month' | 'quarter' | 'year'

/** Pixels of one day. */
const dayWidth: Readonly<Record<Zoom, number>> = { month: 3.2, quarter: 1.2, year: 0.4 }

export interface Tick {
  readonly x: number
  readonly width: number
  readonly label: string
}

export interface Scale {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly width: number
  readonly ticks: readonly Tick[]
  readonly years: readonly Tick[]
  /** Left edge of a day. */
  readonly x: (date: IsoDate) => number
  /** Width of a span of days, both included; never thinner than can be seen. */
  readonly span: (from: IsoDate, to: IsoDate) => { readonly x: number; readonly width: number }
}

/**
 * The scale from the first day of the first month to the last day of the last one.
 * @param from first date shown, and `to` the last one
 * @example scaleOf('2023-02-10', '2023-11-30', 'month', 'ru').ticks.length // 10
 */
export function scaleOf(from: IsoDate, to: IsoDate, zoom: Zoom, lang: Lang): Scale {
  const start = `${from.slice(0, 7)}-01` as IsoDate
  const [year, month] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))]
  const end = dateOf(year, month, lastDayOfMonth(year, month)) ?? to
  const wide = dayWidth[zoom]
  const x = (date: IsoDate) => round(daysBetween(start, date) * wide)
  const span = (first: IsoDate, last: IsoDate) => ({
    x: x(first),
    width: Math.max(4, round((daysBetween(first, last) + 1) * wide)),
  })
  return {
    from: start,
    to: end,
    width: round((daysBetween(start, end) + 1) * wide),
    ticks: piecesOf(start, end, zoom).map(piece => ({
      ...span(piece.from, piece.to),
      label: labelOf(piece.from, zoom, lang),
    })),
    years: piecesOf(start, end, 'year').map(piece => ({
      ...span(piece.from, piece.to),
      label: piece.from.slice(0, 4),
    })),
    x,
    span,
  }
}

function piecesOf(start: IsoDate, end: IsoDate, zoom: Zoom): { from: IsoDate; to: IsoDate }[] {
  const months = { month: 1, quarter: 3, year: 12 }[zoom]
  const pieces: { from: IsoDate; to: IsoDate }[] = []
  for (let from = start; from <= end; ) {
    const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
    const lastMonth = Math.ceil(month / months) * months
    const last = dateOf(year, lastMonth, lastDayOfMonth(year, lastMonth)) ?? end
    const to = last < end ? last : end
    pieces.push({ from, to })
    from = addDays(to, 1)
  }
  return pieces
}

function labelOf(from: IsoDate, zoom: Zoom, lang: Lang): string {
  if (zoom === 'year') return from.slice(0, 4)
  if (zoom === 'quarter') {
    const quarter = Math.ceil(Number(from.slice(5, 7)) / 3) as 1 | 2 | 3 | 4
    return translator(texts, lang)(`quarters.q${quarter}`)
  }
  return dateFormat(localeOf[lang], { month: 'short', timeZone: 'UTC' })
    .format(new Date(`${from}T12:00:00Z`))
    .replace('.', '')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
