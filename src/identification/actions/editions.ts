/** Methodologies of the region: copied, changed as drafts, approved as editions that stay. */
import { checkTerritory } from '../../authorities/index.ts'
import { refuse } from '../../core/base/index.ts'
import type { Methodology } from '../../core/rules/methodology.ts'
import { type Ctx, newId, saveAudit } from '../../platform/postgres/index.ts'
import { dataOf, freeCode, type Numbers, renamed, withCase, withNumbers } from '../model/edition.ts'
import { checkSeen } from '../model/list.ts'
import { methodologyIn, shippedMethodologies, shippedTexts } from '../rules/load-methodology.ts'
import { type CaseOutcome, outcomesOf } from '../rules/worked-cases.ts'
import * as store from '../store/editions.ts'

/** An edition as it is read, wherever it stands: in the files of the product or among those of the region. */
export interface Edition {
  /** The id of a stored one, else the code. */
  readonly id: string
  readonly state: 'shipped' | store.EditionState
  readonly code: string
  readonly edition: number
  readonly title: string
  readonly origin: string | null
  readonly originId: string | null
  readonly methodology: Methodology
  readonly texts: { readonly methodology: string; readonly cases: string }
  readonly version: number
  readonly madeAt: Date | null
  readonly madeBy: string | null
  readonly approvedAt: Date | null
  readonly approvedBy: string | null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** @throws refuse('not-found', 'methodologies/no-such-edition') */
export async function loadEdition(ctx: Ctx, id: string): Promise<Edition> {
  if (uuid.test(id)) {
    const stored = await store.findEdition(ctx, id)
    if (stored) return editionOf(stored)
  } else if ((await shippedMethodologies()).includes(id)) return shippedEdition(id)
  throw refuse('not-found', 'methodologies/no-such-edition')
}

/** An edition that comes with the product. */
export async function shippedEdition(id: string): Promise<Edition> {
  const texts = await shippedTexts(id)
  const methodology = methodologyIn(texts.methodology)
  return {
    id,
    state: 'shipped',
    code: methodology.id,
    edition: methodology.edition,
    title: methodology.title,
    origin: null,
    originId: null,
    methodology,
    texts,
    version: 1,
    madeAt: null,
    madeBy: null,
    approvedAt: null,
    approvedBy: null,
  }
}

/** A stored edition, its text read. */
export function editionOf(stored: store.StoredEdition): Edition {
  const { methodology: text, cases, ...facts } = stored
  return { ...facts, methodology: methodologyIn(text), texts: { methodology: text, cases } }
}

/**
 * A draft of one's own from any edition.
 * @throws refuse('invalid', 'methodologies/no-title', {}, { field: 'title' })
 */
export async function copyEdition(ctx: Ctx, from: string, title: string): Promise<{ id: string }> {
  checkTerritory(ctx.scope, null)
  const edition = await loadEdition(ctx, from)
  const taken = [...(await store.takenEditions(ctx)).map(each => each.code), ...(await shippedMethodologies())]
  const code = freeCode(edition.code, taken)
  const words = checkedTitle(title)
  return insertDraft(ctx, {
    code,
    edition: 1,
    origin: `${edition.title} (${edition.code}, ${edition.edition})`,
    originId: edition.id,
    methodology: renamed(edition.texts.methodology, { id: code, edition: 1, title: words }),
    cases: edition.texts.cases,
  })
}

/**
 * The next edition of an approved one, as a draft.
 * @throws refuse('conflict', 'methodologies/not-approved' | 'methodologies/next-edition-in-work')
 */
export async function succeedEdition(ctx: Ctx, from: string): Promise<{ id: string }> {
  checkTerritory(ctx.scope, null)
  const edition = await loadEdition(ctx, from)
  if (edition.state !== 'approved') throw refuse('conflict', 'methodologies/not-approved')
  const known = (await store.takenEditions(ctx)).filter(each => each.code === edition.code)
  if (known.some(each => each.state === 'draft')) throw refuse('conflict', 'methodologies/next-edition-in-work')
  const next = Math.max(...known.map(each => each.edition)) + 1
  return insertDraft(ctx, {
    code: edition.code,
    edition: next,
    origin: `${edition.title} (${edition.code}, ${edition.edition})`,
    originId: edition.id,
    methodology: renamed(edition.texts.methodology, { edition: next }),
    cases: edition.texts.cases,
  })
}

/**
 * A draft from files that somebody wrote: checked wholly before it is kept.
 *
 * @param cases may be empty; then the edition cannot be approved until a case is added
 * @throws refuse('invalid', 'methodologies/no-text', {}, { field }) and what `methodologyIn` refuses
 */
export async function uploadEdition(ctx: Ctx, texts: { methodology: string; cases: string }): Promise<{ id: string }> {
  checkTerritory(ctx.scope, null)
  if (texts.methodology.trim() === '')
    throw refuse('invalid', 'methodologies/no-text', {}, { field: 'methodologyFile' })
  const methodology = methodologyIn(texts.methodology)
  outcomesOf(methodology, dataOf(texts.cases, 'cases.yaml'))
  const taken = [...(await store.takenEditions(ctx)).map(each => each.code), ...(await shippedMethodologies())]
  const code = taken.includes(methodology.id) ? freeCode(methodology.id, taken) : methodology.id
  return insertDraft(ctx, {
    code,
    edition: 1,
    origin: null,
    originId: null,
    methodology: renamed(texts.methodology, { id: code, edition: 1 }),
    cases: texts.cases,
  })
}

async function insertDraft(
  ctx: Ctx,
  made: Pick<store.StoredEdition, 'code' | 'edition' | 'origin' | 'originId' | 'methodology' | 'cases'>,
): Promise<{ id: string }> {
  const id = newId()
  const { title } = methodologyIn(made.methodology)
  await store.insertEdition(ctx, { ...made, id, title })
  await note(ctx, 'methodologies/draft-made', id, { code: made.code, edition: made.edition, title })
  return { id }
}

/** Saves numbers and readings of a draft. @throws as saveTexts does, and what `withNumbers` refuses */
export async function saveNumbers(ctx: Ctx, id: string, version: number, numbers: Numbers): Promise<{ id: string }> {
  const draft = await loadDraft(ctx, id, version)
  const methodology = withNumbers(draft.texts.methodology, numbers, draft.methodology.asOf)
  return save(ctx, draft, { methodology, cases: draft.texts.cases }, 'methodologies/numbers-changed')
}

/**
 * Saves the texts of a draft as somebody wrote them. Its code and edition stay.
 *
 * @throws refuse('conflict', 'methodologies/no-draft' | 'lists/changed-meanwhile') and a refusal (invalid) with a code of `methodologies`
 */
export async function saveTexts(
  ctx: Ctx,
  id: string,
  version: number,
  texts: { methodology: string; cases: string },
): Promise<{ id: string }> {
  const draft = await loadDraft(ctx, id, version)
  const methodology = renamed(texts.methodology, { id: draft.code, edition: draft.edition })
  return save(ctx, draft, { methodology, cases: texts.cases }, 'methodologies/text-changed')
}

export interface NewCase {
  readonly name: string
  readonly source: string
  /** Results of one invented school: «ВПР, математика, 5, 2025: 6 из 20», one a line. */
  readonly results: string
  /** In all other procedures of the methodology; empty: they are missing. */
  readonly otherwise: string
  /** Words about the school: «type: basic», one a line. */
  readonly about: string
  /** «неполные семьи, 2025: 12,5», one a line. */
  readonly indicators: string
  readonly expect: Readonly<Record<string, string>>
}

/**
 * Adds a case worked by hand. It may fail: then the edition cannot be approved until one of both is put right.
 * @throws refuse('invalid', 'methodologies/case-line', { line }) for a line without a colon, and as saveTexts does
 */
export async function addCase(ctx: Ctx, id: string, version: number, added: NewCase): Promise<{ id: string }> {
  const draft = await loadDraft(ctx, id, version)
  const given = {
    ...optional('about', pairsIn(added.about)),
    ...(added.otherwise.trim() === '' ? {} : { otherwise: added.otherwise.trim() }),
    ...optional('results', pairsIn(added.results)),
    ...optional('indicators', pairsIn(added.indicators)),
  }
  const lists = Object.fromEntries(Object.entries(added.expect).filter(([, verdict]) => verdict !== ''))
  const worked = {
    name: checkedTitle(added.name, 'name'),
    source: checkedTitle(added.source, 'source'),
    given: { A: given },
    expect: { A: { lists } },
  }
  const cases = withCase(draft.texts.cases, worked)
  return save(ctx, draft, { methodology: draft.texts.methodology, cases }, 'methodologies/case-added')
}

/** The cases of an edition with what came of each. */
export function workedCases({ methodology, texts }: Edition): readonly CaseOutcome[] {
  return outcomesOf(methodology, dataOf(texts.cases, 'cases.yaml'))
}

/**
 * Approves a draft: from then on it is never edited.
 * @throws refuse('conflict', 'methodologies/no-cases' | 'methodologies/cases-fail') and as saveTexts does
 */
export async function approveEdition(ctx: Ctx, id: string, version: number): Promise<{ id: string }> {
  const draft = await loadDraft(ctx, id, version)
  const outcomes = workedCases(draft)
  const failed = outcomes.filter(({ differences }) => differences.length > 0)
  if (outcomes.length === 0) throw refuse('conflict', 'methodologies/no-cases')
  if (failed.length > 0)
    throw refuse('conflict', 'methodologies/cases-fail', { n: failed.length, name: failed[0]!.name })
  if (!(await store.approveEdition(ctx, id, version))) throw refuse('conflict', 'lists/changed-meanwhile', {}, draft)
  await note(ctx, 'methodologies/approved', id, { code: draft.code, edition: draft.edition, cases: outcomes.length })
  return { id }
}

/** Puts a draft aside; its number is not given again. */
export async function dropDraft(ctx: Ctx, id: string, version: number): Promise<{ id: string }> {
  const draft = await loadDraft(ctx, id, version)
  if (!(await store.dropEdition(ctx, id, version))) throw refuse('conflict', 'lists/changed-meanwhile', {}, draft)
  await note(ctx, 'methodologies/dropped', id, { code: draft.code, edition: draft.edition })
  return { id }
}

async function loadDraft(ctx: Ctx, id: string, version: number): Promise<Edition> {
  checkTerritory(ctx.scope, null)
  const edition = await loadEdition(ctx, id)
  if (edition.state !== 'draft') throw refuse('conflict', 'methodologies/no-draft')
  checkSeen(edition, version)
  return edition
}

async function save(
  ctx: Ctx,
  draft: Edition,
  texts: { methodology: string; cases: string },
  action: string,
): Promise<{ id: string }> {
  const methodology = methodologyIn(texts.methodology)
  outcomesOf(methodology, dataOf(texts.cases, 'cases.yaml'))
  if (!(await store.updateDraft(ctx, draft.id, draft.version, { title: methodology.title, ...texts })))
    throw refuse('conflict', 'lists/changed-meanwhile', {}, draft)
  await note(ctx, action, draft.id, {
    code: draft.code,
    edition: draft.edition,
    ...(texts.methodology === draft.texts.methodology ? {} : { methodology: texts.methodology }),
    ...(texts.cases === draft.texts.cases ? {} : { cases: texts.cases }),
  })
  return { id: draft.id }
}

function checkedTitle(text: string, field = 'title'): string {
  const words = text.trim()
  if (words === '') throw refuse('invalid', 'methodologies/no-title', {}, { field })
  return words
}

function pairsIn(text: string): Record<string, string> {
  const pairs: Record<string, string> = {}
  for (const line of text.split('\n').map(each => each.trim())) {
    if (line === '') continue
    const at = line.lastIndexOf(':')
    if (at < 1) throw refuse('invalid', 'methodologies/case-line', { line })
    pairs[line.slice(0, at).trim()] = line.slice(at + 1).trim()
  }
  return pairs
}

function optional(key: string, pairs: Record<string, string>): Record<string, Record<string, string>> {
  return Object.keys(pairs).length === 0 ? {} : { [key]: pairs }
}

function note(ctx: Ctx, action: string, id: string, after: unknown): Promise<void> {
  return saveAudit(ctx, { action, subjectKind: 'methodology', subjectId: id, after, municipalityId: null })
}
