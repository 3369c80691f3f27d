import { after, before } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Gate, SeatOffer, Session } from '../authorities/contract.ts'
import type { GrantId, PersonId, RegionId, Seat } from '../core/base/index.ts'
import { refuse } from '../core/base/index.ts'
import type { Slice } from '../core/web/index.ts'
import { postgresTexts } from '../platform/postgres/index.ts'
import { testDatabase } from '../platform/postgres/testing.ts'
import { buildApp } from './api/app.ts'
import type { Config } from './api/config.ts'

const password = 'correct horse'

/** Sign-in without tables: one person per number of seats; a coordinator may read and write notes, an auditor may read. */
export function aGate(): Gate {
  const taken = new Map<string, string | null>()
  const offers: Record<string, readonly SeatOffer[]> = {
    'one-seat': [offer('11', 'municipal-coordinator')],
    'two-seats': [offer('11', 'municipal-coordinator'), offer('22', 'auditor')],
    'no-seat': [],
    auditor: [offer('22', 'auditor')],
  }
  const sessionOf = async (token: string): Promise<Session | null> => {
    const login = /^token-of-([\w-]+)$/.exec(token)?.[1] ?? ''
    const seats = offers[login]
    if (!seats || !taken.has(token)) return null
    const grantId = taken.get(token) ?? (seats.length === 1 ? seats[0]?.grantId : undefined)
    const active = seats.find(each => each.grantId === grantId)
    return {
      personName: 'Петрова Анна Ильинична',
      seats,
      active: active
        ? {
            grantId: active.grantId,
            who: {
              personId: '00000000-0000-7000-8000-000000000001' as PersonId,
              personName: 'Петрова Анна Ильинична',
              seat: active.seat,
              grantId: active.grantId,
              organisationId: null,
            },
            scope: { regionId: 73 as RegionId, municipalityId: null, organisationId: null },
            timeZone: 'Europe/Samara',
          }
        : null,
    }
  }
  return {
    sessionOf,
    async signIn(input) {
      const token = `token-of-${input.login}`
      if (!offers[input.login] || input.password !== password) throw refuse('unauthenticated', 'notes/none')
      if (input.replaces) taken.delete(input.replaces)
      taken.set(token, null)
      return { token, session: (await sessionOf(token)) as Session }
    },
    sessionOfLink: async token => (token === 'link-of-auditor' ? sessionOf('token-of-auditor') : null),
    async signOut(token) {
      taken.delete(token)
    },
    async takeSeat(token, grantId) {
      const session = await sessionOf(token)
      if (!session?.seats.some(each => each.grantId === grantId)) throw refuse('forbidden', 'shell/no-permission')
      taken.set(token, grantId)
      return (await sessionOf(token)) as Session
    },
    mayUse: (seat, permission) =>
      permission === 'notes.read' || (permission === 'notes.write' && seat === 'municipal-coordinator'),
    seatName: (seat, lang) => `${seat} (${lang})`,
  }
}

function offer(grantId: string, seat: Seat): SeatOffer {
  return { grantId: grantId as GrantId, seat, organisationName: null, territoryName: 'Заречный район' }
}

/**
 * A whole product over an empty database, for the suite inside which this is called. Not listening: use `inject`.
 * @returns gives the product once the tests of the suite run
 */
export function suiteApp(slices: readonly Slice[], config: Partial<Config> = {}): () => FastifyInstance {
  const leaving: (() => Promise<void>)[] = []
  let app: FastifyInstance | undefined
  before(async () => {
    app = await buildApp({
      db: await testDatabase({ after: fn => leaving.push(fn) }),
      slices,
      gate: aGate(),
      platformTexts: [['platform', postgresTexts]],
      config: { logLevel: 'silent', ...config },
    })
  })
  after(async () => {
    await app?.close()
    for (const leave of leaving) await leave()
  })
  return () => {
    if (!app) throw new Error('the product of a suite is there once its tests run')
    return app
  }
}

/** Signs in and gives the headers of a browser that has the session's cookie. */
export async function signedIn(app: FastifyInstance, login = 'one-seat'): Promise<{ cookie: string; origin: string }> {
  const answer = await app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { origin: 'http://localhost:80', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ login, password }).toString(),
  })
  const cookie = answer.cookies.find(each => each.name === 'opora')
  if (!cookie) throw new Error(`signing in as ${login} was answered ${answer.statusCode}`)
  return { cookie: `opora=${cookie.value}`, origin: 'http://localhost:80' }
}

export function form(fields: Readonly<Record<string, string>>): {
  payload: string
  headers: { 'content-type': string }
} {
  return {
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }
}
