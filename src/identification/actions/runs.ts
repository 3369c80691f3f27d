/** A run: an edition applied to the results of the region, kept whole so that it can be shown, compared and tried again. */

import type { Wave } from '../../assessments/contract.ts'
import { type ResultsQuestion, resultsTable } from '../../assessments/index.ts'
import { checkTerritory } from '../../authorities/index.ts'
import { type IsoDate, type OrganisationId, refuse } from '../../core/base/index.ts'
import { slotName } from '../../core/rules/judged-cells.ts'
import type { Methodology } from '../../core/rules/methodology.ts'
import { cellState, type ResultsTable } from '../../core/rules/results-table.ts'
import type { Changes } from '../../core/rules/settings.ts'
import { type Ctx, newId, saveAudit } from '../../platform/postgres/index.ts'
import { type Answer, identify, type SchoolAnswer } from '../identify/identify.ts'
import { cellsOf, shortVerdict, withoutOtherLists } from '../model/verdicts.ts'
import { keepInputs, keptInputs } from '../store/inputs.ts'
import { findList, membersOn } from '../store/lists.ts'
import {
  findRun,
  insertRun,
  insertRunSchools,
  type RegionFigure,
  type RunSchool,
  type StoredRun,
} from '../store/runs.ts'
import { loadEdition } from './editions.ts'

export interface RunWish {
  readonly editionId: string
  /** The year that stands for "now"; null: that of the methodology, else the newest of the results. */
  readonly year: number | null
  /** The day whose parameters count; null: that of the methodology. */
  readonly day: IsoDate | null
  /** A run whose results are taken instead of those of today. */
  readonly inputsOf: string | null
  /** Which frozen list stands for a column that the methodology asks for. */
  readonly columns: Readonly<Record<string, string>>
  readonly changes?: Changes
}

/** Which waves a methodology counts, as a question to the results. */
export function wavesOf({ waves }: Methodology): ResultsQuestion {
  return waves ? { waves: waves as Wave[] } : {}
}

/** Where results come from; tests hand in their own. */
export type ReadResults = (
  ctx: Ctx,
  question: ResultsQuestion,
) => Promise<{ readonly table: ResultsTable; readonly inputsHash: string }>

/**
 * Applies an edition to the results of the region and keeps the whole answer.
 *
 * @throws refuse('conflict', 'lists/edition-not-approved' | 'lists/other-waves'), refuse('not-found', 'lists/no-such-run' | 'lists/no-such-list'),
 *   refuse('invalid', 'lists/no-results') and what the engine refuses
 */
export async function startRun(ctx: Ctx, wish: RunWish, read: ReadResults = resultsTable): Promise<{ id: string }> {
  checkTerritory(ctx.scope, null)
  const edition = await loadEdition(ctx, wish.editionId)
  if (edition.state !== 'approved' && edition.state !== 'shipped')
    throw refuse('conflict', 'lists/edition-not-approved', { title: edition.title })
  const { table, inputsHash } = await resultsOf(ctx, edition.methodology, wish, read)
  if (table.schools.length === 0) throw refuse('invalid', 'lists/no-results')
  await keepInputs(ctx, inputsHash, table)

  const { methodology } = edition
  const asked = await withColumns(ctx, table, wish)
  const options = { ...(wish.year === null ? {} : { year: wish.year }), ...(wish.day ? { day: wish.day } : {}) }
  const answer = identify(methodology, asked, { ...options, changes: wish.changes ?? {} })
  const run = runOf(answer, wish, {
    id: newId(),
    inputsHash,
    editionId: edition.state === 'shipped' ? null : edition.id,
  })
  const judged = new Set(answer.schools.flatMap(({ trace }) => trace.flatMap(cellsOf)).map(cell => cell.where))
  const slots = table.slots.flatMap(slot => (judged.has(slotName(slot)) ? [{ ...slot, name: slotName(slot) }] : []))

  await insertRun(ctx, { ...run, methodology, regionFigures: regionFigures(table, judged) })
  await insertRunSchools(ctx, run.id, answer.schools.map(runSchool), slots, wish.inputsOf)
  await saveAudit(ctx, {
    action: 'lists/run',
    subjectKind: 'list-run',
    subjectId: run.id,
    after: {
      code: run.code,
      edition: run.edition,
      year: run.year,
      day: run.day,
      inputsHash,
      settings: run.settings,
      lists: run.lists,
    },
    municipalityId: null,
  })
  return { id: run.id }
}

async function resultsOf(ctx: Ctx, methodology: Methodology, { inputsOf }: RunWish, read: ReadResults) {
  if (inputsOf === null) return read(ctx, wavesOf(methodology))
  const before = await findRun(ctx, inputsOf)
  if (!before) throw refuse('not-found', 'lists/no-such-run')
  if (String(before.methodology.waves) !== String(methodology.waves)) throw refuse('conflict', 'lists/other-waves')
  const table = await keptInputs(ctx, before.inputsHash)
  if (!table) throw refuse('not-found', 'lists/no-such-run')
  return { table, inputsHash: before.inputsHash }
}

/** The table with a yes or no for every column that a frozen list stands for. */
async function withColumns(ctx: Ctx, table: ResultsTable, { columns, day }: RunWish): Promise<ResultsTable> {
  const marks: (readonly [string, ReadonlySet<string>])[] = []
  for (const [column, listId] of Object.entries(columns)) {
    const list = await findList(ctx, listId)
    if (list?.state !== 'frozen') throw refuse('not-found', 'lists/no-such-list')
    marks.push([column, await membersOn(ctx, listId, day ?? ctx.today)])
  }
  if (marks.length === 0) return table
  const schools = table.schools.map(school => ({
    ...school,
    traits: {
      ...school.traits,
      ...Object.fromEntries(marks.map(([column, members]) => [column, members.has(school.code) ? 'да' : 'нет'])),
    },
  }))
  return { ...table, schools }
}

function runOf(
  answer: Answer,
  wish: RunWish,
  facts: { readonly id: string; readonly inputsHash: string; readonly editionId: string | null },
): Omit<StoredRun, 'madeAt' | 'madeBy' | 'methodology' | 'regionFigures'> {
  const lists = answer.lists.map(({ id, title }) => {
    const counts = { yes: 0, no: 0, unknown: 0 }
    for (const school of answer.schools) counts[school.lists[id]!]++
    return { id, title, ...counts }
  })
  return {
    ...facts,
    code: answer.methodology,
    edition: answer.edition,
    title: answer.title,
    settings: answer.settings,
    day: answer.day as IsoDate,
    year: answer.year,
    columns: wish.columns,
    lists,
    schools: answer.schools.length,
  }
}

function runSchool(school: SchoolAnswer): RunSchool {
  const chances = new Map(
    school.chance.map(({ status, probability, ...slot }) => {
      const where = slotName(slot)
      return [where, { where, status, probability }] as const
    }),
  )
  const verdicts = Object.fromEntries(
    school.trace.flatMap(trace =>
      trace.list
        ? [[trace.list, shortVerdict(school.lists[trace.list]!, school.margins[trace.list] ?? null, trace, chances)]]
        : [],
    ),
  )
  const trace = school.trace.map(withoutOtherLists)
  return { organisationId: school.school as OrganisationId, verdicts, answer: { ...school, trace } }
}

/** All schools together in each judged procedure. */
function regionFigures({ schools, slots, state, participants, below }: ResultsTable, judged: ReadonlySet<string>) {
  const figures: Record<string, RegionFigure> = {}
  for (const [at, slot] of slots.entries()) {
    const name = slotName(slot)
    if (!judged.has(name)) continue
    const sums = { schools: 0, participants: 0, below: 0 }
    for (let school = 0; school < schools.length; school++) {
      const cell = school * slots.length + at
      if (state[cell] !== cellState.reported) continue
      sums.schools++
      sums.participants += participants[cell]!
      sums.below += below[cell]!
    }
    figures[name] = sums
  }
  return figures
}
