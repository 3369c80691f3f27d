import { refuse, type SchoolId } from '../core/base/index.ts'
import { type Ctx, rows, sql } from '../platform/postgres/index.ts'
import type { Absence, SchoolResults } from './views-contract.ts'
import { type Counter, schoolCounters, schoolHead, territoryCounters } from './views-counters.ts'
import { besideOf, keyText, summaryOf, yearIn } from './views-summary.ts'

/**
 * All results of a school with its municipality and the region beside.
 * @throws refuse('not-found', 'assessments/school-not-found') outside the scope as well
 */
export async function schoolResults(
  ctx: Ctx,
  schoolId: SchoolId,
  query: { readonly year?: string },
): Promise<SchoolResults> {
  const school = await schoolHead(ctx, schoolId)
  if (!school) throw refuse('not-found', 'assessments/school-not-found')
  const own = await schoolCounters(ctx, schoolId)
  const region = byKeyAndYear(await territoryCounters(ctx, { ofSchool: schoolId }))
  const town = school.municipality
    ? byKeyAndYear(await territoryCounters(ctx, { ofSchool: schoolId, municipalityId: school.municipality.id }))
    : new Map<string, Counter>()
  const seatIsSchool = ctx.scope.organisationId !== null
  const beside = (counter: Counter | undefined) =>
    counter ? besideOf(counter.figures, counter.schools, seatIsSchool) : null
  const absences = await statesOf(ctx, schoolId)
  const years = [...new Set([...own, ...absences].map(({ year }) => year))].sort((a, b) => a - b)
  return {
    school,
    years,
    year: yearIn(query.year, years),
    results: own.map(({ key, year, figures }) => ({
      key,
      year,
      own: summaryOf(figures),
      municipality: beside(town.get(`${keyText(key)} ${year}`)),
      region: beside(region.get(`${keyText(key)} ${year}`)),
    })),
    absences,
  }
}

/** What somebody said of results that are not there. */
export function statesOf(ctx: Ctx, schoolId: SchoolId): Promise<SchoolResults['absences']> {
  return rows(
    ctx.tx,
    sql<
      SchoolResults['absences'][number] & { state: Absence }
    >`SELECT procedure, subject, grade, year, state FROM result_states
      WHERE region_id = ${ctx.scope.regionId} AND organisation_id = ${schoolId} ORDER BY procedure, subject, grade, year`,
  )
}

function byKeyAndYear(counters: readonly Counter[]): Map<string, Counter> {
  return new Map(counters.map(counter => [`${keyText(counter.key)} ${counter.year}`, counter]))
}
