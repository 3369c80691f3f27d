/** What is known while one deadline is read. */
import type { IsoDate } from '../base/index.ts'
import type { Deadline, DeadlineKind, DoubtReason } from './contract.ts'
import type { Facts, Item } from './facts.ts'
import { type LegibleText, printedBetween } from './legible-text.ts'
import type { Resolved, Years } from './years.ts'

export interface Reading {
  readonly printed: string
  readonly readable: LegibleText
  readonly facts: Facts
  readonly years: Years
  readonly doubts: { why: DoubtReason; readings: readonly Deadline[] }[]
}

/** A span put on the calendar, with what its preposition makes of it. */
export interface Placed {
  readonly item: Item
  readonly start: IsoDate | null
  readonly end: IsoDate | null
  readonly kind: DeadlineKind
  readonly resolved: Resolved | null
}

export function plain(
  reading: Reading,
  kind: DeadlineKind,
  start: IsoDate | null = null,
  end: IsoDate | null = null,
): Deadline {
  return {
    sourceText: reading.printed,
    kind,
    start,
    end,
    recurrence: null,
    conditionalNote: noteOf(reading),
    yearInferred: false,
  }
}

export function noteOf(reading: Reading): string | null {
  const { printed, readable } = reading
  const notes = reading.facts.conditions.map(({ at, to }) => {
    const closing = /^[»”"]+/.exec(readable.text.slice(to))?.[0].length ?? 0
    return printedBetween(printed, readable, at, to + closing)
  })
  return notes.length > 0 ? notes.map(note => note.replace(/(?:[\s.,;:–—-]+|\s(?:но|и|а))+$/u, '')).join('; ') : null
}
