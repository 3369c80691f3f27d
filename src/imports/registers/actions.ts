import { refuse } from '../../core/base/index.ts'
import type { UploadedFile } from '../../core/web/index.ts'
import { type Ctx, newId, saveAudit } from '../../platform/postgres/index.ts'
import { uploadedTable } from '../../platform/tables/uploaded-table.ts'
import { applyPlan } from './apply-plan.ts'
import { recogniseRegister } from './columns.ts'
import type { RegisterFile } from './contract.ts'
import { type FoundRegister, findRegister, planRegister, type RegisterPlan } from './plan.ts'
import { shownChangesOf } from './shown-changes.ts'
import * as store from './store.ts'

const shownChanges = 200

/**
 * Reads a register file and keeps it beside the register, with what it would change. Nothing of the register changes.
 * @throws refuse('invalid', 'imports/no-register') and what `readTable` and the sandbox refuse
 */
export async function readRegister(ctx: Ctx, file: UploadedFile): Promise<{ id: string }> {
  const found = findRegister(await uploadedTable(file.bytes))
  const { report } = planRegister(found, await store.knownRegister(ctx))
  const id = newId()
  await store.insertFile(ctx, {
    id,
    fileName: file.fileName || '—',
    kind: found.kind,
    headingRow: found.headingRow,
    cells: found.cells,
    report,
  })
  await note(ctx, 'read', id, { file: file.fileName, kind: found.kind, totals: report.totals })
  return { id }
}

/** A kept file with what it would change in the register as it is now. */
export async function registerFile(ctx: Ctx, id: string): Promise<RegisterFile> {
  const file = await kept(ctx, id)
  const { cells, headingRow: _, ...shown } = file
  if (!cells) return { ...shown, changes: [], changeCount: 0 }
  const known = await store.knownRegister(ctx)
  const plan = planRegister(foundIn(file, cells), known)
  const changes = shownChangesOf(plan)
  return {
    ...shown,
    report: mutable(plan.report),
    changes: changes.slice(0, shownChanges),
    changeCount: changes.length,
  }
}

/**
 * Enters a kept file into the register, all accepted rows or none: one transaction. What somebody changed since the file was read is
 * taken into account, because the plan is made anew.
 * @throws refuse('conflict', 'imports/already-done') when the file was applied or put aside before
 */
export async function applyRegister(ctx: Ctx, id: string, version: number): Promise<{ id: string }> {
  const file = await kept(ctx, id)
  if (!file.cells || file.version !== version) throw refuse('conflict', 'imports/already-done', { state: file.state })
  const plan = planRegister(foundIn(file, file.cells), await store.knownRegister(ctx))
  await applyPlan(ctx, plan)
  await finish(ctx, file, 'applied', plan.report)
  await note(ctx, 'applied', id, { file: file.fileName, totals: plan.report.totals })
  return { id }
}

/** Puts a kept file aside: its cells are forgotten, its report stays. */
export async function putRegisterAside(ctx: Ctx, id: string, version: number): Promise<{ id: string }> {
  const file = await kept(ctx, id)
  if (file.version !== version) throw refuse('conflict', 'imports/already-done', { state: file.state })
  await finish(ctx, file, 'put-aside', file.report)
  await note(ctx, 'put-aside', id, { file: file.fileName })
  return { id }
}

async function finish(
  ctx: Ctx,
  file: store.StoredFile,
  state: 'applied' | 'put-aside',
  report: RegisterPlan['report'],
): Promise<void> {
  if (!(await store.finishFile(ctx, file.id, file.version, state, report)))
    throw refuse('conflict', 'imports/already-done', { state: file.state })
}

function note(ctx: Ctx, what: string, id: string, after: object): Promise<void> {
  return saveAudit(ctx, { action: `imports/register-${what}`, subjectKind: 'register-file', subjectId: id, after })
}

async function kept(ctx: Ctx, id: string): Promise<store.StoredFile> {
  const file = await store.findFile(ctx, id)
  if (!file) throw refuse('not-found', 'imports/not-found')
  return file
}

function foundIn(file: store.StoredFile, cells: readonly (readonly string[])[]): FoundRegister {
  return { kind: file.kind, register: recogniseRegister(cells[0]!)!, headingRow: file.headingRow, cells }
}

const mutable = (report: RegisterPlan['report']) => ({
  ...report,
  totals: { ...report.totals },
  problems: [...report.problems],
  problemCounts: { ...report.problemCounts },
  unknownColumns: [...report.unknownColumns],
})
