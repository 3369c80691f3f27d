import {
  factsOfSchool,
  indicatorsInUse,
  municipalitiesInReach,
  type ShownFact,
  schoolFacts,
} from '../../assessments/index.ts'
import type { SchoolId } from '../../core/base/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import type { IndicatorsOfSchool, IndicatorTable } from './contract.ts'
import { knownIndicators } from './known-indicators.ts'

/** Schools by name × indicators of one year: all of them, or the one that was asked for. Without a year: the newest. */
export async function indicatorTable(ctx: Ctx, query: IndicatorTable['query']): Promise<IndicatorTable> {
  const used = await indicatorsInUse(ctx)
  const years = [...new Set(used.map(({ year }) => year))].sort((a, b) => a - b)
  const year = years.find(one => String(one) === query.year) ?? years.at(-1) ?? null
  const unit = await unitsOf()
  const indicators = inOrder(used.filter(one => one.year === year).map(({ indicator }) => indicator)).map(unit)
  const asked = indicators.filter(({ name }) => name === query.indicator)
  const shown = asked.length > 0 ? asked : indicators
  const page = await schoolFacts(ctx, {
    year: year ?? 0,
    indicators: shown.map(({ name }) => name),
    municipality: query.municipality || null,
    words: query.q ?? '',
    state: query.state || null,
    after: query.after || null,
  })
  const schools = page.schools.map(school => ({ ...school, facts: school.facts.map(withoutYear) }))
  const municipalities = await municipalitiesInReach(ctx)
  return { ...page, schools, years, year, indicators, shown, municipalities: [...municipalities], query }
}

/** Facts of one school, each with where it comes from. */
export async function indicatorsOfSchool(ctx: Ctx, id: SchoolId): Promise<IndicatorsOfSchool> {
  const { school, facts } = await factsOfSchool(ctx, id)
  const unit = await unitsOf()
  const years = [...new Set(facts.map(({ year }) => year))].sort((a, b) => a - b)
  return { school, years, indicators: inOrder(facts.map(({ indicator }) => indicator)).map(unit), facts }
}

async function unitsOf() {
  const units = new Map((await knownIndicators()).map(one => [one.name, one.unit]))
  return (name: string) => ({ name, unit: units.get(name) ?? null })
}

function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].sort((one, other) => one.localeCompare(other, 'ru'))
}

function withoutYear({ year: _, ...fact }: ShownFact): Omit<ShownFact, 'year'> {
  return fact
}
