import type { ResultCell } from './cell.ts'
import { belowOf, markOf, type Scale } from './scale.ts'

/** A scale that says which one it is: the shipped folder (`vpr-2020-2022`) or the region's own edition (`region/2`). */
export interface NamedScale extends Scale {
  readonly id: string
}

/** What follows from a cell: how many have which mark, how many are below, and how many points they have together. */
export interface CellFacts {
  /** Participants by mark: without a mark, «1» … «5»; null where neither the file nor a scale gives marks. */
  readonly markCounts: readonly number[] | null
  /** With mark «2» or under the minimum; null where that is not known of every participant. */
  readonly below: number | null
  readonly pointsOf: 'primary' | 'test' | 'mark' | null
  readonly pointsSum: number | null
  readonly pointsCount: number | null
  /** The scale that made marks or `below`; null when the file printed them. */
  readonly scale: string | null
}

/**
 * Marks, low results and points of a cell. What the file prints wins over what a scale computes.
 *
 * @param scale of the procedure, subject, grade and year; null where none is known
 * @example factsOf({ ...cell, marks: null, scores: [0, 1, 1], participants: 2 }, twoIsEnough).below // 1
 */
export function factsOf(cell: ResultCell, scale: NamedScale | null): CellFacts {
  const isMarked = cell.marks !== null && cell.marks[0] === 0
  const computed = isMarked || !scale ? null : marksBy(scale, cell)
  const markCounts = computed ?? (cell.marks !== null && sumOf(cell.marks, 1) > 0 ? cell.marks : null)
  const below = belowOf(cell, scale)
  const byScale = computed !== null || (below !== null && !isMarked && cell.below === null)
  return { markCounts, below, ...pointsIn(cell), scale: byScale && scale ? scale.id : null }
}

/** Which points the mean of a procedure is made of: test scores in ЕГЭ, primary ones elsewhere. Base mathematics has no test score. */
export function usualPoints(procedure: string, subject: string): 'primary' | 'test' {
  return procedure === 'ЕГЭ' && !subject.includes('базов') ? 'test' : 'primary'
}

/** Participants by computed mark; null unless the scale alone decides and everybody has a score. */
function marksBy(scale: Scale, cell: ResultCell): readonly number[] | null {
  const counts = scale.of === 'test' ? cell.testScores : cell.scores
  if (!scale.marks || scale.also !== null || !counts || sumOf(counts) !== cell.participants) return null
  const marks = [0, 0, 0, 0, 0, 0]
  for (const [score, count] of counts.entries()) marks[markOf(scale, score)!]! += count
  return marks
}

function pointsIn(cell: ResultCell): Pick<CellFacts, 'pointsOf' | 'pointsSum' | 'pointsCount'> {
  const usual = usualPoints(cell.procedure, cell.subject)
  for (const kind of usual === 'test' ? (['test', 'primary'] as const) : (['primary', 'test'] as const)) {
    const counts = kind === 'primary' ? cell.scores : cell.testScores
    const pointsCount = counts ? sumOf(counts) : 0
    if (pointsCount > 0) {
      const pointsSum = counts!.reduce((sum, count, score) => sum + count * score, 0)
      return { pointsOf: kind, pointsSum, pointsCount }
    }
    if (cell.mean?.of === kind && cell.participants > 0) return fromMean(cell.mean, cell.participants)
  }
  if (cell.mean && cell.participants > 0) return fromMean(cell.mean, cell.participants)
  return { pointsOf: null, pointsSum: null, pointsCount: null }
}

/** The sum to a millionth: a mean is printed with a few digits. */
function fromMean({ value, of }: NonNullable<ResultCell['mean']>, participants: number) {
  return { pointsOf: of, pointsSum: Math.round(value * participants * 1e6) / 1e6, pointsCount: participants }
}

function sumOf(counts: readonly number[], from = 0): number {
  let sum = 0
  for (let at = from; at < counts.length; at++) sum += counts[at]!
  return sum
}
