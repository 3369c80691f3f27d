import type { FastifyRequest } from 'fastify'
import type { TObject } from 'typebox'
import { type Lang, Refusal, refuse } from '../../core/base/index.ts'
import type { UploadedFile } from '../../core/web/index.ts'
import { checkShape, type FieldMessages } from './check-shape.ts'
import { coerce, type Shape } from './coerce.ts'
import { nestFields } from './form-fields.ts'

/** A body as it was sent: nested, not yet coerced or checked. */
export interface SentBody {
  readonly typed: Record<string, unknown>
  /** Sent as JSON: nothing is coerced, and a field that does not exist is an error. */
  readonly json: boolean
  readonly requestKey: string | null
}

/** Material of the refusal `shell/wrong-shape`. */
export interface WrongShape {
  readonly fields: FieldMessages
}

/**
 * Reads the body of an action: JSON, form or form with files. Files stay in memory, up to the limit.
 *
 * @throws refuse('too-large', 'shell/too-large') past the limit, without keeping what came
 */
export async function readBody(request: FastifyRequest, limitMb: number): Promise<SentBody> {
  const header = request.headers['idempotency-key']
  const keyOf = (typed: Record<string, unknown>) =>
    typeof typed['requestKey'] === 'string' ? typed['requestKey'] : typeof header === 'string' ? header : null
  if (request.isMultipart()) {
    const typed = nestFields(await readParts(request, limitMb))
    return { typed, json: false, requestKey: keyOf(typed) }
  }
  if (Array.isArray(request.body) && isForm(request)) {
    const typed = nestFields(request.body as [string, string][])
    return { typed, json: false, requestKey: keyOf(typed) }
  }
  const body = request.body ?? {}
  if (typeof body !== 'object' || Array.isArray(body)) throw refuse('invalid', 'shell/unreadable-body')
  const typed = body as Record<string, unknown>
  return { typed, json: true, requestKey: keyOf(typed) }
}

/** The body in the shape that an action declares. @throws refuse('invalid', 'shell/wrong-shape') with messages by field */
export function shapeBody(schema: TObject, sent: SentBody, lang: Lang): Record<string, unknown> {
  const { requestKey, ...rest } = sent.typed
  const properties = (schema as Shape).properties ?? {}
  const input: Record<string, unknown> = 'requestKey' in properties ? sent.typed : rest
  const unknown = Object.keys(input).filter(name => !(name in properties))
  if (sent.json && unknown.length > 0) throw wrongShape(checkShape(closed(schema), input, lang))
  const known = Object.fromEntries(Object.entries(input).filter(([name]) => name in properties))
  const value = sent.json ? known : coerce(schema, known, { emptyMeansAbsent: false })
  const fields = checkShape(schema, value, lang)
  if (Object.keys(fields).length > 0) throw wrongShape(fields)
  return value as Record<string, unknown>
}

/** The query of an address; empty values count as not asked. @throws refuse('invalid', 'shell/wrong-address') */
export function shapeQuery(schema: TObject, query: unknown, lang: Lang): Record<string, unknown> {
  const properties = (schema as Shape).properties ?? {}
  const known = Object.fromEntries(Object.entries((query ?? {}) as object).filter(([name]) => name in properties))
  const value = coerce(schema, known, { emptyMeansAbsent: true })
  const fields = checkShape(schema, value, lang)
  if (Object.keys(fields).length > 0) throw refuse('invalid', 'shell/wrong-address', {}, { fields })
  return value as Record<string, unknown>
}

/** The parameters in a path. A value of the wrong shape names nothing that exists. @throws refuse('not-found', 'shell/no-page') */
export function shapeParams(schema: TObject, params: unknown, lang: Lang): Record<string, unknown> {
  const value = coerce(schema, { ...(params as object) }, { emptyMeansAbsent: false })
  if (Object.keys(checkShape(schema, value, lang)).length > 0) throw refuse('not-found', 'shell/no-page')
  return value as Record<string, unknown>
}

function wrongShape(fields: FieldMessages) {
  return refuse('invalid', 'shell/wrong-shape', {}, { fields } satisfies WrongShape)
}

const closedShapes = new WeakMap<TObject, TObject>()

/** The same shape without room for other fields: names those that do not exist. */
function closed(schema: TObject): TObject {
  const made = closedShapes.get(schema) ?? ({ ...schema, additionalProperties: false } as TObject)
  closedShapes.set(schema, made)
  return made
}

function isForm(request: FastifyRequest): boolean {
  return (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
}

async function readParts(request: FastifyRequest, limitMb: number): Promise<[string, unknown][]> {
  const fields: [string, unknown][] = []
  let room = limitMb * 1024 * 1024
  try {
    for await (const part of request.parts({
      limits: { fileSize: room, fieldSize: room, files: 2_000, fields: 10_000 },
    })) {
      if (part.type === 'field') {
        if (part.valueTruncated) throw refuse('too-large', 'shell/too-large', { limitMb })
        fields.push([part.fieldname, part.value])
        continue
      }
      const bytes = await part.toBuffer()
      room -= bytes.length
      if (room < 0) throw refuse('too-large', 'shell/too-large', { limitMb })
      // A file field that was left empty arrives as a file without a name.
      if (part.filename) fields.push([part.fieldname, { fileName: part.filename, bytes } satisfies UploadedFile])
    }
    return fields
  } catch (error) {
    // What is still on its way is let through unread, so that the sender gets to see the answer.
    request.raw.unpipe()
    request.raw.resume()
    if (error instanceof Refusal) throw error
    if ((error as { statusCode?: number }).statusCode === 413) throw refuse('too-large', 'shell/too-large', { limitMb })
    throw refuse('invalid', 'shell/unreadable-body')
  }
}
