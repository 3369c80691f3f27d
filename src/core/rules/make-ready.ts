import { refuse } from '../base/index.ts'
import { checkData } from './check-shape.ts'
import type { ReadyRule, ReadyValue, Workbench } from './mechanism.ts'
import { ruleMechanisms, valueMechanisms } from './mechanisms/index.ts'
import type { Mechanism } from './shapes.ts'

const rules = new Map(ruleMechanisms.map(mechanism => [mechanism.name, mechanism]))
const values = new Map(valueMechanisms.map(mechanism => [mechanism.name, mechanism]))

/** A step of a rule as it is written: one mechanism and its data. */
export interface Step {
  readonly name: string
  readonly data: unknown
  readonly path: string
}

/** A mechanism that the data names, its data checked. @throws refuse('invalid', 'methodologies/not-a-step' | 'methodologies/unknown-mechanism') and shapes */
export function mechanismOf(written: unknown, at: string): Step & { readonly mechanism: Mechanism<unknown> } {
  return stepOf(written, at, new Map<string, Mechanism<unknown>>([...rules, ...values]))
}

/** Makes a rule ready for the table of the bench. */
export function readyRule(written: unknown, at: string, bench: Workbench): ReadyRule {
  const { mechanism, data, path } = stepOf(written, at, rules)
  return mechanism.ready(data as never, { ...bench, path })
}

/** Makes a figure ready for the table of the bench. */
export function readyValue(written: unknown, at: string, bench: Workbench): ReadyValue {
  const { mechanism, data, path } = stepOf(written, at, values)
  return mechanism.ready(data as never, { ...bench, path })
}

function stepOf<Ready>(written: unknown, at: string, known: ReadonlyMap<string, Mechanism<Ready>>) {
  const entries =
    typeof written === 'object' && written !== null && !Array.isArray(written) ? Object.entries(written) : []
  const [first] = entries
  if (entries.length !== 1 || first === undefined)
    throw refuse('invalid', 'methodologies/not-a-step', { path: at, found: JSON.stringify(written) ?? '' })
  const [name, data] = first
  const mechanism = known.get(name)
  if (!mechanism)
    throw refuse('invalid', 'methodologies/unknown-mechanism', {
      path: at,
      found: name,
      known: [...known.keys()].join(', '),
    })
  const path = `${at}.${name}`
  checkData(mechanism.shape, data, path)
  return { name, data, path, mechanism }
}
