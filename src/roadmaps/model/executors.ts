/** Who stands behind a printed executor, and whom that makes owe something. */
import type { MunicipalityId, OrganisationId, PersonId, PositionId } from '../../core/base/index.ts'
import { words } from '../../core/russian/index.ts'

/** What an executor text means. Learnt once per authority, offered next time. */
export type Target =
  | { readonly kind: 'organisation'; readonly organisationId: OrganisationId }
  | { readonly kind: 'allSchools' }
  | { readonly kind: 'schoolsOfType'; readonly schoolType: string }
  | { readonly kind: 'municipalAuthorities' }
  | {
      readonly kind: 'position'
      readonly organisationId: OrganisationId
      readonly positionId: PositionId | null
      readonly position: string
    }
  | { readonly kind: 'person'; readonly personId: PersonId; readonly organisationId: OrganisationId }
  /** Known, but owes nothing in Opora: a body that does not work here. */
  | { readonly kind: 'outside' }

export type TargetKind = Target['kind']

/** The executors an authority has matched so far, by the key of the text. */
export type Directory = ReadonlyMap<string, Target>

/** An organisation that may owe something within a roadmap. */
export interface ScopeOrganisation {
  readonly id: OrganisationId
  readonly municipalityId: MunicipalityId | null
  readonly kind: 'school' | 'municipal-authority' | 'other'
  /** Type of a school («гимназия», «СОШ»); null for other bodies. */
  readonly schoolType: string | null
}

/** An organisation made to owe, with the person when the order names one. */
export interface Obliged {
  readonly organisationId: OrganisationId
  readonly municipalityId: MunicipalityId | null
  readonly personId: PersonId | null
}

/**
 * The key under which an executor text is remembered: case, ё, punctuation and spaces do not matter, the words and their order do.
 * @example executorKey(' Руководители  ОО. ') // 'руководители оо'
 */
export function executorKey(text: string): string {
  return words(text).join(' ')
}

/**
 * Expands a target to the organisations that owe. A school outside the roadmap's scope never owes through a group, and each organisation
 * comes once.
 *
 * @param scope the schools of the roadmap and the other bodies of its territory
 * @returns empty for a target outside Opora, and for an organisation that the territory does not know
 */
export function obligedBy(target: Target, scope: readonly ScopeOrganisation[]): readonly Obliged[] {
  switch (target.kind) {
    case 'allSchools':
      return scope.filter(one => one.kind === 'school').map(obliged)
    case 'schoolsOfType':
      return scope.filter(one => one.kind === 'school' && one.schoolType === target.schoolType).map(obliged)
    case 'municipalAuthorities':
      return scope.filter(one => one.kind === 'municipal-authority').map(obliged)
    case 'organisation':
    case 'position':
      return scope.filter(one => one.id === target.organisationId).map(obliged)
    case 'person':
      return scope
        .filter(one => one.id === target.organisationId)
        .map(one => ({ ...obliged(one), personId: target.personId }))
    case 'outside':
      return []
  }
}

function obliged(one: ScopeOrganisation): Obliged {
  return { organisationId: one.id, municipalityId: one.municipalityId, personId: null }
}

/**
 * A target as one word, for a form.
 * @example targetCode({ kind: 'schoolsOfType', schoolType: 'лицей' }) // 'schoolsOfType:лицей'
 */
export function targetCode(target: Target): string {
  switch (target.kind) {
    case 'organisation':
      return `organisation:${target.organisationId}`
    case 'person':
      return `person:${target.organisationId}:${target.personId}`
    case 'position':
      return `position:${target.organisationId}:${target.positionId ?? ''}:${target.position}`
    case 'schoolsOfType':
      return `schoolsOfType:${target.schoolType}`
    default:
      return target.kind
  }
}

/** The target behind such a word, or null for an empty or unknown one. */
export function targetFromCode(code: string): Target | null {
  const [kind, first = '', second = '', ...rest] = code.split(':')
  switch (kind) {
    case 'organisation':
      return first ? { kind, organisationId: first as OrganisationId } : null
    case 'person':
      return first && second ? { kind, organisationId: first as OrganisationId, personId: second as PersonId } : null
    case 'position':
      return first
        ? {
            kind,
            organisationId: first as OrganisationId,
            positionId: (second || null) as PositionId | null,
            position: rest.join(':'),
          }
        : null
    case 'schoolsOfType':
      return first ? { kind, schoolType: first } : null
    case 'allSchools':
    case 'municipalAuthorities':
    case 'outside':
      return { kind }
    default:
      return null
  }
}
