import type { GatheredCell } from '../../assessments/contract.ts'
import type { RefusalParams, SchoolId } from '../../core/base/index.ts'
import type { VerdictEffect } from '../../identification/index.ts'
import { type Ctx, change, maybeRow, rows, sql } from '../../platform/postgres/index.ts'
import { allOrganisations } from '../../schools/index.ts'
import type { ColumnChoice } from '../results/mapped-layout.ts'
import type { FoundHeadings } from './find-headings.ts'
import type { CodedSchool } from './model/whose-cells.ts'

export interface StoredUpload {
  readonly id: string
  readonly at: Date
  readonly sender: string
  readonly about: Readonly<Record<string, unknown>>
  readonly state: 'reading' | 'waiting' | 'applied' | 'put-aside'
  readonly filesTotal: number
  readonly filesDone: number
  readonly firstName: string | null
  readonly beatAt: Date
  readonly verdicts: readonly VerdictEffect[] | null
  readonly version: number
}

export interface StoredFile {
  readonly place: number
  readonly fileName: string
  readonly hash: string
  readonly state: 'read' | 'unknown-layout' | 'refused' | 'left-out'
  readonly layout: string | null
  readonly refusal: { readonly code: string; readonly params: RefusalParams } | null
  readonly report: unknown
  readonly headings: FoundHeadings | null
  readonly cellCount: number
}

export async function insertUpload(
  ctx: Ctx,
  upload: { id: string; about: Readonly<Record<string, unknown>>; filesTotal: number },
): Promise<void> {
  await change(
    ctx.tx,
    sql`INSERT INTO result_uploads (region_id, id, municipality_id, person_id, at, about, state, files_total, beat_at)
        VALUES (${ctx.scope.regionId}, ${upload.id}, ${ctx.scope.municipalityId}, ${ctx.who.personId}, ${ctx.now},
                ${JSON.stringify(upload.about)}, 'reading', ${upload.filesTotal}, ${ctx.now})`,
  )
}

const uploadColumns = (ctx: Ctx) => sql`
  u.id, u.at, coalesce(p.full_name, '') AS sender, u.about, u.state, u.files_total AS "filesTotal", u.beat_at AS "beatAt", u.verdicts, u.version,
  (SELECT count(*)::int FROM result_upload_files f WHERE f.region_id = u.region_id AND f.upload_id = u.id) AS "filesDone",
  (SELECT f.file_name FROM result_upload_files f WHERE f.region_id = u.region_id AND f.upload_id = u.id ORDER BY f.place LIMIT 1) AS "firstName"
  FROM result_uploads u LEFT JOIN pub_people p ON p.region_id = u.region_id AND p.person_id = u.person_id
  WHERE u.region_id = ${ctx.scope.regionId}`

export function findUpload(ctx: Ctx, id: string): Promise<StoredUpload | null> {
  return maybeRow(ctx.tx, sql<StoredUpload>`SELECT ${uploadColumns(ctx)} AND u.id = ${id}`)
}

export function listUploads(ctx: Ctx): Promise<StoredUpload[]> {
  return rows(ctx.tx, sql<StoredUpload>`SELECT ${uploadColumns(ctx)} ORDER BY u.at DESC, u.id LIMIT 50`)
}

/** A sign of life of the reading; it also says how many files there turned out to be. */
export async function beat(ctx: Ctx, id: string, filesTotal: number): Promise<void> {
  await change(
    ctx.tx,
    sql`UPDATE result_uploads SET beat_at = ${ctx.now}, files_total = ${filesTotal}
        WHERE region_id = ${ctx.scope.regionId} AND id = ${id} AND state = 'reading'`,
  )
}

/** @returns false when the upload is no longer in that state or version */
export async function moveUpload(
  ctx: Ctx,
  id: string,
  from: { state: StoredUpload['state']; version: number },
  to: StoredUpload['state'],
): Promise<boolean> {
  const moved = await change(
    ctx.tx,
    sql`UPDATE result_uploads SET state = ${to}, version = version + 1
        WHERE region_id = ${ctx.scope.regionId} AND id = ${id} AND state = ${from.state} AND version = ${from.version}::bigint`,
  )
  return moved === 1
}

/** Keeps what came of a file; read anew, it takes the place of what was known of it. */
export async function saveFile(
  ctx: Ctx,
  uploadId: string,
  file: Omit<StoredFile, 'cellCount' | 'headings'> & {
    readonly headings: unknown
    readonly cells: readonly GatheredCell[] | null
  },
): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  await change(
    ctx.tx,
    sql`INSERT INTO result_upload_files (region_id, upload_id, place, municipality_id, file_name, hash, state, layout, refusal, report, headings, cells)
        VALUES (${ctx.scope.regionId}, ${uploadId}, ${file.place}, ${ctx.scope.municipalityId}, ${file.fileName}, ${file.hash}, ${file.state},
                ${file.layout}, ${json(file.refusal)}, ${json(file.report)}, ${json(file.headings)}, ${json(file.cells)})
        ON CONFLICT (region_id, upload_id, place) DO UPDATE SET state = excluded.state, layout = excluded.layout, refusal = excluded.refusal,
          report = excluded.report, headings = excluded.headings, cells = excluded.cells`,
  )
}

export function listFiles(ctx: Ctx, uploadId: string): Promise<StoredFile[]> {
  return rows(
    ctx.tx,
    sql<StoredFile>`
      SELECT place, file_name AS "fileName", hash, state, layout, refusal, report - 'problems' AS report, headings,
             coalesce(jsonb_array_length(cells), 0) AS "cellCount"
      FROM result_upload_files WHERE region_id = ${ctx.scope.regionId} AND upload_id = ${uploadId} ORDER BY place`,
  )
}

export function findFile(ctx: Ctx, uploadId: string, place: number): Promise<StoredFile | null> {
  return maybeRow(
    ctx.tx,
    sql<StoredFile>`
      SELECT place, file_name AS "fileName", hash, state, layout, refusal, report, headings, coalesce(jsonb_array_length(cells), 0) AS "cellCount"
      FROM result_upload_files WHERE region_id = ${ctx.scope.regionId} AND upload_id = ${uploadId} AND place = ${place}`,
  )
}

/** Cells of the files that count, file by file. */
export function cellsOf(
  ctx: Ctx,
  uploadId: string,
): Promise<
  { place: number; fileName: string; hash: string; layout: string; report: unknown; cells: GatheredCell[] }[]
> {
  return rows(
    ctx.tx,
    sql`SELECT place, file_name AS "fileName", hash, layout, report, cells FROM result_upload_files
        WHERE region_id = ${ctx.scope.regionId} AND upload_id = ${uploadId} AND state = 'read' AND cells IS NOT NULL ORDER BY place`,
  )
}

export async function setFileState(
  ctx: Ctx,
  uploadId: string,
  place: number,
  state: 'read' | 'left-out',
): Promise<boolean> {
  const other = state === 'read' ? 'left-out' : 'read'
  const changed = await change(
    ctx.tx,
    sql`UPDATE result_upload_files SET state = ${state}
        WHERE region_id = ${ctx.scope.regionId} AND upload_id = ${uploadId} AND place = ${place} AND state = ${other}`,
  )
  return changed === 1
}

export async function saveVerdicts(ctx: Ctx, id: string, verdicts: readonly VerdictEffect[] | null): Promise<void> {
  await change(
    ctx.tx,
    sql`UPDATE result_uploads SET verdicts = ${verdicts === null ? null : JSON.stringify(verdicts)}
        WHERE region_id = ${ctx.scope.regionId} AND id = ${id}`,
  )
}

/** Counts that have been entered, or were put aside, are not kept twice. */
export async function forgetCells(ctx: Ctx, uploadId: string): Promise<void> {
  await change(
    ctx.tx,
    sql`UPDATE result_upload_files SET cells = NULL
        WHERE region_id = ${ctx.scope.regionId} AND upload_id = ${uploadId} AND cells IS NOT NULL`,
  )
}

/** Which of these files were entered before, byte for byte, and when. */
export function enteredBefore(ctx: Ctx, hashes: readonly string[]): Promise<{ hash: string; at: Date }[]> {
  return rows(
    ctx.tx,
    sql<{ hash: string; at: Date }>`
      SELECT sha256 AS hash, max(at) AS at FROM pub_result_files
      WHERE region_id = ${ctx.scope.regionId} AND sha256 = ANY(${[...hashes]}) GROUP BY sha256`,
  )
}

/** Schools of the scope with every code they have; closed ones as well, because files of past years name them. */
export async function codedSchools(ctx: Ctx): Promise<CodedSchool[]> {
  const found = await allOrganisations(ctx)
  return found
    .filter(one => one.kind === 'school')
    .map(({ id, municipalityId, name, shortName, codes }) => ({
      id: id as SchoolId,
      municipalityId,
      name: shortName ?? name,
      codes: codes.map(each => each.code),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'ru', { numeric: true }))
}

/** All files of an upload have been read. */
export async function readingEnded(ctx: Ctx, id: string): Promise<void> {
  await change(
    ctx.tx,
    sql`UPDATE result_uploads SET state = 'waiting', version = version + 1
        WHERE region_id = ${ctx.scope.regionId} AND id = ${id} AND state = 'reading'`,
  )
}

/** Columns that people have named, by the hash of the headings; the newest counts. */
export async function allMappings(ctx: Ctx): Promise<Record<string, ColumnChoice>> {
  const found = await rows(
    ctx.tx,
    sql<{ hash: string; columns: ColumnChoice }>`
      SELECT headings_hash AS hash, columns FROM result_mappings WHERE region_id = ${ctx.scope.regionId} ORDER BY id`,
  )
  return Object.fromEntries(found.map(each => [each.hash, each.columns]))
}

export async function saveMapping(
  ctx: Ctx,
  mapping: { id: string; hash: string; headings: readonly string[]; columns: ColumnChoice },
): Promise<void> {
  await change(
    ctx.tx,
    sql`INSERT INTO result_mappings (region_id, id, municipality_id, headings_hash, headings, columns)
        VALUES (${ctx.scope.regionId}, ${mapping.id}, ${ctx.scope.municipalityId}, ${mapping.hash},
                ${JSON.stringify(mapping.headings)}, ${JSON.stringify(mapping.columns)})`,
  )
}
