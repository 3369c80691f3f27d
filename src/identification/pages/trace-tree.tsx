import { type Lang, translator } from '../../core/base/index.ts'
import type { Trace } from '../../core/rules/mechanism.ts'
import { figure, percent, Status, type StatusKind } from '../../ui/index.ts'
import { typeInWords } from '../rules/explain.ts'
import { rulesTexts } from '../rules/texts.ts'
import { traceTexts } from './trace-texts.ts'
import { thresholdText } from './verdict.tsx'
import { verdictTexts } from './verdict-texts.ts'

const answerKinds: Readonly<Record<string, StatusKind>> = { yes: 'info', no: 'off', unknown: 'warning' }

/** The way through a rule as a tree in words: what each step found and what it answered. */
export function TraceTree({ trace, lang }: { readonly trace: Trace; readonly lang: Lang }) {
  return (
    <ul class="trace">
      <Step trace={trace} lang={lang} />
    </ul>
  )
}

function Step({ trace, lang }: { readonly trace: Trace; readonly lang: Lang }) {
  const parts = trace.parts ?? []
  return (
    <li>
      <div class="trace__step">
        <span>{stepInWords(trace, lang)}</span>
        <Answer trace={trace} lang={lang} />
      </div>
      {parts.length > 0 && (
        <ul>
          {parts.map((part, at) => (
            <Step key={`${part.mechanism}-${part.where ?? at}`} trace={part} lang={lang} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Answer({ trace, lang }: { readonly trace: Trace; readonly lang: Lang }) {
  const say = translator(traceTexts, lang)
  const { mechanism, verdict, value } = trace
  if (verdict) {
    const word =
      mechanism === 'share-below' && verdict !== 'unknown'
        ? say(verdict === 'yes' ? 'low' : 'notLow')
        : say(`answer.${verdict}`)
    return <Status kind={answerKinds[verdict] ?? 'neutral'}>{word}</Status>
  }
  if (value === undefined || mechanism === 'share-below') return null
  return <span class="num">{value === null ? say('noValue') : say('value', { value: figure(value, lang, 3) })}</span>
}

function stepInWords({ mechanism, where = '', value, facts = {} }: Trace, lang: Lang): string {
  const say = translator(traceTexts, lang)
  const fact = (name: string) => facts[name] ?? ''
  const count = (name: string) => Number(facts[name] ?? 0)
  const answer = (name: string) => say(`answer.${String(facts[name] ?? 'unknown') as 'yes'}`)
  const shown = (name: string) => (facts[name] === undefined ? '' : figure(Number(facts[name]), lang, 2))
  switch (mechanism) {
    case 'share-below':
      return cellInWords({ mechanism, where, facts, ...(value === undefined ? {} : { value }) }, lang)
    case 'count-low':
      if (facts['groups'] !== undefined) return say('countGroups', { groups: fact('groups') })
      if (facts['same'] !== undefined)
        return say('countSame', {
          same: fact('same'),
          value: value ?? 0,
          needed: fact('needed'),
          unknown: count('unknown'),
        })
      return say('countLow', {
        years: fact('years'),
        value: value ?? 0,
        needed: fact('needed'),
        unknown: count('unknown'),
      })
    case 'compare':
      return say('compare', { is: fact('is'), than: fact('than') })
    case 'bottom-share':
      return say('bottomShare', { quota: fact('quota'), poolSize: fact('poolSize') })
    case 'streak':
      return say('streak', { value: value ?? 0, years: fact('years'), needed: fact('needed') })
    case 'at-least':
      return say('atLeast', { needed: fact('needed'), of: fact('of') })
    case 'trait': {
      const words = translator(rulesTexts, lang)
      const found = fact('column') === 'type' ? typeInWords(String(fact('found')), words) : fact('found')
      return say('trait', { column: fact('column'), found: found || say('empty') })
    }
    case 'listed':
      return say('listed', { column: fact('column'), found: fact('found') || say('empty'), act: fact('act') })
    case 'in-list':
      return say('inList', { list: fact('list') })
    case 'contains':
    case 'excludes':
      return say(mechanism, { list: fact('list'), other: answer('other') })
    case 'exit':
      return say('exit', { before: fact('before') })
    case 'indicator':
      return say('indicator', { name: fact('name') })
    case 'pooled-share':
      return say('pooledShare', { below: fact('below'), participants: fact('participants') })
    case 'relative-mean':
      return say('relativeMean', { against: fact('against') })
    case 'ratio':
      return say('ratio', { where, mean: shown('mean'), poolMean: shown('poolMean') })
    default:
      return say(plainSteps[mechanism] ?? 'named')
  }
}

const plainSteps: Readonly<
  Record<string, 'any' | 'all' | 'not' | 'exitRule' | 'exclude' | 'zScore' | 'index' | 'contextResidual'>
> = {
  any: 'any',
  all: 'all',
  not: 'not',
  'exit-rule': 'exitRule',
  exclude: 'exclude',
  'z-score': 'zScore',
  index: 'index',
  'context-residual': 'contextResidual',
}

function cellInWords({ where = '', value, facts = {} }: Trace, lang: Lang): string {
  const say = translator(traceTexts, lang)
  const why = facts['why']
  if (why !== undefined && facts['participants'] === undefined)
    return say('cellWhy', { where, why: translator(verdictTexts, lang)(`why.${String(why) as 'absent'}`) })
  const share = typeof value === 'number' ? percent(value * 100, lang) : '—'
  return say('cell', {
    where,
    share,
    below: facts['below'] ?? 0,
    participants: facts['participants'] ?? 0,
    threshold: thresholdText(String(facts['threshold'] ?? ''), lang),
  })
}
