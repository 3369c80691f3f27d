// What all pages of results share: names of procedures, cells of tables, signs of what is not there.

import { type KeyOf, type Lang, type Share, type Translate, translator } from '../../core/base/index.ts'
import { Legend, type LegendEntry, type Look, MiniBar, Patterns } from '../../ui/charts/index.ts'
import { figure, shareText } from '../../ui/index.ts'
import { givesNoMarks } from '../model/procedure-names.ts'
import { type Absence, absences, type Beside, type ProcedureKey, type Summary } from '../views-contract.ts'
import { keyText } from '../views-summary.ts'
import { resultsTexts } from './texts.ts'

export type T = Translate<typeof resultsTexts.ru>
export type Reported = Extract<Beside, { state: 'reported' }>

export function textsIn(lang: Lang): T {
  return translator(resultsTexts, lang)
}

/** «Математика, 5 класс» */
export function subjectName(t: T, key: ProcedureKey): string {
  return `${capital(key.subject)}, ${t('key.grade', { grade: key.grade })}`
}

/** «ВПР, весна» */
export function procedureName(t: T, key: ProcedureKey): string {
  // The main wave is what everybody means when none is named.
  return key.wave === 'main' ? key.procedure : `${key.procedure}, ${t(`waves.${key.wave}`)}`
}

/** «ВПР, весна · Математика, 5 класс» */
export function keyName(t: T, key: ProcedureKey): string {
  return `${procedureName(t, key)} · ${subjectName(t, key)}`
}

export function procedureHref(schoolId: string, key: ProcedureKey, year: number): string {
  return `/results/schools/${schoolId}/procedure?${new URLSearchParams({ key: keyText(key), year: String(year) })}`
}

export const markParts = (t: T): readonly LegendEntry[] => [
  { look: 'low', text: t('marks.two') },
  { look: 'middle', text: t('marks.three') },
  { look: 'good', text: t('marks.four') },
  { look: 'high', text: t('marks.five') },
]
const markLooks: readonly Look[] = ['low', 'middle', 'good', 'high']

/** Participants with «2» («1» among them), «3», «4», «5»; null where marks are not known of anybody. */
export function fourMarks(marks: Summary['marks']): readonly number[] | null {
  if (!marks || marks.slice(1).every(count => count === 0)) return null
  return [(marks[1] ?? 0) + (marks[2] ?? 0), marks[3] ?? 0, marks[4] ?? 0, marks[5] ?? 0]
}

/** Participants with «4» and «5» of those with a mark. */
export function goodShare(marks: Summary['marks']): Share | null {
  const four = fourMarks(marks)
  return four && { numerator: four[2]! + four[3]!, denominator: four.reduce((sum, count) => sum + count, 0) }
}

export function lowShare({ below, judged }: Pick<Summary, 'below' | 'judged'>): Share | null {
  return below === null || judged === 0 ? null : { numerator: below, denominator: judged }
}

/** Low results as per cent; null where they are not known. */
export function lowPercent(summary: Summary | null): number | null {
  const share = summary && lowShare(summary)
  return share && Math.round((share.numerator / share.denominator) * 1000) / 10
}

/** Why there are no marks: ЕГЭ gives none (but base mathematics, whose marks are then known). */
export function withoutMarks(key: ProcedureKey): 'noMarks' | 'notKnown' {
  return givesNoMarks(key.procedure) ? 'noMarks' : 'notKnown'
}

/** The share of «4» and «5» with its two numbers, or the sign why there is none. */
export function GoodCell({
  of,
  marks,
  t,
  lang,
}: {
  readonly of: ProcedureKey
  readonly marks: Summary['marks']
  readonly t: T
  readonly lang: Lang
}) {
  const share = goodShare(marks)
  return share ? <span>{shareText(share, lang)}</span> : <Absent kind={withoutMarks(of)} t={t} />
}

export function meanText(t: T, lang: Lang, mean: Summary['mean']): string | null {
  return mean && t(`mean.${mean.of}`, { value: figure(mean.value, lang) })
}

/** Stands where there is no figure: a sign and the reason in words. Zero never looks like this. */
export function Absent({
  kind,
  t,
  short = true,
}: {
  readonly kind: Absence | 'notKnown' | 'noMarks'
  readonly t: T
  readonly short?: boolean
}) {
  return (
    <span class={`absent absent--${kind}`}>
      <AbsentMark kind={kind} />
      {t(`${short ? 'absenceShort' : 'absence'}.${kind}` as KeyOf<typeof resultsTexts.ru>)}
    </span>
  )
}

function AbsentMark({ kind }: { readonly kind: Absence | 'notKnown' | 'noMarks' }) {
  return (
    <svg class="absent__mark" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {kind === 'suppressed' ? (
        <path d="M1 1h12v12H1zM1 1l12 12M13 1 1 13" fill="none" stroke="currentColor" />
      ) : kind === 'missing' || kind === 'notKnown' ? (
        <rect x="1" y="1" width="12" height="12" fill="none" stroke="currentColor" stroke-dasharray="2 2" />
      ) : kind === 'not_collected' ? (
        <path d="M1 1h12v12H1zM4 7h6" fill="none" stroke="currentColor" />
      ) : (
        <path d="M2 7h10" stroke="currentColor" stroke-width="1.5" />
      )}
    </svg>
  )
}

/** What the signs of empty places mean, zero among them. */
export function AbsencesLegend({ t, kinds = absences }: { readonly t: T; readonly kinds?: readonly Absence[] }) {
  return (
    <details class="absences">
      <summary>{t('legend.title')}</summary>
      <dl class="absences__list">
        <div>
          <dt class="num">{t('legend.zero')}</dt>
          <dd>{t('legend.zeroText')}</dd>
        </div>
        {kinds.map(kind => (
          <div key={kind}>
            <dt>
              <Absent kind={kind} t={t} />
            </dt>
            <dd>{t(`legend.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** Patterns of the bars in the tables of a page, and what they mean. Once on a page. */
export function MarksKey({ t }: { readonly t: T }) {
  return (
    <div class="marks-key">
      <svg class="visually-hidden" width="1" height="1" aria-hidden="true">
        <Patterns id="marks" />
      </svg>
      <Legend id="marks" entries={markParts(t)} />
    </div>
  )
}

/** Marks as a bar in a cell; needs `MarksKey` on the page. */
export function MarksCell({
  of,
  marks,
  t,
  lang,
}: {
  readonly of: ProcedureKey
  readonly marks: Summary['marks']
  readonly t: T
  readonly lang: Lang
}) {
  const four = fourMarks(marks)
  if (!four) return <Absent kind={withoutMarks(of)} t={t} />
  return (
    <>
      <MiniBar id="marks" parts={markLooks} counts={four} />
      <span class="visually-hidden">{marksText(t, lang, four)}</span>
    </>
  )
}

/** «2» — 3, «3» — 12, «4» — 6, «5» — 0 */
export function marksText(t: T, lang: Lang, four: readonly number[]): string {
  return markParts(t)
    .map((part, at) => `${part.text} — ${figure(four[at]!, lang)}`)
    .join(', ')
}

export function isReported(beside: Beside | null): beside is Reported {
  return beside?.state === 'reported'
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
