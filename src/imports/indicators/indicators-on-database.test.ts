import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { asSchool, type ExampleRegion, type Request, storeExampleRegion } from '../../authorities/examples/index.ts'
import { Refusal, type SchoolId } from '../../core/base/index.ts'
import { type Ctx, withCtx } from '../../platform/postgres/index.ts'
import { eachDatabase } from '../../platform/postgres/testing.ts'
import { readTable } from '../../platform/tables/index.ts'
import { enterSchool } from '../../schools/index.ts'
import { applyIndicators, indicatorFile, putIndicatorsAside, readIndicators } from './actions.ts'
import { knownIndicators } from './known-indicators.ts'
import { readFacts } from './read-facts.ts'
import { listFiles } from './store.ts'
import { templateFile } from './template.ts'
import { indicatorsOfSchool, indicatorTable } from './views.ts'

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    error => (error instanceof Refusal ? error.code : Promise.reject(error)),
  )
const csv = (name: string, text: string) => ({ fileName: name, bytes: Buffer.from(text) })

eachDatabase((name, open) =>
  describe(`indicators of schools on ${name}`, () => {
    const db = open()
    let example: ExampleRegion
    let hill: SchoolId
    let valley: SchoolId
    const as = <Result>(request: Request, fn: (ctx: Ctx) => Promise<Result>) => withCtx(db(), request, fn)
    const region = <Result>(fn: (ctx: Ctx) => Promise<Result>) => as(example.administrator, fn)
    const ofSchool = (id: SchoolId): Request => {
      const request = asSchool(example.hill, 0)
      return { ...request, scope: { ...request.scope, organisationId: id } }
    }
    const read = (text: string, year: number | null = null, file = 'показатели.csv') =>
      region(ctx => readIndicators(ctx, csv(file, text), year))
    const looked = (id: string) => region(ctx => indicatorFile(ctx, id))
    const entered = async (text: string, file?: string) => {
      const { id } = await read(text, null, file)
      await region(ctx => applyIndicators(ctx, id, 1))
      return id
    }
    const factsOf = async (id: SchoolId, year: number) =>
      (await region(ctx => indicatorsOfSchool(ctx, id))).facts.filter(fact => fact.year === year)
    before(async () => {
      example = await storeExampleRegion(db())
      await region(async ctx => {
        const school = async (town: ExampleRegion['hill'], shortName: string, code: string) =>
          (
            await enterSchool(ctx, {
              name: `Школа ${shortName}`,
              shortName,
              type: 'secondary',
              codes: [{ system: 'rcoi', code }],
              municipalityId: town.municipality.id,
            })
          ).id
        hill = await school(example.hill, 'СШ № 2', '777002')
        valley = await school(example.valley, 'СШ № 10', '777010')
      })
    })

    test('nothing changes until the file is confirmed; then every reason stays what it was', async () => {
      const { id } = await read(
        'Школа;Год;Показатель;Значение;Участников\n' +
          '777002;2020;неполные семьи;0;412\n777010;2020;Неполные  семьи;нет данных;\n' +
          '777002;2020;олимпиады;не собиралось;\nСШ № 10;2020;олимпиады;;\n777002;2020;состоят на учёте;12 из 40;\n',
      )
      assert.deepEqual(await factsOf(hill, 2020), [])
      const shown = await looked(id)
      assert.deepEqual(shown.report.totals, { created: 4, changed: 0, same: 0, blank: 1, rejected: 0 })
      assert.deepEqual(shown.report.problems, [])
      await region(ctx => applyIndicators(ctx, id, 1))
      assert.deepEqual(
        (await factsOf(hill, 2020)).map(
          ({ indicator, state, number, numerator, denominator, participants, source }) => [
            indicator,
            state,
            number,
            numerator,
            denominator,
            participants,
            source,
          ],
        ),
        [
          ['неполные семьи', 'reported', '0', null, null, 412, 'показатели.csv'],
          ['олимпиады', 'not_collected', null, null, null, null, 'показатели.csv'],
          ['состоят на учёте', 'reported', null, 12, 40, null, 'показатели.csv'],
        ],
      )
      assert.deepEqual(
        (await factsOf(valley, 2020)).map(({ indicator, state }) => [indicator, state]),
        [['неполные семьи', 'unknown']],
        'a blank cell said nothing of the olympiads',
      )
      assert.deepEqual((await looked(id)).changes, [])
      assert.equal(await codeOf(region(ctx => applyIndicators(ctx, id, 1))), 'imports/indicators-done')
    })

    test('the same file again changes nothing, and so do the same values in the other form', async () => {
      const long = 'Школа;Год;Показатель;Значение\n777002;2021;олимпиады;2,9 %\n777010;2021;олимпиады;3\n'
      await entered(long, 'первый.csv')
      const again = await looked((await read(long)).id)
      assert.deepEqual(again.report.totals, { created: 0, changed: 0, same: 2, blank: 0, rejected: 0 })
      const wide = await looked((await read('Школа;олимпиады, %\n777002;2.90\n777010;3,0 %\n', 2021)).id)
      assert.deepEqual(wide.report.totals, { created: 0, changed: 0, same: 2, blank: 0, rejected: 0 })
    })

    test('a change shows what stood there, and a blank cell clears nothing', async () => {
      await entered('Школа;Год;олимпиады;неполные семьи\n777002;2022;5;20\n', 'старый.csv')
      const { id } = await read('Школа;Год;олимпиады;неполные семьи\n777002;2022;6;\n', null, 'новый.csv')
      const { changes } = await looked(id)
      assert.deepEqual(
        changes.map(({ row, school, indicator, before, after }) => [
          row,
          school,
          indicator,
          before?.number,
          after.number,
        ]),
        [[2, 'СШ № 2', 'олимпиады', '5', '6']],
      )
      await region(ctx => applyIndicators(ctx, id, 1))
      assert.deepEqual(
        (await factsOf(hill, 2022)).map(({ number, source }) => [number, source]),
        [
          ['20', 'старый.csv'],
          ['6', 'новый.csv'],
        ],
      )
    })

    test('what is wrong is said by row, and the rest goes in', async () => {
      const { id } = await read(
        'Школа;Год;Показатель;Значение\n9999;2019;олимпиады;1\n777002;;олимпиады;1\n777002;2019/20;олимпиады;1\n' +
          ';2019;олимпиады;1\n777002;2019;олимпиады;—\n777002;2019;неполные семьи;130\n777010;2019;олимпиады;1\n777010;2019;олимпиады;2\n' +
          '777010;2019;неполные семьи;7\n777010;2019;неполные семьи;7\n',
      )
      const { report } = await looked(id)
      assert.deepEqual(
        report.problems.map(({ row, code, found }) => [row, code, found]),
        [
          [2, 'school-unknown', '9999'],
          [3, 'year-missing', '1'],
          [4, 'year-unreadable', '1'],
          [5, 'school-missing', ''],
          [6, 'dash-ambiguous', '—'],
          [7, 'percent-outside', '130'],
          [8, 'contradicts', '1'],
          [9, 'contradicts', '2'],
        ],
      )
      assert.deepEqual(report.totals, { created: 1, changed: 0, same: 1, blank: 0, rejected: 8 })
    })

    test('a name that no methodology knows is taken with a warning, and parts of one are not taken for per cents', async () => {
      const { id } = await read('Школа;Год;олимпиады;своя библиотека\n777002;2018;0,05;1\n777010;2018;0,07;0\n')
      const { indicators } = (await looked(id)).report
      assert.deepEqual(
        indicators.map(one => [one.name, one.unit, one.known, one.looksLikeParts]),
        [
          ['олимпиады', 'percent', true, true],
          ['своя библиотека', null, false, false],
        ],
      )
      const small = await looked((await read('Школа;Год;олимпиады\n777002;2018;0,5\n777010;2018;1,5\n')).id)
      assert.equal(small.report.indicators[0]?.looksLikeParts, false, 'half a per cent beside one and a half')
    })

    test('a table without indicators is refused with the headings found', async () => {
      assert.equal(await codeOf(read('ФИО;Должность\nОбразцова;директор\n')), 'imports/no-indicators')
    })

    test('a file put aside changes nothing and cannot be entered later', async () => {
      const { id } = await read('Школа;Год;олимпиады\n777002;2017;5\n')
      await region(ctx => putIndicatorsAside(ctx, id, 1))
      assert.equal(await codeOf(region(ctx => applyIndicators(ctx, id, 2))), 'imports/indicators-done')
      assert.deepEqual(await factsOf(hill, 2017), [])
    })

    test('the template is read back by the same reader', async () => {
      const known = await knownIndicators()
      const names = known.map(one => one.name)
      for (const asked of [
        'неполные семьи',
        'олимпиады',
        'остались в 10 классе',
        'ресурсные дефициты',
        'индекс контекста',
      ])
        assert.ok(names.includes(asked), asked)
      const sheets = await readTable(await templateFile(known, 2025))
      const { readings, left } = readFacts(sheets, null, known)
      assert.deepEqual(left, [])
      assert.deepEqual(
        readings.map(one => one.indicator),
        names,
      )
      assert.ok(readings.every(one => one.problem === null && one.year === 2025))
    })

    test('the table stands by name, keeps zero, reasons and silence apart, and filters', async () => {
      await entered('Школа;Год;олимпиады\n777002;2023;0\n')
      const table = await region(ctx => indicatorTable(ctx, { year: '2023', q: 'СШ' }))
      const shown = table.schools.map(school => [school.name, school.facts.map(fact => fact.number)])
      assert.deepEqual(shown, [
        ['СШ № 2', ['0']],
        ['СШ № 10', []],
      ])
      assert.deepEqual(table.shown, [{ name: 'олимпиады', unit: 'percent' }])
      const names = async (state: 'with' | 'without') =>
        (await region(ctx => indicatorTable(ctx, { year: '2023', q: 'СШ', state }))).schools.map(one => one.name)
      assert.deepEqual(await names('with'), ['СШ № 2'])
      assert.deepEqual(await names('without'), ['СШ № 10'])
    })

    test('a municipality enters and sees its own schools, a school sees itself', async () => {
      const mine = example.hill.request
      const { id } = await as(mine, ctx =>
        readIndicators(ctx, csv('свои.csv', 'Школа;Год;олимпиады\n777002;2016;1\n777010;2016;2\n'), null),
      )
      const shown = await as(mine, ctx => indicatorFile(ctx, id))
      assert.equal(shown.report.totals.created, 1)
      assert.match(shown.report.problems.map(one => one.code).join(), /^school-(foreign|unknown)$/)
      await as(mine, ctx => applyIndicators(ctx, id, 1))
      assert.deepEqual(await factsOf(valley, 2016), [])
      assert.deepEqual(
        (await as(mine, ctx => listFiles(ctx, null))).map(one => one.fileName),
        ['свои.csv'],
        'files of the region are not shown to a municipality',
      )
      const table = await as(mine, ctx => indicatorTable(ctx, {}))
      assert.ok(!table.schools.some(one => one.id === valley))
      assert.equal(await codeOf(as(mine, ctx => indicatorsOfSchool(ctx, valley))), 'assessments/school-not-found')

      const own = await as(ofSchool(hill), ctx => indicatorTable(ctx, {}))
      assert.deepEqual(
        own.schools.map(one => one.id),
        [hill],
      )
      assert.equal(
        await codeOf(as(ofSchool(hill), ctx => indicatorsOfSchool(ctx, valley))),
        'assessments/school-not-found',
      )
    })
  }),
)
