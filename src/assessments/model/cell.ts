/** Waves in which a procedure is held. A methodology says which of them count. */
export const waves = ['main', 'reserve', 'september', 'spring', 'autumn'] as const
export type Wave = (typeof waves)[number]

/** What a cell is about: the unit that a new file replaces, and nothing wider. */
export interface CellKey {
  /** The code of the school as the file prints it; the register knows whose it is. */
  readonly schoolCode: string
  /** «ВПР», «ОГЭ», «ЕГЭ» or another name, in the kept words of `procedure-names.ts`. */
  readonly procedure: string
  readonly subject: string
  readonly grade: number
  /** Calendar year in which the procedure was held. */
  readonly year: number
  readonly wave: Wave
  /** «5А»; empty when the file does not tell classes apart. */
  readonly class: string
}

/**
 * Results of one class or school in one procedure: counts, never people. What a file does not print stays null, which is not zero.
 * Marks stand at their own index: `marks[2]` is the number of marks «2», `marks[0]` of participants without a mark.
 */
export interface ResultCell extends CellKey {
  /** `participants`: counted from rows of a protocol; `aggregate`: the file itself gave counts or shares. */
  readonly basis: 'participants' | 'aggregate'
  /** Those who have a result. */
  readonly participants: number
  /** Those whom the file names as absent; null when it does not say. */
  readonly absent: number | null
  /** Participants by primary score: `scores[7]` of them have 7 points. */
  readonly scores: readonly number[] | null
  /** Participants by test score (ЕГЭ), 0…100. */
  readonly testScores: readonly number[] | null
  /** Participants by the mark that the file prints, indices 0…5. */
  readonly marks: readonly number[] | null
  /** Below the minimum, where the file itself says so. */
  readonly below: number | null
  /** A mean that the file itself gives, and of what. */
  readonly mean: { readonly value: number; readonly of: 'primary' | 'test' | 'mark' } | null
  /** Participants by mark of the journal (index 0…5) and primary score. */
  readonly journal: readonly (readonly number[])[] | null
  /** «Сравнение отметок» as the file gives it. */
  readonly comparison: { readonly lower: number; readonly same: number; readonly higher: number } | null
  /** Points for each task, summed over participants; `max` is what the heading prints in brackets. */
  readonly tasks:
    | readonly { readonly code: string; readonly max: number | null; readonly sum: number; readonly done: number }[]
    | null
}
