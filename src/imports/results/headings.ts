import type { Row } from '../../platform/tables/rows/row.ts'

/** A heading row: as printed, and in plain words to compare. */
export interface Headings {
  readonly row: number
  readonly printed: readonly string[]
  readonly plain: readonly string[]
}

/** More columns than this have no headings that anybody wrote. */
const columnsAtMost = 2000

/** The row as headings; null when it has too few filled fields to be a heading. */
export function headingsIn(row: Row): Headings | null {
  const printed: string[] = []
  let filled = 0
  for (let at = 0; at < Math.min(row.count, columnsAtMost); at++) {
    const text = row.text(at)
    printed.push(text)
    if (text !== '') filled++
  }
  return filled < 3 ? null : { row: row.number, printed, plain: printed.map(plainHeading) }
}

/**
 * A heading in plain words: small letters, «е» for «ё», one space between words, no line breaks and marks.
 *
 * @example plainHeading('Отметка за\nпредыдущий  триместр*') // 'отметка за предыдущий триместр'
 */
export function plainHeading(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/([а-я])[-­]\s*\n\s*([а-я])/g, '$1$2')
    .replaceAll('№', ' no ')
    .replace(/[^а-яa-z0-9]+/g, ' ')
    .trim()
}

/** The first column whose heading fits, or −1. */
export function columnOf({ plain }: Headings, pattern: RegExp): number {
  return plain.findIndex(heading => pattern.test(heading))
}

/** All columns whose heading fits. */
export function columnsOf({ plain }: Headings, pattern: RegExp): readonly number[] {
  return plain.flatMap((heading, at) => (pattern.test(heading) ? [at] : []))
}

/** Whether this row repeats the headings: in long files they come again on each page. */
export function repeats(headings: Headings, row: Row): boolean {
  let same = 0
  for (let at = 0; at < headings.plain.length; at++) {
    if (headings.plain[at] === '') continue
    if (plainHeading(row.text(at)) !== headings.plain[at]) return false
    same++
  }
  return same > 0
}
