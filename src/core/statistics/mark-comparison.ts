import { type NotCountable, notCountable } from './not-countable.ts'

/** «Сравнение отметок»: whose mark of the procedure is lower than, the same as, higher than the mark of the journal. */
export interface MarkComparison {
  readonly status: 'counted'
  readonly lower: number
  readonly same: number
  readonly higher: number
  /** Participants without a mark in the journal: named and left out. */
  readonly withoutMark: number
}

/**
 * The mark that a score gives on a scale.
 * @param thresholds lowest scores of «3», «4», «5»
 * @example markOfScore(7, [6, 10, 15]) // 3
 */
export function markOfScore(score: number, thresholds: readonly [number, number, number]): number {
  return 2 + thresholds.filter(threshold => score >= threshold).length
}

/**
 * Compares the marks of a procedure with those of the journal, from the table of counts and the scale.
 *
 * @param journal `journal[mark][score]` participants, mark 0 = no mark in the journal, 1…5
 * @param thresholds lowest scores of «3», «4», «5». A «1» of the journal is compared as «2»: the scale knows nothing lower
 * @returns `nothing` where nobody has both marks
 * @source definition of the report «Сравнение отметок»: понизили, подтвердили, повысили
 * @example compareMarks([[], [], [], [0, 0, 4, 6]], [1, 3, 9]) // journal «3»: four at 2 points same, six at 3 points higher
 */
export function compareMarks(
  journal: readonly ArrayLike<number>[],
  thresholds: readonly [number, number, number],
): MarkComparison | NotCountable {
  const sums = { lower: 0, same: 0, higher: 0, withoutMark: 0 }
  journal.forEach((row, mark) => {
    for (let score = 0; score < row.length; score++) {
      const difference = markOfScore(score, thresholds) - Math.max(2, mark)
      const place = mark === 0 ? 'withoutMark' : difference < 0 ? 'lower' : difference > 0 ? 'higher' : 'same'
      sums[place] += row[score]!
    }
  })
  if (sums.lower + sums.same + sums.higher === 0) return notCountable('nothing', 0, 1)
  return { status: 'counted', ...sums }
}
