/** An order as it will be printed, before it becomes text or DOCX. Nothing here is understood; the gold is built beside it. */
export interface PrintedOrder {
  /** Blocks of lines; empty when the order has no letterhead. */
  readonly letterhead: readonly (readonly string[])[]
  readonly docTypeLine: string | null
  readonly dateLine: string | null
  readonly numberLine: string | null
  /** Date and number on one line. */
  readonly dateAndNumberTogether: boolean
  readonly placeLine: string | null
  /** Lines of the order's title. */
  readonly title: readonly string[]
  readonly preamble: string | null
  /** «ПРИКАЗЫВАЮ:» on its own line; null when it ends the preamble or is absent. */
  readonly verbLine: string | null
  readonly clauses: readonly PrintedClause[]
  readonly signatory: { readonly lines: readonly string[]; readonly name: string } | null
  /** The clerk's lines under the signature: «Исп. …». */
  readonly afterSignature: readonly string[]
  readonly stamp: readonly string[]
  readonly planTitle: readonly string[]
  readonly passport: readonly { readonly heading: string; readonly bullets: readonly string[] }[]
  readonly tables: readonly PrintedTable[]
}

export interface PrintedClause {
  /** «2.», «1)», «-»: as printed, with its punctuation. */
  readonly mark: string
  readonly text: string
  readonly children: readonly PrintedClause[]
}

export interface PrintedTable {
  readonly caption: string | null
  readonly headings: readonly string[]
  /** A heading over several columns, in a row above theirs. */
  readonly headingGroup: { readonly heading: string; readonly from: number; readonly span: number } | null
  /** Columns whose equal (or empty) cells Word merges downwards. */
  readonly mergeDown: readonly number[]
  readonly rows: readonly PrintedRow[]
}

export type PrintedRow =
  | { readonly kind: 'item'; readonly cells: readonly PrintedCell[]; readonly split: RowSplit | null }
  /** A section in a merged row over the whole width. */
  | { readonly kind: 'mergedSection'; readonly text: string }
  /** A section in a row whose first cell is its number and second its title. */
  | { readonly kind: 'numberedSection'; readonly number: string; readonly text: string }
  /** A section as a line of its own: the table is interrupted. */
  | { readonly kind: 'plainLine'; readonly text: string }
  /** «1 | 2 | 3 | 4 | 5» under the headings. */
  | { readonly kind: 'columnNumbers' }
  | { readonly kind: 'header' }

/** Lines of a cell: paragraphs in DOCX, joined with a space where a table line cannot break. */
export type PrintedCell = readonly string[]

/** The text table breaks this row over a page: what stays of each cell above, what goes below. */
export interface RowSplit {
  readonly above: readonly string[]
  readonly below: readonly string[]
  readonly headerRepeated: boolean
}
