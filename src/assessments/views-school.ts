import { refuse, type SchoolId } from '../core/base/index.ts'
import { type Ctx, rows, sql } from '../platform/postgres/index.ts'
import type { Absence, SchoolResults } from './views-contract.ts'
import {
  municipalityCounters,
  regionCounters,
  schoolCounters,
  schoolHead,
  type TerritoryCounter,
} from './views-counters.ts'
import { besideOf, keyText, municipalityBeside, summaryOf, yearIn } from './views-summary.ts'

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
  const region = byKeyAndYear(await regionCounters(ctx, { ofSchool: schoolId }))
  const town = school.municipality
    ? byKeyAndYear(await municipalityCounters(ctx, school.municipality.id, { ofSchool: schoolId }))
    : null
  const seatIsSchool = ctx.scope.organisationId !== null
  const absences = await statesOf(ctx, schoolId)
  const years = [...new Set([...own, ...absences].map(({ year }) => year))].sort((a, b) => a - b)
  return {
    school,
    years,
    year: yearIn(query.year, years),
    results: own.map(({ key, year, figures }) => {
      const place = `${keyText(key)} ${year}`
      const whole = region.get(place)
      return {
        key,
        year,
        own: summaryOf(figures),
        municipality: town && municipalityBeside(town.get(place), whole, seatIsSchool),
        region: whole ? besideOf(whole.figures, whole.schools, seatIsSchool) : null,
      }
    }),
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

function byKeyAndYear(counters: readonly TerritoryCounter[]): Map<string, TerritoryCounter> {
  return new Map(counters.map(counter => [`${keyText(counter.key)} ${counter.year}`, counter]))
}
