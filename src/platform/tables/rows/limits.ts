/** What the reader of rows may meet before it refuses. Sizes in bytes. */
export interface RowLimits {
  /** Size of the file itself. */
  readonly fileBytes: number
  /** One row, quotes included. */
  readonly rowBytes: number
  /** Fields of one row: a sheet has at most 16,384 columns. */
  readonly columns: number
  /** How much is read at a time. */
  readonly chunkBytes: number
  /** Entries of the archive inside an XLSX. */
  readonly archiveEntries: number
  /** Inflated size of the parts that are read, all together. */
  readonly inflatedBytes: number
  /** Inflated ÷ packed of one part; only asked of parts above `ratioFromBytes`. Sheets of one repeated number come to 150. */
  readonly inflationRatio: number
  readonly ratioFromBytes: number
  /** Texts that the sheets of an XLSX share: as UTF-8, all together, and how many. */
  readonly sharedBytes: number
  readonly sharedTexts: number
}

const MB = 1024 * 1024

/** A national file of 20 million participants is 2 GB; a sheet of a million full rows inflates to 1 GB. */
export const rowLimits: RowLimits = {
  fileBytes: 8 * 1024 * MB,
  rowBytes: 4 * MB,
  columns: 16_384,
  chunkBytes: MB,
  archiveEntries: 4000,
  inflatedBytes: 4 * 1024 * MB,
  inflationRatio: 250,
  ratioFromBytes: 16 * MB,
  sharedBytes: 128 * MB,
  sharedTexts: 4_000_000,
}
