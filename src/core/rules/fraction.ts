/** An exact number: 30 % is 3/10, never 0.3. `den` is at least 1. */
export interface Fraction {
  readonly num: number
  readonly den: number
}

/**
 * Reads an exact number as people write it: `3/10`, `30 %`, `2,9`, `0.3`, `-1`.
 *
 * @returns null for a text that is no such number, or has more than fifteen digits
 * @example fractionIn('30 %') // { num: 3, den: 10 }
 */
export function fractionIn(text: string): Fraction | null {
  const plain = text.trim().replaceAll('\u00a0', ' ').replace('−', '-')
  const slash = /^(-?\d{1,9})\s*\/\s*(\d{1,9})$/.exec(plain)
  if (slash) return Number(slash[2]) === 0 ? null : reduced(Number(slash[1]), Number(slash[2]))
  const decimal = /^(-?)(\d{1,12})(?:[.,](\d{1,12}))?\s*(%?)$/.exec(plain)
  if (!decimal) return null
  const [, sign, whole = '', part = '', percent] = decimal
  const kept = part.replace(/0+$/, '')
  if (whole.length + kept.length > 15) return null
  const num = Number(whole + kept) * (sign === '-' ? -1 : 1)
  return reduced(num, 10 ** kept.length * (percent ? 100 : 1))
}

/** Which of two exact numbers is greater: below 0, 0, above 0. Exact whatever the size. @example compareFractions({num:1,den:3},{num:3,den:9}) // 0 */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.num * b.den
  const right = b.num * a.den
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right
  const difference = BigInt(a.num) * BigInt(b.den) - BigInt(b.num) * BigInt(a.den)
  return difference === 0n ? 0 : difference > 0n ? 1 : -1
}

/** The smallest whole number not below `share × of`, in integers: 7 % of 100 is 7, where floating point gives 8. @example ceilingOf({num:7,den:100}, 100) // 7 */
export function ceilingOf(share: Fraction, of: number): number {
  return Math.floor((share.num * of + share.den - 1) / share.den)
}

/** The number for showing and for means; never for comparing with a threshold. @example numberOf({ num: 3, den: 10 }) // 0.3 */
export function numberOf(fraction: Fraction): number {
  return fraction.num / fraction.den
}

function reduced(num: number, den: number): Fraction {
  let a = Math.abs(num)
  let b = den
  while (b > 0) [a, b] = [b, a % b]
  return { num: num / a || 0, den: den / a }
}
