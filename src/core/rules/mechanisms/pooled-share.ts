import { Type } from 'typebox'
import { isOutside, type Judged, judgedIn, slotName } from '../judged-cells.ts'
import {
  type Figure,
  known,
  notApplicableFigure,
  shown,
  type Trace,
  unknownFigure,
  type Workbench,
  yearsOf,
} from '../mechanism.ts'
import { cellState } from '../results-table.ts'
import { Names, valueMechanism, Years } from '../shapes.ts'

/**
 * Share of low results over several procedures together: all low results over all participants.
 * Without `procedures` of the methodology it takes every procedure of the file. `missing: unknown` gives no figure when a row is absent.
 */
export const pooledShare = valueMechanism({
  name: 'pooled-share',
  shape: Type.Object(
    {
      procedures: Names,
      minParticipants: Type.Optional(Type.Integer({ minimum: 0 })),
      missing: Type.Optional(Type.Union([Type.Literal('unknown'), Type.Literal('skip')])),
      ...Years,
    },
    { additionalProperties: false },
  ),
  tell: ({ procedures, years, last, minParticipants, missing }) => ({
    key: 'pooledShare',
    params: {
      procedures: procedures?.join(', ') ?? '',
      years: years?.join(', ') ?? '',
      last: years ? 0 : (last ?? 1),
      min: minParticipants ?? 1,
      missing: missing ?? 'unknown',
    },
  }),
  ready(data, bench) {
    const { table } = bench
    const judged = yearsOf(data, bench).flatMap(year => cellsOf(year, bench, data.procedures))
    const minParticipants = Math.max(1, data.minParticipants ?? 1)
    const missing = data.missing ?? 'unknown'
    const sumsOf = (school: number) => {
      const sums = { part: 0, whole: 0, unknown: 0, inside: 0 }
      for (const each of judged) {
        if (isOutside(each, school, table)) continue
        sums.inside++
        const cell = school * table.slots.length + each.at
        if (each.at < 0 || table.state[cell] !== cellState.reported) sums.unknown++
        else {
          sums.part += table.below[cell]!
          sums.whole += table.participants[cell]!
        }
      }
      return sums
    }
    const figureFrom = (part: number, whole: number): Figure => known(part / whole, { num: part, den: whole })
    const figureOf = (school: number): Figure => {
      const { part, whole, unknown, inside } = sumsOf(school)
      if (inside === 0 && judged.length > 0) return notApplicableFigure
      if (whole < minParticipants || (missing === 'unknown' && unknown > 0)) return unknownFigure
      return figureFrom(part, whole)
    }
    return {
      figureOf,
      traceOf: (school): Trace => {
        const { part, whole, unknown } = sumsOf(school)
        const facts = { below: part, participants: whole, unknown, procedures: judged.length }
        return { mechanism: 'pooled-share', ...shown(figureOf(school)), facts }
      },
      countsOf: school => {
        if (figureOf(school).state !== 'known') return null
        const { part, whole } = sumsOf(school)
        const places = judged.map(({ slot }) => slotName(slot))
        const place = places.length === 1 ? `cell:${judged[0]!.at}` : 'pooled'
        return { part, whole, place, figureAt: changed => figureFrom(changed, whole) }
      },
    }
  },
})

function cellsOf(year: number, bench: Workbench, names?: readonly string[]): Judged[] {
  if (bench.procedures.length > 0) return judgedIn(year, bench, names)
  return bench.table.slots.flatMap((slot, at) =>
    slot.year === year && (!names || names.includes(slot.procedure)) ? [{ slot, at, canHave: null }] : [],
  )
}
