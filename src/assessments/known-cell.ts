import type { SchoolId } from '../core/base/index.ts'
import type { ResultCell } from './model/cell.ts'

/** A cell of a school that the register knows: codes are resolved before cells are kept. */
export interface KnownCell extends ResultCell {
  readonly organisationId: SchoolId
  /** First and last row of the file, as a person counts them; left out where the reader does not say. */
  readonly rows?: readonly [from: number, to: number] | null
}

/** The file that cells came from. Its bytes name pupils and are never kept. */
export interface ResultFile {
  readonly name: string
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string
  readonly layout: string
  /** What the reader says of the file; plain JSON without anything about a pupil. */
  readonly report: unknown
}

/** Figures of a cell that people compare; null: not known. `mean` is that of the points named in `meanOf`. */
export interface CellFigures {
  readonly participants: number
  readonly absent: number | null
  readonly below: number | null
  readonly markCounts: readonly number[] | null
  readonly mean: number | null
  readonly meanOf: 'primary' | 'test' | 'mark' | null
}

/** Which cell: the unit that a new file replaces. */
export interface CellUnit {
  readonly organisationId: SchoolId
  readonly procedure: string
  readonly subject: string
  readonly grade: number
  readonly year: number
  readonly wave: ResultCell['wave']
  readonly class: string
}

export interface ChangeCounts {
  readonly added: number
  readonly changed: number
  readonly same: number
}

/** What a file would do to the cells that are kept. Cells that the file does not name stay as they are. */
export interface CellChanges extends ChangeCounts {
  readonly units: readonly (CellUnit & { readonly before: CellFigures | null; readonly after: CellFigures })[]
  readonly bySchool: readonly (ChangeCounts & { readonly organisationId: SchoolId })[]
  readonly byProcedure: readonly (ChangeCounts & Pick<CellUnit, 'procedure' | 'subject' | 'grade' | 'year'>)[]
}

/** What a file did. `fileId` is null when everything was known already: then nothing was written. */
export interface Replacement extends ChangeCounts {
  readonly fileId: string | null
}
