import { type Ctx, rows, sql } from '../../platform/postgres/index.ts'
import { usualPoints } from '../model/cell-facts.ts'
import type { Scale } from '../model/scale.ts'
import { whatScaleWouldChange } from './change-scale.ts'
import { type ScaleEntry, scaleFor } from './scale-entry.ts'
import { placeIn, placeKey, scaleIn } from './scale-fields.ts'
import { allScales } from './scales-in-force.ts'
import type { ScaleFields, ScaleList, ScalePage, ScalePreview, ShownScale } from './shapes.ts'

/** Procedures of a year that have results in the scope, with the scale that counts; the newest year when none is asked. */
export async function scaleList(ctx: Ctx, askedYear: string | undefined): Promise<ScaleList> {
  const years = (
    await rows(
      ctx.tx,
      sql<{
        year: number
      }>`SELECT DISTINCT year FROM school_results WHERE region_id = ${ctx.scope.regionId} ORDER BY year DESC`,
    )
  ).map(({ year }) => year)
  const year = years.find(one => String(one) === askedYear) ?? years[0] ?? null
  // ВПР of autumn follow the programme of the grade before, and its scale.
  const found = await rows(
    ctx.tx,
    sql<Omit<ScaleList['places'][number], 'key' | 'scale'>>`
      SELECT procedure, subject, CASE WHEN procedure = 'ВПР' AND wave = 'autumn' THEN grade - 1 ELSE grade END AS grade, year,
             count(DISTINCT organisation_id) AS schools, sum(participants)::int AS participants,
             coalesce(sum(participants) FILTER (WHERE below IS NULL), 0)::int AS unknown
      FROM school_results WHERE region_id = ${ctx.scope.regionId} AND year = ${year}
      GROUP BY 1, 2, 3, 4 ORDER BY procedure COLLATE names_in_order, subject COLLATE names_in_order, 3`,
  )
  const scales = await allScales(ctx)
  return {
    years,
    year,
    places: found.map(place => ({
      ...place,
      key: placeKey(place),
      scale: shown(scaleFor(scales, place, ctx.scope.regionId)),
    })),
  }
}

/** One place: the scale that counts, and every edition of the region. */
export async function scalePage(ctx: Ctx, key: string): Promise<ScalePage> {
  const place = placeIn(key)
  const editions = await rows(
    ctx.tx,
    sql<
      Omit<ScalePage['editions'][number], 'thresholds' | 'enteredAt'> & { thresholds: Scale | null; enteredAt: Date }
    >`
      SELECT edition, thresholds, source, checked_on AS "checkedOn", entered_at AS "enteredAt", entered_by AS "enteredBy"
      FROM region_scales WHERE region_id = ${ctx.scope.regionId} AND procedure = ${place.procedure} AND subject = ${place.subject}
        AND grade = ${place.grade} AND year = ${place.year} ORDER BY edition DESC`,
  )
  const scale = shown(scaleFor(await allScales(ctx), place, ctx.scope.regionId))
  const shipped = { thresholds: null, source: '', checkedOn: ctx.today }
  return {
    ...place,
    key: placeKey(place),
    stale: scale?.own ? 0 : (await whatScaleWouldChange(ctx, place, shipped)).cells,
    of: usualPoints(place.procedure, place.subject),
    scale,
    edition: editions[0]?.edition ?? 0,
    editions: editions.map(one => ({
      ...one,
      thresholds: one.thresholds && thresholdsOf(one.thresholds),
      enteredAt: one.enteredAt.toISOString(),
    })),
  }
}

/** What the typed scale would change. @throws as `scaleIn` does */
export async function scalePreview(ctx: Ctx, key: string, asked: Partial<ScaleFields>): Promise<ScalePreview> {
  const page = await scalePage(ctx, key)
  const fields = { ...emptyFields, ...asked }
  const scale = scaleIn(fields, page)
  const effect = await whatScaleWouldChange(ctx, page, scale)
  const names = await rows(
    ctx.tx,
    sql<{ id: string; name: string }>`
      SELECT organisation_id AS id, coalesce(short_name, name) AS name FROM pub_organisations
      WHERE region_id = ${ctx.scope.regionId} AND organisation_id = ANY(${effect.schools.map(({ organisationId }) => organisationId)}::uuid[])
      ORDER BY coalesce(short_name, name) COLLATE names_in_order, organisation_id`,
  )
  const changes = new Map(effect.schools.map(one => [one.organisationId as string, one]))
  const schools = names.flatMap(({ id, name }) => {
    const change = changes.get(id)
    return change ? [{ id, name, participants: change.participants, ...change.below }] : []
  })
  const thresholds = scale.thresholds && thresholdsOf(scale.thresholds)
  return { page, fields, thresholds, effect: { cells: effect.cells, printed: effect.printed, schools } }
}

const emptyFields: ScaleFields = {
  ...{ kind: 'own', three: '', four: '', five: '', minimum: '', highest: '', also: '', source: '', checkedOn: '' },
}

function shown(entry: ScaleEntry | null): ShownScale | null {
  if (!entry) return null
  const { id, source, checkedOn, status, regionId } = entry
  return {
    id,
    thresholds: thresholdsOf(entry),
    source,
    checkedOn,
    status,
    own: regionId !== null && id.startsWith('region/'),
  }
}

function thresholdsOf({ of, marks, minimum, max, also }: Scale) {
  return { of, marks: marks && [...marks], minimum, max, also }
}
