import type { Fraction } from './fraction.ts'

/** What is known of a cell. Only a reported one is judged; one that the school cannot have leaves its universe; the others are unknown. */
export const cellState = { absent: 0, reported: 1, notApplicable: 2, withheld: 3 } as const

/** A procedure as a methodology names it: «ВПР, математика, 5 класс». */
export interface Procedure {
  readonly procedure: string
  readonly subject: string
  readonly grade: number
}
export interface Slot extends Procedure {
  readonly year: number
}

export interface School {
  readonly code: string
  readonly name: string
  /** null: not given, and then it is unknown whether a procedure of some types only is held here. */
  readonly type: string | null
  readonly region: string
  readonly municipality: string
  /** Any further column of the register, as it was given. */
  readonly traits: Readonly<Record<string, string>>
}

export interface IndicatorValue {
  readonly value: Fraction | null
  /** What a word in the place of the number said: `notApplicable` is not the same as unknown. */
  readonly state: number
  /** Of how many pupils the value is a share, when known. */
  readonly participants: number | null
}

/**
 * Results of all schools, column by column, so that millions of cells are judged in a second: cell `school × slots + slot`.
 * `below` counts marks «2» (ВПР) or those under the minimum (ОГЭ, ЕГЭ); `means` is NaN where no mean was given.
 */
export interface ResultsTable {
  readonly schools: readonly School[]
  readonly slots: readonly Slot[]
  readonly state: Uint8Array
  readonly participants: Int32Array
  readonly below: Int32Array
  readonly means: Float64Array
  /** By name, then year, then place of the school. */
  readonly indicators: ReadonlyMap<string, ReadonlyMap<number, readonly (IndicatorValue | undefined)[]>>
}

/** An empty table for these schools and slots. @example emptyTable(schools, slots).state.length // schools × slots */
export function emptyTable(schools: readonly School[], slots: readonly Slot[]): ResultsTable {
  const size = schools.length * slots.length
  return {
    schools,
    slots,
    state: new Uint8Array(size),
    participants: new Int32Array(size),
    below: new Int32Array(size),
    means: new Float64Array(size).fill(Number.NaN),
    indicators: new Map(),
  }
}

/** The place of a slot in the table, or -1. @example slotAt(table.slots, procedure, 2021) */
export function slotAt(slots: readonly Slot[], { procedure, subject, grade }: Procedure, year: number): number {
  return slots.findIndex(
    slot => slot.year === year && slot.grade === grade && slot.subject === subject && slot.procedure === procedure,
  )
}
