import type { TSchema } from 'typebox'

/** The part of JSON Schema that our shapes use. */
export interface Shape {
  readonly type?: string
  readonly format?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
}

export interface CoerceOptions {
  /** Query of an address: an empty value means "not asked". Forms keep empty strings. */
  readonly emptyMeansAbsent: boolean
}

/**
 * Turns the strings of a form or a query into what a shape wants, where that is beyond doubt. What does not fit stays as
 * it was typed, so that the check can say what is wrong with it.
 *
 * - numbers: spaces between thousands and a decimal comma are fine; an empty one is absent (optional) or null (nullable)
 * - yes-or-no: `true`, `on`, `1`; an unticked box sends nothing and means false where the shape requires a value
 * - dates: `15.02.2024` becomes `2024-02-15`
 * - arrays: a single value becomes an array of one, nothing becomes an empty array
 * - text: line ends become `\n`
 *
 * @example coerce(Type.Object({ n: Type.Integer() }), { n: '1 200' }, { emptyMeansAbsent: false }) // { n: 1200 }
 */
export function coerce(schema: TSchema, input: unknown, options: CoerceOptions): unknown {
  return coerceTo(schema as Shape, input, options)
}

function coerceTo(shape: Shape, input: unknown, options: CoerceOptions): unknown {
  if (shape.format === 'upload') return input
  if (shape.anyOf) return coerceToOneOf(shape.anyOf, input, options)
  if (shape.const !== undefined) return String(shape.const) === input ? shape.const : input
  if (shape.enum) return shape.enum.find(each => String(each) === input) ?? input
  switch (shape.type) {
    case 'object':
      return coerceObject(shape, input, options)
    case 'array': {
      const list = Array.isArray(input) ? input : input === undefined || input === '' ? [] : [input]
      return list.map(each => (shape.items ? coerceTo(shape.items, each, options) : each))
    }
    case 'integer':
    case 'number':
      return numberOf(input)
    case 'boolean':
      return booleanOf(input)
    case 'null':
      return input === '' ? null : input
    case 'string':
      return textOf(shape, input)
    default:
      return input
  }
}

function coerceObject(shape: Shape, input: unknown, options: CoerceOptions): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
  if (!shape.properties) return input
  const result: Record<string, unknown> = { ...input }
  for (const [name, property] of Object.entries(shape.properties)) {
    const required = shape.required?.includes(name) ?? false
    const raw = result[name]
    if (raw === undefined && !required) continue
    if (raw === '' && !required && (options.emptyMeansAbsent || !takesEmptyText(property))) {
      delete result[name]
      continue
    }
    const value = raw === undefined ? absent(property) : coerceTo(property, raw, options)
    if (value === undefined) delete result[name]
    else result[name] = value
  }
  return result
}

/** What a form means by sending nothing for a required field. */
function absent(shape: Shape): unknown {
  if (shape.type === 'boolean') return false
  if (shape.type === 'array') return []
  return undefined
}

function takesEmptyText(shape: Shape): boolean {
  if (shape.anyOf) return shape.anyOf.some(takesEmptyText)
  if (shape.const !== undefined) return shape.const === ''
  if (shape.enum) return shape.enum.includes('')
  return shape.type === 'string' && shape.format === undefined
}

function coerceToOneOf(shapes: readonly Shape[], input: unknown, options: CoerceOptions): unknown {
  if (input === '' && shapes.some(shape => shape.type === 'null')) return null
  for (const shape of shapes) {
    const value = coerceTo(shape, input, options)
    if (fits(shape, value)) return value
  }
  return input
}

/** A rough check, enough to choose between a number, a word of a list and a text. The real check comes after. */
function fits(shape: Shape, value: unknown): boolean {
  if (shape.const !== undefined) return value === shape.const
  if (shape.enum) return shape.enum.includes(value)
  if (shape.anyOf) return shape.anyOf.some(each => fits(each, value))
  if (shape.type === 'null') return value === null
  if (shape.type === 'array') return Array.isArray(value)
  if (shape.type === 'integer') return Number.isInteger(value)
  return typeof value === shape.type
}

function numberOf(input: unknown): unknown {
  if (typeof input !== 'string') return input
  const text = input
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('−', '-')
  return text !== '' && /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : input
}

function booleanOf(input: unknown): unknown {
  if (input === 'true' || input === 'on' || input === '1') return true
  if (input === 'false' || input === '' || input === '0') return false
  return input
}

function textOf(shape: Shape, input: unknown): unknown {
  if (typeof input !== 'string') return input
  if (shape.format === 'date') {
    const day = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(input)
    if (day) return `${day[3]}-${day[2]?.padStart(2, '0')}-${day[1]?.padStart(2, '0')}`
  }
  return input.replaceAll('\r\n', '\n')
}
