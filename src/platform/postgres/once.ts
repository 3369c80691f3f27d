import { sql } from 'kysely'
import { refuse } from '../../core/base/index.ts'
import { type Ctx, change, oneRow } from './database.ts'

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
