/** Columns of the register that stand for a list: somebody else's, or last year's. */
import type { Methodology } from '../../core/rules/methodology.ts'

export interface AskedColumn {
  readonly column: string
  /** Of the list whose exit rule asks for it; null: a list made elsewhere. */
  readonly ofList: string | null
}

/**
 * The columns for which a methodology asks who was on another list.
 * @example columnsAsked(twoYearsInARow) // [{ column: 'в перечне', ofList: 'stable-low' }]
 */
export function columnsAsked({ lists, values, exclude }: Methodology): AskedColumn[] {
  const asked = new Map<string, AskedColumn>()
  const walk = (data: unknown): void => {
    if (Array.isArray(data)) for (const each of data) walk(each)
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return
    for (const [key, value] of Object.entries(data)) {
      const column = key === 'listed' ? (value as { column?: unknown }).column : undefined
      if (typeof column === 'string') asked.set(column, { column, ofList: null })
      walk(value)
    }
  }
  for (const { id, exit } of lists) if (exit) asked.set(exit.previously, { column: exit.previously, ofList: id })
  walk([lists, values, exclude])
  return [...asked.values()]
}
