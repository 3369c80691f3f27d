import { readFile } from '../../platform/files/index.ts'
import type { Order } from '../order/contract.ts'
import { understandOrder } from '../order/index.ts'
import { makeVariant, type OrderVariant } from './variant.ts'

/** One reading of one variant with its figure, 0 … 1. */
export interface Examined {
  readonly variant: OrderVariant
  readonly form: 'text' | 'docx'
  readonly order: Order
}

/** The gold's scorer: `score(gold, predicted)` of the folder beside the repository. */
export type Scorer = (
  gold: unknown,
  predicted: unknown,
) => { readonly overall: number; readonly diffs: readonly string[] }

/** The scorer, or null where the folder `../shared` is absent. */
export async function findScorer(): Promise<Scorer | null> {
  const address = new URL('../../../../shared/gold/score.mjs', import.meta.url).href
  try {
    return ((await import(address)) as { readonly score: Scorer }).score
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'ERR_MODULE_NOT_FOUND') return null
    throw error
  }
}

/** Reads variant `seed` through the product's own readers, as text and as Word. */
export async function examine(
  seed: number,
  forms: readonly ('text' | 'docx')[] = ['text', 'docx'],
): Promise<readonly Examined[]> {
  const variant = makeVariant(seed)
  const out: Examined[] = []
  for (const form of forms) {
    const bytes = form === 'text' ? new TextEncoder().encode(variant.source.text) : await variant.source.docx()
    out.push({ variant, form, order: understandOrder(await readFile(bytes)).order })
  }
  return out
}
