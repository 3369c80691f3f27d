import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fitBetaBinomial } from './beta-binomial.ts'
import { type Chance, stratumChances } from './stratum-chance.ts'

const third = { num: 3, den: 10 }
const fitted = (alpha: number, beta: number) => ({ status: 'fitted', alpha, beta, logLikelihood: 0 }) as const

describe('the chance of the schools of a stratum', () => {
  test('one school under a known fit: the figures of R', () => {
    // R 4.2.2: a <- 2 + 9; b <- 8 + 11; c(a / (a + b), qbeta(c(0.05, 0.95), a, b), pbeta(0.3, a, b, lower.tail = FALSE))
    const [chance] = stratumChances(fitted(2, 8), [20], [9], third)
    const expected = {
      posteriorMean: 0.3666666666666667,
      q05: 0.22934001024044828,
      q95: 0.51427019773524685,
      probability: 0.77081658660615227,
    }
    for (const [name, value] of Object.entries(expected))
      assert.ok(Math.abs(chance![name as keyof Chance] - value) < 1e-12, `${name}: ${chance![name as keyof Chance]}`)
  })

  test('a small school is pulled to its stratum more than a large one with the same share', () => {
    const [small, large] = stratumChances(fitted(2, 8), [4, 100], [2, 50], third)
    assert.ok(small!.posteriorMean < large!.posteriorMean && large!.posteriorMean < 0.5)
    assert.ok(small!.probability < large!.probability)
    assert.ok(small!.q95 - small!.q05 > large!.q95 - large!.q05)
  })

  test('a school without participants has the chance of its stratum', () => {
    const [none] = stratumChances(fitted(1, 1), [0], [0], third)
    assert.ok(Math.abs(none!.posteriorMean - 0.5) < 1e-15 && Math.abs(none!.probability - 0.7) < 1e-14)
    assert.ok(Math.abs(none!.q05 - 0.05) < 1e-14 && Math.abs(none!.q95 - 0.95) < 1e-14)
  })

  test('in a pooled stratum every school has the pooled share; exactly on the threshold it reaches it', () => {
    const chances = stratumChances(fitBetaBinomial([10, 10], [3, 3]), [10, 10], [3, 3], third)
    assert.deepEqual(chances[0], { posteriorMean: 0.3, q05: 0.3, q95: 0.3, probability: 1 })
    assert.equal(stratumChances(fitBetaBinomial([100, 100], [30, 29]), [100, 100], [30, 29], third)[1]!.probability, 0)
  })

  test('where the fit says nothing, nothing is said of the schools', () => {
    assert.deepEqual(stratumChances(fitBetaBinomial([5, 6], [0, 6]), [5, 6], [0, 6], third), [null, null])
    assert.deepEqual(stratumChances(fitBetaBinomial([0], [0]), [0], [0], third), [null])
  })

  test('a threshold of 0 is always reached, one of 1 never', () => {
    assert.equal(stratumChances(fitted(2, 8), [20], [9], { num: 0, den: 1 })[0]!.probability, 1)
    assert.equal(stratumChances(fitted(2, 8), [20], [9], { num: 1, den: 1 })[0]!.probability, 0)
  })

  const school = fc.integer({ min: 0, max: 80 }).chain(n => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })))
  const number = fc.double({ min: 0.05, max: 200, noNaN: true })
  test('a school has the same chance alone as among its neighbours', () => {
    fc.assert(
      fc.property(number, number, fc.array(school, { minLength: 1, maxLength: 30 }), (alpha, beta, schools) => {
        const n = schools.map(([of]) => of)
        const k = schools.map(([, below]) => below)
        const together = stratumChances(fitted(alpha, beta), n, k, third)
        for (const [at, [of, below]] of schools.entries()) {
          const [alone] = stratumChances(fitted(alpha, beta), [of], [below], third)
          for (const name of ['posteriorMean', 'q05', 'q95', 'probability'] as const)
            assert.ok(Math.abs(alone![name] - together[at]![name]) < 1e-11, `${name} of ${below} of ${of}`)
        }
      }),
    )
  })

  test('one participant more below never makes the chance smaller', () => {
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 80 }), (alpha, beta, n) => {
        const k = Array.from({ length: n + 1 }, (_, below) => below)
        const chances = stratumChances(fitted(alpha, beta), new Array(n + 1).fill(n), k, third)
        for (let below = 1; below <= n; below++) {
          assert.ok(chances[below]!.probability >= chances[below - 1]!.probability - 1e-12)
          assert.ok(chances[below]!.q05 > chances[below - 1]!.q05 - 1e-12)
        }
      }),
    )
  })
})
