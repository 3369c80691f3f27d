const likeCyrillic: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
}

/**
 * A class under one name, however it is printed: «5 "а"», «5-А», «5A» with a Latin letter, «А» beside a grade are all «5А».
 * «5» alone is a grade and no class.
 *
 * @param grade written before a letter that stands alone
 * @returns null for what cannot be a class: a row that slipped sideways may have a name there
 */
export function classNamed(text: string, grade: number | null): string | null {
  const plain = text
    .replace(/["«»'`.()]/g, '')
    .replace(/\s*[-–—]\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain === '' || /^\d{1,2}$/.test(plain)) return ''
  const usual = /^(\d{0,2})[ -]?([а-яёa-z])$/i.exec(plain)
  if (usual) {
    const letter = usual[2]!.toUpperCase()
    return `${usual[1] || (grade ?? '')}${likeCyrillic[letter] ?? letter}`
  }
  return /^(1[0-2]|[1-9])([ -]?[а-яёa-z]{1,4}|[ -]\d{1,2})([ -]([а-яёa-z]{1,4}|\d{1,2}))?$/i.test(plain) ? plain : null
}
