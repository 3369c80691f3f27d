/** A list that somebody else made, as it comes: lines with codes or names of schools. */

export interface KnownSchool {
  readonly id: string
  readonly municipality: string
  readonly names: readonly string[]
  readonly codes: readonly string[]
}

export interface MatchedLines<Id extends string = string> {
  readonly schools: readonly Id[]
  /** Lines that name no school of the register, as they were written. */
  readonly unmatched: readonly string[]
}

/**
 * Finds the school of every line: by any of its codes, else by its full or short name. Of schools that bear the same name the one whose
 * municipality stands in the line as well; without it the name names none of them.
 *
 * @param lines each with the cells of one row
 * @example matchLines([['sch020004', 'СШ № 4']], schools).schools // ['…']
 */
export function matchLines(lines: readonly (readonly string[])[], schools: readonly KnownSchool[]): MatchedLines {
  const known = new Map<string, KnownSchool[]>()
  for (const school of schools)
    for (const word of new Set([...school.codes, ...school.names].map(plain)))
      known.set(word, [...(known.get(word) ?? []), school])
  const found = new Set<string>()
  const unmatched: string[] = []
  for (const cells of lines) {
    const written = cells.map(cell => cell.trim()).filter(cell => cell !== '')
    if (written.length === 0) continue
    const words = written.map(plain)
    const school = words.map(word => onlyOne(known.get(word) ?? [], words)).find(each => each !== null)
    if (school) found.add(school.id)
    else unmatched.push(written.join('; '))
  }
  return { schools: [...found], unmatched }
}

function onlyOne(candidates: readonly KnownSchool[], words: readonly string[]): KnownSchool | null {
  const here = candidates.filter(({ municipality }) => words.includes(plain(municipality)))
  const left = here.length > 0 ? here : candidates
  return left.length === 1 ? left[0]! : null
}

/** Lines of a pasted text: a number in front of a line is left out. @example linesIn('1. СШ № 4') // [['СШ № 4']] */
export function linesIn(text: string): string[][] {
  return text.split('\n').map(line => line.split(/[\t;]/).map(cell => cell.replace(/^\s*\d{1,4}[.)]\s+/, '')))
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"„“”'`]/g, '')
    .replace(/№\s*/g, '№ ')
    .replace(/\s+/g, ' ')
    .trim()
}
