import type { MunicipalityId, SchoolId } from '../../core/base/index.ts'
import { type Ctx, change, rows, sql } from '../../platform/postgres/index.ts'
import type { CellUnit, KnownCell } from '../known-cell.ts'
import type { CellFacts } from '../model/cell-facts.ts'

/** A cell ready to be kept: what the file gave, what follows from it, whose territory it is. */
export interface ReadyCell {
  readonly cell: KnownCell
  readonly municipalityId: MunicipalityId | null
  readonly facts: CellFacts
  readonly fingerprint: string
}

/** What is kept of a cell, as far as comparing needs it. */
export interface KeptCell extends CellUnit {
  readonly fingerprint: string
  readonly fileId: string
  readonly participants: number
  readonly absent: number | null
  readonly below: number | null
  readonly markCounts: readonly number[] | null
  readonly pointsOf: CellFacts['pointsOf']
  readonly pointsSum: number | null
  readonly pointsCount: number | null
}

/** One import at a time in a region: two people who send the same file do not count it twice. */
export async function takeTurn(ctx: Ctx): Promise<void> {
  await rows(ctx.tx, sql`SELECT pg_advisory_xact_lock(7306, ${ctx.scope.regionId})`)
}

/** Municipalities of the schools among these ids that the scope reaches. */
export async function municipalitiesOf(
  ctx: Ctx,
  ids: readonly SchoolId[],
): Promise<Map<SchoolId, MunicipalityId | null>> {
  const found = await rows(
    ctx.tx,
    sql<{ id: SchoolId; municipalityId: MunicipalityId | null }>`
      SELECT organisation_id AS id, municipality_id AS "municipalityId" FROM pub_organisations
      WHERE region_id = ${ctx.scope.regionId} AND kind = 'school' AND organisation_id = ANY(${ids}::uuid[])`,
  )
  return new Map(found.map(({ id, municipalityId }) => [id, municipalityId]))
}

/** Kept cells that share school, procedure, subject and year with any of these: a few more than asked, in one query. */
export function keptCells(ctx: Ctx, units: readonly CellUnit[]): Promise<KeptCell[]> {
  const distinct = <Value>(value: (unit: CellUnit) => Value) => [...new Set(units.map(value))]
  return rows(
    ctx.tx,
    sql<KeptCell>`
      SELECT organisation_id AS "organisationId", procedure, subject, grade, year, wave, class, fingerprint, file_id AS "fileId",
             participants, absent, below, mark_counts AS "markCounts", points_of AS "pointsOf",
             points_sum::float8 AS "pointsSum", points_count AS "pointsCount"
      FROM result_cells
      WHERE region_id = ${ctx.scope.regionId}
        AND organisation_id = ANY(${distinct(unit => unit.organisationId)}::uuid[])
        AND procedure = ANY(${distinct(unit => unit.procedure)}::text[])
        AND subject = ANY(${distinct(unit => unit.subject)}::text[])
        AND year = ANY(${distinct(unit => unit.year)}::smallint[])`,
  )
}

const chunk = 1000

/** Enters cells, or puts them in the place of those of the same unit. */
export async function putCells(ctx: Ctx, cells: readonly ReadyCell[], fileId: string): Promise<void> {
  for (let from = 0; from < cells.length; from += chunk)
    await change(
      ctx.tx,
      sql`
        INSERT INTO result_cells (region_id, organisation_id, municipality_id, procedure, subject, grade, year, wave, class, basis,
          participants, absent, scores, test_scores, marks, below_printed, mean_printed, mean_printed_of, journal, comparison, tasks,
          mark_counts, below, points_of, points_sum, points_count, scale, file_id, row_from, row_to, fingerprint)
        SELECT ${ctx.scope.regionId}, organisation_id, municipality_id, procedure, subject, grade, year, wave, class, basis,
          participants, absent, scores, test_scores, marks, below_printed, mean_printed, mean_printed_of, journal, comparison, tasks,
          mark_counts, below, points_of, points_sum, points_count, scale, ${fileId}, row_from, row_to, fingerprint
        FROM json_to_recordset(${JSON.stringify(cells.slice(from, from + chunk).map(columnsOf))}::json) AS c(
          organisation_id uuid, municipality_id uuid, procedure text, subject text, grade smallint, year smallint, wave text,
          class text, basis text, participants integer, absent integer, scores integer[], test_scores integer[], marks integer[],
          below_printed integer, mean_printed numeric, mean_printed_of text, journal integer[], comparison integer[], tasks jsonb,
          mark_counts integer[], below integer, points_of text, points_sum numeric, points_count integer, scale text,
          row_from integer, row_to integer, fingerprint text)
        ON CONFLICT (region_id, organisation_id, procedure, subject, grade, year, wave, class) DO UPDATE SET
          municipality_id = excluded.municipality_id, basis = excluded.basis, participants = excluded.participants,
          absent = excluded.absent, scores = excluded.scores, test_scores = excluded.test_scores, marks = excluded.marks,
          below_printed = excluded.below_printed, mean_printed = excluded.mean_printed, mean_printed_of = excluded.mean_printed_of,
          journal = excluded.journal, comparison = excluded.comparison, tasks = excluded.tasks, mark_counts = excluded.mark_counts,
          below = excluded.below, points_of = excluded.points_of, points_sum = excluded.points_sum,
          points_count = excluded.points_count, scale = excluded.scale, file_id = excluded.file_id, row_from = excluded.row_from,
          row_to = excluded.row_to, fingerprint = excluded.fingerprint`,
    )
}

function columnsOf({ cell, municipalityId, facts, fingerprint }: ReadyCell) {
  return {
    organisation_id: cell.organisationId,
    municipality_id: municipalityId,
    procedure: cell.procedure,
    subject: cell.subject,
    grade: cell.grade,
    year: cell.year,
    wave: cell.wave,
    class: cell.class,
    basis: cell.basis,
    participants: cell.participants,
    absent: cell.absent,
    scores: cell.scores,
    test_scores: cell.testScores,
    marks: cell.marks,
    below_printed: cell.below,
    mean_printed: cell.mean?.value ?? null,
    mean_printed_of: cell.mean?.of ?? null,
    journal: cell.journal && flat(cell.journal),
    comparison: cell.comparison && [cell.comparison.lower, cell.comparison.same, cell.comparison.higher],
    tasks: cell.tasks,
    mark_counts: facts.markCounts,
    below: facts.below,
    points_of: facts.pointsOf,
    points_sum: facts.pointsSum,
    points_count: facts.pointsCount,
    scale: facts.scale,
    row_from: cell.rows?.[0] ?? null,
    row_to: cell.rows?.[1] ?? null,
    fingerprint,
  }
}

/** Six rows of equal width, one after another. */
function flat(journal: readonly (readonly number[])[]): number[] {
  const width = Math.max(1, ...journal.map(({ length }) => length))
  return Array.from({ length: 6 * width }, (_, at) => journal[Math.floor(at / width)]?.[at % width] ?? 0)
}
