import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { type ExampleRegion, type Request, storeExampleRegion } from '../authorities/examples/index.ts'
import { Refusal } from '../core/base/index.ts'
import { type Ctx, change, sql, withCtx, withScope } from '../platform/postgres/index.ts'
import { eachDatabase } from '../platform/postgres/testing.ts'
import {
  addCase,
  approveEdition,
  copyEdition,
  dropDraft,
  loadEdition,
  saveNumbers,
  saveTexts,
  succeedEdition,
  uploadEdition,
  workedCases,
} from './actions/editions.ts'
import { startRun } from './actions/runs.ts'
import { aTable, everyYearLow, neverLow, oneYearLow, resultsOf } from './examples/results.ts'
import { viewMethodologies, viewNumbers } from './views/methodologies.ts'

const numbers = (value: string) => ({
  parameters: { lowShare: { value, source: '', checkedOn: '' } },
  switches: {},
})

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof Refusal, `expected a refusal, got ${error}`)
  return error.code
}

eachDatabase((name, open) =>
  describe(`methodologies of a region on ${name}`, () => {
    const db = open()
    let example: ExampleRegion
    let region: Request
    const as = <Result>(request: Request, work: (ctx: Ctx) => Promise<Result>) => withCtx(db(), request, work)
    const here = <Result>(work: (ctx: Ctx) => Promise<Result>) => as(region, work)
    const aDraft = () => here(ctx => copyEdition(ctx, 'two-years-in-a-row', 'Наш порядок'))
    const anEdition = async () => {
      const { id } = await aDraft()
      return here(ctx => approveEdition(ctx, id, 1))
    }

    before(async () => {
      example = await storeExampleRegion(db())
      region = { ...example.administrator, who: { ...example.administrator.who, seat: 'regional-coordinator' } }
    })

    test('what comes with the product is offered and cannot be changed', async () => {
      const { shipped } = await here(viewMethodologies)
      assert.ok(shipped.length >= 5)
      assert.equal(
        await refusalOf(here(ctx => saveNumbers(ctx, 'bottom-share', 1, numbers('1/5')))),
        'methodologies/no-draft',
      )
    })
    test('a copy is a draft under a code of its own, with the cases of what it was copied from', async () => {
      const { id } = await aDraft()
      const draft = await here(ctx => loadEdition(ctx, id))
      assert.deepEqual([draft.state, draft.edition, draft.title], ['draft', 1, 'Наш порядок'])
      assert.notEqual(draft.code, 'two-years-in-a-row')
      assert.equal(workedCases(draft).filter(({ differences }) => differences.length > 0).length, 0)
    })
    test('a changed number stands in the text, the rest of which stays as it was written', async () => {
      const { id } = await aDraft()
      const before = (await here(ctx => loadEdition(ctx, id))).texts.methodology
      await here(ctx => saveNumbers(ctx, id, 1, numbers('1/4')))
      const after = (await here(ctx => loadEdition(ctx, id))).texts.methodology
      const changed = after.split('\n').filter(line => !before.split('\n').includes(line))
      assert.deepEqual(
        changed.map(line => line.trim()),
        ['values: [ { from: 2020-01-01, value: 1/4 } ]'],
      )
    })
    test('the second of two editors is refused', async () => {
      const { id } = await aDraft()
      await here(ctx => saveNumbers(ctx, id, 1, numbers('1/4')))
      assert.equal(await refusalOf(here(ctx => saveNumbers(ctx, id, 1, numbers('1/5')))), 'lists/changed-meanwhile')
    })
    test('a number that is none is refused with its place, and nothing is saved', async () => {
      const { id } = await aDraft()
      assert.equal(
        await refusalOf(here(ctx => saveNumbers(ctx, id, 1, numbers('треть')))),
        'methodologies/not-a-number',
      )
      assert.equal((await here(ctx => loadEdition(ctx, id))).version, 1)
    })
    test('an edition whose case fails is not approved; with the case put right it is', async () => {
      const { id } = await aDraft()
      await here(ctx => saveNumbers(ctx, id, 1, numbers('1/2')))
      assert.equal(await refusalOf(here(ctx => approveEdition(ctx, id, 2))), 'methodologies/cases-fail')
      await here(ctx => saveNumbers(ctx, id, 2, numbers('3/10')))
      await here(ctx => approveEdition(ctx, id, 3))
      assert.equal((await here(ctx => loadEdition(ctx, id))).state, 'approved')
    })
    test('an edition without cases is not approved', async () => {
      const { methodology } = (await here(ctx => loadEdition(ctx, 'bottom-share'))).texts
      const { id } = await here(ctx => uploadEdition(ctx, { methodology, cases: '' }))
      assert.equal(await refusalOf(here(ctx => approveEdition(ctx, id, 1))), 'methodologies/no-cases')
    })
    test('a case is added in words, and counts', async () => {
      const { id } = await aDraft()
      const total = workedCases(await here(ctx => loadEdition(ctx, id))).length
      const added = { name: 'ни одной', source: '0 < 3', otherwise: '', about: '', indicators: '' }
      const results = 'ОГЭ, математика, 9, 2025: 0 из 20\nОГЭ, русский язык, 9, 2025: 0 из 20'
      await here(ctx => addCase(ctx, id, 1, { ...added, results, expect: { 'stable-low': 'no' } }))
      const outcomes = workedCases(await here(ctx => loadEdition(ctx, id)))
      assert.equal(outcomes.length, total + 1)
      assert.deepEqual(outcomes.at(-1), { name: 'ни одной', source: '0 < 3', differences: [] })
    })
    test('an approved edition is never edited: neither through the product nor by a statement', async () => {
      const { id } = await anEdition()
      const texts = (await here(ctx => loadEdition(ctx, id))).texts
      assert.equal(await refusalOf(here(ctx => saveTexts(ctx, id, 2, texts))), 'methodologies/no-draft')
      assert.equal(await refusalOf(here(ctx => dropDraft(ctx, id, 2))), 'methodologies/no-draft')
      const touched = await withScope(db(), { scope: region.scope, who: null }, tx =>
        change(tx, sql`UPDATE methodology_editions SET title = 'иное' WHERE id = ${id}`),
      )
      assert.equal(touched, 0)
    })
    test('it is succeeded by the next edition of the same code, one at a time', async () => {
      const { id } = await anEdition()
      const next = await here(ctx => succeedEdition(ctx, id))
      const [first, second] = await here(async ctx => [await loadEdition(ctx, id), await loadEdition(ctx, next.id)])
      assert.deepEqual([second?.code, second?.edition, second?.state], [first?.code, 2, 'draft'])
      assert.equal(await refusalOf(here(ctx => succeedEdition(ctx, id))), 'methodologies/next-edition-in-work')
    })
    test('a draft makes no run', async () => {
      const { id } = await aDraft()
      const wish = { editionId: id, year: null, day: null, inputsOf: null, columns: {} }
      const results = resultsOf(aTable([[example.hill.schools[0].id, everyYearLow]]))
      assert.equal(await refusalOf(here(ctx => startRun(ctx, wish, results))), 'lists/edition-not-approved')
    })
    test('numbers that are tried show who enters and who leaves, and save nothing', async () => {
      const { id } = await aDraft()
      const [one, two, three] = example.hill.schools
      const results = resultsOf(
        aTable([
          [one.id, everyYearLow],
          [two.id, oneYearLow],
          [three.id, neverLow],
        ]),
      )
      const effect = async (set: string[]) => {
        const { against } = await here(ctx => viewNumbers(ctx, id, set, results))
        const { yes, entered, left } = against[0]!.effects[0]!
        return { yes, entered: entered.map(each => each.id), left: left.map(each => each.id) }
      }
      assert.deepEqual(await effect([]), { yes: 1, entered: [], left: [] })
      assert.deepEqual(await effect(['lowShare=1/2']), { yes: 0, entered: [], left: [one.id] })
      assert.deepEqual(await effect(['years=1']), { yes: 2, entered: [two.id], left: [] })
      assert.equal((await here(ctx => loadEdition(ctx, id))).version, 1)
    })
    test('a number that is none is told beside the numbers instead of breaking the page', async () => {
      const { id } = await aDraft()
      const results = resultsOf(aTable([[example.hill.schools[0].id, everyYearLow]]))
      assert.match((await here(ctx => viewNumbers(ctx, id, ['lowShare=треть'], results))).trouble ?? '', /не число/)
    })
    test('a municipal seat changes no methodology of the region', async () => {
      assert.equal(
        await refusalOf(as(example.hill.request, ctx => copyEdition(ctx, 'bottom-share', 'Своя'))),
        'authorities/outside-territory',
      )
    })
  }),
)
