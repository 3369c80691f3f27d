import {
  changeOrganisation,
  createMunicipality,
  createOrganisation,
  createPerson,
  createPosition,
  listMunicipalities,
  renameMunicipality,
} from '../../authorities/index.ts'
import { type MunicipalityId, type OrganisationId, refuse, type SchoolId } from '../../core/base/index.ts'
import type { UploadedFile } from '../../core/web/index.ts'
import { type Ctx, newId, saveAudit } from '../../platform/postgres/index.ts'
import { inSandbox, sandboxTask } from '../../platform/sandbox/index.ts'
import type { Sheet } from '../../platform/tables/index.ts'
import {
  addCodes,
  allOrganisations,
  changeSchool,
  enterSchool,
  type RegisteredOrganisation,
} from '../../schools/index.ts'
import { recogniseRegister } from './columns.ts'
import type { RegisterFile } from './contract.ts'
import type { OrganisationChange } from './organisations.ts'
import type { PersonChange } from './people.ts'
import { type FoundRegister, findRegister, planRegister, type RegisterPlan } from './plan.ts'
import * as store from './store.ts'

const readSheets = sandboxTask<readonly Sheet[]>('read-table', new URL('./read-table.task.ts', import.meta.url))
const shownChanges = 200

/**
 * Reads a register file and keeps it beside the register, with what it would change. Nothing of the register changes.
 * @throws refuse('invalid', 'imports/no-register') and what `readTable` and the sandbox refuse
 */
export async function readRegister(ctx: Ctx, file: UploadedFile): Promise<{ id: string }> {
  const found = findRegister(await inSandbox(readSheets, file.bytes))
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
  await apply(ctx, plan)
  await finish(ctx, file, version, 'applied', plan)
  await saveAudit(ctx, {
    action: 'imports/register-applied',
    subjectKind: 'register-file',
    subjectId: id,
    after: { file: file.fileName, totals: plan.report.totals },
  })
  return { id }
}

/** Puts a kept file aside: its cells are forgotten, its report stays. */
export async function putRegisterAside(ctx: Ctx, id: string, version: number): Promise<{ id: string }> {
  const file = await kept(ctx, id)
  if (file.version !== version || !(await store.finishFile(ctx, id, version, 'put-aside', file.report)))
    throw refuse('conflict', 'imports/already-done', { state: file.state })
  return { id }
}

async function finish(
  ctx: Ctx,
  file: store.StoredFile,
  version: number,
  state: 'applied',
  plan: RegisterPlan,
): Promise<void> {
  if (!(await store.finishFile(ctx, file.id, version, state, plan.report)))
    throw refuse('conflict', 'imports/already-done', { state: file.state })
}

async function kept(ctx: Ctx, id: string): Promise<store.StoredFile> {
  const file = await store.findFile(ctx, id)
  if (!file) throw refuse('not-found', 'imports/not-found')
  return file
}

function foundIn(file: store.StoredFile, cells: readonly (readonly string[])[]): FoundRegister {
  return { kind: file.kind, register: recogniseRegister(cells[0]!)!, headingRow: file.headingRow, cells }
}

async function apply(ctx: Ctx, plan: RegisterPlan): Promise<void> {
  if (plan.kind === 'organisations') {
    const stored = new Map((await allOrganisations(ctx)).map(one => [one.id, one]))
    for (const change of plan.changes)
      await applyOrganisation(ctx, change, change.does === 'change' ? stored.get(change.id)! : null)
  } else if (plan.kind === 'people') {
    const places = new Map((await allOrganisations(ctx)).map(one => [one.id, one.municipalityId]))
    const people = new Map<string, string>()
    for (const change of plan.changes) await applyPerson(ctx, change, places, people)
  } else {
    const versions = new Map((await listMunicipalities(ctx)).map(one => [one.id, one.version]))
    for (const { id, oktmo, name } of plan.changes) {
      if (id === null) await createMunicipality(ctx, { oktmo, name })
      else await renameMunicipality(ctx, id, versions.get(id)!, name)
    }
  }
}

async function applyOrganisation(
  ctx: Ctx,
  change: OrganisationChange,
  before: RegisteredOrganisation | null,
): Promise<void> {
  const { facts } = change
  if (!before) {
    if (facts.kind === 'school') {
      await enterSchool(ctx, { ...facts, municipalityId: facts.municipalityId! })
      return
    }
    const { id } = await createOrganisation(ctx, {
      kind: facts.kind,
      municipalityId: facts.municipalityId,
      name: facts.name,
      shortName: facts.shortName,
    })
    await addCodes(ctx, { id, municipalityId: facts.municipalityId }, facts.codes)
    return
  }
  const added = facts.codes.filter(
    code => !before.codes.some(own => own.system === code.system && own.code === code.code),
  )
  const shortName = facts.shortName ?? before.shortName
  if (before.schoolVersion !== null) {
    const replaced = before.codes.filter(own => !added.some(code => code.system === own.system))
    const edit = { name: facts.name, shortName, type: facts.type ?? before.type, codes: [...replaced, ...added] }
    await changeSchool(ctx, before.id as SchoolId, {
      ...edit,
      version: before.schoolVersion,
      organisationVersion: before.version,
    })
    return
  }
  if (facts.name !== before.name || shortName !== before.shortName)
    await changeOrganisation(ctx, before.id, before.version, { name: facts.name, shortName })
  await addCodes(ctx, { id: before.id, municipalityId: before.municipalityId }, added)
}

/** One person may stand in the file several times, once for each position. */
async function applyPerson(
  ctx: Ctx,
  change: PersonChange,
  places: ReadonlyMap<OrganisationId, MunicipalityId | null>,
  people: Map<string, string>,
): Promise<void> {
  const key = `${change.organisationId} ${change.fullName}`
  let personId: string | undefined = change.personId ?? people.get(key)
  if (!personId) {
    const [familyName, givenName, ...rest] = change.fullName.split(' ')
    const municipalityId = places.get(change.organisationId) ?? null
    personId = (
      await createPerson(ctx, {
        municipalityId,
        familyName: familyName!,
        givenName: givenName!,
        patronymic: rest.join(' ') || null,
        workEmail: null,
        workPhone: null,
      })
    ).id
    people.set(key, personId)
  }
  if (change.title !== null)
    await createPosition(ctx, {
      personId,
      organisationId: change.organisationId,
      title: change.title,
      fromOn: change.from,
      untilOn: null,
    })
}

function shownChangesOf(plan: RegisterPlan): RegisterFile['changes'] {
  if (plan.kind === 'organisations') {
    return plan.changes.map(change =>
      change.does === 'create'
        ? { row: change.row, does: 'create' as const, name: change.facts.shortName ?? change.facts.name, fields: [] }
        : {
            row: change.row,
            does: 'change' as const,
            name: change.before.shortName ?? change.before.name,
            fields: change.fields.map(field => ({
              field,
              before: factText(change.before, field),
              after: factText(change.facts, field),
            })),
          },
    )
  }
  if (plan.kind === 'people') {
    return plan.changes.map(change => ({
      row: change.row,
      does: change.personId ? ('change' as const) : ('create' as const),
      name: change.fullName,
      fields: change.personId ? [{ field: 'position', before: '', after: change.title ?? '' }] : [],
    }))
  }
  return plan.changes.map(change => ({
    row: change.row,
    does: change.id ? ('change' as const) : ('create' as const),
    name: change.name,
    fields: change.id ? [{ field: 'municipalityName', before: change.oktmo, after: change.name }] : [],
  }))
}

function factText(
  facts: {
    name: string
    shortName: string | null
    type: string | null
    codes: readonly { system: string; code: string }[]
  },
  field: string,
): string {
  if (field === 'name' || field === 'shortName' || field === 'type') return facts[field] ?? ''
  return facts.codes.find(code => code.system === field)?.code ?? ''
}

const mutable = (report: RegisterPlan['report']) => ({
  ...report,
  totals: { ...report.totals },
  problems: [...report.problems],
  problemCounts: { ...report.problemCounts },
  unknownColumns: [...report.unknownColumns],
})
