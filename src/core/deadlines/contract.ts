import type { IsoDate } from '../base/index.ts'

export type DeadlineKind =
  | 'by'
  | 'on'
  | 'window'
  | 'month'
  | 'quarter'
  | 'multi'
  | 'recurring'
  | 'continuous'
  | 'byExternalSchedule'
  | 'event'
  | 'none'

export interface Recurrence {
  readonly freq: 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY'
  /** 1 or more; quarterly is MONTHLY/3, half-yearly MONTHLY/6. */
  readonly interval: number
  /** First occurrence when printed: «март 2020 года, далее ежегодно». */
  readonly from?: IsoDate | null
  /** RFC 5545 rule without DTSTART: `FREQ=MONTHLY;BYMONTHDAY=25`. */
  readonly rrule?: string
  /** «2 раза в год» is 2. */
  readonly times?: number | null
}

export interface DeadlinePart {
  readonly start: IsoDate | null
  readonly end: IsoDate | null
  readonly label?: string
}

/**
 * A typed deadline. Dates follow the policy of `../shared/gold/README.md`: `by` has an end only, `on` start = end, month, quarter and
 * window the first and last calendar day, `multi` the hull and every part, `recurring` the first occurrence, undatable ones null.
 */
export interface Deadline {
  /** As printed, re-joined over line and page breaks. */
  readonly sourceText: string
  readonly kind: DeadlineKind
  /** For recurring: the shape of the first occurrence (month, window, quarter, year …). */
  readonly baseKind?: string | null
  readonly start: IsoDate | null
  readonly end: IsoDate | null
  readonly parts?: readonly DeadlinePart[]
  readonly recurrence?: Recurrence | null
  /** Wording that makes the date depend on something else: «согласно отдельному плану». */
  readonly conditionalNote?: string | null
  /** No year is printed and one was supplied from the context. */
  readonly yearInferred?: boolean
  readonly anomaly?: 'yearOutsidePlan' | 'beforeOrderDate' | 'noise' | null
  readonly suggestedCorrection?: { readonly start: IsoDate | null; readonly end: IsoDate | null }
}

/** Where the missing years come from: the plan's period first, the order's date only if there is none. */
export interface DeadlineContext {
  readonly planStart: IsoDate | null
  readonly planEnd: IsoDate | null
  readonly orderDate: IsoDate | null
}

/** A reading of a deadline with the other readings that a person may prefer. */
export interface ReadDeadline {
  readonly deadline: Deadline
  /** Absent when the reading is certain. */
  readonly doubt?: DeadlineDoubt
}

export type DoubtReason =
  | 'unrecognised'
  | 'partly-recognised'
  | 'year-inferred-twice'
  | 'year-unknown'
  | 'year-outside-plan'
  | 'before-order-date'
  | 'ambiguous-order'
  | 'ambiguous-reading'
  | 'impossible-date'
  | 'looks-like-noise'

export interface DeadlineDoubt {
  /** Why it is doubtful; the words stand in the catalogue of the review screen. */
  readonly why: DoubtReason
  /** The part of the text that was not understood, when there is one. */
  readonly leftover?: string
  readonly readings: readonly Deadline[]
}
