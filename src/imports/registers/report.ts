import type { RegisterColumn, RegisterKind } from './columns.ts'

/** What happens to one row of the file. Every row gets exactly one of these: none is lost silently. */
export type RowFate = 'created' | 'changed' | 'same' | 'rejected'

export interface RowProblem {
  /** 1-based row of the sheet, the heading row counted. */
  readonly row: number
  readonly column: RegisterColumn | null
  /** Stable; its text stands in the catalogue under `problems`. */
  readonly code: string
  /** The value found in the cell, cut at 80 characters. */
  readonly found: string
  /** True: the row was taken all the same, with the repair that the text names. */
  readonly repaired: boolean
}

export interface RegisterReport {
  readonly kind: RegisterKind
  readonly totals: Readonly<Record<RowFate, number>>
  /** The first hundred of each code; `problemCounts` has them all. */
  readonly problems: readonly RowProblem[]
  readonly problemCounts: Readonly<Record<string, number>>
  readonly unknownColumns: readonly string[]
}

const shownPerCode = 100

/** Collects problems and fates while rows are judged. */
export function startReport(kind: RegisterKind, unknownColumns: readonly string[]) {
  const totals: Record<RowFate, number> = { created: 0, changed: 0, same: 0, rejected: 0 }
  const problems: RowProblem[] = []
  const problemCounts: Record<string, number> = {}
  return {
    problem(row: number, column: RegisterColumn | null, code: string, found: string, repaired = false) {
      const count = (problemCounts[code] ?? 0) + 1
      problemCounts[code] = count
      if (count <= shownPerCode) problems.push({ row, column, code, found: found.slice(0, 80), repaired })
    },
    fate(fate: RowFate) {
      totals[fate]++
    },
    finish: (): RegisterReport => ({ kind, totals, problems, problemCounts, unknownColumns }),
  }
}
