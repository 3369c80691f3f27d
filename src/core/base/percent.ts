import type { Branded } from './ids.ts'

/** A share as 0…100. */
export type Percent = Branded<number, 'Percent'>

/** A share kept as two whole numbers, so that nothing is rounded before it is shown. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
}

/**
 * The percent of a share, or null when there is nothing to divide by: missing is never zero.
 * @example percentOf({ numerator: 3, denominator: 0 }) // null
 */
export function percentOf(share: Share): Percent | null {
  return share.denominator === 0 ? null : (((share.numerator / share.denominator) * 100) as Percent)
}
