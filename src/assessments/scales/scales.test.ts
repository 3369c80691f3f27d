import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { type ExampleRegion, storeExampleRegion } from '../../authorities/examples/index.ts'
import { Refusal, type SchoolId } from '../../core/base/index.ts'
import { type Ctx, change, rows, sql, withCtx } from '../../platform/postgres/index.ts'
import { eachDatabase } from '../../platform/postgres/testing.ts'
import { replaceUnits } from '../actions.ts'
import { aCell, aFile, histogram } from '../examples/cells.ts'
import { isBelow, markOf, type Scale } from '../model/scale.ts'
import { resultsTable } from '../results-table.ts'
import { changeScale, whatScaleWouldChange } from './change-scale.ts'
import { scalesCommand } from './command.ts'
import { readScaleFile } from './read-scale-file.ts'
import { overlapping, scaleFor } from './scale-entry.ts'
import { placeKey } from './scale-fields.ts'
import { scalePage } from './scale-views.ts'
import { shippedScales } from './shipped-scales.ts'

/** Lowest «3», «4», «5» and the highest score, typed from the tables of the works once more. */
const vpr: Readonly<Record<string, readonly (readonly number[])[]>> = {
  математика: [
    [4, 6, 10, 15, 20],
    [5, 7, 11, 15, 20],
    [6, 6, 10, 14, 16],
    [7, 7, 12, 16, 19],
    [8, 8, 15, 21, 25],
  ],
  'русский язык': [
    [4, 14, 24, 33, 38],
    [5, 18, 29, 39, 45],
    [6, 25, 35, 45, 51],
    [7, 22, 32, 42, 47],
    [8, 26, 32, 45, 51],
  ],
}

describe('scales that come with the product', () => {
  for (const [subject, grades] of Object.entries(vpr))
    for (const [grade, three, four, five, highest] of grades as readonly (readonly [
      number,
      number,
      number,
      number,
      number,
    ])[])
      test(`ВПР 2020–2022, ${subject}, ${grade}: each mark begins at its score`, async () => {
        for (const year of [2020, 2021, 2022]) {
          const scale = scaleFor(await shippedScales(), { procedure: 'ВПР', subject, grade, year }, 42)!
          const scores = [0, three - 1, three, four - 1, four, five - 1, five, highest]
          assert.deepEqual(
            scores.map(score => markOf(scale, score)),
            [2, 2, 3, 3, 4, 4, 5, 5],
          )
          assert.deepEqual([isBelow(scale, three - 1), isBelow(scale, three), scale.max], [true, false, highest])
        }
      })

  for (const [procedure, subject, grade, year, minimum, status] of [
    ['ОГЭ', 'русский язык', 9, 2026, 15, 'confirmed'],
    ['ОГЭ', 'математика', 9, 2026, 8, 'confirmed'],
    ['ЕГЭ', 'русский язык', 11, 2025, 24, 'default'],
    ['ЕГЭ', 'математика (профильная)', 11, 2025, 27, 'default'],
    ['ЕГЭ', 'математика (базовая)', 11, 2025, 3, 'default'],
  ] as const)
    test(`${procedure}, ${subject}: ${minimum} is enough, one less is not`, async () => {
      const scale = scaleFor(await shippedScales(), { procedure, subject, grade, year }, 42)!
      assert.deepEqual([isBelow(scale, minimum - 1), isBelow(scale, minimum), scale.status], [true, false, status])
    })

  test('a year, grade or subject without a scale has none: nothing is guessed', async () => {
    const scales = await shippedScales()
    const place = { procedure: 'ВПР', subject: 'математика', grade: 5, year: 2021 }
    for (const other of [{ year: 2023 }, { year: 2019 }, { grade: 9 }, { subject: 'физика' }, { procedure: 'НИКО' }])
      assert.equal(scaleFor(scales, { ...place, ...other }, 42), null)
  })

  test('marks of ОГЭ mathematics need geometry as well: points alone give none', async () => {
    const scale = scaleFor(await shippedScales(), { procedure: 'ОГЭ', subject: 'математика', grade: 9, year: 2026 }, 42)
    assert.equal(scale?.also, 'баллы по геометрии')
  })
})

const file = {
  id: 'rpr-2025',
  title: 'РПР',
  procedure: 'РПР',
  years: [2025],
  points: 'primary',
  source: 'приказ',
  checkedOn: '2026-01-15',
  status: 'confirmed',
  scales: [{ subject: 'Математика', grade: 8, lowest: { 3: 5, 4: 9, 5: 13 }, highest: 15 }],
}

describe('./opora scales', () => {
  const run = async (...args: string[]) => {
    const out: string[] = []
    const code = await scalesCommand.run(args, { out: text => void out.push(text), err: () => undefined })
    return { code, text: out.join('\n') }
  }

  test('prints every scale with its source and the day of checking, and says what is only a default', async () => {
    const { code, text } = await run()
    assert.equal(code, 0)
    assert.match(text, /ege-usual: .* Принято по умолчанию, не подтверждено\. Источник: .* Сверено 2026-11-22/)
    assert.match(text, /ВПР, математика, 5 класс: «3» с 7, «4» с 11, «5» с 15; наибольший балл 20/)
    assert.match(text, /ОГЭ, математика, 9 класс: не ниже минимума с 8; .* баллы по геометрии/)
  })

  test('a folder without scales says so; an unknown option is refused', async () => {
    assert.match((await run(`${import.meta.dirname}/pages`, '--lang', 'en')).text, /holds no scale/)
    await assert.rejects(run('--всё'), Refusal)
  })
})

describe('a scale as data', () => {
  test('names are kept in the words of the product', () => {
    const [entry] = readScaleFile({ ...file, procedure: 'огэ' }, 'f')
    assert.deepEqual([entry!.procedure, entry!.subject, entry!.marks], ['ОГЭ', 'математика', [5, 9, 13]])
  })

  test('the scale of a region comes before the general one, a named year before «from a year on»', () => {
    const general = readScaleFile({ ...file, id: 'general' }, 'f')
    const regional = readScaleFile({ ...file, id: 'regional', region: 2 }, 'f')
    const open = readScaleFile({ ...file, id: 'open', years: undefined, from: 2020 }, 'f')
    const all = [...open, ...general, ...regional]
    const place = { procedure: 'РПР', subject: 'математика', grade: 8, year: 2025 }
    assert.equal(scaleFor(all, place, 2)?.id, 'regional')
    assert.equal(scaleFor(all, place, 3)?.id, 'general')
    assert.equal(scaleFor(all, { ...place, year: 2024 }, 2)?.id, 'open')
    assert.deepEqual(overlapping(all), [])
    assert.equal(overlapping([...general, ...general]).length, 1)
  })

  const scale = file.scales[0]!
  for (const [what, data, at, expected] of [
    [
      'thresholds that do not rise',
      { scales: [{ ...scale, lowest: { 3: 5, 4: 5, 5: 9 } }] },
      'scales[0].lowest',
      'ascending',
    ],
    ['a highest score below «5»', { scales: [{ ...scale, highest: 12 }] }, 'scales[0].highest', 'notBelowMarks'],
    ['neither marks nor a minimum', { scales: [{ subject: 'физика', grade: 8 }] }, 'scales[0]', 'lowestOrMinimum'],
    ['a word with a typing mistake', { scales: [{ ...scale, lowset: {} }] }, 'scales[0]', 'knownField'],
    [
      'a score with a fraction',
      { scales: [{ ...scale, lowest: { 3: 4.5, 4: 9, 5: 13 } }] },
      'scales[0].lowest.3',
      'whole',
    ],
    ['both years and «from»', { from: 2020 }, 'years', 'yearsOrFrom'],
    ['no day of checking', { checkedOn: 'вчера' }, 'checkedOn', 'date'],
    ['no source', { source: '' }, 'source', 'text'],
  ] as const)
    test(`${what} is refused with its place`, () => {
      assert.throws(
        () => readScaleFile({ ...file, ...data }, 'f'),
        (error: unknown) =>
          error instanceof Refusal && error.params['at'] === at && error.params['expected'] === expected,
      )
    })
})

eachDatabase((name, open) =>
  describe(`scales of a region on ${name}`, () => {
    const db = open()
    let example: ExampleRegion
    let school: SchoolId
    const place = { procedure: 'ВПР', subject: 'математика', grade: 5, year: 2025 }
    const thresholds: Scale = { of: 'primary', marks: [7, 11, 15], minimum: null, max: 20, also: null }
    const scale = { thresholds, source: 'Приказ министерства', checkedOn: '2026-01-15' }
    const cells = () => [
      aCell(school, { year: 2025, scores: histogram({ 6: 4, 7: 6 }) }),
      aCell(school, { year: 2025, class: '5Б', scores: histogram({ 6: 4, 7: 6 }), marks: [0, 0, 1, 9, 0, 0] }),
    ]
    const below = async (ctx: Ctx) => {
      const [found] = await rows(
        ctx.tx,
        sql<{ cells: unknown; sum: unknown }>`
          SELECT (SELECT json_agg(json_build_array(below, scale) ORDER BY class) FROM result_cells) AS cells,
                 (SELECT below FROM school_results) AS sum`,
      )
      return [found!.cells, found!.sum]
    }
    before(async () => {
      example = await storeExampleRegion(db())
      school = example.hill.schools[0].id as SchoolId
      await withCtx(db(), example.administrator, ctx => replaceUnits(ctx, cells(), aFile()))
    })
    const asRegion = <Result>(fn: (ctx: Ctx) => Promise<Result>) => withCtx(db(), example.administrator, fn)

    test('a scale is shown, set, changed and taken back; every time the same cells are counted again', async () => {
      await asRegion(async ctx =>
        assert.deepEqual(await below(ctx), [
          [
            [null, null],
            [1, null],
          ],
          null,
        ]),
      )
      const effect = await asRegion(ctx => whatScaleWouldChange(ctx, place, scale))
      assert.deepEqual(effect, {
        cells: 1,
        printed: 1,
        schools: [{ organisationId: school, participants: 20, below: { before: null, after: 5 } }],
      })
      await asRegion(async ctx =>
        assert.deepEqual(await below(ctx), [
          [
            [null, null],
            [1, null],
          ],
          null,
        ]),
      )

      assert.deepEqual(await asRegion(ctx => changeScale(ctx, place, scale, 0)), effect)
      await asRegion(async ctx =>
        assert.deepEqual(await below(ctx), [
          [
            [4, 'region/1'],
            [1, null],
          ],
          5,
        ]),
      )

      const softer = { ...scale, thresholds: { ...thresholds, marks: [6, 11, 15] as const } }
      const { inputsHash } = await asRegion(ctx => resultsTable(ctx))
      await asRegion(ctx => changeScale(ctx, place, softer, 1))
      await asRegion(async ctx => {
        assert.deepEqual(await below(ctx), [
          [
            [0, 'region/2'],
            [1, null],
          ],
          1,
        ])
        assert.notEqual((await resultsTable(ctx)).inputsHash, inputsHash)
      })

      await asRegion(ctx => changeScale(ctx, place, { ...scale, thresholds: null }, 2))
      await asRegion(async ctx =>
        assert.deepEqual(await below(ctx), [
          [
            [null, null],
            [1, null],
          ],
          null,
        ]),
      )
    })

    test('of two people who change a scale at once the second is refused', async () => {
      const other = { ...place, grade: 6 }
      await asRegion(ctx => changeScale(ctx, other, scale, 0))
      await assert.rejects(
        asRegion(ctx => changeScale(ctx, other, scale, 0)),
        (error: unknown) => error instanceof Refusal && error.code === 'assessments/scale-changed-meanwhile',
      )
    })

    test('new results are counted by the scale of the region', async () => {
      const seventh = { ...place, grade: 7 }
      await asRegion(ctx => changeScale(ctx, seventh, scale, 0))
      const cell = aCell(school, { year: 2025, grade: 7, class: '7А', scores: histogram({ 6: 4, 7: 6 }) })
      await asRegion(ctx => replaceUnits(ctx, [cell], aFile()))
      const [kept] = await asRegion(ctx => rows(ctx.tx, sql`SELECT below, scale FROM result_cells WHERE grade = 7`))
      assert.deepEqual(kept, { below: 4, scale: 'region/1' })
    })

    test('ВПР of autumn follow the programme of the grade before, and so does their scale', async () => {
      const autumn = { wave: 'autumn' as const, class: '5В' }
      const scores = histogram({ 5: 2, 6: 2, 7: 6 })
      await asRegion(ctx =>
        replaceUnits(
          ctx,
          [aCell(school, { ...autumn, year: 2020, scores }), aCell(school, { ...autumn, year: 2024, scores })],
          aFile(),
        ),
      )
      const counted = (year: number) =>
        asRegion(ctx =>
          rows(ctx.tx, sql`SELECT below, scale FROM result_cells WHERE wave = 'autumn' AND year = ${year}`),
        )
      // The scale of grade 4 says 6, that of grade 5 says 7.
      assert.deepEqual(await counted(2020), [{ below: 2, scale: 'vpr-2020-2022' }])
      const fourth = { ...place, grade: 4, year: 2024 }
      const effect = await asRegion(ctx =>
        changeScale(ctx, fourth, { ...scale, thresholds: { ...thresholds, marks: [6, 10, 15] } }, 0),
      )
      assert.equal(effect.cells, 1)
      assert.deepEqual(await counted(2024), [{ below: 2, scale: 'region/1' }])
    })

    test('results that came before a scale of the product are told and counted again', async () => {
      const early = { ...place, year: 2022, grade: 4 }
      const cell = aCell(school, { year: 2022, grade: 4, class: '4А', scores: histogram({ 5: 4, 6: 6 }) })
      await asRegion(ctx => replaceUnits(ctx, [cell], aFile()))
      const stale = () => asRegion(async ctx => (await scalePage(ctx, placeKey(early))).stale)
      assert.equal(await stale(), 0)
      await asRegion(ctx =>
        change(
          ctx.tx,
          sql`UPDATE result_cells SET below = NULL, mark_counts = NULL, scale = NULL WHERE year = 2022 AND grade = 4`,
        ),
      )
      assert.equal(await stale(), 1)
      await asRegion(ctx => changeScale(ctx, early, { ...scale, thresholds: null }, 0))
      assert.equal(await stale(), 0)
      const [kept] = await asRegion(ctx =>
        rows(ctx.tx, sql`SELECT below, scale FROM result_cells WHERE year = 2022 AND grade = 4`),
      )
      assert.deepEqual(kept, { below: 4, scale: 'vpr-2020-2022' })
    })

    test('a municipality reads the scales of the region and sets none', async () => {
      await withCtx(db(), example.hill.request, async ctx => {
        assert.ok((await rows(ctx.tx, sql`SELECT 1 FROM region_scales`)).length > 0)
      })
      await assert.rejects(
        withCtx(db(), example.hill.request, ctx => changeScale(ctx, { ...place, grade: 8 }, scale, 0)),
        /row-level security/,
      )
    })
  }),
)
