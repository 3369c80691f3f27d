import type { SchoolId } from '../core/base/index.ts'
import type { Ctx } from '../platform/postgres/index.ts'
import type { ChangeCounts } from './known-cell.ts'

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

/**
 * Enters facts about schools: replaces school × indicator × year, writes nothing where nothing changes. One audit line per call.
 *
 * @param source where the facts come from, for people: a file, an act
 * @throws refuse('not-found', 'assessments/school-unknown') when a school is not in the scope
 * @throws refuse('invalid', 'assessments/indicator-malformed') for a reported fact without a value and the like
 * @example await replaceIndicators(ctx, [{ organisationId, indicator: 'неполные семьи', year: 2025, state: 'reported', value: { numerator: 12, denominator: 40 } }], 'social-passport.csv')
 */
export async function replaceIndicators(
  _ctx: Ctx,
  _facts: readonly SchoolIndicator[],
  _source: string,
): Promise<ChangeCounts> {
  throw new Error('not yet')
}
