import { Type } from 'typebox'
import { compareWith } from '../compare-figures.ts'
import { countedCosts } from '../counted-costs.ts'
import { exactNumber, type Figure, shown } from '../mechanism.ts'
import { ruleMechanism, Share } from '../shapes.ts'
import type { Verdict } from '../verdict.ts'

const signs = {
  below: (difference: number) => difference < 0,
  atMost: (difference: number) => difference <= 0,
  above: (difference: number) => difference > 0,
  atLeast: (difference: number) => difference >= 0,
} as const

const Sign = Type.Union([Type.Literal('below'), Type.Literal('atMost'), Type.Literal('above'), Type.Literal('atLeast')])

/** A figure stands on one side of a border. The border is written exactly; an unknown figure gives an unknown answer. */
export const compare = ruleMechanism({
  name: 'compare',
  shape: Type.Object({ value: Type.Unknown(), is: Sign, than: Share }, { additionalProperties: false }),
  tell: ({ value, is, than }) => ({ key: 'compare', params: { is, than: String(than) }, parts: [value] }),
  ready({ value, is, than }, bench) {
    const figures = bench.value(value, `${bench.path}.value`)
    const border = exactNumber(than, bench, 'than')
    const answer = (figure: Figure): Verdict => {
      if (figure.state === 'unknown') return 'unknown'
      return figure.state === 'known' && signs[is](compareWith(figure, border)) ? 'yes' : 'no'
    }
    const verdictOf = (school: number) => answer(figures.figureOf(school))
    return {
      verdictOf,
      costsOf: school => countedCosts(verdictOf(school), figures.countsOf?.(school) ?? null, answer),
      traceOf: school => ({
        mechanism: 'compare',
        verdict: verdictOf(school),
        ...shown(figures.figureOf(school)),
        facts: { is, than: String(than) },
        parts: [figures.traceOf(school)],
      }),
    }
  },
})
