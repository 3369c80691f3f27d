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

/** [ours] What one form may hold: the longest text that a field takes is a pasted order, the longest form a table of rows. */
export const formLimits = { fields: 10_000, files: 20, nameLength: 300, valueLength: 5_000_000 } as const

/** Material of the refusal `shell/wrong-shape`. */
export interface WrongShape {
  readonly fields: FieldMessages
}

/**
 * Reads the body of an action: JSON, form or form with files. Files stay in memory, up to the limit.
 *
 * @throws refuse('too-large', 'shell/too-large' | 'shell/too-many-files' | 'shell/too-many-fields' | 'shell/field-too-long') past the
 *   limits, without keeping what came
 */
export async function readBody(
  request: FastifyRequest,
  limitMb: number,
  filesAtMost: number = formLimits.files,
): Promise<SentBody> {
  const header = request.headers['idempotency-key']
  const keyOf = (typed: Record<string, unknown>) =>
    typeof typed['requestKey'] === 'string' ? typed['requestKey'] : typeof header === 'string' ? header : null
  if (request.isMultipart()) {
    const typed = nestFields(await readParts(request, limitMb, filesAtMost))
    return { typed, json: false, requestKey: keyOf(typed) }
  }
  if (typeof request.body === 'string' && isForm(request)) {
    const typed = nestFields(plainFields(request.body))
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
  const known = Object.fromEntries(Object.entries(input).filter(([name]) => name in properties))
  const unknown = Object.keys(input).filter(name => !(name in properties))
  if (sent.json && unknown.length > 0) {
    const some = Object.fromEntries(unknown.slice(0, unknownNamed).map(name => [name, input[name]]))
    throw wrongShape(checkShape(closed(schema), { ...known, ...some }, lang))
  }
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

/** So many fields that do not exist are named in a refusal, not all of half a million. */
const unknownNamed = 20

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

/**
 * The fields of a plain form in their order. Counted before anything is taken apart: a few megabytes hold millions of empty fields.
 * @throws refuse('too-large', 'shell/too-many-fields' | 'shell/field-too-long')
 */
export function plainFields(text: string): [string, string][] {
  let separators = 0
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    separators++
    if (separators >= formLimits.fields) throw tooManyFields()
  }
  const fields = [...new URLSearchParams(text)]
  for (const [name, value] of fields) checkField(name, value.length)
  return fields
}

function checkField(name: string, length: number): void {
  const limit = name.length > formLimits.nameLength ? formLimits.nameLength : formLimits.valueLength
  if (name.length <= formLimits.nameLength && length <= limit) return
  throw refuse('too-large', 'shell/field-too-long', { field: name.slice(0, 60), limit })
}

function tooManyFields() {
  return refuse('too-large', 'shell/too-many-fields', { limit: formLimits.fields })
}

async function readParts(request: FastifyRequest, limitMb: number, files: number): Promise<[string, unknown][]> {
  const fields: [string, unknown][] = []
  let room = limitMb * 1024 * 1024
  try {
    const { fields: manyFields } = formLimits
    const limits = { fileSize: room, fieldSize: room, files, fields: manyFields, parts: manyFields + files }
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (part.valueTruncated) throw refuse('too-large', 'shell/too-large', { limitMb })
        checkField(part.fieldname, String(part.value).length)
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
    const { code, statusCode } = error as { code?: string; statusCode?: number }
    if (code === 'FST_FIELDS_LIMIT' || code === 'FST_PARTS_LIMIT') throw tooManyFields()
    if (code === 'FST_FILES_LIMIT') throw refuse('too-large', 'shell/too-many-files', { limit: files })
    if (statusCode === 413) throw refuse('too-large', 'shell/too-large', { limitMb })
    throw refuse('invalid', 'shell/unreadable-body')
  }
}
