import type { MunicipalityId } from '../../core/base/index.ts'
import type { RecognisedRegister } from './columns.ts'
import type { KnownMunicipality } from './organisations.ts'
import { type RegisterReport, startReport } from './report.ts'

export interface MunicipalityChange {
  readonly row: number
  /** Null: a new municipality. */
  readonly id: MunicipalityId | null
  readonly oktmo: string
  readonly name: string
}

/**
 * Decides which municipalities a file adds or renames. Pure. The ОКТМО code (8 or 11 digits, leading zeros kept) is the identity.
 *
 * @param regionOktmo the two digits with which every code of the region begins; another region's rows are rejected
 */
export function planMunicipalities(
  register: RecognisedRegister,
  rows: readonly (readonly string[])[],
  known: { readonly municipalities: readonly KnownMunicipality[]; readonly regionOktmo: string },
  firstRow = 2,
): { readonly changes: readonly MunicipalityChange[]; readonly report: RegisterReport } {
  const report = startReport('municipalities', register.unknown)
  const changes: MunicipalityChange[] = []
  const byCode = new Map(known.municipalities.map(one => [one.oktmo, one]))
  const seen = new Set<string>()
  rows.forEach((cells, index) => {
    const row = firstRow + index
    if (cells.every(value => value.trim() === '')) return
    const oktmo = (cells[register.columns.oktmo ?? -1] ?? '').replace(/[\s\u00A0]/g, '')
    const name = (cells[register.columns.municipalityName ?? -1] ?? '').replace(/[\s\u00A0]+/g, ' ').trim()
    const problem =
      name === ''
        ? (['municipalityName', 'name-missing', ''] as const)
        : !/^(\d{8}|\d{11})$/.test(oktmo)
          ? (['oktmo', 'oktmo-malformed', oktmo] as const)
          : !oktmo.startsWith(known.regionOktmo)
            ? (['oktmo', 'oktmo-of-another-region', oktmo] as const)
            : seen.has(oktmo)
              ? (['oktmo', 'code-twice-in-file', oktmo] as const)
              : null
    if (problem) {
      const [column, code, found] = problem
      report.problem(row, column, code, found)
      report.fate('rejected')
      return
    }
    seen.add(oktmo)
    const before = byCode.get(oktmo)
    if (before?.name === name) {
      report.fate('same')
      return
    }
    changes.push({ row, id: before?.id ?? null, oktmo, name })
    report.fate(before ? 'changed' : 'created')
  })
  return { changes, report: report.finish() }
}
