import { resultsTable } from '../../assessments/index.ts'
import { checkTerritory } from '../../authorities/index.ts'
import { type IsoDate, Refusal, translator } from '../../core/base/index.ts'
import type { Methodology } from '../../core/rules/methodology.ts'
import type { ResultsTable } from '../../core/rules/results-table.ts'
import { type Changes, settingsOn } from '../../core/rules/settings.ts'
import type { Verdict } from '../../core/rules/verdict.ts'
import { type Ctx, historyOf } from '../../platform/postgres/index.ts'
import { type Edition, editionOf, loadEdition, shippedEdition, workedCases } from '../actions/editions.ts'
import { type ReadResults, wavesOf } from '../actions/runs.ts'
import type { EditionTexts, MethodologyCard, MethodologyList, NewCaseForm, NumbersView } from '../contract.ts'
import { effectOf, type ListEffect, type Verdicts, verdictsOf } from '../model/effect.ts'
import { tellMethodology } from '../rules/explain.ts'
import { shippedMethodologies } from '../rules/load-methodology.ts'
import { sliceTexts } from '../slice-texts.ts'
import { listEditions, newestApproved } from '../store/editions.ts'
import { lastFrozen, membersOn, namesOfSchools } from '../store/lists.ts'
import { editionHead, editionLine, historyLines } from './heads.ts'

export async function viewMethodologies(ctx: Ctx): Promise<MethodologyList> {
  const own = (await listEditions(ctx)).map(editionOf)
  const shipped = await Promise.all((await shippedMethodologies()).map(shippedEdition))
  const byTitle = new Intl.Collator('ru', { numeric: true })
  return {
    own: own.map(editionLine),
    shipped: shipped.map(editionLine).sort((a, b) => byTitle.compare(a.title, b.title)),
  }
}

export async function viewMethodology(ctx: Ctx, id: string): Promise<MethodologyCard> {
  const edition = await loadEdition(ctx, id)
  const { methodology } = edition
  const history = edition.state === 'shipped' ? [] : await historyOf(ctx, 'methodology', id)
  const editions = (await listEditions(ctx)).filter(each => each.code === edition.code)
  return {
    ...editionHead(edition),
    told: tellMethodology(methodology, ctx.lang),
    ...numbersOf(methodology),
    lists: methodology.lists.map(({ id: list, title }) => ({ id: list, title })),
    cases: workedCases(edition),
    editions: editions.map(each => ({ id: each.id, edition: each.edition, state: each.state })),
    history: historyLines(history),
  }
}

export async function viewTexts(ctx: Ctx, id: string): Promise<EditionTexts> {
  const edition = await loadEdition(ctx, id)
  return { ...editionHead(edition), ...edition.texts }
}

export async function viewCaseForm(ctx: Ctx, id: string): Promise<NewCaseForm> {
  const edition = await loadEdition(ctx, id)
  return {
    ...editionHead(edition),
    lists: edition.methodology.lists.map(({ id: list, title }) => ({ id: list, title })),
  }
}

/** Numbers of an edition, and who enters and who leaves with them: as stored, or as somebody tries them. */
export async function viewNumbers(
  ctx: Ctx,
  id: string,
  set: readonly string[] = [],
  read: ReadResults = resultsTable,
): Promise<NumbersView> {
  checkTerritory(ctx.scope, null)
  const edition = await loadEdition(ctx, id)
  const changes = changesIn(set)
  const shown = { ...editionHead(edition), ...numbersOf(edition.methodology, changes), tried: set.length > 0 }
  try {
    const { table } = await read(ctx, wavesOf(edition.methodology))
    return {
      ...shown,
      schools: table.schools.length,
      against: await effects(ctx, edition, changes, table),
      trouble: null,
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...shown, schools: 0, against: [], trouble: troubleInWords(error, ctx) }
  }
}

/** A refusal as a sentence: numbers that are tried may be wrong, and the page then says so instead of failing. */
function troubleInWords({ code, params }: Refusal, { lang }: Ctx): string {
  const message = sliceTexts[lang].refusals[code as keyof typeof sliceTexts.ru.refusals] ?? code
  return translator({ ru: { message }, en: { message } }, lang)('message', params)
}

async function effects(
  ctx: Ctx,
  edition: Edition,
  changes: Changes,
  table: ResultsTable,
): Promise<NumbersView['against']> {
  const { methodology } = edition
  const after = verdictsOf(methodology, table, { changes })
  const names = await namesOfSchools(ctx)
  const shown = (found: readonly ListEffect[]) =>
    found.map(({ entered, left, lostSight, ...counts }) => ({
      ...counts,
      entered: named(entered, table, names),
      left: named(left, table, names),
      lostSight: named(lostSight, table, names),
    }))
  const base = await baseOf(ctx, edition)
  const against: NumbersView['against'] = [
    {
      kind: 'edition',
      title: `${base.title}, ${base.edition}`,
      href: `/methodologies/${base.id}`,
      effects: shown(effectOf(methodology, after, verdictsOf(base.methodology, table))),
    },
  ]
  for (const { id, title } of methodology.lists) {
    const frozen = (await lastFrozen(ctx, edition.code, id)) ?? (await lastFrozen(ctx, base.code, id))
    if (!frozen) continue
    const members = await membersOn(ctx, frozen.id, ctx.today)
    const before: Verdicts = new Map([
      [id, table.schools.map(({ code }): Verdict => (members.has(code) ? 'yes' : 'no'))],
    ])
    const found = effectOf({ ...methodology, lists: methodology.lists.filter(list => list.id === id) }, after, before)
    against.push({
      kind: 'frozen',
      title: `${frozen.title} (${title}), ${frozen.year}`,
      href: `/lists/${frozen.id}`,
      effects: shown(found),
    })
  }
  return against
}

/** What a draft is laid beside: the approved edition before it, else what it was copied from, else itself without the tried numbers. */
async function baseOf(ctx: Ctx, edition: Edition): Promise<Edition> {
  const approved = await newestApproved(ctx, edition.code)
  if (approved && approved.id !== edition.id) return editionOf(approved)
  return edition.originId === null ? edition : loadEdition(ctx, edition.originId)
}

function named(places: readonly number[], { schools }: ResultsTable, names: ReadonlyMap<string, string>) {
  const byName = new Intl.Collator('ru', { numeric: true })
  return places
    .map(at => ({ id: schools[at]!.code, name: names.get(schools[at]!.code) ?? schools[at]!.name }))
    .sort((a, b) => byName.compare(a.name, b.name))
}

/** What stands in an address: `lowShare=1/4`. A whole number is a number. */
export function changesIn(set: readonly string[]): Changes {
  return Object.fromEntries(
    set.map(each => {
      const at = each.indexOf('=')
      const value = each.slice(at + 1)
      return [each.slice(0, at), /^\d{1,9}$/.test(value) ? Number(value) : value]
    }),
  )
}

function numbersOf(methodology: Methodology, changes: Changes = {}) {
  const settings = settingsOn(methodology, methodology.asOf as IsoDate)
  const parameters = Object.entries(methodology.parameters ?? {}).map(([name, parameter]) => ({
    name,
    title: parameter.title,
    unit: parameter.unit,
    value: String(changes[name] ?? settings[name]),
    source: parameter.source,
    checkedOn: parameter.checkedOn,
    others:
      parameter.values.length > 1 ? parameter.values.map(({ from, value }) => ({ from, value: String(value) })) : [],
  }))
  const switches = Object.entries(methodology.switches ?? {}).map(([name, { title, readings, source }]) => ({
    name,
    title,
    source,
    chosen: String(changes[name] ?? settings[name]),
    readings: Object.entries(readings).map(([reading, words]) => ({ reading, words })),
  }))
  return { parameters, switches }
}
