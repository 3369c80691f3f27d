import type { MunicipalityId } from '../core/base/index.ts'
import { leastParticipants } from '../core/statistics/not-countable.ts'
import { type Ctx, change, rows, sql } from '../platform/postgres/index.ts'
import type { Wave } from './model/cell.ts'
import { type Figures, meanMark, sumFigures } from './model/figures.ts'

/** A procedure of a territory: the key of its counters. */
export interface TerritoryUnit {
  /** null: schools that the region keeps itself. */
  readonly municipalityId: MunicipalityId | null
  readonly procedure: string
  readonly subject: string
  readonly grade: number
  readonly year: number
  readonly wave: Wave
}

/** Stands for «no municipality» in the key of a counter. */
export const regionItself = '00000000-0000-0000-0000-000000000000'

/**
 * Counts the municipalities anew whose cells have changed, in the transaction of the change; the year after as well, whose cohorts are
 * compared with this one. What is written is worked out from cells, never carried on from the counters before.
 *
 * @param units may repeat; only municipalities that the seat may write
 * @example await refreshMunicipalities(ctx, [{ municipalityId, procedure: 'ВПР', subject: 'математика', grade: 5, year: 2025, wave: 'spring' }])
 */
export async function refreshMunicipalities(ctx: Ctx, units: readonly TerritoryUnit[]): Promise<void> {
  const works = new Map<string, { readonly work: Work; readonly towns: Set<string> }>()
  for (const { municipalityId, procedure, subject, grade, year, wave } of units)
    for (const later of [0, 1]) {
      const work = { procedure, subject, grade: grade + later, year: year + later, wave }
      const name = Object.values(work).join('\n')
      const { towns } = works.get(name) ?? { towns: new Set() }
      works.set(name, { work, towns: towns.add(municipalityId ?? regionItself) })
    }
  for (const { work, towns } of works.values()) await refreshWork(ctx, work, [...towns])
}

type Work = Omit<TerritoryUnit, 'municipalityId'>

/** All towns of one procedure at a time: a file of a region speaks of one procedure and of every town. */
async function refreshWork(ctx: Ctx, work: Work, towns: readonly string[]): Promise<void> {
  const inTowns = sql`region_id = ${ctx.scope.regionId} AND coalesce(municipality_id, ${regionItself}) = ANY(${towns}::uuid[]) AND ${sameWork(work)}`
  const cells = await rows(
    ctx.tx,
    sql<CellRow & { town: string }>`
      SELECT ${cellColumns}, organisation_id AS school, coalesce(municipality_id, ${regionItself}) AS town FROM result_cells WHERE ${inTowns}`,
  )
  await change(ctx.tx, sql`DELETE FROM municipality_results WHERE ${inTowns}`)
  if (cells.length === 0) return
  const ratios = await cohortRatios(ctx, work, towns)
  const counters = [...Map.groupBy(cells, cell => cell.town)].map(([town, own]) => {
    const { participants, absent, judged, below, marks, points, ...details } = sumFigures(own.map(figuresOfRow))
    const schools = new Set(own.map(cell => cell.school)).size
    return {
      town,
      schools,
      participants,
      absent,
      judged,
      below,
      marks,
      points,
      details,
      ratios: ratios.get(town) ?? [],
    }
  })
  await change(
    ctx.tx,
    sql`INSERT INTO municipality_results (region_id, municipality_id, procedure, subject, grade, year, wave, schools,
          participants, absent, judged, below, mark_counts, points, details, cohort_ratios)
        SELECT ${ctx.scope.regionId}, town, ${work.procedure}, ${work.subject}, ${work.grade}, ${work.year}, ${work.wave},
          schools, participants, absent, judged, below, marks, points, details, ratios
        FROM json_to_recordset(${JSON.stringify(counters)}::json) AS c(town uuid, schools integer, participants integer, absent integer,
          judged integer, below integer, marks integer[], points jsonb, details jsonb, ratios double precision[])`,
  )
}

/** Mean mark of each school's cohort ÷ its mean mark a grade and a year before, by town and in rising order: schools cannot be told apart. */
async function cohortRatios(ctx: Ctx, work: Work, towns: readonly string[]): Promise<Map<string, number[]>> {
  const marksOf = async (grade: number, year: number) =>
    rows(
      ctx.tx,
      sql<{ school: string; town: string; marks: number[] }>`
        SELECT organisation_id AS school, coalesce(municipality_id, ${regionItself}) AS town, mark_counts AS marks FROM school_results
        WHERE region_id = ${ctx.scope.regionId} AND coalesce(municipality_id, ${regionItself}) = ANY(${towns}::uuid[])
          AND mark_counts IS NOT NULL AND ${sameWork({ ...work, grade, year })}`,
    )
  const before = new Map((await marksOf(work.grade - 1, work.year - 1)).map(({ school, marks }) => [school, marks]))
  const ratios = (await marksOf(work.grade, work.year)).flatMap(({ school, town, marks }) => {
    const ratio = ratioOfCohort(marks, before.get(school) ?? [])
    return ratio === null ? [] : [{ town, ratio }]
  })
  const inOrder = ratios.sort((a, b) => a.ratio - b.ratio)
  return new Map([...Map.groupBy(inOrder, one => one.town)].map(([town, own]) => [town, own.map(({ ratio }) => ratio)]))
}

/** @returns null where one of the two years has fewer participants with a mark than a marker needs */
export function ratioOfCohort(now: readonly number[], before: readonly number[]): number | null {
  const enough = [now, before].every(
    marks => marks.slice(1).reduce((all, count) => all + count, 0) >= leastParticipants,
  )
  const means = [meanMark(now), meanMark(before)]
  return enough && means[0] && means[1] ? means[0] / means[1] : null
}

/** Columns of `result_cells` that make figures, under the names of `CellRow`. */
export const cellColumns = sql`participants, absent, CASE WHEN below IS NULL THEN 0 ELSE participants END AS judged, below, mark_counts AS marks, points_of AS "pointsOf", points_sum::float8 AS "pointsSum",
  points_count AS "pointsCount", scores, test_scores AS "testScores", journal, comparison, tasks`

export interface CellRow extends Pick<Figures, 'participants' | 'absent' | 'judged' | 'below' | 'marks'> {
  readonly school: string
  readonly pointsOf: 'primary' | 'test' | 'mark' | null
  readonly pointsSum: number | null
  readonly pointsCount: number | null
  readonly scores: readonly number[] | null
  readonly testScores: readonly number[] | null
  readonly journal: readonly number[] | null
  readonly comparison: readonly number[] | null
  readonly tasks: Figures['tasks']
}

/** A stored cell as figures. The journal lies row after row and is cut into its six rows. */
export function figuresOfRow(row: CellRow): Figures {
  const { pointsOf, pointsSum, pointsCount, journal } = row
  const width = (journal?.length ?? 0) / 6
  return {
    participants: row.participants,
    absent: row.absent,
    judged: row.judged,
    below: row.below,
    marks: row.marks,
    points: pointsOf && pointsSum !== null ? { [pointsOf]: { sum: pointsSum, count: pointsCount ?? 0 } } : {},
    scores: row.scores,
    testScores: row.testScores,
    journal: journal && Array.from({ length: 6 }, (_, mark) => journal.slice(mark * width, (mark + 1) * width)),
    comparison: row.comparison,
    tasks: row.tasks,
  }
}

function sameWork({ procedure, subject, grade, year, wave }: Work) {
  return sql`procedure = ${procedure} AND subject = ${subject} AND grade = ${grade} AND year = ${year} AND wave = ${wave}`
}
