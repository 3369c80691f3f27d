import type { Found } from './report.ts'

/** Words of a results file that name nobody. */
const harmless = /^(x|х|н|нп|н\/?п|н\/?я|отс|отсутствовала?|не писала?|да|нет|вар|\+|-|–|—)$/i
const className = /^\d{1,2} ?[«"]?[а-яёa-z][»"]?$/i
const shortNumber = /^-?\d{1,3}([.,]\d{1,2})?\s?%?$/

/**
 * Tells what stands in a cell without ever telling a name, a passport or a code: a row that has slipped sideways puts any of them anywhere.
 *
 * @param text of the cell
 * @param isPersonal the column holds names, passports or codes: its values are never shown
 * @param withYears a year may be shown: only in tables without participants, for a passport may begin like one
 * @example foundIn('25', false) // { kind: 'value', value: '25' }
 * @example foundIn('Иванов', false) // { kind: 'text', value: null }
 */
export function foundIn(text: string, isPersonal: boolean, withYears = false): Found {
  const plain = text.trim()
  if (plain === '') return { kind: 'blank', value: null }
  if (isPersonal) return { kind: 'personal', value: null }
  if (
    shortNumber.test(plain) ||
    className.test(plain) ||
    harmless.test(plain) ||
    (withYears && /^(19|20)\d\d$/.test(plain))
  )
    return { kind: 'value', value: plain }
  return { kind: /^[\d\s.,-]+$/.test(plain) ? 'longNumber' : 'text', value: null }
}

/** `0` → A, `27` → AB. */
export function letterOf(column: number): string {
  let letters = ''
  for (let at = column + 1; at > 0; at = Math.floor((at - 1) / 26))
    letters = String.fromCharCode(65 + ((at - 1) % 26)) + letters
  return letters
}
