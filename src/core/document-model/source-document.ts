/**
 * A document as a reader found it, before anything is understood: paragraphs and tables in print order, each with a place.
 * Readers of files (DOCX, PDF, text) produce it; the understanding of orders consumes it. Texts are as printed, mark-up removed.
 */
export interface SourceDocument {
  readonly format: 'docx' | 'text' | 'pdf'
  readonly blocks: readonly Block[]
  /** What stands in the file but not in `blocks`, counted: nothing is dropped silently. Kinds that were not met are absent. */
  readonly leftOut?: Readonly<Partial<Record<'footnotes' | 'pictures' | 'deletedPieces' | 'hiddenPieces', number>>>
}

export type Block = Paragraph | Table

/**
 * Address of a piece of the source, stable for one file: `b12` a block, `b12.r3` a row, `b12.r3.c2` a cell, `b12.r3.c2.p1` a paragraph
 * of a cell (all counted from 0). `lines` are 1-based lines of a text file; a DOCX counts paragraphs instead and leaves them out.
 */
export interface Place {
  readonly id: string
  readonly lines?: readonly number[]
  readonly page?: number
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly place: Place
  /** Line breaks inside the paragraph stay as `\n`; tabs as `\t`; everything else as printed. */
  readonly text: string
  /** Automatic number that Word shows but does not store in the text: `2.1.`, `1)`, `•`. Not part of `text`. */
  readonly numbering?: { readonly label: string; readonly level: number; readonly bullet: boolean }
  readonly bold?: boolean
  readonly align?: 'left' | 'center' | 'right' | 'justify'
  /** Heading level 1…9 when the style is a heading. */
  readonly heading?: number
  /** An empty line (or several) stands before it. */
  readonly gapBefore?: boolean
}

export interface Table {
  readonly kind: 'table'
  readonly place: Place
  /** Width of the grid in columns. */
  readonly columns: number
  readonly rows: readonly Row[]
}

export interface Row {
  readonly place: Place
  /** Marked as a repeated header row by the program that wrote the document. */
  readonly header: boolean
  readonly cells: readonly Cell[]
}

export interface Cell {
  readonly place: Place
  /** First grid column, from 0. */
  readonly column: number
  readonly columnSpan: number
  /** A cell that continues the merged cell above has `mergedUp: true` and empty text. */
  readonly mergedUp: boolean
  /** Paragraphs of the cell joined by `\n`. */
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  /** Tables inside the cell, in order. */
  readonly tables: readonly Table[]
}
