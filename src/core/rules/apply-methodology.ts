import { type IsoDate, refuse } from '../base/index.ts'
import { type Costs, costsOfAtLeast, fixedCosts, oppositeCosts } from './cost.ts'
import { readyRule, readyValue } from './make-ready.ts'
import type { Figure, ReadyRule, ReadyValue, Trace, Workbench } from './mechanism.ts'
import { yesOrNo } from './mechanisms/trait.ts'
import type { Methodology } from './methodology.ts'
import { traitOf } from './pools.ts'
import type { ResultsTable } from './results-table.ts'
import { type Changes, type Settings, settingsOn, withSettings } from './settings.ts'
import { atLeast, opposite, tally } from './verdict.ts'

export interface RunOptions {
  /** The day whose parameters count; the methodology says which when it is left out. */
  readonly day?: IsoDate
  /** The year that stands for "now"; else that of the methodology, else the newest in the results. */
  readonly year?: number
  readonly changes?: Changes
}

/** A methodology made ready for one table of results: asks nothing further, answers school by school. */
export interface Application {
  readonly settings: Settings
  readonly day: IsoDate
  readonly year: number
  readonly lists: readonly { readonly id: string; readonly title: string; readonly rule: ReadyRule }[]
  readonly values: readonly {
    readonly id: string
    readonly title: string
    readonly figureOf: (school: number) => Figure
    readonly traceOf: (school: number) => Trace
  }[]
  /** Why a school is outside every list, or null. */
  readonly exclusionOf: (school: number) => string | null
}

/**
 * Makes a methodology ready for a table of results. The same edition, results and options always give the same answers.
 *
 * @throws a refusal (invalid) with a code of `methodologies`, naming the place in the data
 * @example applyMethodology(novokuznetsk, table).lists[0].rule.verdictOf(0) // 'yes' | 'no' | 'unknown'
 */
export function applyMethodology(written: Methodology, table: ResultsTable, options: RunOptions = {}): Application {
  const day = options.day ?? (written.asOf as IsoDate)
  const settings = settingsOn(written, day, options.changes)
  const methodology = withSettings(written, settings, '') as Methodology
  const year = options.year ?? methodology.year ?? newestYear(table)
  const exclusions: { readonly reason: string; readonly rule: ReadyRule }[] = []
  const ready = new Map<string, ReadyRule | ReadyValue>()
  const open = new Set<string>()

  const bench: Workbench = {
    table,
    year,
    procedures: methodology.procedures ?? [],
    path: '',
    isExcluded: school => exclusions.some(({ rule }) => rule.verdictOf(school) === 'yes'),
    rule: (data, at, inYear) => readyRule(data, at, benchOf(inYear)),
    value: (data, at, inYear) => readyValue(data, at, benchOf(inYear)),
    named: (kind, id) => named(kind, id),
  }
  const benchOf = (inYear: number | undefined): Workbench => {
    if (inYear === undefined || inYear === year) return bench
    const own: Workbench = {
      ...bench,
      year: inYear,
      rule: (data, at, deeper) => readyRule(data, at, deeper === undefined ? own : benchOf(deeper)),
      value: (data, at, deeper) => readyValue(data, at, deeper === undefined ? own : benchOf(deeper)),
    }
    return own
  }
  const named = (kind: 'list' | 'value', id: string): ReadyRule | ReadyValue => {
    const key = `${kind} ${id}`
    const made = ready.get(key)
    if (made) return made
    if (open.has(key)) throw refuse('invalid', 'methodologies/circle', { id })
    open.add(key)
    const fresh = kind === 'list' ? listRule(id) : figureNamed(id)
    ready.set(key, fresh)
    return fresh
  }
  const figureNamed = (id: string) => {
    const at = methodology.values?.findIndex(value => value.id === id) ?? -1
    const found = methodology.values?.[at]
    if (!found) throw refuse('invalid', 'methodologies/unknown-value', { found: id })
    return readyValue(found.value, `values[${at}].value`, bench)
  }
  const listRule = (id: string): ReadyRule => {
    const at = methodology.lists.findIndex(list => list.id === id)
    const list = methodology.lists[at]
    if (!list) throw refuse('invalid', 'methodologies/unknown-list', { found: id })
    const path = `lists[${at}]`
    let rule = readyRule(list.rule, `${path}.rule`, bench)
    if (list.relation) rule = related(rule, named('list', list.relation.list) as ReadyRule, list.relation, path)
    if (list.exit)
      rule = staying(rule, readyRule(list.exit.rule, `${path}.exit.rule`, bench), list.exit.previously, table)
    return methodology.exclude ? withoutExcluded(rule, bench.isExcluded) : rule
  }

  for (const [at, { when, reason }] of (methodology.exclude ?? []).entries())
    exclusions.push({ reason, rule: readyRule(when, `exclude[${at}].when`, bench) })

  return {
    settings,
    day,
    year,
    lists: methodology.lists.map(({ id, title }) => ({ id, title, rule: named('list', id) as ReadyRule })),
    values: (methodology.values ?? []).map(({ id, title }) => ({ id, title, ...(named('value', id) as ReadyValue) })),
    exclusionOf: school => exclusions.find(({ rule }) => rule.verdictOf(school) === 'yes')?.reason ?? null,
  }
}

/** The newest year of the results and indicators; 0 for an empty table. */
function newestYear({ slots, indicators }: ResultsTable): number {
  let newest = 0
  for (const { year } of slots) newest = Math.max(newest, year)
  for (const years of indicators.values()) for (const year of years.keys()) newest = Math.max(newest, year)
  return newest
}

/** A list that contains another, or leaves its schools out. */
function related(
  own: ReadyRule,
  other: ReadyRule,
  { list, kind }: { list: string; kind: string },
  path: string,
): ReadyRule {
  if (kind !== 'contains' && kind !== 'excludes')
    throw refuse('invalid', 'methodologies/not-one-of', {
      path: `${path}.relation.kind`,
      found: kind,
      known: 'contains, excludes',
    })
  const needed = kind === 'contains' ? 1 : 2
  const otherVerdict = (school: number) =>
    kind === 'contains' ? other.verdictOf(school) : opposite(other.verdictOf(school))
  const verdictOf = (school: number) => atLeast(needed, tally([own.verdictOf(school), otherVerdict(school)]))
  const otherCosts = (school: number): Costs =>
    kind === 'contains' ? other.costsOf(school) : oppositeCosts(other.costsOf(school))
  return {
    verdictOf,
    costsOf: school => costsOfAtLeast(needed, [own.costsOf(school), otherCosts(school)]),
    traceOf: school => ({
      mechanism: kind,
      verdict: verdictOf(school),
      facts: { list, other: other.verdictOf(school) },
      parts: [own.traceOf(school), { mechanism: 'in-list', facts: { list }, parts: [other.traceOf(school)] }],
    }),
  }
}

/** In by the rule, or still in: on the list before and not let go by the exit rule. Without the column nobody was on it before. */
function staying(entry: ReadyRule, exit: ReadyRule, column: string, table: ResultsTable): ReadyRule {
  const given = table.schools.some(school => Object.hasOwn(school.traits, column))
  const before = table.schools.map(school => {
    if (!given) return 'no' as const
    const text = traitOf(school, column)
    return text === null ? ('unknown' as const) : yesOrNo(text)
  })
  const stays = (school: number) => atLeast(2, tally([before[school]!, opposite(exit.verdictOf(school))]))
  const verdictOf = (school: number) => atLeast(1, tally([entry.verdictOf(school), stays(school)]))
  return {
    verdictOf,
    costsOf: school =>
      costsOfAtLeast(1, [
        entry.costsOf(school),
        costsOfAtLeast(2, [fixedCosts(before[school]!), oppositeCosts(exit.costsOf(school))]),
      ]),
    traceOf: school => ({
      mechanism: 'exit',
      verdict: verdictOf(school),
      facts: { column, before: given ? before[school]! : 'notGiven', exit: exit.verdictOf(school) },
      parts: [
        entry.traceOf(school),
        { mechanism: 'exit-rule', verdict: exit.verdictOf(school), parts: [exit.traceOf(school)] },
      ],
    }),
  }
}

function withoutExcluded(rule: ReadyRule, isExcluded: (school: number) => boolean): ReadyRule {
  return {
    verdictOf: school => (isExcluded(school) ? 'no' : rule.verdictOf(school)),
    costsOf: school => (isExcluded(school) ? fixedCosts('no') : rule.costsOf(school)),
    traceOf: school => (isExcluded(school) ? { mechanism: 'exclude', verdict: 'no', parts: [] } : rule.traceOf(school)),
  }
}
