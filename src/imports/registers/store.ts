import type { IsoDate, MunicipalityId, OrganisationId, PersonId } from '../../core/base/index.ts'
import { type Ctx, change, maybeRow, rows, sql } from '../../platform/postgres/index.ts'
import { allOrganisations } from '../../schools/index.ts'
import type { RegisterKind } from './columns.ts'
import type { RegisterFileRow } from './contract.ts'
import type { KnownRegister } from './plan.ts'
import type { RegisterReport } from './report.ts'

export interface StoredFile extends RegisterFileRow {
  readonly cells: readonly (readonly string[])[] | null
  /** 1-based row of the headings in the sheet. */
  readonly headingRow: number
}

interface Kept {
  readonly headingRow: number
  readonly rows: readonly (readonly string[])[]
}

export async function insertFile(
  ctx: Ctx,
  file: {
    id: string
    fileName: string
    kind: RegisterKind
    headingRow: number
    cells: readonly (readonly string[])[]
    report: RegisterReport
  },
): Promise<void> {
  const kept: Kept = { headingRow: file.headingRow, rows: file.cells }
  await change(
    ctx.tx,
    sql`INSERT INTO register_files (region_id, id, municipality_id, person_id, at, file_name, kind, cells, report)
        VALUES (${ctx.scope.regionId}, ${file.id}, ${ctx.scope.municipalityId}, ${ctx.who.personId}, ${ctx.now}, ${file.fileName}, ${file.kind},
                ${JSON.stringify(kept)}, ${JSON.stringify(file.report)})`,
  )
}

export async function findFile(ctx: Ctx, id: string): Promise<StoredFile | null> {
  const found = await maybeRow(
    ctx.tx,
    sql<Omit<StoredFile, 'at' | 'cells' | 'headingRow'> & { at: Date; cells: Kept | null }>`
      SELECT id, at, file_name AS "fileName", kind, state, report, version, cells FROM register_files
      WHERE region_id = ${ctx.scope.regionId} AND id = ${id}`,
  )
  return (
    found && {
      ...found,
      at: found.at.toISOString(),
      cells: found.cells?.rows ?? null,
      headingRow: found.cells?.headingRow ?? 1,
    }
  )
}

export async function listFiles(ctx: Ctx): Promise<RegisterFileRow[]> {
  const found = await rows(
    ctx.tx,
    sql<Omit<RegisterFileRow, 'at'> & { at: Date }>`
      SELECT id, at, file_name AS "fileName", kind, state, report, version FROM register_files
      WHERE region_id = ${ctx.scope.regionId} ORDER BY at DESC LIMIT 50`,
  )
  return found.map(file => ({ ...file, at: file.at.toISOString() }))
}

/** @returns false when the file is no longer as it was read */
export async function finishFile(
  ctx: Ctx,
  id: string,
  version: number,
  state: 'applied' | 'put-aside',
  report: RegisterReport,
): Promise<boolean> {
  const changed = await change(
    ctx.tx,
    sql`UPDATE register_files SET state = ${state}, report = ${JSON.stringify(report)}, cells = NULL, version = version + 1
        WHERE region_id = ${ctx.scope.regionId} AND id = ${id} AND version = ${version} AND state = 'waiting'`,
  )
  return changed === 1
}

export async function knownRegister(ctx: Ctx): Promise<KnownRegister> {
  const region = ctx.scope.regionId
  const municipalities = await rows(
    ctx.tx,
    sql<{
      id: MunicipalityId
      oktmo: string
      name: string
    }>`SELECT municipality_id AS id, oktmo, name FROM pub_municipalities WHERE region_id = ${region}`,
  )
  const holders = await rows(
    ctx.tx,
    sql<{ personId: PersonId; fullName: string; organisationId: OrganisationId; title: string }>`
      SELECT w.person_id AS "personId", p.full_name AS "fullName", w.organisation_id AS "organisationId", w.title
      FROM pub_positions w JOIN pub_people p ON p.region_id = w.region_id AND p.person_id = w.person_id
      WHERE w.region_id = ${region} AND (w.until_on IS NULL OR w.until_on >= ${ctx.today as IsoDate})`,
  )
  const organisations = await allOrganisations(ctx)
  return {
    ownMunicipality: ctx.scope.municipalityId,
    regionOktmo: String(region).padStart(2, '0'),
    municipalities,
    organisations,
    holders,
  }
}
