import ical, { ICalAlarmType } from 'ical-generator'
import { addDays, type IsoDate, type Lang, translator } from '../../core/base/index.ts'
import { texts } from './texts.ts'

export interface CalendarLine {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly organisations: readonly string[]
  readonly dueOn: IsoDate
  readonly recommended: boolean
}

/**
 * A calendar of deadlines: one event of a whole day for each line, with a reminder a week before.
 * @param name shown as the name of the calendar
 * @param now moment of making, for the stamps
 */
export function calendarIcs(lines: readonly CalendarLine[], name: string, now: Date, lang: Lang): string {
  const say = translator(texts, lang)
  const calendar = ical({ name, prodId: { company: 'Opora', product: 'roadmaps', language: lang.toUpperCase() } })
  for (const line of lines) {
    const title = [line.number, line.title].filter(Boolean).join(' ')
    const event = calendar.createEvent({
      id: `${line.id}@opora`,
      stamp: now,
      allDay: true,
      start: dayOf(line.dueOn),
      end: dayOf(addDays(line.dueOn, 1)),
      summary: title.length > 120 ? `${title.slice(0, 119)}…` : title,
      description: [
        title,
        `${say(line.organisations.length === 1 ? 'organisation' : 'organisations')}: ${line.organisations.join(', ')}`,
        ...(line.recommended ? [say('recommended')] : []),
      ].join('\n'),
    })
    event.createAlarm({ type: ICalAlarmType.display, trigger: 7 * 24 * 3600 })
  }
  return `${calendar.toString()}\r\n` // RFC 5545, 3.1: the last line is delimited as well
}

/** An obligation of one organisation, as calendars take it. */
export interface DatedObligation extends Omit<CalendarLine, 'organisations'> {
  readonly itemId: string | null
  readonly clauseId: string | null
  readonly organisation: string
}

/**
 * Obligations of many organisations as one line for each item and date, so that a calendar of a whole roadmap stays readable.
 * @example linesByItem(ofThirtySchools)[0].organisations.length // 30
 */
export function linesByItem(obligations: readonly DatedObligation[]): CalendarLine[] {
  const groups = Map.groupBy(obligations, one => `${one.itemId ?? one.clauseId}-${one.dueOn}-${one.recommended}`)
  return [...groups].map(([id, [first, ...others]]) => ({
    ...first!,
    id,
    organisations: [...new Set([first!, ...others].map(one => one.organisation))],
  }))
}

/** Midnight by the local clock: the library writes the local date of a whole-day event. */
function dayOf(date: IsoDate): Date {
  return new Date(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)))
}
