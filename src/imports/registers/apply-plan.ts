import {
  changeOrganisation,
  createMunicipality,
  createOrganisation,
  createPerson,
  createPosition,
  listMunicipalities,
  renameMunicipality,
} from '../../authorities/index.ts'
import type { MunicipalityId, OrganisationId, SchoolId } from '../../core/base/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import {
  addCodes,
  allOrganisations,
  changeSchool,
  enterSchool,
  type RegisteredOrganisation,
} from '../../schools/index.ts'
import type { OrganisationChange } from './organisations.ts'
import type { PersonChange } from './people.ts'
import type { RegisterPlan } from './plan.ts'

/** Enters the accepted rows of a file into the register, each as a person would through the form. */
export async function applyPlan(ctx: Ctx, plan: RegisterPlan): Promise<void> {
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
