import type { OrderIssue } from '../contract.ts'
import { type Lint, placesAt, short, told } from './finding.ts'

/** A page that is not there: clauses without a title, number and date of their own, or a table that begins in the middle of a sentence. */
export const missingPart: Lint = understood => {
  const { document, passport } = understood.order
  const issues: OrderIssue[] = []
  const first = document.clauses[0]
  if (first && document.title === null && document.numberText === null && document.dateText === null) {
    const places = placesAt(understood, '/document/clauses/0')
    issues.push({
      code: 'missingPart',
      severity: 'warning',
      where: told('where.document'),
      places,
      message: told('missingFirstPage'),
    })
  }
  const component = passport?.components?.[0]
  const text = component?.statements[0] ?? ''
  if (component && component.name === null && !component.number && /^[а-яё]/.test(text)) {
    const places = placesAt(understood, '/passport/components/0')
    issues.push({
      code: 'missingPart',
      severity: 'warning',
      where: told('where.passport'),
      places,
      message: told('missingBeginning', { text: short(text) }),
    })
  }
  return issues
}
