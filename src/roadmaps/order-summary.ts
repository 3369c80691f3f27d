import { type Lang, translator } from '../core/base/index.ts'
import type { Deadline } from '../core/deadlines/contract.ts'
import { commandTexts } from './command-texts.ts'
import type { Clause, Item, OrderIssue, UnderstoodOrder } from './order/contract.ts'

/** How much of the doubts and of the unread rest a terminal shows; the rest is counted. */
const shownAtMost = 20

/**
 * What was understood of an order, for a reader at a terminal.
 * @example summaryOf(understood, 'ru') // 'Документ: приказ № 28/1 от 13.01.2023\n…'
 */
export function summaryOf({ order, doubts, coverage }: UnderstoodOrder, lang: Lang): string {
  const say = translator(commandTexts, lang)
  const { document, roadmap } = order
  const number = document.number ?? '—'
  const lines = [
    `${say('document')}: ${document.docType} ${say('numberAndDate', { number, date: shownDate(document.date) })}`,
    `${say('authority')}: ${document.authorityFull ?? document.authority ?? say('unknown')}`,
    `${say('title')}: ${document.title ?? say('untitled')}`,
    `${say('roadmap')}: ${roadmap.title ?? say('untitled')}`,
    `${say('period')}: ${periodText(roadmap.period, lang)}`,
  ]
  if (document.clauses.length > 0)
    lines.push('', `${say('clauses')}:`, ...document.clauses.flatMap(clause => clauseLines(clause, '  ')))
  lines.push('', `${say('sections', { sections: roadmap.sections.length, items: roadmap.items.length })}:`)
  const loose = roadmap.items.filter(item => item.sectionIndex === null)
  if (loose.length > 0 && roadmap.sections.length > 0) lines.push(`  ${say('noSection')}`)
  lines.push(...loose.flatMap(item => itemLines(item, lang)))
  for (const section of roadmap.sections) {
    lines.push(
      `  ${'  '.repeat(Math.max(0, section.level - 1))}${[section.number, section.title].filter(Boolean).join(' ')}`,
    )
    lines.push(
      ...roadmap.items.filter(item => item.sectionIndex === section.index).flatMap(item => itemLines(item, lang)),
    )
  }
  if (doubts.length > 0) {
    lines.push('', `${say('doubts', { count: doubts.length })}:`)
    lines.push(
      ...limited(
        doubts.map(doubt => {
          const { path, readings } = doubt
          const read = (lang === 'en' && doubt.readEnglish) || doubt.read
          const others = readings
            .slice(1)
            .map(({ label, english }) => (lang === 'en' && english) || label)
            .join('; ')
          return `  ${path}: ${others === '' ? say('doubtAlone', { read }) : say('doubt', { read, readings: others })}`
        }),
        lang,
      ),
    )
  }
  const percent = coverage.words === 0 ? 100 : Math.floor((coverage.placedWords / coverage.words) * 1000) / 10
  lines.push(
    '',
    say('coverage', { placed: String(coverage.placedWords), words: String(coverage.words), percent: String(percent) }),
  )
  if (coverage.rest.length > 0)
    lines.push(
      `${say('rest')}:`,
      ...limited(
        coverage.rest.map(({ text }) => `  ${text}`),
        lang,
      ),
    )
  return lines.join('\n')
}

/**
 * The defects of an order as a person reads them: what, where, what to do.
 * @example defectsOf([], 'ru') // 'Недостатков не найдено.'
 */
export function defectsOf(issues: readonly OrderIssue[], lang: Lang): string {
  const say = translator(commandTexts, lang)
  if (issues.length === 0) return say('noDefects')
  const lines = issues.flatMap(found => {
    const issue = { ...found, ...(lang === 'en' ? found.english : {}) }
    const lineNumbers = issue.lines && issue.lines.length > 0 ? say('lines', { lines: issue.lines.join(', ') }) : null
    const place = [issue.where, lineNumbers].filter(Boolean).join(', ')
    return [
      `  [${say(`severity.${issue.severity}`)}] ${place === '' ? '' : `${place}: `}${issue.message} (${issue.code})`,
      ...(issue.suggestion ? [`      ${say('suggestion')}: ${issue.suggestion}`] : []),
    ]
  })
  return [`${say('defects', { count: issues.length })}:`, ...lines].join('\n')
}

function clauseLines(clause: Clause, indent: string): string[] {
  const number = clause.number === null ? '–' : clause.number
  return [`${indent}${number} ${clause.text}`, ...clause.children.flatMap(child => clauseLines(child, `${indent}  `))]
}

function itemLines(item: Item, lang: Lang): string[] {
  const say = translator(commandTexts, lang)
  const deadline =
    item.deadline === null
      ? say('noDeadline')
      : `${say('deadline')}: ${item.deadline.sourceText} → ${deadlineText(item.deadline, lang)}`
  const details = [
    deadline,
    ...(item.responsible.length > 0
      ? [`${say('responsible')}: ${item.responsible.map(party => party.sourceText).join('; ')}`]
      : []),
    ...(item.results.length > 0
      ? [`${say('results')}: ${item.results.map(result => result.sourceText).join('; ')}`]
      : []),
  ]
  return [`    ${[item.number, item.title].filter(Boolean).join(' ')}`, ...details.map(text => `        ${text}`)]
}

function deadlineText(deadline: Deadline, lang: Lang): string {
  const kind = translator(commandTexts, lang)(`kinds.${deadline.kind}`, {
    start: shownDate(deadline.start),
    end: shownDate(deadline.end),
  })
  const first =
    deadline.kind === 'recurring' && deadline.start !== null
      ? ` (${shownDate(deadline.start)} — ${shownDate(deadline.end)})`
      : ''
  return `${kind}${first}`
}

function periodText(period: UnderstoodOrder['order']['roadmap']['period'], lang: Lang): string {
  const say = translator(commandTexts, lang)
  if (!period?.start) return say('unknown')
  return say('periodOf', { start: shownDate(period.start), end: shownDate(period.end) })
}

function shownDate(date: string | null): string {
  return date === null ? '…' : date.split('-').reverse().join('.')
}

function limited(lines: readonly string[], lang: Lang): string[] {
  if (lines.length <= shownAtMost) return [...lines]
  const more = translator(commandTexts, lang)('more', { count: lines.length - shownAtMost })
  return [...lines.slice(0, shownAtMost), `  ${more}`]
}
