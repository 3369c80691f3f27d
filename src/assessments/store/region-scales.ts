import { type Ctx, change, rows, sql } from '../../platform/postgres/index.ts'
import type { Scale } from '../model/scale.ts'
import type { ScaleEntry, ScalePlace } from '../scales/scale-entry.ts'

/** What a region sets for one place; null thresholds give the place back to the shipped scale. */
export interface RegionScale {
  readonly thresholds: Scale | null
  readonly source: string
  /** YYYY-MM-DD */
  readonly checkedOn: string
}

interface CurrentRow extends ScalePlace {
  readonly edition: number
  readonly thresholds: Scale
  readonly source: string
  readonly checkedOn: string
}

/** Scales of the region that count now. */
export async function currentRegionScales(ctx: Ctx): Promise<readonly ScaleEntry[]> {
  const found = await rows(
    ctx.tx,
    sql<CurrentRow>`
      SELECT procedure, subject, grade, year, edition, thresholds, source, checked_on AS "checkedOn"
      FROM (SELECT DISTINCT ON (procedure, subject, grade, year) * FROM region_scales WHERE region_id = ${ctx.scope.regionId}
            ORDER BY procedure, subject, grade, year, edition DESC) s
      WHERE thresholds IS NOT NULL`,
  )
  return found.map(({ thresholds, year, edition, ...row }) => ({
    ...row,
    ...thresholds,
    id: `region/${edition}`,
    title: '',
    status: 'confirmed',
    years: [year],
    regionId: ctx.scope.regionId,
  }))
}

/** The newest edition of a place; 0: the region has never set one. */
export async function editionOf(ctx: Ctx, { procedure, subject, grade, year }: ScalePlace): Promise<number> {
  const [found] = await rows(
    ctx.tx,
    sql<{ edition: number }>`
      SELECT coalesce(max(edition), 0) AS edition FROM region_scales
      WHERE region_id = ${ctx.scope.regionId} AND procedure = ${procedure} AND subject = ${subject} AND grade = ${grade} AND year = ${year}`,
  )
  return found?.edition ?? 0
}

/** @returns false when somebody else entered this edition first */
export async function insertEdition(
  ctx: Ctx,
  { procedure, subject, grade, year }: ScalePlace,
  edition: number,
  { thresholds, source, checkedOn }: RegionScale,
): Promise<boolean> {
  const inserted = await change(
    ctx.tx,
    sql`INSERT INTO region_scales (region_id, procedure, subject, grade, year, edition, thresholds, source, checked_on, entered_at, entered_by)
        VALUES (${ctx.scope.regionId}, ${procedure}, ${subject}, ${grade}, ${year}, ${edition},
                ${thresholds && JSON.stringify(thresholds)}, ${source}, ${checkedOn}, ${ctx.now}, ${ctx.who.personName})
        ON CONFLICT DO NOTHING`,
  )
  return inserted === 1
}
