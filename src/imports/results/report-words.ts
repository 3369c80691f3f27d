import { type Lang, lookUp, type Messages, translator } from '../../core/base/index.ts'
import type { ResultsIssue } from './report.ts'
import { resultsTexts } from './texts.ts'

/** An issue in words: where, what is wrong, what was found, what was expected. */
export interface IssueWords {
  readonly place: string
  readonly message: string
  readonly found: string | null
  readonly expected: string | null
}

/**
 * Says an issue in one language.
 *
 * @example issueWords(issue, 'ru').message // 'сумма больше, чем можно получить'
 */
export function issueWords(issue: ResultsIssue, lang: Lang): IssueWords {
  const say = translator(resultsTexts, lang)
  const { code, params, column, found } = issue
  return {
    place: say('place', {
      sheet: issue.sheet,
      row: issue.row ?? 0,
      letter: column?.letter ?? 'none',
      heading: column?.heading ?? 'none',
    }),
    message: saidOf('issues', code, params, lang) ?? code,
    found:
      found === null
        ? null
        : found.kind === 'value'
          ? say('foundValue', { value: found.value })
          : say(`foundKinds.${found.kind}`),
    expected: saidOf('expected', code, params, lang),
  }
}

function saidOf(part: 'issues' | 'expected', code: string, params: ResultsIssue['params'], lang: Lang): string | null {
  const words = resultsTexts[lang][part] as Messages
  const message = lookUp(words, code)
  return message === undefined ? null : translator(messageOnly(message), lang)('message', params)
}

const made = new Map<string, { ru: { message: string }; en: { message: string } }>()

function messageOnly(message: string) {
  const known = made.get(message) ?? { ru: { message }, en: { message } }
  made.set(message, known)
  return known
}
