import { Type } from 'typebox'
import { slotName } from '../judged-cells.ts'
import { type Figure, known, shown, type Trace, unknownFigure, yearsOf } from '../mechanism.ts'
import { poolNameOf, poolsOf } from '../pools.ts'
import { cellState } from '../results-table.ts'
import { Names, valueMechanism, Years } from '../shapes.ts'

/**
 * Mean over subjects and years of "mean of the school ÷ mean of the region (or municipality) in the same subject and year";
 * `deviation` takes 1 away. A plain mean of what is available; nothing available is unknown.
 *
 * The mean of the region is over participants, or over schools when `weighing` says so. Means of different scales never meet:
 * each is divided by the mean of its own subject and year.
 */
export const relativeMean = valueMechanism({
  name: 'relative-mean',
  shape: Type.Object(
    {
      procedures: Names,
      against: Type.Optional(Type.String({ minLength: 1 })),
      weighing: Type.Optional(Type.Union([Type.Literal('participants'), Type.Literal('schools')])),
      deviation: Type.Optional(Type.Boolean()),
      minParticipants: Type.Optional(Type.Integer({ minimum: 1 })),
      ...Years,
    },
    { additionalProperties: false },
  ),
  tell: ({ procedures, against, weighing, deviation, years, last }) => ({
    key: 'relativeMean',
    params: {
      procedures: procedures?.join(', ') ?? '',
      against: against ?? 'region',
      weighing: weighing ?? 'participants',
      deviation: deviation ? 'yes' : 'no',
      years: years?.join(', ') ?? '',
      last: years ? 0 : (last ?? 1),
    },
  }),
  ready(data, { table, ...bench }) {
    const years = yearsOf(data, { table, ...bench })
    const against = data.against ?? 'region'
    const width = table.slots.length
    const places = table.slots.flatMap((slot, at) =>
      years.includes(slot.year) && (!data.procedures || data.procedures.includes(slot.procedure)) ? [at] : [],
    )
    const isKnown = (cell: number) =>
      table.state[cell] === cellState.reported &&
      table.participants[cell]! >= (data.minParticipants ?? 1) &&
      !Number.isNaN(table.means[cell]!)
    const poolMeans = new Map<string, Float64Array>()
    for (const [pool, schools] of poolsOf(table.schools, against)) {
      const means = new Float64Array(width).fill(Number.NaN)
      for (const at of places) {
        let sum = 0
        let weight = 0
        for (const school of schools) {
          const cell = school * width + at
          if (table.state[cell] !== cellState.reported || Number.isNaN(table.means[cell]!)) continue
          const w = data.weighing === 'schools' ? 1 : table.participants[cell]!
          sum += w * table.means[cell]!
          weight += w
        }
        if (weight > 0) means[at] = sum / weight
      }
      poolMeans.set(pool, means)
    }
    const ratiosOf = (school: number) => {
      const means = poolMeans.get(poolNameOf(table.schools[school]!, against))!
      return places.flatMap(at => {
        const cell = school * width + at
        const ratio = isKnown(cell) ? table.means[cell]! / means[at]! : Number.NaN
        return Number.isFinite(ratio) ? [{ at, ratio, mean: table.means[cell]!, poolMean: means[at]! }] : []
      })
    }
    const figureOf = (school: number): Figure => {
      const ratios = ratiosOf(school)
      if (ratios.length === 0) return unknownFigure
      const mean = ratios.reduce((sum, { ratio }) => sum + ratio, 0) / ratios.length
      return known(data.deviation ? mean - 1 : mean)
    }
    return {
      figureOf,
      traceOf: (school): Trace => ({
        mechanism: 'relative-mean',
        ...shown(figureOf(school)),
        facts: { against, weighing: data.weighing ?? 'participants', deviation: data.deviation ? 'yes' : 'no' },
        parts: ratiosOf(school).map(({ at, ratio, mean, poolMean }) => ({
          mechanism: 'ratio',
          where: slotName(table.slots[at]!),
          value: ratio,
          facts: { mean, poolMean },
        })),
      }),
    }
  },
})
