// Runs in the sandbox: from bytes that nobody trusts to a draft's material.
import { refuse } from '../core/base/index.ts'
import type { SourceDocument } from '../core/document-model/index.ts'
import { readFile } from '../platform/files/index.ts'
import type { RunTask } from '../platform/sandbox/index.ts'
import type { OrderIssue, UnderstoodOrder } from './order/contract.ts'
import { understandOrder } from './order/index.ts'
import { lintOrder } from './order/lint/index.ts'

export interface ReadOrder {
  readonly source: SourceDocument
  readonly understood: UnderstoodOrder
  /** The order's own defects. */
  readonly issues: readonly OrderIssue[]
}

export const runTask: RunTask<ReadOrder> = async bytes => {
  const source = await readFile(bytes)
  const understood = understandOrder(source)
  const { document, roadmap } = understood.order
  if (roadmap.items.length === 0 && document.clauses.length === 0) throw refuse('invalid', 'order/no-plan')
  return { source, understood, issues: lintOrder(understood, source) }
}
