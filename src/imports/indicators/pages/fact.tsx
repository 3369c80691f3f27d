import { type Lang, type Translate, translator } from '../../../core/base/index.ts'
import { figure, percent, shareText } from '../../../ui/index.ts'
import type { Fact } from '../contract.ts'
import { indicatorsTexts } from '../texts.ts'

export type T = Translate<typeof indicatorsTexts.ru>

export function textsIn(lang: Lang): T {
  return translator(indicatorsTexts, lang)
}

/** A value with its unit, or the reason why there is none; zero never looks like a reason. */
export function FactCell({
  fact,
  unit,
  lang,
  withN = true,
}: {
  readonly fact: Fact | null | undefined
  readonly unit: string | null
  readonly lang: Lang
  readonly withN?: boolean
}) {
  const t = textsIn(lang)
  if (!fact) return <Absent look="missing">{t('fact.missing')}</Absent>
  const { numerator, denominator, number, participants } = fact
  if (numerator !== null && denominator !== null) {
    if (withN) return <span class="num">{shareText({ numerator, denominator }, lang)}</span>
    return <span class="num">{percent((numerator / denominator) * 100, lang)}</span>
  }
  if (number === null) return <Absent look={fact.state}>{t(`states.${fact.state}`)}</Absent>
  const shown = unit === 'percent' ? percent(Number(number), lang, 2) : figure(Number(number), lang, 3)
  return (
    <span class="num">
      {shown}
      {withN && participants !== null && <span class="soft"> {t('fact.n', { n: figure(participants, lang) })}</span>}
    </span>
  )
}

/** Of how many: the second number of a share, or what was said beside a number. */
export function countOf(fact: Fact | null | undefined): number | null {
  return fact ? (fact.denominator ?? fact.participants) : null
}

/** Dashed: nothing was said at all. Otherwise something was said, and it is no number; each reason has its sign beside the words. */
function Absent({ look, children }: { readonly look: Fact['state'] | 'missing'; readonly children: string }) {
  return (
    <span class="absent">
      <svg class="absent__mark" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {look === 'missing' ? (
          <rect x="1" y="1" width="12" height="12" fill="none" stroke="currentColor" stroke-dasharray="2 2" />
        ) : (
          <path d={signs[look]} fill="none" stroke="currentColor" />
        )}
      </svg>
      {children}
    </span>
  )
}

const signs: Readonly<Record<Fact['state'], string>> = {
  reported: '',
  suppressed: 'M1 1h12v12H1zM1 1l12 12M13 1 1 13',
  not_collected: 'M1 1h12v12H1zM4 7h6',
  unknown: 'M1 1h12v12H1z',
  no_students: 'M2 7h10',
  not_applicable: 'M2 7h10',
}

/** What empty places mean, zero among them. */
export function FactsLegend({ t, lang }: { readonly t: T; readonly lang: Lang }) {
  const states = ['unknown', 'not_collected', 'no_students', 'not_applicable', 'suppressed'] as const
  const none = { numerator: null, denominator: null, number: null, participants: null }
  return (
    <details class="absences">
      <summary>{t('legend.title')}</summary>
      <dl class="absences__list">
        <div>
          <dt class="num">{t('fact.zero')}</dt>
          <dd>{t('legend.zero')}</dd>
        </div>
        <div>
          <dt>
            <FactCell fact={null} unit={null} lang={lang} />
          </dt>
          <dd>{t('legend.missing')}</dd>
        </div>
        {states.map(state => (
          <div key={state}>
            <dt>
              <FactCell fact={{ state, ...none }} unit={null} lang={lang} />
            </dt>
            <dd>{t(`legend.${state}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** «неполные семьи, %» */
export function columnName(t: T, { name, unit }: { readonly name: string; readonly unit: string | null }): string {
  return unit === 'percent' ? `${name}, ${t('unit.percent')}` : name
}

/** Where a fact comes from; for those who upload, a way to the upload. */
export function Source({ name, linked }: { readonly name: string; readonly linked: boolean }) {
  return linked ? (
    <a href={`/imports/indicators?${new URLSearchParams({ file: name })}`}>{name}</a>
  ) : (
    <span>{name}</span>
  )
}
