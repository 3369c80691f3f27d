import {
  factsOf,
  type GatheredCell,
  placeOf,
  scaleFor,
  type shippedScales,
  type Wave,
} from '../../assessments/contract.ts'
import { refuse } from '../../core/base/index.ts'

type Scales = Awaited<ReturnType<typeof shippedScales>>

/** A line of counts.csv: a school in one procedure, all of its classes and counted waves together. */
interface CountsLine {
  readonly schoolCode: string
  readonly year: number
  readonly procedure: string
  readonly subject: string
  readonly grade: number
  participants: number
  /** null as soon as one class does not say it. */
  below: number | null
  pointsSum: number | null
  readonly waves: Set<Wave>
}

/** Waves that count unless a person names others. September is a second try of the same people. */
export const usualWaves: readonly Wave[] = ['main', 'reserve', 'spring', 'autumn']

/**
 * Adds cells up to the lines that `./opora identify` reads.
 *
 * @param scales for cells whose file prints no marks
 * @param counted waves that are added up
 * @example const lines = startCountsFile(await shippedScales(), usualWaves); lines.add(cell); lines.csv()
 */
export function startCountsFile(scales: Scales, counted: readonly Wave[]) {
  const lines = new Map<string, CountsLine>()
  return {
    add(cell: GatheredCell): void {
      if (!counted.includes(cell.wave)) return
      const { schoolCode, year, procedure, subject, grade } = cell
      const key = [schoolCode, year, procedure, subject, grade].join('\n')
      const facts = factsOf(cell, scaleFor(scales, placeOf(cell), 0))
      const points = facts.pointsCount === cell.participants ? facts.pointsSum : null
      const line = lines.get(key)
      if (!line) {
        const { participants } = cell
        const waves = new Set([cell.wave])
        lines.set(key, {
          schoolCode,
          year,
          procedure,
          subject,
          grade,
          participants,
          below: facts.below,
          pointsSum: points,
          waves,
        })
        return
      }
      line.participants += cell.participants
      line.below = line.below === null || facts.below === null ? null : line.below + facts.below
      line.pointsSum = line.pointsSum === null || points === null ? null : line.pointsSum + points
      line.waves.add(cell.wave)
    },
    /** @throws refuse('conflict', 'results/waves-clash') when spring and autumn of one year would be added up */
    csv(): { readonly text: string; readonly rows: number; readonly unknown: number } {
      const written = ['school,year,procedure,subject,grade,participants,below,mean']
      let unknown = 0
      for (const line of lines.values()) {
        if (line.waves.has('spring') && line.waves.has('autumn')) throw refuse('conflict', 'results/waves-clash')
        if (line.below === null) unknown++
        const mean = line.pointsSum === null || line.participants === 0 ? '' : round(line.pointsSum / line.participants)
        const { schoolCode, year, procedure, subject, grade, participants } = line
        written.push(
          [schoolCode, year, procedure, subject, grade, participants, line.below ?? 'unknown', mean]
            .map(quoted)
            .join(','),
        )
      }
      return { text: `${written.join('\n')}\n`, rows: lines.size, unknown }
    },
  }
}

/** Six digits after the point: more than any order compares. */
const round = (value: number) => String(Math.round(value * 1e6) / 1e6)

function quoted(value: string | number): string {
  const text = String(value)
  return /[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
