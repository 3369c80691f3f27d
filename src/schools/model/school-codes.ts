import { refuse } from '../../core/base/index.ts'

/**
 * The registers that give a school a code. One school has several; a code belongs to one school at a time.
 * fis-oko: login of the federal system of quality assessment · rcoi: code at the regional processing centre ·
 * oo-1: code of the federal statistical form · inn: tax number · ogrn: number of the register of legal entities.
 */
export const codeSystems = ['fis-oko', 'rcoi', 'oo-1', 'inn', 'ogrn'] as const
export type CodeSystem = (typeof codeSystems)[number]

export interface SchoolCode {
  readonly system: CodeSystem
  readonly code: string
}

/**
 * Brings a code to the form in which it is kept, or says why it cannot be one. Leading zeros stay.
 *
 * @param text as typed or printed; spaces and letter case do not matter
 * @returns the code as kept
 * @throws refuse('invalid', 'schools/code-malformed') for a wrong length or letters
 * @throws refuse('invalid', 'schools/code-checksum') when the check digits of an ИНН or ОГРН do not fit
 * @source check digits as commonly published (no act prints the weights): ИНН of an organisation, weights 2 4 10 3 5 9 4 6 8,
 *   modulo 11, modulo 10; ОГРН, the first 12 digits modulo 11, modulo 10
 * @example codeOf('fis-oko', ' SCH 020014 ') // 'sch020014'
 */
export function codeOf(system: CodeSystem, text: string): string {
  const code = text.replace(/[\s\u00A0]/g, '').toLowerCase()
  const expected = shapes[system]
  if (!expected.test(code)) throw refuse('invalid', 'schools/code-malformed', { system, found: text.trim() })
  if (system === 'inn' && !innFits(code)) throw refuse('invalid', 'schools/code-checksum', { system, found: code })
  if (system === 'ogrn' && !ogrnFits(code)) throw refuse('invalid', 'schools/code-checksum', { system, found: code })
  return code
}

const shapes: Readonly<Record<CodeSystem, RegExp>> = {
  'fis-oko': /^(sch|edu)\d{6}$/,
  rcoi: /^\d{3,12}$/,
  'oo-1': /^\d{3,14}$/,
  inn: /^\d{10}$/,
  ogrn: /^\d{13}$/,
}

function innFits(inn: string): boolean {
  const weights = [2, 4, 10, 3, 5, 9, 4, 6, 8]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(inn[index]), 0)
  return (sum % 11) % 10 === Number(inn[9])
}

function ogrnFits(ogrn: string): boolean {
  return Number((BigInt(ogrn.slice(0, 12)) % 11n) % 10n) === Number(ogrn[12])
}
