import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { asSchool, type ExampleRegion, type Request, storeExampleRegion } from '../authorities/examples/index.ts'
import { Refusal, type SchoolId } from '../core/base/index.ts'
import { cellState, type ResultsTable } from '../core/rules/results-table.ts'
import { type Ctx, change, historyOf, rows, sql, withCtx } from '../platform/postgres/index.ts'
import { eachDatabase } from '../platform/postgres/testing.ts'
import { replaceUnits, whatWouldChange } from './actions.ts'
import { aCell, aFile, histogram } from './examples/cells.ts'
import { replaceIndicators } from './indicators.ts'
import type { KnownCell } from './known-cell.ts'
import { resultsTable } from './results-table.ts'
import { changeScale } from './scales/change-scale.ts'
import { tellStates } from './tell-states.ts'

const cellAt = (table: ResultsTable, school: string, procedure = 'ВПР') => {
  const row = table.schools.findIndex(({ code }) => code === school)
  const cell = row * table.slots.length + table.slots.findIndex(slot => slot.procedure === procedure)
  const { state, participants, below, means } = table
  return [state[cell], participants[cell], below[cell], means[cell]]
}

eachDatabase((name, open) =>
  describe(`results on ${name}`, () => {
    const db = open()
    let example: ExampleRegion
    let region: Request
    let hill: SchoolId
    let valley: SchoolId
    before(async () => {
      example = await storeExampleRegion(db())
      region = example.administrator
      hill = example.hill.schools[0].id as SchoolId
      valley = example.valley.schools[0].id as SchoolId
    })

    /** In a transaction that is forgotten, so that tests do not see each other. */
    const forgotten = Symbol('forgotten')
    const as = async (request: Request, fn: (ctx: Ctx) => Promise<void>) => {
      await withCtx(db(), request, async ctx => {
        await fn(ctx)
        throw forgotten
      }).catch(error => {
        if (error !== forgotten) throw error
      })
    }
    const inside = async (ctx: Ctx, request: Request, fn: (ctx: Ctx) => Promise<void>) => {
      const { municipalityId, organisationId } = request.scope
      const scope = async (municipality: string | null, organisation: string | null) => {
        await change(ctx.tx, sql`SET LOCAL app.municipality = ${sql.lit(municipality ?? '')}`)
        await change(ctx.tx, sql`SET LOCAL app.organisation = ${sql.lit(organisation ?? '')}`)
      }
      await scope(municipalityId, organisationId)
      await fn({ ...request, tx: ctx.tx })
      await scope(ctx.scope.municipalityId, ctx.scope.organisationId)
    }
    const enter = (ctx: Ctx, ...cells: KnownCell[]) => replaceUnits(ctx, cells, aFile())
    const refusal = async (promise: Promise<unknown>): Promise<Refusal> => {
      const error = await promise.then(
        () => null,
        (thrown: unknown) => thrown,
      )
      assert.ok(error instanceof Refusal, String(error))
      return error
    }

    test('a new file adds its cells, with a line in the change log and one file', () =>
      as(region, async ctx => {
        const { fileId, ...counts } = await enter(ctx, aCell(hill), aCell(hill, { class: '5Б' }), aCell(valley))
        assert.deepEqual(counts, { added: 3, changed: 0, same: 0 })
        const [line, ...others] = await historyOf(ctx, 'result-file', fileId!)
        assert.deepEqual(others, [])
        assert.deepEqual(line!.after, { name: 'результаты.xlsx', layout: 'vpr-2022', ...counts })
      }))

    test('the same file again writes nothing at all', () =>
      as(region, async ctx => {
        const cells = [aCell(hill, { scores: histogram({ 3: 10 }) }), aCell(valley, { marks: [0, 0, 4, 6, 0, 0] })]
        await enter(ctx, ...cells)
        const written = () =>
          rows(
            ctx.tx,
            sql`SELECT (SELECT count(*) FROM audit_lines) AS lines, (SELECT count(*) FROM result_files) AS files,
                       (SELECT json_agg(c.xmin::text || c.ctid::text) FROM result_cells c) AS cells`,
          )
        const before = await written()
        assert.deepEqual(await enter(ctx, ...cells), { fileId: null, added: 0, changed: 0, same: 2 })
        assert.deepEqual(await written(), before)
      }))

    test('a corrected file shows the figures before and after, and replaces only its own class and wave', () =>
      as(region, async ctx => {
        const marks = [0, 0, 4, 6, 0, 0]
        const others = [
          aCell(hill, { class: '5Б', marks }),
          aCell(hill, { wave: 'autumn', marks }),
          aCell(hill, { year: 2022, marks }),
        ]
        await enter(ctx, aCell(hill, { marks }), ...others)
        const corrected = aCell(hill, { marks: [0, 0, 3, 7, 0, 0] })
        const told = await whatWouldChange(ctx, [corrected, others[0]!])
        assert.deepEqual([told.added, told.changed, told.same], [0, 1, 1])
        assert.deepEqual(
          told.units.map(({ class: name, before, after }) => [name, before?.below, after.below]),
          [['5А', 4, 3]],
        )
        assert.deepEqual(told.bySchool, [{ organisationId: hill, added: 0, changed: 1, same: 1 }])
        await enter(ctx, corrected)
        const kept = await rows(
          ctx.tx,
          sql`SELECT class, wave, year, below FROM result_cells ORDER BY year, wave, class`,
        )
        assert.deepEqual(kept, [
          { class: '5А', wave: 'autumn', year: 2021, below: 4 },
          { class: '5А', wave: 'spring', year: 2021, below: 3 },
          { class: '5Б', wave: 'spring', year: 2021, below: 4 },
          { class: '5А', wave: 'spring', year: 2022, below: 4 },
        ])
      }))

    test('a file of which every figure was replaced is marked so', () =>
      as(region, async ctx => {
        const { fileId } = await enter(ctx, aCell(hill), aCell(valley))
        const state = async () => (await rows(ctx.tx, sql`SELECT state FROM result_files WHERE id = ${fileId}`))[0]
        await enter(ctx, aCell(hill, { participants: 11 }))
        assert.deepEqual(await state(), { state: 'entered' })
        await enter(ctx, aCell(valley, { participants: 11 }))
        assert.deepEqual(await state(), { state: 'replaced' })
      }))

    test('looking at what would change changes nothing', () =>
      as(region, async ctx => {
        assert.equal((await whatWouldChange(ctx, [aCell(hill)])).added, 1)
        assert.deepEqual(await rows(ctx.tx, sql`SELECT 1 FROM result_cells`), [])
      }))

    test('the same class twice in one file is refused, and a school of another territory too', () =>
      as(region, async ctx => {
        const twice = await refusal(enter(ctx, aCell(hill), aCell(hill)))
        assert.equal(twice.code, 'assessments/unit-twice')
        await inside(ctx, example.hill.request, async own => {
          assert.equal((await refusal(enter(own, aCell(valley)))).code, 'assessments/school-unknown')
        })
      }))

    test('all arrays of a cell come back as they went in', () =>
      as(region, async ctx => {
        const full = aCell(hill, {
          absent: 2,
          scores: histogram({ 0: 1, 7: 9 }),
          testScores: histogram({ 40: 10 }),
          journal: [[], [], [1, 2], [3, 0, 4], [], []],
          comparison: { lower: 1, same: 8, higher: 1 },
          tasks: [{ code: '1', max: 2, sum: 15, done: 9 }],
          mean: { value: 6.3, of: 'primary' },
          rows: [2, 11],
        })
        await enter(ctx, full)
        const [kept] = await rows<Record<string, unknown>>(ctx.tx, sql`SELECT * FROM pub_result_cells`)
        assert.deepEqual(kept!['scores'], [1, 0, 0, 0, 0, 0, 0, 9])
        assert.deepEqual(kept!['journal'], [0, 0, 0, 0, 0, 0, 1, 2, 0, 3, 0, 4, 0, 0, 0, 0, 0, 0])
        assert.deepEqual(kept!['comparison'], [1, 8, 1])
        assert.deepEqual(kept!['tasks'], [{ code: '1', max: 2, sum: 15, done: 9 }])
        assert.deepEqual([kept!['absent'], kept!['row_from'], kept!['row_to']], [2, 2, 11])
        assert.deepEqual([kept!['mark_counts'], kept!['scale']], [[0, 0, 1, 9, 0, 0], 'vpr-2020-2022'])
      }))

    test('the counters of a school are the sum of its classes', () =>
      as(region, async ctx => {
        await enter(
          ctx,
          aCell(hill, { scores: histogram({ 6: 4, 7: 6 }), absent: 1 }),
          aCell(hill, { class: '5Б', participants: 20, scores: histogram({ 6: 1, 15: 19 }), absent: 2 }),
        )
        const [sum] = await rows(
          ctx.tx,
          sql`SELECT classes, participants, absent, below, mark_counts, points_sum FROM school_results`,
        )
        assert.deepEqual(sum, {
          ...{ classes: 2, participants: 30, absent: 3, below: 5 },
          mark_counts: [0, 0, 5, 6, 0, 19],
          points_sum: String(4 * 6 + 6 * 7 + 6 + 19 * 15),
        })
      }))

    test('what is not known of one class is not known of the school', () =>
      as(region, async ctx => {
        await enter(ctx, aCell(hill, { scores: histogram({ 6: 10 }) }), aCell(hill, { class: '5Б' }))
        const [sum] = await rows(ctx.tx, sql`SELECT participants, below, mark_counts, points_sum FROM school_results`)
        assert.deepEqual(sum, { participants: 20, below: null, mark_counts: null, points_sum: null })
        const { table } = await resultsTable(ctx)
        assert.deepEqual(cellAt(table, hill), [cellState.withheld, 20, 0, Number.NaN])
      }))

    test('a file with one impossible cell leaves nothing behind', async () => {
      const bad = [aCell(hill), aCell(valley, { participants: 3, below: 4 })]
      await assert.rejects(
        withCtx(db(), region, ctx => enter(ctx, ...bad)),
        /result_cells/,
      )
      await as(region, async ctx => {
        const [left] = await rows(
          ctx.tx,
          sql`SELECT (SELECT count(*) FROM result_cells) AS cells, (SELECT count(*) FROM result_files) AS files,
                     (SELECT count(*) FROM audit_lines WHERE action = 'assessments/results-entered') AS lines`,
        )
        assert.deepEqual(left, { cells: 0, files: 0, lines: 0 })
      })
    })

    test('after files, corrections and scales in any order the counters are what the cells say', () =>
      as(region, async ctx => {
        let seed = 7
        const chance = (many: number) => {
          seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
          return Math.floor((seed / 2 ** 32) * many)
        }
        const schools = [hill, valley, example.hill.schools[1].id as SchoolId]
        for (let turn = 0; turn < 30; turn++) {
          const scores = [4, 6, 7, 11].map(() => chance(9))
          const participants = scores.reduce((sum, one) => sum + one, 0)
          const printed = chance(3) === 0 ? { marks: [0, 0, participants, 0, 0, 0] } : {}
          const [four = 0, six = 0, seven = 0, eleven = 0] = scores
          const place = {
            class: `5${'АБ'[chance(2)]}`,
            year: 2021 + chance(2),
            wave: (['spring', 'autumn'] as const)[chance(2)]!,
          }
          const given = { participants, scores: histogram({ 4: four, 6: six, 7: seven, 11: eleven }), ...printed }
          await enter(ctx, aCell(schools[chance(3)]!, { ...place, ...given }))
          if (turn % 10 === 9) {
            const thresholds = {
              of: 'primary',
              marks: [5 + chance(3), 10, 15],
              minimum: null,
              max: 20,
              also: null,
            } as const
            const scale = { thresholds, source: 'приказ', checkedOn: '2026-01-15' }
            await changeScale(
              ctx,
              { procedure: 'ВПР', subject: 'математика', grade: 5, year: 2021 },
              scale,
              Math.floor(turn / 10),
            )
          }
        }
        const counted = (from: string) =>
          rows(
            ctx.tx,
            sql`SELECT organisation_id, year, wave, sum(participants) AS n, sum(below) AS k, sum(points_sum) AS points
                FROM ${sql.table(from)} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
          )
        assert.deepEqual(await counted('school_results'), await counted('result_cells'))
        const [towns] = await rows(
          ctx.tx,
          sql`SELECT (SELECT sum(participants) FROM municipality_results) = (SELECT sum(participants) FROM result_cells) AS participants,
                     (SELECT sum(below) FROM municipality_results) = (SELECT sum(below) FROM result_cells) AS below`,
        )
        assert.deepEqual(towns, { participants: true, below: true })
      }))

    test('a municipal seat sees the results of its schools only, a school its own, the region all', () =>
      as(region, async ctx => {
        const second = example.hill.schools[1].id
        await enter(ctx, aCell(hill), aCell(second), aCell(valley))
        await replaceIndicators(ctx, [hill, second, valley].map(share), 'паспорт.csv')
        const seen = async (own: Ctx) =>
          Promise.all(
            ['result_cells', 'school_results', 'school_indicators'].map(
              async table => (await rows(own.tx, sql`SELECT 1 FROM ${sql.table(table)}`)).length,
            ),
          )
        assert.deepEqual(await seen(ctx), [3, 3, 3])
        await inside(ctx, example.hill.request, async own => assert.deepEqual(await seen(own), [2, 2, 2]))
        await inside(ctx, asSchool(example.hill, 0), async own => {
          assert.deepEqual(await seen(own), [1, 1, 1])
          assert.deepEqual(
            (await resultsTable(own)).table.schools.map(({ code }) => code),
            [hill],
          )
        })
      }))

    test('a municipality reads its own counters, not those of another: a municipality may be one school', () =>
      as(region, async ctx => {
        await enter(ctx, aCell(hill, { participants: 12 }), aCell(valley, { participants: 30 }))
        const counters = (own: Ctx) =>
          rows(own.tx, sql`SELECT municipality_id AS town, participants AS n FROM municipality_results ORDER BY n`)
        const [hillId, valleyId] = [example.hill.municipality.id, example.valley.municipality.id]
        await inside(ctx, example.hill.request, async own =>
          assert.deepEqual(await counters(own), [{ town: hillId, n: 12 }]),
        )
        assert.deepEqual(await counters(ctx), [
          { town: hillId, n: 12 },
          { town: valleyId, n: 30 },
        ])
      }))

    test('a school does not write its own results', () =>
      as(asSchool(example.hill, 0), async ctx => {
        await assert.rejects(enter(ctx, aCell(hill)), /row-level security/)
      }))

    test('the table for methodologies sums classes and waves that count', () =>
      as(region, async ctx => {
        const oge = { procedure: 'ОГЭ', grade: 9, class: '9А' }
        await enter(
          ctx,
          aCell(hill, { ...oge, wave: 'main', marks: [0, 0, 4, 6, 0, 0], mean: { value: 12, of: 'primary' } }),
          aCell(hill, {
            ...oge,
            wave: 'reserve',
            participants: 5,
            marks: [0, 0, 1, 4, 0, 0],
            mean: { value: 18, of: 'primary' },
          }),
          aCell(hill, { ...oge, wave: 'september', marks: [0, 0, 10, 0, 0, 0] }),
        )
        const { table } = await resultsTable(ctx, { years: [2021] })
        assert.deepEqual(table.slots, [{ procedure: 'ОГЭ', subject: 'математика', grade: 9, year: 2021 }])
        assert.deepEqual(cellAt(table, hill, 'ОГЭ'), [cellState.reported, 15, 5, 14])
        assert.deepEqual(cellAt(table, valley, 'ОГЭ').slice(0, 3), [cellState.absent, 0, 0])
        const autumn = await resultsTable(ctx, { waves: ['september'] })
        assert.deepEqual(cellAt(autumn.table, hill, 'ОГЭ').slice(0, 3), [cellState.reported, 10, 10])
        assert.deepEqual((await resultsTable(ctx, { years: [2020] })).table.slots, [])
      }))

    test('that a school cannot have a procedure is told, not guessed', () =>
      as(region, async ctx => {
        await enter(ctx, aCell(valley))
        const place = { procedure: 'ВПР', subject: 'математика', grade: 5, year: 2021 }
        const told = [{ ...place, organisationId: hill, state: 'no_students' as const }]
        assert.deepEqual(await tellStates(ctx, told, 'письмо школы'), { added: 1, changed: 0, same: 0 })
        assert.deepEqual(await tellStates(ctx, told, 'другое письмо'), { added: 0, changed: 0, same: 1 })
        const { table } = await resultsTable(ctx)
        assert.equal(cellAt(table, hill)[0], cellState.notApplicable)
        assert.equal(cellAt(table, example.hill.schools[1].id)[0], cellState.absent)
      }))

    test('the hash of inputs does not depend on the order of entering, and moves with any figure', () =>
      as(region, async ctx => {
        const cells = [
          aCell(hill, { marks: [0, 0, 4, 6, 0, 0] }),
          aCell(valley),
          aCell(hill, { class: '5Б', below: 2 }),
        ]
        const hash = async () => (await resultsTable(ctx)).inputsHash
        const empty = await hash()
        await change(ctx.tx, sql`SAVEPOINT nothing`)
        await enter(ctx, ...cells)
        await replaceIndicators(ctx, [share(hill), share(valley)], 'паспорт.csv')
        const first = await hash()
        await change(ctx.tx, sql`ROLLBACK TO nothing`)
        assert.equal(await hash(), empty)
        await replaceIndicators(ctx, [share(valley), share(hill)], 'паспорт.csv')
        for (const cell of cells.toReversed()) await enter(ctx, cell)
        assert.equal(await hash(), first)
        await enter(ctx, aCell(hill, { marks: [0, 0, 5, 5, 0, 0] }))
        const moved = await hash()
        assert.notEqual(moved, first)
        await replaceIndicators(ctx, [{ ...share(hill), value: { numerator: 13, denominator: 40 } }], 'паспорт.csv')
        assert.notEqual(await hash(), moved)
      }))

    test('an indicator keeps its two numbers; entered again it changes nothing; why it is missing is kept', () =>
      as(region, async ctx => {
        const facts = [
          share(hill),
          { ...share(valley), state: 'suppressed' as const, value: null },
          { ...share(hill), indicator: 'олимпиады', value: { number: '2,90', participants: 100 } },
        ]
        assert.deepEqual(await replaceIndicators(ctx, facts, 'паспорт.csv'), { added: 3, changed: 0, same: 0 })
        assert.deepEqual(await replaceIndicators(ctx, facts, 'другое.csv'), { added: 0, changed: 0, same: 3 })
        const { table } = await resultsTable(ctx)
        const at = (code: string) => table.schools.findIndex(school => school.code === code)
        const values = table.indicators.get('неполные семьи')!.get(2021)!
        assert.deepEqual(values[at(hill)], {
          value: { num: 1200, den: 40 },
          state: cellState.reported,
          participants: 40,
        })
        assert.deepEqual(values[at(valley)], { value: null, state: cellState.withheld, participants: null })
        const olympiads = table.indicators.get('олимпиады')!.get(2021)!
        assert.deepEqual(olympiads[at(hill)]!.value, { num: 29, den: 10 })
      }))

    for (const [what, value, reason] of [
      ['a share above one', { numerator: 41, denominator: 40 }, 'shareMalformed'],
      ['a word in the place of a number', { number: 'много', participants: null }, 'numberMalformed'],
      ['a reported fact without a value', null, 'valueMissing'],
    ] as const)
      test(`${what} is refused`, () =>
        as(region, async ctx => {
          const found = await refusal(replaceIndicators(ctx, [{ ...share(hill), value }], 'паспорт.csv'))
          assert.deepEqual([found.code, found.params['reason']], ['assessments/indicator-malformed', reason])
        }))
  }),
)

const share = (organisationId: string) => ({
  organisationId: organisationId as SchoolId,
  indicator: 'неполные семьи',
  year: 2021,
  state: 'reported' as const,
  value: { numerator: 12, denominator: 40 },
})
