import { type IsoDate, refuse } from '../base/index.ts'
import type { Methodology } from './methodology.ts'

/** What a run changes for itself: parameters and switches by name. Nothing: as the edition says. */
export type Changes = Readonly<Record<string, string | number | boolean>>
/** Every parameter and switch with the value that counted, to be printed with the run. */
export type Settings = Readonly<Record<string, string | number | boolean>>

/**
 * Values of all parameters and switches on a day.
 *
 * @throws refuse('invalid', 'methodologies/no-value-yet' | 'methodologies/unknown-setting' | 'methodologies/unknown-reading')
 * @example settingsOn(methodology, '2022-01-01', { window: 'pooled' }).window // 'pooled'
 */
export function settingsOn(methodology: Methodology, day: IsoDate, changes: Changes = {}): Settings {
  const settings: Record<string, string | number | boolean> = {}
  for (const [name, { values }] of Object.entries(methodology.parameters ?? {})) {
    const value = values.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
    if (value === undefined && changes[name] === undefined)
      throw refuse('invalid', 'methodologies/no-value-yet', { name, day })
    settings[name] = changes[name] ?? value!.value
  }
  for (const [name, { chosen, readings }] of Object.entries(methodology.switches ?? {})) {
    const reading = String(changes[name] ?? chosen)
    if (!Object.hasOwn(readings, reading))
      throw refuse('invalid', 'methodologies/unknown-reading', {
        name,
        found: reading,
        known: Object.keys(readings).join(', '),
      })
    settings[name] = reading
  }
  const unknown = Object.keys(changes).find(name => !Object.hasOwn(settings, name))
  if (unknown !== undefined)
    throw refuse('invalid', 'methodologies/unknown-setting', {
      found: unknown,
      known: Object.keys(settings).join(', '),
    })
  return settings
}

/**
 * The same data with every `$name` replaced by its value, and every `choose` by the branch that the switch names.
 *
 * @param path where the data stands, for refusals
 * @throws refuse('invalid', 'methodologies/unknown-name' | 'methodologies/no-branch')
 */
export function withSettings(data: unknown, settings: Settings, path: string): unknown {
  if (typeof data === 'string') {
    if (!data.startsWith('$')) return data
    const name = data.slice(1)
    if (!Object.hasOwn(settings, name))
      throw refuse('invalid', 'methodologies/unknown-name', {
        path,
        found: data,
        known: Object.keys(settings).join(', '),
      })
    return settings[name]
  }
  if (Array.isArray(data)) return data.map((each, at) => withSettings(each, settings, `${path}[${at}]`))
  if (typeof data !== 'object' || data === null) return data
  if ('choose' in data && Object.keys(data).length === 1) return branchOf(data.choose, settings, `${path}.choose`)
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      withSettings(value, settings, path === '' ? key : `${path}.${key}`),
    ]),
  )
}

function branchOf(choose: unknown, settings: Settings, path: string): unknown {
  const { by, ...branches } = (typeof choose === 'object' && choose !== null ? choose : {}) as Record<string, unknown>
  const chosen = String(withSettings(by, settings, `${path}.by`))
  if (!Object.hasOwn(branches, chosen))
    throw refuse('invalid', 'methodologies/no-branch', { path, found: chosen, known: Object.keys(branches).join(', ') })
  return withSettings(branches[chosen], settings, `${path}.${chosen}`)
}
