import { readFileSync } from 'node:fs'
import { createAccount, dateIn, giveSeat, listOrganisations, peopleOf, setUpRegion } from '../../authorities/index.ts'
import type { GrantId, OrganisationId, PersonId, RegionId } from '../../core/base/index.ts'
import { applyRegister, readRegister } from '../../imports/index.ts'
import {
  type Ctx,
  change,
  type Database,
  emptyTables,
  newId,
  rows,
  sql,
  withCtx,
  withSystem,
} from '../../platform/postgres/index.ts'
import {
  approveDraft,
  chooseSchools,
  loadDraft,
  matchByWording,
  recordProgress,
  uploadOrder,
} from '../../roadmaps/index.ts'
import { loadLists } from './lists/load-lists.ts'
import { loadResults, resultYears } from './results/load-results.ts'
import { type DemoSeat, demoAdministrator, demoPassword, demoSchools, demoSeats } from './seats.ts'

const regionId = 2 as RegionId
const timeZone = 'Europe/Moscow'

/** The name of the region says whether all of the example is there. */
export const regionName = {
  unfinished: 'Заозёрская область (пример, загрузка не закончена)',
  finished: 'Заозёрская область (пример)',
} as const

/**
 * Whether the example may be loaded: into an installation that holds nothing, because it never mixes with real data. What is left
 * of an example whose loading was cut short is removed first.
 */
export async function awaitsDemo(db: Database): Promise<boolean> {
  const regions = await withSystem(db, tx => rows(tx, sql<{ name: string }>`SELECT name FROM regions`))
  if (regions.length !== 1 || regions[0]?.name !== regionName.unfinished) return regions.length === 0
  await emptyTables(db)
  return true
}

/**
 * Fills an empty installation with an invented region: registers, people, a login for each seat, the roadmap of last year finished and
 * this year's under way, results of two years, a frozen list and a proposal. Everything goes through the doors that people use: files of
 * registers, orders, the review, approval, protocols of results, a run and its list.
 *
 * @param now decides which years "last" and "this" are for the progress that is recorded
 */
export async function loadDemo(db: Database, now: Date): Promise<void> {
  const administrator = { ...demoAdministrator, password: demoPassword }
  const request = await setUpRegion(db, { regionId, name: regionName.unfinished, timeZone, administrator }, now)
  for (const file of ['municipalities.csv', 'organisations.csv', 'people.csv']) {
    const { id } = await withCtx(db, request, ctx => readRegister(ctx, { fileName: file, bytes: data(file) }))
    await withCtx(db, request, ctx => applyRegister(ctx, id, 1))
  }
  await withCtx(db, request, async ctx => {
    for (const seat of demoSeats) await seatPerson(ctx, seat)
  })
  const coordinator = await requestOf(db, request, demoSeats.find(seat => seat.login === 'gorod')!)
  await runOrder(db, coordinator, 'order-2025.txt', true)
  await runOrder(db, coordinator, 'order-2026.txt', false)
  const regional = await requestOf(db, request, demoSeats.find(seat => seat.login === 'region')!)
  await loadResults(db, regional)
  await loadLists(db, regional, resultYears)
  await withSystem(db, tx => change(tx, sql`UPDATE regions SET name = ${regionName.finished} WHERE id = ${regionId}`))
}

async function seatPerson(ctx: Ctx, seat: DemoSeat): Promise<void> {
  const { person, organisation } = await personOf(ctx, seat)
  const municipalityId = seat.municipal ? organisation.municipalityId : null
  await giveSeat(ctx, { personId: person.id, seat: seat.seat, municipalityId, organisationId: organisation.id })
  await createAccount(ctx, { personId: person.id, login: seat.login, password: demoPassword })
}

/** The person of a seat; for a school head whoever directs the school. */
async function personOf(ctx: Ctx, seat: DemoSeat) {
  const organisation = (await listOrganisations(ctx)).find(one => one.shortName === seat.organisation)!
  const people = await peopleOf(ctx, organisation.id as OrganisationId)
  const person = people.find(one =>
    seat.person === '' ? one.positions.some(title => title.includes(seat.organisation)) : fullName(one) === seat.person,
  )
  if (!person) throw new Error(`the demo has nobody for the seat ${seat.login}`)
  return { person, organisation }
}

const fullName = (person: { familyName: string; givenName: string; patronymic: string | null }) =>
  [person.familyName, person.givenName, person.patronymic].filter(Boolean).join(' ')

/** The same request as somebody else: what the person would do in the product. */
async function requestOf(db: Database, request: Omit<Ctx, 'tx'>, seat: DemoSeat): Promise<Omit<Ctx, 'tx'>> {
  return withCtx(db, request, async ctx => {
    const { person, organisation } = await personOf(ctx, seat)
    const who = {
      personId: person.id as PersonId,
      personName: fullName(person),
      seat: seat.seat,
      grantId: newId<GrantId>(),
      organisationId: organisation.id as OrganisationId,
    }
    return {
      ...request,
      who,
      scope: {
        regionId,
        municipalityId: organisation.municipalityId as Ctx['scope']['municipalityId'],
        organisationId: null,
      },
      requestId: 'demo',
    }
  })
}

async function runOrder(db: Database, request: Omit<Ctx, 'tx'>, file: string, finished: boolean): Promise<void> {
  const orderId = await withCtx(db, request, ctx => uploadOrder(ctx, { fileName: file, bytes: data(file) }))
  await withCtx(db, request, async ctx => {
    const schools = (await listOrganisations(ctx))
      .filter(one => demoSchools.includes(one.shortName ?? ''))
      .map(one => one.id as OrganisationId)
    await chooseSchools(ctx, orderId, (await loadDraft(ctx, orderId)).version, schools)
    await matchByWording(ctx, orderId)
  })
  const roadmapId = await withCtx(db, request, async ctx =>
    approveDraft(ctx, orderId, (await loadDraft(ctx, orderId)).version),
  )
  await withCtx(db, request, ctx => recordProgress(ctx, roadmapId, dateIn(timeZone, request.now), finished))
}

function data(name: string): Uint8Array {
  return readFileSync(new URL(`./data/${name}`, import.meta.url))
}
