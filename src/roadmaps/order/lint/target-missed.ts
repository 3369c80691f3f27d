import type { OrderIssue } from '../contract.ts'
import { type Lint, placesAt, told } from './finding.ts'

/** A target that the passport's own figures miss from the start, or that is set for a year before the order. */
export const targetMissed: Lint = understood => {
  const { passport, document } = understood.order
  return (passport?.targetIndicators ?? []).flatMap((target, i): OrderIssue[] => {
    const issue = (message: string): OrderIssue => ({
      code: 'other',
      severity: 'info',
      where: told('where.passport'),
      places: placesAt(understood, `/passport/targetIndicators/${i}`),
      message,
    })
    const period = target.period ?? null
    const year = document.date?.slice(0, 4)
    if (period !== null && year !== undefined && /^\d{4}$/.test(period) && period < year)
      return [issue(told('targetPast', { name: target.name, period }))]
    const share = shareNow(target.name, passport?.facts ?? [])
    const limit = target.values?.[0]
    if (!share || limit === undefined || target.comparator !== '<=' || target.unit !== '%') return []
    const percent = (100 * share.part) / share.whole
    if (percent <= limit) return []
    const said = {
      name: target.name,
      target: target.sourceText ?? '',
      share: percent.toFixed(1).replace('.', ','),
      ...share,
    }
    return [issue(told('targetMissed', said))]
  })
}

/** The share of low-result schools that the passport's counts give: the named few of the largest total. */
function shareNow(
  name: string,
  facts: readonly { readonly name: string; readonly value: number }[],
): { part: number; whole: number } | null {
  if (!/^дол/i.test(name)) return null
  const counted = facts.filter(fact => /организаци|школ|учреждени/i.test(fact.name))
  const part = counted.find(fact => /низк/i.test(fact.name))
  const whole = counted.filter(fact => !/низк/i.test(fact.name)).sort((a, b) => b.value - a.value)[0]
  return part && whole && whole.value > part.value ? { part: part.value, whole: whole.value } : null
}
