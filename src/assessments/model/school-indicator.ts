import type { SchoolId } from '../../core/base/index.ts'

/** Why a number is missing is not the same as zero. */
export const indicatorStates = [
  'reported',
  'suppressed',
  'no_students',
  'not_applicable',
  'not_collected',
  'unknown',
] as const
export type IndicatorState = (typeof indicatorStates)[number]

/** A fact about a school in a year: a share with its two numbers, or a number as written. */
export interface SchoolIndicator {
  readonly organisationId: SchoolId
  /** As methodologies name it: «неполные семьи». */
  readonly indicator: string
  readonly year: number
  readonly state: IndicatorState
  /** Exactly one of both where the state is `reported`, none otherwise. A share counts as per cent: 12 of 40 is 30. */
  readonly value:
    | { readonly numerator: number; readonly denominator: number }
    | { readonly number: string; readonly participants: number | null }
    | null
}
