import { looksLikeDeadline, looksLikeNumber } from './cell-content.ts'
import { filledColumns, type GridRow, textAt } from './grid.ts'
import { looksLikeParties } from './parties/read-parties.ts'

/** What the texts of a column have in common; shares are 0 … 1. */
export interface Fact {
  readonly count: number
  readonly filled: number
  readonly numbers: number
  readonly deadlines: number
  readonly parties: number
  readonly length: number
  readonly distinct: number
}

/** Looks at the first rows of data, column by column. */
export function factsOf(rows: readonly GridRow[], width: number): Fact[] {
  const data = rows.filter(row => filledColumns(row).length >= 2 && !isColumnNumbers(row)).slice(0, 60)
  return Array.from({ length: width }, (_, column) => {
    const texts = data.map(row => textAt(row, column)).filter(text => text !== '')
    const share = (test: (text: string) => boolean) => (texts.length > 0 ? texts.filter(test).length / texts.length : 0)
    return {
      count: texts.length,
      filled: data.length > 0 ? texts.length / data.length : 0,
      numbers: share(looksLikeNumber),
      deadlines: share(text => looksLikeDeadline(text)),
      parties: share(looksLikeParties),
      length: texts.length > 0 ? texts.reduce((sum, text) => sum + text.length, 0) / texts.length : 0,
      distinct: texts.length > 0 ? new Set(texts).size / texts.length : 1,
    }
  })
}

/** «1 2 3 4 5» under the header. */
export function isColumnNumbers(row: GridRow): boolean {
  const texts = filledColumns(row).map(column => textAt(row, column).replace(/[.)]$/, ''))
  return texts.length >= 3 && texts.every((text, i) => text === String(i + 1))
}
