import { type OrganisationId, refuse } from '../../core/base/index.ts'
import { slotName } from '../../core/rules/judged-cells.ts'
import type { Trace } from '../../core/rules/mechanism.ts'
import { type Ctx, maybeRow, sql } from '../../platform/postgres/index.ts'
import { loadList, loadListSchool } from '../actions/lists.ts'
import type { Cell, WhyView } from '../contract.ts'
import { mayAnswer } from '../model/list.ts'
import { cellsOf } from '../model/verdicts.ts'
import { answersOf } from '../store/lists.ts'
import { findAnswer, findRun, type StoredAnswer, type StoredRun } from '../store/runs.ts'
import { listHead, listSchool, runHead } from './heads.ts'

/** Why a school stands on a list, or does not: the way through the rule, the figures, the margin, what the school said. */
export async function viewWhy(ctx: Ctx, listId: string, schoolId: string): Promise<WhyView> {
  const list = await loadList(ctx, listId)
  const line = await loadListSchool(ctx, listId, schoolId)
  const run = list.runId === null ? null : await findRun(ctx, list.runId)
  const found = run && (await findAnswer(ctx, run.id, line.id))
  const answers = await answersOf(ctx, listId, line.id)
  const isOwn = ctx.scope.municipalityId === null || ctx.scope.municipalityId === line.municipalityId
  return {
    school: { id: line.id, name: line.name, fullName: line.fullName, municipality: line.municipality },
    list: listHead(list),
    line: listSchool(line),
    ...answerParts(run, found, list.listKey),
    answers: answers.map(({ at, personName, text }) => ({ at: at.toISOString(), personName, text })),
    mayAnswer: ctx.scope.organisationId === schoolId && mayAnswer(list, ctx.today),
    mayDecide: ctx.scope.organisationId === null && isOwn && list.state === 'proposed',
  }
}

/** The same for a run that nobody has taken into work yet: for offices only. */
export async function viewWhyOfRun(ctx: Ctx, runId: string, schoolId: string): Promise<WhyView> {
  const run = ctx.scope.organisationId === null ? await findRun(ctx, runId) : null
  const found = run && (await findAnswer(ctx, runId, schoolId as OrganisationId))
  if (!run || !found) throw refuse('not-found', 'lists/no-such-run')
  const place = await maybeRow(
    ctx.tx,
    sql<{ fullName: string; municipality: string | null }>`
      SELECT o.name AS "fullName", m.name AS municipality FROM pub_organisations o
      LEFT JOIN pub_municipalities m ON m.region_id = o.region_id AND m.municipality_id = o.municipality_id
      WHERE o.region_id = ${ctx.scope.regionId} AND o.organisation_id = ${schoolId}`,
  )
  return {
    school: {
      id: schoolId,
      name: found.name,
      fullName: place?.fullName ?? found.name,
      municipality: place?.municipality ?? null,
    },
    list: null,
    line: null,
    ...answerParts(run, found, null),
    answers: [],
    mayAnswer: false,
    mayDecide: false,
  }
}

function answerParts(run: StoredRun | null, found: StoredAnswer | null, listKey: string | null) {
  if (!run || !found) return { run: null, about: null, excluded: null, reasons: [], cells: [], values: [] }
  const { answer, sources } = found
  const titles = new Map(run.lists.map(({ id, title }) => [id, title]))
  const reasons = answer.trace.flatMap(({ list, ...trace }) =>
    list
      ? [
          {
            list,
            title: titles.get(list) ?? list,
            verdict: answer.lists[list] ?? 'unknown',
            margin: marginOf(answer.margins[list]),
            trace: withTitles(trace, titles),
          },
        ]
      : [],
  )
  return {
    run: runHead(run),
    about: { title: run.title, about: run.methodology.about.trim(), source: run.methodology.source },
    excluded: answer.excluded,
    reasons: [...reasons.filter(each => each.list === listKey), ...reasons.filter(each => each.list !== listKey)],
    cells: cellsWith(run, found, sources),
    values: (run.methodology.values ?? []).map(({ id, title }) => ({ title, value: answer.values[id] ?? null })),
  }
}

/** A trace that calls lists by their titles. */
function withTitles(trace: Trace, titles: ReadonlyMap<string, string>): Trace {
  const list = trace.facts?.['list']
  const facts = typeof list === 'string' ? { ...trace.facts, list: titles.get(list) ?? list } : trace.facts
  return {
    ...trace,
    ...(facts ? { facts } : {}),
    ...(trace.parts ? { parts: trace.parts.map(part => withTitles(part, titles)) } : {}),
  }
}

function marginOf(margin: StoredAnswer['answer']['margins'][string] | undefined) {
  if (!margin) return null
  const where = margin.where.map(({ place, participants }) => ({ place, participants }))
  return { participants: margin.participants, becomes: margin.becomes, where }
}

function cellsWith(run: StoredRun, { answer }: StoredAnswer, sources: StoredAnswer['sources']): Cell[] {
  const chances = new Map(answer.chance.map(chance => [slotName(chance), chance]))
  const seen = new Map(answer.trace.flatMap(cellsOf).map(cell => [cell.where, cell]))
  return [...seen.values()].map(cell => {
    const chance = chances.get(cell.where)
    return {
      ...cell,
      region: run.regionFigures[cell.where] ?? null,
      chance: chance
        ? {
            status: chance.status,
            posteriorMean: chance.posteriorMean,
            q05: chance.q05,
            q95: chance.q95,
            probability: chance.probability,
          }
        : null,
      sources: [...(sources[cell.where] ?? [])],
    }
  })
}
