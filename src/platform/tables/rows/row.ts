/**
 * A row while it passes by: valid only inside the callback. Fields are unquoted and trimmed of spaces; text is UTF-8 inside.
 * Nothing is allocated unless `text` is called, so that millions of rows cost little and no pupil's name ever becomes a string.
 */
export interface Row {
  /** 1-based row of the sheet as a person sees it: blank rows count, a record with a line break inside is one row. */
  readonly number: number
  /** How many fields the row has. */
  readonly count: number
  /** No such field, or only spaces in it. */
  isBlank(at: number): boolean
  /** The field as a string; '' where there is none. Allocates: for headings and rare things. */
  text(at: number): string
  /** The whole number of the field («12», «12,0» and «12.0» are 12): -1 when blank, -2 when it is anything else or has more than 15 digits. */
  whole(at: number): number
  /** Whether the field equals these UTF-8 bytes. */
  is(at: number, word: Uint8Array): boolean
  /** 32-bit hash of the field's bytes, 0 … 2³²-1; another seed gives an independent one. Never stored. */
  hash(at: number, seed?: number): number
  /** Whether the field's bytes equal those of the row given just before: a looked-up key can then be used again. */
  sameAsBefore(at: number): boolean
}

export interface RowSheet {
  /** '' for a CSV. */
  readonly name: string
  /** 0-based place of the sheet in its file. */
  readonly at: number
}

export type RowSource = { readonly bytes: Uint8Array } | { readonly path: string }

/** Called for each row that is not blank. Ends this sheet or the whole reading early by what it returns. */
// biome-ignore lint/suspicious/noConfusingVoidType: most callbacks return nothing
export type OnRow = (row: Row, sheet: RowSheet) => void | 'next-sheet' | 'stop'
