import type { SchoolId } from '../../core/base/index.ts'

/** Why a school has no result of a procedure. The first two say that it cannot have one: then it is no unknown. */
export interface ToldState {
  readonly organisationId: SchoolId
  readonly procedure: string
  readonly subject: string
  readonly grade: number
  readonly year: number
  readonly state: 'no_students' | 'not_applicable' | 'not_collected' | 'suppressed'
}
