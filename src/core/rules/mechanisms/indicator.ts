import { Type } from 'typebox'
import { numberOf } from '../fraction.ts'
import { type Figure, known, notApplicableFigure, shown, unknownFigure, yearsOf } from '../mechanism.ts'
import { cellState } from '../results-table.ts'
import { valueMechanism, Years } from '../shapes.ts'

/** A figure that was reported for the school: an indicator of a year, or of the newest of several years that has one. Given in its own unit. */
export const indicator = valueMechanism({
  name: 'indicator',
  shape: Type.Object(
    {
      name: Type.String({ minLength: 1 }),
      unit: Type.Optional(Type.Union([Type.Literal('percent'), Type.Literal('number')])),
      minParticipants: Type.Optional(Type.Integer({ minimum: 0 })),
      ...Years,
    },
    { additionalProperties: false },
  ),
  tell: ({ name, unit }) => ({ key: 'indicator', params: { name, unit: unit ?? 'number' } }),
  ready(data, bench) {
    const years = yearsOf(data, bench).reverse()
    const byYear = bench.table.indicators.get(data.name)
    const found = (school: number) => {
      for (const year of years) {
        const entry = byYear?.get(year)?.[school]
        if (entry) return { ...entry, year }
      }
      return null
    }
    const figureOf = (school: number): Figure => {
      const entry = found(school)
      if (entry === null) return unknownFigure
      if (entry.state === cellState.notApplicable) return notApplicableFigure
      const few = (data.minParticipants ?? 0) > 0 && (entry.participants ?? 0) < (data.minParticipants ?? 0)
      return entry.value === null || few ? unknownFigure : known(numberOf(entry.value), entry.value)
    }
    return {
      figureOf,
      traceOf: school => {
        const entry = found(school)
        const facts = {
          name: data.name,
          ...(entry ? { year: entry.year } : { years: years.join(', ') }),
          ...(entry?.participants ? { participants: entry.participants } : {}),
        }
        return { mechanism: 'indicator', ...shown(figureOf(school)), facts }
      },
      countsOf: school => {
        const entry = found(school)
        const { state, exact } = figureOf(school)
        if (data.unit !== 'percent' || !entry?.participants || state !== 'known' || exact === null) return null
        const whole = entry.participants
        return {
          part: Math.round((exact.num * whole) / (exact.den * 100)),
          whole,
          place: `indicator:${data.name}:${entry.year}`,
          figureAt: part => known((100 * part) / whole, { num: 100 * part, den: whole }),
        }
      },
    }
  },
})
