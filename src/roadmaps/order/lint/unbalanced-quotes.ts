import type { OrderIssue } from '../contract.ts'
import { type Lint, placesAt, short, told } from './finding.ts'

/** Quotation marks or brackets that are opened and not closed, or closed and never opened, in titles of items and acts. */
export const unbalancedQuotes: Lint = understood => {
  const { roadmap, document, passport } = understood.order
  const texts: [string, string][] = [
    ...roadmap.items.map((item, i): [string, string] => [item.title, `/roadmap/items/${i}/title`]),
    ...document.legalBasis.map((act): [string, string] => [act.text, '/document/legalBasis']),
    ...(passport?.legalFramework ?? []).map((act, i): [string, string] => [act.text, `/passport/legalFramework/${i}`]),
  ]
  return texts.flatMap(([text, pointer]): OrderIssue[] => {
    if (isBalanced(text, '«', '»') && isBalanced(text, '(', ')')) return []
    const where = told(
      pointer.startsWith('/roadmap')
        ? 'where.roadmap'
        : pointer.startsWith('/passport')
          ? 'where.passport'
          : 'where.preamble',
    )
    return [
      {
        code: 'unbalancedQuotes',
        severity: 'info',
        where,
        places: placesAt(understood, pointer),
        message: told('unbalanced', { text: short(text) }),
      },
    ]
  })
}

/** «1)» and «а)» that open a list are no brackets. */
function isBalanced(text: string, open: string, close: string): boolean {
  let depth = 0
  for (const [at, sign] of [...text].entries()) {
    if (sign === open) depth++
    if (sign !== close) continue
    if (depth === 0 && sign === ')' && /(?:^|\s)(?:\d{1,2}|[а-яa-z])$/i.test([...text].slice(0, at).join(''))) continue
    if (--depth < 0) return false
  }
  return depth === 0
}
