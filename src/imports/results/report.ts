/** What became of a row: taken as it is, taken with a repair, not taken. */
export type RowFate = 'accepted' | 'repaired' | 'rejected'

/** What stood in a cell, told without telling it: only short numbers and known words are shown, everything else is described. */
export interface Found {
  readonly kind: 'value' | 'blank' | 'text' | 'longNumber' | 'personal'
  /** The value itself, only for kind `value`. */
  readonly value: string | null
}

/** One place of a file that is not as it should be. */
export interface ResultsIssue {
  /** Stable, `results/what-is-wrong`; its words stand in the catalogue under `issues`. */
  readonly code: string
  readonly severity: 'info' | 'warning' | 'error'
  /** `noted`: nothing was changed, but a person should know. */
  readonly fate: 'rejected' | 'repaired' | 'noted'
  /** 1-based place of the sheet in the file. */
  readonly sheet: number
  /** As a person counts rows, the heading included; null when the whole sheet is meant. */
  readonly row: number | null
  /** Letter of the column and its heading as printed; null when the whole row is meant. */
  readonly column: { readonly letter: string; readonly heading: string | null } | null
  readonly found: Found | null
  /** Figures and words that the text of the issue names: never anything out of a row. */
  readonly params: Readonly<Record<string, string | number>>
}

export interface SheetReport {
  readonly at: number
  readonly name: string
  /** Layout of the sheet; null when it is none that is known and was passed over. */
  readonly layout: string | null
  /** Row of the headings. */
  readonly headingRow: number | null
}

/** Where a fact about all rows of a sheet came from. */
export type FactSource = 'title' | 'stated' | 'layout' | 'class' | 'file-name' | 'usual' | 'rows'

export interface ResultsReport {
  readonly layout: string
  readonly sheets: readonly SheetReport[]
  readonly rows: {
    /** All rows below headings: each has one of the fates that follow. */
    readonly read: number
    readonly accepted: number
    readonly repaired: number
    readonly rejected: number
    /** Part of `accepted`: named as absent. */
    readonly absent: number
    /** Neither a result nor a word about being absent: blank is not zero, so nobody is counted. */
    readonly withoutResult: number
    /** Repeated headings, totals under the table, rows of regions and municipalities. */
    readonly passedOver: number
  }
  /** The first hundred of each code; `counts` has them all. */
  readonly issues: readonly ResultsIssue[]
  readonly counts: Readonly<Record<string, number>>
}

export interface ReportInMaking {
  readonly sheets: SheetReport[]
  issue(issue: ResultsIssue): void
  /** Whether an issue of this code would still be shown: what is not shown need not be put together. */
  wantsMore(code: string): boolean
  /** Counts an issue that is not shown any more. */
  countOnly(code: string): void
  /** @param times rows with this fate; 1 when left out */
  fate(fate: RowFate | 'absent' | 'withoutResult' | 'passedOver', times?: number): void
  finish(layout: string): ResultsReport
}

const shownPerCode = 100

/** Collects fates of rows and what is wrong with them. */
export function startReport(): ReportInMaking {
  const rows = { accepted: 0, repaired: 0, rejected: 0, absent: 0, withoutResult: 0, passedOver: 0 }
  const issues: ResultsIssue[] = []
  const counts: Record<string, number> = {}
  const sheets: SheetReport[] = []
  return {
    sheets,
    wantsMore: code => (counts[code] ?? 0) < shownPerCode,
    countOnly(code) {
      counts[code] = (counts[code] ?? 0) + 1
    },
    issue(issue) {
      counts[issue.code] = (counts[issue.code] ?? 0) + 1
      if (counts[issue.code]! <= shownPerCode) issues.push(issue)
    },
    fate(fate, times = 1) {
      rows[fate] += times
      if (fate === 'absent') rows.accepted += times
    },
    finish(layout) {
      const read = rows.accepted + rows.repaired + rows.rejected + rows.withoutResult + rows.passedOver
      return { layout, sheets, rows: { read, ...rows }, issues, counts }
    },
  }
}
