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
  const keys = new Map<string, TerritoryUnit>()
  for (const unit of units)
    for (const one of [unit, { ...unit, grade: unit.grade + 1, year: unit.year + 1 }])
      keys.set([one.municipalityId, one.procedure, one.subject, one.grade, one.year, one.wave].join('\u0000'), one)
  for (const unit of keys.values()) await refreshOne(ctx, unit)
}

async function refreshOne(ctx: Ctx, unit: TerritoryUnit): Promise<void> {
  const region = ctx.scope.regionId
  const town = unit.municipalityId ?? regionItself
  const cells = await rows(
    ctx.tx,
    sql<CellRow>`SELECT ${cellColumns}, organisation_id AS school FROM result_cells
      WHERE region_id = ${region} AND municipality_id IS NOT DISTINCT FROM ${unit.municipalityId}::uuid AND ${sameUnit(unit)}`,
  )
  await change(
    ctx.tx,
    sql`DELETE FROM municipality_results WHERE region_id = ${region} AND municipality_id = ${town} AND ${sameUnit(unit)}`,
  )
  if (cells.length === 0) return
  const { participants, absent, judged, below, marks, points, ...details } = sumFigures(cells.map(figuresOfRow))
  const ratios = await cohortRatios(ctx, unit)
  await change(
    ctx.tx,
    sql`INSERT INTO municipality_results (region_id, municipality_id, procedure, subject, grade, year, wave, schools,
          participants, absent, judged, below, mark_counts, points, details, cohort_ratios)
        VALUES (${region}, ${town}, ${unit.procedure}, ${unit.subject}, ${unit.grade}, ${unit.year}, ${unit.wave},
          ${new Set(cells.map(cell => cell.school)).size}, ${participants}, ${absent}, ${judged}, ${below}, ${marks},
          ${JSON.stringify(points)}::jsonb, ${JSON.stringify(details)}::jsonb, ${ratios})`,
  )
}

/** Mean mark of each school's cohort ÷ its mean mark a grade and a year before, in rising order: schools cannot be told apart by it. */
async function cohortRatios(ctx: Ctx, unit: TerritoryUnit): Promise<number[]> {
  const pairs = await rows(
    ctx.tx,
    sql<{ now: number[]; before: number[] }>`
      SELECT s.mark_counts AS now, b.mark_counts AS before FROM school_results s
      JOIN school_results b ON b.region_id = s.region_id AND b.organisation_id = s.organisation_id AND b.procedure = s.procedure
        AND b.subject = s.subject AND b.wave = s.wave AND b.grade = s.grade - 1 AND b.year = s.year - 1
      WHERE s.region_id = ${ctx.scope.regionId} AND s.municipality_id IS NOT DISTINCT FROM ${unit.municipalityId}::uuid
        AND s.procedure = ${unit.procedure} AND s.subject = ${unit.subject} AND s.grade = ${unit.grade}
        AND s.year = ${unit.year} AND s.wave = ${unit.wave} AND s.mark_counts IS NOT NULL AND b.mark_counts IS NOT NULL`,
  )
  return pairs
    .map(pair => ratioOfCohort(pair.now, pair.before))
    .filter(ratio => ratio !== null)
    .sort((a, b) => a - b)
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

function sameUnit({ procedure, subject, grade, year, wave }: TerritoryUnit) {
  return sql`procedure = ${procedure} AND subject = ${subject} AND grade = ${grade} AND year = ${year} AND wave = ${wave}`
}
