import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { listMunicipalities, listOrganisations, listPositions, setUpRegion } from '../../authorities/index.ts'
import { Refusal, type RegionId, type SchoolId } from '../../core/base/index.ts'
import { type Ctx, type Database, withCtx } from '../../platform/postgres/index.ts'
import { eachDatabase } from '../../platform/postgres/testing.ts'
import { changeSchool, closeSchool, enterSchool } from '../../schools/actions.ts'
import { schoolCard, schoolList } from '../../schools/views.ts'
import { applyRegister, putRegisterAside, readRegister, registerFile } from './actions.ts'
import { templateFile } from './templates.ts'

const demo = (name: string) => ({
  fileName: name,
  bytes: readFileSync(new URL(`../../shell/demo/data/${name}`, import.meta.url)),
})
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    error => (error instanceof Refusal ? error.code : Promise.reject(error)),
  )

const peopleInDemo = Buffer.from(demo('people.csv').bytes).toString('utf8').trim().split('\n').length - 1
let region = 10
async function inNewRegion(db: Database) {
  region += 1
  const administrator = {
    familyName: 'Ясенева',
    givenName: 'Вера',
    patronymic: null,
    login: `admin${region}${process.pid}`,
    password: 'тихая-заводь-7',
  }
  const request = await setUpRegion(
    db,
    { regionId: region as RegionId, name: `Область ${region}`, timeZone: 'Europe/Moscow', administrator },
    new Date('2026-02-03T09:00:00Z'),
  )
  return <Result>(fn: (ctx: Ctx) => Promise<Result>) => withCtx(db, request, fn)
}

eachDatabase((name, open) =>
  describe(`registers on ${name}`, () => {
    const db = open()

    test('the registers of the demo go in, and the same files again change nothing', async () => {
      const administrator = {
        familyName: 'Ясенева',
        givenName: 'Вера',
        patronymic: null,
        login: `demo${process.pid}`,
        password: 'тихая-заводь-7',
      }
      const request = await setUpRegion(
        db(),
        { regionId: 2 as RegionId, name: 'Заозёрская область', timeZone: 'Europe/Moscow', administrator },
        new Date('2026-02-03T09:00:00Z'),
      )
      const within = <Result>(fn: (ctx: Ctx) => Promise<Result>) => withCtx(db(), request, fn)
      for (const file of ['municipalities.csv', 'organisations.csv', 'people.csv']) {
        const { id } = await within(ctx => readRegister(ctx, demo(file)))
        const before = await within(ctx => registerFile(ctx, id))
        assert.deepEqual(before.report.problems, [], file)
        await within(ctx => applyRegister(ctx, id, before.version))
        const again = await within(ctx => readRegister(ctx, demo(file)))
        const { totals } = (await within(ctx => registerFile(ctx, again.id))).report
        assert.deepEqual([totals.created, totals.changed, totals.rejected], [0, 0, 0], file)
      }
      const schools = await within(ctx => schoolList(ctx, {}))
      assert.equal(schools.total, 36)
      const numbered = schools.schools.map(school => school.shortName).filter(short => short?.startsWith('СШ'))
      assert.deepEqual(
        numbered.slice(0, 4),
        ['СШ № 1', 'СШ № 3', 'СШ № 4', 'СШ № 5'],
        'numbers in names sort as numbers',
      )
      assert.equal((await within(ctx => listPositions(ctx, {}))).length, peopleInDemo)
    })

    test('nothing of the register changes until the file is confirmed, and a file is entered once', async () => {
      const within = await inNewRegion(db())
      const bytes = Buffer.from(`ОКТМО;Название муниципалитета\n${region}701000;Городской округ\n`)
      const { id } = await within(ctx => readRegister(ctx, { fileName: 'м.csv', bytes }))
      assert.deepEqual(await within(ctx => listMunicipalities(ctx)), [])
      await within(ctx => applyRegister(ctx, id, 1))
      assert.deepEqual(
        (await within(ctx => listMunicipalities(ctx))).map(one => one.name),
        ['Городской округ'],
      )
      assert.equal(await codeOf(within(ctx => applyRegister(ctx, id, 1))), 'imports/already-done')
      assert.deepEqual((await within(ctx => registerFile(ctx, id))).changes, [], 'the cells are forgotten afterwards')
    })

    test('a file put aside changes nothing and cannot be entered later', async () => {
      const within = await inNewRegion(db())
      const { id } = await within(ctx =>
        readRegister(ctx, {
          fileName: 'м.csv',
          bytes: Buffer.from(`ОКТМО;Название муниципалитета\n${region}701000;Округ\n`),
        }),
      )
      await within(ctx => putRegisterAside(ctx, id, 1))
      assert.equal(await codeOf(within(ctx => applyRegister(ctx, id, 2))), 'imports/already-done')
      assert.deepEqual(await within(ctx => listMunicipalities(ctx)), [])
    })

    test('a table that is no register is refused with the headings found', async () => {
      const within = await inNewRegion(db())
      assert.equal(
        await codeOf(
          within(ctx => readRegister(ctx, { fileName: 'x.csv', bytes: Buffer.from('Показатель;Значение\n1;2\n') })),
        ),
        'imports/no-register',
      )
    })

    test('each template is read back as its own register', async () => {
      const within = await inNewRegion(db())
      for (const kind of ['organisations', 'people', 'municipalities'] as const) {
        const { id } = await within(async ctx =>
          readRegister(ctx, { fileName: `${kind}.xlsx`, bytes: await templateFile(kind) }),
        )
        assert.equal((await within(ctx => registerFile(ctx, id))).kind, kind)
      }
    })

    test('a renamed school keeps its earlier name, and its history says what changed', async () => {
      const within = await inNewRegion(db())
      const id = await aSchool(within)
      await within(ctx =>
        changeSchool(ctx, id, { ...facts, name: 'Гимназия «Логос»', version: 1, organisationVersion: 1 }),
      )
      const card = await within(ctx => schoolCard(ctx, id))
      assert.deepEqual(
        card.earlierNames.map(one => [one.name, one.usedUntil]),
        [['Школа № 4', '2026-02-03']],
      )
      assert.deepEqual(
        [card.history[0]?.action, card.history[0]?.after],
        ['schools/changed', { name: 'Гимназия «Логос»' }],
      )
      assert.deepEqual(
        (await within(ctx => schoolList(ctx, { q: 'школа № 4' }))).schools.map(school => school.id),
        [id],
        'found by the earlier name',
      )
    })

    test('the second of two editors is refused and nothing is overwritten', async () => {
      const within = await inNewRegion(db())
      const id = await aSchool(within)
      await within(ctx => changeSchool(ctx, id, { ...facts, type: 'basic', version: 1, organisationVersion: 1 }))
      assert.equal(
        await codeOf(
          within(ctx => changeSchool(ctx, id, { ...facts, type: 'lyceum', version: 1, organisationVersion: 1 })),
        ),
        'schools/changed-meanwhile',
      )
      assert.equal((await within(ctx => schoolCard(ctx, id))).type, 'basic')
    })

    test('a code that belongs to another organisation is refused with its owner, and the school is not half entered', async () => {
      const within = await inNewRegion(db())
      await aSchool(within)
      const before = (await within(ctx => listOrganisations(ctx))).length
      const municipalityId = (await within(ctx => listMunicipalities(ctx)))[0]!.id as never
      assert.equal(
        await codeOf(within(ctx => enterSchool(ctx, { ...facts, name: 'Школа № 5', shortName: null, municipalityId }))),
        'schools/code-taken',
      )
      assert.equal((await within(ctx => listOrganisations(ctx))).length, before)
    })

    test('a school that joined another one is out of the list of working schools', async () => {
      const within = await inNewRegion(db())
      const id = await aSchool(within)
      const municipalityId = (await within(ctx => listMunicipalities(ctx)))[0]!.id as never
      const other = await within(ctx =>
        enterSchool(ctx, { ...facts, name: 'Школа № 5', shortName: null, codes: [], municipalityId }),
      )
      await within(ctx => closeSchool(ctx, id, { closedOn: '2026-02-01' as never, mergedInto: other.id, version: 1 }))
      assert.deepEqual(
        (await within(ctx => schoolList(ctx, {}))).schools.map(school => school.id),
        [other.id],
      )
      assert.equal((await within(ctx => schoolCard(ctx, id))).mergedInto?.name, 'Школа № 5')
    })
  }),
)

const facts = {
  name: 'Школа № 4',
  shortName: 'СШ № 4',
  type: 'secondary',
  codes: [{ system: 'fis-oko', code: 'sch020004' }],
} as const

async function aSchool(within: <Result>(fn: (ctx: Ctx) => Promise<Result>) => Promise<Result>): Promise<SchoolId> {
  const { id } = await within(ctx =>
    readRegister(ctx, {
      fileName: 'м.csv',
      bytes: Buffer.from(`ОКТМО;Название муниципалитета\n${region}701000;Округ\n`),
    }),
  )
  await within(ctx => applyRegister(ctx, id, 1))
  const [municipality] = await within(ctx => listMunicipalities(ctx))
  return (await within(ctx => enterSchool(ctx, { ...facts, municipalityId: municipality!.id as never }))).id
}
