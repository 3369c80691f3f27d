import { type Ctx, change, newId, sql } from '../../platform/postgres/index.ts'
import type { ResultFile } from '../known-cell.ts'

/** Remembers where figures came from. @returns the id of the file */
export async function insertFile(ctx: Ctx, { name, sha256, layout, report }: ResultFile): Promise<string> {
  const id = newId()
  await change(
    ctx.tx,
    sql`INSERT INTO result_files (region_id, id, municipality_id, at, person_id, person_name, name, sha256, layout, report)
        VALUES (${ctx.scope.regionId}, ${id}, ${ctx.scope.municipalityId}, ${ctx.now}, ${ctx.who.personId}, ${ctx.who.personName},
                ${name}, ${sha256}, ${layout}, ${JSON.stringify(report)})`,
  )
  return id
}

/** Marks those of these files of which no figure is in use any more. */
export async function closeReplacedFiles(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await change(
    ctx.tx,
    sql`UPDATE result_files f SET state = 'replaced'
        WHERE f.region_id = ${ctx.scope.regionId} AND f.id = ANY(${ids}::uuid[])
          AND NOT EXISTS (SELECT FROM result_cells c WHERE c.region_id = f.region_id AND c.file_id = f.id)`,
  )
}
