import {
  dateFormat,
  type GrantId,
  type IsoDate,
  type MunicipalityId,
  type OrganisationId,
  type PersonId,
  type PositionId,
  type RegionId,
  refuse,
  type Scope,
  type Seat,
} from '../../core/base/index.ts'

export interface Municipality {
  readonly id: MunicipalityId
  /** 8 or 11 digits, the first two are the region's. */
  readonly oktmo: string
  readonly name: string
  readonly closedOn: IsoDate | null
  readonly version: number
}

export interface Organisation {
  readonly id: OrganisationId
  /** null: a body of the whole region. */
  readonly municipalityId: MunicipalityId | null
  readonly kind: 'authority' | 'centre' | 'school' | 'other'
  readonly name: string
  readonly shortName: string | null
  readonly closedOn: IsoDate | null
  readonly version: number
}

export interface Person {
  readonly id: PersonId
  readonly municipalityId: MunicipalityId | null
  readonly familyName: string
  readonly givenName: string
  readonly patronymic: string | null
  readonly workEmail: string | null
  readonly workPhone: string | null
  readonly closedOn: IsoDate | null
  readonly version: number
}

export interface Position {
  readonly id: PositionId
  readonly municipalityId: MunicipalityId | null
  readonly organisationId: OrganisationId
  readonly personId: PersonId
  readonly title: string
  readonly fromOn: IsoDate | null
  readonly untilOn: IsoDate | null
  readonly version: number
}

export interface Grant {
  readonly id: GrantId
  readonly personId: PersonId
  readonly seat: Seat
  readonly municipalityId: MunicipalityId | null
  readonly organisationId: OrganisationId | null
  readonly version: number
}

/**
 * A text without needless spaces.
 * @throws refuse('invalid', 'authorities/name-missing') when nothing is left
 */
export function cleanName(text: string): string {
  const clean = cleanText(text)
  if (!clean) throw refuse('invalid', 'authorities/name-missing')
  return clean
}

/** The same for a text that may be missing: nothing becomes null. */
export function cleanText(text: string | null): string | null {
  return text?.replace(/[\s\u00a0]+/g, ' ').trim() || null
}

/**
 * Checks the ОКТМО code of a municipality: 8 or 11 digits, the first two of which are the region's.
 * @throws refuse('invalid', 'authorities/oktmo-malformed' | 'authorities/oktmo-of-another-region')
 */
export function checkOktmo(oktmo: string, region: RegionId): string {
  const digits = oktmo.replace(/\s/g, '')
  if (!/^(\d{8}|\d{11})$/.test(digits)) throw refuse('invalid', 'authorities/oktmo-malformed', { found: oktmo })
  const expected = String(region).padStart(2, '0')
  if (!digits.startsWith(expected))
    throw refuse('invalid', 'authorities/oktmo-of-another-region', { found: digits, expected })
  return digits
}

/**
 * The thing as it is after closing.
 * @throws refuse('conflict', 'authorities/already-closed')
 */
export function closed<Thing extends { readonly closedOn: IsoDate | null }>(thing: Thing, on: IsoDate): Thing {
  if (thing.closedOn) throw refuse('conflict', 'authorities/already-closed', { closedOn: thing.closedOn })
  return { ...thing, closedOn: on }
}

/** @throws refuse('invalid', 'authorities/ends-before-start') */
export function checkTerm(fromOn: IsoDate | null, untilOn: IsoDate | null): void {
  if (fromOn && untilOn && untilOn < fromOn)
    throw refuse('invalid', 'authorities/ends-before-start', { fromOn, untilOn })
}

/**
 * Only what stands in one's own territory may be changed: a municipal seat sees regional rows and does not change them.
 * Row security holds the same; this says it in words.
 *
 * @param municipalityId of the row; null: a regional one
 * @throws refuse('forbidden', 'authorities/outside-territory')
 */
export function checkTerritory(scope: Scope, municipalityId: MunicipalityId | null): void {
  const inside = scope.municipalityId === null || scope.municipalityId === municipalityId
  if (!inside || scope.organisationId !== null) throw refuse('forbidden', 'authorities/outside-territory')
}

/**
 * Refuses to overwrite what somebody else has saved since it was read.
 *
 * @param version what the person saw
 * @param wanted what the person wanted to save, shown beside the stored one
 * @throws refuse('conflict', 'authorities/changed-meanwhile', {}, { stored, wanted })
 */
export function checkVersion(stored: { readonly version: number }, version: number, wanted: unknown): void {
  if (stored.version !== version) throw refuse('conflict', 'authorities/changed-meanwhile', {}, { stored, wanted })
}

/** The fields in which two states of a thing differ, as the change log keeps them. */
export function difference<Thing extends object>(
  before: Thing,
  after: Thing,
): { readonly before: Partial<Thing>; readonly after: Partial<Thing> } {
  const names = (Object.keys(after) as (keyof Thing)[]).filter(
    name => name !== 'version' && before[name] !== after[name],
  )
  const pick = (thing: Thing) => Object.fromEntries(names.map(name => [name, thing[name]])) as Partial<Thing>
  return { before: pick(before), after: pick(after) }
}

/** «Иванова А. П.» */
export function shortNameOf(person: Pick<Person, 'familyName' | 'givenName' | 'patronymic'>): string {
  const initials = [person.givenName, person.patronymic].filter(name => !!name).map(name => `${name!.slice(0, 1)}.`)
  return [person.familyName, ...initials].join(' ')
}

/**
 * Checks that a seat fits its territory: a regional coordinator has the region, a municipal one a municipality, a school
 * head a school. Others may have either.
 *
 * @throws refuse('invalid', 'authorities/seat-needs-municipality' | 'authorities/seat-is-regional' | 'authorities/seat-needs-school')
 */
export function checkSeat(
  seat: Seat,
  municipalityId: MunicipalityId | null,
  organisation: Pick<Organisation, 'kind' | 'municipalityId'> | null,
): void {
  if (seat === 'municipal-coordinator' && !municipalityId)
    throw refuse('invalid', 'authorities/seat-needs-municipality')
  if (seat === 'regional-coordinator' && municipalityId) throw refuse('invalid', 'authorities/seat-is-regional')
  if (seat !== 'school-head') return
  if (organisation?.kind !== 'school' || organisation.municipalityId !== municipalityId)
    throw refuse('invalid', 'authorities/seat-needs-school')
}

/** Which rows a seat reaches. Only a school head is narrowed to the organisation; others act for one and see the territory. */
export function scopeOf(regionId: RegionId, grant: Pick<Grant, 'seat' | 'municipalityId' | 'organisationId'>): Scope {
  return {
    regionId,
    municipalityId: grant.municipalityId,
    organisationId: grant.seat === 'school-head' ? grant.organisationId : null,
  }
}

/** The date at a moment in a time zone. @example dateIn('Asia/Kamchatka', new Date('2026-02-03T13:00:00Z')) // '2026-02-04' */
export function dateIn(timeZone: string, moment: Date): IsoDate {
  return dateFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment) as IsoDate
}
