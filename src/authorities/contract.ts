/** Shapes that routes, pages, commands and other slices share with the registers of territories, organisations and people. */
import { type Static, Type } from 'typebox'
import type { GrantId, Lang, Scope, Seat, Who } from '../core/base/index.ts'
import { seats } from '../core/base/index.ts'

export type { Permission } from './permissions.ts'
export { mayUse, permissions } from './permissions.ts'

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) => Type.Union([shape, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const DateText = Type.String({ format: 'date' })
const Version = Type.Integer({ minimum: 1 })
const Name = Type.String({ minLength: 1, maxLength: 500 })
const ShortText = Type.String({ maxLength: 200 })

export const organisationKinds = ['authority', 'centre', 'school', 'other'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export const MunicipalityRow = Type.Object({
  id: Id,
  oktmo: Type.String(),
  name: Type.String(),
  closedOn: Nullable(DateText),
  version: Version,
})
export type MunicipalityRow = Static<typeof MunicipalityRow>

export const OrganisationRow = Type.Object({
  id: Id,
  municipalityId: Nullable(Id),
  municipality: Nullable(Type.String()),
  kind: Type.Enum([...organisationKinds]),
  name: Type.String(),
  shortName: Nullable(Type.String()),
  closedOn: Nullable(DateText),
  version: Version,
})
export type OrganisationRow = Static<typeof OrganisationRow>

export const PositionRow = Type.Object({
  id: Id,
  municipalityId: Nullable(Id),
  organisationId: Id,
  organisation: Type.String(),
  personId: Id,
  person: Type.String(),
  title: Type.String(),
  fromOn: Nullable(DateText),
  untilOn: Nullable(DateText),
  version: Version,
})
export type PositionRow = Static<typeof PositionRow>

export const PersonRow = Type.Object({
  id: Id,
  municipalityId: Nullable(Id),
  municipality: Nullable(Type.String()),
  familyName: Type.String(),
  givenName: Type.String(),
  patronymic: Nullable(Type.String()),
  workEmail: Nullable(Type.String()),
  workPhone: Nullable(Type.String()),
  closedOn: Nullable(DateText),
  version: Version,
  /** «директор, МБОУ СОШ № 3»: positions held today. */
  positions: Type.Array(Type.String()),
})
export type PersonRow = Static<typeof PersonRow>

export const SeatRow = Type.Object({
  id: Id,
  personId: Id,
  seat: Type.Enum([...seats]),
  municipalityId: Nullable(Id),
  municipality: Nullable(Type.String()),
  organisationId: Nullable(Id),
  organisation: Nullable(Type.String()),
  version: Version,
})
export type SeatRow = Static<typeof SeatRow>

export const AccountRow = Type.Object({
  login: Type.String(),
  personId: Id,
  lockedAt: Nullable(Type.String()),
  version: Version,
})
export type AccountRow = Static<typeof AccountRow>

export const CreateMunicipality = Type.Object({ oktmo: Type.String({ maxLength: 11 }), name: Name })
export type CreateMunicipality = Static<typeof CreateMunicipality>

export const CreateOrganisation = Type.Object({
  municipalityId: Nullable(Id),
  kind: Type.Enum([...organisationKinds]),
  name: Name,
  shortName: Nullable(ShortText),
})
export type CreateOrganisation = Static<typeof CreateOrganisation>

export const ChangeOrganisation = Type.Object({ name: Name, shortName: Nullable(ShortText) })
export type ChangeOrganisation = Static<typeof ChangeOrganisation>

export const ChangePerson = Type.Object({
  familyName: Name,
  givenName: Name,
  patronymic: Nullable(ShortText),
  workEmail: Nullable(ShortText),
  workPhone: Nullable(ShortText),
})
export type ChangePerson = Static<typeof ChangePerson>

export const CreatePerson = Type.Object({ municipalityId: Nullable(Id), ...ChangePerson.properties })
export type CreatePerson = Static<typeof CreatePerson>

export const CreatePosition = Type.Object({
  personId: Id,
  organisationId: Id,
  title: Name,
  fromOn: Nullable(DateText),
  untilOn: Nullable(DateText),
})
export type CreatePosition = Static<typeof CreatePosition>

export const GiveSeat = Type.Object({
  personId: Id,
  seat: Type.Enum([...seats]),
  municipalityId: Nullable(Id),
  /** The body for which the person acts; for a school head the school itself, and then required. */
  organisationId: Nullable(Id),
})
export type GiveSeat = Static<typeof GiveSeat>

export const CreateAccount = Type.Object({ personId: Id, login: ShortText, password: Type.String({ maxLength: 200 }) })
export type CreateAccount = Static<typeof CreateAccount>

/** Where and since when a person is signed in. */
export const OpenSession = Type.Object({ address: Type.String(), beganAt: Type.String(), lastSeenAt: Type.String() })
export type OpenSession = Static<typeof OpenSession>

/** One seat that a person may take. */
export interface SeatOffer {
  readonly grantId: GrantId
  readonly seat: Seat
  readonly organisationName: string | null
  readonly territoryName: string
}

/** Who stands behind a token. A person with several seats chooses one before anything else. */
export interface Session {
  readonly personName: string
  readonly seats: readonly SeatOffer[]
  readonly active: {
    readonly grantId: GrantId
    readonly who: Who
    readonly scope: Scope
    /** `Europe/Moscow`: decides what "today" is. */
    readonly timeZone: string
  } | null
}

/** Sign-in, sessions, seats and permissions, as the shell needs them. */
export interface Gate {
  readonly signIn: (
    /** `replaces`: the token that this browser had before; its session ends when the new one begins. */
    input: { login: string; password: string; ip: string; replaces?: string | null },
    now: Date,
  ) => Promise<{ readonly token: string; readonly session: Session }>
  readonly sessionOf: (token: string, now: Date) => Promise<Session | null>
  /** What a secret link lets a calendar program read: one organisation, nothing else. Null for an unknown or revoked link. */
  readonly sessionOfLink: (token: string) => Promise<Session | null>
  readonly signOut: (token: string, now: Date) => Promise<void>
  readonly takeSeat: (token: string, grantId: GrantId, now: Date) => Promise<Session>
  readonly mayUse: (seat: Seat, permission: string) => boolean
  readonly seatName: (seat: Seat, lang: Lang) => string
}
