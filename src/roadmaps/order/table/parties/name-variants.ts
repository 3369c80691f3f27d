import type { Party } from '../../contract.ts'

/** One official printed under several surnames. */
export interface NameVariant {
  readonly printed: readonly string[]
  readonly likely: string
}

/**
 * Finds people who have the same initials and the same office but surnames a slip apart, and takes the most frequent spelling (the
 * longer one among equals) for the right one.
 *
 * @returns the likely name for each printed one that differs from it, keyed by `name|position`
 */
export function nameVariants(parties: readonly Party[]): {
  readonly likely: ReadonlyMap<string, string>
  readonly variants: readonly NameVariant[]
} {
  const officials = new Map<string, Map<string, number>>()
  for (const party of parties) {
    if (party.kind !== 'person' || !party.name || !party.position) continue
    const key = `${initialsOf(party.name)}|${party.position.toLowerCase().replace(/[.\s]+$/, '')}`
    const names = officials.get(key) ?? new Map<string, number>()
    names.set(party.name, (names.get(party.name) ?? 0) + 1)
    officials.set(key, names)
  }
  const likely = new Map<string, string>()
  const variants: NameVariant[] = []
  for (const names of officials.values()) {
    if (names.size < 2) continue
    const [right] = [...names].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]!
    const slips = [...names.keys()].filter(name => name !== right && isSlip(surnameOf(name), surnameOf(right)))
    for (const slip of slips) likely.set(slip, right)
    if (slips.length > 0) variants.push({ printed: [right, ...slips], likely: right })
  }
  return { likely, variants }
}

/** The party with the likely spelling of its name as the canonical reading. */
export function withLikelyName(party: Party, likely: ReadonlyMap<string, string>): Party {
  const right = party.name ? likely.get(party.name) : undefined
  return right && party.position ? { ...party, canonical: `${right}, ${party.position}` } : party
}

function initialsOf(name: string): string {
  const dotted = [...name.matchAll(/(\p{Lu})\./gu)].map(match => match[1])
  return (
    dotted.join('') ||
    name
      .split(/\s+/)
      .slice(1)
      .map(part => part[0])
      .join('')
  )
}

function surnameOf(name: string): string {
  return (
    name
      .replace(/\p{Lu}\.\s*/gu, '')
      .trim()
      .split(/\s+/)[0] ?? ''
  ).toLowerCase()
}

function isSlip(a: string, b: string): boolean {
  return a.slice(0, 1) === b.slice(0, 1) && distance(a, b) <= 2
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
