import { type GatheredCell, startGathering, subjectNamed } from '../../assessments/contract.ts'
import { Refusal, refuse } from '../../core/base/index.ts'
import { eachRow, type RowOptions } from '../../platform/tables/rows/each-row.ts'
import type { Row, RowSheet, RowSource } from '../../platform/tables/rows/row.ts'
import { type Facts, factsIn, type TitleFacts } from './facts.ts'
import { type Headings, headingsIn } from './headings.ts'
import type { Layout, Plan } from './layout.ts'
import { layouts } from './layouts.ts'
import { type ColumnChoice, mappedLayout } from './mapped-layout.ts'
import { countsReader } from './read-counts.ts'
import { markComparisonReader } from './read-mark-comparison.ts'
import { markSharesReader } from './read-mark-shares.ts'
import { participantReader } from './read-participants.ts'
import { type ReportInMaking, type ResultsReport, startReport } from './report.ts'
import { sheetFacts } from './sheet-facts.ts'
import { sheetNameShown } from './sheet-name.ts'
import type { SheetPlace } from './sheet-place.ts'

export interface ReadOptions {
  /** Read only where nothing else says a fact, and the report calls it an assumption. */
  readonly fileName?: string
  /** What the sender says of the file: counts where the file itself is silent. */
  readonly stated?: Facts
  /** Columns chosen by a person for a table that no layout knows: heading as printed → what it is. */
  readonly columns?: ColumnChoice
  readonly rows?: RowOptions
  /** How many codes are remembered to find participants that come twice. */
  readonly codesAtMost?: number
}

export interface ReadFile {
  readonly layout: string
  readonly size: number
  /** Made one at a time, each time anew: a national file has more than fit in memory at once. */
  readonly cells: Iterable<GatheredCell>
  readonly report: ResultsReport
}

const titleRowsAtMost = 60

/**
 * Reads a file of results of whatever layout in one pass: rows become cells at once, and nothing of a participant stays.
 *
 * @param source the bytes or the path of a CSV or XLSX; told by content, never by name
 * @returns cells, and the report with every row's fate
 * @throws refuse('unsupported', 'results/unknown-layout') when no sheet has headings that are known;
 *   refuse('invalid', 'results/facts-missing') when nothing says the procedure, subject, grade or year, with what to state;
 *   what `eachRow` refuses. A slip of the program is thrown without a word of the file in it
 * @example const { cells, report } = await readResults({ path: 'протокол.xlsx' }, { stated: { subject: 'математика', year: 2021 } })
 */
export async function readResults(source: RowSource, options: ReadOptions = {}): Promise<ReadFile> {
  const gathering = startGathering(options.codesAtMost)
  const report = startReport()
  const known = options.columns ? [mappedLayout(options.columns)] : layouts
  let sheet: SheetReading | null = null
  try {
    await eachRow(
      source,
      (row, { name, at }) => {
        if (sheet?.at !== at) {
          sheet?.end()
          sheet = startSheet({ name, at }, known, options, report, gathering)
        }
        return sheet.read(row)
      },
      options.rows,
    )
    ;(sheet as SheetReading | null)?.end()
  } catch (error) {
    throw error instanceof Refusal ? error : withoutWords(error)
  }
  const layout = report.sheets.find(found => found.layout !== null)?.layout
  if (!layout)
    throw refuse('unsupported', 'results/unknown-layout', { sheets: report.sheets.length, rows: titleRowsAtMost })
  if (gathering.uncheckedRows > 0)
    report.issue({
      code: 'results/codes-not-remembered',
      severity: 'warning',
      fate: 'noted',
      sheet: 1,
      row: null,
      column: null,
      found: null,
      params: { rows: gathering.uncheckedRows },
    })
  return {
    layout,
    size: gathering.size,
    cells: { [Symbol.iterator]: () => gathering.cells()[Symbol.iterator]() },
    report: report.finish(layout),
  }
}

interface SheetReading {
  readonly at: number
  // biome-ignore lint/suspicious/noConfusingVoidType: as the callback of `eachRow`
  read(row: Row): void | 'next-sheet'
  end(): void
}

/** One sheet: titles, then the headings that a layout knows, then rows. */
function startSheet(
  { name, at }: RowSheet,
  known: readonly Layout[],
  options: ReadOptions,
  report: ReportInMaking,
  gathering: SheetPlace['gathering'],
): SheetReading {
  const titles: string[] = [name]
  let titleRows = 0
  let body: { read: (row: Row) => void; end: () => void } | null = null
  const tellSheet = (layout: string | null, headingRow: number | null) =>
    report.sheets.push({ at: at + 1, name: sheetNameShown(name), layout, headingRow })

  return {
    at,
    read(row) {
      if (body) return body.read(row)
      const headings = headingsIn(row)
      const found = headings && recognise(known, headings)
      if (found) {
        tellSheet(found.layout.id, row.number)
        const facts = sheetFacts({
          isExam: found.layout.id === 'rcoi',
          layout: procedureOf(found.plan),
          title: joined(titles.map(factsIn)),
          stated: inKeptWords(options.stated ?? {}),
          fileName: options.fileName ?? '',
        })
        body = bodyOf(found.plan, { gathering, report, sheet: at + 1, headings, facts })
        return
      }
      if (++titleRows > titleRowsAtMost) return 'next-sheet'
      for (let column = 0; column < Math.min(row.count, 40); column++)
        if (!row.isBlank(column)) titles.push(row.text(column).slice(0, 200))
    },
    end() {
      if (body) body.end()
      else tellSheet(null, null)
    },
  }
}

function recognise(known: readonly Layout[], headings: Headings): { layout: Layout; plan: Plan } | null {
  for (const layout of known) {
    const plan = layout.recognise(headings)
    if (plan) return { layout, plan }
  }
  return null
}

function bodyOf(plan: Plan, place: SheetPlace): { read: (row: Row) => void; end: () => void } {
  if (plan.kind === 'participants') return participantReader(plan, place)
  if (plan.kind === 'counts') return countsReader(plan, place)
  return plan.kind === 'mark-shares' ? markSharesReader(plan, place) : markComparisonReader(plan, place)
}

/** The first title that says a fact counts: titles stand above, from the general to the particular. */
function joined(titles: readonly TitleFacts[]): TitleFacts {
  return Object.assign({}, ...[...titles].reverse())
}

function procedureOf(plan: Plan): Facts {
  return plan.kind === 'participants' && plan.procedure ? { procedure: plan.procedure } : {}
}

function inKeptWords(stated: Facts): Facts {
  return stated.subject === undefined ? stated : { ...stated, subject: subjectNamed(stated.subject) }
}

/** A slip of the program, told by where it happened. Its own words may hold what it stumbled over, so they are left behind. */
function withoutWords(error: unknown): Error {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const told = new Error('reading of results failed')
  told.stack = [
    `Error: reading of results failed (${error instanceof Error ? error.constructor.name : typeof error})`,
    ...stack.split('\n').filter(line => /^\s+at /.test(line) && /\.(ts|js|mjs):\d+|node:/.test(line)),
  ].join('\n')
  return told
}
