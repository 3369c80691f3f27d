/** What the reader of rows may meet before it refuses. Sizes in bytes. */
export interface RowLimits {
  /** Size of the file itself. */
  readonly fileBytes: number
  /** One row, quotes included. */
  readonly rowBytes: number
  /** Fields of one row: a sheet has at most 16,384 columns. */
  readonly columns: number
}

const MB = 1024 * 1024

export const rowLimits: RowLimits = { fileBytes: 8 * 1024 * MB, rowBytes: 4 * MB, columns: 16_384 }
