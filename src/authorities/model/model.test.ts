import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IsoDate, MunicipalityId, RegionId, Scope } from '../../core/base/index.ts'
import { anOrganisation, aPerson } from '../examples/index.ts'
import {
  checkOktmo,
  checkSeat,
  checkTerm,
  checkTerritory,
  checkVersion,
  cleanName,
  closed,
  dateIn,
  difference,
  scopeOf,
  shortNameOf,
} from './registers.ts'
import { checkLogin, checkPassword, checkTries, isAlive } from './sign-in.ts'

const region = 2 as RegionId
const hill = 'hill' as MunicipalityId
const scope = (parts: Partial<Scope> = {}): Scope => ({
  regionId: region,
  municipalityId: null,
  organisationId: null,
  ...parts,
})
const day = (text: string) => text as IsoDate

test('an ОКТМО code has 8 or 11 digits and begins with its region, a leading zero included', () => {
  assert.equal(checkOktmo('02 701 000', region), '02701000')
  assert.equal(checkOktmo('02701000101', region), '02701000101')
  for (const found of ['0270100', '027010001', '02701000a'])
    assert.throws(() => checkOktmo(found, region), { code: 'authorities/oktmo-malformed' })
  assert.throws(() => checkOktmo('20701000', region), { code: 'authorities/oktmo-of-another-region' })
})

test('a name of nothing but spaces is no name', () => {
  assert.equal(cleanName('  Школа \u00a0 №  1 '), 'Школа № 1')
  assert.throws(() => cleanName(' \u00a0 '), { code: 'authorities/name-missing' })
})

test('what is closed is not closed again', () => {
  const once = closed(anOrganisation(), day('2026-02-03'))
  assert.equal(once.closedOn, '2026-02-03')
  assert.throws(() => closed(once, day('2026-02-04')), { code: 'authorities/already-closed' })
})

test('a position may end on the day it starts and not before', () => {
  checkTerm(day('2026-02-03'), day('2026-02-03'))
  checkTerm(null, day('2026-02-03'))
  assert.throws(() => checkTerm(day('2026-02-03'), day('2026-02-02')), { code: 'authorities/ends-before-start' })
})

test('the region changes everything in it, a municipality only its own, a school nothing here', () => {
  checkTerritory(scope(), null)
  checkTerritory(scope(), hill)
  checkTerritory(scope({ municipalityId: hill }), hill)
  const refused = { code: 'authorities/outside-territory' }
  assert.throws(() => checkTerritory(scope({ municipalityId: hill }), null), refused)
  assert.throws(() => checkTerritory(scope({ municipalityId: hill }), 'valley' as MunicipalityId), refused)
  assert.throws(
    () => checkTerritory(scope({ municipalityId: hill, organisationId: anOrganisation().id }), hill),
    refused,
  )
})

test('a conflict carries both versions', () => {
  const stored = anOrganisation({ version: 2, name: 'theirs' })
  const wanted = anOrganisation({ name: 'mine' })
  checkVersion(stored, 2, wanted)
  assert.throws(() => checkVersion(stored, 1, wanted), { kind: 'conflict', details: { stored, wanted } })
})

test('the change log keeps only what differs', () => {
  const before = anOrganisation({ version: 1 })
  const after = { ...before, shortName: null, version: 2 }
  assert.deepEqual(difference(before, after), { before: { shortName: 'СШ № 1' }, after: { shortName: null } })
})

test('a seat fits its territory', () => {
  const school = anOrganisation({ municipalityId: hill })
  checkSeat('regional-coordinator', null, null)
  checkSeat('municipal-coordinator', hill, null)
  checkSeat('school-head', hill, school)
  assert.throws(() => checkSeat('regional-coordinator', hill, null), { code: 'authorities/seat-is-regional' })
  assert.throws(() => checkSeat('municipal-coordinator', null, null), { code: 'authorities/seat-needs-municipality' })
  for (const wrong of [null, { ...school, kind: 'centre' as const }, { ...school, municipalityId: null }])
    assert.throws(() => checkSeat('school-head', hill, wrong), { code: 'authorities/seat-needs-school' })
})

test('only a school head is narrowed to the organisation; a coordinator acts for one and sees the territory', () => {
  const grant = { municipalityId: hill, organisationId: anOrganisation().id }
  assert.equal(scopeOf(region, { ...grant, seat: 'school-head' }).organisationId, anOrganisation().id)
  assert.equal(scopeOf(region, { ...grant, seat: 'municipal-coordinator' }).organisationId, null)
})

test('a person without a patronymic has one initial', () => {
  assert.equal(shortNameOf(aPerson()), 'Берёзкина А. П.')
  assert.equal(shortNameOf(aPerson({ patronymic: null })), 'Берёзкина А.')
})

test('today is the day of the region, not of the server', () => {
  const moment = new Date('2026-02-03T13:00:00Z')
  assert.equal(dateIn('Asia/Kamchatka', moment), '2026-02-04')
  assert.equal(dateIn('Europe/Kaliningrad', moment), '2026-02-03')
})

test('a session ends after 8 hours without a touch and after 24 hours in any case', () => {
  const at = (hours: number, ms = 0) => new Date(Date.UTC(2026, 1, 3) + hours * 3_600_000 + ms)
  const session = { beganAt: at(0), lastSeenAt: at(1), endedAt: null }
  assert.equal(isAlive(session, at(9, -1)), true)
  assert.equal(isAlive(session, at(9)), false)
  const busy = { ...session, lastSeenAt: at(23) }
  assert.equal(isAlive(busy, at(24, -1)), true)
  assert.equal(isAlive(busy, at(24)), false)
  assert.equal(isAlive({ ...session, endedAt: at(1) }, at(2)), false)
})

test('the sixth try on one login from one address is one too many; a school of 300 behind one address may sign in', () => {
  const tries = { loginAndAddress: 5, login: 50, address: 300, knownAddress: false }
  checkTries(tries)
  const refused = { kind: 'busy', code: 'authorities/too-many-tries' }
  assert.throws(() => checkTries({ ...tries, loginAndAddress: 6 }), refused)
  assert.throws(() => checkTries({ ...tries, address: 301 }), refused)
  assert.throws(() => checkTries({ ...tries, login: 51 }), refused)
  const known = { ...tries, login: 51, address: 301, knownAddress: true }
  checkTries(known) // strangers lock out neither the owner of a login nor a whole school
  assert.throws(() => checkTries({ ...known, loginAndAddress: 6 }), refused)
})

test('a password has 10 characters or more and does not hold the login', () => {
  assert.equal(checkPassword('0123456789', 'vera'), '0123456789')
  assert.throws(() => checkPassword('012345678', 'vera'), { code: 'authorities/password-too-short' })
  assert.throws(() => checkPassword('моя Vera 2026', 'vera'), { code: 'authorities/password-is-login' })
})

test('a login is kept in small letters', () => {
  assert.equal(checkLogin(' Vera.B '), 'vera.b')
  for (const found of ['ve', 'вера', '.vera', 'v'.repeat(61)])
    assert.throws(() => checkLogin(found), { code: 'authorities/login-malformed' })
})
