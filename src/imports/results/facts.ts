// What the rows of a sheet are about, where no column says it: from titles and names of sheets, from the sender, from the file's name.
import type { Wave } from '../../assessments/contract.ts'
import { subjectIn } from './subjects.ts'

/** Facts of a whole sheet; undefined where nothing says them. */
export interface Facts {
  readonly procedure?: string | undefined
  readonly subject?: string | undefined
  readonly grade?: number | undefined
  readonly year?: number | undefined
  readonly wave?: Wave | undefined
}
export type FactName = keyof Facts
export const factNames = ['procedure', 'subject', 'grade', 'year', 'wave'] as const

/** Facts of titles, with the highest primary score when a title names it. */
export interface TitleFacts extends Facts {
  readonly highest?: number | undefined
}

const procedures: readonly (readonly [string, RegExp])[] = [
  ['ВПР', /(^| )(впр|vpr)|всероссийск\S* проверочн/],
  ['ЕГЭ', /(^| )(егэ|ege)( |$|\d)|един\S* государственн/],
  ['ОГЭ', /(^| )(огэ|oge)( |$|\d)|основн\S* государственн/],
  ['НИКО', /(^| )нико( |$|\d)/],
  ['РПР', /(^| )рпр( |$|\d)|региональн\S* проверочн/],
]

/**
 * What a title, a name of a sheet or of a file says.
 *
 * @example factsIn('01 - Русский язык 2022.06.23') // { subject: 'русский язык', year: 2022, … }
 * @example factsIn('ВПР. Осень 2020. Математика, 5 класс') // { procedure: 'ВПР', subject: 'математика', grade: 5, year: 2020, wave: 'autumn' }
 */
export function factsIn(text: string): TitleFacts {
  const plain = text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"'()[\]_,;:№]+|(?<!\d)[-.]|[-.](?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const procedure = procedures.find(([, pattern]) => pattern.test(plain))?.[0]
  const grade = gradePatterns.map(pattern => pattern.exec(plain)).find(found => found !== null)
  const { year, month } = dateIn(plain)
  const highest = /макс\S*(?: первичн\S*)?(?: балл\S*)?[ =]+(\d{1,3})(?: |$)/.exec(plain)
  return compact({
    procedure,
    subject: subjectIn(plain) ?? undefined,
    grade: grade && inGrades(Number(grade[1])) ? Number(grade[1]) : undefined,
    year: schoolYearIn(plain, waveIn(plain, procedure, month)) ?? year,
    wave: waveIn(plain, procedure, month),
    highest: highest ? Number(highest[1]) : undefined,
  })
}

const gradePatterns = [
  /(?:^|[^\d.])(\d{1,2})[ -]?(?:й|ый|ые|ых|х)? ?(?:кл|kl)(?:\.|асс\S*|ass\S*)?(?: |$)/,
  /(?:класс|параллель|klass|grade) ?(\d{1,2})(?!\d)/,
  /(?:^| )(?:ма|ру|math|rus)(\d{1,2})(?: |\.|$)/,
]

const inGrades = (grade: number) => grade >= 1 && grade <= 12

function dateIn(plain: string): { year?: number; month?: number } {
  const inverse = /(?:^|\D)(20\d\d)\.(\d{1,2})\.(\d{1,2})(?:\D|$)/.exec(plain)
  if (inverse) return { year: Number(inverse[1]), month: Number(inverse[2]) }
  const usual = /(?:^|\D)(\d{1,2})\.(\d{1,2})\.(20\d\d)(?:\D|$)/.exec(plain)
  if (usual) return { year: Number(usual[3]), month: Number(usual[2]) }
  const alone = /(?:^|\D)(20\d\d)(?:\D|$)/.exec(plain)
  return alone ? { year: Number(alone[1]) } : {}
}

/** «2020/21»: written in autumn, the first year; otherwise the second. */
function schoolYearIn(plain: string, wave: Wave | undefined): number | undefined {
  const found = /(?:^|\D)(20\d\d)(?: ?[/–—-] ?(?:20)?| 20)(\d\d)(?!\d|\.)/.exec(plain)
  if (!found || Number(found[1]) % 100 !== Number(found[2]) - 1) return undefined
  return wave === 'autumn' || wave === 'september' ? Number(found[1]) : Number(found[1]) + 1
}

function waveIn(plain: string, procedure: string | undefined, month: number | undefined): Wave | undefined {
  if (/резерв/.test(plain)) return 'reserve'
  if (/осен|autumn/.test(plain)) return 'autumn'
  if (/весн|весен|spring/.test(plain)) return 'spring'
  if (/сентябр|september/.test(plain)) return procedure === 'ВПР' ? 'autumn' : 'september'
  if (/основн\S* (период|этап|волн|день)/.test(plain)) return 'main'
  if (month === undefined) return undefined
  if (procedure === 'ВПР') return month >= 8 ? 'autumn' : 'spring'
  return month === 9 && procedure !== undefined ? 'september' : undefined
}

function compact(facts: TitleFacts): TitleFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

/** The grade of a class, from «5А», «11-1», «9 "Б"»; null for «А». */
export function gradeOfClass(text: string): number | null {
  const grade = Number(/^(\d{1,2})(?!\d)/.exec(text)?.[1] ?? 0)
  return inGrades(grade) ? grade : null
}

/** The wave in which a procedure is usually held; the report says that it was taken for granted. ВПР 2020 was written in autumn. */
export function usualWave(procedure: string, year: number): Wave {
  if (procedure !== 'ВПР') return 'main'
  return year === 2020 ? 'autumn' : 'spring'
}

/** ОГЭ and ЕГЭ say their procedure by the grade; other procedures their grade by themselves. */
export function procedureOfGrade(grade: number): string | null {
  return grade === 9 ? 'ОГЭ' : grade === 11 || grade === 12 ? 'ЕГЭ' : null
}
