import { Type } from 'typebox'
import { compareFigures } from '../compare-figures.ts'
import { countedCosts } from '../counted-costs.ts'
import { ceilingOf } from '../fraction.ts'
import { exactShare, type Figure, shown } from '../mechanism.ts'
import { poolNameOf, poolsOf } from '../pools.ts'
import { Pool, ruleMechanism, Share } from '../shapes.ts'
import type { Verdict } from '../verdict.ts'

/**
 * The weakest share of a pool: ranks begin at the weak end, equal figures share the smallest rank, and a school is in when its rank is not
 * above the quota. Quota = the share of the pool rounded up, in integers. Eligible: not excluded, with a known figure.
 *
 * `weakest: lowest` for means, `highest` for shares of low results. `poolSize: all` counts every school of the pool (as printed in orders:
 * «10 % школ»), `eligible` only the ranked ones.
 */
export const bottomShare = ruleMechanism({
  name: 'bottom-share',
  shape: Type.Object(
    {
      value: Type.Unknown(),
      share: Share,
      weakest: Type.Optional(Type.Union([Type.Literal('lowest'), Type.Literal('highest')])),
      pool: Pool,
      poolSize: Type.Optional(Type.Union([Type.Literal('all'), Type.Literal('eligible')])),
    },
    { additionalProperties: false },
  ),
  tell: ({ value, share, weakest, pool, poolSize }) => ({
    key: 'bottomShare',
    params: {
      share: String(share),
      weakest: weakest ?? 'lowest',
      pool: pool ?? 'all',
      poolSize: poolSize ?? 'all',
    },
    parts: [value],
  }),
  ready(data, bench) {
    const figures = bench.value(data.value, `${bench.path}.value`)
    const share = exactShare(data.share, bench, 'share')
    const { schools } = bench.table
    const figureOf = schools.map((_, school) => figures.figureOf(school))
    const sign = data.weakest === 'highest' ? -1 : 1
    const pools = new Map(
      [...poolsOf(schools, data.pool)].map(([name, members]) => {
        const ranked = members
          .filter(school => figureOf[school]!.state === 'known' && !bench.isExcluded(school))
          .map(school => ({ school, figure: figureOf[school]! }))
          .sort((a, b) => sign * compareFigures(a.figure, b.figure))
        const size = data.poolSize === 'eligible' ? ranked.length : members.length
        return [name, { ranked, size, quota: ceilingOf(share, size) }] as const
      }),
    )
    const poolOf = (school: number) => pools.get(poolNameOf(schools[school]!, data.pool))!
    /** 1 + the number of other eligible schools that are weaker. */
    const rankOf = (school: number, figure: Figure) => {
      const { ranked } = poolOf(school)
      let low = 0
      let high = ranked.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (sign * compareFigures(ranked[middle]!.figure, figure) < 0) low = middle + 1
        else high = middle
      }
      const own = figureOf[school]!
      const countsItself = own.state === 'known' && !bench.isExcluded(school) && sign * compareFigures(own, figure) < 0
      return low + 1 - (countsItself ? 1 : 0)
    }
    const answer = (school: number, figure: Figure): Verdict => {
      if (bench.isExcluded(school) || figure.state === 'notApplicable') return 'no'
      if (figure.state === 'unknown') return 'unknown'
      return rankOf(school, figure) <= poolOf(school).quota ? 'yes' : 'no'
    }
    const verdictOf = (school: number) => answer(school, figures.figureOf(school))
    return {
      verdictOf,
      costsOf: school =>
        countedCosts(verdictOf(school), figures.countsOf?.(school) ?? null, figure => answer(school, figure)),
      traceOf: school => {
        const figure = figureOf[school]!
        const { quota, size } = poolOf(school)
        const found = { quota, poolSize: size, share: `${share.num}/${share.den}` }
        const facts = figure.state === 'known' ? { rank: rankOf(school, figure), ...found } : found
        const parts = [figures.traceOf(school)]
        return { mechanism: 'bottom-share', verdict: verdictOf(school), ...shown(figure), facts, parts }
      },
    }
  },
})
