import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import {
  type GrantId,
  type MunicipalityId,
  type OrganisationId,
  type PersonId,
  type RegionId,
  refuse,
  type Seat,
  translator,
} from '../core/base/index.ts'
import { change, type Database, maybeRow, oneRow, rows, sql, type Tx, withSystem } from '../platform/postgres/index.ts'
import type { Gate, Session } from './contract.ts'
import { hashOf, sessionOfLink } from './feed-links.ts'
import { scopeOf } from './model/registers.ts'
import { checkTries, isAlive, keepSessionsMs, loginAs, type Tries, touchEveryMs, tryLimits } from './model/sign-in.ts'
import { mayUse } from './permissions.ts'
import { authoritiesTexts } from './texts.ts'

/**
 * Sign-in and sessions over a database.
 *
 * signIn: the same answer, after the same work, for an unknown login and a wrong password; tries are counted.
 * sessionOf: null for a token that is unknown, ended, or too old.
 *
 * @throws signIn: refuse('unauthenticated', 'authorities/wrong-login-or-password'), refuse('busy', 'authorities/too-many-tries'),
 *   refuse('forbidden', 'authorities/account-locked') after the right password
 * @throws takeSeat: refuse('unauthenticated', 'authorities/wrong-login-or-password') without a session,
 *   refuse('forbidden', 'authorities/seat-not-yours')
 * @example const gate = createGate(db); const { token } = await gate.signIn({ login, password, ip }, now)
 */
export function createGate(db: Database): Gate {
  // What an unknown login is compared with, so that it takes the time of a known one.
  const hashOfNobody = hash(randomBytes(16))
  return {
    mayUse,
    seatName: (seat, lang) => translator(authoritiesTexts, lang)(`seats.${seat}`),
    async signIn({ login: typed, password, ip }, now) {
      const login = loginAs(typed).slice(0, 200)
      const { account, tries } = await withSystem(db, async tx => ({
        tries: await countTry(tx, login, ip, now),
        account: await findAccount(tx, login),
      }))
      checkTries(tries)
      // Verified outside the transaction: it takes a while by design, and must not hold a connection meanwhile.
      const right = await verify(account?.passwordHash ?? (await hashOfNobody), password)
      if (!account || !right) throw refuse('unauthenticated', 'authorities/wrong-login-or-password')
      if (account.lockedAt) throw refuse('forbidden', 'authorities/account-locked')
      const token = randomBytes(32).toString('base64url')
      const session = await withSystem(db, async tx => {
        await forgetTries(tx, login, ip)
        await forgetOld(tx, now)
        await insertSession(tx, { token, login, ip, now, ...account })
        return sessionFrom(tx, token, now)
      })
      if (!session) throw refuse('forbidden', 'authorities/account-locked') // locked or closed this very moment
      return { token, session }
    },
    sessionOf: (token, now) => withSystem(db, tx => sessionFrom(tx, token, now)),
    sessionOfLink: token => withSystem(db, tx => sessionOfLink(tx, hashOf(token))),
    async signOut(token) {
      await withSystem(db, tx =>
        change(
          tx,
          sql`UPDATE sessions SET ended_at = greatest(last_seen_at, now()) WHERE token_hash = ${hashOf(token)} AND ended_at IS NULL`,
        ),
      )
    },
    takeSeat: (token, grantId, now) =>
      withSystem(db, async tx => {
        const session = await sessionFrom(tx, token, now)
        if (!session) throw refuse('unauthenticated', 'authorities/wrong-login-or-password')
        if (!session.seats.some(seat => seat.grantId === grantId))
          throw refuse('forbidden', 'authorities/seat-not-yours')
        await change(tx, sql`UPDATE sessions SET grant_id = ${grantId} WHERE token_hash = ${hashOf(token)}`)
        return (await sessionFrom(tx, token, now))!
      }),
  }
}

interface Account {
  readonly regionId: RegionId
  readonly personId: PersonId
  readonly passwordHash: string
  readonly lockedAt: Date | null
}

function findAccount(tx: Tx, login: string): Promise<Account | null> {
  return maybeRow(
    tx,
    sql<Account>`SELECT region_id AS "regionId", person_id AS "personId", password_hash AS "passwordHash", locked_at AS "lockedAt"
      FROM accounts WHERE login = ${login}`,
  )
}

/** Counted before the password is looked at: many tries at one moment are not one try. */
async function countTry(tx: Tx, login: string, ip: string, now: Date): Promise<Tries> {
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
async function forgetTries(tx: Tx, login: string, ip: string): Promise<void> {
  const [pair, ...others] = bucketsOf(login, ip)
  await change(tx, sql`DELETE FROM sign_in_tries WHERE bucket = ${pair}`)
  await change(tx, sql`UPDATE sign_in_tries SET tries = greatest(tries - 1, 0) WHERE bucket = ANY(${others}::text[])`)
}

function bucketsOf(login: string, ip: string): [string, string, string] {
  return [`pair ${login} ${ip}`, `login ${login}`, `address ${ip}`]
}

async function forgetOld(tx: Tx, now: Date): Promise<void> {
  await change(tx, sql`DELETE FROM sessions WHERE began_at < ${new Date(now.getTime() - keepSessionsMs)}`)
  await change(tx, sql`DELETE FROM sign_in_tries WHERE since < ${new Date(now.getTime() - tryLimits.windowMs)}`)
}

async function insertSession(
  tx: Tx,
  session: { token: string; login: string; ip: string; now: Date; regionId: RegionId; personId: PersonId },
): Promise<void> {
  const { token, login, ip, now, regionId, personId } = session
  await change(
    tx,
    sql`INSERT INTO sessions (token_hash, login, region_id, person_id, address, began_at, last_seen_at)
        VALUES (${hashOf(token)}, ${login}, ${regionId}, ${personId}, ${ip}, ${now}, ${now})`,
  )
}

interface StoredSession {
  readonly regionId: RegionId
  readonly personId: PersonId
  readonly personName: string
  readonly grantId: GrantId | null
  readonly timeZone: string
  readonly beganAt: Date
  readonly lastSeenAt: Date
  readonly endedAt: Date | null
  readonly seats: readonly {
    readonly grantId: GrantId
    readonly seat: Seat
    readonly municipalityId: MunicipalityId | null
    readonly organisationId: OrganisationId | null
    readonly organisationName: string | null
    readonly territoryName: string
  }[]
}

async function sessionFrom(tx: Tx, token: string, now: Date): Promise<Session | null> {
  const stored = await maybeRow(
    tx,
    sql<StoredSession>`
      SELECT s.region_id AS "regionId", s.person_id AS "personId",
             p.family_name || ' ' || left(p.given_name, 1) || '.' || coalesce(' ' || left(p.patronymic, 1) || '.', '') AS "personName",
             s.grant_id AS "grantId", r.time_zone AS "timeZone",
             s.began_at AS "beganAt", s.last_seen_at AS "lastSeenAt", s.ended_at AS "endedAt",
             coalesce((
               SELECT json_agg(json_build_object('grantId', g.id, 'seat', g.seat, 'municipalityId', g.municipality_id,
                        'organisationId', g.organisation_id, 'organisationName', coalesce(o.short_name, o.name),
                        'territoryName', coalesce(m.name, r.name)) ORDER BY g.id)
               FROM grants g
               LEFT JOIN organisations o ON o.region_id = g.region_id AND o.id = g.organisation_id
               LEFT JOIN municipalities m ON m.region_id = g.region_id AND m.id = g.municipality_id
               WHERE g.region_id = s.region_id AND g.person_id = s.person_id AND g.revoked_at IS NULL
                 AND o.closed_on IS NULL AND m.closed_on IS NULL), '[]'::json) AS seats
      FROM sessions s
      JOIN accounts a ON a.login = s.login AND a.locked_at IS NULL AND s.began_at >= coalesce(a.sessions_since, s.began_at)
      JOIN people p ON p.region_id = s.region_id AND p.id = s.person_id AND p.closed_on IS NULL
      JOIN regions r ON r.id = s.region_id
      WHERE s.token_hash = ${hashOf(token)}`,
  )
  if (!stored || !isAlive(stored, now)) return null
  if (now.getTime() - stored.lastSeenAt.getTime() >= touchEveryMs)
    await change(tx, sql`UPDATE sessions SET last_seen_at = ${now} WHERE token_hash = ${hashOf(token)}`)
  return sessionOf(stored)
}

/** A person with one seat sits on it; with several, on the one that was chosen. */
function sessionOf(stored: StoredSession): Session {
  const { seats, regionId, personId, personName } = stored
  const active = seats.length === 1 ? seats[0] : seats.find(seat => seat.grantId === stored.grantId)
  return {
    personName,
    seats: seats.map(({ grantId, seat, organisationName, territoryName }) => ({
      grantId,
      seat,
      organisationName,
      territoryName,
    })),
    active: active
      ? {
          grantId: active.grantId,
          who: {
            personId,
            personName,
            seat: active.seat,
            grantId: active.grantId,
            organisationId: active.organisationId,
          },
          scope: scopeOf(regionId, active),
          timeZone: stored.timeZone,
        }
      : null,
  }
}
