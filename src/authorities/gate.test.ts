import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Refusal } from '../core/base/index.ts'
import { type Ctx, historyOf, rows, sql, withCtx, withSystem } from '../platform/postgres/index.ts'
import { eachDatabase } from '../platform/postgres/testing.ts'
import { type ExampleRegion, exampleNow, storeExampleRegion } from './examples/index.ts'
import {
  closePerson,
  createAccount,
  createGate,
  type Gate,
  giveSeat,
  lockAccount,
  revokeSeat,
  setPassword,
  setUpRegion,
  unlockAccount,
} from './index.ts'
import { tryLimits } from './model/sign-in.ts'
import { endOwnSessions, ownSessions } from './sessions.ts'

const wrong = { kind: 'unauthenticated', code: 'authorities/wrong-login-or-password' }
const tooMany = { kind: 'busy', code: 'authorities/too-many-tries' }
const password = 'тихая пристань'
const later = (minutes: number) => new Date(exampleNow.getTime() + minutes * 60_000)

eachDatabase((name, open) =>
  describe(`sign-in on ${name}`, () => {
    const db = open()
    let example: ExampleRegion
    let gate: Gate
    before(async () => {
      example = await storeExampleRegion(db())
      gate = createGate(db())
      await admin(ctx => createAccount(ctx, { personId: example.hill.coordinator.id, login: 'hill', password }))
    })
    const admin = <Result>(fn: (ctx: Ctx) => Promise<Result>) => withCtx(db(), example.administrator, fn)
    const signIn = (login: string, typed = password, now = exampleNow, ip = '192.0.2.1') =>
      gate.signIn({ login, password: typed, ip }, now)

    /** A new account of the head of a school of the valley, with the seat of that school. */
    const headOf = async (index: 0 | 1 | 2, login: string) => {
      const { municipality, schools, heads } = example.valley
      return admin(async ctx => {
        const seat = {
          seat: 'school-head' as const,
          municipalityId: municipality.id,
          organisationId: schools[index].id,
        }
        const grant = await giveSeat(ctx, { personId: heads[index].id, ...seat })
        await createAccount(ctx, { personId: heads[index].id, login, password })
        return { person: heads[index], school: schools[index], grant }
      })
    }

    test('a person with one seat sits on it at once, in their own territory and time zone', async () => {
      const { token, session } = await signIn(' Hill ')
      assert.deepEqual(session.active?.scope, example.hill.request.scope)
      assert.equal(session.active?.who.seat, 'municipal-coordinator')
      assert.equal(session.active?.who.organisationId, example.hill.authority.id)
      assert.equal(session.active?.timeZone, 'Asia/Yekaterinburg')
      assert.deepEqual(
        session.seats.map(seat => [seat.organisationName, seat.territoryName]),
        [['Управление образования', 'Нагорный округ']],
      )
      assert.deepEqual(await gate.sessionOf(token, exampleNow), session)
    })

    test('a wrong password and an unknown login get the same answer after the same work', async () => {
      // Work of the processor, threads included, and no time by the clock: how busy the machine is does not matter.
      const work = async (login: string) => {
        const since = process.cpuUsage()
        await assert.rejects(signIn(login, 'не тот пароль', exampleNow, '192.0.2.9'), wrong)
        const { user, system } = process.cpuUsage(since)
        return user + system
      }
      const known = Math.min(await work('hill'), await work('hill'), await work('hill'))
      const unknown = Math.min(await work('nobody'), await work('nobody'), await work('nobody'))
      assert.ok(unknown > known / 3 && unknown < known * 3, `known ${known} µs, unknown ${unknown} µs`)
    })

    test('five wrong tries close the login for that address for 15 minutes, and for nobody else', async () => {
      await headOf(0, 'school-a')
      await headOf(1, 'school-b')
      const school = '198.51.100.7'
      for (let n = 0; n < 5; n++) await assert.rejects(signIn('school-a', 'мимо мимо мимо', exampleNow, school), wrong)
      await assert.rejects(signIn('school-a', password, exampleNow, school), tooMany)
      await signIn('school-b', password, exampleNow, school) // the colleague behind the same address
      await signIn('school-a', password, exampleNow, '198.51.100.8') // the person at home
      await assert.rejects(
        signIn('school-a', password, later(15), school).then(() => signIn('school-a', 'мимо', later(15), school)),
        wrong,
      )
    })

    test('tries at one moment are counted one by one', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 12 }, () => signIn('hill', 'наугад наугад', exampleNow, '203.0.113.5')),
      )
      const codes = outcomes.map(one => (one.status === 'rejected' ? (one.reason as Refusal).code : 'in'))
      assert.equal(codes.filter(code => code === wrong.code).length, 5)
      assert.equal(codes.filter(code => code === tooMany.code).length, 7)
    })

    test('a session ends 8 hours after its last use, and each use counts', async () => {
      const { token } = await signIn('hill')
      assert.ok(await gate.sessionOf(token, later(7 * 60)))
      assert.ok(await gate.sessionOf(token, later(14 * 60)))
      assert.equal(await gate.sessionOf(token, later(22 * 60)), null)
    })

    test('a session in use ends 24 hours after signing in, however busy', async () => {
      const { token } = await signIn('hill')
      for (const hours of [7, 14, 21]) assert.ok(await gate.sessionOf(token, later(hours * 60)))
      assert.ok(await gate.sessionOf(token, new Date(later(24 * 60).getTime() - 1)))
      assert.equal(await gate.sessionOf(token, later(24 * 60)), null)
    })

    test('who signs in again in the same browser leaves no earlier session behind; another browser keeps its own', async () => {
      const elsewhere = await signIn('hill')
      const before = await signIn('hill')
      const wanted = { login: 'hill', password, ip: '192.0.2.1', replaces: before.token }
      const { token } = await gate.signIn(wanted, exampleNow)
      assert.notEqual(token, before.token)
      assert.equal(await gate.sessionOf(before.token, exampleNow), null)
      assert.ok(await gate.sessionOf(token, exampleNow))
      assert.ok(await gate.sessionOf(elsewhere.token, exampleNow))
    })

    test('a try that fails ends no session of the browser', async () => {
      const { token } = await signIn('hill')
      const wanted = { login: 'hill', password: 'не тот пароль', ip: '192.0.2.31', replaces: token }
      await assert.rejects(gate.signIn(wanted, exampleNow), wrong)
      assert.ok(await gate.sessionOf(token, exampleNow))
    })

    test('a person sees where they are signed in and signs out everywhere; nobody else is signed out', async () => {
      const { municipality, schools, heads } = example.hill
      const [person, school] = [heads[2], schools[2]]
      await admin(async ctx => {
        const seat = { seat: 'school-head' as const, municipalityId: municipality.id, organisationId: school.id }
        await giveSeat(ctx, { personId: person.id, ...seat })
        await createAccount(ctx, { personId: person.id, login: 'own-sessions', password })
      })
      const wednesday = later(60)
      const first = await signIn('own-sessions', password, exampleNow, '192.0.2.40')
      const second = await signIn('own-sessions', password, wednesday, '192.0.2.41')
      const ended = await signIn('own-sessions', password, wednesday, '192.0.2.42')
      await gate.signOut(ended.token, wednesday)
      const other = await signIn('hill', password, wednesday, '192.0.2.41')
      const { active } = second.session
      assert.equal(active?.who.personId, person.id)
      const request = { ...example.administrator, who: active!.who, scope: active!.scope, now: wednesday }
      assert.deepEqual(
        (await withCtx(db(), request, ctx => ownSessions(ctx))).map(one => one.address),
        ['192.0.2.41', '192.0.2.40'],
      )
      assert.equal(await withCtx(db(), request, ctx => endOwnSessions(ctx)), 2)
      assert.deepEqual(await withCtx(db(), request, ctx => ownSessions(ctx)), [])
      assert.equal(await gate.sessionOf(first.token, wednesday), null)
      assert.equal(await gate.sessionOf(second.token, wednesday), null)
      assert.ok(await gate.sessionOf(other.token, wednesday))
      const lines = await withCtx(db(), request, ctx => historyOf(ctx, 'person', person.id))
      assert.equal(lines[0]?.action, 'authorities/sessions-ended')
      assert.equal(active?.scope.organisationId, school.id)
    })

    test('hundreds of wrong tries behind one address stop strangers there, not the people who work there', async () => {
      const school = '198.51.100.9'
      await signIn('hill', password, exampleNow, school)
      await withSystem(db(), tx =>
        rows(
          tx,
          sql`INSERT INTO sign_in_tries (bucket, tries, since) VALUES (${`address ${school}`}, ${tryLimits.perAddress - 1}, ${exampleNow})
              ON CONFLICT (bucket) DO UPDATE SET tries = excluded.tries RETURNING bucket`,
        ),
      )
      await signIn('hill', password, exampleNow, school)
      await assert.rejects(signIn('nobody', password, exampleNow, school), wrong) // the last one that is let through
      await assert.rejects(signIn('nobody-else', password, exampleNow, school), tooMany)
      await assert.rejects(signIn('admin2', 'мимо мимо мимо', exampleNow, school), tooMany) // known or not: the same answer
      await signIn('hill', password, exampleNow, school)
    })

    test('signing out ends the session, another token is no token', async () => {
      const { token } = await signIn('hill')
      await gate.signOut(token, exampleNow)
      assert.equal(await gate.sessionOf(token, exampleNow), null)
      assert.equal(await gate.sessionOf('чужой', exampleNow), null)
    })

    test('the token itself is nowhere in the database', async () => {
      const { token } = await signIn('hill')
      const kept = await withSystem(db(), tx => rows(tx, sql<{ line: string }>`SELECT s::text AS line FROM sessions s`))
      assert.ok(kept.length > 0)
      assert.equal(
        kept.some(({ line }) => line.includes(token)),
        false,
      )
    })

    test('a person with two seats chooses one, may change it, and cannot take the seat of another', async () => {
      const { person, school } = await headOf(2, 'school-c')
      const curator = await admin(ctx =>
        giveSeat(ctx, {
          personId: person.id,
          seat: 'curator',
          municipalityId: example.valley.municipality.id,
          organisationId: school.id,
        }),
      )
      const { token, session } = await signIn('school-c')
      assert.equal(session.active, null)
      assert.equal(session.seats.length, 2)
      const seated = await gate.takeSeat(token, curator.id, exampleNow)
      assert.equal(seated.active?.scope.organisationId, null)
      const other = session.seats.find(seat => seat.seat === 'school-head')!
      assert.equal((await gate.takeSeat(token, other.grantId, exampleNow)).active?.scope.organisationId, school.id)
      const foreign = example.hill.request.who.grantId
      await assert.rejects(gate.takeSeat(token, foreign, exampleNow), { code: 'authorities/seat-not-yours' })
      await assert.rejects(gate.takeSeat('нет такого', curator.id, exampleNow), { kind: 'unauthenticated' })
      await admin(ctx => revokeSeat(ctx, other.grantId))
      assert.equal((await gate.sessionOf(token, exampleNow))?.active?.who.seat, 'curator')
    })

    test('a locked account is told so only after the right password, and its sessions end at once', async () => {
      const { token } = await signIn('hill')
      await admin(ctx => lockAccount(ctx, 'hill'))
      assert.equal(await gate.sessionOf(token, exampleNow), null)
      await assert.rejects(signIn('hill', 'не тот пароль'), wrong)
      await assert.rejects(signIn('hill'), { kind: 'forbidden', code: 'authorities/account-locked' })
      await admin(ctx => unlockAccount(ctx, 'hill'))
      await signIn('hill')
    })

    test('a new password replaces the old one', async () => {
      await admin(ctx => setPassword(ctx, 'hill', 'другая пристань'))
      await assert.rejects(signIn('hill', password, later(60), '192.0.2.77'), wrong)
      await signIn('hill', 'другая пристань')
      await admin(ctx => setPassword(ctx, 'hill', password))
    })

    test('a login is given once', async () => {
      const again = admin(ctx => createAccount(ctx, { personId: example.hill.heads[0].id, login: 'HILL', password }))
      await assert.rejects(again, { code: 'authorities/login-taken' })
    })

    test('who no longer works here cannot sign in', async () => {
      const person = example.hill.heads[1]
      await admin(ctx => createAccount(ctx, { personId: person.id, login: 'leaver', password }))
      const { token, session } = await signIn('leaver')
      assert.deepEqual(session.seats, [])
      await admin(ctx => closePerson(ctx, person.id, 1, example.administrator.today))
      assert.equal(await gate.sessionOf(token, exampleNow), null)
      await assert.rejects(signIn('leaver'), { code: 'authorities/account-locked' })
    })

    test('a region is set up once', async () => {
      const administrator = { familyName: 'Другая', givenName: 'Анна', patronymic: null, login: 'another', password }
      const region = {
        regionId: example.regionId,
        name: 'Заозёрская область',
        timeZone: 'Europe/Moscow',
        administrator,
      }
      await assert.rejects(setUpRegion(db(), region, exampleNow), { code: 'authorities/region-exists' })
    })
  }),
)
