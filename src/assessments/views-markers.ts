import { aboveRegion } from '../core/statistics/above-region.ts'
import { cohortRatio, fencesOfRatios } from '../core/statistics/cohort-ratio.ts'
import { jumpAtThresholds } from '../core/statistics/jump-at-thresholds.ts'
import { compareMarks } from '../core/statistics/mark-comparison.ts'
import { shareInterval } from '../core/statistics/share-interval.ts'
import { spearman } from '../core/statistics/spearman.ts'
import type { Figures } from './model/figures.ts'
import type { Scale } from './model/scale.ts'
import type { Comparison, Markers, NotCountable } from './views-contract.ts'

export interface MarkerMaterial {
  readonly school: Figures
  /** null: no figures, or so few schools that the seat may not see them. */
  readonly municipality: Figures | null
  readonly region: Figures | null
  readonly scale: Scale | null
  readonly cohort: {
    /** null: too few participants with marks in one of the two years, or no result a year before. */
    readonly ratio: number | null
    readonly hasYearBefore: boolean
    /** Of all schools of the region. */
    readonly ratios: readonly number[]
  }
}

const cannot = (why: NotCountable['why'], found = 0, needed = 0): NotCountable => ({
  status: 'not-countable',
  why,
  found,
  needed,
})

/**
 * All markers of a school in one procedure, from counts alone. A marker without its material says what is missing.
 * @example markersOf({ school, municipality: null, region, scale, cohort }).jump.school // { status: 'counted', z: 3.1, … }
 */
export function markersOf({ school, municipality, region, scale, cohort }: MarkerMaterial): Markers {
  const valuesOf = valuesKind(school, scale)
  return {
    valuesOf,
    above: aboveOf(school, region, valuesOf),
    jump: jumpsOf(school, region, scale),
    spearman: school.journal ? spearman(school.journal.slice(1)) : cannot('no-journal'),
    cohort: cohortOf(cohort),
    low: {
      school: lowOf(school),
      municipality: municipality ? lowOf(municipality) : cannot('hidden'),
      region: region ? lowOf(region) : cannot('hidden'),
    },
    comparison: {
      school: comparisonOf(school, scale),
      region: region ? comparisonOf(region, scale) : cannot('hidden'),
    },
  }
}

/** Scores that a histogram and the markers are made of: those of the scale, else whichever there are. */
export function scoresOf(
  figures: Figures,
  scale: Scale | null,
): { of: 'primary' | 'test'; counts: readonly number[] } | null {
  const order =
    scale?.of === 'test' || !figures.scores ? (['test', 'primary'] as const) : (['primary', 'test'] as const)
  for (const of of order) {
    const counts = of === 'test' ? figures.testScores : figures.scores
    if (counts) return { of, counts }
  }
  return null
}

function valuesKind(school: Figures, scale: Scale | null): Markers['valuesOf'] {
  return scoresOf(school, scale)?.of ?? (school.marks ? 'mark' : null)
}

function aboveOf(school: Figures, region: Figures | null, of: Markers['valuesOf']): Markers['above'] {
  if (of === null) return cannot('no-scores')
  if (!region) return cannot('hidden')
  const values = (figures: Figures) =>
    of === 'primary' ? figures.scores : of === 'test' ? figures.testScores : withoutUnmarked(figures.marks)
  const whole = values(region)
  return whole ? aboveRegion(values(school)!, whole) : cannot('no-scores')
}

function withoutUnmarked(marks: readonly number[] | null): readonly number[] | null {
  return marks && [0, ...marks.slice(1)]
}

/** From this z on a jump is spoken of. Our own decision: with chance alone, one school in seven hundred reaches it. */
const jumpBorder = 3

function jumpsOf(school: Figures, region: Figures | null, scale: Scale | null): Markers['jump'] {
  const own = jumpOf(school, scale)
  const whole = region ? jumpOf(region, scale) : cannot('hidden')
  const isMore = own.status === 'counted' && (whole.status !== 'counted' || own.relative > whole.relative)
  return { seen: own.status === 'counted' && isMore && own.z >= jumpBorder, school: own, region: whole }
}

function jumpOf(figures: Figures, scale: Scale | null): Markers['jump']['school'] {
  const thresholds = scale?.marks ?? (scale?.minimum ? [scale.minimum] : null)
  if (!scale || !thresholds) return cannot('no-scale')
  const counts = scale.of === 'test' ? figures.testScores : figures.scores
  if (!counts) return cannot('no-scores')
  const jump = jumpAtThresholds(counts, thresholds)
  return jump.status === 'counted' ? { ...jump, at: [...jump.at] } : jump
}

function cohortOf({ ratio, hasYearBefore, ratios }: MarkerMaterial['cohort']): Markers['cohort'] {
  if (ratio === null) return hasYearBefore ? cannot('too-few', 0, 10) : cannot('no-year-before')
  const fences = fencesOfRatios(ratios)
  return fences.status === 'counted' ? cohortRatio(ratio, fences) : fences
}

/** The share of low results with its interval. */
export function lowOf({ judged, below }: Pick<Figures, 'judged' | 'below'>): Markers['low']['school'] {
  return below === null ? cannot('nothing', 0, 1) : shareInterval(below, judged)
}

function comparisonOf(figures: Figures, scale: Scale | null): Comparison | NotCountable {
  const { comparison, journal } = figures
  if (comparison)
    return {
      status: 'counted',
      from: 'file',
      lower: comparison[0] ?? 0,
      same: comparison[1] ?? 0,
      higher: comparison[2] ?? 0,
      withoutMark: 0,
    }
  if (!journal) return cannot('no-journal')
  if (!scale?.marks) return cannot('no-scale')
  if (scale.also !== null) return cannot('score-not-enough')
  const compared = compareMarks(journal, scale.marks)
  return compared.status === 'counted' ? { ...compared, from: 'journal' } : compared
}
