/** What a rule says of a school. `unknown` is "not judged", which is never "not listed". */
export type Verdict = 'yes' | 'no' | 'unknown'

/** Not: the unknown stays unknown. @example opposite('unknown') // 'unknown' */
export function opposite(verdict: Verdict): Verdict {
  return verdict === 'unknown' ? 'unknown' : verdict === 'yes' ? 'no' : 'yes'
}

/**
 * "At least `needed` of them": yes when enough are known to be so, no when even all the unknown could not reach it.
 *
 * @param needed 1 is "any", the number of verdicts is "all"; 0 or less is always yes
 * @source Kleene's strong three-valued logic, S. C. Kleene, Introduction to Metamathematics (1952), § 64
 * @example atLeast(2, { yes: 1, unknown: 1 }) // 'unknown'
 */
export function atLeast(needed: number, found: { readonly yes: number; readonly unknown: number }): Verdict {
  if (found.yes >= needed) return 'yes'
  return found.yes + found.unknown < needed ? 'no' : 'unknown'
}

/** How many of the verdicts are yes and how many unknown. @example tally(['yes', 'no']) // { yes: 1, unknown: 0 } */
export function tally(verdicts: readonly Verdict[]): { yes: number; unknown: number } {
  let yes = 0
  let unknown = 0
  for (const verdict of verdicts) {
    if (verdict === 'yes') yes++
    else if (verdict === 'unknown') unknown++
  }
  return { yes, unknown }
}
