import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { aboveRegion, meanInterval } from './above-region.ts'
import { cohortRatio, fencesOfRatios } from './cohort-ratio.ts'
import { jumpAtThresholds } from './jump-at-thresholds.ts'
import { compareMarks, markOfScore } from './mark-comparison.ts'
import { meanOfCounts } from './mean-of-counts.ts'
import { shareInterval } from './share-interval.ts'
import { spearman } from './spearman.ts'

/** Worked out by R from people one by one; made by examples/markers.R. */
const reference = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'examples/markers.json'), 'utf8')) as {
  means: { counts: number[]; mean: number; deviation: number; low: number; high: number }[]
  spearmans: { table: number[][]; corrected: number; printed: number }[]
  fences: { ratios: number[]; q25: number; median: number; q75: number; low: number; high: number }[]
  shares: [number, number, number, number][]
}

function near(found: number | null, expected: number, what: string) {
  assert.ok(
    found !== null && Math.abs(found - expected) <= 1e-12 * Math.max(1, Math.abs(expected)),
    `${what}: ${found}, expected ${expected}`,
  )
}
/** The figures of an answer that can be counted. */
function counted<T extends { status: string }>(answer: T): Exclude<T, { status: 'not-countable' }> {
  assert.notEqual(answer.status, 'not-countable')
  return answer as Exclude<T, { status: 'not-countable' }>
}
const whyNot = (answer: { status: string }) => [
  answer.status,
  'why' in answer && answer.why,
  'found' in answer && answer.found,
  'needed' in answer && answer.needed,
]

describe('the marker «выше региона»', () => {
  test('means, deviations and intervals are those of R, from counts alone', () => {
    for (const { counts, mean, deviation, low, high } of reference.means) {
      near(meanOfCounts(counts)!.mean, mean, 'mean')
      near(meanOfCounts(counts)!.deviation, deviation, 'deviation')
      const interval = counted(meanInterval(counts, 2))
      near(interval.low, low, 'low')
      near(interval.high, high, 'high')
    }
  })
  // Sixteen at 10 and sixteen at 12: mean 11, s² = 32/31. Region 200 at 8 and 200 at 12: mean 10, S² = 1600/399.
  const school = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0, 16]
  const region = [0, 0, 0, 0, 0, 0, 0, 0, 200, 0, 0, 0, 200]
  test('a school whose interval lies above the whole interval of the region is above', () => {
    const answer = counted(aboveRegion(school, region))
    near(answer.school.low, 11 - (1.96 * Math.sqrt(32 / 31)) / Math.sqrt(32), 'school')
    near(answer.region.high, 10 + (1.96 * Math.sqrt(1600 / 399)) / 20, 'region')
    assert.equal(answer.status, 'above')
  })
  test('a higher mean is not enough where the intervals meet', () => {
    // The school's begins at 10.648; with 18 and 18 the region's ends at 10.663, with 20 and 20 at 10.628.
    assert.equal(aboveRegion(school, [0, 0, 0, 0, 0, 0, 0, 0, 18, 0, 0, 0, 18]).status, 'not-above')
    assert.equal(aboveRegion(school, [0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 20]).status, 'above')
  })
  test('nine participants are too few, ten are enough, ten with one and the same score have no spread', () => {
    assert.deepEqual(whyNot(meanInterval([4, 5])), ['not-countable', 'too-few', 9, 10])
    assert.equal(meanInterval([5, 5]).status, 'counted')
    assert.deepEqual(whyNot(aboveRegion([0, 10], region)), ['not-countable', 'no-spread', 10, 0])
  })
  test('a school without participants has no mean, not a mean of zero', () => {
    assert.equal(meanOfCounts([]), null)
    assert.deepEqual(whyNot(meanInterval([0, 0])), ['not-countable', 'nothing', 0, 10])
  })
})

describe('the rank correlation of journal marks and scores', () => {
  test('both formulas are those of R, from counts alone', () => {
    for (const { table, corrected, printed } of reference.spearmans) {
      const found = counted(spearman(table, 3))
      near(found.corrected, corrected, 'corrected for ties')
      near(found.printed, printed, 'as printed')
    }
  })
  test('without ties the two formulas agree', () => {
    // Ten pupils, each with a rank of their own in both orders; the first and the fourth change places: Σd² = 9 + 9, ρ = 1 − 108/990.
    const order = [3, 1, 2, 0, 4, 5, 6, 7, 8, 9]
    const found = counted(spearman(order.map(score => Array.from({ length: 10 }, (_, at) => (at === score ? 1 : 0)))))
    near(found.printed, found.corrected, 'formulas')
    near(found.corrected, 1 - (6 * 18) / 990, 'by hand')
  })
  test('with ties the printed formula gives another figure than the corrected one', () => {
    // Journal «3» and «4», scores 0 and 1, table 6 2 / 2 6: correlation (36 − 4) ÷ 64 = ½; mean ranks 4,5 and 12,5, Σd² = 4·64.
    const found = counted(
      spearman([
        [6, 2],
        [2, 6],
      ]),
    )
    near(found.corrected, 0.5, 'corrected')
    near(found.printed, 1 - (6 * 256) / (16 * 255), 'printed')
  })
  test('a class where everybody has «4» in the journal cannot be compared', () => {
    assert.deepEqual(whyNot(spearman([[], [3, 9, 4]])), ['not-countable', 'no-spread', 16, 0])
    assert.deepEqual(
      whyNot(
        spearman([
          [1, 3],
          [2, 3],
        ]),
      ),
      ['not-countable', 'too-few', 9, 10],
    )
  })
})

describe('the jump at thresholds', () => {
  test('is worked out as written: two thresholds, 30 and 20 above, 10 and 4 below', () => {
    const found = counted(jumpAtThresholds([0, 10, 30, 7, 4, 20], [2, 5]))
    near(found.z, (20 + 16) / Math.sqrt(64), 'z')
    near(found.relative, 36 / 64, 'relative')
    assert.equal(found.n, 64)
  })
  test('an even histogram has no jump, a falling one has a negative one', () => {
    near(counted(jumpAtThresholds([9, 9, 9, 9], [1, 3])).z, 0, 'even')
    near(counted(jumpAtThresholds([16, 9, 9, 0], [1, 3])).z, (-7 - 9) / Math.sqrt(34), 'falling')
  })
  test('nobody near a threshold is not a jump of zero; nine are too few', () => {
    assert.deepEqual(whyNot(jumpAtThresholds([40, 0, 0, 0], [2, 3])), ['not-countable', 'nothing', 0, 10])
    assert.deepEqual(whyNot(jumpAtThresholds([0, 2, 7], [2])), ['not-countable', 'too-few', 9, 10])
    near(counted(jumpAtThresholds([0, 2, 8], [2])).z, 6 / Math.sqrt(10), 'ten')
  })
  test('a threshold above the scores that occur counts nobody', () => {
    assert.equal(counted(jumpAtThresholds([0, 5, 15], [2, 9])).n, 20)
  })
})

describe('the ratio of a cohort', () => {
  test('fences are those of R with quantiles of type 7', () => {
    for (const { ratios, q25, median, q75, low, high } of reference.fences) {
      const found = counted(fencesOfRatios(ratios))
      near(found.q25, q25, 'Q25')
      near(found.median, median, 'median')
      near(found.q75, q75, 'Q75')
      near(found.low, low, 'low')
      near(found.high, high, 'high')
    }
  })
  test('a ratio on the fence is inside, one beyond it is not', () => {
    const fences = counted(fencesOfRatios([1, 1, 2, 2, 2, 2, 3, 3, 3]))
    assert.deepEqual([fences.q25, fences.q75, fences.low, fences.high], [2, 3, -1, 6])
    assert.equal(cohortRatio(6, fences).status, 'inside')
    assert.equal(cohortRatio(6.001, fences).status, 'above')
    assert.equal(cohortRatio(-1.001, fences).status, 'below')
  })
  test('seven schools are too few; schools that do not differ have no fences', () => {
    assert.deepEqual(whyNot(fencesOfRatios([1, 2, 3, 4, 5, 6, 7])), ['not-countable', 'too-few', 7, 8])
    assert.deepEqual(whyNot(fencesOfRatios([1, 1, 1, 1, 1, 1, 1, 9])), ['not-countable', 'no-spread', 8, 0])
  })
})

describe('the comparison of marks', () => {
  // ВПР, mathematics of grade 4: «3» from 6, «4» from 10, «5» from 15 of 20.
  const scale = [6, 10, 15] as const
  test('a mark changes exactly on its threshold', () => {
    assert.deepEqual(
      [0, 5, 6, 9, 10, 14, 15, 20].map(score => markOfScore(score, scale)),
      [2, 2, 3, 3, 4, 4, 5, 5],
    )
  })
  test('counts who is lower, the same and higher, and names those without a mark in the journal', () => {
    const row = (at: Record<number, number>) => Array.from({ length: 21 }, (_, score) => at[score] ?? 0)
    const journal = [
      row({ 12: 2 }),
      [],
      row({ 5: 1 }),
      row({ 5: 4, 6: 3, 10: 2 }),
      row({ 9: 1, 14: 5 }),
      row({ 20: 7 }),
    ]
    assert.deepEqual(compareMarks(journal, scale), {
      status: 'counted',
      lower: 5,
      same: 1 + 3 + 5 + 7,
      higher: 2,
      withoutMark: 2,
    })
  })
  test('a «1» of the journal is compared as «2»: a scale knows nothing lower', () => {
    assert.deepEqual(compareMarks([[], [2, 0, 0, 0, 0, 0, 1]], scale), {
      status: 'counted',
      lower: 0,
      same: 2,
      higher: 1,
      withoutMark: 0,
    })
  })
  test('where nobody has a mark in the journal there is nothing to compare', () => {
    assert.deepEqual(whyNot(compareMarks([[0, 30]], scale)), ['not-countable', 'nothing', 0, 1])
  })
})

describe('the interval of a share', () => {
  test('is Wilson’s as R works it out, also for none, for all and for one of a thousand', () => {
    for (const [k, n, low, high] of reference.shares) {
      const found = counted(shareInterval(k, n))
      near(found.low, low, `${k} of ${n}`)
      near(found.high, high, `${k} of ${n}`)
    }
  })
  test('a share of nobody has no interval', () => {
    assert.deepEqual(whyNot(shareInterval(0, 0)), ['not-countable', 'nothing', 0, 1])
  })
  test('holds its share and stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const { low, share, high } = counted(shareInterval(Math.round(part * n), n))
        assert.ok(low >= 0 && low <= share && share <= high && high <= 1)
      }),
    )
  })
})
