import { readFileSync } from 'node:fs'
import { addDays, type IsoDate } from '../../../core/base/index.ts'
import {
  acceptProposal,
  approveEdition,
  approveList,
  askSchools,
  finishDecisions,
  freezeList,
  startRun,
  takeList,
  uploadEdition,
} from '../../../identification/index.ts'
import { type Ctx, type Database, withCtx } from '../../../platform/postgres/index.ts'

type Request = Omit<Ctx, 'tx'>

const answerDays = 14

/**
 * A methodology of the region, the frozen list of the year before last, and a proposal of last year that schools may answer.
 *
 * @param request the regional coordinator
 */
export async function loadLists(db: Database, request: Request, years: readonly number[]): Promise<void> {
  const [before, last] = years as [number, number]
  const editionId = await withCtx(db, request, async ctx => {
    const { id } = await uploadEdition(ctx, { methodology: text('methodology.yaml'), cases: text('cases.yaml') })
    return (await approveEdition(ctx, id, 1)).id
  })
  const wish = { editionId, day: null, inputsOf: null }
  const frozen = await withCtx(db, request, async ctx => {
    const run = await startRun(ctx, { ...wish, year: before, columns: {} })
    const { id } = await takeList(ctx, run.id, { list: 'list-1', title: 'Школы с низкими результатами' })
    await acceptProposal(ctx, id, 'Предложена расчётом по методике региона')
    await finishDecisions(ctx, id, 1)
    await approveList(ctx, id, 2, {
      number: '512-о',
      date: `${request.now.getUTCFullYear() - 1}-12-20` as IsoDate,
      title: 'Об утверждении перечня школ для адресной помощи',
    })
    return (await freezeList(ctx, id, 3)).id
  })
  await withCtx(db, request, async ctx => {
    const run = await startRun(ctx, { ...wish, year: last, columns: { 'в прошлом перечне': frozen } })
    const { id } = await takeList(ctx, run.id, { list: 'list-1', title: 'Школы с низкими результатами' })
    await askSchools(ctx, id, 1, addDays(ctx.today, answerDays))
  })
}

function text(name: string): string {
  return readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')
}
