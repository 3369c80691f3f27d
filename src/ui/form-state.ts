import type { PageEnv, RefusedForm } from '../core/web/index.ts'

/** What a form shows: typed values after a refusal, else the stored ones; and what is wrong with each field. */
export interface FormState {
  readonly refused: RefusedForm | null
  /** Value of a text field, date, number or single choice, as text. */
  readonly value: (name: string) => string
  /** Values of a field that may repeat (checkboxes). */
  readonly values: (name: string) => readonly string[]
  readonly error: (name: string) => string | undefined
  /** Id of the input with this name, unique on a page with several forms. */
  readonly id: (name: string) => string
  /** Label of each field by name; fields enter themselves when they are rendered. */
  readonly labels: Map<string, string>
}

/**
 * State of the form of one action on a page.
 *
 * @param action id of the action this form is sent to: only its own refusal is shown here
 * @param stored values by field name, shown until something was typed; nested fields as `items[0].title`
 * @param part tells apart several forms of one action on a page (the id of the row)
 * @example const form = formState(env, 'schools.rename', { name: school.name })
 */
export function formState(
  env: Pick<PageEnv, 'refused'>,
  action: string,
  stored: Readonly<Record<string, unknown>> = {},
  part = '',
): FormState {
  const refused = env.refused?.action === action ? env.refused : null
  const source = refused ? { ...stored, ...refused.values } : stored
  const prefix = (part ? `${action}-${part}` : action).replace(/[^a-zA-Z0-9]+/g, '-')
  return {
    refused,
    value: name => asText(at(source, name)),
    values: name => {
      const found = at(source, name)
      return Array.isArray(found) ? found.map(asText) : found === undefined || found === null ? [] : [asText(found)]
    },
    error: name => refused?.fields[name],
    labels: new Map(),
    id: name => `${prefix}--${name.replace(/[^a-zA-Z0-9]+/g, '-')}`,
  }
}

function at(source: Readonly<Record<string, unknown>>, name: string): unknown {
  if (name in source) return source[name]
  let node: unknown = source
  for (const part of name.split(/[.[\]]+/).filter(Boolean)) {
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined
  }
  return node
}

function asText(value: unknown): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value)
}
