import { type CellKey, mixed, type Wave, waves } from '../../assessments/contract.ts'
import { Refusal } from '../../core/base/index.ts'
import type { Row } from '../../platform/tables/rows/row.ts'
import { classNamed } from './class-name.ts'
import { type FactName, type Facts, gradeOfClass } from './facts.ts'
import type { FactColumns } from './layout.ts'
import { factColumnsIn, type UnitFacts, unitFacts } from './sheet-facts.ts'
import { type SheetPlace, tellOf, type Wrong } from './sheet-place.ts'
import { procedureInColumn, subjectInColumn } from './subjects.ts'

export interface UnitColumns {
  readonly school: number
  readonly schoolCode: RegExp
  readonly class: number
  readonly facts: FactColumns
  readonly personal: readonly number[]
  readonly words?: readonly number[]
  readonly numbers?: readonly number[]
}

/** A unit as a row names it, or what is wrong with the naming. */
export type NamedUnit =
  | { readonly key: CellKey; readonly repairs: readonly Wrong[] }
  | { readonly key: null; readonly wrong: Wrong }

interface About {
  readonly facts: UnitFacts
  readonly class: string
  readonly repairs: readonly Wrong[]
}

const none: readonly Wrong[] = []
const aboutsAtMost = 20_000

/** A hash of several fields in the 52 bits that a number holds exactly. */
function hash52(row: Row, columns: readonly number[]): number {
  let high = 1
  let low = 2
  for (let at = 0; at < columns.length; at++) {
    high = mixed(high, row.hash(columns[at]!, 17))
    low = mixed(low, row.hash(columns[at]!, 23))
  }
  return high * 0x100000 + (low >>> 12)
}

/** Reads which unit a row belongs to, and tells once of each thing that was taken for granted. */
export function startUnits(columns: UnitColumns, place: SheetPlace) {
  const factColumns = factColumnsIn(columns.facts)
  const keyColumns = [columns.school, columns.class, ...factColumns.map(name => columns.facts[name])].filter(
    at => at >= 0,
  )
  const aboutColumns = keyColumns.filter(at => at !== columns.school)
  const abouts = new Map<number, About>()
  const told = new Set<string>()
  const lengths = { longest: 0, isTold: false }
  let gradeless: Refusal | null = null

  const tellOnce = (row: Row, name: string, wrong: Wrong): void => {
    if (told.has(name)) return
    told.add(name)
    tellOf(place, row, columns.personal, wrong)
  }

  const tellOfFacts = (row: Row, facts: UnitFacts, classGrade: number | null): void => {
    const assumed = (code: string, params: Wrong['params'] = {}): Wrong => ({
      code,
      fate: 'noted',
      severity: 'warning',
      params,
    })
    for (const name of place.facts.statedOtherwise)
      tellOnce(
        row,
        `otherwise ${name}`,
        assumed('results/stated-otherwise', { fact: name, value: String(facts[name]) }),
      )
    for (const [name, source] of Object.entries(place.facts.sources) as [FactName, string][]) {
      if (source !== 'file-name' || factColumns.includes(name) || place.facts[name] !== facts[name]) continue
      tellOnce(row, `name ${name}`, assumed('results/from-file-name', { fact: name, value: String(facts[name]) }))
    }
    if (facts.procedureIsByGrade)
      tellOnce(row, 'procedure', assumed('results/procedure-by-grade', { value: facts.procedure, grade: facts.grade }))
    if (facts.waveIsUsual)
      tellOnce(row, `wave ${facts.procedure}`, {
        ...assumed('results/usual-wave', { value: facts.wave, procedure: facts.procedure }),
        // A reserve day taken for the main one would replace it.
        severity: facts.procedure === 'ВПР' ? 'info' : 'warning',
      })
    if (facts.procedure === 'ВПР' && facts.wave === 'autumn')
      tellOnce(row, `autumn ${facts.grade}`, {
        ...assumed('results/autumn-programme', { grade: facts.grade, before: facts.grade - 1 }),
        severity: 'info',
      })
    if (classGrade !== null && classGrade !== facts.grade)
      tellOnce(row, `grade ${classGrade}`, {
        ...assumed('results/class-of-another-grade', { grade: facts.grade, classGrade }),
        ...(columns.class < 0 ? {} : { column: columns.class }),
      })
  }

  /** Codes of digits alone that are shorter than others have lost zeros in front, somewhere. */
  const watchLength = (row: Row, code: string): void => {
    if (!/^\d+$/.test(code)) return
    if (lengths.longest > 0 && code.length !== lengths.longest)
      tellOnce(row, 'lengths', {
        code: 'results/codes-of-different-length',
        fate: 'noted',
        column: columns.school,
        params: { one: Math.min(code.length, lengths.longest), other: Math.max(code.length, lengths.longest) },
      })
    lengths.longest = Math.max(lengths.longest, code.length)
  }

  /** What columns of the row and its class say it is about. The same fields were understood before: a file has few of them. */
  const aboutRow = (row: Row): About | { readonly wrong: Wrong } => {
    const hash = aboutColumns.length === 0 ? 0 : hash52(row, aboutColumns)
    const known = abouts.get(hash)
    if (known) return known
    const isRejected = (code: string, column: number) => ({ wrong: { code, fate: 'rejected', column } as const })
    const own: { -readonly [Name in FactName]?: Facts[Name] } = {}
    for (const name of factColumns) {
      const at = columns.facts[name]
      if (row.isBlank(at)) continue
      const read = factReaders[name](row, at)
      if (read === undefined) return isRejected(`results/bad-${name}`, at)
      Object.assign(own, { [name]: read })
    }
    const className = columns.class < 0 ? '' : row.text(columns.class)
    const classGrade = gradeOfClass(className)
    const facts = factsOrWrong(() => unitFacts(place.facts, own, classGrade), factColumns, columns.class >= 0)
    if (facts instanceof Refusal) {
      const missing = factColumns.find(name => own[name] === undefined && facts.params[name] === true)
      if (missing !== undefined) return isRejected('results/fact-missing-in-row', columns.facts[missing])
      gradeless ??= facts
      return isRejected('results/fact-missing-in-row', columns.class)
    }
    tellOfFacts(row, facts, classGrade)
    const cls = classNamed(className, facts.grade)
    const dropped: Wrong = { code: 'results/class-dropped', fate: 'repaired', column: columns.class }
    const about = { facts, class: cls ?? '', repairs: cls === null ? [dropped] : none }
    if (abouts.size > aboutsAtMost) abouts.clear()
    abouts.set(hash, about)
    return about
  }

  return {
    /** @throws refuse('invalid', 'results/facts-missing') when no class of the sheet said its grade, so that no row could be read */
    end(): void {
      if (gradeless !== null && abouts.size === 0) throw gradeless
    },
    /** Whether the fields that name the unit are those of the row above. */
    sameAsAbove(row: Row): boolean {
      for (let at = 0; at < keyColumns.length; at++) if (!row.sameAsBefore(keyColumns[at]!)) return false
      return true
    },
    /** One half of a hash of those fields, different on each sheet. */
    hashOf(row: Row, seed: number): number {
      let hash = mixed(seed, place.sheet)
      for (let at = 0; at < keyColumns.length; at++) hash = mixed(hash, row.hash(keyColumns[at]!, seed))
      return hash
    },
    /** @param known the code of the school where the layout finds it in its own way */
    named(row: Row, known?: string): NamedUnit {
      const school = known ?? row.text(columns.school)
      const isRejected = (code: string, column: number): NamedUnit => ({
        key: null,
        wrong: { code, fate: 'rejected', column },
      })
      if (school === '') return isRejected('results/no-school', columns.school)
      if (!columns.schoolCode.test(school)) return isRejected('results/bad-school', columns.school)
      if (hasSlipped(row, columns)) return { key: null, wrong: { code: 'results/slipped', fate: 'rejected' } }
      const about = aboutRow(row)
      if ('wrong' in about) return { key: null, wrong: about.wrong }
      watchLength(row, school)
      const { procedure, subject, grade, year, wave } = about.facts
      const schoolCode = /^[a-z]+\d+$/i.test(school) ? school.toLowerCase() : school
      return {
        key: { schoolCode, procedure, subject, grade, year, wave, class: about.class },
        repairs: about.repairs,
      }
    },
  }
}

/** A number among the names or a word among the numbers: what looks like a code of a school may be a passport. */
function hasSlipped(row: Row, { words = [], numbers = [] }: UnitColumns): boolean {
  return words.some(at => row.whole(at) >= 0) || numbers.some(at => row.whole(at) === -2)
}

/** A sheet whose columns or classes tell facts rejects the row that leaves one out; a sheet that tells none is refused as a whole. */
function factsOrWrong(
  find: () => UnitFacts,
  factColumns: readonly FactName[],
  classesTellGrades: boolean,
): UnitFacts | Refusal {
  try {
    return find()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { params } = error
    const isGradeAlone = params['grade'] === true && params['subject'] !== true && params['year'] !== true
    if (factColumns.some(name => params[name] === true) || (classesTellGrades && isGradeAlone)) return error
    throw error
  }
}

const factReaders: { readonly [Name in FactName]: (row: Row, at: number) => Facts[Name] } = {
  procedure: (row, at) => procedureInColumn(row.text(at)),
  subject: (row, at) => subjectInColumn(row.text(at)),
  grade: (row, at) => numberIn(row, at, 1, 12) ?? gradeOfClass(row.text(at)) ?? undefined,
  year: (row, at) => numberIn(row, at, 1990, 2100),
  wave: (row, at) => waveIn(row.text(at)),
}

function numberIn(row: Row, at: number, from: number, to: number): number | undefined {
  const value = row.whole(at)
  return value >= from && value <= to ? value : undefined
}

const waveWords: readonly (readonly [Wave, RegExp])[] = [
  ['main', /^основн/],
  ['reserve', /^резерв/],
  ['september', /^сентябр/],
  ['spring', /^весн|^весенн/],
  ['autumn', /^осен/],
]

function waveIn(text: string): Wave | undefined {
  const plain = text.toLowerCase()
  return waves.find(wave => wave === plain) ?? waveWords.find(([, pattern]) => pattern.test(plain))?.[0]
}
