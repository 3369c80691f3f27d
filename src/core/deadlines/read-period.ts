import type { IsoDate } from '../base/index.ts'
import { plainText } from '../russian/index.ts'
import { itemsAt } from './facts.ts'
import { legible, printedBetween } from './legible-text.ts'
import type { Span } from './span.ts'
import { type Token, tokensOf } from './tokens.ts'
import { resolve, type Years } from './years.ts'

export interface FoundPeriod {
  /** As printed, with its preposition: «на 2022 год». */
  readonly sourceText: string
  /** null for «на период до 2025 года». */
  readonly start: IsoDate | null
  readonly end: IsoDate | null
}

const noContext: Years = { start: null, end: null, orderDate: null, isSchoolYear: false }

/**
 * The period a title or passport names: «на 2022 год», «в 2021-2022 годах», «на 2023/2024 учебный год», «с сентября 2023 по май 2024».
 * A single day is no period; a year that is looked back upon («по итогам 2021 года», «за 2021 год») gives way to any other.
 *
 * @returns null when no period with a printed year stands in the text
 * @example readPeriod('Об утверждении плана на 2023/2024 учебный год') // { start: '2023-09-01', end: '2024-08-31', … }
 */
export function readPeriod(text: string): FoundPeriod | null {
  const printed = plainText(text)
  const readable = legible(printed)
  const tokens = tokensOf(readable.text)
  let best: { rank: number; period: FoundPeriod } | null = null
  for (let i = 0; i < tokens.length; ) {
    const read = itemsAt(tokens, i)
    if (!read) {
      i++
      continue
    }
    const spans = read.value.map(item => item.span).filter(isPeriod)
    const next = withMoreYears(tokens, read.next, spans)
    const first = spans[0]
    const rank = first ? rankOf(tokens, i, next, first, readable.text) : 0
    if (first && rank > (best?.rank ?? 0)) {
      const stretches = spans.map(span => resolve(span, noContext)).filter(stretch => stretch !== null)
      const starts = stretches.map(stretch => stretch.start).sort()
      const ends = stretches.map(stretch => stretch.end).sort()
      const isLimit = read.value[0]?.relation === 'before' || read.value[0]?.relation === 'by'
      const from = tokens[i]?.at ?? 0
      const sourceText = printedBetween(printed, readable, from, tokens[next - 1]?.to ?? from).replace(
        /(?<!\u0433)\.$/u,
        '',
      )
      if (ends.length > 0) {
        best = {
          rank,
          period: { sourceText, start: isLimit ? null : (starts[0] ?? null), end: ends[ends.length - 1] ?? null },
        }
      }
    }
    i = Math.max(next, i + 1)
  }
  return best?.period ?? null
}

function isPeriod(span: Span): boolean {
  return span.shape !== 'day' && (span.year !== null || span.school !== null)
}

/** «на 2022, 2023 и 2024 годы», «на 2024/2025 и 2025/2026 учебные годы»: further years of the same list. */
function withMoreYears(tokens: readonly Token[], start: number, spans: Span[]): number {
  let next = start
  for (let step = 0; step < 10 && spans.length > 0; step++) {
    const sign = tokens[next]
    const joins = (sign?.kind === 'mark' && sign.mark === ',') || (sign?.kind === 'word' && sign.sense?.tag === 'and')
    const more = joins ? itemsAt(tokens, next + 1) : null
    const span = more?.value[0]?.span
    const isYear = span?.year != null && (span.shape === 'year' || span.shape === 'schoolYear')
    if (!more || !span || !isYear || more.value.length !== 1) break
    spans.push(span)
    next = more.next
  }
  return next
}

/** How likely the words name the period of the plan; 0: not at all. */
function rankOf(tokens: readonly Token[], i: number, next: number, span: Span, text: string): number {
  const opening = tokens[i]
  const before = tokens[i - 1]
  const preposition = opening?.kind === 'word' ? opening.word : ''
  const last = tokens[next - 1]
  const saysYear = tokens.slice(i, next).some(token => token.kind === 'word' && token.sense?.tag === 'year')
  const isPair = tokens.slice(i, next).some(token => token.kind === 'years') || span.shape === 'stretch'
  const isLast = last !== undefined && /^[\s»"”).]*$/.test(text.slice(last.to))
  const looksBack = preposition === 'за' || tokens.slice(Math.max(0, i - 3), i).some(isLookingBack)
  if (!saysYear && !isPair && !isLast && preposition !== 'на') return 0
  let rank = 10 + (saysYear ? 2 : 0) + (isPair ? 2 : 0)
  if (preposition === 'на') rank += 6
  else if (preposition === 'в' || preposition === 'с' || preposition === 'до') rank += 3
  else if (before?.kind === 'word' && /^(?:период|срок)/.test(before.word)) rank += 5
  return looksBack ? rank - 9 : rank
}

function isLookingBack(token: Token): boolean {
  return token.kind === 'word' && /^(?:итог|результат|анализ|данны)/.test(token.word)
}
