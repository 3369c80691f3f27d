import ical, { ICalAlarmType } from 'ical-generator'
import { addDays, type IsoDate, type Lang, translator } from '../../core/base/index.ts'
import { texts } from './texts.ts'

export interface CalendarLine {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly organisation: string
  readonly dueOn: IsoDate
  readonly recommended: boolean
}

/**
 * A calendar of deadlines: one event of a whole day for each dated obligation, with a reminder a week before.
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
        `${say('organisation')}: ${line.organisation}`,
        ...(line.recommended ? [say('recommended')] : []),
      ].join('\n'),
    })
    event.createAlarm({ type: ICalAlarmType.display, trigger: 7 * 24 * 3600 })
  }
  return `${calendar.toString()}\r\n` // RFC 5545, 3.1: the last line is delimited as well
}

/** Midnight by the local clock: the library writes the local date of a whole-day event. */
function dayOf(date: IsoDate): Date {
  return new Date(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)))
}
