import type { MunicipalityId } from '../../core/base/index.ts'
import { type Ctx, change, rows, sql } from '../../platform/postgres/index.ts'
import type { KnownCell } from '../known-cell.ts'
import type { CellFacts } from '../model/cell-facts.ts'
import type { ScalePlace } from '../scales/scale-entry.ts'

/** A kept cell as far as a scale needs it, with what the scale before made of it. */
export interface PlacedCell extends KnownCell {
  readonly municipalityId: MunicipalityId | null
  readonly kept: Pick<CellFacts, 'markCounts' | 'below' | 'scale'>
}

interface PlacedRow
  extends Pick<
    KnownCell,
    | 'organisationId'
    | 'grade'
    | 'wave'
    | 'class'
    | 'basis'
    | 'participants'
    | 'scores'
    | 'testScores'
    | 'marks'
    | 'below'
  > {
  readonly municipalityId: MunicipalityId | null
  readonly markCounts: readonly number[] | null
  readonly keptBelow: number | null
  readonly scale: string | null
}

/** All cells in the scope that are counted by the scale of a place: ВПР of autumn follow the programme of the grade before. */
export async function cellsOfPlace(ctx: Ctx, place: ScalePlace): Promise<PlacedCell[]> {
  const found = await rows(
    ctx.tx,
    sql<PlacedRow>`
      SELECT organisation_id AS "organisationId", municipality_id AS "municipalityId", grade, wave, class, basis, participants, scores,
             test_scores AS "testScores", marks, below_printed AS below, mark_counts AS "markCounts", below AS "keptBelow", scale
      FROM result_cells WHERE ${isAt(ctx, place)}`,
  )
  return found.map(({ markCounts, keptBelow, scale, ...cell }) => ({
    ...{ ...place, ...cell, schoolCode: '', absent: null, mean: null, journal: null, comparison: null, tasks: null },
    kept: { markCounts, below: keptBelow, scale },
  }))
}

/** Puts what another scale says in the place of what the old one said. */
export async function putFacts(
  ctx: Ctx,
  place: ScalePlace,
  cells: readonly { readonly cell: PlacedCell; readonly facts: CellFacts }[],
): Promise<void> {
  const columns = cells.map(({ cell, facts }) => ({
    organisation_id: cell.organisationId,
    grade: cell.grade,
    wave: cell.wave,
    class: cell.class,
    mark_counts: facts.markCounts,
    below: facts.below,
    scale: facts.scale,
  }))
  await change(
    ctx.tx,
    sql`
      UPDATE result_cells SET mark_counts = f.mark_counts, below = f.below, scale = f.scale
      FROM json_to_recordset(${JSON.stringify(columns)}::json) AS f(organisation_id uuid, grade smallint, wave text, class text,
        mark_counts integer[], below integer, scale text)
      WHERE ${isAt(ctx, place)} AND result_cells.organisation_id = f.organisation_id AND result_cells.grade = f.grade AND result_cells.wave = f.wave
        AND result_cells.class = f.class`,
  )
}

function isAt(ctx: Ctx, { procedure, subject, grade, year }: ScalePlace) {
  return sql<boolean>`region_id = ${ctx.scope.regionId} AND procedure = ${procedure} AND subject = ${subject} AND year = ${year}
    AND result_cells.grade = CASE WHEN procedure = 'ВПР' AND result_cells.wave = 'autumn' THEN ${grade + 1}::smallint ELSE ${grade}::smallint END`
}
