import { cyrillic } from '../../../../core/russian/index.ts'
import type { Indicator, Result } from '../../contract.ts'
import { tokensOf } from '../parties/tokens.ts'
import { indicator, readIndicator } from './indicators.ts'
import { documentTypeOf, resultHeadOf } from './result-heads.ts'
import { splitResults } from './split-results.ts'

interface ReadResults {
  readonly results: readonly Result[]
  readonly indicators: readonly Indicator[]
  readonly glued: boolean
}

/**
 * Reads a cell of expected results (or of information support): its separate fragments, each typed, and those that are measured as
 * indicators too.
 *
 * @param text lines parted by `\n`
 */
export function readResults(text: string, column: 'result' | 'informationSupport'): ReadResults {
  const spans = splitResults(text)
  const results: Result[] = []
  const indicators: Indicator[] = []
  for (const { text: sourceText } of spans) {
    const reading = readIndicator(sourceText, isCount(sourceText))
    if (reading) indicators.push(indicator(sourceText, reading, column))
    results.push(reading ? { sourceText, kind: 'indicator', documentType: null } : typed(sourceText))
  }
  return { results, indicators, glued: spans.some(span => span.glued) }
}

/** «5 семинаров», «Проведено 5 семинаров» count; «2 приказа» are documents. */
function isCount(text: string): boolean {
  const counted = /^(?:(?:проведен|организован|обучен|создан|заключен|разработан)\S*\s+)?\d{1,4}\s+(\p{Ll}{3,})/iu.exec(
    text,
  )
  return counted !== null && documentTypeOf(counted[1] ?? '') === null && !/^год|^класс/iu.test(counted[1] ?? '')
}

/** A new line begins an indicator unless the one before waits for its figure or the line only brings it. */
const newIndicator =
  /;|(?<!(?:менее|более|реже|ниже|выше|чем|до|от|[–—-])\s*)\n(?=\s*(?:[-–—•*](?!\s*(?:не\s|более|менее|до\s|\d))|\p{Lu}|\d))/u

/** Reads a cell of a column of indicators: each line or part is one; what has no figure is a presence. */
export function readIndicators(text: string): Indicator[] {
  const parts = text.split(newIndicator).map(part =>
    part
      .replace(/\s+/g, ' ')
      .replace(/^[\s\-–—•*]+/, '')
      .replace(/[\s,;]+$/, ''),
  )
  return parts
    .filter(part => part !== '')
    .map(part => {
      const reading = readIndicator(part, true)
      return indicator(
        part,
        reading ?? { comparator: 'exists', values: [], unit: null, population: null, period: null },
        'indicator',
      )
    })
}

function typed(sourceText: string): Result {
  const tokens = tokensOf(sourceText)
  const first = tokens[0]
  const deed: Result = { sourceText, kind: 'activity', documentType: null }
  if (!first || resultHeadOf(first.word)?.kind === 'deed') return deed
  const draft = /^проекты?$/iu.test(first.word) && tokens[1] ? documentTypeOf(tokens[1].word) : null
  if (draft) return { sourceText, kind: 'document', documentType: draft }
  const named = phraseType(sourceText)
  if (named) return { sourceText, kind: 'document', documentType: named }
  for (const token of tokens.slice(0, 5)) {
    if (token.depth > first.depth) continue
    const head = resultHeadOf(token.word)
    if (head?.kind === 'document') return { sourceText, kind: 'document', documentType: head.documentType }
    if (head) return deed
    const oblique = token === first && token.word.length > 3 ? documentTypeOf(token.word) : null
    if (oblique) return { sourceText, kind: 'document', documentType: oblique }
  }
  return deed
}

/** Kinds of documents that are named by more than one word, where the phrase opens the result. */
function phraseType(text: string): string | null {
  const opening = cyrillic(text).toLowerCase().replaceAll('ё', 'е').slice(0, 90)
  for (const [shape, type] of phrases) if (shape.test(opening)) return type
  return null
}

const phrases: readonly (readonly [RegExp, string])[] = [
  [/^(?:\S+\s+){0,3}аналитическ\S+ справк/u, 'аналитическая справка'],
  [/^(?:\S+\s+){0,3}(?:информационно-)?(?:статистико-)?аналитическ\S+ отчет/u, 'аналитический отчёт'],
  [/^(?:\S+\s+){0,3}(?:информационно-)?аналитическ\S+ (?:материал|записк)/u, 'аналитические материалы'],
  [/^(?:\S+\s+){0,3}аналитическ\S+ анализ/u, 'анализ'],
  [/^(?:\S+\s+){0,2}методическ\S+ рекомендаци/u, 'методические рекомендации'],
  [/^(?:\S+\s+){0,3}план\S{0,2}-график/u, 'план-график'],
  [/^(?:\S+\s+){0,2}[«"]?дорожн\S+ карт/u, 'дорожная карта'],
  [/^(?:\S+\s+){0,2}индивидуальн\S+ (?:\S+ )?маршрут/u, 'индивидуальный маршрут'],
  [/^(?:\S+\s+){0,2}(?:банк|баз[аы]) данных/u, 'банк данных'],
  [/^(?:\S+\s+){0,2}форм[аы] \S*отчет/u, 'отчёт'],
  [/^(?:\S+\s+){0,2}социальн\S+ сет/u, 'сайт'],
  [/^(?:\S+\s+){0,2}рисков\S+ профил/u, 'профиль'],
]
