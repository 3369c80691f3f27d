import { refuse } from '../../core/base/index.ts'

const minute = 60_000
const hour = 60 * minute

/** [ours] A working day without a touch ends a session; so does a day and a night, however busy. */
export const sessionLimits = { idleMs: 8 * hour, longestMs: 24 * hour } as const
/** How often a session writes down that it is used: not with every request. */
export const touchEveryMs = minute

/** The log of sign-ins is kept for a year. */
export const keepSessionsMs = 365 * 24 * hour

/** Whether a session still counts. Both limits are exclusive: at the very limit it has ended. */
export function isAlive(
  session: { readonly beganAt: Date; readonly lastSeenAt: Date; readonly endedAt: Date | null },
  now: Date,
): boolean {
  return (
    session.endedAt === null &&
    now.getTime() - session.beganAt.getTime() < sessionLimits.longestMs &&
    now.getTime() - session.lastSeenAt.getTime() < sessionLimits.idleMs
  )
}

/**
 * [ours] How many tries to sign in within `windowMs` are too many. A school sits behind one address, so an address alone is
 * given much; somebody who guesses one login from one address is stopped after five.
 */
export const tryLimits = { windowMs: 15 * minute, perLoginAndAddress: 5, perLogin: 50, perAddress: 300 } as const

export interface Tries {
  /** Tries in the current window, this one included. */
  readonly loginAndAddress: number
  readonly login: number
  readonly address: number
  /** This person has signed in from this address lately, so strangers who guess, elsewhere or at the same address, do not lock them out. */
  readonly knownAddress: boolean
}

/**
 * Refuses one try too many.
 * @throws refuse('busy', 'authorities/too-many-tries', { minutes })
 */
export function checkTries(tries: Tries): void {
  const tooMany =
    tries.loginAndAddress > tryLimits.perLoginAndAddress ||
    (!tries.knownAddress && (tries.login > tryLimits.perLogin || tries.address > tryLimits.perAddress))
  if (tooMany) throw refuse('busy', 'authorities/too-many-tries', { minutes: tryLimits.windowMs / minute })
}

const shortestPassword = 10

/**
 * Checks a new password: long enough, and not the login.
 * @throws refuse('invalid', 'authorities/password-too-short' | 'authorities/password-is-login')
 */
export function checkPassword(password: string, login: string): string {
  if ([...password].length < shortestPassword)
    throw refuse('invalid', 'authorities/password-too-short', { shortest: shortestPassword })
  if (password.toLowerCase().includes(login)) throw refuse('invalid', 'authorities/password-is-login')
  return password
}

/**
 * A login as it is kept: lower case, without spaces around.
 * @throws refuse('invalid', 'authorities/login-malformed') unless 3…60 Latin letters, digits, dots, dashes, `@` or `_`
 */
export function checkLogin(text: string): string {
  const login = loginAs(text)
  if (!/^[a-z0-9][a-z0-9._@-]{2,59}$/.test(login))
    throw refuse('invalid', 'authorities/login-malformed', { found: text })
  return login
}

/** The same without a check, for looking one up. */
export function loginAs(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
