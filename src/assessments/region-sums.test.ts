import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { asSchool, type ExampleRegion, type Request, storeExampleRegion } from '../authorities/examples/index.ts'
import { type Ctx, rows, sql, withCtx } from '../platform/postgres/index.ts'
import { eachDatabase } from '../platform/postgres/testing.ts'
import { replaceUnits } from './actions.ts'
import { aCell, aFile, histogram } from './examples/cells.ts'
import type { KnownCell } from './known-cell.ts'
import { type Figures, noFigures, sumFigures } from './model/figures.ts'

interface RegionRow extends Pick<Figures, 'absent' | 'judged' | 'below' | 'marks' | 'points'> {
  readonly year: number
  readonly schools: number
  readonly own: number
  readonly participants: number | null
  readonly details: Partial<Pick<Figures, 'scores' | 'testScores' | 'journal' | 'comparison' | 'tasks'>> | null
  readonly ratios: readonly number[] | null
}
type TownRow = Omit<RegionRow, 'own' | 'participants'> & { readonly town: string; readonly participants: number }

const figures = sql`m.year, m.schools, m.participants, m.absent, m.judged, m.below, m.mark_counts AS marks, m.points`

eachDatabase((name, open) =>
  describe(`what a seat is laid beside, on ${name}`, () => {
    const db = open()
    let example: ExampleRegion
    let elsewhere: Request
    const as = <Result>(request: Request, fn: (ctx: Ctx) => Promise<Result>) => withCtx(db(), request, fn)
    const towns = (request: Request) =>
      as(request, ctx =>
        rows(
          ctx.tx,
          sql<TownRow>`SELECT m.municipality_id AS town, ${figures}, m.details, m.cohort_ratios AS ratios FROM municipality_results m
            ORDER BY m.year, m.schools`,
        ),
      )
    const region = (request: Request) =>
      as(request, ctx =>
        rows(
          ctx.tx,
          sql<RegionRow>`SELECT ${figures}, m.own_schools AS own, d.details, d.cohort_ratios AS ratios FROM region_results m
            JOIN region_result_details d USING (region_id, procedure, subject, grade, year, wave) ORDER BY m.year`,
        ),
      )
    before(async () => {
      example = await storeExampleRegion(db())
      elsewhere = (await storeExampleRegion(db(), 3)).administrator
      const { hill, valley, administrator } = example
      const said = { testScores: [1, 0, 4], comparison: { lower: 1, same: 2, higher: 3 } }
      const cells = [
        // In 2020 three schools of one municipality, whose cohorts come again a year later.
        ...hill.schools.map(({ id }) => aCell(id, { grade: 4, year: 2020, ...marked([0, 0, 4, 8, 4, 4]) })),
        // In 2021 the same three and one school of the other municipality, with everything that a file can say.
        ...hill.schools.map(({ id }, at) => aCell(id, { absent: 1, ...marked([0, at, 2, 4, 6, 8]) })),
        aCell(hill.schools[0].id, { class: '5Б', scores: histogram({ 0: 2, 6: 3, 7: 5 }), tasks: [task('1', 7, 9)] }),
        aCell(valley.schools[0].id, {
          ...said,
          scores: histogram({ 9: 10 }),
          tasks: [task('2', 3, 10), task('1', 5.5, 8)],
        }),
        aCell(valley.schools[0].id, { class: '5Б', journal: [[1], [], [], [0, 2], [], []].map(wide(4)) }),
        aCell(hill.schools[1].id, { class: '5Б', journal: [[], [], [], [1, 1, 1], [], [0, 1]].map(wide(3)) }),
        // In 2022 one school alone in each municipality.
        ...[hill, valley].map(town => aCell(town.schools[1].id, { year: 2022 })),
      ]
      await as(administrator, ctx => replaceUnits(ctx, cells, aFile()))
    })

    test('the region is the sum of its municipalities in every figure, list and task', async () => {
      const found = await towns(example.administrator)
      const sums = await region(example.administrator)
      const schools = sums.map(sum => [sum.year, sum.schools])
      assert.deepEqual(schools, [
        [2020, 3],
        [2021, 4],
        [2022, 2],
      ])
      for (const sum of sums) {
        const parts = found.filter(part => part.year === sum.year)
        assert.deepEqual(figuresOf(sum), comparable(sumFigures(parts.map(part => figuresOf(part)))), String(sum.year))
        const ratios = parts.flatMap(part => part.ratios ?? []).sort((a, b) => a - b)
        assert.deepEqual(sum.ratios, ratios)
        // Of the second school one class has no marks, so the mean mark of its cohort is not known.
        assert.equal(ratios.length, sum.year === 2021 ? 2 : 0)
      }
    })
    test('a municipality reads its own counters and the sums of the region, and no counter of another', async () => {
      const sumsOf = async (request: Request) => (await region(request)).map(({ own, ...sum }) => sum)
      for (const { request, municipality } of [example.hill, example.valley]) {
        const own = await towns(request)
        assert.ok(own.length >= 2)
        assert.deepEqual([...new Set(own.map(row => row.town))], [municipality.id])
        assert.deepEqual(await sumsOf(request), await sumsOf(example.administrator))
      }
      const own = (await region(example.valley.request)).map(row => row.own)
      assert.deepEqual(own, [0, 1, 1])
    })
    test('the sums name no municipality and no school', async () => {
      const said = await as(example.hill.request, ctx =>
        rows(ctx.tx, sql`SELECT to_json(m) AS a, to_json(d) AS b FROM region_results m, region_result_details d`),
      )
      assert.equal(said.length, 9)
      assert.doesNotMatch(JSON.stringify(said), /[0-9a-f]{8}-[0-9a-f]{4}-/)
    })
    test('a school reads counters of three schools and more, and learns that those of fewer are held back', async () => {
      const school = asSchool(example.hill, 1)
      const counters = (await towns(school)).map(({ town, year, schools }) => [town, year, schools])
      assert.deepEqual(
        counters,
        [2020, 2021].map(year => [example.hill.municipality.id, year, 3]),
      )
      const sums = (await region(school)).map(({ year, schools, own, ...rest }) => [
        year,
        schools,
        own,
        Object.values(rest).every(value => value === null),
      ])
      assert.deepEqual(sums, [
        [2020, 3, 3, false],
        [2021, 4, 3, false],
        [2022, 2, 1, true],
      ])
    })
    test('another region reads none of it', async () => {
      assert.deepEqual([await towns(elsewhere), await region(elsewhere)], [[], []])
    })
    test('a municipal seat that enters a file moves its own counters and the region', async () => {
      const last = async () => (await region(example.valley.request)).at(-1)!
      const before = await last()
      const cell = aCell(example.hill.schools[2].id, { year: 2022, participants: 7 })
      await as(example.hill.request, ctx => replaceUnits(ctx, [cell], aFile()))
      const after = await last()
      assert.deepEqual([after.schools, after.participants], [before.schools + 1, (before.participants ?? 0) + 7])
    })
  }),
)

function marked(marks: readonly number[]): Partial<KnownCell> {
  return { marks, participants: marks.reduce((sum, count) => sum + count, 0) }
}

function task(code: string, sum: number, done: number) {
  return { code, max: 2, sum, done }
}

function wide(width: number) {
  return (row: readonly number[]) => Array.from({ length: width }, (_, at) => row[at] ?? 0)
}

function figuresOf(row: RegionRow | TownRow): Figures {
  const { participants, absent, judged, below, marks, points, details } = row
  return comparable({ ...noFigures, participants: participants ?? 0, absent, judged, below, marks, points, ...details })
}

/** Points of nobody may be left out or counted as zero; the order of tasks says nothing. */
function comparable(figures: Figures): Figures {
  const tasks = figures.tasks && [...figures.tasks].sort((a, b) => a.code.localeCompare(b.code))
  const points = Object.fromEntries(Object.entries(figures.points).filter(([, { count }]) => count > 0))
  return { ...figures, tasks, points }
}
