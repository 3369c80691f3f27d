import { type IsoDate, type MunicipalityId, refuse, type SchoolId } from '../../core/base/index.ts'
import type { SchoolCode } from './school-codes.ts'
import type { SchoolType } from './school-types.ts'

/** A school as the register keeps it. Its current name and municipality are those of the organisation. */
export interface School {
  readonly id: SchoolId
  readonly municipalityId: MunicipalityId | null
  readonly name: string
  readonly shortName: string | null
  /** null: not known. A missing type is never "secondary". */
  readonly type: SchoolType | null
  readonly codes: readonly SchoolCode[]
  readonly closedOn: IsoDate | null
  readonly mergedInto: SchoolId | null
  readonly version: number
}

export interface Closing {
  readonly closedOn: IsoDate
  /** The school that took the pupils over, when there is one. */
  readonly mergedInto: School | null
}

/**
 * Closes a school, alone or by joining another one.
 *
 * @throws refuse('conflict', 'schools/already-closed') for a school that has been closed before
 * @throws refuse('invalid', 'schools/merged-into-itself' | 'schools/merged-into-closed') for a successor that cannot be one
 * @example closed(school, { closedOn: '2026-08-31', mergedInto: other }).closedOn // '2026-08-31'
 */
export function closed(school: School, { closedOn, mergedInto }: Closing): School {
  if (school.closedOn)
    throw refuse('conflict', 'schools/already-closed', { name: school.name, closedOn: school.closedOn })
  if (mergedInto?.id === school.id) throw refuse('invalid', 'schools/merged-into-itself', { name: school.name })
  if (mergedInto?.closedOn) throw refuse('invalid', 'schools/merged-into-closed', { name: mergedInto.name })
  return { ...school, closedOn, mergedInto: mergedInto?.id ?? null, version: school.version + 1 }
}

export interface CodeChange {
  readonly add: readonly SchoolCode[]
  readonly remove: readonly SchoolCode[]
}

/** What turns the codes that are kept into the codes that are wanted. @example codeChange([], [code]).add // [code] */
export function codeChange(kept: readonly SchoolCode[], wanted: readonly SchoolCode[]): CodeChange {
  const has = (codes: readonly SchoolCode[], one: SchoolCode) =>
    codes.some(code => code.system === one.system && code.code === one.code)
  return { add: wanted.filter(code => !has(kept, code)), remove: kept.filter(code => !has(wanted, code)) }
}
