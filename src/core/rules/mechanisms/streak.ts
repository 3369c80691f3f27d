import { Type } from 'typebox'
import { costsOfAtLeast } from '../cost.ts'
import { yearsOf } from '../mechanism.ts'
import { ruleMechanism, Years } from '../shapes.ts'
import { atLeast, tally } from '../verdict.ts'

/** A rule holds in at least so many of the years: «два года подряд» is 2 of the last 2. */
export const streak = ruleMechanism({
  name: 'streak',
  shape: Type.Object(
    { atLeast: Type.Integer({ minimum: 1 }), rule: Type.Unknown(), ...Years },
    { additionalProperties: false },
  ),
  tell: ({ atLeast: needed, years, last, rule }) => ({
    key: 'streak',
    params: { needed, years: years?.join(', ') ?? '', of: years?.length ?? last ?? 1 },
    parts: [rule],
  }),
  ready(data, bench) {
    const years = yearsOf(data, bench)
    const rules = years.map(year => bench.rule(data.rule, `${bench.path}.rule`, year))
    const verdictOf = (school: number) => atLeast(data.atLeast, tally(rules.map(rule => rule.verdictOf(school))))
    return {
      verdictOf,
      costsOf: school =>
        costsOfAtLeast(
          data.atLeast,
          rules.map(rule => rule.costsOf(school)),
        ),
      traceOf: school => ({
        mechanism: 'streak',
        verdict: verdictOf(school),
        value: tally(rules.map(rule => rule.verdictOf(school))).yes,
        facts: { needed: data.atLeast, years: years.join(', ') },
        parts: rules.map(rule => rule.traceOf(school)),
      }),
    }
  },
})
