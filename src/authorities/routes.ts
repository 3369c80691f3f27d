/** What the registers of territories, organisations, people and seats answer. A table of addresses: read it top-down. */
import { type Static, type TObject, Type } from 'typebox'
import {
  type GrantId,
  type IsoDate,
  type MunicipalityId,
  type OrganisationId,
  type PersonId,
  type PositionId,
  refuse,
} from '../core/base/index.ts'
import { action, type Route, view } from '../core/web/index.ts'
import { type Ctx, historyOf } from '../platform/postgres/index.ts'
import { createAccount, giveSeat, lockAccount, revokeSeat, setPassword, unlockAccount } from './accounts.ts'
import {
  changeOrganisation,
  changePerson,
  closeMunicipality,
  closeOrganisation,
  closePerson,
  createMunicipality,
  createOrganisation,
  createPerson,
  createPosition,
  endPosition,
  renameMunicipality,
} from './actions.ts'
import { CreateMunicipality, CreateOrganisation, CreatePerson } from './contract.ts'
import { accessPage } from './pages/access.tsx'
import {
  closeMunicipalityPage,
  municipalityListPage,
  municipalityPage,
  newMunicipalityPage,
  renameMunicipalityPage,
} from './pages/municipalities.tsx'
import {
  closeOrganisationPage,
  editOrganisationPage,
  newOrganisationPage,
  organisationListPage,
  organisationPage,
} from './pages/organisations.tsx'
import {
  closePersonPage,
  editPersonPage,
  endPositionPage,
  newPersonPage,
  newPositionPage,
  personListPage,
  personPage,
} from './pages/people.tsx'
import {
  AccessForm,
  AddAccount,
  AddPosition,
  AddSeat,
  Changed,
  ClosedOn,
  EndPositionForm,
  MunicipalityCard,
  MunicipalityList,
  MunicipalityParams,
  NewPassword,
  Nothing,
  OneGrant,
  OneLogin,
  OrganisationCard,
  OrganisationForm,
  OrganisationList,
  OrganisationParams,
  OrganisationQuery,
  PersonCard,
  PersonList,
  PersonParams,
  PersonQuery,
  PositionForm,
  PositionParams,
  peopleAtOnce,
  RenameMunicipality,
  SaveOrganisation,
  SavePerson,
} from './pages/shapes.ts'
import {
  listAccounts,
  listMunicipalities,
  listOrganisations,
  listPeople,
  listPositions,
  listSeats,
  territoryOf,
} from './views.ts'

const register = { params: Nothing, query: Nothing } as const
const MunicipalityAsked = { params: MunicipalityParams, query: Nothing } as const
const OrganisationAsked = { params: OrganisationParams, query: Nothing } as const
const PersonAsked = { params: PersonParams, query: Nothing } as const

const municipalityRoutes: readonly Route[] = [
  view({
    ...register,
    id: 'authorities.municipalities',
    path: '/municipalities',
    summary: { ru: 'Муниципалитеты территории', en: 'Municipalities of the territory' },
    permission: 'register.read',
    data: MunicipalityList,
    load: async (ctx: Ctx) => ({
      region: (await territoryOf(ctx)).region,
      municipalities: await listMunicipalities(ctx),
    }),
    page: municipalityListPage,
  }),
  view({
    ...register,
    id: 'authorities.new-municipality',
    path: '/municipalities/new',
    summary: { ru: 'Форма нового муниципалитета', en: 'The form of a new municipality' },
    permission: 'territory.write',
    data: Nothing,
    load: async (_ctx: Ctx) => ({}),
    page: newMunicipalityPage,
  }),
  action({
    id: 'authorities.create-municipality',
    path: '/municipalities/new',
    summary: { ru: 'Добавить муниципалитет', en: 'Add a municipality' },
    permission: 'territory.write',
    params: Nothing,
    body: CreateMunicipality,
    result: Changed,
    once: true,
    run: async (ctx: Ctx, { body }) => changed(await createMunicipality(ctx, body)),
    next: made => `/municipalities/${made.id}`,
    done: 'pages.done.municipalityAdded',
    form: 'authorities.new-municipality',
  }),
  view({
    ...MunicipalityAsked,
    id: 'authorities.municipality',
    path: '/municipalities/:municipalityId',
    summary: { ru: 'Муниципалитет и история его записи', en: 'A municipality with its history' },
    permission: 'register.read',
    data: MunicipalityCard,
    load: (ctx: Ctx, { params }) => municipalityCard(ctx, params.municipalityId),
    page: municipalityPage,
  }),
  view({
    ...MunicipalityAsked,
    id: 'authorities.renaming-municipality',
    path: '/municipalities/:municipalityId/rename',
    summary: { ru: 'Форма переименования муниципалитета', en: 'The form to rename a municipality' },
    permission: 'territory.write',
    data: MunicipalityCard,
    load: (ctx: Ctx, { params }) => municipalityCard(ctx, params.municipalityId),
    page: renameMunicipalityPage,
  }),
  action({
    id: 'authorities.rename-municipality',
    path: '/municipalities/:municipalityId/rename',
    summary: { ru: 'Переименовать муниципалитет', en: 'Rename a municipality' },
    permission: 'territory.write',
    params: MunicipalityParams,
    body: RenameMunicipality,
    result: Changed,
    run: async (ctx: Ctx, { params, body }) =>
      changed(await renameMunicipality(ctx, params.municipalityId as MunicipalityId, body.version, body.name)),
    next: made => `/municipalities/${made.id}`,
    done: 'pages.done.saved',
    form: 'authorities.renaming-municipality',
  }),
  view({
    ...MunicipalityAsked,
    id: 'authorities.closing-municipality',
    path: '/municipalities/:municipalityId/close',
    summary: { ru: 'Подтверждение закрытия муниципалитета', en: 'The confirmation before a municipality is closed' },
    permission: 'territory.write',
    data: MunicipalityCard,
    load: (ctx: Ctx, { params }) => municipalityCard(ctx, params.municipalityId),
    page: closeMunicipalityPage,
  }),
  action({
    id: 'authorities.close-municipality',
    path: '/municipalities/:municipalityId/close',
    summary: { ru: 'Закрыть муниципалитет', en: 'Close a municipality' },
    permission: 'territory.write',
    params: MunicipalityParams,
    body: ClosedOn,
    result: Changed,
    run: async (ctx: Ctx, { params, body }) =>
      changed(await closeMunicipality(ctx, params.municipalityId as MunicipalityId, body.version, body.on as IsoDate)),
    next: made => `/municipalities/${made.id}`,
    done: 'pages.done.closed',
    form: 'authorities.closing-municipality',
  }),
]

const organisationRoutes: readonly Route[] = [
  view({
    id: 'authorities.organisations',
    path: '/organisations',
    summary: {
      ru: 'Организации территории с отбором и поиском',
      en: 'Organisations of the territory, filtered and searched',
    },
    permission: 'register.read',
    params: Nothing,
    query: OrganisationQuery,
    data: OrganisationList,
    load: async (ctx: Ctx, { query }) => {
      const organisations = await listOrganisations(ctx, {
        ...(query.kind ? { kind: query.kind } : {}),
        ...(query.municipality ? { municipalityId: query.municipality as MunicipalityId } : {}),
        ...(query.q ? { text: query.q } : {}),
        withClosed: query.closed ?? false,
      })
      return {
        query,
        organisations: query.kind ? organisations : organisations.filter(each => each.kind !== 'school'),
        municipalities: await openMunicipalities(ctx),
      }
    },
    page: organisationListPage,
  }),
  view({
    ...register,
    id: 'authorities.new-organisation',
    path: '/organisations/new',
    summary: { ru: 'Форма новой организации', en: 'The form of a new organisation' },
    permission: 'register.write',
    data: OrganisationForm,
    load: placesToChoose,
    page: newOrganisationPage,
  }),
  action({
    id: 'authorities.create-organisation',
    path: '/organisations/new',
    summary: { ru: 'Добавить организацию', en: 'Add an organisation' },
    permission: 'register.write',
    params: Nothing,
    body: CreateOrganisation,
    result: Changed,
    once: true,
    run: async (ctx: Ctx, { body }) => changed(await createOrganisation(ctx, body)),
    next: made => `/organisations/${made.id}`,
    done: 'pages.done.organisationAdded',
    form: 'authorities.new-organisation',
  }),
  view({
    ...OrganisationAsked,
    id: 'authorities.organisation',
    path: '/organisations/:organisationId',
    summary: { ru: 'Организация: люди и история записи', en: 'An organisation with its people and history' },
    permission: 'register.read',
    data: OrganisationCard,
    load: (ctx: Ctx, { params }) => organisationCard(ctx, params.organisationId),
    page: organisationPage,
  }),
  view({
    ...OrganisationAsked,
    id: 'authorities.changing-organisation',
    path: '/organisations/:organisationId/edit',
    summary: { ru: 'Форма изменения организации', en: 'The form to change an organisation' },
    permission: 'register.write',
    data: OrganisationCard,
    load: (ctx: Ctx, { params }) => organisationCard(ctx, params.organisationId),
    page: editOrganisationPage,
  }),
  action({
    id: 'authorities.change-organisation',
    path: '/organisations/:organisationId/edit',
    summary: { ru: 'Изменить организацию', en: 'Change an organisation' },
    permission: 'register.write',
    params: OrganisationParams,
    body: SaveOrganisation,
    result: Changed,
    run: async (ctx: Ctx, { params, body }) =>
      changed(await changeOrganisation(ctx, params.organisationId as OrganisationId, body.version, body)),
    next: made => `/organisations/${made.id}`,
    done: 'pages.done.saved',
    form: 'authorities.changing-organisation',
  }),
  view({
    ...OrganisationAsked,
    id: 'authorities.closing-organisation',
    path: '/organisations/:organisationId/close',
    summary: { ru: 'Подтверждение закрытия организации', en: 'The confirmation before an organisation is closed' },
    permission: 'register.write',
    data: OrganisationCard,
    load: (ctx: Ctx, { params }) => organisationCard(ctx, params.organisationId),
    page: closeOrganisationPage,
  }),
  action({
    id: 'authorities.close-organisation',
    path: '/organisations/:organisationId/close',
    summary: { ru: 'Закрыть организацию', en: 'Close an organisation' },
    permission: 'register.write',
    params: OrganisationParams,
    body: ClosedOn,
    result: Changed,
    run: async (ctx: Ctx, { params, body }) =>
      changed(await closeOrganisation(ctx, params.organisationId as OrganisationId, body.version, body.on as IsoDate)),
    next: made => `/organisations/${made.id}`,
    done: 'pages.done.closed',
    form: 'authorities.closing-organisation',
  }),
]

const personRoutes: readonly Route[] = [
  view({
    id: 'authorities.people',
    path: '/people',
    summary: { ru: 'Должностные лица территории', en: 'Officials of the territory' },
    permission: 'register.read',
    params: Nothing,
    query: PersonQuery,
    data: PersonList,
    load: async (ctx: Ctx, { query }) => {
      const people = await listPeople(ctx, { ...(query.q ? { text: query.q } : {}), withClosed: query.closed ?? false })
      return { query, people: people.slice(0, peopleAtOnce), total: people.length }
    },
    page: personListPage,
  }),
  view({
    ...register,
    id: 'authorities.new-person',
    path: '/people/new',
    summary: { ru: 'Форма нового человека', en: 'The form of a new person' },
    permission: 'register.write',
    data: OrganisationForm,
    load: placesToChoose,
    page: newPersonPage,
  }),
  action({
    id: 'authorities.create-person',
    path: '/people/new',
    summary: { ru: 'Добавить человека', en: 'Add a person' },
    permission: 'register.write',
    params: Nothing,
    body: CreatePerson,
    result: Changed,
    once: true,
    run: async (ctx: Ctx, { body }) => changed(await createPerson(ctx, body)),
    next: made => `/people/${made.id}`,
    done: 'pages.done.personAdded',
    form: 'authorities.new-person',
  }),
  view({
    ...PersonAsked,
    id: 'authorities.person',
    path: '/people/:personId',
    summary: { ru: 'Человек: должности и история записи', en: 'A person with positions and history' },
    permission: 'register.read',
    data: PersonCard,
    load: (ctx: Ctx, { params }) => personCard(ctx, params.personId),
    page: personPage,
  }),
  view({
    ...PersonAsked,
    id: 'authorities.changing-person',
    path: '/people/:personId/edit',
    summary: { ru: 'Форма изменения сведений о человеке', en: 'The form to change a person' },
    permission: 'register.write',
    data: PersonCard,
    load: (ctx: Ctx, { params }) => personCard(ctx, params.personId),
    page: editPersonPage,
  }),
  action({
    id: 'authorities.change-person',
    path: '/people/:personId/edit',
    summary: { ru: 'Изменить сведения о человеке', en: 'Change a person' },
    permission: 'register.write',
    params: PersonParams,
    body: SavePerson,
    result: Changed,
    run: async (ctx: Ctx, { params, body }) =>
      changed(await changePerson(ctx, params.personId as PersonId, body.version, body)),
    next: made => `/people/${made.id}`,
    done: 'pages.done.saved',
    form: 'authorities.changing-person',
  }),
  view({
    ...PersonAsked,
    id: 'authorities.closing-person',
    path: '/people/:personId/close',
    summary: { ru: 'Подтверждение: человек больше не работает', en: 'The confirmation that a person no longer works' },
    permission: 'register.write',
    data: PersonCard,
    load: (ctx: Ctx, { params }) => personCard(ctx, params.personId),
    page: closePersonPage,
  }),
  action({
    id: 'authorities.close-person',
    path: '/people/:personId/close',
    summary: { ru: 'Отметить, что человек больше не работает', en: 'Record that a person no longer works' },
    permission: 'register.write',
    params: PersonParams,
    body: ClosedOn,
    result: Changed,
    run: async (ctx: Ctx, { params, body }) =>
      changed(await closePerson(ctx, params.personId as PersonId, body.version, body.on as IsoDate)),
    next: made => `/people/${made.id}`,
    done: 'pages.done.closed',
    form: 'authorities.closing-person',
  }),
  view({
    ...PersonAsked,
    id: 'authorities.new-position',
    path: '/people/:personId/positions/new',
    summary: { ru: 'Форма новой должности', en: 'The form of a new position' },
    permission: 'register.write',
    data: PositionForm,
    load: async (ctx: Ctx, { params }) => ({
      person: await personById(ctx, params.personId),
      organisations: await listOrganisations(ctx),
    }),
    page: newPositionPage,
  }),
  action({
    id: 'authorities.create-position',
    path: '/people/:personId/positions/new',
    summary: { ru: 'Добавить должность', en: 'Add a position' },
    permission: 'register.write',
    params: PersonParams,
    body: AddPosition,
    result: Changed,
    once: true,
    run: async (ctx: Ctx, { params, body }) =>
      changed(await createPosition(ctx, { ...body, personId: params.personId })),
    next: (_made, { params }) => `/people/${params.personId}`,
    done: 'pages.done.positionAdded',
    form: 'authorities.new-position',
  }),
  view({
    id: 'authorities.ending-position',
    path: '/people/:personId/positions/:positionId/end',
    summary: { ru: 'Подтверждение освобождения от должности', en: 'The confirmation before a position ends' },
    permission: 'register.write',
    params: PositionParams,
    query: Nothing,
    data: EndPositionForm,
    load: async (ctx: Ctx, { params }) => {
      const positions = await listPositions(ctx, { personId: params.personId as PersonId })
      return {
        person: await personById(ctx, params.personId),
        position: found(positions.find(position => position.id === params.positionId)),
      }
    },
    page: endPositionPage,
  }),
  action({
    id: 'authorities.end-position',
    path: '/people/:personId/positions/:positionId/end',
    summary: { ru: 'Освободить от должности', en: 'Release from a position' },
    permission: 'register.write',
    params: PositionParams,
    body: ClosedOn,
    result: Changed,
    run: async (ctx: Ctx, { params, body }) => {
      const positions = await listPositions(ctx, { personId: params.personId as PersonId })
      const position = found(positions.find(each => each.id === params.positionId))
      return changed(await endPosition(ctx, position.id as PositionId, body.version, body.on as IsoDate))
    },
    next: (_made, { params }) => `/people/${params.personId}`,
    done: 'pages.done.positionEnded',
    form: 'authorities.ending-position',
  }),
]

const accessRoutes: readonly Route[] = [
  view({
    ...PersonAsked,
    id: 'authorities.access',
    path: '/people/:personId/access',
    summary: { ru: 'Учётные записи и роли человека', en: 'Accounts and seats of a person' },
    permission: 'accounts.manage',
    data: AccessForm,
    load: async (ctx: Ctx, { params }) => {
      const personId = params.personId as PersonId
      return {
        person: await personById(ctx, personId),
        seats: await listSeats(ctx, personId),
        accounts: await listAccounts(ctx, personId),
        organisations: await listOrganisations(ctx),
        municipalities: await openMunicipalities(ctx),
      }
    },
    page: accessPage,
  }),
  access(
    'account',
    'create-account',
    { ru: 'Завести учётную запись', en: 'Make an account' },
    'accountAdded',
    AddAccount,
    (ctx, personId, body) => createAccount(ctx, { ...body, personId }),
  ),
  access(
    'password',
    'set-password',
    { ru: 'Задать новый пароль', en: 'Set a new password' },
    'passwordSet',
    NewPassword,
    async (ctx, personId, body) => setPassword(ctx, await loginOf(ctx, personId, body.login), body.password),
  ),
  access(
    'lock',
    'lock-account',
    { ru: 'Заблокировать учётную запись', en: 'Lock an account' },
    'locked',
    OneLogin,
    async (ctx, personId, body) => lockAccount(ctx, await loginOf(ctx, personId, body.login)),
  ),
  access(
    'unlock',
    'unlock-account',
    { ru: 'Разблокировать учётную запись', en: 'Unlock an account' },
    'unlocked',
    OneLogin,
    async (ctx, personId, body) => unlockAccount(ctx, await loginOf(ctx, personId, body.login)),
  ),
  access('seat', 'give-seat', { ru: 'Выдать роль', en: 'Give a seat' }, 'seatGiven', AddSeat, (ctx, personId, body) =>
    giveSeat(ctx, { ...body, personId }),
  ),
  access(
    'revoke',
    'revoke-seat',
    { ru: 'Отозвать роль', en: 'Revoke a seat' },
    'seatRevoked',
    OneGrant,
    async (ctx, personId, body) => {
      const seat = found((await listSeats(ctx, personId)).find(each => each.id === body.grantId))
      await revokeSeat(ctx, seat.id as GrantId)
    },
  ),
]

export const authoritiesRoutes: readonly Route[] = [
  ...municipalityRoutes,
  ...organisationRoutes,
  ...personRoutes,
  ...accessRoutes,
]

/** An action on the page of accounts and seats: all of them come back to it. */
function access<Body extends TObject>(
  word: string,
  id: string,
  summary: { ru: string; en: string },
  done: string,
  body: Body,
  run: (ctx: Ctx, personId: PersonId, body: Static<Body>) => Promise<unknown>,
): Route {
  return action({
    id: `authorities.${id}`,
    path: `/people/:personId/access/${word}`,
    summary,
    permission: 'accounts.manage',
    params: PersonParams,
    body,
    result: Type.Object({ done: Type.Boolean() }),
    once: word === 'seat',
    run: async (ctx: Ctx, input) => {
      await run(ctx, input.params.personId as PersonId, input.body as Static<Body>)
      return { done: true }
    },
    next: (_result, { params }) => `/people/${params.personId}/access`,
    done: `pages.done.${done}`,
    form: 'authorities.access',
  })
}

/** The login as it is kept, of an account of this very person. */
async function loginOf(ctx: Ctx, personId: PersonId, login: string): Promise<string> {
  return found((await listAccounts(ctx, personId)).find(each => each.login === login)).login
}

async function placesToChoose(ctx: Ctx) {
  return { municipalities: await openMunicipalities(ctx), wholeRegion: ctx.scope.municipalityId === null }
}

/** Those in scope that are in force; a municipal seat has one. */
async function openMunicipalities(ctx: Ctx) {
  return (await listMunicipalities(ctx)).filter(each => each.closedOn === null)
}

async function municipalityCard(ctx: Ctx, id: string) {
  const municipality = found((await listMunicipalities(ctx)).find(each => each.id === id))
  return { municipality, history: await history(ctx, 'municipality', id) }
}

async function organisationCard(ctx: Ctx, id: string) {
  const organisationId = id as OrganisationId
  const [organisation] = await listOrganisations(ctx, { id: organisationId, withClosed: true })
  return {
    organisation: found(organisation),
    positions: await listPositions(ctx, { organisationId }),
    history: await history(ctx, 'organisation', id),
  }
}

async function personCard(ctx: Ctx, id: string) {
  return {
    person: await personById(ctx, id),
    positions: await listPositions(ctx, { personId: id as PersonId }),
    history: await history(ctx, 'person', id),
  }
}

async function personById(ctx: Ctx, id: string) {
  const [person] = await listPeople(ctx, { id: id as PersonId, withClosed: true })
  return found(person)
}

async function history(ctx: Ctx, subjectKind: string, subjectId: string) {
  const lines = await historyOf(ctx, subjectKind, subjectId)
  return lines.map(({ id, at, personName, seat, action: what, before, after }) => ({
    id,
    at: at.toISOString(),
    personName,
    seat,
    action: what,
    before,
    after,
  }))
}

function changed(thing: { readonly id: string; readonly version: number }) {
  return { id: thing.id, version: thing.version }
}

function found<Thing>(thing: Thing | undefined): Thing {
  if (!thing) throw refuse('not-found', 'authorities/not-found')
  return thing
}
