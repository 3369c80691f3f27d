/** What stands on one page of a PDF: pieces of text and ruling lines, in points from the top left corner, rotation of the page undone. */
export interface PageContent {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
  readonly rules: readonly Rule[]
  readonly pictures: number
}

/** A run of text; `y` is its base line. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of the type in points. */
  readonly size: number
  readonly bold: boolean
}

/** A straight line along the page: `across` is its y when horizontal and its x when vertical; `from` < `to` along it. */
export interface Rule {
  readonly horizontal: boolean
  readonly across: number
  readonly from: number
  readonly to: number
}
