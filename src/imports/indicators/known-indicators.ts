import { loadMethodology, shippedMethodologies } from '../../identification/index.ts'

/** An indicator that a shipped methodology asks for. */
export interface KnownIndicator {
  readonly name: string
  /** `percent`, or null where the methodology takes a plain number. */
  readonly unit: string | null
  /** Titles of the methodologies that ask for it. */
  readonly askedBy: readonly string[]
  /** Source of the first of them. */
  readonly source: string
}

let kept: Promise<readonly KnownIndicator[]> | undefined

/** Names that shipped methodologies read, by name, each once. Read from their folders one time. */
export function knownIndicators(): Promise<readonly KnownIndicator[]> {
  kept ??= readKnown()
  return kept
}

async function readKnown(): Promise<readonly KnownIndicator[]> {
  const found = new Map<string, KnownIndicator>()
  for (const id of await shippedMethodologies()) {
    const { methodology } = await loadMethodology(id)
    for (const { name, unit } of indicatorsIn(methodology)) {
      const before = found.get(name)
      const askedBy = [...new Set([...(before?.askedBy ?? []), methodology.title])]
      found.set(name, { name, unit: before?.unit ?? unit, askedBy, source: before?.source ?? methodology.source })
    }
  }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name, 'ru'))
}

/** Every `indicator: { name, unit }` however deep it stands. */
function indicatorsIn(node: unknown): { name: string; unit: string | null }[] {
  if (Array.isArray(node)) return node.flatMap(indicatorsIn)
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, inner]) => {
    if (key === 'indicator' && typeof inner === 'object' && inner !== null && 'name' in inner)
      return [{ name: String(inner.name), unit: 'unit' in inner && typeof inner.unit === 'string' ? inner.unit : null }]
    return indicatorsIn(inner)
  })
}

/** Small and capital letters, «ё» and spaces make no other indicator. */
export function nameKey(name: string): string {
  return name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()
}
