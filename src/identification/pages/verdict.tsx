import { type Lang, translator } from '../../core/base/index.ts'
import { fractionIn, numberOf } from '../../core/rules/fraction.ts'
import { percent, Status, type StatusKind } from '../../ui/index.ts'
import type { Cell, Reason } from '../contract.ts'
import type { ShortVerdict } from '../model/verdicts.ts'
import { verdictTexts } from './verdict-texts.ts'

const verdictKinds: Readonly<Record<string, StatusKind>> = { yes: 'info', no: 'off', unknown: 'warning', given: 'info' }
const stateKinds: Readonly<Record<string, StatusKind>> = {
  proposed: 'progress',
  decided: 'neutral',
  approved: 'info',
  frozen: 'good',
}
const editionKinds: Readonly<Record<string, StatusKind>> = {
  shipped: 'neutral',
  draft: 'progress',
  approved: 'good',
  dropped: 'off',
}

export function VerdictStatus({ verdict, lang }: { readonly verdict: string; readonly lang: Lang }) {
  const say = translator(verdictTexts, lang)
  return <Status kind={verdictKinds[verdict] ?? 'neutral'}>{say(`verdict.${verdict as 'yes'}`)}</Status>
}

export function DecisionStatus({ decision, lang }: { readonly decision: string | null; readonly lang: Lang }) {
  const say = translator(verdictTexts, lang)
  const kind = decision === 'included' ? 'good' : decision === 'excluded' ? 'off' : 'neutral'
  return <Status kind={kind}>{say(`decision.${(decision ?? 'none') as 'none'}`)}</Status>
}

export function StateStatus({ state, lang }: { readonly state: string; readonly lang: Lang }) {
  return (
    <Status kind={stateKinds[state] ?? 'neutral'}>
      {translator(verdictTexts, lang)(`state.${state as 'frozen'}`)}
    </Status>
  )
}

export function EditionStatus({ state, lang }: { readonly state: string; readonly lang: Lang }) {
  return (
    <Status kind={editionKinds[state] ?? 'neutral'}>
      {translator(verdictTexts, lang)(`edition.${state as 'draft'}`)}
    </Status>
  )
}

/** «на грани», or how many participants away. */
export function MarginShort({ margin, lang }: { readonly margin: number | null; readonly lang: Lang }) {
  const say = translator(verdictTexts, lang)
  if (margin === null) return <span class="soft">{say('marginNone')}</span>
  if (margin === 1) return <Status kind="warning">{say('edge')}</Status>
  return <>{say('marginShort', { n: margin })}</>
}

/** A threshold of a trace as people write it. @example thresholdText('3/10', 'ru') // '30 %' */
export function thresholdText(threshold: string, lang: Lang): string {
  const found = fractionIn(threshold)
  return found ? percent(numberOf(found) * 100, lang) : threshold
}

/** A probability in percent; what is neither 0 nor 1 is never printed as certainty. @example chancePercent(0.9999, 'ru') // 'больше 99 %' */
export function chancePercent(probability: number, lang: Lang): string {
  const say = translator(verdictTexts, lang)
  if (probability < 0.01) return say('less', { percent: percent(1, lang, 0) })
  if (probability > 0.99) return say('more', { percent: percent(99, lang, 0) })
  return percent(Math.round(probability * 100), lang, 0)
}

/** The chances of low procedures in a cell of a table. */
export function chancesShort({ low }: ShortVerdict, lang: Lang): string {
  const say = translator(verdictTexts, lang)
  return low
    .map(({ status, probability }) =>
      status === 'fitted' && probability !== null
        ? chancePercent(probability, lang)
        : say(`chanceShort.${status === 'pooled' ? 'pooled' : 'other'}`),
    )
    .join('; ')
}

/** The chance of one result in words. */
export function chanceInWords({ chance, threshold }: Pick<Cell, 'chance' | 'threshold'>, lang: Lang): string {
  const say = translator(verdictTexts, lang)
  const shown = thresholdText(threshold, lang)
  if (chance?.status === 'fitted' && chance.probability !== null)
    return say('chance', { threshold: shown, percent: chancePercent(chance.probability, lang) })
  if (chance?.status === 'pooled' && chance.probability !== null)
    return say('chancePooled', { threshold: shown, reaches: chance.probability >= 0.5 ? 'yes' : 'no' })
  return say(chance?.status === 'not-converged' ? 'chanceNotConverged' : 'chanceNone')
}

/** What would change a verdict, in words. */
export function marginInWords({ verdict, margin }: Pick<Reason, 'verdict' | 'margin'>, lang: Lang): string {
  const say = translator(verdictTexts, lang)
  if (!margin) return say('marginNothing')
  const where = margin.where
    .map(({ place, participants }) =>
      say('place', {
        place: place === 'pooled' ? say('pooled') : place,
        change: participants > 0 ? `+${participants}` : `−${-participants}`,
      }),
    )
    .join('; ')
  const key = verdict === 'yes' ? 'marginOfYes' : verdict === 'no' ? 'marginOfNo' : 'marginOfUnknown'
  return say(key, { n: margin.participants, where, becomes: say(`verdict.${margin.becomes as 'yes'}`) })
}
