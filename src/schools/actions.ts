import { changeOrganisation, closeOrganisation, createOrganisation } from '../authorities/index.ts'
import { type IsoDate, type MunicipalityId, type OrganisationId, refuse, type SchoolId } from '../core/base/index.ts'
import { type Ctx, saveAudit } from '../platform/postgres/index.ts'
import { closed, codeChange } from './model/school.ts'
import { codeOf, codeSystems, type SchoolCode } from './model/school-codes.ts'
import type { SchoolType } from './model/school-types.ts'
import * as store from './store.ts'

export interface SchoolFacts {
  readonly name: string
  readonly shortName: string | null
  readonly type: SchoolType | null
  readonly codes: readonly SchoolCode[]
}

/**
 * Enters a school: the organisation, its type and its codes, in one go.
 * @throws refuse('conflict', 'schools/code-taken') when a code belongs to another organisation
 */
export async function enterSchool(
  ctx: Ctx,
  facts: SchoolFacts & { readonly municipalityId: MunicipalityId },
): Promise<{ id: SchoolId }> {
  const { id } = await createOrganisation(ctx, {
    kind: 'school',
    municipalityId: facts.municipalityId,
    name: facts.name,
    shortName: facts.shortName,
  })
  const school = { id: id as SchoolId, municipalityId: facts.municipalityId, type: facts.type }
  await store.insertSchool(ctx, school)
  await addCodes(ctx, school, facts.codes)
  await saveAudit(ctx, {
    action: 'schools/entered',
    subjectKind: 'school',
    subjectId: id,
    after: facts,
    municipalityId: facts.municipalityId,
  })
  return { id: school.id }
}

export interface SchoolEdit extends SchoolFacts {
  readonly version: number
  readonly organisationVersion: number
}

/**
 * Changes what the register says of a school. A name that is given up stays among the earlier names.
 * @throws refuse('conflict', 'schools/changed-meanwhile') when somebody has saved since the versions were read; `details` is the stored school
 */
export async function changeSchool(ctx: Ctx, id: SchoolId, edit: SchoolEdit): Promise<{ id: SchoolId }> {
  const before = await found(ctx, id)
  if (before.version !== edit.version || before.organisationVersion !== edit.organisationVersion)
    throw refuse('conflict', 'schools/changed-meanwhile', {}, before)
  const renamed = edit.name !== before.name || edit.shortName !== before.shortName
  if (renamed) {
    if (edit.name !== before.name) await store.insertEarlierName(ctx, before, ctx.today)
    await changeOrganisation(ctx, id, edit.organisationVersion, { name: edit.name, shortName: edit.shortName })
  }
  const codes = codeChange(before.codes, edit.codes)
  for (const code of codes.remove) await store.deleteCode(ctx, id, code)
  await addCodes(ctx, before, codes.add)
  if (!(await store.updateSchool(ctx, { ...before, type: edit.type }, edit.version)))
    throw refuse('conflict', 'schools/changed-meanwhile', {}, before)
  const changed = {
    ...(edit.name === before.name ? {} : { name: edit.name }),
    ...(edit.shortName === before.shortName ? {} : { shortName: edit.shortName }),
    ...(edit.type === before.type ? {} : { type: edit.type }),
    ...(codes.add.length + codes.remove.length === 0 ? {} : { codes: edit.codes }),
  }
  if (Object.keys(changed).length > 0) {
    const old = Object.fromEntries(Object.keys(changed).map(field => [field, before[field as keyof SchoolFacts]]))
    await saveAudit(ctx, {
      action: 'schools/changed',
      subjectKind: 'school',
      subjectId: id,
      before: old,
      after: changed,
      municipalityId: before.municipalityId,
    })
  }
  return { id }
}

/** Closes a school, alone or by joining another one (rules: `closed` of the model). */
export async function closeSchool(
  ctx: Ctx,
  id: SchoolId,
  closing: { closedOn: IsoDate; mergedInto: SchoolId | null; version: number },
): Promise<{ id: SchoolId }> {
  const before = await found(ctx, id)
  if (before.version !== closing.version) throw refuse('conflict', 'schools/changed-meanwhile', {}, before)
  const successor = closing.mergedInto === null ? null : await found(ctx, closing.mergedInto)
  const after = closed(before, { closedOn: closing.closedOn, mergedInto: successor })
  if (!(await store.updateSchool(ctx, after, closing.version)))
    throw refuse('conflict', 'schools/changed-meanwhile', {}, before)
  await closeOrganisation(ctx, id, before.organisationVersion, closing.closedOn)
  await saveAudit(ctx, {
    action: 'schools/closed',
    subjectKind: 'school',
    subjectId: id,
    after: { closedOn: after.closedOn, mergedInto: after.mergedInto },
    municipalityId: before.municipalityId,
  })
  return { id }
}

/** Gives codes to an organisation that is no school: authorities and centres have ИНН and ОГРН as well. */
export async function addCodes(
  ctx: Ctx,
  owner: { id: OrganisationId; municipalityId: MunicipalityId | null },
  codes: readonly SchoolCode[],
): Promise<void> {
  for (const code of codes) {
    if (await store.insertCode(ctx, owner, code)) continue
    const taken = await store.ownerOfCode(ctx, code)
    throw refuse(
      'conflict',
      'schools/code-taken',
      { code: code.code, owner: taken?.name ?? '—' },
      { field: code.system },
    )
  }
}

/** Reads the codes of a form: an empty field says that there is none. */
export function codesOfForm(fields: Readonly<Record<string, unknown>>): SchoolCode[] {
  return codeSystems.flatMap(system => {
    const text = String(fields[system] ?? '').trim()
    return text === '' ? [] : [{ system, code: codeOf(system, text) }]
  })
}

async function found(ctx: Ctx, id: SchoolId): Promise<store.StoredSchool> {
  const school = await store.findSchool(ctx, id)
  if (!school) throw refuse('not-found', 'schools/not-found')
  return school
}
