import { Type } from 'typebox'
import { costsOfAtLeast, oppositeCosts } from '../cost.ts'
import type { ReadyRule, Workbench } from '../mechanism.ts'
import { ruleMechanism } from '../shapes.ts'
import { atLeast, opposite, tally } from '../verdict.ts'

const Parts = Type.Array(Type.Unknown(), { minItems: 1 })

/** One of the rules is enough. */
export const any = ruleMechanism({
  name: 'any',
  shape: Parts,
  tell: parts => ({ key: 'any', parts }),
  ready: (parts, bench) => combined('any', () => 1, parts, bench),
})

/** Every rule must say yes. */
export const all = ruleMechanism({
  name: 'all',
  shape: Parts,
  tell: parts => ({ key: 'all', parts }),
  ready: (parts, bench) => combined('all', rules => rules.length, parts, bench),
})

/** At least so many of the rules. */
export const atLeastOf = ruleMechanism({
  name: 'at-least',
  shape: Type.Object({ count: Type.Integer({ minimum: 1 }), of: Parts }, { additionalProperties: false }),
  tell: ({ count, of }) => ({ key: 'atLeast', params: { count }, parts: of }),
  ready: ({ count, of }, bench) => combined('at-least', () => count, of, bench),
})

/** The opposite; the unknown stays unknown. */
export const not = ruleMechanism({
  name: 'not',
  shape: Type.Unknown(),
  tell: part => ({ key: 'not', parts: [part] }),
  ready(part, bench) {
    const rule = bench.rule(part, `${bench.path}`)
    return {
      verdictOf: school => opposite(rule.verdictOf(school)),
      costsOf: school => oppositeCosts(rule.costsOf(school)),
      traceOf: school => ({
        mechanism: 'not',
        verdict: opposite(rule.verdictOf(school)),
        parts: [rule.traceOf(school)],
      }),
    }
  },
})

function combined(
  mechanism: string,
  neededOf: (rules: readonly ReadyRule[]) => number,
  parts: readonly unknown[],
  bench: Workbench,
): ReadyRule {
  const rules = parts.map((part, at) => bench.rule(part, `${bench.path}[${at}]`))
  const needed = neededOf(rules)
  const verdictOf = (school: number) => atLeast(needed, tally(rules.map(rule => rule.verdictOf(school))))
  return {
    verdictOf,
    costsOf: school =>
      costsOfAtLeast(
        needed,
        rules.map(rule => rule.costsOf(school)),
      ),
    traceOf: school => ({
      mechanism,
      verdict: verdictOf(school),
      facts: { needed, of: rules.length },
      parts: rules.map(rule => rule.traceOf(school)),
    }),
  }
}
