import type { IsoDate, OrganisationId } from '../../core/base/index.ts'
import type { Methodology } from '../../core/rules/methodology.ts'
import type { Slot } from '../../core/rules/results-table.ts'
import type { Settings } from '../../core/rules/settings.ts'
import { type Ctx, change, maybeRow, rows, sql } from '../../platform/postgres/index.ts'
import type { SchoolAnswer } from '../identify/identify.ts'
import type { ShortVerdict } from '../model/verdicts.ts'

export interface RunList {
  readonly id: string
  readonly title: string
  readonly yes: number
  readonly no: number
  readonly unknown: number
}

/** All schools together in one procedure: what a school is laid beside. */
export interface RegionFigure {
  readonly schools: number
  readonly participants: number
  readonly below: number
}

/** Where a figure came from: a file and its rows, of one class or of the whole school. */
export interface Source {
  readonly file: string
  readonly class: string
  readonly from: number | null
  readonly to: number | null
}

export interface StoredRun {
  readonly id: string
  readonly code: string
  readonly edition: number
  readonly editionId: string | null
  readonly title: string
  readonly methodology: Methodology
  readonly settings: Settings
  readonly day: IsoDate
  readonly year: number
  readonly inputsHash: string
  readonly columns: Readonly<Record<string, string>>
  readonly lists: readonly RunList[]
  readonly regionFigures: Readonly<Record<string, RegionFigure>>
  readonly schools: number
  readonly madeAt: Date
  readonly madeBy: string
}

export interface RunSchool {
  readonly organisationId: OrganisationId
  readonly verdicts: Readonly<Record<string, ShortVerdict>>
  readonly answer: SchoolAnswer
}

const columns =
  sql.raw(`id, code, edition, edition_id AS "editionId", title, methodology, settings, day, year, inputs_hash AS "inputsHash",
  columns, lists, region_figures AS "regionFigures", schools, made_at AS "madeAt", made_by AS "madeBy"`)

export function findRun(ctx: Ctx, id: string): Promise<StoredRun | null> {
  return maybeRow(
    ctx.tx,
    sql<StoredRun>`SELECT ${columns} FROM list_runs WHERE region_id = ${ctx.scope.regionId} AND id = ${id}`,
  )
}

export type RunLine = Omit<StoredRun, 'methodology' | 'regionFigures'>

/** Runs, the newest first. */
export function listRuns(ctx: Ctx, limit: number): Promise<RunLine[]> {
  return rows(
    ctx.tx,
    sql<RunLine>`
      SELECT id, code, edition, edition_id AS "editionId", title, settings, day, year, inputs_hash AS "inputsHash", columns, lists,
             schools, made_at AS "madeAt", made_by AS "madeBy"
      FROM list_runs WHERE region_id = ${ctx.scope.regionId} ORDER BY made_at DESC, id DESC LIMIT ${limit}`,
  )
}

export async function insertRun(ctx: Ctx, run: Omit<StoredRun, 'madeAt' | 'madeBy'>): Promise<void> {
  await change(
    ctx.tx,
    sql`INSERT INTO list_runs (region_id, id, code, edition, edition_id, title, methodology, settings, day, year, inputs_hash, columns, lists,
                               region_figures, schools, made_at, made_by)
        VALUES (${ctx.scope.regionId}, ${run.id}, ${run.code}, ${run.edition}, ${run.editionId}, ${run.title}, ${JSON.stringify(run.methodology)},
                ${JSON.stringify(run.settings)}, ${run.day}, ${run.year}, ${run.inputsHash}, ${JSON.stringify(run.columns)},
                ${JSON.stringify(run.lists)}, ${JSON.stringify(run.regionFigures)}, ${run.schools}, ${ctx.now}, ${ctx.who.personName})`,
  )
}

/**
 * Keeps what a run says of each school, with the files that its figures came from.
 *
 * @param slots procedures that were judged; `name` as traces name them
 * @param sourcesOf of another run on the same results; null: from the results as they stand
 */
export async function insertRunSchools(
  ctx: Ctx,
  runId: string,
  schools: readonly RunSchool[],
  slots: readonly (Slot & { readonly name: string })[],
  sourcesOf: string | null,
): Promise<void> {
  const { regionId } = ctx.scope
  const sources =
    sourcesOf === null
      ? sql`
        SELECT organisation_id, jsonb_object_agg(name, files) AS files FROM (
          SELECT c.organisation_id, j.name, jsonb_agg(DISTINCT jsonb_build_object('file', f.name, 'class', c.class, 'from', c.row_from, 'to', c.row_to)) AS files
          FROM jsonb_to_recordset(${JSON.stringify(slots)}::jsonb) AS j(procedure text, subject text, grade int, year int, name text)
          JOIN pub_result_cells c ON c.region_id = ${regionId} AND c.procedure = j.procedure AND c.subject = j.subject
            AND c.grade = j.grade AND c.year = j.year AND c.wave <> 'september'
          JOIN pub_result_files f ON f.region_id = c.region_id AND f.file_id = c.file_id
          GROUP BY c.organisation_id, j.name) AS used
        GROUP BY organisation_id`
      : sql`SELECT organisation_id, sources AS files FROM run_schools WHERE region_id = ${regionId} AND run_id = ${sourcesOf}`
  await change(
    ctx.tx,
    sql`WITH sources AS (${sources})
        INSERT INTO run_schools (region_id, run_id, organisation_id, municipality_id, name, verdicts, answer, sources)
        SELECT ${regionId}, ${runId}, s."organisationId", o.municipality_id, COALESCE(o.short_name, o.name), s.verdicts, s.answer, COALESCE(src.files, '{}')
        FROM jsonb_to_recordset(${JSON.stringify(schools)}::jsonb) AS s("organisationId" uuid, verdicts jsonb, answer jsonb)
        JOIN pub_organisations o ON o.region_id = ${regionId} AND o.organisation_id = s."organisationId"
        LEFT JOIN sources src ON src.organisation_id = s."organisationId"`,
  )
}

export interface RunSchoolLine {
  readonly id: OrganisationId
  readonly name: string
  readonly municipality: string | null
  readonly verdict: ShortVerdict
}

/** Verdicts of one list, schools by name. */
export function listRunSchools(ctx: Ctx, runId: string, list: string): Promise<RunSchoolLine[]> {
  return rows(
    ctx.tx,
    sql<RunSchoolLine>`
      SELECT r.organisation_id AS id, r.name, m.name AS municipality, r.verdicts->${list} AS verdict
      FROM run_schools r
      LEFT JOIN pub_municipalities m ON m.region_id = r.region_id AND m.municipality_id = r.municipality_id
      WHERE r.region_id = ${ctx.scope.regionId} AND r.run_id = ${runId}
      ORDER BY r.name COLLATE names_in_order, r.organisation_id`,
  )
}

export interface StoredAnswer {
  readonly organisationId: OrganisationId
  readonly name: string
  readonly answer: SchoolAnswer
  readonly sources: Readonly<Record<string, readonly Source[]>>
}

/** What a run says of one school. */
export function findAnswer(ctx: Ctx, runId: string, schoolId: OrganisationId): Promise<StoredAnswer | null> {
  return maybeRow(
    ctx.tx,
    sql<StoredAnswer>`
      SELECT organisation_id AS "organisationId", name, answer, sources FROM run_schools
      WHERE region_id = ${ctx.scope.regionId} AND run_id = ${runId} AND organisation_id = ${schoolId}`,
  )
}

/** What a run says of some schools. */
export function listAnswers(ctx: Ctx, runId: string, schools: readonly OrganisationId[]): Promise<StoredAnswer[]> {
  return rows(
    ctx.tx,
    sql<StoredAnswer>`
      SELECT organisation_id AS "organisationId", name, answer, sources FROM run_schools
      WHERE region_id = ${ctx.scope.regionId} AND run_id = ${runId} AND organisation_id = ANY(${schools as OrganisationId[]}::uuid[])
      ORDER BY name COLLATE names_in_order, organisation_id`,
  )
}
