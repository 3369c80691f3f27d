import { leastParticipants, type NotCountable, notCountable } from './not-countable.ts'

export interface Spearman {
  readonly status: 'counted'
  readonly n: number
  /** Corrected for ties: the correlation of mean ranks. This is Spearman's ρ. */
  readonly corrected: number
  /** By the formula in print, 1 − 6Σd² ÷ (n(n² − 1)), from the same mean ranks. With many ties it lies above the corrected one. */
  readonly printed: number
}

/**
 * Spearman's rank correlation of the journal mark and the score, from a table of counts.
 * Marks repeat by their nature, so the two formulas differ and both are given; a page names which one it shows.
 *
 * @param table `table[mark][score]` participants; rows and columns in rising order. A participant without a journal mark does not belong here
 * @param least fewest participants
 * @returns `no-spread` where all marks or all scores are the same: then no order can be compared
 * @source Kendall, Gibbons (1990), Rank Correlation Methods, 5th ed., chapter 3 (ties); the printed formula: Spearman (1904)
 * @example spearman([[5, 0], [0, 5]]) // corrected 1, printed 1
 */
export function spearman(table: readonly ArrayLike<number>[], least = leastParticipants): Spearman | NotCountable {
  const width = table.reduce((most, row) => Math.max(most, row.length), 0)
  const perMark = new Float64Array(table.length)
  const perScore = new Float64Array(width)
  let n = 0
  table.forEach((row, mark) => {
    for (let score = 0; score < row.length; score++) {
      perMark[mark]! += row[score]!
      perScore[score]! += row[score]!
      n += row[score]!
    }
  })
  if (n === 0) return notCountable('nothing', 0, least)
  if (n < least) return notCountable('too-few', n, least)
  const markRanks = meanRanks(perMark)
  const scoreRanks = meanRanks(perScore)
  const middle = (n + 1) / 2
  let together = 0
  let squares = 0
  table.forEach((row, mark) => {
    for (let score = 0; score < row.length; score++) {
      const difference = markRanks[mark]! - scoreRanks[score]!
      together += row[score]! * (markRanks[mark]! - middle) * (scoreRanks[score]! - middle)
      squares += row[score]! * difference * difference
    }
  })
  const spread = Math.sqrt(spreadOfRanks(perMark, markRanks, middle) * spreadOfRanks(perScore, scoreRanks, middle))
  if (spread === 0) return notCountable('no-spread', n)
  return { status: 'counted', n, corrected: together / spread, printed: 1 - (6 * squares) / (n * (n * n - 1)) }
}

/** The rank of each value: the mean of the places that those with this value take. */
function meanRanks(counts: ArrayLike<number>): Float64Array {
  const ranks = new Float64Array(counts.length)
  let before = 0
  for (let value = 0; value < counts.length; value++) {
    ranks[value] = before + (counts[value]! + 1) / 2
    before += counts[value]!
  }
  return ranks
}

function spreadOfRanks(counts: ArrayLike<number>, ranks: ArrayLike<number>, middle: number): number {
  let sum = 0
  for (let value = 0; value < counts.length; value++) sum += counts[value]! * (ranks[value]! - middle) ** 2
  return sum
}
