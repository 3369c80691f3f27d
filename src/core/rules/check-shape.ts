import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { refuse } from '../base/index.ts'

const compiled = new WeakMap<TSchema, Validator>()

interface ShapeError {
  readonly keyword: string
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
}

/**
 * Refuses data of a methodology that has not its shape, naming the place, what was found and what was expected.
 *
 * @throws refuse('invalid', 'methodologies/field-missing' | 'methodologies/field-unknown' | 'methodologies/not-one-of' | 'methodologies/wrong-value')
 * @example checkData(MethodologyShape, data, '') // «lists[0]: нет поля title»
 */
export function checkData(shape: TSchema, data: unknown, path: string): void {
  let validator = compiled.get(shape)
  if (!validator) {
    validator = Compile(shape)
    compiled.set(shape, validator)
  }
  if (validator.Check(data)) return
  const errors = validator.Errors(data) as readonly ShapeError[]
  const error = errors.find(({ keyword }) => keyword === 'required' || keyword === 'additionalProperties') ?? errors[0]
  if (!error) return
  const at = [path, dotted(error.instancePath)].filter(Boolean).join('.').replaceAll('.[', '[') || '—'
  if (error.keyword === 'required')
    throw refuse('invalid', 'methodologies/field-missing', {
      path: at,
      names: namesOf(error.params['requiredProperties']),
    })
  if (error.keyword === 'additionalProperties')
    throw refuse('invalid', 'methodologies/field-unknown', {
      path: at,
      names: namesOf(error.params['additionalProperties']),
    })
  const found = JSON.stringify(valueAt(data, error.instancePath)) ?? ''
  const literals = errors
    .filter(each => each.keyword === 'const' && each.instancePath === error.instancePath)
    .map(each => String(each.params['allowedValue']))
  if (literals.length > 0)
    throw refuse('invalid', 'methodologies/not-one-of', { path: at, found, known: literals.join(', ') })
  throw refuse('invalid', 'methodologies/wrong-value', { path: at, found, expected: expectedBy(error) })
}

function expectedBy({ keyword, params }: ShapeError): string {
  if (keyword === 'type') return String(params['type'])
  if (keyword === 'minimum' || keyword === 'maximum') return `${keyword}-${String(params['limit'])}`
  return keyword
}

function namesOf(names: unknown): string {
  return Array.isArray(names) ? names.join(', ') : String(names ?? '')
}

function dotted(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map(part => (/^\d+$/.test(part) ? `[${part}]` : part))
    .join('.')
    .replaceAll('.[', '[')
}

function valueAt(data: unknown, pointer: string): unknown {
  let value = data
  for (const part of pointer.split('/').slice(1))
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined
  return value
}
