/** A draft too long for one page is reviewed in parts. */
import type { Draft } from './draft.ts'

/** Items of one part. */
export const partSize = 100

/** Whether a draft is reviewed in parts. */
export function isLong(draft: Pick<Draft, 'items'>): boolean {
  return draft.items.length > partSize * 1.5
}
