import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { Settings } from 'typebox/system'
import type { Lang } from '../../core/base/index.ts'
import { translator } from '../../core/base/index.ts'
import type { Shape } from './coerce.ts'
import { shapeTexts } from './texts.ts'

/** What is wrong with a value, by field name as forms write it (`items[0].title`). Empty: nothing. */
export type FieldMessages = Readonly<Record<string, string>>

// The library stops at 8 errors of its own accord, and a long form may have more; a body of half a million must not keep others waiting.
Settings.Set({ maxErrors: 100 })

const compiled = new WeakMap<TSchema, Validator>()

/**
 * Checks a value against a shape and says in the reader's language what is wrong with each field, one message a field.
 *
 * @returns messages by field name, empty when the value fits; an error of the whole value stands under ''
 * @example checkShape(Type.Object({ n: Type.Integer({ minimum: 1 }) }), { n: 0 }, 'ru') // { n: 'Нужно число не меньше 1' }
 */
export function checkShape(schema: TSchema, value: unknown, lang: Lang): FieldMessages {
  let validator = compiled.get(schema)
  if (!validator) {
    validator = Compile(schema)
    compiled.set(schema, validator)
  }
  const say = translator(shapeTexts, lang)
  if (validator.Check(value)) {
    const file = pretendedFileIn(schema as Shape, value)
    if (file !== null) return { [file]: say('file') }
    const name = unreadableIn(value)
    return name === null ? {} : { [name]: say('unreadable') }
  }
  const messages: Record<string, string> = {}
  for (const error of validator.Errors(value) as readonly ShapeError[]) {
    if (error.keyword === 'additionalProperties') continue // each of them has an error of its own
    if (error.keyword === 'required') {
      for (const name of error.params.requiredProperties ?? []) {
        const field = fieldName(`${error.instancePath}/${name}`)
        messages[field] ??= say(
          shapeAt(schema, `${error.instancePath}/${name}`)?.format === 'upload' ? 'file' : 'required',
        )
      }
      continue
    }
    const shape = shapeAt(schema, error.instancePath)
    const single = orNull(shape)
    if (single && (error.keyword === 'anyOf' || error.params.type === 'null')) continue
    const field = fieldName(error.instancePath)
    if (Object.keys(messages).some(known => known !== field && known.startsWith(`${field}[`))) continue
    messages[field] ??= messageOf(error, single ?? shape, valueAt(value, error.instancePath), say)
  }
  return messages
}

/** Name of the first file field that holds something else: JSON and nested names can look like a file without being one. */
function pretendedFileIn(shape: Shape, value: unknown): string | null {
  for (const [name, property] of Object.entries(shape.properties ?? {})) {
    const sent = property.format === 'upload' ? (value as Record<string, unknown>)[name] : undefined
    if (sent !== undefined && !((sent as { bytes?: unknown }).bytes instanceof Uint8Array)) return name
  }
  return null
}

/**
 * Name of the first text that no database keeps as it is: with a zero character, or with half of a character of two halves.
 * Called on values that have their shape, so the depth is that of the shape.
 */
function unreadableIn(value: unknown, name = ''): string | null {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed() ? name : null
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null
  for (const [key, each] of Object.entries(value)) {
    const inner = Array.isArray(value) ? `${name}[${key}]` : name ? `${name}.${key}` : key
    const found = unreadableIn(each, inner)
    if (found !== null) return found
  }
  return null
}

interface ShapeError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: {
    readonly requiredProperties?: readonly string[]
    readonly limit?: number
    readonly format?: string
    readonly type?: string
  }
}

function messageOf(
  error: ShapeError,
  shape: Shape | undefined,
  value: unknown,
  say: ReturnType<typeof translator<(typeof shapeTexts)['ru']>>,
): string {
  if (value === '' || value === undefined || value === null) return say('required')
  if (shape?.anyOf || shape?.enum || shape?.const !== undefined) {
    return say('choice')
  }
  const limit = error.params.limit ?? 0
  switch (error.keyword) {
    case 'minLength':
      return limit === 1 ? say('required') : say('minLength', { limit })
    case 'maxLength':
      return say('maxLength', { limit })
    case 'minimum':
    case 'exclusiveMinimum':
      return say('minimum', { limit })
    case 'maximum':
    case 'exclusiveMaximum':
      return say('maximum', { limit })
    case 'minItems':
      return limit === 1 ? say('chooseOne') : say('minItems', { limit })
    case 'maxItems':
      return say('maxItems', { limit })
    case 'format':
      return formatMessage(error.params.format, say)
    case 'type':
      return typeMessage(error.params.type, shape, say)
    case 'boolean':
      return say('unknownField')
    default:
      return say('wrong')
  }
}

function formatMessage(format: string | undefined, say: (key: 'date' | 'email' | 'url' | 'wrong') => string): string {
  if (format === 'date') return say('date')
  if (format === 'email') return say('email')
  return say(format === 'uri' || format === 'url' ? 'url' : 'wrong')
}

function typeMessage(
  type: string | undefined,
  shape: Shape | undefined,
  say: (key: 'integer' | 'number' | 'file' | 'wrong') => string,
): string {
  if (type === 'integer') return say('integer')
  if (type === 'number') return say('number')
  return say(shape?.format === 'upload' ? 'file' : 'wrong')
}

/** `/items/0/title` → `items[0].title` */
function fieldName(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((name, part) => (/^\d+$/.test(part) ? `${name}[${part}]` : name ? `${name}.${part}` : part), '')
}

function shapeAt(schema: TSchema, pointer: string): Shape | undefined {
  let shape: Shape | undefined = schema as Shape
  for (const part of pointer.split('/').slice(1)) shape = /^\d+$/.test(part) ? shape?.items : shape?.properties?.[part]
  return shape
}

/** The shape X of "X or null"; null for anything else. What is wrong is then wrong with X. */
function orNull(shape: Shape | undefined): Shape | null {
  const others = shape?.anyOf?.filter(each => each.type !== 'null') ?? []
  return shape?.anyOf && others.length === 1 && others.length < shape.anyOf.length ? (others[0] ?? null) : null
}

function valueAt(value: unknown, pointer: string): unknown {
  let node = value
  for (const part of pointer.split('/').slice(1))
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined
  return node
}
