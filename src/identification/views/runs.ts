import { type OrganisationId, refuse } from '../../core/base/index.ts'
import { type Ctx, rows, sql } from '../../platform/postgres/index.ts'
import { editionOf, loadEdition, shippedEdition } from '../actions/editions.ts'
import type { CompareView, RunForm, RunView, SchoolsQuery } from '../contract.ts'
import { columnsAsked } from '../model/columns.ts'
import { cellChanges, settingChanges, turnOf } from '../model/compare.ts'
import { shippedMethodologies } from '../rules/load-methodology.ts'
import { listEditions } from '../store/editions.ts'
import { listLists } from '../store/lists.ts'
import { findRun, listAnswers, listRunSchools, listRuns, type StoredRun } from '../store/runs.ts'
import { runHead } from './heads.ts'

const runsShown = 50

/** The form of a new run: approved editions, years with results, earlier runs, frozen lists that may stand for columns. */
export async function viewRunForm(ctx: Ctx, chosenId: string | undefined): Promise<RunForm> {
  const own = (await listEditions(ctx)).filter(each => each.state === 'approved').map(editionOf)
  const shipped = await Promise.all((await shippedMethodologies()).map(shippedEdition))
  const frozen = (await listLists(ctx)).filter(list => list.state === 'frozen')
  const chosen = chosenId === undefined ? null : await loadEdition(ctx, chosenId)
  const years = await rows(
    ctx.tx,
    sql<{
      year: number
    }>`SELECT DISTINCT year FROM pub_school_results WHERE region_id = ${ctx.scope.regionId} ORDER BY year DESC`,
  )
  const suggestionFor = ({ column, ofList }: { column: string; ofList: string | null }) =>
    frozen.find(list => list.listKey !== null && list.listKey === ofList && list.code === chosen?.code) ??
    frozen.find(list => list.title.toLowerCase() === column.toLowerCase())
  return {
    editions: [...own, ...shipped].map(({ id, title, edition, state }) => ({
      id,
      title,
      edition,
      shipped: state === 'shipped',
    })),
    chosen: chosen && {
      id: chosen.id,
      title: chosen.title,
      year: chosen.methodology.year ?? null,
      asOf: chosen.methodology.asOf,
      columns: columnsAsked(chosen.methodology).map(each => ({ ...each, suggested: suggestionFor(each)?.id ?? null })),
    },
    years: years.map(({ year }) => year),
    runs: (await listRuns(ctx, runsShown)).map(runHead),
    frozen: frozen.map(({ id, title, year }) => ({ id, title, year })),
  }
}

/** @throws refuse('not-found', 'lists/no-such-run') */
export async function loadRun(ctx: Ctx, id: string): Promise<StoredRun> {
  const run = await findRun(ctx, id)
  if (!run) throw refuse('not-found', 'lists/no-such-run')
  return run
}

/** What a run proposes for one of its lists. */
export async function viewRun(ctx: Ctx, runId: string, query: SchoolsQuery): Promise<RunView> {
  const run = await loadRun(ctx, runId)
  const list = run.lists.find(({ id }) => id === query.list) ?? run.lists[0]!
  const all = await listRunSchools(ctx, runId, list.id)
  const words = (query.q ?? '').trim().toLowerCase()
  const schools = all.filter(
    school =>
      (!query.verdict || school.verdict.verdict === query.verdict) &&
      (!query.edge || school.verdict.margin === 1) &&
      (!query.municipality || school.municipality === query.municipality) &&
      (words === '' || school.name.toLowerCase().includes(words)),
  )
  const taken = (await listLists(ctx)).filter(each => each.runId === runId)
  return {
    run: runHead(run),
    settings: settingsInWords(run),
    list: list.id,
    schools: schools.map(({ id, name, municipality, verdict }) => ({ id, name, municipality, verdict })),
    shownOf: all.length,
    onEdge: all.filter(school => school.verdict.margin === 1).length,
    municipalities: municipalitiesOf(all),
    taken: taken.map(({ id, title, listKey }) => ({ id, title, listKey: listKey ?? '' })),
    query,
  }
}

/** Every number and reading that counted, under its title. */
export function settingsInWords({ methodology, settings }: StoredRun) {
  return Object.entries(settings).map(([name, value]) => {
    const reading = methodology.switches?.[name]?.readings[String(value)]
    const title = methodology.parameters?.[name]?.title ?? methodology.switches?.[name]?.title ?? name
    const unit = methodology.parameters?.[name]?.unit
    return { name, title, value: reading ?? (unit ? `${value} (${unit})` : String(value)) }
  })
}

export function municipalitiesOf(schools: readonly { readonly municipality: string | null }[]): string[] {
  return [...new Set(schools.flatMap(({ municipality }) => municipality ?? []))].sort((a, b) =>
    a.localeCompare(b, 'ru'),
  )
}

/** Two runs side by side: who entered, who left, and what was behind it. */
export async function viewComparison(ctx: Ctx, aId: string | undefined, bId: string | undefined): Promise<CompareView> {
  const runs = (await listRuns(ctx, runsShown)).map(runHead)
  const nothing = { runs, a: null, b: null, sameInputs: false, settings: [], names: {}, lists: [] }
  if (!aId || !bId) return nothing
  const [a, b] = [await loadRun(ctx, aId), await loadRun(ctx, bId)]
  const lists: CompareView['lists'] = []
  for (const { id, title } of b.lists) lists.push(await differencesOf(ctx, a, b, id, title))
  const names = Object.fromEntries(
    [...settingsInWords(a), ...settingsInWords(b)].map(({ name, title }) => [name, title]),
  )
  return {
    runs,
    a: runHead(a),
    b: runHead(b),
    sameInputs: a.inputsHash === b.inputsHash,
    settings: settingChanges(a.settings, b.settings),
    names,
    lists,
  }
}

async function differencesOf(ctx: Ctx, a: StoredRun, b: StoredRun, list: string, title: string) {
  const known = a.lists.some(({ id }) => id === list)
  // Another methodology may call its first list otherwise: then the first lists are laid side by side.
  const listOfA = known ? list : a.lists[b.lists.findIndex(({ id }) => id === list)]?.id
  if (listOfA === undefined) return { id: list, title, differences: [], inA: false }
  const before = new Map((await listRunSchools(ctx, a.id, listOfA)).map(school => [school.id, school]))
  const moved = (await listRunSchools(ctx, b.id, list)).flatMap(school => {
    const turn = turnOf(before.get(school.id)?.verdict.verdict ?? null, school.verdict.verdict)
    return turn ? [{ id: school.id, name: school.name, turn }] : []
  })
  const ids = moved.map(({ id }) => id as OrganisationId)
  const traceOf = (answers: Awaited<ReturnType<typeof listAnswers>>, of: string) =>
    new Map(answers.map(({ organisationId, answer }) => [organisationId, answer.trace.find(each => each.list === of)]))
  const [ofA, ofB] = [
    traceOf(await listAnswers(ctx, a.id, ids), listOfA),
    traceOf(await listAnswers(ctx, b.id, ids), list),
  ]
  const differences = moved.map(school => {
    const [one, other] = [ofA.get(school.id), ofB.get(school.id)]
    return { ...school, cells: one && other ? cellChanges(one, other, b.year - a.year) : [] }
  })
  return { id: list, title, differences, inA: true }
}
