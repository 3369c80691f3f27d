import { type MunicipalityId, refuse, type SchoolId } from '../core/base/index.ts'
import { type Ctx, rows, sql } from '../platform/postgres/index.ts'
import type { ProcedureKey, TerritoryResults } from './views-contract.ts'
import { knownYears, municipalitiesOf, municipalityCounters, regionCounters, schoolHead } from './views-counters.ts'
import { besideOf, keyIn, keyText, mayHaveGrade, municipalityBeside, yearIn } from './views-summary.ts'

/**
 * Results of the region or of a municipality in a year, procedure by procedure, with the region beside, and one of them over the years.
 *
 * @param municipalityId null: the territory of the seat
 * @throws refuse('not-found', 'assessments/municipality-not-found') outside the scope as well
 */
export async function territoryResults(
  ctx: Ctx,
  municipalityId: MunicipalityId | null,
  query: { readonly year?: string; readonly key?: string },
): Promise<TerritoryResults> {
  const municipalities = await municipalitiesOf(ctx)
  const own = municipalityId ?? ctx.scope.municipalityId
  const municipality = municipalities.find(one => one.id === own) ?? null
  if (own !== null && !municipality) throw refuse('not-found', 'assessments/municipality-not-found')
  const years = await knownYears(ctx)
  const year = yearIn(query.year, years)
  const seatIsSchool = ctx.scope.organisationId !== null
  const ownSchool = seatIsSchool ? await schoolHead(ctx, ctx.scope.organisationId as unknown as SchoolId) : null
  const region = year === null ? [] : await regionCounters(ctx, { year })
  const town = year === null || own === null ? region : await municipalityCounters(ctx, own, { year })
  const inTown = new Map(town.map(counter => [keyText(counter.key), counter]))
  const types = await expectedTypes(ctx, own)
  const explained = year === null ? new Map<string, number>() : await explainedGaps(ctx, own, year)
  const procedures = region.map(counter => {
    const { procedure, subject, grade } = counter.key
    return {
      key: counter.key,
      own: municipalityBeside(inTown.get(keyText(counter.key)), counter, seatIsSchool),
      region: own === null ? null : besideOf(counter.figures, counter.schools, seatIsSchool),
      expected:
        seatIsSchool || !isForAll(counter.key)
          ? null
          : types.reduce((sum, { type, schools }) => sum + (mayHaveGrade(type, grade) ? schools : 0), 0),
      explained: explained.get([procedure, subject, grade].join('~')) ?? 0,
    }
  })
  const key = keyIn(query.key) ?? mostTaken(procedures)
  return {
    municipality,
    municipalities,
    ownSchool: ownSchool && { id: ownSchool.id, name: ownSchool.name },
    years,
    year,
    key,
    procedures,
    overYears: key === null ? [] : await overYears(ctx, own, key),
  }
}

async function overYears(
  ctx: Ctx,
  own: MunicipalityId | null,
  key: ProcedureKey,
): Promise<TerritoryResults['overYears']> {
  const seatIsSchool = ctx.scope.organisationId !== null
  const region = await regionCounters(ctx, { key })
  const town = own === null ? region : await municipalityCounters(ctx, own, { key })
  return region
    .map(counter => ({
      year: counter.year,
      own: municipalityBeside(
        town.find(one => one.year === counter.year),
        counter,
        seatIsSchool,
      ),
      region: own === null ? null : besideOf(counter.figures, counter.schools, seatIsSchool),
    }))
    .sort((a, b) => a.year - b.year)
}

/** Reserve days and a second try are for some pupils: a school without them lacks nothing. */
function isForAll({ wave }: ProcedureKey): boolean {
  return wave !== 'reserve' && wave !== 'september'
}

/** The procedure shown over the years when nobody chose one: the first by name that most schools took. */
function mostTaken(procedures: TerritoryResults['procedures']): ProcedureKey | null {
  const schools = ({ own }: TerritoryResults['procedures'][number]) => own?.schools ?? 0
  const most = Math.max(0, ...procedures.map(schools))
  return procedures.find(one => schools(one) === most)?.key ?? null
}

function expectedTypes(ctx: Ctx, own: MunicipalityId | null): Promise<{ type: string | null; schools: number }[]> {
  return rows(
    ctx.tx,
    sql<{ type: string | null; schools: number }>`SELECT type, count(*)::int AS schools FROM pub_schools
      WHERE region_id = ${ctx.scope.regionId} AND active AND (${own}::uuid IS NULL OR municipality_id = ${own}) GROUP BY type`,
  )
}

/** Schools without a result of which somebody said why, by procedure, subject and grade. */
async function explainedGaps(ctx: Ctx, own: MunicipalityId | null, year: number): Promise<Map<string, number>> {
  const found = await rows(
    ctx.tx,
    sql<{ key: string; schools: number }>`
      SELECT concat_ws('~', t.procedure, t.subject, t.grade) AS key, count(*)::int AS schools FROM result_states t
      WHERE t.region_id = ${ctx.scope.regionId} AND t.year = ${year} AND (${own}::uuid IS NULL OR t.municipality_id = ${own})
        AND NOT EXISTS (SELECT 1 FROM school_results s WHERE s.region_id = t.region_id AND s.organisation_id = t.organisation_id
          AND s.procedure = t.procedure AND s.subject = t.subject AND s.grade = t.grade AND s.year = t.year)
      GROUP BY 1`,
  )
  return new Map(found.map(({ key, schools }) => [key, schools]))
}
