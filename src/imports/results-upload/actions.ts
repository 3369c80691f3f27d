import type { CellKey } from '../../assessments/contract.ts'
import { type CellFigures, replaceUnits, whatWouldChange } from '../../assessments/index.ts'
import { type OrganisationId, refuse } from '../../core/base/index.ts'
import { type Ctx, newId, saveAudit } from '../../platform/postgres/index.ts'
import { codeOf } from '../../schools/contract.ts'
import { addCodes } from '../../schools/index.ts'
import type { Facts } from '../results/facts.ts'
import type { ColumnMeaning } from '../results/mapped-layout.ts'
import type { ResultsReport } from '../results/report.ts'
import { assigned, foreseeVerdicts } from './assigned.ts'
import type { MatchSchools, NameColumns, ReadFile, SendResults, UnknownTable, UploadPage, Uploads } from './contract.ts'
import { hashOfHeadings } from './find-headings.ts'
import { takeHeldFile } from './held-files.ts'
import type { CodedSchool } from './model/whose-cells.ts'
import { readInBackground } from './reading.ts'
import * as store from './store.ts'

const shownChanges = 200
const shownClashes = 50
const shownCodes = 100
/** Reading shows a sign of life after every file; one file takes no longer than the sandbox allows. */
const silentMs = 180_000

/**
 * Takes files of results: answers at once and reads them afterwards, one by one, with progress in the database. Nothing is entered into
 * the results before a person confirms.
 */
export async function sendResults(ctx: Ctx, { requestKey: _, files, ...about }: SendResults): Promise<{ id: string }> {
  const id = newId()
  const said: Facts = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== '' && value !== null))
  await store.insertUpload(ctx, { id, about: { ...said }, filesTotal: files.length })
  readInBackground(ctx, { uploadId: id, files, stated: said, firstPlace: 1, others: 0 })
  return { id }
}

export async function uploads(ctx: Ctx): Promise<Uploads> {
  return { uploads: (await store.listUploads(ctx)).map(upload => shownUpload(ctx, upload)) }
}

/** An upload with its files, what is not known of them, and what they would change in the results as they are now. */
export async function uploadPage(ctx: Ctx, id: string): Promise<UploadPage> {
  const upload = await kept(ctx, id)
  const files = await store.listFiles(ctx, id)
  const known = new Map(
    (
      await store.enteredBefore(
        ctx,
        files.map(file => file.hash),
      )
    ).map(one => [one.hash, one.at]),
  )
  const shown = files.map(file => ({
    place: file.place,
    fileName: file.fileName,
    state: file.state,
    layout: file.layout,
    ...totalsOf(file.report),
    cells: file.cellCount,
    refusal: file.refusal,
    knownSince: upload.state === 'waiting' ? (known.get(file.hash)?.toISOString() ?? null) : null,
  }))
  const sum = (field: 'accepted' | 'repaired' | 'rejected') =>
    shown.reduce((total, file) => total + (file.state === 'left-out' ? 0 : file[field]), 0)
  return {
    ...shownUpload(ctx, upload),
    files: shown,
    totals: { accepted: sum('accepted'), repaired: sum('repaired'), rejected: sum('rejected') },
    ...(upload.state === 'waiting' ? await outlook(ctx, id) : nothingAhead),
    verdicts: upload.state === 'waiting' ? shownVerdicts(upload.verdicts) : null,
  }
}

type Outlook = Pick<UploadPage, 'unknownCodes' | 'unknownCount' | 'schools' | 'clashes' | 'clashCount' | 'changes'>
const nothingAhead: Outlook = {
  unknownCodes: [],
  unknownCount: 0,
  schools: [],
  clashes: [],
  clashCount: 0,
  changes: null,
}

/** What stands between an upload and the results, and what it would change in them. */
async function outlook(ctx: Ctx, id: string): Promise<Outlook> {
  const { schools, unknown, known, clashes, fileNames } = await assigned(ctx, id)
  const names = new Map<string, string>(schools.map(one => [one.id, one.name]))
  const named = (ids: readonly string[]) => ids.map(one => ({ id: one, name: names.get(one) ?? '' }))
  const changes = clashes.length > 0 ? null : await whatWouldChange(ctx, known)
  return {
    unknownCount: unknown.length,
    unknownCodes: unknown
      .slice(0, shownCodes)
      .map(({ suggestions, ...one }) => ({ ...one, suggestions: named(suggestions) })),
    schools: unknown.length === 0 ? [] : named(schools.map(one => one.id)),
    clashCount: clashes.length,
    clashes: clashes.slice(0, shownClashes).map(({ cell, places }) => ({
      school: names.get(cell.organisationId) ?? '',
      ...unitIn(cell),
      files: places.map(place => fileNames.get(place)!),
    })),
    changes: changes && {
      added: changes.added,
      changed: changes.changed,
      same: changes.same,
      schools: changes.bySchool.filter(one => one.added + one.changed > 0).length,
      byProcedure: [...changes.byProcedure],
      changedCells: changes.units
        .flatMap(one => (one.before ? [{ ...one, before: one.before }] : []))
        .slice(0, shownChanges)
        .map(one => ({
          school: names.get(one.organisationId) ?? '',
          ...unitIn(one),
          before: figuresIn(one.before),
          after: figuresIn(one.after),
        })),
    },
  }
}

function unitIn({ procedure, subject, grade, year, wave, class: klass }: Omit<CellKey, 'schoolCode'>) {
  return { procedure, subject, grade, year, wave, class: klass }
}

/** Lists on which something would change; null when it is not known. */
function shownVerdicts(verdicts: store.StoredUpload['verdicts']): UploadPage['verdicts'] {
  if (verdicts === null) return null
  return verdicts
    .filter(({ entered, left, lostSight }) => entered.length + left.length + lostSight.length > 0)
    .map(({ entered, left, lostSight, ...list }) => ({
      ...list,
      entered: [...entered],
      left: [...left],
      lostSight: [...lostSight],
    }))
}

const figuresIn = ({ participants, absent, below, mean }: CellFigures) => ({ participants, absent, below, mean })

/**
 * Enters the counts of an upload: all files or none, in one transaction; the same figures again write nothing.
 *
 * @throws refuse('conflict', 'imports/results-already-done' | 'imports/results-changed-meanwhile' | 'imports/results-clash')
 * @throws refuse('invalid', 'imports/results-nothing-known') when no cell has a school
 */
export async function applyResults(ctx: Ctx, id: string, version: number): Promise<{ id: string }> {
  await waiting(ctx, id, version)
  const { byFile, clashes } = await assigned(ctx, id)
  if (clashes.length > 0) throw refuse('conflict', 'imports/results-clash', { count: clashes.length })
  const entered = byFile.filter(({ cells }) => cells.length > 0)
  if (entered.length === 0) throw refuse('invalid', 'imports/results-nothing-known')
  if (!(await store.moveUpload(ctx, id, { state: 'waiting', version }, 'applied')))
    throw refuse('conflict', 'imports/results-changed-meanwhile')
  const totals = { added: 0, changed: 0, same: 0 }
  for (const { fileName, hash, layout, report, cells } of entered) {
    const done = await replaceUnits(ctx, cells, { name: fileName, sha256: hash, layout, report })
    for (const key of ['added', 'changed', 'same'] as const) totals[key] += done[key]
  }
  await store.forgetCells(ctx, id)
  await saveAudit(ctx, {
    action: 'imports/results-applied',
    subjectKind: 'result-upload',
    subjectId: id,
    after: { files: entered.length, ...totals },
  })
  return { id }
}

/** Puts an upload aside: its counts are forgotten, its report stays. */
export async function putResultsAside(ctx: Ctx, id: string, version: number): Promise<{ id: string }> {
  const upload = await kept(ctx, id)
  const from = upload.state === 'reading' && isInterrupted(ctx, upload) ? 'reading' : 'waiting'
  if (!(await store.moveUpload(ctx, id, { state: from, version }, 'put-aside')))
    throw refuse('conflict', 'imports/results-changed-meanwhile')
  await store.forgetCells(ctx, id)
  return { id }
}

/** Leaves one file of an upload out, or takes it in again. */
export async function leaveFileOut(
  ctx: Ctx,
  id: string,
  place: number,
  { version, out }: { version: number; out: boolean },
): Promise<{ id: string }> {
  await waiting(ctx, id, version)
  const changed = await store.setFileState(ctx, id, place, out ? 'left-out' : 'read')
  if (!changed || !(await store.moveUpload(ctx, id, { state: 'waiting', version }, 'waiting')))
    throw refuse('conflict', 'imports/results-changed-meanwhile')
  await foreseeVerdicts(ctx, id)
  return { id }
}

/**
 * Says whose the unknown codes are: each becomes a code of its school in the register, so that the next file is understood at once.
 *
 * @throws refuse('invalid', 'schools/code-malformed') and refuse('conflict', 'schools/code-taken')
 */
export async function matchSchools(ctx: Ctx, id: string, { version, matches }: MatchSchools) {
  await waiting(ctx, id, version)
  const schools = await store.codedSchools(ctx)
  const chosen = matches.filter(match => match.schoolId || match.schoolName?.trim())
  for (const match of chosen) {
    const { id: schoolId, municipalityId } = chosenSchool(schools, match)
    const code = codeIn(match.code)
    await addCodes(ctx, { id: schoolId as string as OrganisationId, municipalityId }, [code])
    await saveAudit(ctx, {
      action: 'imports/code-matched',
      subjectKind: 'school',
      subjectId: schoolId,
      after: code,
      municipalityId,
    })
  }
  await foreseeVerdicts(ctx, id)
  return { id, matched: chosen.length }
}

function chosenSchool(schools: readonly CodedSchool[], { schoolId, schoolName }: MatchSchools['matches'][number]) {
  const name = schoolName?.trim()
  const found = schools.filter(school => (name ? school.name === name : school.id === schoolId))
  if (found.length !== 1) throw refuse('invalid', 'imports/results-no-school', { name: name || '—' })
  return found[0]!
}

function codeIn(printed: string) {
  const system = /^(sch|edu)/i.test(printed.trim()) ? 'fis-oko' : 'rcoi'
  return { system, code: codeOf(system, printed) } as const
}

/** What came of one file: its report, or why it was not read. */
export async function shownFile(ctx: Ctx, id: string, place: number): Promise<ReadFile> {
  const upload = await kept(ctx, id)
  const file = await foundFile(ctx, id, place)
  const report = file.report as ResultsReport | null
  return {
    id,
    at: upload.at.toISOString(),
    place,
    fileName: file.fileName,
    state: file.state,
    layout: file.layout,
    refusal: file.refusal,
    cells: file.cellCount,
    rows: report?.rows ?? null,
    sheets: [...(report?.sheets ?? [])],
    issues: [...(report?.issues ?? [])],
    counts: { ...report?.counts },
  }
}

/** A table that no layout knows, for the page that says which of its columns is what. */
export async function unknownTable(ctx: Ctx, id: string, place: number): Promise<UnknownTable> {
  const upload = await kept(ctx, id)
  const { fileName, headings, state } = await foundFile(ctx, id, place)
  if (state !== 'unknown-layout' || !headings || upload.state !== 'waiting')
    throw refuse('conflict', 'imports/results-no-columns')
  const columns = headings.printed.flatMap((heading, at) =>
    heading === '' ? [] : [{ heading, ...headings.filled[at]!, meaning: headings.guess[heading] ?? ('' as const) }],
  )
  return { id, place, fileName, version: upload.version, columns }
}

/**
 * Remembers which column is what and reads the file again. A file that is no longer in memory is sent again, and understood then.
 *
 * @throws refuse('invalid', 'imports/results-columns-incomplete') without a school, or without anything that can be counted
 */
export async function nameColumns(
  ctx: Ctx,
  id: string,
  place: number,
  { version, columns }: NameColumns,
): Promise<{ id: string; again: boolean }> {
  await waiting(ctx, id, version)
  const file = await foundFile(ctx, id, place)
  if (file.state !== 'unknown-layout' || !file.headings) throw refuse('conflict', 'imports/results-no-columns')
  const chosen: Record<string, ColumnMeaning> = {}
  for (const { heading, meaning } of columns)
    if (meaning !== '' && file.headings.printed.includes(heading)) chosen[heading] = meaning
  refuseIncomplete(Object.values(chosen))
  await store.saveMapping(ctx, {
    id: newId(),
    hash: hashOfHeadings(file.headings.printed),
    headings: file.headings.printed,
    columns: chosen,
  })
  await saveAudit(ctx, {
    action: 'imports/columns-learnt',
    subjectKind: 'result-upload',
    subjectId: id,
    after: { columns: chosen },
  })
  const held = takeHeldFile(id, place)
  if (!held) return { id, again: true }
  if (!(await store.moveUpload(ctx, id, { state: 'waiting', version }, 'reading')))
    throw refuse('conflict', 'imports/results-changed-meanwhile')
  const { about, filesTotal } = await kept(ctx, id)
  readInBackground(ctx, { uploadId: id, files: [held], stated: about, firstPlace: place, others: filesTotal - 1 })
  return { id, again: false }
}

function refuseIncomplete(meanings: readonly ColumnMeaning[]): void {
  const missing = meanings.includes('school') ? [] : ['school']
  if (!['participants', 'score', 'testScore', 'mark', 'task'].some(one => meanings.includes(one as ColumnMeaning)))
    missing.push('score')
  if (missing.length > 0)
    throw refuse('invalid', 'imports/results-columns-incomplete', {
      school: missing.includes('school'),
      score: missing.includes('score'),
    })
}

async function foundFile(ctx: Ctx, id: string, place: number): Promise<store.StoredFile> {
  const file = await store.findFile(ctx, id, place)
  if (!file) throw refuse('not-found', 'imports/results-not-found')
  return file
}

async function kept(ctx: Ctx, id: string): Promise<store.StoredUpload> {
  const upload = await store.findUpload(ctx, id)
  if (!upload) throw refuse('not-found', 'imports/results-not-found')
  return upload
}

async function waiting(ctx: Ctx, id: string, version: number): Promise<void> {
  const upload = await kept(ctx, id)
  if (upload.state !== 'waiting') throw refuse('conflict', 'imports/results-already-done', { state: upload.state })
  if (upload.version !== version) throw refuse('conflict', 'imports/results-changed-meanwhile')
}

const isInterrupted = (ctx: Ctx, upload: store.StoredUpload) =>
  upload.state === 'reading' && ctx.now.getTime() - upload.beatAt.getTime() > silentMs

function shownUpload(ctx: Ctx, upload: store.StoredUpload) {
  const { id, at, sender, state, filesTotal, filesDone, firstName, version } = upload
  const shown = isInterrupted(ctx, upload) ? ('interrupted' as const) : state
  return { id, at: at.toISOString(), sender, state: shown, filesTotal, filesDone, firstName, version }
}

function totalsOf(report: unknown) {
  const { accepted = 0, repaired = 0, rejected = 0 } = (report as ResultsReport | null)?.rows ?? {}
  // A repaired row was accepted as well.
  return { accepted: accepted + repaired, repaired, rejected }
}
