import { Type } from 'typebox'
import { known, shown, unknownFigure } from '../mechanism.ts'
import { poolNameOf, poolsOf } from '../pools.ts'
import { Pool, valueMechanism } from '../shapes.ts'

/**
 * How many standard deviations of its pool a figure lies from the mean of the pool (plain over schools, deviation with n − 1).
 * Unknown for fewer than three known figures or when all are equal.
 */
export const zScore = valueMechanism({
  name: 'z-score',
  shape: Type.Object({ value: Type.Unknown(), pool: Pool }, { additionalProperties: false }),
  tell: ({ value, pool }) => ({ key: 'zScore', params: { pool: pool ?? 'all' }, parts: [value] }),
  ready(data, bench) {
    const figures = bench.value(data.value, `${bench.path}.value`)
    const { schools } = bench.table
    const all = schools.map((_, school) => figures.figureOf(school))
    const pools = new Map(
      [...poolsOf(schools, data.pool)].map(([name, members]) => {
        const X = members.flatMap(school =>
          all[school]!.state === 'known' && !bench.isExcluded(school) ? [all[school]!.value] : [],
        )
        return [name, momentsOf(X)] as const
      }),
    )
    const figureOf = (school: number) => {
      const own = all[school]!
      const { mean, deviation, n } = pools.get(poolNameOf(schools[school]!, data.pool))!
      if (own.state !== 'known') return own
      return n < 3 || !(deviation > 1e-12 * Math.max(1, Math.abs(mean)))
        ? unknownFigure
        : known((own.value - mean) / deviation)
    }
    return {
      figureOf,
      traceOf: school => ({
        mechanism: 'z-score',
        ...shown(figureOf(school)),
        facts: { ...pools.get(poolNameOf(schools[school]!, data.pool))! },
        parts: [figures.traceOf(school)],
      }),
    }
  },
})

function momentsOf(X: readonly number[]): { n: number; mean: number; deviation: number } {
  const n = X.length
  const mean = n === 0 ? 0 : X.reduce((sum, x) => sum + x, 0) / n
  const squares = X.reduce((sum, x) => sum + (x - mean) ** 2, 0)
  return { n, mean, deviation: n < 2 ? 0 : Math.sqrt(squares / (n - 1)) }
}
