/** Whole counts behind shares that were printed in rounded per cent. */
export type WholeCounts =
  | { readonly kind: 'one'; readonly counts: readonly number[] }
  /** Several sets of counts round to these shares: `sure` holds those counts that are the same in all of them. */
  | { readonly kind: 'several'; readonly sure: readonly (number | null)[] }
  | { readonly kind: 'none' }

/**
 * Finds the counts of `participants` people that give these shares. Exact: a share of `digits` decimals p means |100·k ÷ n − p| ≤ half a unit
 * of the last digit, in integers; the counts together are n.
 *
 * @param shares per cent as printed, decimal point or comma
 * @param digits decimals with which the table rounds
 * @example wholeCounts(20, ['30', '25', '25', '20'], 0) // { kind: 'one', counts: [6, 5, 5, 4] }
 */
export function wholeCounts(participants: number, shares: readonly string[], digits: number): WholeCounts {
  const scale = 10n ** BigInt(digits)
  const n = BigInt(participants)
  const ranges = shares.map(share => {
    const p = scaled(share, digits)
    // 2·|100·scale·k − p·n| ≤ n
    const from = ceilDiv(2n * p * n - n, 200n * scale)
    const to = (2n * p * n + n) / (200n * scale)
    return { from: from < 0n ? 0 : Number(from), to: Number(to > n ? n : to) }
  })
  if (ranges.some(({ from, to }) => from > to)) return { kind: 'none' }
  // A count can be k in some set with the right total when the others, at their least and most, leave room for exactly the rest.
  const least = ranges.reduce((sum, { from }) => sum + from, 0)
  const most = ranges.reduce((sum, { to }) => sum + to, 0)
  if (participants < least || participants > most) return { kind: 'none' }
  const possible = ranges.map(({ from, to }) => ({
    from: Math.max(from, participants - (most - to)),
    to: Math.min(to, participants - (least - from)),
  }))
  const sure = possible.map(({ from, to }) => (from === to ? from : null))
  return sure.includes(null) ? { kind: 'several', sure } : { kind: 'one', counts: sure as number[] }
}

/** Decimals that a share is printed with. @example decimalsOf('21,50') // 2 */
export function decimalsOf(share: string): number {
  return /[.,](\d+)/.exec(share)?.[1]?.length ?? 0
}

function scaled(share: string, digits: number): bigint {
  const [whole = '0', fraction = ''] = share.replace(/\s|%/g, '').split(/[.,]/)
  return BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'))
}

function ceilDiv(a: bigint, b: bigint): bigint {
  return a <= 0n ? -(-a / b) : (a + b - 1n) / b
}
