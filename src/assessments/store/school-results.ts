import type { MunicipalityId } from '../../core/base/index.ts'
import { type Ctx, change, sql } from '../../platform/postgres/index.ts'
import type { CellUnit } from '../known-cell.ts'

/** The result of a school in a procedure and wave: its classes together. */
export type SchoolUnit = Omit<CellUnit, 'class'> & { readonly municipalityId: MunicipalityId | null }

/**
 * Counts the classes of these schools again. A figure that is not known of every class with participants is not known of the school.
 * Cells are replaced, never taken away, so a counter never has to go.
 */
export async function recount(ctx: Ctx, units: readonly SchoolUnit[]): Promise<void> {
  if (units.length === 0) return
  await change(
    ctx.tx,
    sql`
      INSERT INTO school_results (region_id, organisation_id, municipality_id, procedure, subject, grade, year, wave, classes,
        participants, absent, below, mark_counts, points_of, points_sum, points_count)
      SELECT c.region_id, c.organisation_id, t."municipalityId", c.procedure, c.subject, c.grade, c.year, c.wave, count(*),
        sum(c.participants),
        CASE WHEN bool_and(c.absent IS NOT NULL) THEN sum(c.absent) END,
        CASE WHEN bool_and(c.below IS NOT NULL OR c.participants = 0) THEN sum(c.below) END,
        CASE WHEN bool_and(c.mark_counts IS NOT NULL OR c.participants = 0) AND bool_or(c.mark_counts IS NOT NULL)
          THEN ARRAY[sum(c.mark_counts[1]), sum(c.mark_counts[2]), sum(c.mark_counts[3]),
                     sum(c.mark_counts[4]), sum(c.mark_counts[5]), sum(c.mark_counts[6])]::integer[] END,
        CASE WHEN bool_and(c.points_of IS NOT NULL OR c.participants = 0) AND min(c.points_of) = max(c.points_of) THEN min(c.points_of) END,
        CASE WHEN bool_and(c.points_of IS NOT NULL OR c.participants = 0) AND min(c.points_of) = max(c.points_of) THEN sum(c.points_sum) END,
        CASE WHEN bool_and(c.points_of IS NOT NULL OR c.participants = 0) AND min(c.points_of) = max(c.points_of) THEN sum(c.points_count) END
      FROM json_to_recordset(${JSON.stringify(units)}::json) AS t("organisationId" uuid, "municipalityId" uuid, procedure text,
        subject text, grade smallint, year smallint, wave text)
      JOIN result_cells c ON c.region_id = ${ctx.scope.regionId} AND c.organisation_id = t."organisationId" AND c.procedure = t.procedure
        AND c.subject = t.subject AND c.grade = t.grade AND c.year = t.year AND c.wave = t.wave
      GROUP BY c.region_id, c.organisation_id, t."municipalityId", c.procedure, c.subject, c.grade, c.year, c.wave
      ON CONFLICT (region_id, organisation_id, procedure, subject, grade, year, wave) DO UPDATE SET
        municipality_id = excluded.municipality_id, classes = excluded.classes, participants = excluded.participants,
        absent = excluded.absent, below = excluded.below, mark_counts = excluded.mark_counts, points_of = excluded.points_of,
        points_sum = excluded.points_sum, points_count = excluded.points_count`,
  )
}

/** The schools and waves of these cells, each once. */
export function schoolUnitsOf(
  cells: readonly (CellUnit & { readonly municipalityId: MunicipalityId | null })[],
): SchoolUnit[] {
  const units = new Map<string, SchoolUnit>()
  for (const { organisationId, municipalityId, procedure, subject, grade, year, wave } of cells)
    units.set([organisationId, procedure, subject, grade, year, wave].join('\n'), {
      organisationId,
      municipalityId,
      procedure,
      subject,
      grade,
      year,
      wave,
    })
  return [...units.values()]
}
