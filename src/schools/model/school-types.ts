/** Types of schools as the registers name them. A basic school ends with grade 9 and has no ЕГЭ. */
export const schoolTypes = [
  'primary',
  'basic',
  'secondary',
  'gymnasium',
  'lyceum',
  'boarding',
  'evening',
  'special',
  'cadet',
] as const
export type SchoolType = (typeof schoolTypes)[number]

const words: readonly (readonly [SchoolType, RegExp])[] = [
  ['gymnasium', /гимнази/],
  ['lyceum', /лице[йя]/],
  ['cadet', /кадет/],
  ['boarding', /интернат/],
  ['evening', /вечерн|сменн|открыт\S* \(сменн/],
  ['special', /коррекц|специальн|адаптивн/],
  ['primary', /начальн/],
  ['basic', /основн|девятилет/],
  ['secondary', /средн|полн(ая|ого)/],
]

/**
 * Reads the type of a school from a cell or from its name.
 *
 * @returns null when no word of the text names a type: a missing type is not "secondary"
 * @example schoolTypeIn('МКОУ «Основная школа села Липовка»') // 'basic'
 */
export function schoolTypeIn(text: string): SchoolType | null {
  const lower = text.toLowerCase().replaceAll('ё', 'е')
  if (/\bоош\b|(^|[^а-я])оош([^а-я]|$)/.test(lower)) return 'basic'
  if (/(^|[^а-я])сош([^а-я]|$)/.test(lower)) return 'secondary'
  if (/(^|[^а-я])нош([^а-я]|$)/.test(lower)) return 'primary'
  return words.find(([, pattern]) => pattern.test(lower))?.[0] ?? null
}
