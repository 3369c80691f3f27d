import type { RefusalKind } from '../../core/base/index.ts'

/** The only place that knows which HTTP status a refusal becomes. */
export const statusOfRefusal: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  unauthenticated: 401,
  busy: 503,
}
