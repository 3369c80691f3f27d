/** What the pages of the registers show, and what their forms send. */
import { type Static, type TProperties, Type } from 'typebox'
import { seats } from '../../core/base/index.ts'
import {
  AccountRow,
  ChangeOrganisation,
  ChangePerson,
  CreateAccount,
  CreatePosition,
  GiveSeat,
  MunicipalityRow,
  OpenSession,
  OrganisationRow,
  organisationKinds,
  PersonRow,
  PositionRow,
  SeatRow,
} from '../contract.ts'

const Id = Type.String({ format: 'uuid' })
const DateText = Type.String({ format: 'date' })
const version = {
  version: Type.Integer({ minimum: 1, description: 'The version that was seen; another one is refused' }),
}

const after = Type.Optional(Type.String({ maxLength: 2000, description: '`next` of the part before' }))
const part = {
  total: Type.Integer({ description: 'How many fit in all' }),
  next: Type.Union([Type.String(), Type.Null()], { description: '`after` of the next part; null: this is the last' }),
}

export const Nothing = Type.Object({})
export const Changed = Type.Object({ id: Id, version: Type.Integer() })
export const ClosedOn = Type.Object({ on: DateText, ...version })

export const HistoryRow = Type.Object({
  id: Type.String(),
  at: Type.String(),
  personName: Type.String(),
  seat: Type.String(),
  action: Type.String(),
  before: Type.Unknown(),
  after: Type.Unknown(),
})
export type HistoryRow = Static<typeof HistoryRow>
const History = Type.Array(HistoryRow)

export const MunicipalityParams = Type.Object({ municipalityId: Id })
export const MunicipalityList = Type.Object({ region: Type.String(), municipalities: Type.Array(MunicipalityRow) })
export type MunicipalityList = Static<typeof MunicipalityList>
export const MunicipalityCard = Type.Object({ municipality: MunicipalityRow, history: History })
export type MunicipalityCard = Static<typeof MunicipalityCard>
export const RenameMunicipality = Type.Object({ name: Type.String({ minLength: 1, maxLength: 500 }), ...version })

export const OrganisationParams = Type.Object({ organisationId: Id })
export const OrganisationQuery = Type.Object({
  kind: Type.Optional(Type.Enum([...organisationKinds], { description: 'Absent: all but schools' })),
  municipality: Type.Optional(Id),
  q: Type.Optional(Type.String({ maxLength: 200 })),
  closed: Type.Optional(Type.Boolean()),
  after,
})
export const OrganisationList = Type.Object({
  query: OrganisationQuery,
  organisations: Type.Array(OrganisationRow),
  ...part,
  municipalities: Type.Array(MunicipalityRow),
})
export type OrganisationList = Static<typeof OrganisationList>
export const OrganisationCard = Type.Object({
  organisation: OrganisationRow,
  positions: Type.Array(PositionRow),
  history: History,
})
export type OrganisationCard = Static<typeof OrganisationCard>
export const OrganisationForm = Type.Object({
  municipalities: Type.Array(MunicipalityRow),
  wholeRegion: Type.Boolean(),
})
export type OrganisationForm = Static<typeof OrganisationForm>
export const SaveOrganisation = withVersion(ChangeOrganisation)

export const PersonParams = Type.Object({ personId: Id })
export const PersonQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  closed: Type.Optional(Type.Boolean()),
  after,
})
export const PersonList = Type.Object({ query: PersonQuery, people: Type.Array(PersonRow), ...part })
export type PersonList = Static<typeof PersonList>
export const PersonCard = Type.Object({
  person: PersonRow,
  positions: Type.Array(PositionRow),
  history: History,
})
export type PersonCard = Static<typeof PersonCard>
export const SavePerson = withVersion(ChangePerson)

export const PositionForm = Type.Object({ person: PersonRow, organisations: Type.Array(OrganisationRow) })
export type PositionForm = Static<typeof PositionForm>
export const AddPosition = without(CreatePosition, 'personId')
export const PositionParams = Type.Object({ personId: Id, positionId: Id })
export const EndPositionForm = Type.Object({ person: PersonRow, position: PositionRow })
export type EndPositionForm = Static<typeof EndPositionForm>

export const AccessForm = Type.Object({
  person: PersonRow,
  seats: Type.Array(SeatRow),
  accounts: Type.Array(AccountRow),
  organisations: Type.Array(OrganisationRow),
  municipalities: Type.Array(MunicipalityRow),
})
export type AccessForm = Static<typeof AccessForm>
export const AddAccount = without(CreateAccount, 'personId')
export const NewPassword = Type.Object({
  login: Type.String(),
  password: Type.String({ minLength: 1, maxLength: 200 }),
})
export const OneLogin = Type.Object({ login: Type.String() })
export const AddSeat = without(GiveSeat, 'personId')
export const OneGrant = Type.Object({ grantId: Id })
export const seatChoices = seats

export const SessionList = Type.Object({ sessions: Type.Array(OpenSession) })
export type SessionList = Static<typeof SessionList>
export const SessionsEnded = Type.Object({ ended: Type.Integer({ description: 'This one included' }) })

function withVersion<P extends TProperties>(shape: { properties: P }) {
  return Type.Object({ ...shape.properties, ...version })
}

function without<P extends TProperties, K extends keyof P>(shape: { properties: P }, name: K) {
  const { [name]: _, ...rest } = shape.properties
  return Type.Object(rest as Omit<P, K>)
}
