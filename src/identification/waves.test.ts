import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aCell, aFile } from '../assessments/examples/cells.ts'
import { replaceUnits } from '../assessments/index.ts'
import type { KnownCell } from '../assessments/known-cell.ts'
import { type ExampleRegion, type Request, storeExampleRegion } from '../authorities/examples/index.ts'
import { Refusal } from '../core/base/index.ts'
import { type Ctx, withCtx } from '../platform/postgres/index.ts'
import { eachDatabase } from '../platform/postgres/testing.ts'
import { approveEdition, loadEdition, uploadEdition } from './actions/editions.ts'
import { startRun } from './actions/runs.ts'
import { listRunSchools } from './store/runs.ts'

/** A procedure of ОГЭ: so many of 20 below the minimum. */
const exam = (school: string, subject: string, year: number, wave: KnownCell['wave'], below: number) =>
  aCell(school, {
    procedure: 'ОГЭ',
    subject,
    grade: 9,
    year,
    wave,
    class: '',
    basis: 'aggregate',
    participants: 20,
    absent: null,
    scores: null,
    marks: null,
    journal: null,
    tasks: null,
    below,
  })

eachDatabase((name, open) =>
  describe(`waves that a methodology counts on ${name}`, () => {
    const db = open()
    let example: ExampleRegion
    let region: Request
    const here = <Result>(work: (ctx: Ctx) => Promise<Result>) => withCtx(db(), region, work)
    const anEdition = async (waves: string) => {
      const { texts } = await here(ctx => loadEdition(ctx, 'two-years-in-a-row'))
      const methodology = `${texts.methodology.trimEnd()}\n${waves}\n`
      const { id } = await here(ctx => uploadEdition(ctx, { methodology, cases: texts.cases }))
      await here(ctx => approveEdition(ctx, id, 1))
      return id
    }
    const wish = (editionId: string, inputsOf: string | null = null) => ({
      ...{ editionId, year: 2025, day: null, inputsOf, columns: {} },
    })
    const verdictUnder = async (editionId: string) => {
      const { id } = await here(ctx => startRun(ctx, wish(editionId)))
      const lines = await here(ctx => listRunSchools(ctx, id, 'stable-low'))
      return lines.find(line => line.id === example.hill.schools[0].id)?.verdict.verdict
    }

    before(async () => {
      example = await storeExampleRegion(db())
      region = { ...example.administrator, who: { ...example.administrator.who, seat: 'regional-coordinator' } }
      const school = example.hill.schools[0].id
      const cells = [2024, 2025].flatMap(year => [
        exam(school, 'математика', year, 'main', 6),
        exam(school, 'математика', year, 'september', 0),
        exam(school, 'русский язык', year, 'main', 0),
      ])
      await here(ctx => replaceUnits(ctx, cells, aFile()))
    })

    test('6 of 20 in the main wave are low; September is not added unless the methodology says so', async () => {
      assert.equal(await verdictUnder('two-years-in-a-row'), 'yes')
      assert.equal(await verdictUnder(await anEdition('waves: [main]')), 'yes')
      assert.equal(await verdictUnder(await anEdition('waves: [main, september]')), 'no') // 6 of 40
    })

    test('results kept by a run that counted other waves are not taken for these', async () => {
      const { id } = await here(ctx => startRun(ctx, wish('two-years-in-a-row')))
      const other = await anEdition('waves: [main, september]')
      await assert.rejects(
        here(ctx => startRun(ctx, wish(other, id))),
        (error: unknown) => error instanceof Refusal && error.code === 'lists/other-waves',
      )
    })
  }),
)
