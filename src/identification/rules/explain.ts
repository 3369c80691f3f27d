import { type Lang, translator } from '../../core/base/index.ts'
import { mechanismOf } from '../../core/rules/make-ready.ts'
import type { Methodology } from '../../core/rules/methodology.ts'
import { settingsOn, withSettings } from '../../core/rules/settings.ts'
import { rulesTexts } from './texts.ts'

/**
 * A methodology in plain words, generated from its data: what it lists, by which rule, with which numbers and readings, from which source.
 *
 * @example explain(methodology, 'ru') // «Перечень 1 … Школа входит, если: …»
 */
export function explain(written: Methodology, lang: Lang): string {
  const say = translator(rulesTexts, lang)
  const settings = settingsOn(written, written.asOf as never)
  const { lists, procedures, values, exclude } = withSettings(written, settings, '') as Methodology
  const lines = [
    say('explain.title', { title: written.title, id: written.id, edition: written.edition }),
    written.about.trim(),
    say('explain.source', { source: written.source, day: written.checkedOn }),
  ]
  if (procedures) {
    lines.push('', say('explain.procedures'))
    for (const { procedure, subject, grade, years, schoolTypes, notSchoolTypes } of procedures) {
      const name = say('explain.procedure', { procedure, subject, grade, years: years?.join(', ') ?? '' })
      const types = schoolTypes ?? notSchoolTypes
      const only = types ? say(schoolTypes ? 'explain.onlyTypes' : 'explain.notTypes', { types: types.join(', ') }) : ''
      lines.push(`  — ${name}${only}`)
    }
  }
  for (const { id, title, value } of values ?? [])
    lines.push('', say('explain.value', { id, title }), ...stepLines(value, 1, lang))
  for (const { when, reason } of exclude ?? [])
    lines.push('', say('explain.exclude', { reason }), ...stepLines(when, 1, lang))
  for (const { id, title, rule, relation, exit } of lists) {
    lines.push('', say('explain.list', { id, title }), ...stepLines(rule, 1, lang))
    if (relation) lines.push(`  ${say('explain.relation', relation)}`)
    if (exit) lines.push(`  ${say('explain.exit', { column: exit.previously })}`, ...stepLines(exit.rule, 2, lang))
  }
  const parameters = Object.entries(written.parameters ?? {})
  if (parameters.length > 0) lines.push('', say('explain.parameters'))
  for (const [name, { title, unit, source, checkedOn }] of parameters)
    lines.push(
      `  — ${say('explain.parameter', { name, title, unit, source, checkedOn, value: String(settings[name]) })}`,
    )
  const switches = Object.entries(written.switches ?? {})
  if (switches.length > 0) lines.push('', say('explain.switches'))
  for (const [name, { title, readings, source }] of switches) {
    lines.push(`  — ${say('explain.switch', { name, title, source })}`)
    for (const [reading, words] of Object.entries(readings))
      lines.push(`      ${reading === settings[name] ? '✓' : ' '} ${reading}: ${words}`)
  }
  lines.push('', say('explain.unknown'))
  return lines.join('\n')
}

function stepLines(step: unknown, depth: number, lang: Lang): string[] {
  const { data, mechanism } = mechanismOf(step, '')
  const { key, params, parts } = mechanism.tell(data as never)
  const text = translator(rulesTexts, lang)(`steps.${key}` as 'steps.any', params)
  return [`${'  '.repeat(depth)}${text}`, ...(parts ?? []).flatMap(part => stepLines(part, depth + 1, lang))]
}
