import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { type PersonId, type RegionId, refuse, translator } from '../core/base/index.ts'
import {
  change,
  type Database,
  forgetOldSubmissions,
  maybeRow,
  sql,
  type Tx,
  withSystem,
} from '../platform/postgres/index.ts'
import type { Gate } from './contract.ts'
import { hashOf, sessionOfLink } from './feed-links.ts'
import { checkTries, loginAs } from './model/sign-in.ts'
import { mayUse } from './permissions.ts'
import { endSession, forgetOldSessions, insertSession, sessionFrom } from './sessions.ts'
import { countTry, forgetOldTries, forgetTries } from './sign-in-tries.ts'
import { authoritiesTexts } from './texts.ts'

/**
 * Sign-in and sessions over a database.
 *
 * signIn: the same answer, after the same work, for an unknown login and a wrong password; tries are counted. The session that the
 *   browser had before ends.
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
    async signIn({ login: typed, password, ip, replaces = null }, now) {
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
        await forgetOldTries(tx, now)
        await forgetOldSessions(tx, now)
        await forgetOldSubmissions(tx, now)
        if (replaces) await endSession(tx, replaces, now)
        await insertSession(tx, { token, login, ip, now, ...account })
        return sessionFrom(tx, token, now)
      })
      if (!session) throw refuse('forbidden', 'authorities/account-locked') // locked or closed this very moment
      return { token, session }
    },
    sessionOf: (token, now) => withSystem(db, tx => sessionFrom(tx, token, now)),
    sessionOfLink: token => withSystem(db, tx => sessionOfLink(tx, hashOf(token))),
    signOut: (token, now) => withSystem(db, tx => endSession(tx, token, now)),
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
