import type { SchoolIndicator } from '../../assessments/index.ts'
import type { MunicipalityId, SchoolId } from '../../core/base/index.ts'
import { fractionIn } from '../../core/rules/fraction.ts'
import type { IndicatorReport } from './contract.ts'
import { type KnownIndicator, nameKey } from './known-indicators.ts'
import type { ReadFile, Reading } from './read-facts.ts'

export interface KnownSchool {
  readonly id: SchoolId
  readonly municipalityId: MunicipalityId | null
  readonly name: string
  readonly shortName: string | null
  readonly codes: readonly { readonly code: string }[]
}

/** What the register and the kept facts are when a file is judged. */
export interface KnownFacts {
  readonly ownMunicipality: MunicipalityId | null
  readonly schools: readonly KnownSchool[]
  readonly indicators: readonly KnownIndicator[]
  /** Names that facts of the region already stand under. */
  readonly namesInUse: readonly string[]
}

/** A fact of the file with the place where it stands. */
export interface PlacedFact {
  readonly row: number
  readonly school: string
  readonly fact: SchoolIndicator
}

export interface IndicatorChange extends PlacedFact {
  readonly before: SchoolIndicator | null
}

export interface IndicatorPlan {
  readonly changes: readonly IndicatorChange[]
  readonly report: IndicatorReport
}

const shownPerCode = 100

/** Finds the school of every reading and the facts that contradict one another. @returns facts of the file, each once, and what is wrong */
export function placeFacts(file: ReadFile, known: KnownFacts) {
  const find = schoolFinder(known)
  const names = new Map(
    [...known.namesInUse, ...known.indicators.map(({ name }) => name)].map(name => [nameKey(name), name]),
  )
  const problems: IndicatorReport['problems'] = []
  const placed = new Map<string, (PlacedFact & { readonly reading: Reading })[]>()
  let blank = 0
  for (const reading of file.readings) {
    if (reading.blank) {
      blank++
      continue
    }
    const school = reading.problem === null ? find(reading.school) : null
    if (typeof school === 'string' || school === null || reading.year === null || reading.state === null) {
      const code = typeof school === 'string' ? school : (reading.problem ?? 'school-unknown')
      problems.push(problemOf(reading, code, code.startsWith('school') ? reading.school : reading.found))
      continue
    }
    const { year, state, value } = reading
    const indicator = names.get(nameKey(reading.indicator)) ?? reading.indicator
    const fact: SchoolIndicator = { organisationId: school.id, indicator, year, state, value }
    const key = keyOf(fact)
    placed.set(key, [
      ...(placed.get(key) ?? []),
      { row: reading.row, school: school.shortName ?? school.name, fact, reading },
    ])
  }
  const facts: PlacedFact[] = []
  let repeated = 0
  for (const same of placed.values()) {
    const one = new Set(same.map(({ fact }) => contentOf(fact))).size === 1
    if (one) {
      facts.push(same[0]!)
      repeated += same.length - 1
    } else for (const { reading } of same) problems.push(problemOf(reading, 'contradicts', reading.found))
  }
  return { facts, problems: problems.sort((a, b) => a.row - b.row), blank, repeated }
}

/**
 * Decides what a file of indicators would change. Pure: nothing is saved here. A blank cell says nothing, a word says why there is no number;
 * two different values of one school, indicator and year are both left out: which is right, a person decides.
 *
 * @param kept facts that stand already, at least those of the same schools, indicators and years
 * @example planIndicators(file, placeFacts(file, known), known, []).report.totals.created // 3
 */
export function planIndicators(
  file: ReadFile,
  { facts, problems, blank, repeated }: ReturnType<typeof placeFacts>,
  known: KnownFacts,
  kept: readonly SchoolIndicator[],
): IndicatorPlan {
  const before = new Map(kept.map(fact => [keyOf(fact), fact]))
  const judged = facts.map(one => ({ ...one, before: before.get(keyOf(one.fact)) ?? null }))
  const changes = judged.filter(one => one.before === null || contentOf(one.before) !== contentOf(one.fact))
  const created = changes.filter(one => one.before === null).length
  const problemCounts: Record<string, number> = {}
  const shown = problems.filter(({ code }) => {
    problemCounts[code] = (problemCounts[code] ?? 0) + 1
    return problemCounts[code] <= shownPerCode
  })
  return {
    changes,
    report: {
      totals: {
        created,
        changed: changes.length - created,
        same: facts.length - changes.length + repeated,
        blank,
        rejected: problems.length,
      },
      problems: shown,
      problemCounts,
      left: [...file.left],
      schools: new Set(facts.map(({ fact }) => fact.organisationId)).size,
      indicators: indicatorLines(facts, known),
    },
  }
}

/** Every indicator of the file: whether a methodology asks for it, and whether per cents look like parts of one. */
function indicatorLines(facts: readonly PlacedFact[], known: KnownFacts): IndicatorReport['indicators'] {
  const asked = new Map(known.indicators.map(one => [one.name, one]))
  const byName = Map.groupBy(facts, ({ fact }) => fact.indicator)
  return [...byName].map(([name, own]) => {
    const { unit = null } = asked.get(name) ?? {}
    const numbers = own.flatMap(({ fact }) => (fact.value && 'number' in fact.value ? [Number(fact.value.number)] : []))
    const fractions = unit === 'percent' && numbers.some(value => value > 0 && value < 1)
    const years = [...new Set(own.map(({ fact }) => fact.year))].sort()
    return {
      name,
      unit,
      facts: own.length,
      years,
      known: asked.has(name),
      looksLikeParts: fractions && numbers.every(value => value <= 1),
    }
  })
}

/** @returns finds a school by any of its codes, else by its name; a code of the problem when there is not exactly one within reach */
function schoolFinder({ schools, ownMunicipality }: KnownFacts): (written: string) => KnownSchool | string {
  const byCode = Map.groupBy(
    schools.flatMap(school => school.codes.map(({ code }) => ({ code: code.toLowerCase(), school }))),
    ({ code }) => code,
  )
  const byName = Map.groupBy(
    schools.flatMap(school =>
      [...new Set([school.name, school.shortName ?? school.name].map(nameKey))].map(name => ({ name, school })),
    ),
    ({ name }) => name,
  )
  return written => {
    const named = byCode.get(written.toLowerCase()) ?? byName.get(nameKey(written)) ?? []
    const found = [...new Set(named.map(({ school }) => school))]
    const own = ownMunicipality === null ? found : found.filter(one => one.municipalityId === ownMunicipality)
    if (own.length === 1) return own[0]!
    return own.length > 1 ? 'school-ambiguous' : found.length > 0 ? 'school-foreign' : 'school-unknown'
  }
}

function problemOf(
  { row, column, indicator }: Reading,
  code: string,
  found: string,
): IndicatorReport['problems'][number] {
  return { row, column, indicator, code, found: found.slice(0, 80) }
}

function keyOf({ organisationId, indicator, year }: SchoolIndicator): string {
  return [organisationId, indicator, year].join('\n')
}

/** Equal for facts that say the same: «2,9» and «2.90» do. */
function contentOf({ state, value }: SchoolIndicator): string {
  if (value === null) return state
  if ('denominator' in value) return `${state} ${value.numerator}/${value.denominator}`
  const exact = fractionIn(value.number)
  return `${state} ${exact ? `${exact.num}:${exact.den}` : value.number} ${value.participants}`
}
