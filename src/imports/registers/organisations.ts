import { type MunicipalityId, type OrganisationId, Refusal } from '../../core/base/index.ts'
import { codeOf, codeSystems, type SchoolCode, type SchoolType, schoolTypeIn } from '../../schools/contract.ts'
import type { OrganisationColumn, RecognisedRegister } from './columns.ts'
import { type RegisterReport, startReport } from './report.ts'

export type OrganisationKind = 'authority' | 'centre' | 'school' | 'other'

export interface KnownMunicipality {
  readonly id: MunicipalityId
  readonly oktmo: string
  readonly name: string
}

export interface KnownOrganisation {
  readonly id: OrganisationId
  readonly municipalityId: MunicipalityId | null
  readonly kind: OrganisationKind
  readonly name: string
  readonly shortName: string | null
  readonly type: SchoolType | null
  readonly codes: readonly SchoolCode[]
}

/** What a row says about one organisation. Null: the file says nothing, so nothing is changed (missing is never empty). */
export interface OrganisationFacts {
  readonly municipalityId: MunicipalityId | null
  readonly kind: OrganisationKind
  readonly name: string
  readonly shortName: string | null
  readonly type: SchoolType | null
  readonly codes: readonly SchoolCode[]
}

export type OrganisationChange =
  | { readonly does: 'create'; readonly row: number; readonly facts: OrganisationFacts }
  | {
      readonly does: 'change'
      readonly row: number
      readonly id: OrganisationId
      readonly before: KnownOrganisation
      readonly facts: OrganisationFacts
      readonly fields: readonly string[]
    }

/**
 * Decides what a file of organisations would change. Pure: nothing is saved here.
 *
 * A row is matched by any of its codes; without a known code by its name within the municipality. Rows that contradict the register
 * (codes of two schools in one row, a code twice in the file) are rejected with row, column and value; the others go in.
 *
 * @param rows cells of the sheet without the heading row; row 1 of the sheet is the heading, so rows[0] is row 2 (`firstRow`)
 * @returns the changes in the order of the file and a report in which every row is counted once
 * @example planOrganisations(recogniseRegister(head)!, rows, known).report.totals.created // 3
 */
export function planOrganisations(
  register: RecognisedRegister,
  rows: readonly (readonly string[])[],
  known: {
    readonly municipalities: readonly KnownMunicipality[]
    readonly organisations: readonly KnownOrganisation[]
    readonly ownMunicipality: MunicipalityId | null
  },
  firstRow = 2,
): { readonly changes: readonly OrganisationChange[]; readonly report: RegisterReport } {
  const report = startReport('organisations', register.unknown)
  const changes: OrganisationChange[] = []
  const byCode = new Map(known.organisations.flatMap(one => one.codes.map(code => [codeKey(code), one] as const)))
  const byName = new Map(known.organisations.map(one => [nameKey(one.municipalityId, one.name), one]))
  const seen = new Set<string>()

  rows.forEach((cells, index) => {
    const row = firstRow + index
    const cell = (column: OrganisationColumn) => {
      const at = register.columns[column]
      return at === undefined ? '' : tidy(cells[at] ?? '')
    }
    if (cells.every(value => value.trim() === '')) return
    let rejected = false
    const reject = (column: OrganisationColumn, code: string, found: string) => {
      report.problem(row, column, code, found)
      rejected = true
    }

    const name = cell('name')
    if (name === '') reject('name', 'name-missing', '')
    const kind = kindIn(cell('kind'), name)
    if (kind === null) reject('kind', 'kind-unknown', cell('kind'))

    const municipality = municipalityIn(cell('municipality'), known.municipalities)
    let municipalityId = municipality?.id ?? null
    if (cell('municipality') !== '' && !municipality)
      reject('municipality', 'municipality-unknown', cell('municipality'))
    if (known.ownMunicipality !== null) {
      if (municipality && municipality.id !== known.ownMunicipality)
        reject('municipality', 'municipality-foreign', cell('municipality'))
      municipalityId ??= known.ownMunicipality
    }
    if (kind === 'school' && municipalityId === null && !rejected) reject('municipality', 'municipality-missing', '')

    const codes: SchoolCode[] = []
    for (const system of codeSystems) {
      const text = cell(system)
      if (text === '') continue
      try {
        codes.push({ system, code: codeOf(system, text) })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        reject(system, error.code.replace('schools/', ''), text)
      }
    }
    for (const code of codes) if (seen.has(codeKey(code))) reject(code.system, 'code-twice-in-file', code.code)

    const type = schoolTypeIn(cell('type')) ?? (kind === 'school' ? schoolTypeIn(name) : null)
    if (cell('type') !== '' && schoolTypeIn(cell('type')) === null)
      report.problem(row, 'type', 'type-unknown', cell('type'), true)

    const owners = [...new Set(codes.map(code => byCode.get(codeKey(code))).filter(owner => owner !== undefined))]
    if (owners.length > 1)
      reject(codes[0]!.system, 'codes-of-two-organisations', codes.map(code => code.code).join(', '))
    if (rejected || kind === null) {
      report.fate('rejected')
      return
    }
    for (const code of codes) seen.add(codeKey(code))

    const facts: OrganisationFacts = { municipalityId, kind, name, shortName: cell('shortName') || null, type, codes }
    const match = owners[0] ?? byName.get(nameKey(municipalityId, name))
    if (!match) {
      const twice = nameKey(municipalityId, name)
      if (seen.has(twice)) {
        report.problem(row, 'name', 'name-twice-in-file', name)
        report.fate('rejected')
        return
      }
      seen.add(twice)
      changes.push({ does: 'create', row, facts })
      report.fate('created')
      return
    }
    if (municipality && match.municipalityId !== municipality.id) {
      report.problem(row, 'municipality', 'municipality-differs', cell('municipality'))
      report.fate('rejected')
      return
    }
    const fields = differences(match, facts)
    if (fields.length === 0) {
      report.fate('same')
      return
    }
    changes.push({ does: 'change', row, id: match.id, before: match, facts, fields })
    report.fate('changed')
  })
  return { changes, report: report.finish() }
}

/** Names of the facts that the file states and the register does not have so. */
function differences(before: KnownOrganisation, facts: OrganisationFacts): string[] {
  const fields: string[] = []
  if (facts.name !== before.name) fields.push('name')
  if (facts.shortName !== null && facts.shortName !== before.shortName) fields.push('shortName')
  if (facts.type !== null && facts.type !== before.type) fields.push('type')
  for (const code of facts.codes) {
    if (!before.codes.some(own => own.system === code.system && own.code === code.code)) fields.push(code.system)
  }
  return fields
}

const codeKey = (code: SchoolCode) => `code ${code.system} ${code.code}`
const nameKey = (municipality: MunicipalityId | null, name: string) =>
  `name ${municipality} ${name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"“”„\s]+/g, ' ')}`
const tidy = (text: string) => text.replace(/[\s\u00A0\u00AD]+/g, ' ').trim()

function kindIn(cell: string, name: string): OrganisationKind | null {
  const text = cell.toLowerCase()
  if (text === '') {
    if (/управлени|комитет|министерств|департамент|отдел образования/i.test(name)) return 'authority'
    return /центр|институт|технопарк/i.test(name) && schoolTypeIn(name) === null ? 'centre' : 'school'
  }
  if (/школ|общеобраз|^оо$/.test(text)) return 'school'
  if (/центр|институт|методич/.test(text)) return 'centre'
  if (/орган|управл|комитет|министер/.test(text)) return 'authority'
  return /друг|иное|проч/.test(text) ? 'other' : null
}

function municipalityIn(cell: string, known: readonly KnownMunicipality[]): KnownMunicipality | undefined {
  const key = placeKey(cell)
  return known.find(one => one.oktmo === cell || placeKey(one.name) === key)
}

const placeKey = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/муниципальн\S*|городско\S*|округ\S*|район\S*|образовани\S*|город|[^а-яa-z0-9]/g, '')
