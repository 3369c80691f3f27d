import type { Lang, Refusal } from '../../core/base/index.ts'
import type { WrongShape } from './input.ts'
import { statusOfRefusal } from './refusal-status.ts'
import type { Speaker } from './say.ts'

/** A refusal as programs read it (RFC 9457). */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  /** The text of the refusal in the asked language. */
  readonly detail: string
  /** Stable: `slice/what-happened`. */
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
  /** Messages by field name. */
  readonly fields?: Readonly<Record<string, string>>
  readonly details?: unknown
  /** Number of the request, the same as in the log. */
  readonly requestId: string
}

const titles: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** A refusal in the form of RFC 9457. */
export function problemOf(refusal: Refusal, status: number, lang: Lang, requestId: string, speaker: Speaker): Problem {
  const message = speaker.refusal(refusal, lang)
  const fields = fieldsOf(refusal, message)
  return {
    type: `/api#${refusal.code}`,
    title: titles[status] ?? 'Refused',
    status,
    detail: message,
    code: refusal.code,
    params: refusal.params,
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
    ...(refusal.details === undefined || isWrongShape(refusal.details) ? {} : { details: refusal.details }),
    requestId,
  }
}

/**
 * Messages by field: of a body of the wrong shape, or of a refusal that names its field (`details: { field: 'name' }`).
 */
export function fieldsOf(refusal: Refusal, message: string): Readonly<Record<string, string>> {
  if (isWrongShape(refusal.details)) return refusal.details.fields
  const details = refusal.details as { field?: unknown } | undefined
  return typeof details?.field === 'string' ? { [details.field]: message } : {}
}

/** The status of a refusal; a request without the right method keeps its own. */
export function statusOf(refusal: Refusal): number {
  return refusal.code === 'shell/no-method' ? 405 : refusal.code === 'shell/bug' ? 500 : statusOfRefusal[refusal.kind]
}

function isWrongShape(details: unknown): details is WrongShape {
  return typeof details === 'object' && details !== null && 'fields' in details
}
