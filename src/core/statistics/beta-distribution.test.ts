import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { betaDistribution, betaTails } from './beta-distribution.ts'
import { betaQuantileLogit } from './beta-quantile.ts'
import { stirlingRemainder } from './stirling-remainder.ts'

/** α, β, x, P(p ≤ x), P(p > x), 5 % and 95 % quantiles; made by examples/beta.R. */
const reference = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'examples/beta.json'), 'utf8')) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
][]

const logitOf = (x: number) => Math.log(x) - Math.log1p(-x)
const shareOf = (logit: number) => 1 / (1 + Math.exp(-logit))

function near(found: number, expected: number, relative: number, what: string) {
  assert.ok(Math.abs(found - expected) <= relative * Math.abs(expected), `${what}: ${found}, R says ${expected}`)
}

describe('the beta distribution', () => {
  test('both tails are those of R, to ten digits even where a tail is tiny', () => {
    for (const [alpha, beta, x, below, above] of reference) {
      const tails = betaTails(betaDistribution(alpha, beta), logitOf(x))
      near(tails.below, below, 1e-10, `P(p ≤ ${x}) of Beta(${alpha}, ${beta})`)
      near(tails.above, above, 1e-10, `P(p > ${x}) of Beta(${alpha}, ${beta})`)
    }
  })

  test('the 5 % and 95 % quantiles are those of R, to ten digits', () => {
    for (const [alpha, beta, , , , q05, q95] of reference) {
      const distribution = betaDistribution(alpha, beta)
      near(shareOf(betaQuantileLogit(distribution, 0.05)), q05, 1e-10, `5 % of Beta(${alpha}, ${beta})`)
      near(shareOf(betaQuantileLogit(distribution, 0.95)), q95, 1e-10, `95 % of Beta(${alpha}, ${beta})`)
    }
  })

  test('for whole numbers it is a sum of binomial chances', () => {
    near(betaTails(betaDistribution(2, 3), 0).below, 11 / 16, 1e-14, 'four tosses, at least two heads')
    near(betaTails(betaDistribution(1, 7), logitOf(0.2)).above, 0.8 ** 7, 1e-14, 'seven tosses, no success')
  })

  test('nothing lies below 0 or above 1', () => {
    assert.equal(betaTails(betaDistribution(2, 3), Number.NEGATIVE_INFINITY).above, 1)
    assert.equal(betaTails(betaDistribution(2, 3), Number.POSITIVE_INFINITY).above, 0)
  })

  const number = fc.double({ min: 0.02, max: 2000, noNaN: true })
  test('a quantile looked up again gives back its probability, from whatever guess', () => {
    fc.assert(
      fc.property(
        number,
        number,
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: -40, max: 40, noNaN: true }),
        (alpha, beta, probability, guess) => {
          const distribution = betaDistribution(alpha, beta)
          const found = betaTails(distribution, betaQuantileLogit(distribution, probability, guess)).below
          assert.ok(Math.abs(found - probability) < 1e-11, `${found}`)
        },
      ),
    )
  })

  test('changing the sides of a distribution changes the sides of its tails', () => {
    fc.assert(
      fc.property(number, number, fc.double({ min: -20, max: 20, noNaN: true }), (alpha, beta, logit) => {
        const straight = betaTails(betaDistribution(alpha, beta), logit)
        const mirrored = betaTails(betaDistribution(beta, alpha), -logit)
        assert.ok(Math.abs(straight.below - mirrored.above) <= 1e-12)
      }),
    )
  })
})

describe('the remainder of Stirling’s formula', () => {
  test('is known at 1 and at ½, where the gamma function is 1 and √π', () => {
    near(stirlingRemainder(1), 1 - 0.5 * Math.log(2 * Math.PI), 1e-13, 'at 1')
    near(stirlingRemainder(0.5), 0.5 - 0.5 * Math.log(2), 1e-13, 'at ½')
  })
  test('is the same on both sides of the border between recurrence and series', () => {
    near(stirlingRemainder(10 - 1e-9), stirlingRemainder(10), 1e-9, 'at 10')
  })
})
