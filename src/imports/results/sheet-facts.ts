import { usualGrade, type Wave } from '../../assessments/contract.ts'
import { refuse } from '../../core/base/index.ts'
import { type FactName, type Facts, factNames, factsIn, procedureOfGrade, type TitleFacts, usualWave } from './facts.ts'
import type { FactColumns } from './layout.ts'
import type { FactSource } from './report.ts'

/** What is known of all rows of a sheet before the first of them. What rows themselves say is left out. */
export interface SheetFacts extends Facts {
  readonly sources: Readonly<Partial<Record<FactName, FactSource>>>
  /** Facts that the sender stated otherwise than the file prints; the file counts. */
  readonly statedOtherwise: readonly FactName[]
  readonly highest: number | null
  /** The layout is that of examinations: grade 9 means ОГЭ, grade 11 ЕГЭ. */
  readonly isExam: boolean
}

export interface Sayings {
  readonly isExam: boolean
  readonly layout: Facts
  /** Of titles above the table and of the sheet's name, joined. */
  readonly title: TitleFacts
  readonly stated: Facts
  readonly fileName: string
}

/** Facts of a sheet: the file's own words, then the sender's, then the file's name, which the report calls an assumption. */
export function sheetFacts(sayings: Sayings): SheetFacts {
  const byName = factsIn(sayings.fileName.replace(/\.[a-z]{2,5}$/i, ''))
  const known: { -readonly [Name in FactName]?: string | number } = {}
  const sources: Partial<Record<FactName, FactSource>> = {}
  const statedOtherwise: FactName[] = []
  for (const name of factNames) {
    const own = sayings.layout[name] ?? sayings.title[name]
    const stated = sayings.stated[name]
    const value = own ?? stated ?? byName[name]
    if (own !== undefined && stated !== undefined && !agree(own, stated)) statedOtherwise.push(name)
    if (value === undefined) continue
    known[name] = value
    sources[name] =
      sayings.layout[name] !== undefined
        ? 'layout'
        : own !== undefined
          ? 'title'
          : stated !== undefined
            ? 'stated'
            : 'file-name'
  }
  // «Математика» in a title and «математика (профильная)» from the sender: the fuller word says the same and more.
  if (typeof sayings.stated.subject === 'string' && agree(known['subject'] ?? '', sayings.stated.subject))
    known['subject'] = longer(String(known['subject'] ?? ''), sayings.stated.subject)
  return {
    ...(known as Facts),
    sources,
    statedOtherwise,
    highest: sayings.title.highest ?? null,
    isExam: sayings.isExam,
  }
}

function agree(own: string | number, stated: string | number): boolean {
  return (
    own === stated ||
    (typeof own === 'string' && typeof stated === 'string' && (isFuller(own, stated) || isFuller(stated, own)))
  )
}

const isFuller = (one: string, other: string) => one.startsWith(`${other} (`)
const longer = (one: string, other: string) => (other.length > one.length ? other : one)

/** Facts of one unit: complete. */
export interface UnitFacts {
  readonly procedure: string
  readonly subject: string
  readonly grade: number
  readonly year: number
  readonly wave: Wave
  /** The wave was taken as the usual one. */
  readonly waveIsUsual: boolean
  /** The procedure was taken from the grade: nothing in the file names it. */
  readonly procedureIsByGrade: boolean
}

/**
 * Completes the facts of a unit with what its rows and its class say.
 *
 * @param own what columns of the row say
 * @param gradeOfClass «5А» says 5; null where the class has no number
 * @throws refuse('invalid', 'results/facts-missing') naming what nothing in the file says and how to state it
 */
export function unitFacts(sheet: SheetFacts, own: Facts, gradeOfClass: number | null): UnitFacts {
  const said = <Name extends FactName>(name: Name) => own[name] ?? sheet[name]
  const fromName = (name: FactName) => own[name] === undefined && sheet.sources[name] === 'file-name'
  const gradeSaid = fromName('grade') ? (gradeOfClass ?? sheet.grade) : (said('grade') ?? gradeOfClass ?? undefined)
  const byGrade = sheet.isExam && gradeSaid !== undefined ? procedureOfGrade(gradeSaid) : null
  const procedure = said('procedure') ?? byGrade ?? undefined
  const grade = gradeSaid ?? (procedure === undefined ? null : usualGrade(procedure)) ?? undefined
  const subject = said('subject')
  const year = said('year')
  if (procedure === undefined || subject === undefined || grade === undefined || year === undefined)
    throw refuse('invalid', 'results/facts-missing', {
      procedure: procedure === undefined,
      subject: subject === undefined,
      grade: grade === undefined,
      year: year === undefined,
    })
  const wave = said('wave')
  return {
    procedure,
    subject,
    grade,
    year,
    wave: wave ?? usualWave(procedure, year),
    waveIsUsual: wave === undefined,
    procedureIsByGrade: said('procedure') === undefined,
  }
}

/** Columns of a plan that say facts row by row. */
export function factColumnsIn(facts: FactColumns): readonly FactName[] {
  return factNames.filter(name => facts[name] >= 0)
}
