import { type MunicipalityId, refuse } from '../../core/base/index.ts'
import { type RecognisedRegister, type RegisterKind, recogniseRegister } from './columns.ts'
import { type MunicipalityChange, planMunicipalities } from './municipalities.ts'
import {
  type KnownMunicipality,
  type KnownOrganisation,
  type OrganisationChange,
  planOrganisations,
} from './organisations.ts'
import { type KnownHolder, type PersonChange, planPeople } from './people.ts'
import type { RegisterReport } from './report.ts'

/** Everything in the register that an incoming file is compared with. */
export interface KnownRegister {
  readonly ownMunicipality: MunicipalityId | null
  readonly regionOktmo: string
  readonly municipalities: readonly KnownMunicipality[]
  readonly organisations: readonly KnownOrganisation[]
  readonly holders: readonly KnownHolder[]
}

export type RegisterPlan = { readonly report: RegisterReport } & (
  | { readonly kind: 'organisations'; readonly changes: readonly OrganisationChange[] }
  | { readonly kind: 'people'; readonly changes: readonly PersonChange[] }
  | { readonly kind: 'municipalities'; readonly changes: readonly MunicipalityChange[] }
)

/** The cells of the sheet that holds a register, with the row of the headings first. */
export interface FoundRegister {
  readonly kind: RegisterKind
  readonly register: RecognisedRegister
  /** 1-based row of the headings in the sheet: a title may stand above them. */
  readonly headingRow: number
  readonly cells: readonly (readonly string[])[]
}

const titleRowsAtMost = 10

/**
 * Finds the register in a file: the first sheet, and in it the first of the top rows, whose headings are those of a register.
 * @throws refuse('invalid', 'imports/no-register') when no row of headings is recognised
 */
export function findRegister(sheets: readonly { readonly rows: readonly (readonly string[])[] }[]): FoundRegister {
  for (const { rows } of sheets) {
    for (let at = 0; at < Math.min(rows.length, titleRowsAtMost); at++) {
      const register = recogniseRegister(rows[at]!)
      if (register && rows[at]!.filter(cell => cell.trim() !== '').length > 1)
        return { kind: register.kind, register, headingRow: at + 1, cells: rows.slice(at) }
    }
  }
  const found = (sheets[0]?.rows[0] ?? [])
    .filter(cell => cell.trim() !== '')
    .slice(0, 8)
    .join(', ')
  throw refuse('invalid', 'imports/no-register', { found: found || '—' })
}

/** Decides what the file would change. Pure: the same file on the same register gives the same plan. */
export function planRegister({ register, headingRow, cells }: FoundRegister, known: KnownRegister): RegisterPlan {
  const rows = cells.slice(1)
  const firstRow = headingRow + 1
  if (register.kind === 'people') {
    const places = known.organisations.map(one => ({
      id: one.id,
      name: one.name,
      shortName: one.shortName,
      codes: one.codes.map(code => code.code),
    }))
    return { kind: 'people', ...planPeople(register, rows, { places, holders: known.holders }, firstRow) }
  }
  if (register.kind === 'municipalities')
    return { kind: 'municipalities', ...planMunicipalities(register, rows, known, firstRow) }
  return { kind: 'organisations', ...planOrganisations(register, rows, known, firstRow) }
}
