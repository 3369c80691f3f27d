import { sql } from 'kysely'
import { refuse } from '../../core/base/index.ts'
import { type Ctx, change, oneRow, type Tx } from './database.ts'

/**
 * Does something once for each submitted form: Back and a second press get the first result instead of a second record.
 * A resubmission at the same moment waits until the first one has finished.
 *
 * @param what what is done and to what, so that a key that comes back elsewhere is not answered with another thing's result
 * @param key the random key that was printed into the form, 8…100 characters
 * @param fn what to do; its result must be plain JSON, because that is how it is remembered
 * @throws refuse('invalid', 'platform/bad-submission-key')
 * @example const { location } = await once(ctx, '/orders/7/approve', form.key, async () => ({ location: `/roadmaps/${await approve(ctx, …)}` }))
 */
export async function once<Result>(ctx: Ctx, what: string, key: string, fn: () => Promise<Result>): Promise<Result> {
  if (!/^[\w-]{8,100}$/.test(key)) throw refuse('invalid', 'platform/bad-submission-key')
  const kept = `${what} ${key}`
  const mine = sql`region_id = ${ctx.scope.regionId} AND person_id = ${ctx.who.personId} AND key = ${kept}`
  const first = await change(
    ctx.tx,
    sql`INSERT INTO submissions (region_id, person_id, key, at)
        VALUES (${ctx.scope.regionId}, ${ctx.who.personId}, ${kept}, ${ctx.now})
        ON CONFLICT DO NOTHING`,
  )
  if (first === 0) {
    const found = await oneRow(ctx.tx, sql<{ result: Result }>`SELECT result FROM submissions WHERE ${mine}`)
    return found.result
  }
  const result = await fn()
  await change(ctx.tx, sql`UPDATE submissions SET result = ${JSON.stringify(result) ?? null} WHERE ${mine}`)
  return result
}

/** [ours] A form that was opened so long ago is filled in anew. */
export const keepSubmissionsMs = 30 * 86_400_000
/** So that no sign-in waits for a long sweep; every session sends fewer forms than this. */
const sweptAtOnce = 1000

/** Forgets keys of forms that nobody sends again, a bounded number at a time: called with each sign-in. */
export async function forgetOldSubmissions(tx: Tx, now: Date): Promise<void> {
  const until = new Date(now.getTime() - keepSubmissionsMs)
  await change(
    tx,
    sql`DELETE FROM submissions WHERE (region_id, person_id, key) IN (
          SELECT region_id, person_id, key FROM submissions WHERE at < ${until} ORDER BY at LIMIT ${sweptAtOnce} FOR UPDATE SKIP LOCKED)`,
  )
}
