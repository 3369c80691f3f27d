import type { ResultCell } from './cell.ts'

/** What a procedure × subject × grade × year says of scores. The data lives in `scales/`; this is only what it means. */
export interface Scale {
  /** The score that the thresholds speak of: ЕГЭ test scores, ОГЭ and ВПР primary ones. */
  readonly of: 'primary' | 'test'
  /** The highest score that can be had; null where it is not known. */
  readonly max: number | null
  /** The lowest scores of «3», «4» and «5»; null where no marks are given (ЕГЭ). */
  readonly marks: readonly [three: number, four: number, five: number] | null
  /** The lowest score that is not below the minimum; null means the lowest score of «3». */
  readonly minimum: number | null
  /** What else a mark needs besides the score (ОГЭ mathematics: points in geometry); null when the score alone decides. */
  readonly also: string | null
}

/**
 * The mark that a score earns.
 *
 * @param score whole points of the kind that `scale.of` names
 * @returns 2…5; null where the scale gives no marks
 * @example markOf({ of: 'primary', max: 20, marks: [7, 11, 15], minimum: null, also: null }, 6) // 2
 */
export function markOf(scale: Scale, score: number): 2 | 3 | 4 | 5 | null {
  if (scale.marks === null) return null
  const [three, four, five] = scale.marks
  if (score >= five) return 5
  if (score >= four) return 4
  return score >= three ? 3 : 2
}

/** Whether a score is below the minimum (the lowest score of «3» where no minimum is named); null where the scale says neither. */
export function isBelow(scale: Scale, score: number): boolean | null {
  const lowest = scale.minimum ?? scale.marks?.[0] ?? null
  return lowest === null ? null : score < lowest
}

/**
 * Participants of a cell below the minimum: by printed marks, else as the file itself says, else by the scale over scores.
 *
 * @returns null when it cannot be told: no marks and no scores of everybody, no scale, or a scale for which the score alone does not decide
 * @example belowOf({ ...cell, marks: [0, 0, 6, 10, 4, 0] }, null) // 6
 */
export function belowOf(
  cell: Pick<ResultCell, 'participants' | 'marks' | 'below' | 'scores' | 'testScores'>,
  scale: Scale | null,
): number | null {
  if (cell.marks !== null && (cell.marks[0] ?? 0) === 0) return (cell.marks[1] ?? 0) + (cell.marks[2] ?? 0)
  if (cell.below !== null) return cell.below
  const scores = scale?.of === 'test' ? cell.testScores : cell.scores
  if (scale === null || scale.also !== null || scores === null) return null
  let counted = 0
  let below = 0
  for (const [score, count] of scores.entries()) {
    const low = isBelow(scale, score)
    if (low === null) return null
    counted += count
    if (low) below += count
  }
  return counted === cell.participants ? below : null
}
