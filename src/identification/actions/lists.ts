/** Lists: people decide, schools answer, an order signs, then nothing moves any more. */
import { checkTerritory } from '../../authorities/index.ts'
import { type IsoDate, refuse } from '../../core/base/index.ts'
import { type Ctx, newId, saveAudit } from '../../platform/postgres/index.ts'
import {
  checkFinished,
  checkFreezable,
  checkOpen,
  checkReopened,
  checkSeen,
  type Decision,
  decided,
  isShownToSchool,
  mayAnswer,
  printed,
  type SigningOrder,
  signed,
} from '../model/list.ts'
import * as store from '../store/lists.ts'
import { findRun } from '../store/runs.ts'

/** @throws refuse('not-found', 'lists/no-such-list'), for a school also before it was asked */
export async function loadList(ctx: Ctx, id: string): Promise<store.StoredList> {
  const list = await store.findList(ctx, id)
  if (!list || (ctx.scope.organisationId !== null && !isShownToSchool(list)))
    throw refuse('not-found', 'lists/no-such-list')
  return list
}

/** @throws refuse('not-found', 'lists/no-such-school') */
export async function loadListSchool(ctx: Ctx, listId: string, schoolId: string): Promise<store.ListSchool> {
  const school = await store.findListSchool(ctx, listId, schoolId)
  if (!school) throw refuse('not-found', 'lists/no-such-school')
  return school
}

/**
 * Takes one list of a run into work: its schools stand there as proposed, not proposed or not judged.
 * @throws refuse('not-found', 'lists/no-such-run'), refuse('invalid', 'lists/no-title', {}, { field: 'title' })
 */
export async function takeList(
  ctx: Ctx,
  runId: string,
  wish: { readonly list: string; readonly title: string },
): Promise<{ id: string }> {
  checkTerritory(ctx.scope, null)
  const run = await findRun(ctx, runId)
  const found = run?.lists.find(({ id }) => id === wish.list)
  if (!run || !found) throw refuse('not-found', 'lists/no-such-run')
  const title = titleOf(wish.title)
  const id = newId()
  await store.insertList(ctx, {
    id,
    runId,
    listKey: found.id,
    act: null,
    unmatched: [],
    title,
    year: run.year,
    answersUntil: null,
    code: run.code,
    edition: run.edition,
    inputsHash: run.inputsHash,
  })
  await store.insertSchoolsOfRun(ctx, id, runId, found.id)
  await note(ctx, 'lists/taken', id, {
    runId,
    list: found.id,
    title,
    yes: found.yes,
    no: found.no,
    unknown: found.unknown,
  })
  return { id }
}

/**
 * Opens the list to the schools, or moves the last day of answers; null closes it to them again.
 * @throws refuse('invalid', 'lists/answers-in-past', {}, { field: 'until' }) and as decideSchool
 */
export async function askSchools(
  ctx: Ctx,
  id: string,
  version: number,
  until: IsoDate | null,
): Promise<{ id: string }> {
  const list = await loadOwn(ctx, id, version)
  checkOpen(list)
  if (until !== null && until < ctx.today)
    throw refuse('invalid', 'lists/answers-in-past', { until: printed(until) }, { field: 'until' })
  await saveList(ctx, list, { to: 'asked', answersUntil: until })
  await note(ctx, 'lists/schools-asked', id, { until })
  return { id }
}

/**
 * Includes or excludes one school, with a reason.
 *
 * @param version of the line that the person saw
 * @throws refuse('conflict', 'lists/not-open' | 'lists/changed-meanwhile'), refuse('invalid', 'lists/reason-missing'),
 *   refuse('forbidden', 'authorities/outside-territory')
 */
export async function decideSchool(
  ctx: Ctx,
  listId: string,
  schoolId: string,
  wish: { readonly decision: Decision; readonly reason: string; readonly version: number },
): Promise<{ listId: string; schoolId: string }> {
  const list = await loadList(ctx, listId)
  const school = await loadListSchool(ctx, listId, schoolId)
  checkTerritory(ctx.scope, school.municipalityId)
  checkSeen(school, wish.version)
  const decision = decided(list, wish.decision, wish.reason)
  if (!(await store.saveDecision(ctx, listId, school.id, school.version, decision)))
    throw refuse('conflict', 'lists/changed-meanwhile', {}, school)
  await saveAudit(ctx, {
    action: decision.decision === 'included' ? 'lists/school-included' : 'lists/school-excluded',
    subjectKind: 'list',
    subjectId: listId,
    before: { school: school.name, decision: school.decision, reason: school.reason },
    after: { school: school.name, schoolId, ...decision },
    municipalityId: school.municipalityId,
    organisationId: school.id,
  })
  return { listId, schoolId }
}

/**
 * Includes all proposed schools of the scope that nobody has decided about yet.
 * @param reason the words that each of them then carries
 */
export async function acceptProposal(ctx: Ctx, id: string, reason: string): Promise<{ id: string; included: number }> {
  const list = await loadList(ctx, id)
  if (ctx.scope.organisationId !== null) checkTerritory(ctx.scope, null)
  const decision = decided(list, 'included', reason)
  const included = await store.includeProposed(ctx, id, decision.reason)
  if (included.length > 0)
    await note(
      ctx,
      'lists/proposal-accepted',
      id,
      { n: included.length, schools: included, reason: decision.reason },
      ctx.scope.municipalityId,
    )
  return { id, included: included.length }
}

/** Ends the decisions. @throws as checkFinished */
export async function finishDecisions(ctx: Ctx, id: string, version: number): Promise<{ id: string }> {
  const list = await loadOwn(ctx, id, version)
  const counts = await store.countList(ctx, id)
  checkFinished(list, counts.undecided, ctx.today)
  await saveList(ctx, list, { to: 'decided' })
  await note(ctx, 'lists/decided', id, {
    included: counts.included,
    excluded: counts.excluded,
    notJudged: counts.notJudged,
  })
  return { id }
}

/** Back to decisions. The order that was named is forgotten. @throws as checkReopened */
export async function reopenList(ctx: Ctx, id: string, version: number): Promise<{ id: string }> {
  const list = await loadOwn(ctx, id, version)
  checkReopened(list)
  await saveList(ctx, list, { to: 'proposed' })
  await note(ctx, 'lists/reopened', id, { state: list.state })
  return { id }
}

/** Names the order that signs the list. @throws as `signed` of the model */
export async function approveList(ctx: Ctx, id: string, version: number, order: SigningOrder): Promise<{ id: string }> {
  const list = await loadOwn(ctx, id, version)
  const named = signed(list, order, ctx.today)
  await saveList(ctx, list, { to: 'approved', order: named })
  await note(ctx, 'lists/approved', id, named)
  return { id }
}

/** Freezes a signed list: its lines, decisions and answers stay as they are for good. @throws as checkFreezable */
export async function freezeList(ctx: Ctx, id: string, version: number): Promise<{ id: string }> {
  const list = await loadOwn(ctx, id, version)
  checkFreezable(list)
  const counts = await store.countList(ctx, id)
  await store.freezeLines(ctx, id)
  await saveList(ctx, list, { to: 'frozen' })
  await note(ctx, 'lists/frozen', id, {
    code: list.code,
    edition: list.edition,
    inputsHash: list.inputsHash,
    included: counts.included,
    excluded: counts.excluded,
    notJudged: counts.notJudged,
  })
  return { id }
}

/**
 * What a school says of its place, while it may.
 * @throws refuse('conflict', 'lists/answers-closed'), refuse('invalid', 'lists/answer-empty', {}, { field: 'text' })
 */
export async function answerAsSchool(
  ctx: Ctx,
  listId: string,
  schoolId: string,
  text: string,
): Promise<{ listId: string; schoolId: string }> {
  const list = await loadList(ctx, listId)
  if (ctx.scope.organisationId !== schoolId) throw refuse('not-found', 'lists/no-such-school')
  const school = await loadListSchool(ctx, listId, schoolId)
  if (!mayAnswer(list, ctx.today)) throw refuse('conflict', 'lists/answers-closed')
  const words = text.trim()
  if (words === '') throw refuse('invalid', 'lists/answer-empty', {}, { field: 'text' })
  await store.insertAnswer(ctx, {
    id: newId(),
    listId,
    schoolId: school.id,
    municipalityId: school.municipalityId,
    text: words,
  })
  await saveAudit(ctx, {
    action: 'lists/school-answered',
    subjectKind: 'list',
    subjectId: listId,
    after: { school: school.name, text: words },
    municipalityId: school.municipalityId,
    organisationId: school.id,
  })
  return { listId, schoolId }
}

/**
 * A school leaves a frozen list on a day, by an act. The list itself stays as it was signed.
 * @throws refuse('conflict', 'lists/not-frozen' | 'lists/not-on-list' | 'lists/left-already'), refuse('invalid', 'lists/exit-incomplete')
 */
export async function exitSchool(
  ctx: Ctx,
  listId: string,
  schoolId: string,
  exit: { readonly on: IsoDate; readonly reason: string; readonly act: string },
): Promise<{ listId: string; schoolId: string }> {
  checkTerritory(ctx.scope, null)
  const list = await loadList(ctx, listId)
  const school = await loadListSchool(ctx, listId, schoolId)
  if (list.state !== 'frozen') throw refuse('conflict', 'lists/not-frozen')
  if (school.decision !== 'included') throw refuse('conflict', 'lists/not-on-list')
  const reason = exit.reason.trim()
  const act = exit.act.trim()
  if (reason === '') throw refuse('invalid', 'lists/exit-incomplete', {}, { field: 'reason' })
  if (act === '') throw refuse('invalid', 'lists/exit-incomplete', {}, { field: 'act' })
  const kept = await store.insertExit(ctx, {
    listId,
    schoolId: school.id,
    municipalityId: school.municipalityId,
    on: exit.on,
    reason,
    act,
  })
  if (!kept) throw refuse('conflict', 'lists/left-already')
  await saveAudit(ctx, {
    action: 'lists/school-left',
    subjectKind: 'list',
    subjectId: listId,
    after: { school: school.name, on: exit.on, reason, act },
    municipalityId: school.municipalityId,
    organisationId: school.id,
  })
  return { listId, schoolId }
}

async function loadOwn(ctx: Ctx, id: string, version: number): Promise<store.StoredList> {
  checkTerritory(ctx.scope, null)
  const list = await loadList(ctx, id)
  checkSeen(list, version)
  return list
}

async function saveList(ctx: Ctx, list: store.StoredList, set: store.ListChange): Promise<void> {
  if (!(await store.updateList(ctx, list.id, list.version, set)))
    throw refuse('conflict', 'lists/changed-meanwhile', {}, list)
}

export function titleOf(text: string): string {
  const title = text.trim()
  if (title === '') throw refuse('invalid', 'lists/no-title', {}, { field: 'title' })
  return title
}

export function note(
  ctx: Ctx,
  action: string,
  id: string,
  after: unknown,
  municipalityId: store.ListSchool['municipalityId'] = null,
): Promise<void> {
  return saveAudit(ctx, { action, subjectKind: 'list', subjectId: id, after, municipalityId })
}
