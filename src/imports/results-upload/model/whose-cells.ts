import type { ResultCell } from '../../../assessments/contract.ts'
import type { MunicipalityId, SchoolId } from '../../../core/base/index.ts'

/** A school as files name it: by any of its codes. */
export interface CodedSchool {
  readonly id: SchoolId
  readonly municipalityId: MunicipalityId | null
  readonly name: string
  readonly codes: readonly string[]
}

/** A code that no school of the register has, with what is lost while it has none. */
export interface UnknownCode {
  readonly code: string
  readonly cells: number
  readonly participants: number
  /** Schools that the code may mean, the likeliest first. */
  readonly suggestions: readonly SchoolId[]
}

export interface WhoseCells<Cell extends ResultCell> {
  readonly known: readonly (Cell & { readonly organisationId: SchoolId })[]
  readonly unknown: readonly UnknownCode[]
}

/**
 * Says whose each cell is by the code that the file prints. Letter case and spaces do not matter; leading zeros do.
 * Cells under an unknown code are neither dropped nor guessed: they wait until somebody says whose they are.
 *
 * @example whoseCells(cells, schools).unknown // [{ code: '020014', cells: 6, participants: 120, suggestions: […] }]
 */
export function whoseCells<Cell extends ResultCell>(
  cells: readonly Cell[],
  schools: readonly CodedSchool[],
): WhoseCells<Cell> {
  const owners = new Map(schools.flatMap(school => school.codes.map(code => [plain(code), school] as const)))
  const known: (Cell & { organisationId: SchoolId })[] = []
  const unknown = new Map<string, { cells: number; participants: number }>()
  for (const cell of cells) {
    const owner = owners.get(plain(cell.schoolCode))
    if (owner) known.push({ ...cell, organisationId: owner.id })
    else {
      const before = unknown.get(cell.schoolCode) ?? { cells: 0, participants: 0 }
      unknown.set(cell.schoolCode, {
        cells: before.cells + 1,
        participants: before.participants + cell.participants,
      })
    }
  }
  return {
    known,
    unknown: [...unknown]
      .map(([code, lost]) => ({ code, ...lost, suggestions: likelySchools(code, schools) }))
      .sort((a, b) => a.code.localeCompare(b.code)),
  }
}

/**
 * Schools that a code may mean: the same digits with or without leading zeros or letters, then one digit or letter apart.
 * Nothing is matched by itself: a person confirms.
 *
 * @example likelySchools('20014', schools) // the school of «020014» and of «sch020014»
 */
export function likelySchools(code: string, schools: readonly CodedSchool[]): SchoolId[] {
  const wanted = plain(code)
  const weighed = schools.flatMap(school => {
    const nearest = Math.min(...school.codes.map(own => farness(wanted, plain(own))), Number.POSITIVE_INFINITY)
    return nearest <= 2 ? [{ school, nearest }] : []
  })
  return weighed
    .sort((a, b) => a.nearest - b.nearest || a.school.name.localeCompare(b.school.name, 'ru'))
    .slice(0, 5)
    .map(({ school }) => school.id)
}

const plain = (code: string) => code.replace(/\s/g, '').toLowerCase()
const digits = (code: string) => code.replace(/\D/g, '').replace(/^0+/, '')

/** 0 the same code, 1 the same digits, 2 one sign apart (changed, missing, added or two swapped). */
function farness(one: string, other: string): number {
  if (one === other) return 0
  const [mine, theirs] = [digits(one), digits(other)]
  if (mine !== '' && mine === theirs) return 1
  if (mine.length < 4 || theirs.length < 4) return Number.POSITIVE_INFINITY
  if (mine.endsWith(theirs) || theirs.endsWith(mine)) return 1
  return oneSignApart(mine, theirs) ? 2 : Number.POSITIVE_INFINITY
}

function oneSignApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  return swapped || short.slice(at + 1) === long.slice(at + 1)
}
