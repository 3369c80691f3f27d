import type { IsoDate, MunicipalityId, OrganisationId, PersonId, RegionId } from '../../core/base/index.ts'
import { type Ctx, type Database, withCtx } from '../../platform/postgres/index.ts'
import { giveSeat, setUpRegion } from '../accounts.ts'
import { createMunicipality, createOrganisation, createPerson, createPosition } from '../actions/index.ts'
import type { Municipality, Organisation, Person, Position } from '../model/registers.ts'

/** A request without its transaction, for `withCtx`. */
export type Request = Omit<Ctx, 'tx'>

export const exampleNow = new Date('2026-02-03T09:00:00Z')

/** An invented region of two municipalities with an authority, three schools and their people, stored in a database. */
export interface ExampleRegion {
  readonly regionId: RegionId
  /** Acts for the whole region. */
  readonly administrator: Request
  readonly hill: ExampleTown
  readonly valley: ExampleTown
  readonly ministry: Organisation
}

export interface ExampleTown {
  readonly municipality: Municipality
  readonly authority: Organisation
  readonly schools: readonly [Organisation, Organisation, Organisation]
  /** Heads of the schools, in the same order. */
  readonly heads: readonly [Person, Person, Person]
  readonly coordinator: Person
  /** Sits as the municipal coordinator. */
  readonly request: Request
}

/**
 * Stores the example region through the actions of the slice, as a person would.
 *
 * @param regionId another number for another region in the same database
 * @example const example = await storeExampleRegion(db()); await withCtx(db(), example.hill.request, ctx => …)
 */
export async function storeExampleRegion(db: Database, regionId = 2): Promise<ExampleRegion> {
  const region = regionId as RegionId
  const administrator = await setUpRegion(
    db,
    {
      regionId: region,
      name: 'Заозёрская область',
      timeZone: 'Asia/Yekaterinburg',
      administrator: {
        familyName: 'Рябинина',
        givenName: 'Софья',
        patronymic: 'Марковна',
        login: `admin${regionId}`,
        password: 'корабль у причала',
      },
    },
    exampleNow,
  )
  return withCtx(db, administrator, async ctx => ({
    regionId: region,
    administrator,
    hill: await storeTown(ctx, administrator, 'Нагорный округ', '01'),
    valley: await storeTown(ctx, administrator, 'Долинный район', '02'),
    ministry: await createOrganisation(ctx, {
      municipalityId: null,
      kind: 'authority',
      name: 'Министерство образования Заозёрской области',
      shortName: 'Минобразования',
    }),
  }))
}

async function storeTown(ctx: Ctx, administrator: Request, name: string, code: string): Promise<ExampleTown> {
  const oktmo = `${String(ctx.scope.regionId).padStart(2, '0')}7${code}000`
  const municipality = await createMunicipality(ctx, { oktmo, name })
  const municipalityId = municipality.id
  const authority = await createOrganisation(ctx, {
    municipalityId,
    kind: 'authority',
    name: `Управление образования, ${name}`,
    shortName: 'Управление образования',
  })
  const heads: Person[] = []
  const schools: Organisation[] = []
  for (const number of [1, 2, 3]) {
    const school = await createOrganisation(ctx, {
      municipalityId,
      kind: 'school',
      name: `Средняя школа № ${number}, ${name}`,
      shortName: `СШ № ${number}`,
    })
    schools.push(school)
    heads.push((await storeOfficial(ctx, school, `Директорова${code}${number}`, 'директор')).person)
  }
  const { person: coordinator } = await storeOfficial(ctx, authority, `Координатова${code}`, 'начальник отдела')
  const grant = await giveSeat(ctx, {
    personId: coordinator.id,
    seat: 'municipal-coordinator',
    municipalityId,
    organisationId: authority.id,
  })
  const request: Request = {
    ...administrator,
    who: {
      personId: coordinator.id,
      personName: coordinator.familyName,
      seat: 'municipal-coordinator',
      grantId: grant.id,
      organisationId: authority.id,
    },
    scope: { regionId: ctx.scope.regionId, municipalityId, organisationId: null },
  }
  return {
    municipality,
    authority,
    schools: schools as [Organisation, Organisation, Organisation],
    heads: heads as [Person, Person, Person],
    coordinator,
    request,
  }
}

async function storeOfficial(
  ctx: Ctx,
  organisation: Organisation,
  familyName: string,
  title: string,
): Promise<{ person: Person; position: Position }> {
  const person = await createPerson(ctx, {
    municipalityId: organisation.municipalityId,
    familyName,
    givenName: 'Вера',
    patronymic: 'Ильинична',
    workEmail: null,
    workPhone: null,
  })
  const position = await createPosition(ctx, {
    personId: person.id,
    organisationId: organisation.id,
    title,
    fromOn: '2024-09-01',
    untilOn: null,
  })
  return { person, position }
}

/** The request of a school head: sees the town, writes the rows of the school. */
export function asSchool(town: ExampleTown, index: 0 | 1 | 2): Request {
  const school = town.schools[index]
  return {
    ...town.request,
    who: { ...town.request.who, personId: town.heads[index].id, seat: 'school-head', organisationId: school.id },
    scope: { ...town.request.scope, organisationId: school.id },
  }
}

/** An organisation that is nowhere stored, for pure decisions. @example anOrganisation({ kind: 'school' }) */
export function anOrganisation(parts: Partial<Organisation> = {}): Organisation {
  return {
    id: '00000000-0000-7000-8000-0000000000a1' as OrganisationId,
    municipalityId: '00000000-0000-7000-8000-0000000000b1' as MunicipalityId,
    kind: 'school',
    name: 'Средняя школа № 1',
    shortName: 'СШ № 1',
    closedOn: null,
    version: 1,
    ...parts,
  }
}

/** A person that is nowhere stored, for pure decisions. */
export function aPerson(parts: Partial<Person> = {}): Person {
  return {
    id: '00000000-0000-7000-8000-0000000000c1' as PersonId,
    municipalityId: null,
    familyName: 'Берёзкина',
    givenName: 'Анна',
    patronymic: 'Петровна',
    workEmail: null,
    workPhone: null,
    closedOn: null as IsoDate | null,
    version: 1,
    ...parts,
  }
}
