import { translator } from '../../core/base/index.ts'
import type { Waiting } from '../../core/web/index.ts'
import { type Ctx, historyOf } from '../../platform/postgres/index.ts'
import { loadList } from '../actions/lists.ts'
import type { ListsView, ListView, SchoolsQuery } from '../contract.ts'
import { isShownToSchool, mayAnswer, printed } from '../model/list.ts'
import { sliceTexts } from '../slice-texts.ts'
import { countList, findListSchool, type ListSchool, listLists, listSchools } from '../store/lists.ts'
import { findRun, listRunSchools, listRuns } from '../store/runs.ts'
import { historyLines, listHead, listSchool, runHead } from './heads.ts'
import { municipalitiesOf } from './runs.ts'

const runsShown = 20

/** Lists and runs; a school gets its own lines instead. */
export async function viewLists(ctx: Ctx): Promise<ListsView> {
  const lists = await listLists(ctx)
  const schoolId = ctx.scope.organisationId
  if (schoolId !== null) {
    const own: ListsView['own'] = []
    for (const list of lists.filter(isShownToSchool)) {
      const line = await findListSchool(ctx, list.id, schoolId)
      if (line)
        own.push({
          listId: list.id,
          schoolId,
          title: list.title,
          year: list.year,
          state: list.state,
          verdict: line.verdict,
          decision: line.decision,
          answersUntil: list.answersUntil,
        })
    }
    return { lists: [], runs: [], own }
  }
  const runs = await listRuns(ctx, runsShown)
  return {
    lists: lists.map(list => ({
      ...listHead(list),
      schools: list.schools,
      included: list.included,
      excluded: list.excluded,
      proposed: list.proposed,
      notJudged: list.notJudged,
      undecided: list.undecided,
      answers: list.answers,
      exits: list.exits,
    })),
    runs: runs.map(runHead),
    own: [],
  }
}

/** One list with its schools by name, filtered. */
export async function viewList(ctx: Ctx, listId: string, query: SchoolsQuery): Promise<ListView> {
  const list = await loadList(ctx, listId)
  const all = await listSchools(ctx, listId)
  const run = list.runId === null ? null : await findRun(ctx, list.runId)
  const short = new Map(
    run && list.listKey ? (await listRunSchools(ctx, run.id, list.listKey)).map(each => [each.id, each.verdict]) : [],
  )
  const words = (query.q ?? '').trim().toLowerCase()
  const wanted = (decision: string | null) =>
    !query.decision || (query.decision === 'none' ? decision === null : decision === query.decision)
  const schools = all.filter(
    school =>
      isAsked(school, query) &&
      wanted(school.decision) &&
      (!query.edge || short.get(school.id)?.margin === 1) &&
      (!query.municipality || school.municipality === query.municipality) &&
      (words === '' || `${school.name} ${school.fullName}`.toLowerCase().includes(words)),
  )
  return {
    list: listHead(list),
    counts: await countList(ctx, listId),
    run: run && runHead(run),
    schools: schools.map(school => ({ ...listSchool(school), short: short.get(school.id) ?? null })),
    shownOf: all.length,
    municipalities: municipalitiesOf(all),
    query,
    history: historyLines(await historyOf(ctx, 'list', listId, 50)),
  }
}

/** Without a wish those that somebody has to look at: proposed, not judged, decided about. */
function isAsked(school: Pick<ListSchool, 'verdict' | 'decision'>, { verdict }: SchoolsQuery): boolean {
  if (verdict === 'all') return true
  return verdict ? school.verdict === verdict : school.verdict !== 'no' || school.decision !== null
}

/** What waits for the reader: a school its answer, an office its decisions and the order. */
export async function viewWaiting(ctx: Ctx): Promise<readonly Waiting[]> {
  const { seat } = ctx.who
  const say = translator(sliceTexts, ctx.lang)
  const waiting: Waiting[] = []
  if (seat !== 'school-head' && seat !== 'regional-coordinator' && seat !== 'municipal-coordinator') return waiting
  for (const list of await listLists(ctx)) {
    const { id, title } = list
    if (seat === 'school-head') {
      const schoolId = ctx.scope.organisationId ?? ''
      const line = mayAnswer(list, ctx.today) ? await findListSchool(ctx, id, schoolId) : null
      if (line?.verdict === 'yes' && line.answers === 0)
        waiting.push({
          kind: 'warning',
          text: say('waiting.answer', { title, until: printed(list.answersUntil!) }),
          href: `/lists/${id}/schools/${schoolId}`,
        })
      continue
    }
    if (list.state === 'proposed' && list.undecided > 0)
      waiting.push({ kind: 'info', text: say('waiting.decide', { title, n: list.undecided }), href: `/lists/${id}` })
    if (seat !== 'regional-coordinator') continue
    if (list.state === 'decided')
      waiting.push({ kind: 'info', text: say('waiting.sign', { title }), href: `/lists/${id}` })
    if (list.state === 'approved')
      waiting.push({ kind: 'info', text: say('waiting.freeze', { title }), href: `/lists/${id}` })
  }
  return waiting
}
