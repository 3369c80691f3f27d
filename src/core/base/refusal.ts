/** What kind of "no" it is. Only the shell knows which HTTP status or exit code each kind becomes. */
export type RefusalKind =
  | 'invalid'
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'too-large'
  | 'unsupported'
  | 'unauthenticated'
  | 'busy'

export type RefusalParams = Readonly<Record<string, string | number | boolean | null>>

/**
 * A rule says no and the person can do something about it. Carries a stable code; the words live in the catalogues.
 * `details` is material for the screen or the API (both versions of a conflict, the first bad rows), never free text.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly params: RefusalParams
  readonly details: unknown

  constructor(kind: RefusalKind, code: string, params: RefusalParams = {}, details: unknown = undefined) {
    super(code)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.params = params
    this.details = details
  }
}

/**
 * Makes a refusal to throw.
 *
 * @param kind what kind of "no"
 * @param code stable, `slice/what-happened`; its text stands in that slice's catalogue under `refusals`
 * @param params values that the text names
 * @example throw refuse('conflict', 'roadmaps/item-changed', { number: '1.2' })
 */
export function refuse(kind: RefusalKind, code: string, params: RefusalParams = {}, details?: unknown): Refusal {
  return new Refusal(kind, code, params, details)
}
