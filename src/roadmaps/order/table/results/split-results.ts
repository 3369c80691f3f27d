import { adjectiveNumber } from '../parties/heads.ts'
import { type Token, tokensOf } from '../parties/tokens.ts'
import { type ResultHead, resultHeadOf } from './result-heads.ts'

interface ResultSpan {
  readonly text: string
  /** Only a space parted it from the one before. */
  readonly glued: boolean
}

interface Open {
  head: ResultHead | null
  headAt: number
  words: number
  colon: boolean
  /** A figure stands in it already: another one is another result. */
  hasFigure: boolean
}

/**
 * Parts a cell of expected results: at semicolons, at line breaks and commas before a new head in the nominative, and at mere spaces where
 * a second document or measure begins («приказ план работы»).
 *
 * @example splitResults('Программа развития, «дорожная карта»').length // 2
 */
export function splitResults(printed: string): ResultSpan[] {
  const text = withoutListNumbers(printed)
  const tokens = tokensOf(text)
  const starts: { at: number; glued: boolean }[] = []
  let open: Open = { head: null, headAt: -1, words: 0, colon: false, hasFigure: false }
  tokens.forEach((token, i) => {
    const last = tokens[i - 1]
    if (last && text.slice(last.end, token.start).includes(':')) open.colon = true
    const cut = i === 0 ? 'start' : cutBefore(text, tokens, i, open)
    if (cut) {
      starts.push({ at: openedAt(text, token.start, last?.end ?? 0), glued: cut === 'glued' })
      open = { head: null, headAt: -1, words: 0, colon: false, hasFigure: false }
    }
    if (open.head === null) {
      const found = headFrom(tokens, i)
      if (found) {
        open.head = found.head
        open.headAt = found.at
      }
    }
    open.words++
    if (figureFrom(tokens, i)) open.hasFigure = true
  })
  return starts
    .map((start, i) => ({ text: trimmed(text.slice(start.at, starts[i + 1]?.at)), glued: start.glued }))
    .filter(span => span.text !== '')
}

/** «1. Приказ. 2. План»: a list on one line; its numbers are no text of the results. */
function withoutListNumbers(text: string): string {
  const numbers = [...text.matchAll(listNumber)].map(match => Number(match[1]))
  return numbers.length > 1 && numbers.every((number, i) => number === i + 1) ? text.replace(listNumber, '\n') : text
}
const listNumber = /(?<![^\s])(\d{1,2})[.)]\s*(?=\p{L})/gu

function cutBefore(text: string, tokens: readonly Token[], i: number, open: Open): 'marked' | 'glued' | null {
  const token = tokens[i]!
  if (token.before === ';') return 'marked'
  if (i <= open.headAt) return null
  if (isRestOfRange(text, tokens, i)) return null
  const opensQuote = isQuoteOpening(text, tokens, i)
  if (token.before === '\n') {
    const gap = text.slice(tokens[i - 1]!.end, token.start)
    return !/[–—-]\s*\n/.test(gap) && breaksLine(tokens, i, open) ? 'marked' : null
  }
  if (token.depth > 0 && !opensQuote) return null
  const found = headFrom(tokens, i)
  if (token.before === ',') {
    if (open.colon || !found) return null
    // «Критерии, приказ об утверждении»: a document after one unknown word
    if (!open.head) return open.words === 1 && found.head.kind === 'document' && !found.head.ambiguous ? 'marked' : null
    if (found.head.kind === 'deed' && (open.words === 1 || !hasObject(tokens, i, found.at))) return null
    if (found.head === measured) return tellsMore(tokens, i, open) ? 'marked' : null
    return 'marked'
  }
  if (!found || !open.head || token.before === '(') return null
  // «дорожная карта» stands in quotes by custom: the only quoted thing that can be a result of its own
  if (opensQuote)
    return /^дорожн(?:ая|ые)$/iu.test(token.word) && open.words > 1 && open.headAt < i - 1 ? 'glued' : null
  return cutsAtSpace(tokens, i, open, found) ? 'glued' : null
}

/** «30–40 %»: the second figure of a range begins nothing. */
function isRestOfRange(text: string, tokens: readonly Token[], i: number): boolean {
  const [last, token] = [tokens[i - 1]!, tokens[i]!]
  return (
    /^\d/.test(token.word) && /\d$/.test(last.word) && /^\s*%?\s*[-–—−]\s*$/.test(text.slice(last.end, token.start))
  )
}

/** «Количество педагогов, не менее 5» is one measure; «приказ, не менее 5 семинаров» is two results. */
function tellsMore(tokens: readonly Token[], i: number, open: Open): boolean {
  if (open.head?.kind === 'document') return true
  // «Снижение доли тех, кто отстаёт, до 3 %» waits for its figure
  if (!open.hasFigure && isChange(tokens.slice(i - open.words, i))) return false
  const often = tokens.slice(i, i + 5).some(token => /^раза?$/iu.test(token.word))
  return open.hasFigure || isAfterPercent(tokens, i) || (open.head?.kind === 'deed' && !often)
}

function isChange(words: readonly Token[]): boolean {
  return (
    /^(?:снижени|сокращени|уменьшени|увеличени|повышени|рост|прирост)/iu.test(words[0]?.word ?? '') &&
    words.some(({ word }) => /^(?:дол[ия]|числа?|количества?|кол-ва|процента|охвата|показател[яей]+)$/iu.test(word))
  )
}

/** «…, % Не менее 5 …»: the sign closes a measure whose figure is elsewhere. */
function isAfterPercent(tokens: readonly Token[], i: number): boolean {
  return tokens[i - 1]?.percentAfterComma === true && /^\p{Lu}/u.test(tokens[i]!.word)
}

/** A second nominative right after a whole result; words that tie it to what stands before forbid the cut. */
function cutsAtSpace(
  tokens: readonly Token[],
  i: number,
  open: Open,
  found: { head: ResultHead; at: number },
): boolean {
  const last = tokens[i - 1]!
  const token = tokens[i]!
  if (
    open.head === null ||
    (token.before !== ' ' && token.before !== '.') ||
    (/^\d/.test(last.word) && /^\p{Ll}/u.test(token.word))
  )
    return false
  if (
    /^(?:и|или|в|во|на|по|о|об|с|со|к|из|для|за|от|не|до|при|как|через|под|у|чем|менее|более|около|свыше|ниже|выше|порядка)$/iu.test(
      last.word,
    )
  )
    return false
  if (found.head === measured && !open.hasFigure && isChange(tokens.slice(i - open.words, i))) return false
  if (
    (governs.test(last.word) && open.headAt !== i - 1) ||
    (adjectiveNumber(last.word) !== null && open.headAt !== i - 1)
  )
    return false
  const isWhole = open.words > 1 || open.head.kind === 'document'
  if (/^\p{Lu}/u.test(token.word)) return isWhole && (!found.head.ambiguous || open.words > 1)
  if (found.head === measured)
    return (
      !/^не$/iu.test(token.word) &&
      (open.head.kind === 'document' || open.hasFigure || (open.head.kind === 'deed' && open.words >= 3))
    )
  if (open.head.kind === 'deed' || found.head.kind === 'deed' || found.head.ambiguous) return false
  if (found.head.kind === 'measure') return open.head.kind === 'measure'
  // «план график» and «анализ результаты» are one thing more often than two
  if (open.headAt === i - 1 && open.words > 1 && found.at === i) return false
  return open.head.kind === 'document'
}

/** Verbs and participles that take what follows as their object: «показывают низкие результаты». */
const governs = /(?:ют|ут|ат|ят|ет|ит|ть|щ(?:ий|ая|ее|ие|их|ими|его|ей)|вш(?:ий|ая|ие|их)|ены?|аны?|ена|ано|ено)$/iu

function breaksLine(tokens: readonly Token[], i: number, open: Open): boolean {
  const token = tokens[i]!
  const last = tokens[i - 1]!
  // «Количество уроков ⏎ – не менее 5»: the dash is no bullet
  if (token.bullet) return !(open.head?.kind === 'measure' && !open.hasFigure && figureFrom(tokens, i))
  if (/^(?:и|или|в|на|по|о|об|с|к|из|для|за|от|не|до|при|№)$/iu.test(last.word)) return false
  return /^\p{Lu}/u.test(token.word) || headFrom(tokens, i) !== null
}

const measured: ResultHead = { kind: 'measure', documentType: null, ambiguous: false }

/** «не менее 5 …», «100% …», «24 чел.»: a measure without a head of its own; null when it is none. */
function figureFrom(tokens: readonly Token[], i: number): { head: ResultHead; at: number } | null {
  const at = figureAt(tokens, i)
  if (at === null) return null
  const figure = tokens[at]!
  const isBounded = at === i + 2
  const hasUnit =
    figure.percent || tokens.slice(at + 1, at + 4).some(token => token.percent || /^(?:чел|процент)/iu.test(token.word))
  return isBounded || hasUnit ? { head: measured, at } : null
}

/** Where the figure stands: here, after «более» or «до», after «не менее». */
function figureAt(tokens: readonly Token[], i: number): number | null {
  const isFigure = (at: number): boolean => /^\d+(?:[.,]\d+)?$/.test(tokens[at]?.word ?? '')
  const first = tokens[i]!.word
  if (isFigure(i)) return i
  if (/^(?:более|менее|свыше|выше|ниже|до|от)$/iu.test(first)) return isFigure(i + 1) ? i + 1 : null
  const bound = /^не$/iu.test(first) && /^(?:менее|более|реже|ниже|меньше|выше|чаще)$/iu.test(tokens[i + 1]?.word ?? '')
  return bound && isFigure(i + 2) ? i + 2 : null
}

/** A head in the nominative here or after adjectives that agree. */
function headFrom(tokens: readonly Token[], i: number): { head: ResultHead; at: number } | null {
  const figure = figureFrom(tokens, i)
  if (figure) return figure
  let number: string | null = null
  for (let j = i; j < Math.min(i + 6, tokens.length); j++) {
    const token = tokens[j]!
    if (token.isName || (j > i && token.before !== ' ' && token.before !== '.' && token.before !== '\n')) return null
    const head = resultHeadOf(token.word)
    if (head) {
      if (isOblique(tokens, i, j) || (head.ambiguous && number === 'singular')) return null
      return { head: head.ambiguous && number !== null ? { ...head, ambiguous: false } : head, at: j }
    }
    const of = adjectiveNumber(token.word)
    if (of === null || (number !== null && of !== number)) return null
    number = of
  }
  return null
}

/** After a preposition the same form is an accusative: «в план», «на сайт». */
function isOblique(tokens: readonly Token[], from: number, at: number): boolean {
  const before = tokens[from - 1]
  return (
    at >= from && !!before && tokens[from]!.before === ' ' && /^(?:в|во|на|за|о|об|про|через|под)$/iu.test(before.word)
  )
}

/** A deed has an object; a lone noun in a list («подготовка, проведение …») does not part. */
function hasObject(tokens: readonly Token[], i: number, at: number): boolean {
  const next = tokens[at + 1]
  return at >= i && next !== undefined && next.before === ' '
}

function isQuoteOpening(text: string, tokens: readonly Token[], i: number): boolean {
  const last = tokens[i - 1]
  return !!last && /[«“„]\s*$/.test(text.slice(last.end, tokens[i]!.start)) && tokens[i]!.depth === last.depth + 1
}

function openedAt(text: string, start: number, from: number): number {
  let at = start
  while (at > from && (/[«“„"(≥≤<>]/.test(text[at - 1] ?? '') || /[≥≤<>]\s$/.test(text.slice(0, at)))) at--
  return at
}

function trimmed(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[-–—•*·,;\s]+/, '')
    .replace(/[\s,;.–—-]+$/, match => (/^\.$/.test(match) ? '.' : ''))
}
