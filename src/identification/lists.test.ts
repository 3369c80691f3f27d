import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { type ExampleRegion, type Request, storeExampleRegion } from '../authorities/examples/index.ts'
import type { IsoDate, OrganisationId, Seat } from '../core/base/index.ts'
import { Refusal } from '../core/base/index.ts'
import { readFile } from '../platform/files/index.ts'
import { type Ctx, change, rows, sql, withCtx, withScope } from '../platform/postgres/index.ts'
import { eachDatabase } from '../platform/postgres/testing.ts'
import { readTable } from '../platform/tables/index.ts'
import { importList } from './actions/given-list.ts'
import {
  acceptProposal,
  answerAsSchool,
  approveList,
  askSchools,
  decideSchool,
  exitSchool,
  finishDecisions,
  freezeList,
  loadList,
  loadListSchool,
  reopenList,
  takeList,
} from './actions/lists.ts'
import { startRun } from './actions/runs.ts'
import { downloadDocx, downloadJson, downloadXlsx } from './downloads.ts'
import { aTable, everyYearLow, exampleNames, halfKnown, neverLow, oneYearLow, resultsOf } from './examples/results.ts'
import { answersOf, listSchools, membersOn } from './store/lists.ts'
import { findAnswer, findRun, listRunSchools } from './store/runs.ts'

const wish = { editionId: 'two-years-in-a-row', year: null, day: null, inputsOf: null, columns: {} }
const order = { number: '12-о', date: '2026-02-02' as IsoDate, title: 'Об утверждении перечня' }

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof Refusal, `expected a refusal, got ${error}`)
  return error.code
}

eachDatabase((name, open) =>
  describe(`a list on ${name}`, () => {
    const db = open()
    let example: ExampleRegion
    let region: Request
    let hill: Request
    let head: Request
    let strange: Request
    const as = <Result>(request: Request, work: (ctx: Ctx) => Promise<Result>) => withCtx(db(), request, work)
    const on = (request: Request, day: string): Request => ({
      ...request,
      today: day as IsoDate,
      now: new Date(`${day}T09:00:00Z`),
    })
    const seat = (request: Request, taken: Seat, organisationId: OrganisationId | null = null): Request => ({
      ...request,
      who: { ...request.who, seat: taken, organisationId },
      scope: { ...request.scope, organisationId },
    })
    const table = () =>
      aTable([
        [example.hill.schools[0].id, everyYearLow],
        [example.hill.schools[1].id, oneYearLow],
        [example.hill.schools[2].id, halfKnown],
        [example.valley.schools[0].id, everyYearLow],
        [example.valley.schools[1].id, neverLow],
      ])
    const aRun = () => as(region, ctx => startRun(ctx, wish, resultsOf(table())))
    const aList = async () => {
      const { id } = await aRun()
      return as(region, ctx => takeList(ctx, id, { list: 'stable-low', title: 'Перечень 1' }))
    }
    const versionOf = (id: string) => as(region, async ctx => (await loadList(ctx, id)).version)
    const schoolOf = (id: string, school: string) => as(region, ctx => loadListSchool(ctx, id, school))
    const step = async (
      id: string,
      work: (ctx: Ctx, id: string, version: number) => Promise<unknown>,
      request = region,
    ) => {
      const version = await versionOf(id)
      return as(request, ctx => work(ctx, id, version))
    }
    const aFrozenList = async () => {
      const { id } = await aList()
      await as(region, ctx => acceptProposal(ctx, id, 'предложена расчётом'))
      await step(id, finishDecisions)
      await step(id, (ctx, list, version) => approveList(ctx, list, version, order))
      await step(id, freezeList)
      return id
    }

    before(async () => {
      example = await storeExampleRegion(db())
      region = seat(example.administrator, 'regional-coordinator')
      hill = seat(example.hill.request, 'municipal-coordinator')
      head = seat(example.hill.request, 'school-head', example.hill.schools[0].id)
      strange = seat(example.hill.request, 'school-head', example.hill.schools[1].id)
    })

    test('a run keeps a verdict for every school, with what it was judged by', async () => {
      const { id } = await aRun()
      await as(region, async ctx => {
        const run = await findRun(ctx, id)
        assert.deepEqual(
          run?.lists.map(({ id: list, yes, no, unknown }) => ({ list, yes, no, unknown })),
          [{ list: 'stable-low', yes: 2, no: 2, unknown: 1 }],
        )
        assert.equal(run?.settings['lowShare'], '3/10')
        assert.deepEqual(run?.regionFigures[exampleNames[0]!], { schools: 5, participants: 100, below: 19 })
        const lines = await listRunSchools(ctx, id, 'stable-low')
        assert.deepEqual(
          lines.map(line => line.name),
          [...lines.map(line => line.name)].sort((a, b) => a.localeCompare(b, 'ru', { numeric: true })),
        )
        const answer = await findAnswer(ctx, id, example.hill.schools[0].id)
        assert.equal(answer?.answer.lists['stable-low'], 'yes')
        assert.equal(answer?.answer.margins['stable-low']?.participants, 1)
      })
    })
    test('the same edition is tried on the results of an earlier run', async () => {
      const { id } = await aRun()
      const other = aTable([[example.hill.schools[0].id, neverLow]])
      const again = await as(region, ctx => startRun(ctx, { ...wish, inputsOf: id }, resultsOf(other, 'other')))
      const [first, second] = await as(region, async ctx => [await findRun(ctx, id), await findRun(ctx, again.id)])
      assert.deepEqual(second?.lists, first?.lists)
      assert.equal(second?.inputsHash, first?.inputsHash)
    })
    test('a run takes the whole region: a municipal seat makes none and sees its own schools only', async () => {
      assert.equal(
        await refusalOf(as(hill, ctx => startRun(ctx, wish, resultsOf(table())))),
        'authorities/outside-territory',
      )
      const { id } = await aRun()
      const seen = await as(hill, ctx => listRunSchools(ctx, id, 'stable-low'))
      assert.deepEqual(seen.map(line => line.id).sort(), example.hill.schools.map(school => school.id).sort())
    })
    test('a school that was not judged is neither proposed nor left out', async () => {
      const { id } = await aList()
      assert.equal((await schoolOf(id, example.hill.schools[2].id)).verdict, 'unknown')
      await as(region, ctx => acceptProposal(ctx, id, 'предложена расчётом'))
      assert.equal((await schoolOf(id, example.hill.schools[2].id)).decision, null)
      assert.equal((await schoolOf(id, example.hill.schools[0].id)).decision, 'included')
    })
    test('decisions end only when every proposed school has one', async () => {
      const { id } = await aList()
      assert.equal(await refusalOf(step(id, finishDecisions)), 'lists/undecided')
      await as(region, ctx => acceptProposal(ctx, id, 'предложена расчётом'))
      await step(id, finishDecisions)
      assert.equal((await as(region, ctx => loadList(ctx, id))).state, 'decided')
    })
    test('a decision needs a reason and the line that was seen', async () => {
      const { id } = await aList()
      const school = example.hill.schools[0].id
      const say = (reason: string, version: number) =>
        as(region, ctx => decideSchool(ctx, id, school, { decision: 'excluded', reason, version }))
      assert.equal(await refusalOf(say('  ', 1)), 'lists/reason-missing')
      await say('работает первый год', 1)
      assert.equal(await refusalOf(say('иное', 1)), 'lists/changed-meanwhile')
      assert.equal((await schoolOf(id, school)).reason, 'работает первый год')
    })
    test('a municipality decides about its own schools and about no other', async () => {
      const { id } = await aList()
      await as(hill, ctx =>
        decideSchool(ctx, id, example.hill.schools[0].id, { decision: 'included', reason: 'согласны', version: 1 }),
      )
      const stranger = decideSchool
      assert.equal(
        await refusalOf(
          as(hill, ctx =>
            stranger(ctx, id, example.valley.schools[0].id, { decision: 'excluded', reason: 'нет', version: 1 }),
          ),
        ),
        'lists/no-such-school',
      )
      await as(hill, ctx => acceptProposal(ctx, id, 'согласны'))
      assert.equal((await schoolOf(id, example.valley.schools[0].id)).decision, null)
    })
    test('a school sees its line once it was asked, and no other line', async () => {
      const { id } = await aList()
      assert.equal(await refusalOf(as(head, ctx => loadList(ctx, id))), 'lists/no-such-list')
      await step(id, (ctx, list, version) => askSchools(ctx, list, version, '2026-02-10' as IsoDate))
      assert.deepEqual(
        (await as(head, ctx => listSchools(ctx, id))).map(line => line.id),
        [example.hill.schools[0].id],
      )
    })
    test('a school answers up to the last day, and what it says is shown to those who decide', async () => {
      const { id } = await aList()
      const school = example.hill.schools[0].id
      const say = (day: string) => as(on(head, day), ctx => answerAsSchool(ctx, id, school, 'в классе было двое новых'))
      await step(id, (ctx, list, version) => askSchools(ctx, list, version, '2026-02-10' as IsoDate))
      await say('2026-02-10')
      assert.equal(await refusalOf(say('2026-02-11')), 'lists/answers-closed')
      assert.equal((await as(region, ctx => answersOf(ctx, id, school)))[0]?.text, 'в классе было двое новых')
      assert.equal(
        await refusalOf(as(strange, ctx => answerAsSchool(ctx, id, school, 'за другого'))),
        'lists/no-such-school',
      )
    })
    test('decisions do not end before the last day of answers has passed', async () => {
      const { id } = await aList()
      await step(id, (ctx, list, version) => askSchools(ctx, list, version, '2026-02-10' as IsoDate))
      await as(region, ctx => acceptProposal(ctx, id, 'предложена расчётом'))
      assert.equal(await refusalOf(step(id, finishDecisions, on(region, '2026-02-10'))), 'lists/answers-awaited')
      await step(id, finishDecisions, on(region, '2026-02-11'))
    })
    test('a list is signed by an order of today or earlier, and only after decisions', async () => {
      const { id } = await aList()
      const sign = (date: string) =>
        step(id, (ctx, list, version) => approveList(ctx, list, version, { ...order, date: date as IsoDate }))
      assert.equal(await refusalOf(sign('2026-02-03')), 'lists/still-open')
      await as(region, ctx => acceptProposal(ctx, id, 'предложена расчётом'))
      await step(id, finishDecisions)
      assert.equal(await refusalOf(step(id, freezeList)), 'lists/not-approved')
      assert.equal(await refusalOf(sign('2026-02-04')), 'lists/order-in-future')
      await sign('2026-02-03')
      await step(id, reopenList)
      assert.equal((await as(region, ctx => loadList(ctx, id))).orderNumber, null)
    })
    test('until it is frozen a decision can be changed, afterwards nothing can', async () => {
      const { id } = await aList()
      const school = example.hill.schools[0].id
      const turn = async () => {
        const { version } = await schoolOf(id, school)
        return as(region, ctx => decideSchool(ctx, id, school, { decision: 'excluded', reason: 'проверили', version }))
      }
      await as(region, ctx => acceptProposal(ctx, id, 'предложена расчётом'))
      await turn()
      await step(id, finishDecisions)
      assert.equal(await refusalOf(turn()), 'lists/not-open')
      await step(id, (ctx, list, version) => approveList(ctx, list, version, order))
      await step(id, freezeList)
      assert.equal(await refusalOf(turn()), 'lists/not-open')
      for (const move of [reopenList, freezeList]) assert.equal(await refusalOf(step(id, move)), 'lists/frozen')
    })
    test('the database itself holds a frozen list: no line changes, none comes, none goes', async () => {
      const id = await aFrozenList()
      const scope = region.scope
      const touched = (statement: ReturnType<typeof sql>) =>
        withScope(db(), { scope, who: null }, tx => change(tx, statement)).catch(() => 'refused')
      const before = await as(region, ctx => listSchools(ctx, id))
      assert.equal(await touched(sql`UPDATE list_schools SET reason = 'иное' WHERE list_id = ${id}`), 0)
      assert.equal(await touched(sql`UPDATE list_schools SET frozen = false WHERE list_id = ${id}`), 0)
      assert.equal(await touched(sql`UPDATE lists SET title = 'иное' WHERE id = ${id}`), 0)
      assert.equal(await touched(sql`DELETE FROM list_schools WHERE list_id = ${id}`), 'refused')
      assert.equal(
        await touched(
          sql`INSERT INTO list_schools (region_id, list_id, organisation_id, name, verdict)
              VALUES (${scope.regionId}, ${id}, ${example.valley.schools[2].id}, 'x', 'no')`,
        ),
        'refused',
      )
      assert.deepEqual(await as(region, ctx => listSchools(ctx, id)), before)
    })
    test('before it is frozen the same statements do change it', async () => {
      const { id } = await aList()
      const touched = await withScope(db(), { scope: region.scope, who: null }, tx =>
        change(tx, sql`UPDATE list_schools SET version = version + 1 WHERE list_id = ${id}`),
      )
      assert.equal(touched, 5)
    })
    test('a school leaves a frozen list by an act; the list stays as it was signed', async () => {
      const id = await aFrozenList()
      const school = example.hill.schools[0].id
      const leave = (act: string) =>
        as(region, ctx =>
          exitSchool(ctx, id, school, { on: '2026-02-15' as IsoDate, reason: 'два года без низких', act }),
        )
      assert.equal(await refusalOf(leave('')), 'lists/exit-incomplete')
      await leave('приказ от 15.02.2026 № 20-о')
      assert.equal(await refusalOf(leave('ещё раз')), 'lists/left-already')
      assert.equal((await schoolOf(id, school)).decision, 'included')
      assert.ok((await as(region, ctx => membersOn(ctx, id, '2026-02-14' as IsoDate))).has(school))
      assert.ok(!(await as(region, ctx => membersOn(ctx, id, '2026-02-15' as IsoDate))).has(school))
    })
    test('a frozen list is the previous one for the exit rule of the next run', async () => {
      const id = await aFrozenList()
      const results = aTable([[example.hill.schools[0].id, oneYearLow]])
      const verdict = async (columns: Record<string, string>) => {
        const made = await as(region, ctx => startRun(ctx, { ...wish, columns }, resultsOf(results, 'exit')))
        const [line] = await as(region, ctx => listRunSchools(ctx, made.id, 'stable-low'))
        return line?.verdict.verdict
      }
      assert.equal(await verdict({}), 'no')
      assert.equal(await verdict({ 'в перечне': id }), 'yes')
    })
    test('a list made elsewhere is taken over with its act as the reason of every line', async () => {
      const given = {
        title: 'Федеральный перечень',
        year: 2026,
        act: 'Перечень направлен письмом ведомства',
        number: '08-1',
        date: '2026-01-20' as IsoDate,
        text: `1. ${example.hill.schools[0].shortName}; ${example.hill.municipality.name}\nШкола, которой нет`,
        file: null,
      }
      assert.equal(
        await refusalOf(as(region, ctx => importList(ctx, { ...given, withoutUnmatched: false }))),
        'lists/unmatched',
      )
      const { id } = await as(region, ctx => importList(ctx, { ...given, withoutUnmatched: true }))
      const list = await as(region, ctx => loadList(ctx, id))
      assert.deepEqual([list.state, list.unmatched], ['approved', ['Школа, которой нет']])
      const [line] = await as(region, ctx => listSchools(ctx, id))
      assert.deepEqual([line?.verdict, line?.decision, line?.reason], ['given', 'included', given.act])
      await step(id, freezeList)
    })
    test('files of a list: the annex names whom it helps, the workbook everybody, the data every way', async () => {
      const { id } = await aList()
      const { schools } = example.hill
      await as(region, ctx =>
        decideSchool(ctx, id, schools[0].id, { decision: 'excluded', reason: 'другая программа', version: 1 }),
      )
      await as(region, ctx => acceptProposal(ctx, id, 'предложена расчётом'))
      const annex = JSON.stringify(await readFile((await as(region, ctx => downloadDocx(ctx, id))).bytes as Uint8Array))
      assert.ok(annex.includes(example.valley.schools[0].name) && !annex.includes(schools[0].name))
      const [named, all] = await readTable((await as(region, ctx => downloadXlsx(ctx, id))).bytes as Uint8Array)
      assert.equal(named?.rows.length, 2)
      assert.equal(all?.rows.length, 6)
      assert.ok(all?.rows.some(row => row.includes('не судили')))
      const data = JSON.parse(String((await as(region, ctx => downloadJson(ctx, id))).bytes)) as {
        schools: { answer: { trace: unknown[] } }[]
      }
      assert.ok(data.schools.length === 5 && data.schools.every(({ answer }) => answer.trace.length > 0))
    })
    test('every step leaves a line in the change log, in the same transaction', async () => {
      const id = await aFrozenList()
      const actions = await as(region, ctx =>
        rows(ctx.tx, sql<{ action: string }>`SELECT action FROM audit_lines WHERE subject_id = ${id} ORDER BY at, id`),
      )
      assert.deepEqual(
        actions.map(({ action }) => action),
        ['lists/taken', 'lists/proposal-accepted', 'lists/decided', 'lists/approved', 'lists/frozen'],
      )
    })
  }),
)
