import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { IsoDate, OrganisationId, Refusal } from '../core/base/index.ts'
import { type Ctx, historyOf, rows, sql, withCtx } from '../platform/postgres/index.ts'
import { eachDatabase } from '../platform/postgres/testing.ts'
import { asSchool, type ExampleRegion, type Request, storeExampleRegion } from './examples/index.ts'
import {
  changeOrganisation,
  changePerson,
  closeMunicipality,
  closeOrganisation,
  closePerson,
  createMunicipality,
  createOrganisation,
  createPerson,
  createPosition,
  endPosition,
  listAccounts,
  listMunicipalities,
  listOrganisations,
  listPositions,
  listSeats,
  organisationsByName,
  partSize,
  peopleByName,
  peopleOf,
  renameMunicipality,
  revokeSeat,
  territoryOf,
} from './index.ts'

const outside = { kind: 'forbidden', code: 'authorities/outside-territory' }
const today = '2026-02-03' as IsoDate

eachDatabase((name, open) =>
  describe(`the registers on ${name}`, () => {
    const db = open()
    let example: ExampleRegion
    let other: ExampleRegion
    before(async () => {
      example = await storeExampleRegion(db(), 2)
      other = await storeExampleRegion(db(), 3)
    })
    const as = <Result>(request: Request, fn: (ctx: Ctx) => Promise<Result>) => withCtx(db(), request, fn)
    const aSchool = (number: number) => ({
      municipalityId: example.hill.municipality.id,
      kind: 'school' as const,
      name: `Школа ${number}`,
      shortName: null,
    })

    test('a municipal seat sees its own and the regional organisations, and no other municipality', async () => {
      const seen = await as(example.hill.request, async ctx => ({
        municipalities: (await listMunicipalities(ctx)).map(row => row.name),
        territories: new Set((await listOrganisations(ctx)).map(row => row.municipality)),
        names: (await peopleByName(ctx)).people.map(row => row.familyName),
      }))
      assert.deepEqual(seen.municipalities, ['Нагорный округ'])
      assert.deepEqual(seen.territories, new Set(['Нагорный округ', null]))
      assert.deepEqual(
        seen.names.filter(familyName => familyName.includes('02')),
        [],
      )
      assert.ok(seen.names.includes('Координатова01'))
    })

    test('the region sees both municipalities and nothing of another region', async () => {
      const seen = await as(example.administrator, ctx => listMunicipalities(ctx))
      assert.deepEqual(
        seen.map(row => row.oktmo),
        ['02702000', '02701000'],
      )
      const theirs = other.hill.schools[0].id
      assert.deepEqual(await as(example.administrator, ctx => listOrganisations(ctx, { id: theirs })), [])
      await assert.rejects(
        as(example.administrator, ctx => changeOrganisation(ctx, theirs, 1, { name: 'Чужая', shortName: null })),
        { kind: 'not-found' },
      )
    })

    test('a municipal seat may neither change a regional row nor add one, in words and in row security', async () => {
      const { request } = example.hill
      const wanted = { name: 'Другое имя', shortName: null }
      await assert.rejects(
        as(request, ctx => changeOrganisation(ctx, example.ministry.id, 1, wanted)),
        outside,
      )
      await assert.rejects(
        as(request, ctx => createOrganisation(ctx, { ...aSchool(1), municipalityId: null })),
        outside,
      )
      await assert.rejects(
        as(request, ctx => createOrganisation(ctx, { ...aSchool(1), municipalityId: example.valley.municipality.id })),
        outside,
      )
      await assert.rejects(
        as(request, ctx => createMunicipality(ctx, { oktmo: '02703000', name: 'Новый' })),
        outside,
      )
      await assert.rejects(
        as(request, ctx => renameMunicipality(ctx, example.hill.municipality.id, 1, 'Новый')),
        outside,
      )
      const renamed = (ctx: Ctx) =>
        rows(ctx.tx, sql`UPDATE organisations SET name = 'x' WHERE id = ${example.ministry.id} RETURNING id`)
      assert.deepEqual(await as(request, renamed), [])
      const moved = (ctx: Ctx) =>
        rows(ctx.tx, sql`UPDATE organisations SET municipality_id = NULL WHERE id = ${example.hill.schools[0].id}`)
      await assert.rejects(as(request, moved), /row-level security/)
    })

    test('a school sees its town and changes no register', async () => {
      const request = asSchool(example.hill, 0)
      assert.equal((await as(request, ctx => listOrganisations(ctx, { kind: 'school' }))).length, 3)
      await assert.rejects(
        as(request, ctx =>
          changeOrganisation(ctx, example.hill.schools[0].id, 1, { name: 'Лучшая школа', shortName: null }),
        ),
        outside,
      )
      assert.deepEqual(
        await as(request, ctx => rows(ctx.tx, sql`UPDATE organisations SET name = 'x' RETURNING id`)),
        [],
      )
    })

    test('the second of two people who edit one organisation is refused with both versions, and nothing is overwritten', async () => {
      const school = await as(example.hill.request, ctx => createOrganisation(ctx, aSchool(20)))
      await as(example.hill.request, ctx =>
        changeOrganisation(ctx, school.id, 1, { name: 'Первая правка', shortName: null }),
      )
      const second = as(example.hill.request, ctx =>
        changeOrganisation(ctx, school.id, 1, { name: 'Вторая правка', shortName: null }),
      )
      await assert.rejects(second, (refusal: Refusal) => {
        assert.equal(refusal.code, 'authorities/changed-meanwhile')
        const { stored, wanted } = refusal.details as {
          stored: { name: string; version: number }
          wanted: { name: string }
        }
        assert.deepEqual([stored.name, stored.version, wanted.name], ['Первая правка', 2, 'Вторая правка'])
        return true
      })
      const [kept] = await as(example.hill.request, ctx => listOrganisations(ctx, { id: school.id }))
      assert.deepEqual([kept?.name, kept?.version], ['Первая правка', 2])
    })

    test('of two changes at the same moment one wins and the other is refused', async () => {
      const school = await as(example.hill.request, ctx => createOrganisation(ctx, aSchool(21)))
      const change = (name: string) =>
        as(example.hill.request, ctx => changeOrganisation(ctx, school.id, 1, { name, shortName: null }))
      const outcomes = await Promise.allSettled([change('А'), change('Б'), change('В')])
      assert.equal(outcomes.filter(one => one.status === 'fulfilled').length, 1)
      for (const one of outcomes)
        if (one.status === 'rejected') {
          const { code, details } = one.reason as Refusal
          assert.equal(code, 'authorities/changed-meanwhile')
          assert.equal((details as { stored: { version: number } }).stored.version, 2)
        }
    })

    test('every change leaves a line that says what was and what is, and a failed one leaves none', async () => {
      const { request } = example.hill
      const school = await as(request, ctx => createOrganisation(ctx, aSchool(22)))
      await as(request, ctx => changeOrganisation(ctx, school.id, 1, { name: 'Школа 22', shortName: 'Ш22' }))
      await as(request, ctx => closeOrganisation(ctx, school.id, 2, today))
      await assert.rejects(
        as(request, ctx => closeOrganisation(ctx, school.id, 3, today)),
        {
          code: 'authorities/already-closed',
        },
      )
      await assert.rejects(
        as(request, async ctx => {
          await createOrganisation(ctx, { ...aSchool(23), name: 'Несостоявшаяся школа' })
          throw new Error('the power went out')
        }),
      )
      const lines = await as(request, ctx => historyOf(ctx, 'organisation', school.id))
      assert.deepEqual(lines.map(line => [line.action, line.before, line.after]).slice(0, 2), [
        ['authorities/organisation-closed', { closedOn: null }, { closedOn: today }],
        ['authorities/organisation-changed', { shortName: null }, { shortName: 'Ш22' }],
      ])
      assert.equal(lines[2]?.action, 'authorities/organisation-created')
      assert.equal(lines.length, 3)
      assert.deepEqual(
        await as(request, ctx => listOrganisations(ctx, { text: 'несостоявшаяся', withClosed: true })),
        [],
      )
    })

    test('organisations are found by a part of either name, and signs of a pattern are just signs', async () => {
      const found = (text: string) => as(example.hill.request, ctx => listOrganisations(ctx, { text }))
      assert.deepEqual(
        (await found('СШ № 2')).map(row => row.id),
        [example.hill.schools[1].id],
      )
      assert.deepEqual(await found('100%_'), [])
    })

    test('a municipality is made once, renamed and closed by the region', async () => {
      const made = await as(example.administrator, ctx =>
        createMunicipality(ctx, { oktmo: '02704000', name: 'Лесной' }),
      )
      await assert.rejects(
        as(example.administrator, ctx => createMunicipality(ctx, { oktmo: '02704000', name: 'Ещё один' })),
        { code: 'authorities/oktmo-taken', params: { oktmo: '02704000', name: 'Лесной' } },
      )
      const renamed = await as(example.administrator, ctx => renameMunicipality(ctx, made.id, 1, 'Лесной округ'))
      assert.deepEqual([renamed.name, renamed.version], ['Лесной округ', 2])
      const closed = await as(example.administrator, ctx => closeMunicipality(ctx, made.id, 2, today))
      assert.equal(closed.closedOn, today)
    })

    test('a person appears with the positions held today; who leaves loses positions and seats', async () => {
      const { request, authority, municipality } = example.hill
      const wanted = {
        familyName: 'Уходящая',
        givenName: 'Нина',
        patronymic: null,
        workEmail: ' nina@example.ru ',
        workPhone: '',
      }
      const person = await as(request, ctx => createPerson(ctx, { municipalityId: municipality.id, ...wanted }))
      assert.deepEqual([person.workEmail, person.workPhone], ['nina@example.ru', null])
      const place = { personId: person.id, organisationId: authority.id, fromOn: null, untilOn: null }
      await as(request, ctx => createPosition(ctx, { ...place, title: 'методист' }))
      const past = await as(request, ctx => createPosition(ctx, { ...place, title: 'стажёр' }))
      await as(request, ctx => endPosition(ctx, past.id, 1, '2025-08-31' as IsoDate))
      const [seen] = await as(request, ctx => peopleOf(ctx, authority.id)).then(all =>
        all.filter(row => row.id === person.id),
      )
      assert.deepEqual(seen?.positions, ['методист, Управление образования'])

      const changed = await as(request, ctx => changePerson(ctx, person.id, 1, { ...wanted, familyName: 'Ушедшая' }))
      await as(request, ctx => closePerson(ctx, person.id, changed.version, today))
      assert.deepEqual(
        (await as(request, ctx => listPositions(ctx, { personId: person.id }))).map(row => row.untilOn),
        [today, '2025-08-31'],
      )
      const left = await as(request, ctx => peopleByName(ctx, { q: 'ушедшая' }))
      assert.deepEqual([left.people, left.total, left.next], [[], 0, null])
      assert.equal((await as(request, ctx => peopleByName(ctx, { q: 'ушедшая', closed: true }))).total, 1)
    })

    test('a long register comes in parts by name: every person once, Ё after Е, numbers as numbers', async () => {
      const request = example.administrator
      const letters = [...'АБВГДЕЁЖЗИК']
      await as(request, async ctx => {
        const municipality = await createMunicipality(ctx, { oktmo: '02705000', name: 'Людный' })
        for (let n = 0; n < partSize * 2 + 1; n++) {
          const familyName = `${letters[n % letters.length]}щук`
          const rest = { patronymic: null, workEmail: null, workPhone: null }
          await createPerson(ctx, { municipalityId: municipality.id, familyName, givenName: `Лев ${n}`, ...rest })
        }
      })
      const parts = []
      for (let after: string | null = null; ; ) {
        const part = await as(request, ctx => peopleByName(ctx, { q: 'щук', ...(after ? { after } : {}) }))
        assert.equal(part.total, partSize * 2 + 1)
        parts.push(part.people)
        after = part.next
        if (after === null) break
      }
      assert.deepEqual(
        parts.map(part => part.length),
        [partSize, partSize, 1],
      )
      const people = parts.flat()
      assert.equal(new Set(people.map(row => row.id)).size, people.length)
      const order = new Intl.Collator('ru', { numeric: true })
      const names = people.map(row => `${row.familyName} ${row.givenName}`)
      assert.deepEqual(names, [...names].sort(order.compare))
    })

    test('a long list of organisations comes in parts as well; schools stand in their own register', async () => {
      const request = example.administrator
      await as(request, async ctx => {
        const municipality = await createMunicipality(ctx, { oktmo: '02706000', name: 'Клубный' })
        for (let n = 1; n <= partSize + 1; n++)
          await createOrganisation(ctx, {
            municipalityId: municipality.id,
            kind: 'centre',
            name: `Клуб № ${n}`,
            shortName: null,
          })
      })
      const first = await as(request, ctx => organisationsByName(ctx, { q: 'Клуб №' }))
      assert.deepEqual(
        first.organisations.slice(0, 11).map(row => row.name),
        Array.from({ length: 11 }, (_, n) => `Клуб № ${n + 1}`),
      )
      const last = await as(request, ctx => organisationsByName(ctx, { q: 'Клуб №', after: first.next! }))
      assert.deepEqual([last.organisations.map(row => row.name), last.next], [[`Клуб № ${partSize + 1}`], null])
      const kinds = async (kind?: 'school') =>
        new Set(
          (await as(request, ctx => organisationsByName(ctx, kind ? { kind } : {}))).organisations.map(row => row.kind),
        )
      assert.equal((await kinds()).has('school'), false)
      assert.deepEqual(await kinds('school'), new Set(['school']))
    })

    test('a position in an unknown organisation and a person of another region are not found', async () => {
      const place = { title: 'директор', fromOn: null, untilOn: null, organisationId: example.hill.schools[0].id }
      for (const wanted of [
        { ...place, personId: other.hill.heads[0].id },
        { ...place, personId: example.hill.heads[0].id, organisationId: other.hill.schools[0].id as OrganisationId },
      ])
        await assert.rejects(
          as(example.administrator, ctx => createPosition(ctx, wanted)),
          { kind: 'not-found' },
        )
    })

    test('a seat is given, listed and revoked', async () => {
      const { coordinator } = example.valley
      const [seat] = await as(example.administrator, ctx => listSeats(ctx, coordinator.id))
      assert.deepEqual(
        [seat?.seat, seat?.municipality, seat?.organisation],
        ['municipal-coordinator', 'Долинный район', 'Управление образования'],
      )
      await as(example.administrator, ctx => revokeSeat(ctx, seat!.id as never))
      assert.deepEqual(await as(example.administrator, ctx => listSeats(ctx, coordinator.id)), [])
    })

    test('nobody reads the hash of a password, not even the administrator', async () => {
      const { personId } = example.administrator.who
      const [account] = await as(example.administrator, ctx => listAccounts(ctx, personId))
      assert.deepEqual(account, { login: 'admin2', personId, lockedAt: null, version: 1 })
      await assert.rejects(
        as(example.administrator, ctx => rows(ctx.tx, sql`SELECT password_hash FROM accounts`)),
        /permission denied/,
      )
      for (const table of ['sessions', 'sign_in_tries'])
        await assert.rejects(
          as(example.administrator, ctx => rows(ctx.tx, sql`SELECT * FROM ${sql.table(table)}`)),
          /permission denied/,
        )
    })

    test('a request knows its territory', async () => {
      assert.deepEqual(await as(example.hill.request, ctx => territoryOf(ctx)), {
        region: 'Заозёрская область',
        timeZone: 'Asia/Yekaterinburg',
        municipality: 'Нагорный округ',
      })
    })

    test('other slices join views that obey row security', async () => {
      const counts = async (request: Request) => {
        const statement = sql<{ n: number }>`SELECT count(*) AS n FROM pub_organisations o
          LEFT JOIN pub_municipalities m USING (region_id, municipality_id)
          LEFT JOIN pub_positions w USING (region_id, organisation_id)
          LEFT JOIN pub_people p ON p.region_id = w.region_id AND p.person_id = w.person_id
          WHERE o.municipality_id = ${example.valley.municipality.id}`
        return (await as(request, ctx => rows(ctx.tx, statement)))[0]?.n
      }
      assert.equal(await counts(example.hill.request), 0)
      assert.equal(await counts(example.valley.request), 4)
    })
  }),
)
