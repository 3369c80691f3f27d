/** What a line (plane) through the points leaves over. `standardised` is divided by its own standard error: e ÷ (s·√(1 − h)). */
export interface Residuals {
  readonly residual: readonly number[]
  readonly standardised: readonly number[]
}

/**
 * Ordinary least squares with a constant term, by Gram–Schmidt done twice.
 *
 * @param X rows of what explains, all of one length
 * @param y what is explained, as long as X
 * @returns null when the rows are too few or what explains is not independent: then nothing can be said
 * @source Björck (1996), Numerical Methods for Least Squares Problems, chapter 2; the same as R `rstandard(lm(y ~ x))`
 * @example leastSquares([[0], [1], [2], [3]], [10, 20, 30, 0])?.residual // [-8, 4, 16, -12]
 */
export function leastSquares(X: readonly (readonly number[])[], y: readonly number[]): Residuals | null {
  const n = y.length
  const columns = [y.map(() => 1), ...(X[0] ?? []).map((_, j) => X.map(row => row[j]!))]
  if (n <= columns.length) return null
  const basis: number[][] = []
  for (const column of columns) {
    const before = Math.sqrt(dot(column, column))
    const rest = without(without(column, basis), basis)
    const norm = Math.sqrt(dot(rest, rest))
    if (!(norm > 1e-10 * before)) return null
    basis.push(rest.map(value => value / norm))
  }
  const residual = without(without(y, basis), basis)
  const s = Math.sqrt(dot(residual, residual) / (n - columns.length))
  const standardised = residual.map((e, i) => {
    const leverage = basis.reduce((sum, q) => sum + q[i]! ** 2, 0)
    return e / (s * Math.sqrt(1 - leverage))
  })
  return { residual, standardised }
}

function without(column: readonly number[], basis: readonly (readonly number[])[]): number[] {
  const rest = [...column]
  for (const q of basis) {
    const along = dot(q, rest)
    for (let i = 0; i < rest.length; i++) rest[i] = rest[i]! - along * q[i]!
  }
  return rest
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
