import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type BetaBinomialFit, fitBetaBinomial } from './beta-binomial.ts'
import { logLikelihood, slopes } from './beta-binomial-likelihood.ts'
import { tailCounts } from './tail-counts.ts'

/** Strata with α, β and the likelihood found by R; made by examples/beta-binomial.R. */
const reference = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'examples/beta-binomial.json'), 'utf8'),
) as { name: string; n: number[]; k: number[]; alpha: number; beta: number; logLikelihood: number }[]

function fitted(n: number[], k: number[]) {
  const fit = fitBetaBinomial(n, k)
  assert.equal(fit.status, 'fitted')
  return fit as Extract<BetaBinomialFit, { status: 'fitted' }>
}

describe('fitting the beta-binomial', () => {
  for (const { name, n, k, alpha, beta, logLikelihood: height } of reference) {
    test(`${name}: α and β are those of R`, () => {
      const fit = fitted(n, k)
      assert.ok(Math.abs(fit.alpha / alpha - 1) < 1e-7, `α ${fit.alpha}, R says ${alpha}`)
      assert.ok(Math.abs(fit.beta / beta - 1) < 1e-7, `β ${fit.beta}, R says ${beta}`)
      assert.ok(Math.abs(fit.logLikelihood - height) < 1e-8)
    })
  }

  test('a stratum where nobody, or everybody, is below is pooled', () => {
    assert.deepEqual(fitBetaBinomial([20, 30], [0, 0]), { status: 'pooled', share: 0 })
    assert.deepEqual(fitBetaBinomial([20, 30], [20, 30]), { status: 'pooled', share: 1 })
  })

  test('one school, or schools of one participant, show nothing about differences: pooled', () => {
    assert.deepEqual(fitBetaBinomial([20], [5]), { status: 'pooled', share: 0.25 })
    assert.deepEqual(fitBetaBinomial([1, 1, 1, 1], [0, 1, 0, 1]), { status: 'pooled', share: 0.5 })
  })

  test('schools that differ no more than chance makes them are pooled', () => {
    assert.deepEqual(fitBetaBinomial([20, 20, 20], [4, 5, 6]), { status: 'pooled', share: 0.25 })
  })

  test('on the border between pooled and fitted one participant decides', () => {
    // n = 10, p = ½: the likelihood rises from the binomial when Σ(k − 5)² > 2 · 2.5; 4 and 6 give 2, 3 and 7 give 8.
    assert.equal(fitBetaBinomial([10, 10], [4, 6]).status, 'pooled')
    assert.equal(fitBetaBinomial([10, 10], [3, 7]).status, 'fitted')
    // Exactly on it: n = 4, p = ½, Σ(k − 2)² = 2 · 1.
    assert.equal(fitBetaBinomial([4, 4], [1, 3]).status, 'pooled')
  })

  test('schools with none or all below, both kinds present, have no α and β', () => {
    assert.deepEqual(fitBetaBinomial([5, 6, 7], [0, 6, 0]), { status: 'not-converged' })
    assert.equal(fitBetaBinomial([5, 6, 7], [0, 6, 1]).status, 'fitted')
  })

  test('no participants, no fit', () => {
    assert.deepEqual(fitBetaBinomial([], []), { status: 'empty' })
    assert.deepEqual(fitBetaBinomial([0, 0], [0, 0]), { status: 'empty' })
  })

  test('on a flat ridge the likelihood is at least that of the binomial and of points all along the ridge', () => {
    // Variance a hair above the binomial's: 10,000 schools of 2, 2,501 + 4,998 + 2,501.
    const k = [...new Array(2501).fill(0), ...new Array(4998).fill(1), ...new Array(2501).fill(2)]
    const n = k.map(() => 2)
    const fit = fitted(n, k)
    // One θ for the schools of 2: P(k = 1) = 2 p q ÷ (1 + θ) = 0.4998, so θ = 1 ÷ 2499.
    assert.ok(Math.abs(fit.alpha / 1249.5 - 1) < 1e-6, `α ${fit.alpha}`)
    assert.ok(Math.abs(fit.beta / 1249.5 - 1) < 1e-6, `β ${fit.beta}`)
    for (const spread of [0, 1e-8, 1e-6, 1e-4, 1e-2])
      assert.ok(fit.logLikelihood >= logLikelihood(tailCounts(n, k), 0.5, spread))
  })

  const school = fc.integer({ min: 0, max: 60 }).chain(n => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })))
  test('a fit is a top: its gradient is zero and no point around it is higher', () => {
    fc.assert(
      fc.property(fc.array(school, { maxLength: 40 }), schools => {
        const n = schools.map(([of]) => of)
        const k = schools.map(([, below]) => below)
        const fit = fitBetaBinomial(n, k)
        const allOrNothing = schools.every(([of, below]) => below === 0 || below === of)
        if (fit.status === 'not-converged') return assert.ok(allOrNothing)
        if (fit.status !== 'fitted') return
        const counts = tailCounts(n, k)
        const spread = 1 / (fit.alpha + fit.beta)
        const mean = fit.alpha * spread
        const g = slopes(counts, mean, spread)
        assert.ok(Math.abs(g.byMean) <= 1e-8 * g.meanSize && Math.abs(g.bySpread) <= 1e-8 * g.spreadSize)
        for (const by of [0.5, 0.9, 1.1, 2])
          assert.ok(logLikelihood(counts, mean, spread * by) <= fit.logLikelihood + 1e-9)
        assert.ok(logLikelihood(counts, mean, 0) <= fit.logLikelihood + 1e-9)
      }),
    )
  })

  test('the order of schools does not matter', () => {
    const one = fitted([20, 30, 40], [2, 15, 9])
    const other = fitted([40, 20, 30], [9, 2, 15])
    assert.ok(Math.abs(one.alpha / other.alpha - 1) < 1e-9 && Math.abs(one.beta / other.beta - 1) < 1e-9)
  })
})
