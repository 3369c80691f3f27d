import { readFileSync } from 'node:fs'
import type { GatheredCell } from '../../../assessments/contract.ts'
import { type ReadOptions, readResults } from '../read-results.ts'

/** What is expected of a sample: `<sample>.expected.json` beside it. */
export interface Expected {
  readonly given: ReadOptions
  readonly layout: string
  readonly rows: unknown
  /** Code, row, column, value found; the value only where it may be shown. */
  readonly issues: readonly (readonly (string | number | null)[])[]
  readonly cells: readonly unknown[]
}

/** What is null is left out, and of long rows of counts only those that are not zero are told: «7: 2» is two participants with 7 points. */
function short(cell: GatheredCell): unknown {
  const counts = (all: readonly number[]) =>
    Object.fromEntries([...all.entries()].filter(([, count]) => count > 0).map(([at, count]) => [String(at), count]))
  const told = {
    ...cell,
    scores: cell.scores && counts(cell.scores),
    testScores: cell.testScores && counts(cell.testScores),
    journal:
      cell.journal &&
      Object.fromEntries(
        cell.journal.map((row, mark) => [String(mark), counts(row)]).filter(([, row]) => Object.keys(row!).length > 0),
      ),
    tasks:
      cell.tasks
        ?.map(({ code, max, sum, done }) => `${code}: ${sum} (${done})${max === null ? '' : ` of ${max}`}`)
        .join('; ') ?? null,
  }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null))
}

/** What really comes of a sample, in the words of the expectation. */
export async function asExpected(path: string, given: ReadOptions): Promise<Omit<Expected, 'given'>> {
  const { layout, cells, report } = await readResults({ bytes: readFileSync(path) }, given)
  return {
    layout,
    rows: report.rows,
    issues: report.issues.map(({ code, row, column, found }) => [
      code,
      row,
      column?.letter ?? null,
      found?.value ?? null,
    ]),
    cells: [...cells].map(short),
  }
}
