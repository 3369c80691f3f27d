import { type Lang, localeOf, numberFormat, type Translate, translator } from '../../core/base/index.ts'
import { fractionIn, numberOf } from '../../core/rules/fraction.ts'
import { mechanismOf } from '../../core/rules/make-ready.ts'
import type { Methodology } from '../../core/rules/methodology.ts'
import { settingsOn, withSettings } from '../../core/rules/settings.ts'
import type { Told } from '../../core/rules/shapes.ts'
import { rulesTexts } from './texts.ts'

/** A line of a rule told in words; `depth` 0 is the rule itself. */
export interface ToldLine {
  readonly depth: number
  readonly text: string
}
/** A list, a figure or an exclusion: what it is called and how it is found. */
export interface ToldBlock {
  readonly title: string
  readonly lines: readonly ToldLine[]
  /** What follows the rule: relation to another list, the exit rule. */
  readonly more: readonly ToldLine[]
}
/** A methodology in words, generated from its data. */
export interface ToldMethodology {
  readonly procedures: readonly string[]
  /** Which waves count; null: those that usually do. */
  readonly waves: string | null
  readonly values: readonly ToldBlock[]
  readonly exclusions: readonly ToldBlock[]
  readonly lists: readonly ToldBlock[]
}

type Say = Translate<(typeof rulesTexts)['ru']>

/**
 * The rules of a methodology in plain words, with the numbers and readings that count on its day.
 *
 * @example tellMethodology(methodology, 'ru').lists[0]?.lines[0]?.text // «в каждом из годов (2019, 2021) не меньше 2 процедур …»
 */
export function tellMethodology(written: Methodology, lang: Lang): ToldMethodology {
  const say = translator(rulesTexts, lang)
  const settings = settingsOn(written, written.asOf as never)
  const { lists, procedures, values, exclude } = withSettings(written, settings, '') as Methodology
  return {
    procedures: (procedures ?? []).map(each => procedureInWords(each, say)),
    waves: written.waves
      ? say('explain.waves', { waves: written.waves.map(wave => say(`waves.${wave as 'main'}`)).join(', ') })
      : null,
    values: (values ?? []).map(({ id, title, value }) => ({
      title: say('explain.value', { id, title }),
      lines: stepLines(value, 0, lang),
      more: [],
    })),
    exclusions: (exclude ?? []).map(({ when, reason }) => ({
      title: say('explain.exclude', { reason }),
      lines: stepLines(when, 0, lang),
      more: [],
    })),
    lists: lists.map(({ id, title, rule, relation, exit }) => ({
      title: say('explain.list', { id, title }),
      lines: stepLines(rule, 0, lang),
      more: [
        ...(relation
          ? [{ depth: 0, text: say('explain.relation', { ...relation, list: titleOf(lists, relation.list) }) }]
          : []),
        ...(exit
          ? [{ depth: 0, text: say('explain.exit', { column: exit.previously }) }, ...stepLines(exit.rule, 1, lang)]
          : []),
      ],
    })),
  }
}

/**
 * A methodology in plain words, generated from its data: what it lists, by which rule, with which numbers and readings, from which source.
 *
 * @example explain(methodology, 'ru') // «Перечень 1 … Школа входит, если: …»
 */
export function explain(written: Methodology, lang: Lang): string {
  const say = translator(rulesTexts, lang)
  const settings = settingsOn(written, written.asOf as never)
  const { procedures, waves, values, exclusions, lists } = tellMethodology(written, lang)
  const lines = [
    say('explain.title', { title: written.title, id: written.id, edition: written.edition }),
    written.about.trim(),
    say('explain.source', { source: written.source, day: written.checkedOn }),
  ]
  if (procedures.length > 0) lines.push('', say('explain.procedures'), ...procedures.map(name => `  — ${name}`))
  if (waves) lines.push('', waves)
  for (const { title, lines: told, more } of [...values, ...exclusions, ...lists])
    lines.push('', title, ...[...told, ...more].map(({ depth, text }) => `${'  '.repeat(depth + 1)}${text}`))
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

function procedureInWords(
  { procedure, subject, grade, years, schoolTypes, notSchoolTypes }: NonNullable<Methodology['procedures']>[number],
  say: Say,
): string {
  const name = say('explain.procedure', { procedure, subject, grade, years: years?.join(', ') || 'none' })
  const types = schoolTypes ?? notSchoolTypes
  const only = types
    ? say(schoolTypes ? 'explain.onlyTypes' : 'explain.notTypes', {
        types: types.map(type => typeInWords(type, say)).join(', '),
      })
    : ''
  return `${name}${only}`
}

function stepLines(step: unknown, depth: number, lang: Lang): ToldLine[] {
  const { data, mechanism } = mechanismOf(step, '')
  const { key, params = {}, parts } = mechanism.tell(data as never)
  const say = translator(rulesTexts, lang)
  const text = say(`steps.${key}` as 'steps.any', readable(params, say, lang))
  return [{ depth, text }, ...(parts ?? []).flatMap(part => stepLines(part, depth + 1, lang))]
}

/** Shares as percent, types of schools by their names. */
function readable(params: NonNullable<Told['params']>, say: Say, lang: Lang): NonNullable<Told['params']> {
  const shown = Object.entries(params).map(([name, value]) => {
    if (name === 'threshold' || name === 'share') return [name, percentInWords(String(value), lang)] as const
    if (name === 'words' && params['column'] === 'type')
      return [
        name,
        String(value)
          .split(', ')
          .map(type => typeInWords(type, say))
          .join(', '),
      ] as const
    return [name, value] as const
  })
  return Object.fromEntries(shown)
}

function percentInWords(written: string, lang: Lang): string {
  const found = fractionIn(written)
  if (!found || found.num < 0 || found.num > found.den) return written
  return numberFormat(localeOf[lang], { style: 'percent', maximumFractionDigits: 2 }).format(numberOf(found))
}

/** The type of a school as people call it; a word of the region's own stays. @example typeInWords('basic', say) // 'основная' */
export function typeInWords(type: string, say: Say): string {
  return Object.hasOwn(rulesTexts.ru.types, type) ? say(`types.${type as 'basic'}`) : type
}

function titleOf(lists: Methodology['lists'], id: string): string {
  return lists.find(list => list.id === id)?.title ?? id
}
