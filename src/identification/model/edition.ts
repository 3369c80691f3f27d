/** An edition of a methodology as text: what is changed in it, and what it then says. The text of a person stays as it was written. */
import { type Document, parseDocument, stringify } from 'yaml'
import { refuse } from '../../core/base/index.ts'

export interface Numbers {
  readonly parameters: Readonly<Record<string, { value: string; source: string; checkedOn: string }>>
  readonly switches: Readonly<Record<string, string>>
}

/**
 * Data of a YAML text. JSON is YAML as well.
 *
 * @param name of the file, for the refusal
 * @throws refuse('invalid', 'methodologies/broken-yaml') with line and column
 * @example dataOf('id: x', 'methodology.yaml') // { id: 'x' }
 */
export function dataOf(text: string, name: string): unknown {
  try {
    // Aliases that unfold without end are refused by the library.
    return documentOf(text, name).toJS({ maxAliasCount: 50 })
  } catch (error) {
    if (error instanceof Error && 'kind' in error) throw error
    throw refuse('invalid', 'methodologies/broken-yaml', { file: name, line: 1, column: 1 })
  }
}

/**
 * The text with other numbers and readings; comments and order stay. A number is changed where it counts on the day of the methodology.
 *
 * @param asOf the day whose values count
 * @throws refuse('invalid', 'methodologies/unknown-setting' | 'methodologies/unknown-reading')
 */
export function withNumbers(text: string, { parameters, switches }: Numbers, asOf: string): string {
  const document = documentOf(text, 'methodology.yaml')
  for (const [name, { value, source, checkedOn }] of Object.entries(parameters)) {
    const at = valueAt(document, name, asOf)
    const before = document.getIn(['parameters', name, 'values', at, 'value'])
    if (String(before) !== value.trim())
      document.setIn(['parameters', name, 'values', at, 'value'], plainValue(value.trim()))
    if (source.trim() !== '' && source !== document.getIn(['parameters', name, 'source']))
      document.setIn(['parameters', name, 'source'], source.trim())
    if (checkedOn !== '' && checkedOn !== document.getIn(['parameters', name, 'checkedOn']))
      document.setIn(['parameters', name, 'checkedOn'], checkedOn)
  }
  for (const [name, reading] of Object.entries(switches)) {
    if (!document.hasIn(['switches', name, 'readings', reading]))
      throw refuse('invalid', 'methodologies/unknown-reading', { name, found: reading, known: '' })
    document.setIn(['switches', name, 'chosen'], reading)
  }
  return document.toString({ lineWidth: 0 })
}

/** The text under another code, edition or title. @example renamed(text, { edition: 2 }) */
export function renamed(
  text: string,
  names: { readonly id?: string; readonly edition?: number; readonly title?: string },
): string {
  const document = documentOf(text, 'methodology.yaml')
  for (const [key, value] of Object.entries(names)) document.set(key, value)
  return document.toString({ lineWidth: 0 })
}

/** The text of the cases with one more. */
export function withCase(text: string, added: Readonly<Record<string, unknown>>): string {
  const before = text.trimEnd()
  return `${before === '' ? '' : `${before}\n`}${stringify([added], { lineWidth: 0 })}`
}

/**
 * A code for a copy: the first of `base-2`, `base-3`, … that nobody has.
 * @example freeCode('bottom-share', ['bottom-share']) // 'bottom-share-2'
 */
export function freeCode(base: string, taken: readonly string[]): string {
  const stem = base.replace(/-\d{1,2}$/, '')
  for (let number = 2; ; number++) if (!taken.includes(`${stem}-${number}`)) return `${stem}-${number}`
}

function valueAt(document: Document, name: string, asOf: string): number {
  const values = document.getIn(['parameters', name, 'values']) as
    | { readonly items?: readonly { readonly get: (key: string) => unknown }[] }
    | undefined
  if (!values?.items) throw refuse('invalid', 'methodologies/unknown-setting', { found: name, known: '' })
  let best = -1
  let since = ''
  for (const [at, item] of values.items.entries()) {
    const from = String(item.get('from'))
    if (from <= asOf && from >= since) {
      best = at
      since = from
    }
  }
  if (best < 0) throw refuse('invalid', 'methodologies/no-value-yet', { name, day: asOf })
  return best
}

function plainValue(text: string): string | number {
  return /^\d{1,9}$/.test(text) ? Number(text) : text
}

function documentOf(text: string, name: string): Document {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) {
    const { line = 0, col = 0 } = error.linePos?.[0] ?? {}
    throw refuse('invalid', 'methodologies/broken-yaml', { file: name, line, column: col })
  }
  return document
}
