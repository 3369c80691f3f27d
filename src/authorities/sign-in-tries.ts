import { change, oneRow, rows, sql, type Tx } from '../platform/postgres/index.ts'
import { type Tries, tryLimits } from './model/sign-in.ts'

/** Counted before the password is looked at: many tries at one moment are not one try. */
export async function countTry(tx: Tx, login: string, ip: string, now: Date): Promise<Tries> {
  const windowStart = new Date(now.getTime() - tryLimits.windowMs)
  const counted = await rows(
    tx,
    sql<{ bucket: string; tries: number }>`
      INSERT INTO sign_in_tries AS t (bucket, tries, since)
      SELECT bucket, 1, ${now} FROM unnest(${bucketsOf(login, ip)}::text[]) AS b (bucket) ORDER BY bucket
      ON CONFLICT (bucket) DO UPDATE SET
        tries = CASE WHEN t.since <= ${windowStart} THEN 1 ELSE t.tries + 1 END,
        since = CASE WHEN t.since <= ${windowStart} THEN excluded.since ELSE t.since END
      RETURNING bucket, tries`,
  )
  const { known } = await oneRow(
    tx,
    sql<{ known: boolean }>`SELECT EXISTS (SELECT FROM sessions WHERE login = ${login} AND address = ${ip}) AS known`,
  )
  const [pair, byLogin, byAddress] = bucketsOf(login, ip).map(
    bucket => counted.find(row => row.bucket === bucket)!.tries,
  )
  return { loginAndAddress: pair!, login: byLogin!, address: byAddress!, knownAddress: known }
}

/** A success takes back what it counted, so that a school of many people behind one address does not use up its tries. */
export async function forgetTries(tx: Tx, login: string, ip: string): Promise<void> {
  const [pair, ...others] = bucketsOf(login, ip)
  await change(tx, sql`DELETE FROM sign_in_tries WHERE bucket = ${pair}`)
  await change(tx, sql`UPDATE sign_in_tries SET tries = greatest(tries - 1, 0) WHERE bucket = ANY(${others}::text[])`)
}

function bucketsOf(login: string, ip: string): [string, string, string] {
  return [`pair ${login} ${ip}`, `login ${login}`, `address ${ip}`]
}

/** Tries whose window is over count no longer. */
export async function forgetOldTries(tx: Tx, now: Date): Promise<void> {
  await change(tx, sql`DELETE FROM sign_in_tries WHERE since < ${new Date(now.getTime() - tryLimits.windowMs)}`)
}
