/**
 * What Stirling's formula leaves out: ln Γ(a) − [(a − ½) ln a − a + ½ ln 2π].
 *
 * @param a above 0
 * @returns above 0, about 1 ÷ (12 a) for large `a`; absolute error below 1e-14 (relative, for `a` below 1e-3)
 * @source NIST Digital Library of Mathematical Functions, 5.11.1 (series) and 5.5.1 (recurrence Γ(a + 1) = a Γ(a))
 * @example stirlingRemainder(1) // 0.08106146679532726 = 1 − ½ ln 2π
 */
export function stirlingRemainder(a: number): number {
  if (a >= shiftTo) return series(a)
  let product = 1
  let shifted = a
  while (shifted < shiftTo) product *= shifted++
  const logGamma = (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + series(shifted) - Math.log(product)
  return logGamma - (a - 0.5) * Math.log(a) + a - halfLogTwoPi
}

/** From here on seven terms of the series leave less than 1e-15. */
const shiftTo = 10
const halfLogTwoPi = 0.9189385332046728

function series(a: number): number {
  const v = 1 / (a * a)
  return (
    (1 / 12 - v * (1 / 360 - v * (1 / 1260 - v * (1 / 1680 - v * (1 / 1188 - v * (691 / 360_360 - v * (1 / 156))))))) /
    a
  )
}
