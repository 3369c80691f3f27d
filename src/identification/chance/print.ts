import { type Lang, localeOf, numberFormat, translator } from '../../core/base/index.ts'
import type { BetaBinomialFit } from '../../core/statistics/beta-binomial.ts'
import type { Chance } from '../../core/statistics/stratum-chance.ts'
import { identificationTexts } from '../texts.ts'
import type { StratumChances } from './strata-chances.ts'

/**
 * The answer as JSON, in pieces that each end a line: a country is more text than one string can hold.
 * Where a status gives no number there is null.
 */
export function* jsonPieces(strata: readonly StratumChances[]): Generator<string> {
  yield '{"strata":['
  yield* joined(
    strata.map(({ stratum, fit }) => {
      const { alpha, beta } = fit.status === 'fitted' ? fit : { alpha: null, beta: null }
      return JSON.stringify({ stratum, alpha, beta, status: fit.status })
    }),
    true,
  )
  yield '],"schools":['
  for (const [place, { stratum, schools, chances }] of strata.entries())
    yield* joined(
      schools.map((school, at) => JSON.stringify({ stratum, school, ...(chances[at] ?? nothing) })),
      place === strata.length - 1,
    )
  yield ']}'
}

const nothing = { posteriorMean: null, q05: null, q95: null, probability: null } satisfies Record<keyof Chance, null>
const linesInPiece = 5000

function* joined(lines: readonly string[], isLast: boolean): Generator<string> {
  for (let from = 0; from < lines.length; from += linesInPiece) {
    const ends = isLast && from + linesInPiece >= lines.length
    yield lines.slice(from, from + linesInPiece).join(',\n') + (ends ? '' : ',')
  }
}

/** The same for a person to read: a paragraph per stratum, a line per school in the order of the file. */
export function* readablePieces(
  strata: readonly StratumChances[],
  threshold: { readonly num: number; readonly den: number },
  lang: Lang,
): Generator<string> {
  const say = translator(identificationTexts, lang)
  const limit = percent(threshold.num / threshold.den, lang, 3)
  for (const { stratum, schools, n, k, fit, chances } of strata) {
    const participants = sum(n)
    const share = participants === 0 ? '—' : percent(sum(k) / participants, lang, 1)
    const lines = ['', say('chance.stratum', { stratum, schools: schools.length, participants, share })]
    if (fit.status === 'fitted') {
      const { alpha, beta } = fit
      const mean = percent(alpha / (alpha + beta), lang, 1)
      lines.push(say('chance.fitted', { alpha: plain(alpha, lang), beta: plain(beta, lang), mean }))
    } else lines.push(say(`chance.${fit.status}`))
    for (const [at, school] of schools.entries())
      lines.push(
        `  ${schoolLine({ school, participants: n[at]!, below: k[at]!, limit, lang }, fit.status, chances[at] ?? null)}`,
      )
    yield lines.join('\n')
  }
}

interface SchoolFacts {
  readonly school: string
  readonly participants: number
  readonly below: number
  readonly limit: string
  readonly lang: Lang
}

function schoolLine(
  { school, participants, below, limit, lang }: SchoolFacts,
  status: BetaBinomialFit['status'],
  chance: Chance | null,
): string {
  const say = translator(identificationTexts, lang)
  if (chance === null) return say('chance.notSaid', { school, below, participants })
  const mean = percent(chance.posteriorMean, lang, 1)
  if (status === 'pooled') {
    const reaches = chance.probability === 1 ? 'yes' : 'no'
    return say('chance.pooledSchool', { school, below, participants, mean, reaches, threshold: limit })
  }
  const probability = probabilityInWords(chance.probability, lang)
  if (participants === 0) return say('chance.noneSat', { school, threshold: limit, probability })
  return say('chance.school', {
    school,
    below,
    participants,
    share: percent(below / participants, lang, 1),
    threshold: limit,
    probability,
    mean,
    from: percent(chance.q05, lang, 1),
    to: percent(chance.q95, lang, 1),
  })
}

/** Whole per cent; what is neither 0 nor 1 is never rounded to certainty. */
function probabilityInWords(probability: number, lang: Lang): string {
  const say = translator(identificationTexts, lang)
  if (probability > 0 && probability < 0.01) return say('chance.below', { share: percent(0.01, lang, 0) })
  if (probability > 0.99 && probability < 1) return say('chance.above', { share: percent(0.99, lang, 0) })
  return percent(probability, lang, 0)
}

function percent(share: number, lang: Lang, digits: number): string {
  return numberFormat(localeOf[lang], { style: 'percent', maximumFractionDigits: digits }).format(share)
}

function plain(value: number, lang: Lang): string {
  return numberFormat(localeOf[lang], { maximumSignificantDigits: 4 }).format(value)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
