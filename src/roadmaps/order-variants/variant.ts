import { composeOrder } from './compose-order.ts'
import { Dice } from './dice.ts'
import type { GoldOrder } from './gold.ts'
import { renderDocx, someWordHabits } from './render-docx.ts'
import { renderText } from './render-text.ts'
import { someDirt } from './spoil.ts'

export interface OrderVariant {
  readonly seed: number
  readonly level: 1 | 2 | 3
  readonly source: {
    readonly text: string
    /** The same order as a Word document; built when first asked for. */
    readonly docx: () => Promise<Uint8Array>
  }
  /** What a careful reader finds in it: built from the same draw, so right by construction. */
  readonly gold: GoldOrder
  /** What was drawn, for the mean by feature: `columns-reordered`, `parties:space`, `deadline:half-year` … */
  readonly features: readonly string[]
}

/**
 * An invented order, the same for the same seed.
 * @param level difficulty; left out, three seeds in a row have the levels 1, 2, 3
 * @example makeVariant(7).gold.roadmap.items.length
 */
export function makeVariant(seed: number, level: 1 | 2 | 3 = ((seed % 3) + 1) as 1 | 2 | 3): OrderVariant {
  const dice = new Dice(seed)
  const { printed, gold, features } = composeOrder(dice, level)
  const drawing = dice.pick(
    level === 1 ? (['tabs', 'tabs', 'pipes'] as const) : (['tabs', 'tabs', 'pipes', 'box'] as const),
  )
  features.push(`drawing:${drawing}`)
  // text and Word are spoiled by different hands; the dirt itself is the same kind
  const text = renderText(dice, printed, drawing, someDirt(dice, level, true, features))
  const wordDice = new Dice(seed + 1_000_003)
  const wordFeatures: string[] = []
  const habits = someWordHabits(wordDice, printed)
  const spoil = someDirt(wordDice, level, false, wordFeatures)
  if (habits.automaticClauses) features.push('word:automatic-clauses')
  if (habits.automaticItems) features.push('word:automatic-items')
  features.push(...wordFeatures.map(f => `word:${f}`))
  let built: Promise<Uint8Array> | null = null
  const docx = () => {
    built ??= renderDocx(printed, habits, spoil)
    return built
  }
  return { seed, level, source: { text, docx }, gold, features }
}
