import type { Clause, OrderIssue, UnderstoodOrder } from '../contract.ts'
import { type Lint, placesAt, told } from './finding.ts'

/** Numbers of clauses that repeat, go back or leave one out; sub-clauses are checked within their clause. */
export const clauseNumbering: Lint = understood =>
  numbersOf(understood, understood.order.document.clauses, '/document/clauses')

function numbersOf(understood: UnderstoodOrder, clauses: readonly Clause[], under: string): OrderIssue[] {
  const seen = new Set<number>()
  let before = 0
  return clauses.flatMap((clause, i) => {
    const pointer = `${under}/${i}`
    const inside = numbersOf(understood, clause.children, `${pointer}/children`)
    const number = Number(/(\d+)$/.exec(clause.number ?? '')?.[1] ?? Number.NaN)
    if (Number.isNaN(number)) return inside
    const where = told(seen.has(number) ? 'where.clauseAgain' : 'where.clause', { number: clause.number ?? '' })
    const add = (code: string, message: string): OrderIssue => ({
      code,
      severity: 'warning',
      where,
      places: placesAt(understood, pointer),
      message,
    })
    const own: OrderIssue[] = []
    const said = { number: clause.number ?? '', before }
    if (seen.has(number)) own.push(add('duplicateNumber', told('clauseDuplicate', said)))
    if (number < before && !isBackBefore(seen, number)) own.push(add('numberingRestart', told('clauseRestart', said)))
    if (number > before + 1) own.push(add('numberingGap', told('clauseGap', said)))
    seen.add(number)
    before = number
    return [...own, ...inside]
  })
}

/** A smaller number that was not printed yet only fills a gap. */
function isBackBefore(seen: ReadonlySet<number>, number: number): boolean {
  return !seen.has(number)
}
