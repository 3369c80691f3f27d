import type { IsoDate } from './dates.ts'
import type { GrantId, MunicipalityId, OrganisationId, PersonId, RegionId } from './ids.ts'

export type Lang = 'ru' | 'en'

/** The seats of the product. One seat is active per request, whatever seats a person holds. */
export const seats = [
  'regional-coordinator',
  'municipal-coordinator',
  'methodologist',
  'curator',
  'school-head',
  'auditor',
  'administrator',
] as const
export type Seat = (typeof seats)[number]

/** Which rows a request may reach. Becomes `app.*` settings of the transaction; row security compares with them. */
export interface Scope {
  readonly regionId: RegionId
  /** null: the whole region. */
  readonly municipalityId: MunicipalityId | null
  /** null: every organisation of the territory; a school seat has its own school here. */
  readonly organisationId: OrganisationId | null
}

export interface Who {
  readonly personId: PersonId
  /** Shown in the header and in the change log. */
  readonly personName: string
  readonly seat: Seat
  readonly grantId: GrantId
  /** The body for which the person acts: an authority, a centre or a school. */
  readonly organisationId: OrganisationId | null
}

/** Everything a decision may ask of the outside: who acts, on which rows, when, inside which transaction. */
export interface BaseCtx<Tx> {
  readonly who: Who
  readonly scope: Scope
  /** The transaction of this request, already narrowed by row security. */
  readonly tx: Tx
  readonly now: Date
  /** The date at `now` in the region's time zone. */
  readonly today: IsoDate
  readonly lang: Lang
  readonly requestId: string
}
