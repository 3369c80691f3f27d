import type { RefusalParams } from './refusal.ts'

/** The data has a problem. Never thrown: collected and returned beside the value. */
export interface Issue {
  /** Stable, `slice/what-is-wrong`; its text stands in that slice's catalogue under `issues`. */
  readonly code: string
  readonly severity: 'info' | 'warning' | 'error'
  /** Where in the source: a place id of a document, or row and column of a table. */
  readonly place?: string
  readonly params?: RefusalParams
}

/** A value together with what was wrong on the way to it. */
export interface WithIssues<Value> {
  readonly value: Value
  readonly issues: readonly Issue[]
}
