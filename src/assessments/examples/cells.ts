import type { SchoolId } from '../../core/base/index.ts'
import type { KnownCell, ResultFile } from '../known-cell.ts'

/** Results of one class of invented pupils: ВПР in mathematics of grade 5, ten participants, nothing but their number. */
export function aCell(organisationId: string, parts: Partial<KnownCell> = {}): KnownCell {
  return {
    organisationId: organisationId as SchoolId,
    schoolCode: 'sch020001',
    procedure: 'ВПР',
    subject: 'математика',
    grade: 5,
    year: 2021,
    wave: 'spring',
    class: '5А',
    basis: 'participants',
    participants: 10,
    absent: null,
    scores: null,
    testScores: null,
    marks: null,
    below: null,
    mean: null,
    journal: null,
    comparison: null,
    tasks: null,
    ...parts,
  }
}

/** The same number of participants at each of these scores. @example histogram({ 6: 3, 7: 7 }) // [0, 0, 0, 0, 0, 0, 3, 7] */
export function histogram(counts: Readonly<Record<number, number>>): number[] {
  const scores = Object.keys(counts).map(Number)
  return Array.from({ length: Math.max(...scores) + 1 }, (_, score) => counts[score] ?? 0)
}

export function aFile(name = 'результаты.xlsx'): ResultFile {
  return { name, sha256: 'a'.repeat(64), layout: 'vpr-2022', report: { accepted: 10 } }
}
