import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { asSchool, type ExampleRegion, type Request, storeExampleRegion } from '../authorities/examples/index.ts'
import { Refusal, type SchoolId } from '../core/base/index.ts'
import { type Ctx, withCtx } from '../platform/postgres/index.ts'
import { eachDatabase } from '../platform/postgres/testing.ts'
import { enterSchool } from '../schools/index.ts'
import { replaceUnits } from './actions.ts'
import { aCell, aFile, histogram } from './examples/cells.ts'
import { replaceIndicators } from './indicators.ts'
import type { KnownCell } from './known-cell.ts'
import { tellStates } from './tell-states.ts'
import { procedureResults } from './views-procedure.ts'
import { schoolResults } from './views-school.ts'
import { schoolsResults } from './views-schools.ts'
import { territoryResults } from './views-territory.ts'

// Grade 5 mathematics of 2020–2022: «3» from 7 points, «4» from 11, «5» from 15.
const key = 'ВПР~математика~5~spring'
const marked = (scores: Readonly<Record<number, number>>): Partial<KnownCell> => ({
  scores: histogram(scores),
  participants: Object.values(scores).reduce((sum, count) => sum + count, 0),
})

eachDatabase((name, open) =>
  describe(`views of results on ${name}`, () => {
    const db = open()
    let example: ExampleRegion
    let first: SchoolId
    let second: SchoolId
    let far: SchoolId
    let basic: SchoolId
    const as = <Result>(request: Request, fn: (ctx: Ctx) => Promise<Result>) => withCtx(db(), request, fn)
    const ofSchool = (id: SchoolId): Request => {
      const request = asSchool(example.hill, 0)
      return { ...request, scope: { ...request.scope, organisationId: id } }
    }
    before(async () => {
      example = await storeExampleRegion(db())
      await as(example.administrator, async ctx => {
        const school = async (town: ExampleRegion['hill'], shortName: string, type: 'basic' | 'secondary') =>
          (
            await enterSchool(ctx, {
              name: `Школа ${shortName}`,
              shortName,
              type,
              codes: [],
              municipalityId: town.municipality.id,
            })
          ).id
        first = await school(example.hill, 'СШ № 2', 'secondary')
        second = await school(example.hill, 'СШ № 10', 'secondary')
        basic = await school(example.hill, 'ООШ № 7', 'basic')
        far = await school(example.valley, 'СШ № 5', 'secondary')
        await replaceUnits(
          ctx,
          [
            aCell(first, { ...marked({ 3: 4, 8: 6, 12: 2 }), class: '5А', rows: [2, 13] }),
            aCell(first, { ...marked({ 6: 2, 15: 6 }), class: '5Б', rows: [14, 21] }),
            aCell(second, { ...marked({ 6: 1, 11: 2 }), class: '5А' }),
            aCell(far, { ...marked({ 5: 10, 7: 10 }), class: '5А' }),
            // A year before; in 2020 the first school is missing.
            aCell(first, { ...marked({ 7: 20 }), year: 2019, marks: [0, 0, 0, 20, 0, 0] }),
            aCell(far, { ...marked({ 5: 5, 7: 15 }), year: 2020 }),
          ],
          aFile('впр.xlsx'),
        )
        await tellStates(
          ctx,
          [
            {
              organisationId: basic,
              procedure: 'ВПР',
              subject: 'математика',
              grade: 5,
              year: 2021,
              state: 'no_students',
            },
          ],
          'письмо школы',
        )
      })
    })

    test('a territory is the sum of its schools, and the region stands beside a municipality', async () => {
      const town = await as(example.hill.request, ctx => territoryResults(ctx, null, { year: '2021' }))
      assert.equal(town.municipality?.id, example.hill.municipality.id)
      const row = town.procedures.find(each => each.key.grade === 5)
      assert.ok(row?.own?.state === 'reported' && row.region?.state === 'reported')
      assert.deepEqual([row.own.schools, row.own.participants, row.own.below], [2, 23, 7])
      assert.deepEqual(row.own.marks, [0, 0, 7, 6, 4, 6])
      assert.deepEqual([row.region.schools, row.region.participants, row.region.below], [3, 43, 17])
    })

    test('schools without a result are counted, and of how many the reason is known', async () => {
      const { procedures } = await as(example.hill.request, ctx => territoryResults(ctx, null, { year: '2021' }))
      assert.deepEqual([procedures[0]?.expected, procedures[0]?.explained], [3, 1])
    })

    test('schools stand by name, numbers as numbers; each without a result says why', async () => {
      const { schools, total } = await as(example.hill.request, ctx => schoolsResults(ctx, { year: '2021', key }))
      assert.equal(total, 3)
      assert.deepEqual(
        schools.map(school => [school.name, school.summary?.participants ?? null, school.absence]),
        [
          ['ООШ № 7', null, 'no_students'],
          ['СШ № 2', 20, null],
          ['СШ № 10', 3, null],
        ],
      )
    })

    test('a page of the list ends with a key, and the next begins after it', async () => {
      const { schools } = await as(example.hill.request, ctx => schoolsResults(ctx, { year: '2021', key }))
      const after = `${schools[0]!.name} ${schools[0]!.id}`
      const next = await as(example.hill.request, ctx => schoolsResults(ctx, { year: '2021', key, after }))
      assert.deepEqual(
        next.schools.map(school => school.name),
        ['СШ № 2', 'СШ № 10'],
      )
    })

    test('only schools without a result are shown on request', async () => {
      const { schools } = await as(example.hill.request, ctx =>
        schoolsResults(ctx, { year: '2021', key, state: 'without' }),
      )
      assert.deepEqual(
        schools.map(school => school.name),
        ['ООШ № 7'],
      )
    })

    test('a school has its years, a missing one stays missing and is not zero', async () => {
      const found = await as(example.hill.request, ctx => procedureResults(ctx, first, { key, year: '2021' }))
      assert.deepEqual(
        found.overYears.map(({ year, own, absence }) => [year, own && [own.below, own.judged], absence]),
        [
          [2019, [0, 20], null],
          [2020, null, 'missing'],
          [2021, [6, 20], null],
        ],
      )
    })

    test('one procedure is the sum of its classes, each with its file and rows', async () => {
      const found = await as(example.hill.request, ctx => procedureResults(ctx, first, { key, year: '2021' }))
      assert.deepEqual(found.own?.marks, [0, 0, 6, 6, 2, 6])
      assert.equal(found.own?.mean?.value, (3 * 4 + 8 * 6 + 12 * 2 + 6 * 2 + 15 * 6) / 20)
      assert.deepEqual(
        found.classes.map(one => [one.class, one.participants, one.file.name, one.file.rows]),
        [
          ['5А', 12, 'впр.xlsx', [2, 13]],
          ['5Б', 8, 'впр.xlsx', [14, 21]],
        ],
      )
      assert.deepEqual(found.scale?.marks, [7, 11, 15])
      assert.equal(
        found.regionScores?.reduce((sum, count) => sum + count, 0),
        43,
      )
    })

    test('markers are counted from cells, and one without its material says what is missing', async () => {
      const { markers } = await as(example.hill.request, ctx => procedureResults(ctx, first, { key, year: '2021' }))
      assert.ok(markers)
      // c₇ − c₆ + c₁₁ − c₁₀ + c₁₅ − c₁₄ = (0 − 2) + 0 + (6 − 0) over √8 participants: below ten, so nothing is said.
      assert.deepEqual(markers.jump.school, { status: 'not-countable', why: 'too-few', found: 8, needed: 10 })
      assert.deepEqual(markers.spearman, { status: 'not-countable', why: 'no-journal', found: 0, needed: 0 })
      assert.equal(markers.low.school.status === 'counted' && markers.low.school.share, 0.3)
      assert.equal(markers.above.status, 'not-above')
    })

    test('a school sees its own results and the region, not those of other schools', async () => {
      const own = await as(ofSchool(first), ctx => schoolResults(ctx, first, {}))
      assert.equal(own.results.length, 2)
      const now = own.results.find(({ year }) => year === 2021)
      assert.equal(now?.region?.state, 'reported')
      assert.deepEqual(now?.municipality, { state: 'hidden', schools: 2 })
      await assert.rejects(
        as(ofSchool(first), ctx => schoolResults(ctx, second, {})),
        (error: unknown) => error instanceof Refusal && error.code === 'assessments/school-not-found',
      )
      const list = await as(ofSchool(first), ctx => schoolsResults(ctx, { year: '2021', key }))
      assert.deepEqual(
        list.schools.map(school => school.id),
        [first],
      )
      const detail = await as(ofSchool(first), ctx => procedureResults(ctx, first, { key, year: '2021' }))
      assert.equal(detail.similar?.allowed, false)
    })

    test('a municipality does not see the schools of another one', async () => {
      await assert.rejects(
        as(example.hill.request, ctx => schoolResults(ctx, far, {})),
        (error: unknown) => error instanceof Refusal && error.kind === 'not-found',
      )
      await assert.rejects(
        as(example.hill.request, ctx => territoryResults(ctx, example.valley.municipality.id, {})),
        (error: unknown) => error instanceof Refusal && error.code === 'assessments/municipality-not-found',
      )
    })

    test('similar schools are those that fit what was chosen; the group never holds the school itself', async () => {
      const group = (query: object) =>
        as(
          example.administrator,
          async ctx => (await procedureResults(ctx, first, { key, year: '2021', ...query })).similar,
        )
      const names = (found: Awaited<ReturnType<typeof group>>) => found?.schools.map(school => school.name)
      assert.deepEqual(names(await group({ type: 'same' })), ['СШ № 5', 'СШ № 10'])
      assert.deepEqual(names(await group({ type: 'same', place: 'same' })), ['СШ № 10'])
      assert.deepEqual(names(await group({ size: 'near' })), ['СШ № 5'])
      const found = await group({ type: 'same' })
      assert.deepEqual([found?.figures?.participants, found?.figures?.below], [23, 11])
    })

    test('an indicator of the context narrows the group to schools not further than chosen', async () => {
      await as(example.administrator, async ctx => {
        const fact = (organisationId: SchoolId, numerator: number) => ({
          organisationId,
          indicator: 'неполные семьи',
          year: 2021,
          state: 'reported' as const,
          value: { numerator, denominator: 100 },
        })
        await replaceIndicators(ctx, [fact(first, 20), fact(second, 25), fact(far, 26)], 'паспорт')
        const at = (within: string) =>
          procedureResults(ctx, first, { key, year: '2021', indicator: 'неполные семьи', within })
        assert.deepEqual(
          (await at('5')).similar?.schools.map(school => school.name),
          ['СШ № 10'],
        )
        assert.equal((await at('10')).similar?.schools.length, 2)
      })
    })

    test('a corrected file changes the territory as well', async () => {
      await as(example.administrator, async ctx => {
        await replaceUnits(ctx, [aCell(second, { ...marked({ 6: 3 }), class: '5А' })], aFile('исправлено.xlsx'))
        const { procedures } = await territoryResults(ctx, example.hill.municipality.id, { year: '2021' })
        assert.deepEqual(procedures[0]?.own?.state === 'reported' && procedures[0].own.below, 9)
      })
    })
  }),
)
