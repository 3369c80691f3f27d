import type { Gathering } from '../../assessments/contract.ts'
import type { Row } from '../../platform/tables/rows/row.ts'
import { foundIn, letterOf } from './found.ts'
import type { Headings } from './headings.ts'
import type { ReportInMaking, ResultsIssue } from './report.ts'
import type { SheetFacts } from './sheet-facts.ts'

/** Where rows are read: the sheet, what is known of it, and where its counts and issues go. */
export interface SheetPlace {
  readonly gathering: Gathering
  readonly report: ReportInMaking
  /** 1-based. */
  readonly sheet: number
  readonly headings: Headings
  readonly facts: SheetFacts
}

/** What the report needs of a row; without a column only its number. */
export type PassedRow = Pick<Row, 'number'> & Partial<Pick<Row, 'text'>>

export interface Wrong {
  readonly code: string
  readonly fate: ResultsIssue['fate']
  readonly severity?: ResultsIssue['severity']
  readonly column?: number
  readonly params?: ResultsIssue['params']
}

/** Puts what is wrong with a row into the report. A value is looked at only while it would be shown, and never when it names somebody. */
export function tellOf(
  place: SheetPlace,
  row: PassedRow,
  personal: readonly number[],
  wrong: Wrong,
  withYears = false,
) {
  const { report, headings, sheet } = place
  const { code, fate, column, params = {} } = wrong
  if (!report.wantsMore(code)) return report.countOnly(code)
  const heading = column === undefined ? '' : (headings.printed[column] ?? '').replace(/\s+/g, ' ').slice(0, 60)
  report.issue({
    code,
    fate,
    severity: wrong.severity ?? (fate === 'rejected' ? 'error' : 'warning'),
    sheet,
    row: row.number,
    column: column === undefined ? null : { letter: letterOf(column), heading: heading || null },
    found: column === undefined ? null : foundIn(row.text?.(column) ?? '', personal.includes(column), withYears),
    params,
  })
}

const underTable =
  /^(итого|всего|средн|миним|максим|количество|кол-во|процент|доля|примечани|сдали|не сдали|не преодолели|по (школе|оо|мсу|региону)|total|average|minimum)/i

/** Whether a row without a school is a total under the table: one of its first words says so. */
export function isUnderTable(row: Row): boolean {
  let looked = 0
  for (let at = 0; at < row.count && looked < 3; at++) {
    if (row.isBlank(at)) continue
    looked++
    if (underTable.test(row.text(at))) return true
  }
  return false
}
