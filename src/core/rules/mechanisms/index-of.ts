import { Type } from 'typebox'
import { fractionIn, numberOf } from '../fraction.ts'
import { known, shown, unknownFigure } from '../mechanism.ts'
import { Share, valueMechanism } from '../shapes.ts'

/**
 * An index as a recipe: weighted mean of figures, each turned the same way (`harm: high` when more means a harder life, `low` when less does).
 * The contribution of each stands in the trace. A missing figure makes the index unknown, or is left out with its weight (`missing: skip`).
 */
export const indexOf = valueMechanism({
  name: 'index',
  shape: Type.Object(
    {
      of: Type.Array(
        Type.Object(
          {
            value: Type.Unknown(),
            weight: Share,
            harm: Type.Union([Type.Literal('high'), Type.Literal('low')]),
          },
          { additionalProperties: false },
        ),
        { minItems: 1 },
      ),
      missing: Type.Optional(Type.Union([Type.Literal('unknown'), Type.Literal('skip')])),
    },
    { additionalProperties: false },
  ),
  tell: ({ of, missing }) => ({
    key: 'index',
    params: { missing: missing ?? 'unknown', weights: of.map(({ weight }) => weight).join(', ') },
    parts: of.map(({ value }) => value),
  }),
  ready(data, bench) {
    const parts = data.of.map(({ value, weight, harm }, at) => ({
      figures: bench.value(value, `${bench.path}.of[${at}].value`),
      weight: numberOf(fractionIn(String(weight)) ?? { num: 0, den: 1 }) * (harm === 'low' ? -1 : 1),
    }))
    const figureOf = (school: number) => {
      let sum = 0
      let weights = 0
      for (const { figures, weight } of parts) {
        const { state, value } = figures.figureOf(school)
        if (state === 'known') {
          sum += weight * value
          weights += Math.abs(weight)
        } else if (data.missing !== 'skip' && state === 'unknown') return unknownFigure
      }
      return weights > 0 ? known(sum / weights) : unknownFigure
    }
    return {
      figureOf,
      traceOf: school => ({
        mechanism: 'index',
        ...shown(figureOf(school)),
        parts: parts.map(({ figures, weight }) => ({
          ...figures.traceOf(school),
          facts: {
            ...figures.traceOf(school).facts,
            weight,
            contribution: weight * figures.figureOf(school).value || 0,
          },
        })),
      }),
    }
  },
})
