import type { MunicipalityId, OrganisationId } from '../../core/base/index.ts'
import { type Ctx, change, rows, sql } from '../../platform/postgres/index.ts'
import type { Directory, Target } from '../model/index.ts'

/** What an authority has matched so far. */
export async function directoryOf(ctx: Ctx, authorityId: OrganisationId): Promise<Directory> {
  const found = await rows(
    ctx.tx,
    sql<{ key: string; target: Target }>`
      SELECT key, target FROM executors WHERE region_id = ${ctx.scope.regionId} AND authority_id = ${authorityId}`,
  )
  return new Map(found.map(row => [row.key, row.target]))
}

/** The texts of the executors that an authority knows, in alphabetical order. */
export async function executorTexts(ctx: Ctx, authorityId: OrganisationId): Promise<string[]> {
  const found = await rows(
    ctx.tx,
    sql<{ text: string }>`
      SELECT text FROM executors WHERE region_id = ${ctx.scope.regionId} AND authority_id = ${authorityId}
       ORDER BY text COLLATE names_in_order`,
  )
  return found.map(row => row.text)
}

/** Remembers what executors mean, replacing what was remembered of the same texts. */
export async function learn(
  ctx: Ctx,
  authorityId: OrganisationId,
  municipalityId: MunicipalityId | null,
  matches: readonly { readonly key: string; readonly text: string; readonly target: Target }[],
): Promise<void> {
  if (matches.length === 0) return
  await change(
    ctx.tx,
    sql`INSERT INTO executors (region_id, authority_id, key, municipality_id, text, target, learnt_at, learnt_by)
        SELECT ${ctx.scope.regionId}, ${authorityId}, m.key, ${municipalityId}, m.text, m.target, ${ctx.now}, ${ctx.who.personName}
          FROM jsonb_to_recordset(${JSON.stringify(matches)}::jsonb) AS m(key text, text text, target jsonb)
        ON CONFLICT (region_id, authority_id, key)
        DO UPDATE SET text = excluded.text, target = excluded.target, learnt_at = excluded.learnt_at, learnt_by = excluded.learnt_by`,
  )
}

/** Takes back what was remembered of these texts. */
export async function forget(ctx: Ctx, authorityId: OrganisationId, keys: readonly string[]): Promise<void> {
  await change(
    ctx.tx,
    sql`DELETE FROM executors
         WHERE region_id = ${ctx.scope.regionId} AND authority_id = ${authorityId} AND key = ANY(${keys as string[]}::text[])`,
  )
}
