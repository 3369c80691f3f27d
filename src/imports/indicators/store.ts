import { type Ctx, change, maybeRow, rows, sql } from '../../platform/postgres/index.ts'
import type { IndicatorFileRow, IndicatorReport } from './contract.ts'
import type { ReadFile } from './read-facts.ts'

export interface StoredFile extends IndicatorFileRow {
  readonly readings: ReadFile | null
}

export async function insertFile(
  ctx: Ctx,
  file: { id: string; fileName: string; readings: ReadFile; report: IndicatorReport },
): Promise<void> {
  await change(
    ctx.tx,
    sql`INSERT INTO indicator_files (region_id, id, municipality_id, person_id, at, file_name, readings, report)
        VALUES (${ctx.scope.regionId}, ${file.id}, ${ctx.scope.municipalityId}, ${ctx.who.personId}, ${ctx.now}, ${file.fileName},
                ${JSON.stringify(file.readings)}, ${JSON.stringify(file.report)})`,
  )
}

export async function findFile(ctx: Ctx, id: string): Promise<StoredFile | null> {
  const found = await maybeRow(
    ctx.tx,
    sql<Omit<StoredFile, 'at'> & { at: Date }>`
      SELECT id, at, file_name AS "fileName", state, report, version, readings FROM indicator_files
      WHERE region_id = ${ctx.scope.regionId} AND id = ${id}`,
  )
  return found && { ...found, at: found.at.toISOString() }
}

/** The newest fifty, or the newest of this name. */
export async function listFiles(ctx: Ctx, fileName: string | null): Promise<IndicatorFileRow[]> {
  const found = await rows(
    ctx.tx,
    sql<Omit<IndicatorFileRow, 'at'> & { at: Date }>`
      SELECT id, at, file_name AS "fileName", state, report, version FROM indicator_files
      WHERE region_id = ${ctx.scope.regionId} AND (${fileName}::text IS NULL OR file_name = ${fileName})
      ORDER BY at DESC LIMIT 50`,
  )
  return found.map(file => ({ ...file, at: file.at.toISOString() }))
}

/** @returns false when the file is no longer as it was read */
export async function finishFile(
  ctx: Ctx,
  id: string,
  version: number,
  state: 'applied' | 'put-aside',
  report: IndicatorReport,
): Promise<boolean> {
  const changed = await change(
    ctx.tx,
    sql`UPDATE indicator_files SET state = ${state}, report = ${JSON.stringify(report)}, readings = NULL, version = version + 1
        WHERE region_id = ${ctx.scope.regionId} AND id = ${id} AND version = ${version} AND state = 'waiting'`,
  )
  return changed === 1
}
