import type { Headings } from './headings.ts'

/** Columns of a table with a row for each participant; −1 where there is no such column. */
export interface ParticipantPlan {
  readonly kind: 'participants'
  readonly school: number
  /** What a code of a school looks like in this layout. */
  readonly schoolCode: RegExp
  readonly class: number
  /** Fields that together tell one participant from another. Only hashed, and only while the file is read. */
  readonly identity: readonly number[]
  /** Where a code is blank, these tell participants apart. */
  readonly identityInstead: readonly number[]
  /** Columns of names, passports and codes: their values are never shown. */
  readonly personal: readonly number[]
  readonly score: number
  /** «Балл»: test score of ЕГЭ or mark of ОГЭ, as the procedure has it. */
  readonly testScore: number
  readonly mark: number
  readonly journal: number
  /** Columns besides scores in which a word about being absent may stand. */
  readonly variant: readonly number[]
  readonly tasks: readonly { readonly at: number; readonly code: string; readonly max: number | null }[]
  readonly facts: FactColumns
  /** Columns that hold words (names), and columns that hold whole numbers: a row in which they do not has slipped sideways. */
  readonly words?: readonly number[]
  readonly numbers?: readonly number[]
  /** The procedure that only this layout is for. */
  readonly procedure: string | null
}

/** Columns that say in each row what the row is about; −1 where the file says it elsewhere. */
export interface FactColumns {
  readonly procedure: number
  readonly subject: number
  readonly grade: number
  readonly year: number
  readonly wave: number
}

/** Columns of a table with a row for each school × procedure. */
export interface CountsPlan {
  readonly kind: 'counts'
  readonly school: number
  readonly class: number
  readonly participants: number
  readonly below: number
  readonly mean: number
  readonly absent: number
  readonly facts: FactColumns
}

/** «Статистика по отметкам»: shares of marks in per cent of participants. */
export interface SharesPlan {
  readonly kind: 'mark-shares'
  readonly group: number
  readonly schools: number
  readonly participants: number
  /** Columns of «2», «3», «4», «5». */
  readonly marks: readonly number[]
}

/** «Сравнение отметок»: in columns, or one under another as in the original report. */
export interface ComparisonPlan {
  readonly kind: 'mark-comparison'
  readonly group: number
  readonly schools: number
  readonly participants: number
  readonly lower: number
  readonly same: number
  readonly higher: number
  /** Column of per cent where the three stand one under another; −1 where they stand in columns. */
  readonly share: number
  /** The three columns hold per cent. */
  readonly inPercent: boolean
}

export type Plan = ParticipantPlan | CountsPlan | SharesPlan | ComparisonPlan

/** One kind of file: known by its headings, never by its name. */
export interface Layout {
  readonly id: string
  /** Where things stand, or null when the headings are not of this layout. */
  recognise(headings: Headings): Plan | null
}

export const noFacts: FactColumns = { procedure: -1, subject: -1, grade: -1, year: -1, wave: -1 }

/** ФИС ОКО: `sch` or `edu`, two digits of the region, four of the school. */
export const loginCode = /^(sch|edu)\d{6}$/i
