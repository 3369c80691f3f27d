import { Type } from 'typebox'
import { leastSquares } from '../least-squares.ts'
import { type Figure, known, shown, unknownFigure } from '../mechanism.ts'
import { poolsOf } from '../pools.ts'
import { Pool, valueMechanism } from '../shapes.ts'

/**
 * How far the result of a school is from what schools of the same context have: the residual of ordinary least squares within the pool.
 * Unknown where the result or a part of the context is unknown, and for a pool too small or too uniform to draw a line through.
 */
export const contextResidual = valueMechanism({
  name: 'context-residual',
  shape: Type.Object(
    {
      result: Type.Unknown(),
      context: Type.Array(Type.Unknown(), { minItems: 1 }),
      pool: Pool,
      standardised: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  tell: ({ result, context, pool, standardised }) => ({
    key: 'contextResidual',
    params: { pool: pool ?? 'all', standardised: standardised ? 'yes' : 'no' },
    parts: [result, ...context],
  }),
  ready(data, bench) {
    const result = bench.value(data.result, `${bench.path}.result`)
    const context = data.context.map((part, at) => bench.value(part, `${bench.path}.context[${at}]`))
    const figures: Figure[] = bench.table.schools.map(() => unknownFigure)
    for (const members of poolsOf(bench.table.schools, data.pool).values()) {
      const judged = members.filter(
        school =>
          !bench.isExcluded(school) && [result, ...context].every(each => each.figureOf(school).state === 'known'),
      )
      const fitted = leastSquares(
        judged.map(school => context.map(each => each.figureOf(school).value)),
        judged.map(school => result.figureOf(school).value),
      )
      const residuals = data.standardised ? fitted?.standardised : fitted?.residual
      for (const [at, school] of judged.entries()) {
        const residual = residuals?.[at]
        if (residual !== undefined && Number.isFinite(residual)) figures[school] = known(residual)
      }
    }
    return {
      figureOf: school => figures[school]!,
      traceOf: school => ({
        mechanism: 'context-residual',
        ...shown(figures[school]!),
        facts: { standardised: data.standardised ? 'yes' : 'no', pool: data.pool ?? 'all' },
        parts: [result, ...context].map(each => each.traceOf(school)),
      }),
    }
  },
})
