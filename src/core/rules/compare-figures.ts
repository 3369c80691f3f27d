import { compareFractions, type Fraction, numberOf } from './fraction.ts'
import type { Figure } from './mechanism.ts'

/**
 * Which of two known figures is greater: below 0, 0, above 0. Exact where both are whole counts; means that differ by less than a
 * millionth of a millionth are the same, so that rounding of the machine makes no winner.
 *
 * @example compareFigures(known(0.3, { num: 3, den: 10 }), known(0.3, { num: 6, den: 20 })) // 0
 */
export function compareFigures(a: Figure, b: Figure): number {
  if (a.exact && b.exact) return compareFractions(a.exact, b.exact)
  const difference = a.value - b.value
  return Math.abs(difference) <= 1e-12 * Math.max(1, Math.abs(a.value), Math.abs(b.value)) ? 0 : difference
}

/** The same with a number of the methodology on the right. */
export function compareWith(figure: Figure, border: Fraction): number {
  return compareFigures(figure, { state: 'known', value: numberOf(border), exact: border })
}
