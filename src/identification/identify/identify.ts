import { type Application, applyMethodology, type RunOptions } from '../../core/rules/apply-methodology.ts'
import { type Margin, marginOf } from '../../core/rules/margin.ts'
import type { Trace } from '../../core/rules/mechanism.ts'
import type { Methodology } from '../../core/rules/methodology.ts'
import type { ResultsTable } from '../../core/rules/results-table.ts'
import type { Verdict } from '../../core/rules/verdict.ts'
import { type CellChance, chancesOf, thresholdsIn } from './chances.ts'

/** What a run says of one school. `trace` holds one way per list, in the order of the lists. */
export interface SchoolAnswer {
  readonly school: string
  readonly name: string
  readonly lists: Readonly<Record<string, Verdict>>
  readonly values: Readonly<Record<string, number | null>>
  readonly trace: readonly (Trace & { readonly list?: string; readonly value?: number | null })[]
  /** The nearest change of a verdict over all lists. */
  readonly margin: (Margin & { readonly list: string }) | null
  readonly margins: Readonly<Record<string, Margin | null>>
  readonly chance: readonly CellChance[]
  /** Why the school is outside every list. */
  readonly excluded: string | null
}

export interface Answer {
  readonly methodology: string
  readonly edition: number
  readonly title: string
  readonly day: string
  readonly year: number
  /** Lists of the methodology, in its order. */
  readonly lists: readonly { readonly id: string; readonly title: string }[]
  /** Every parameter and switch with the value that counted. */
  readonly settings: Readonly<Record<string, string | number | boolean>>
  readonly schools: readonly SchoolAnswer[]
}

/**
 * Applies a methodology to a table of results. Schools stand in the order of their names, never of their results.
 *
 * @example identify(methodology, table).schools[0]!.lists // { 'list-1': 'no', 'list-2': 'unknown' }
 */
export function identify(methodology: Methodology, table: ResultsTable, options: RunOptions = {}): Answer {
  const { head, schools } = identifyEach(methodology, table, options)
  return { ...head, schools: [...schools] }
}

/**
 * The same, school after school: traces of a whole country would not fit into memory at once.
 *
 * @example for (const school of identifyEach(methodology, table).schools) print(school)
 */
export function identifyEach(
  methodology: Methodology,
  table: ResultsTable,
  options: RunOptions = {},
): { readonly head: Omit<Answer, 'schools'>; readonly schools: Iterable<SchoolAnswer> } {
  const applied = applyMethodology(methodology, table, options)
  const thresholds = thresholdsIn(table.schools.map((_, at) => () => tracesOf(applied, at)))
  const chances = chancesOf(table, thresholds)
  const nameOf = (at: number) => table.schools[at]!.name || table.schools[at]!.code
  const order = table.schools.map((_, at) => at).sort((a, b) => byName.compare(nameOf(a), nameOf(b)))
  const head = {
    methodology: methodology.id,
    edition: methodology.edition,
    title: methodology.title,
    day: applied.day,
    year: applied.year,
    lists: applied.lists.map(({ id, title }) => ({ id, title })),
    settings: applied.settings,
  }
  return {
    head,
    schools: each(order, at => answerOf(applied, table, at, tracesOf(applied, at), chances.get(at) ?? [])),
  }
}

function* each<Item>(order: readonly number[], made: (at: number) => Item): Iterable<Item> {
  for (const at of order) yield made(at)
}

const byName = new Intl.Collator('ru', { numeric: true })

function tracesOf({ lists, values }: Application, at: number): SchoolAnswer['trace'] {
  return [
    ...lists.map(({ id, rule }) => ({ list: id, ...rule.traceOf(at) })),
    ...values.map(({ id, traceOf }) => ({ ...traceOf(at), facts: { ...traceOf(at).facts, figure: id } })),
  ]
}

function answerOf(
  applied: Application,
  table: ResultsTable,
  at: number,
  trace: SchoolAnswer['trace'],
  chance: readonly CellChance[],
): SchoolAnswer {
  const { code, name } = table.schools[at]!
  const margins = Object.fromEntries(applied.lists.map(({ id, rule }) => [id, marginOf(rule, table, at)]))
  const nearest = Object.entries(margins)
    .flatMap(([list, margin]) => (margin ? [{ ...margin, list }] : []))
    .sort((a, b) => a.participants - b.participants)[0]
  const ofLists = trace.flatMap(({ list, value }) => (list && value !== undefined ? [[list, value] as const] : []))
  const figures = applied.values.map(({ id, figureOf }) => {
    const { state, value } = figureOf(at)
    return [id, state === 'known' ? value : null] as const
  })
  return {
    school: code,
    name,
    lists: Object.fromEntries(applied.lists.map(({ id, rule }) => [id, rule.verdictOf(at)])),
    values: Object.fromEntries([...ofLists, ...figures]),
    trace,
    margin: nearest ?? null,
    margins,
    chance,
    excluded: applied.exclusionOf(at),
  }
}
