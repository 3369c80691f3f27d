import { type Lang, translator } from '../../core/base/index.ts'
import type { Margin } from '../../core/rules/margin.ts'
import type { Trace } from '../../core/rules/mechanism.ts'
import type { Methodology } from '../../core/rules/methodology.ts'
import type { Answer, SchoolAnswer } from './identify.ts'
import { identifyTexts } from './texts.ts'

/** The answer for reading: schools by name, each verdict with its reason, how far it is from another one, and its chance. */
export function answerInWords(answer: Answer, methodology: Methodology, lang: Lang): string {
  const say = translator(identifyTexts, lang)
  const settings = Object.entries(answer.settings).map(([name, value]) => `${name} = ${value}`)
  const lines = [
    say('head', { title: answer.title, id: answer.methodology, edition: answer.edition, year: String(answer.year) }),
    ...(settings.length > 0 ? [say('settings', { settings: settings.join('; ') })] : []),
    say('purpose'),
  ]
  for (const school of answer.schools) lines.push('', ...schoolLines(school, methodology, lang))
  lines.push('')
  for (const { id, title } of methodology.lists) {
    const counted = { yes: 0, no: 0, unknown: 0 }
    for (const { lists } of answer.schools) counted[lists[id]!]++
    lines.push(say('total', { title, ...counted }))
  }
  return lines.join('\n')
}

function schoolLines(school: SchoolAnswer, methodology: Methodology, lang: Lang): string[] {
  const say = translator(identifyTexts, lang)
  const lines = [school.name ? `${school.name} (${school.school})` : school.school]
  if (school.excluded) lines.push(`  ${say('excluded', { reason: school.excluded })}`)
  for (const { id, title } of methodology.lists) {
    lines.push(`  ${say('verdict', { title, verdict: school.lists[id]! })}`)
    const margin = school.margins[id]
    lines.push(`    ${margin ? marginInWords(margin, lang) : say('noMargin')}`)
  }
  for (const { id, title } of methodology.values ?? []) {
    const value = school.values[id]
    lines.push(`  ${title}: ${typeof value === 'number' ? figure(value, lang) : say('noFigure')}`)
  }
  const cells = new Map<string, Trace>()
  for (const trace of school.trace) collectCells(trace, cells)
  for (const [where, { verdict, facts }] of cells) {
    const chance = school.chance.find(
      each =>
        where.startsWith(`${each.procedure}, ${each.subject}, ${each.grade} `) && where.endsWith(String(each.year)),
    )
    const words = say('cell', {
      where,
      below: facts?.['below'] ?? 0,
      participants: facts?.['participants'] ?? 0,
      verdict: verdict ?? 'outside',
      why: String(facts?.['why'] ?? 'none'),
    })
    const known = chance?.probability !== null && chance !== undefined && chance.status === 'fitted'
    lines.push(
      `    ${words}${known ? `; ${say('chance', { percent: Math.round(chance.probability! * 100), threshold: chance.threshold })}` : ''}`,
    )
  }
  return lines
}

function marginInWords({ participants, where, becomes }: Margin, lang: Lang): string {
  const say = translator(identifyTexts, lang)
  const places = where.map(({ place, participants: change }) =>
    say('place', {
      place: place === 'pooled' ? say('pooled') : place,
      change: change > 0 ? `+${change}` : String(change),
    }),
  )
  return say(participants === 1 ? 'onEdge' : 'margin', { participants, places: places.join('; '), becomes })
}

function collectCells(trace: Trace, cells: Map<string, Trace>): void {
  if (trace.mechanism === 'share-below' && trace.where) cells.set(trace.where, trace)
  for (const part of trace.parts ?? []) collectCells(part, cells)
}

function figure(value: number, lang: Lang): string {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: 4 }).format(value)
}
